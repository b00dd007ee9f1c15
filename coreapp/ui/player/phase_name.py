"""The name of the phase, in letters in which the name of every phase has the same room."""

from typing import Final

from coreapp.ui.player.words import all_badges
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.phase_badge import PhaseBadge

_PIXELS: Final = 20
_LEAST: Final = 12


class PhaseName(PhaseBadge):
    """What stands beside it stays where it is from phase to phase: no name needs more room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _PIXELS)
        self._fits: tuple[object, ...] = ()
        self._probe = PhaseBadge(theme, _PIXELS, self)
        self._probe.hide()

    def fit(self, room: int | None) -> None:
        """Take the largest letters in which each name of a phase fits; None is room enough."""
        names = all_badges()
        fits = (room, names, self._theme.fonts.factor)
        if fits == self._fits:
            return
        self._fits = fits
        self.set_pixels(_PIXELS if room is None else self._pixels_for(names, room))

    def _pixels_for(self, names: tuple[str, ...], room: int) -> int:
        for pixels in range(_PIXELS, _LEAST, -1):
            self._probe.set_pixels(pixels)
            if all(self._width_of(name) <= room for name in names):
                return pixels
        return _LEAST

    def _width_of(self, name: str) -> int:
        self._probe.show_phase(PhaseLook.WORK, name)
        return self._probe.sizeHint().width()
