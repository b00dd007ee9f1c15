"""The parts of the exercise page, in two columns or in the order in which they are needed."""

from typing import Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.woven_layout import WovenLayout

LEFT: Final = 688
RIGHT: Final = 396
"""Shares of the width that the two columns of the page have, wherever they begin anew."""

LEAST: Final = 720
"""The width at 100 % text from which there are two columns.

Of large text as many letters have to fit: a step of which three words stand in a line is not read.
"""

GAP: Final = 44
_SPACING: Final = 28


def least_pixels(theme: Theme) -> float:
    """Return the width from which the page has two columns, with the letters as they are."""
    return LEAST * theme.fonts.factor


class PageParts(Block):
    """Takes what shows the exercise into the left column, and what says it into the right one.

    In a narrow window all parts stand in the order in which they were added: steps come right
    after the figure, and the signs to stop right after the steps.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = WovenLayout(self._least_pixels, (LEFT, RIGHT), GAP, _SPACING)
        self.setLayout(self._row)
        theme.changed.connect(self._row.invalidate)

    def add_left(self, part: QWidget) -> None:
        """Add a part to the left column."""
        self._put(part, 0)

    def add_right(self, part: QWidget) -> None:
        """Add a part to the right column."""
        self._put(part, 1)

    def _put(self, part: QWidget, column: int) -> None:
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
        self._row.put(part, column)

    def _least_pixels(self) -> float:
        return least_pixels(self._theme)
