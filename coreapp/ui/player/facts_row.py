"""The row beneath what is done: the side in a pill, then set, repetition, seconds."""

from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.flow_layout import FlowLayout

LARGE_TEXT: Final = 1.4
"""From this size of text on the heading needs the room that facts can spare."""

_PIXELS: Final = 20
_SMALL_PIXELS: Final = 16
_GAP: Final = 20
_LINE_GAP: Final = 6
_AIR: Final = 4
"""Over and under a fact, which so is as high as the pill."""
_PILL_RADIUS: Final = 0.64
"""Of a small pill, of its letters: more than half its height would be none at all."""


class FactsRow(QWidget):
    """Facts in as many lines as they need; hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side = QLabel(self)
        self._side.setProperty("role", "side")
        self._facts: list[QLabel] = []
        self._shown: tuple[str, tuple[str, ...]] | None = None
        self._row = FlowLayout(_GAP, _LINE_GAP, can_spare=2)
        self.setLayout(self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    @property
    def font_of_facts(self) -> QFont:
        """The letters of a fact, smaller where text is large."""
        return self._theme.fonts.sized(self._pixels(), QFont.Weight.Normal)

    def show_facts(self, side: str, facts: tuple[str, ...]) -> None:
        """Show the side, if any, and the facts after it."""
        if (side, facts) == self._shown:  # what counts down comes with every second
            return
        self._shown = side, facts
        self._side.setText(side)
        self._side.setVisible(bool(side))
        while len(self._facts) < len(facts):
            label = QLabel(self)
            label.setProperty("tone", "ink2")
            label.setFont(self.font_of_facts)
            label.setContentsMargins(0, _AIR, 0, _AIR)
            self._facts.append(label)
        while self._row.takeAt(0) is not None:
            pass
        if side:
            self._row.addWidget(self._side)
        for index, label in enumerate(self._facts):
            label.setVisible(index < len(facts))
            if index < len(facts):
                label.setText(facts[index])
                self._row.addWidget(label)
        self.setVisible(self._row.count() > 0)
        self._row.invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in a width."""
        return self._row.heightForWidth(width)

    def lines(self, count: int) -> int:
        """Return how high so many lines are."""
        line = round(QFontMetricsF(self.font_of_facts).height()) + 2 * _AIR
        return count * line + max(0, count - 1) * _LINE_GAP

    def follow_theme(self) -> None:
        """Have the letters of the theme's size."""
        for label in self._facts:
            label.setFont(self.font_of_facts)
        self._side.setStyleSheet(self._side_style())

    def _pixels(self) -> int:
        """Return the size of the letters at 100 % text."""
        return _SMALL_PIXELS if self._theme.fonts.factor >= LARGE_TEXT else _PIXELS

    def _side_style(self) -> str:
        """Return what differs from the theme's own style sheet, which knows one size of pill."""
        if self._pixels() == _PIXELS:
            return ""
        pixels = self._theme.fonts.pixels(_SMALL_PIXELS)
        return f"font-size: {pixels}px; border-radius: {round(pixels * _PILL_RADIUS)}px"
