"""The name of what is done, as large as there is room for."""

from typing import Final

from PySide6.QtGui import QFontMetricsF

from coreapp.ui.player.facts_row import LARGE_TEXT
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_narrow_text, set_kind

STEPS: Final = (Type.FIGURE, Type.PAGE, Type.HEADING, Type.TITLE)
"""The sizes of the name of what is done; long words in large text take a smaller one."""


class Heading:
    """A label whose step of type follows from the window, and from the words if they are long.

    Attributes:
        label: what is seen.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._small = False
        self._fits: tuple[str, int, int] | None = None
        self.label = make_narrow_text(kind=Type.FIGURE)

    def set_small(self, *, small: bool) -> None:
        """Follow the window."""
        self._small = small
        self.reset()

    def reset(self) -> None:
        """Have the step of type again that it has where there is room."""
        self._fits = None
        set_kind(self.label, self._usual())

    def fit(self, width: int, height: int) -> None:
        """Take the largest step in which it is seen wholly; no word is broken."""
        fits = (self.label.text(), width, height)
        if fits == self._fits:  # this comes with every second, a step of type is dear
            return
        self.reset()
        self._fits = fits
        for kind in STEPS[STEPS.index(self._usual()) + 1 :]:
            if self._has_room(width, height):
                return
            set_kind(self.label, kind)

    def lines(self, count: int) -> int:
        """Return how high so many lines are where there is room."""
        return round(count * QFontMetricsF(self._theme.font(self._usual())).height())

    def _has_room(self, width: int, height: int) -> bool:
        """Tell whether it has room as it is now, its longest word on one line."""
        high = self.label.heightForWidth(width)  # which sees to it that its font is known
        metrics = self.label.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.label.text().split()), default=0)
        return high <= height and longest <= width

    def _usual(self) -> Type:
        """Return the step where there is room."""
        if not self._small:
            return Type.FIGURE
        # A small window has no room for a heading that large text makes twice as large.
        return Type.PAGE if self._theme.fonts.factor < LARGE_TEXT else Type.HEADING
