"""The planes that shadows fall on: the floor, a wall, the upper side of a thing."""

from typing import Final, NamedTuple

from PySide6.QtGui import QTransform

from coreapp.domain.figure.vectors import ORIGIN, UP, Vec
from coreapp.ui.drawing.camera import Projector

_EDGE_ON: Final = 0.03


class Surface(NamedTuple):
    """A plane that shadows fall on: a point of it, two directions along it, one away from it.

    Attributes:
        half: how far it goes across on both sides, in metres, if it fades there.
        fade: over how many metres it does, and all shadows with it; 0 for what does not.
    """

    at: Vec
    across: Vec
    along: Vec
    normal: Vec
    half: float = 0.0
    fade: float = 0.0

    def faces(self, projector: Projector) -> bool:
        """Return whether the viewer sees the side on which the shadows are."""
        return self.normal.dot(projector.toward) > _EDGE_ON

    def local(self, point: Vec) -> tuple[float, float, float]:
        """Return how far a point is across the surface, along it, and above it."""
        (ox, oy, oz), (ax, ay, az), (bx, by, bz), (nx, ny, nz) = self[:4]
        x, y, z = point
        x, y, z = x - ox, y - oy, z - oz
        return (
            x * ax + y * ay + z * az,
            x * bx + y * by + z * bz,
            x * nx + y * ny + z * nz,
        )

    def screen(self, projector: Projector) -> QTransform:
        """Return the way from the surface (metres across and along it) to the screen."""
        scale, right, up = projector.scale, projector.right, projector.up
        x, y = projector.flat(self.at)
        return QTransform(
            scale * self.across.dot(right),
            -scale * self.across.dot(up),
            scale * self.along.dot(right),
            -scale * self.along.dot(up),
            x,
            y,
        )


FLOOR: Final = Surface(ORIGIN, Vec(1.0, 0.0, 0.0), Vec(0.0, 1.0, 0.0), UP)
