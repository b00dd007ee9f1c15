"""The words in the cells of the calendar, measured once: a month says the same few many times."""

import re
from dataclasses import dataclass, field
from typing import Final, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from coreapp.ui.theme.fonts import Fonts, Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.line_breaks import break_lines

_MOST_KEPT: Final = 1000
"""A month needs a hundred; a window that is made wider has others for each pixel."""

_PARTS: Final = re.compile(r"[^\s-]*-+\s*|[^\s-]+\s*")
"""A word, or a part of one, with the hyphen or the space behind it."""

_Shown = TypeVar("_Shown")
_Fitted = dict[tuple[Type, str, float], _Shown]


@dataclass(slots=True)
class _Kept:
    """What was measured with one text size."""

    fonts: Fonts
    made: dict[Type, tuple[QFont, QFontMetricsF]] = field(default_factory=dict)
    widths: dict[tuple[Type, str], float] = field(default_factory=dict)
    shortened: _Fitted[str] = field(default_factory=dict)
    lines: _Fitted[tuple[str, ...]] = field(default_factory=dict)
    whole: _Fitted[tuple[str, ...]] = field(default_factory=dict)


class CellTexts:
    """Measures, shortens, breaks and paints words, in the fonts of the scale."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept = _Kept(theme.fonts)

    def font(self, kind: Type) -> QFont:
        """Return the font of a step, which nobody changes."""
        return self._made(kind)[0]

    def metric(self, kind: Type) -> QFontMetricsF:
        """Return the measures of a font."""
        return self._made(kind)[1]

    def width(self, kind: Type, text: str) -> float:
        """Return how wide a text is in one line."""
        widths, key = self._now().widths, (kind, text)
        if key not in widths:
            widths[key] = self.metric(kind).horizontalAdvance(text)
        return widths[key]

    def shortened(self, kind: Type, text: str, room: float) -> str:
        """Return a text as far as there is room, with dots if it is not all of it."""
        if self.width(kind, text) <= room:
            return text
        shortened, key = self._now().shortened, (kind, text, room)
        if key not in shortened:
            _make_room(shortened)
            right = Qt.TextElideMode.ElideRight
            shortened[key] = self.metric(kind).elidedText(text, right, room)
        return shortened[key]

    def lines(self, kind: Type, text: str, room: float) -> tuple[str, ...]:
        """Return the lines of a text that is broken to a width."""
        lines, key = self._now().lines, (kind, text, room)
        if key not in lines:
            _make_room(lines)
            lines[key] = tuple(break_lines(text, self.font(kind), max(1.0, room)))
        return lines[key]

    def whole_words(self, kind: Type, text: str, room: float) -> tuple[str, ...]:
        """Return the lines of a text of which no word is broken, even if it is too long by itself.

        What has a hyphen may go on behind it.
        """
        whole, key = self._now().whole, (kind, text, room)
        if key not in whole:
            _make_room(whole)
            lines = [""]
            for part in _PARTS.findall(text):
                longer = lines[-1] + part
                if lines[-1] and self.width(kind, longer.rstrip()) > room:
                    lines.append(part)
                else:
                    lines[-1] = longer
            whole[key] = tuple(each.rstrip() for each in lines)
        return whole[key]

    def paint(self, painter: QPainter, line: QRectF, text: str, kind: Type, colour: QColor) -> None:
        """Paint a line of text as far as there is room, in the middle of the line's height."""
        shown = self.shortened(kind, text, line.width() + 1)
        self.paint_at(painter, line.left(), line.center().y(), shown, kind, colour)

    def paint_at(
        self, painter: QPainter, left: float, middle: float, text: str, kind: Type, colour: QColor
    ) -> None:
        """Paint a text, all of it, from its left edge on and around a height."""
        font, metric = self._made(kind)
        painter.setFont(font)
        painter.setPen(colour)
        y = middle + (metric.ascent() - metric.descent()) / 2
        painter.drawText(QPointF(left, y), text)

    def _made(self, kind: Type) -> tuple[QFont, QFontMetricsF]:
        made = self._now().made
        if kind not in made:
            font = self._theme.font(kind)
            made[kind] = (font, QFontMetricsF(font))
        return made[kind]

    def _now(self) -> _Kept:
        """Return what is kept for the text size that is on."""
        if self._kept.fonts is not self._theme.fonts:
            self._kept = _Kept(self._theme.fonts)
        return self._kept


def _make_room(kept: _Fitted[_Shown]) -> None:
    """Forget all rather than keep ever more."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
