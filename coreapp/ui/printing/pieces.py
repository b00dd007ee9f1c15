"""What a sheet is made of: words, pictures, and columns, rows and panels of them.

A piece knows how high it is at a width, and paints itself into a rectangle of that size. All
lengths are units of a sheet (see `coreapp.ui.printing.ink`).
"""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_LEADING: Final = 1.08
"""Of the font's own line height."""


class Piece(Protocol):
    """Something that takes room on a sheet."""

    def height(self, width: float) -> float:
        """Return how high it is at a width."""

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it into a rectangle as high as it said."""


class Words:
    """A paragraph, broken into lines; it may begin with some words in another font."""

    def __init__(
        self,
        text: str,
        font: QFont,
        colour: QColor,
        *,
        lead: tuple[str, QFont, QColor] | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.text = text
        self._font = font
        self._colour = colour
        self._lead = lead
        self._align = align

    def height(self, width: float) -> float:
        """Return the height of its lines."""
        return self._layout(width)[1]

    def natural_width(self) -> float:
        """Return how wide it is on one line."""
        width = QFontMetricsF(self._font).horizontalAdvance(self.text)
        if self._lead is not None:
            words, font, _ = self._lead
            width += QFontMetricsF(font).horizontalAdvance(f"{words} ")
        return width + 1

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Write it."""
        layout, _ = self._layout(rect.width())
        painter.setPen(self._colour)
        layout.draw(painter, rect.topLeft())

    def _layout(self, width: float) -> tuple[QTextLayout, float]:
        lead, font, colour = self._lead or ("", self._font, self._colour)
        layout = QTextLayout(f"{lead} {self.text}" if lead else self.text, self._font)
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if lead:
            part = QTextLayout.FormatRange()
            part.start, part.length = 0, len(lead.encode("utf-16-le")) // 2
            part.format.setFont(font)
            part.format.setForeground(colour)
            layout.setFormats([part])
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height() * _LEADING
        layout.endLayout()
        return layout, top


class Column:
    """Pieces below one another."""

    def __init__(self, pieces: Sequence[Piece], gap: float = 0) -> None:
        self._pieces = pieces
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of all of them, with the gaps."""
        gaps = self._gap * max(0, len(self._pieces) - 1)
        return sum(each.height(width) for each in self._pieces) + gaps

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them from the top."""
        top = rect.top()
        for each in self._pieces:
            height = each.height(rect.width())
            each.paint(painter, QRectF(rect.left(), top, rect.width(), height))
            top += height + self._gap


class Row:
    """Pieces side by side, each at the top."""

    def __init__(self, pieces: Sequence[Piece], widths: Sequence[float], gap: float) -> None:
        """Stand `pieces` side by side.

        Args:
            pieces: from left to right.
            widths: of each; 0 shares what the others leave.
            gap: between two of them.
        """
        self._pieces = pieces
        self._widths = widths
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of the highest."""
        widths = self._shared(width)
        return max(
            (each.height(own) for each, own in zip(self._pieces, widths, strict=True)), default=0.0
        )

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them from the left."""
        left = rect.left()
        for each, own in zip(self._pieces, self._shared(rect.width()), strict=True):
            each.paint(painter, QRectF(left, rect.top(), own, each.height(own)))
            left += own + self._gap

    def _shared(self, width: float) -> list[float]:
        left = width - sum(self._widths) - self._gap * (len(self._widths) - 1)
        free = sum(1 for own in self._widths if not own)
        return [own or left / free for own in self._widths]


class Panel:
    """A piece on a tinted ground with round corners."""

    def __init__(self, piece: Piece, ground: QColor, pad: float, radius: float) -> None:
        self._piece = piece
        self._ground = ground
        self._pad = pad
        self._radius = radius

    def height(self, width: float) -> float:
        """Return the height of the piece with its margins."""
        return self._piece.height(width - 2 * self._pad) + 2 * self._pad

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground, then the piece."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(rect, self._radius, self._radius)
        pad = self._pad
        self._piece.paint(painter, rect.adjusted(pad, pad, -pad, -pad))


class Picture:
    """Something painted, as high as its width has it."""

    def __init__(self, ratio: float, draw: Callable[[QPainter, QRectF], None]) -> None:
        """Let `draw` paint into a rectangle `ratio` times as high as wide."""
        self._ratio = ratio
        self._draw = draw

    def height(self, width: float) -> float:
        """Return the height that belongs to a width."""
        return width * self._ratio

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it, and leave the painter as it was."""
        painter.save()
        self._draw(painter, rect)
        painter.restore()
