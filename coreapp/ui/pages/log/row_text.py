"""Texts of a painted row: measured, cut where there is no room, one below the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.line_breaks import tie

LEFT: Final = Qt.AlignmentFlag.AlignLeft
_NUMBER: Final = re.compile(r"(?<=[^\W\d]) (?=\d+(?:[ \u00a0]·|$))")
"""Before a number that ends what is told: "stress 3"."""
_WRAPPED: Final = int(LEFT | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_HIGHEST: Final = 10_000
_MOST_WIDTHS: Final = 2_000
"""Texts whose widths are kept: some hundred rows, of the thousands that a log may have."""


@dataclass(frozen=True, slots=True)
class RowText:
    """A text with its look."""

    text: str
    kind: Type
    colour: QColor


class RowTexts:
    """Measures and writes texts in the fonts of the theme, which are kept: a row asks often."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts = theme.fonts
        self._looks: dict[Type, tuple[QFont, QFontMetrics]] = {}
        self._widths: dict[tuple[str, Type], int] = {}

    def width(self, text: str, kind: Type) -> int:
        """Return how wide a text is in one line, in pixels."""
        metric = self._metrics(kind)  # first: with another font all widths are others
        width = self._widths.get((text, kind))
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text, kind] = metric.horizontalAdvance(text)
        return width

    def line_height(self, kind: Type) -> int:
        """Return how high a line is, in pixels."""
        return self._metrics(kind).height()

    def wrapped_height(self, text: str, kind: Type, width: int) -> int:
        """Return how high a text is in as many lines as it needs, in pixels."""
        box = QRect(0, 0, max(1, width), _HIGHEST)
        return self._metrics(kind).boundingRect(box, _WRAPPED, _tied(text)).height()

    def wrapped_more(self, text: str, kind: Type, width: int) -> int:
        """Return how much higher than one line a text is in as many lines as it needs."""
        if self.width(text, kind) <= width:
            return 0
        return self.wrapped_height(text, kind, width) - self.line_height(kind)

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

    def write_wrapped_lines(self, painter: QPainter, box: QRect, lines: Sequence[RowText]) -> None:
        """Write texts one below the other, in the middle of a box, each with all its lines."""
        heights = [self.wrapped_height(each.text, each.kind, box.width()) for each in lines]
        top = box.center().y() - sum(heights) // 2
        for each, height in zip(lines, heights, strict=True):
            self.write_wrapped(painter, QRect(box.left(), top, box.width(), height), each)
            top += height

    def write_wrapped(self, painter: QPainter, box: QRect, text: RowText) -> None:
        """Write a text in as many lines as it needs, from the top of a box."""
        painter.setFont(self._look(text.kind)[0])
        painter.setPen(text.colour)
        painter.drawText(box, _WRAPPED, _tied(text.text))

    def write(
        self, painter: QPainter, box: QRect, text: RowText, align: Qt.AlignmentFlag = LEFT
    ) -> None:
        """Write a text in one line, cut where there is no more room."""
        font, metric = self._look(text.kind)
        painter.setFont(font)
        painter.setPen(text.colour)
        shown = text.text
        if self.width(shown, text.kind) > box.width():
            shown = metric.elidedText(shown, Qt.TextElideMode.ElideRight, box.width())
        if align is LEFT:
            # A place on the line costs half of what a box does, in which Qt looks for more lines.
            top = box.top() + (box.height() - metric.height()) / 2
            painter.drawText(QPointF(box.left(), top + metric.ascent()), shown)
        else:
            painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def _metrics(self, kind: Type) -> QFontMetrics:
        return self._look(kind)[1]

    def _look(self, kind: Type) -> tuple[QFont, QFontMetrics]:
        """Return the font of a kind, which nobody may change, and what it measures."""
        if self._fonts is not self._theme.fonts:
            self._fonts = self._theme.fonts
            self._looks.clear()
            self._widths.clear()
        if kind not in self._looks:
            font = self._theme.font(kind)
            self._looks[kind] = (font, QFontMetrics(font))
        return self._looks[kind]


def _tied(text: str) -> str:
    """Return a text whose lines begin with no unit, and with no number that belongs to a word."""
    return _NUMBER.sub("\N{NO-BREAK SPACE}", tie(text))
