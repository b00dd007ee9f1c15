"""The steps of an exercise; the one to heed now is lit, and as many others as there is room for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.player.facts_row import LARGE_TEXT
from coreapp.ui.theme.theme import Theme

_PIXELS: Final = 16
_SMALL_PIXELS: Final = 14
"""Where text is large: rather one step more than letters larger than those around them."""
_NUMBER_COLUMN: Final = 34
_GAP: Final = 8
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_UNBOUNDED: Final = 10_000


class StepList(QWidget):
    """Paints numbered sentences, broken to its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self._numbered = True
        self._colour = "accent_text"
        self._heights: dict[tuple[str, int, bool, float], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    @property
    def steps(self) -> tuple[str, ...]:
        """All steps, seen or not."""
        return self._steps

    @property
    def current(self) -> int:
        """Index of the lit step."""
        return self._current

    def show_steps(
        self, steps: Sequence[str], current: int, colour: str, *, numbered: bool
    ) -> None:
        """Show steps.

        Args:
            steps: whole sentences.
            current: index of the lit one.
            colour: name of the colour of its number.
            numbered: whether they have numbers.
        """
        wanted = (tuple(steps), current, colour, numbered)
        if wanted == (self._steps, self._current, self._colour, self._numbered):
            return
        if self._steps != wanted[0]:
            self._heights.clear()
        self._steps, self._current, self._colour, self._numbered = wanted
        lit = self._steps[current] if self._steps else ""
        self.setAccessibleName(lit)
        self.setAccessibleDescription(" ".join(self._steps))
        self.updateGeometry()
        self.update()

    def seen(self) -> range:
        """Return the indexes of the steps there is room for, always with the lit one."""
        if not self._steps:
            return range(0)
        first = last = self._current
        room = self.height() - self._height_of(self._current)
        while last + 1 < len(self._steps):
            room -= _GAP + self._height_of(last + 1)
            if room < 0:
                return range(first, last + 1)
            last += 1
        while first > 0:
            room -= _GAP + self._height_of(first - 1)
            if room < 0:
                break
            first -= 1
        return range(first, last + 1)

    def least_height(self, width: int) -> int:
        """Return the height in which whichever step is lit is seen, at a width."""
        room = max(120, width - self._indent())
        return max((self._height(step, room, lit=True) for step in self._steps), default=0)

    def lines(self, count: int) -> int:
        """Return the height of steps that have so many lines, two each."""
        line = QFontMetrics(self._font(lit=False)).height()
        return count * line + max(0, count // 2 - 1) * _GAP

    def sizeHint(self) -> QSize:
        """Return the size in which all steps are seen."""
        heights = [self._height_of(i) + _GAP for i in range(len(self._steps))]
        return QSize(360, max(0, sum(heights) - _GAP))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which whichever step is lit is seen."""
        return QSize(200, min(40, self.least_height(self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        y = 0
        for index in self.seen():
            lit = index == self._current
            height = self._height_of(index)
            painter.setFont(self._font(lit=lit))
            if self._numbered:
                strong = self._font(lit=True)
                painter.setFont(strong)
                painter.setPen(tokens.colour(self._colour) if lit else tokens.ink2)
                painter.drawText(QRect(0, y, self._indent(), height), _WRAP, str(index + 1))
                painter.setFont(self._font(lit=lit))
            painter.setPen(tokens.ink if lit else tokens.ink2)
            room = QRect(self._indent(), y, self.width() - self._indent(), height)
            painter.drawText(room, _WRAP, self._steps[index])
            y += height + _GAP

    def _indent(self) -> int:
        return self._theme.fonts.pixels(_NUMBER_COLUMN) if self._numbered else 0

    def _font(self, *, lit: bool) -> QFont:
        weight = QFont.Weight.DemiBold if lit else QFont.Weight.Normal
        fonts = self._theme.fonts
        return fonts.sized(_SMALL_PIXELS if fonts.factor >= LARGE_TEXT else _PIXELS, weight)

    def _height_of(self, index: int) -> int:
        width = max(120, self.width() - self._indent())
        return self._height(self._steps[index], width, lit=index == self._current)

    def _height(self, step: str, width: int, *, lit: bool) -> int:
        """Return how high a step is in a width; asked again and again while all is fitted."""
        wanted = (step, width, lit, self._theme.fonts.factor)
        height = self._heights.get(wanted)
        if height is None:
            metrics = QFontMetrics(self._font(lit=lit))
            room = QRect(0, 0, width, _UNBOUNDED)
            height = self._heights[wanted] = metrics.boundingRect(room, _WRAP, step).height()
        return height
