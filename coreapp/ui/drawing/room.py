"""What the room around a body is coloured with: ground, things and arrows."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.tokens import Tokens


class Stuff(NamedTuple):
    """What a thing is made of: its colour, and the colours of its shade, its light and its rim."""

    base: QColor
    shade: QColor
    light: QColor
    rim: QColor

    def lit(self, share: float) -> QColor:
        """Return the colour of a face that gets a share of the light: 0 shade, 1 full, up to 1.2.

        What is above 1 goes on towards the light.
        """
        if share <= 1.0:
            return mixed(self.shade, self.base, max(0.0, share))
        return mixed(self.base, self.light, min(1.0, (share - 1.0) * 5.0))


@dataclass(frozen=True, slots=True, eq=False)
class RoomColours:
    """All colours of the room; keep one for each theme, since things are kept by it.

    Attributes:
        depth: how strong shadows are, 1 on a light ground; a dark one swallows them.
        arrow, paper: an arrow, and the halo that parts it from what it crosses.
    """

    mat: QColor
    mat_edge: QColor
    mat_light: QColor
    glow: QColor
    shadow: QColor
    depth: float
    wall: QColor
    wall_foot: QColor
    wood: Stuff
    fabric: Stuff
    foam: Stuff
    iron: Stuff
    arrow: QColor
    paper: QColor


def room_colours(tokens: Tokens) -> RoomColours:
    """Return the room in a theme's colours."""
    return RoomColours(
        mat=tokens.mat,
        mat_edge=tokens.mat_edge,
        mat_light=mixed(tokens.mat, _LIGHT, 0.05 if tokens.dark else 0.16),
        glow=tokens.floor_glow,
        shadow=tokens.shadow,
        depth=1.45 if tokens.dark else 1.0,
        wall=tokens.wall,
        wall_foot=mixed(tokens.wall, _LIGHT if tokens.dark else _INK, 0.13),
        wood=_stuff(tokens.wood),
        fabric=_stuff(tokens.fabric),
        foam=_stuff(tokens.foam),
        iron=_stuff(tokens.iron),
        arrow=tokens.arrow,
        paper=tokens.stage,
    )


_INK: Final = QColor("#2B2440")
_LIGHT: Final = QColor("#FFF6E6")


def _stuff(base: QColor) -> Stuff:
    return Stuff(base, mixed(base, _INK, 0.32), mixed(base, _LIGHT, 0.22), mixed(base, _INK, 0.55))
