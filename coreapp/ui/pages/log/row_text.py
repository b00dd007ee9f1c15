"""Texts of a painted row: measured, cut where there is no room, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.line_breaks import tie

LEFT: Final = Qt.AlignmentFlag.AlignLeft
_WRAPPED: Final = int(LEFT | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_HIGHEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class RowText:
    """A text with its look."""

    text: str
    kind: Type
    colour: QColor


class RowTexts:
    """Measures and writes texts in the fonts of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def width(self, text: str, kind: Type) -> int:
        """Return how wide a text is in one line, in pixels."""
        return self._metrics(kind).horizontalAdvance(text)

    def line_height(self, kind: Type) -> int:
        """Return how high a line is, in pixels."""
        return self._metrics(kind).height()

    def wrapped_height(self, text: str, kind: Type, width: int) -> int:
        """Return how high a text is in as many lines as it needs, in pixels."""
        box = QRect(0, 0, max(1, width), _HIGHEST)
        return self._metrics(kind).boundingRect(box, _WRAPPED, tie(text)).height()

    def write_lines(
        self,
        painter: QPainter,
        box: QRect,
        lines: Sequence[RowText],
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Write texts one below the other, in the middle of a box; empty ones take no room."""
        there = [each for each in lines if each.text]
        top = box.center().y() - sum(self.line_height(each.kind) for each in there) // 2
        for each in there:
            height = self.line_height(each.kind)
            self.write(painter, QRect(box.left(), top, box.width(), height), each, align)
            top += height

    def write_title_and_lines(
        self, painter: QPainter, box: QRect, title: RowText, line: RowText, more: int
    ) -> None:
        """Write a title and a line, `more` pixels higher than one, in the middle of a box."""
        first = self.line_height(title.kind)
        whole = first + self.line_height(line.kind) + more
        above = QRect(box.left(), box.center().y() - whole // 2, box.width(), first)
        self.write(painter, above, title)
        below = QRect(box.left(), above.bottom() + 1, box.width(), whole - first)
        self.write_wrapped(painter, below, line)

    def write_wrapped(self, painter: QPainter, box: QRect, text: RowText) -> None:
        """Write a text in as many lines as it needs, from the top of a box."""
        painter.setFont(self._theme.font(text.kind))
        painter.setPen(text.colour)
        painter.drawText(box, _WRAPPED, tie(text.text))

    def write(
        self, painter: QPainter, box: QRect, text: RowText, align: Qt.AlignmentFlag = LEFT
    ) -> None:
        """Write a text in one line, cut where there is no more room."""
        font = self._theme.font(text.kind)
        painter.setFont(font)
        painter.setPen(text.colour)
        mode = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(text.text, mode, box.width())
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _metrics(self, kind: Type) -> QFontMetrics:
        return QFontMetrics(self._theme.font(kind))
