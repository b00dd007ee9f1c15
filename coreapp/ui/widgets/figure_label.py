"""A number with its unit smaller beside it, on one baseline: "16 min", "1 hr 5 min"."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme

_GAP: Final = 0.16
"""Room between two words, in sizes of the number."""


class FigureLabel(QLabel):
    """A label of one line whose numbers are large and whose words are small.

    The text is what the locale writes, so which comes first, and what a unit is called, is the
    locale's affair.
    """

    def __init__(self, theme: Theme, text: str = "", kind: Type = Type.FIGURE) -> None:
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    @property
    def drop(self) -> int:
        """How far a line of body text has to be lifted off the foot to stand on the baseline."""
        large = QFontMetricsF(self._theme.font(self._kind)).descent()
        return round(large - QFontMetricsF(self._theme.font(Type.BODY)).descent())

    def set_kind(self, kind: Type) -> None:
        """Use another step of the type scale for the numbers."""
        self._kind = kind
        self._follow_theme()

    def sizeHint(self) -> QSize:
        """Return the room of all words."""
        metric = QFontMetricsF(self._theme.font(self._kind))
        right = max((x + _width(font, word) for word, font, _tone, x in self._words()), default=0.0)
        return QSize(-int(-right // 1), -int(-metric.height() // 1))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a figure is never shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint numbers and words on one baseline."""
        painter = QPainter(self)
        metric = QFontMetricsF(self._theme.font(self._kind))
        baseline = (self.height() - metric.height()) / 2 + metric.ascent()
        for word, font, tone, x in self._words():
            painter.setFont(font)
            painter.setPen(self._theme.tokens.colour(tone))
            painter.drawText(QPointF(x, baseline), word)

    def _words(self) -> Iterator[tuple[str, QFont, str, float]]:
        """Yield each word with its font, its colour and its left edge."""
        large, small = self._theme.font(self._kind), self._theme.font(Type.TITLE)
        gap = QFontMetricsF(large).ascent() * _GAP
        x = 0.0
        for word in self.text().split():
            is_number = any(letter.isdigit() for letter in word)
            font, tone = (large, "ink") if is_number else (small, "ink2")
            yield word, font, tone, x
            x += _width(font, word) + gap

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _width(font: QFont, word: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(word)
