"""How form gets its volume: copies of a shape, each smaller, nearer to the light and lighter."""

from typing import Final, NamedTuple

LIGHT_X: Final = -0.42
LIGHT_Y: Final = -0.91
"""Where the light comes from, on the screen."""


class Level(NamedTuple):
    """One copy of a shape.

    Attributes:
        shift: how far it is moved to the light, as a share of its radius.
        size: how large it is; shift and size together are at most 1, so it stays inside.
        share: how much of the full colour it has; above 1 goes on towards the light.
    """

    shift: float
    size: float
    share: float


Levels = tuple[Level, ...]

MELTED: Final = Level(0.36, 0.40, 1.0)
"""What all levels come to where a shape melts into another: no edge is to be seen there."""
BASE: Final = Level(0.0, 1.0, 0.0)
FINE: Final = (
    BASE,
    Level(0.030, 0.965, 0.16),
    Level(0.065, 0.925, 0.32),
    Level(0.100, 0.875, 0.47),
    Level(0.140, 0.815, 0.61),
    Level(0.185, 0.745, 0.74),
    Level(0.235, 0.665, 0.86),
    Level(0.285, 0.580, 0.97),
    Level(0.335, 0.485, 1.05),
    Level(0.380, 0.390, 1.12),
)
"""For a still."""
PLAIN: Final = (
    Level(0.0, 1.0, 0.06),
    Level(0.07, 0.91, 0.36),
    Level(0.16, 0.79, 0.65),
    Level(0.27, 0.63, 0.90),
    Level(0.37, 0.44, 1.06),
)
"""For files of shapes, which are to stay small."""
COARSE: Final = (Level(0.0, 1.0, 0.20), Level(0.09, 0.88, 0.58), Level(0.24, 0.64, 0.95))
"""For what moves, and for small pictures: fewer steps, and smaller ones."""
LEVEL_SETS: Final[tuple[Levels, ...]] = (FINE, PLAIN, COARSE)
