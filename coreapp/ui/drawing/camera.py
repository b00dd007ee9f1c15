"""How a body is looked at: parallel projection from any side."""

from math import cos, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.vectors import Vec


class Projector:
    """Turns points in metres into pixels; equal ones do the same.

    Attributes:
        scale: pixels of one metre.
        right: the direction of the world that is to the right in the picture.
        up: the direction of the world that is upwards in the picture.
        toward: the direction of the world that points to the viewer.
    """

    __slots__ = ("_x", "_y", "right", "scale", "toward", "up")

    def __init__(self, camera: Camera, frame: QRectF, rect: QRectF) -> None:
        """Fit `frame` (metres on the picture's plane, y downwards) into `rect` (pixels)."""
        azimuth, elevation = radians(camera.azimuth), radians(camera.elevation)
        self.right = Vec(cos(azimuth), sin(azimuth), 0.0)
        self.up = Vec(-sin(elevation) * sin(azimuth), sin(elevation) * cos(azimuth), cos(elevation))
        self.toward = self.right.cross(self.up)
        self.scale = min(rect.width() / frame.width(), rect.height() / frame.height())
        middle = frame.center()
        self._x = rect.center().x() - middle.x() * self.scale
        self._y = rect.center().y() - middle.y() * self.scale

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Projector) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def flat(self, point: Vec) -> tuple[float, float]:
        """Return where a point is on the screen, in pixels."""
        return (
            self._x + self.scale * point.dot(self.right),
            self._y - self.scale * point.dot(self.up),
        )

    def point(self, point: Vec) -> QPointF:
        """Return where a point is on the screen."""
        x, y = self.flat(point)
        return QPointF(x, y)

    def depth(self, point: Vec) -> float:
        """Return how near a point is to the viewer, in metres; greater is nearer."""
        return point.dot(self.toward)

    def floor(self) -> QTransform:
        """Return the way from the floor (x, y in metres) to the screen."""
        scale = self.scale
        return QTransform(
            scale * self.right.x,
            -scale * self.up.x,
            scale * self.right.y,
            -scale * self.up.y,
            self._x,
            self._y,
        )

    def _key(self) -> tuple[float, float, float, Vec, Vec]:
        return self._x, self._y, self.scale, self.right, self.up
