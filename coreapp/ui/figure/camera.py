"""How a body is looked at: parallel projection, and the frame that holds a whole movement."""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from coreapp.domain.figure.motion import Camera, Figure, Movement
from coreapp.domain.figure.skeleton import Arm, Body, Leg, Vec

_MARGIN = 0.075
_MAT_REACH = 0.09
_SAMPLES = 48
MAT_HALF_WIDTH = 0.19


class Ball(NamedTuple):
    """A projected sphere: a circle on the screen."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What stays the same through a movement: camera, mat, and the frame to fit.

    Attributes:
        frame: in units of H on the projection plane, y up.
        mat: from and to, along x, in units of H; None without a mat.
    """

    camera: Camera
    frame: QRectF
    mat: tuple[float, float] | None


class Projector:
    """Turns points in units of H into pixels."""

    def __init__(self, scene: Scene, rect: QRectF) -> None:
        azimuth, elevation = radians(scene.camera.azimuth), radians(scene.camera.elevation)
        self._right = Vec(cos(azimuth), sin(azimuth), 0.0)
        self._up = Vec(
            -sin(elevation) * sin(azimuth), sin(elevation) * cos(azimuth), cos(elevation)
        )
        frame = scene.frame
        self.scale = min(rect.width() / frame.width(), rect.height() / frame.height())
        middle = frame.center()
        self._x = rect.center().x() - middle.x() * self.scale
        self._y = rect.center().y() + middle.y() * self.scale

    def point(self, point: Vec) -> QPointF:
        """Return where a point is on the screen."""
        return QPointF(
            self._x + self.scale * point.dot(self._right),
            self._y - self.scale * point.dot(self._up),
        )

    def ball(self, point: Vec, radius: float) -> Ball:
        """Return the circle of a sphere."""
        return Ball(
            self._x + self.scale * point.dot(self._right),
            self._y - self.scale * point.dot(self._up),
            radius * self.scale,
        )

    def floor(self) -> QTransform:
        """Return the way from the floor (x, y in units of H) to the screen."""
        return QTransform(
            self.scale * self._right.x,
            -self.scale * self._up.x,
            self.scale * self._right.y,
            -self.scale * self._up.y,
            self._x,
            self._y,
        )


def make_scene(figure: Figure, *, mirror: bool = False, one: Body | None = None) -> Scene:
    """Return the scene of a movement, or of one body of it."""
    camera = figure.camera
    if mirror and figure.view.value == "front":
        camera = Camera(-camera.azimuth, camera.elevation)
    keys = figure.key_bodies(mirror=mirror) if one is None else (one,)
    xs = [point.x for body in keys for point in _outline(body)]
    mat = (min(xs) - _MAT_REACH, max(xs) + _MAT_REACH) if figure.mat else None
    bodies = list(keys)
    if one is None:
        movement = Movement(figure, mirror=mirror)
        bodies += [movement.body_at(i / _SAMPLES) for i in range(_SAMPLES)]
    points = [point for body in bodies for point in _outline(body)]
    return Scene(camera, _frame(points, camera, mat), mat)


def _frame(points: list[Vec], camera: Camera, mat: tuple[float, float] | None) -> QRectF:
    plain = Projector(Scene(camera, QRectF(0, 0, 1, 1), None), QRectF(0, 0, 1, 1))
    seen = [plain.point(point) for point in points]
    left = min(point.x() for point in seen) - _MARGIN
    right = max(point.x() for point in seen) + _MARGIN
    top = min(point.y() for point in seen) - _MARGIN
    bottom = max(point.y() for point in seen) + _MARGIN
    if mat is not None:
        corners = [
            plain.point(Vec(x, y, 0.0)) for x in mat for y in (-MAT_HALF_WIDTH, MAT_HALF_WIDTH)
        ]
        left = min(left, *(corner.x() - 0.02 for corner in corners))
        right = max(right, *(corner.x() + 0.02 for corner in corners))
        bottom = max(bottom, *(corner.y() + 0.03 for corner in corners))
    origin = plain.point(Vec(0.0, 0.0, 0.0))
    return QRectF(left - origin.x(), origin.y() - bottom, right - left, bottom - top)


def _outline(body: Body) -> list[Vec]:
    points = [body.pelvis, body.waist, body.chest, body.head, body.head.plus(body.crown, 0.03)]
    for arm in (body.right_arm, body.left_arm):
        points += _of_arm(arm)
    for leg in (body.right_leg, body.left_leg):
        points += _of_leg(leg)
    return points


def _of_arm(arm: Arm) -> list[Vec]:
    return [arm.shoulder, arm.elbow, arm.wrist, arm.tip]


def _of_leg(leg: Leg) -> list[Vec]:
    return [leg.hip, leg.knee, leg.ankle, leg.heel, leg.toe]
