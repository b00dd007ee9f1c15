"""A plain table on paper: a head in small type, and rows on hairlines."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from coreapp.ui.printing.ink import Ink, Print, mm
from coreapp.ui.printing.pieces import Column, Piece, Row, Words

_GAP: Final = mm(2)
_HAIR: Final = mm(0.15)
_UNDER: Final = mm(0.8)
"""From a row to the line beneath it."""


class Table:
    """Rows of the same columns.

    Args:
        ink: colours and fonts.
        widths: of the columns; 0 shares what the others leave.
        numbers: the columns that stand at their right edge.
    """

    def __init__(self, ink: Ink, widths: Sequence[float], *, numbers: Collection[int] = ()) -> None:
        self._ink = ink
        self._widths = widths
        self._numbers = numbers

    def head(self, names: Sequence[str]) -> "TableHead":
        """Return the row with the names of the columns."""
        words = [
            self._words(name, index, Print.SMALL_STRONG, "ink2") for index, name in enumerate(names)
        ]
        return TableHead(Row(words, self._widths, _GAP), self._pen("ink3"))

    def row(self, cells: Sequence[str | Piece], *, beneath: str = "", indent: float = 0) -> Piece:
        """Return a row.

        Args:
            cells: each a text or something that paints itself.
            beneath: a small paragraph under them.
            indent: how far from the left that paragraph stands.
        """
        pieces = [
            self._words(cell, index, Print.BODY, "ink") if isinstance(cell, str) else cell
            for index, cell in enumerate(cells)
        ]
        if not beneath:
            return self._row(pieces, "line")
        small = Words(beneath, self._ink.font(Print.SMALL), self._ink.colour("ink2"))
        return self._row(pieces, "line", Row((Column(()), small), (indent, 0), _GAP))

    def _row(self, pieces: Sequence[Piece], colour: str, *more: Piece) -> Piece:
        row = Column((Row(pieces, self._widths, _GAP), *more), _UNDER)
        return Ruled(row, self._pen(colour))

    def _pen(self, colour: str) -> QPen:
        return QPen(self._ink.colour(colour), _HAIR)

    def _words(self, text: str, column: int, step: Print, colour: str) -> Words:
        side = Qt.AlignmentFlag.AlignLeft
        if column in self._numbers:
            side = Qt.AlignmentFlag.AlignRight
        return Words(text, self._ink.font(step), self._ink.colour(colour), align=side)


class Ruled:
    """A piece with a line beneath it."""

    def __init__(self, piece: Piece, pen: QPen) -> None:
        self._piece = piece
        self._pen = pen

    def height(self, width: float) -> float:
        """Return the height of both."""
        return self._piece.height(width) + _UNDER

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the piece, then the line."""
        self._piece.paint(painter, rect.adjusted(0, 0, 0, -_UNDER))
        painter.setPen(self._pen)
        painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


class TableHead(Ruled):
    """The names of the columns."""
