"""The hair: a cap on the skull, and a pony tail that falls."""

from collections.abc import Sequence
from math import acos, asin, cos, hypot, pi, radians, sin, sqrt
from typing import Final

from PySide6.QtGui import QPainterPath

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, Level
from coreapp.ui.drawing.parts import Axes, Spot

_H: Final = m.STATURE
_HAIR: Final = (0.0605 * _H, 0.0500 * _H, 0.0600 * _H)
_TILT: Final = radians(38.0)
_ANGLE: Final = radians(91.0)
_AXIS: Final = Vec(-sin(_TILT), 0.0, cos(_TILT))
_STEPS: Final = 14
_INSIDE: Final = 0.35
"""How far a level's edge stays behind the hairline, as a share of what the level has shrunk."""
TAIL: Final = ((0.0170, 0.0), (0.0215, 0.030), (0.0205, 0.034), (0.0155, 0.034), (0.0060, 0.030))
"""Radius of the tail, and how far it is from the one before; fractions of stature."""


class Cap:
    """The visible part of a cap that covers the back of the skull, as far as to the hairline.

    It is reckoned on a ball, which is stretched to the skull's egg when it is drawn.
    """

    __slots__ = ("_above", "_across", "_at", "_seen", "_side", "_stretch", "radius")

    def __init__(self, at: Spot, axes: Axes) -> None:
        stretch = [
            (x * radius, y * radius, z * radius)
            for (x, y, z), radius in zip(axes, _HAIR, strict=True)
        ]
        length = sqrt(sum(z * z for _, _, z in stretch))
        view = Vec(*(z / length for _, _, z in stretch))
        self._at = at
        self.radius = hypot(*(x for x, _, _ in stretch))
        self._seen = _AXIS.dot(view)
        self._across = sqrt(max(1e-9, 1.0 - self._seen * self._seen))
        # Ways on the screen: where the cap's middle lies, and square to it.
        above = _AXIS.plus(view, -self._seen).times(1.0 / self._across)
        side = _AXIS.cross(view).times(1.0 / self._across)
        self._above = _flat(above, stretch)
        self._side = _flat(side, stretch)
        self._stretch = stretch

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        shift, size, _ = level
        light_x, light_y = shift * self.radius * LIGHT_X, shift * self.radius * LIGHT_Y
        if not shift:
            return self._outline(size, light_x, light_y, _ANGLE)
        (ax, ay), angle = self._above, acos(self._seen)
        ahead = (light_x * ax + light_y * ay) / (ax * ax + ay * ay)
        edge = (sin(angle - _ANGLE) + _INSIDE * (1.0 - size) - ahead) / size
        if edge >= 1.0:
            return QPainterPath()
        return self._outline(size, light_x, light_y, angle - asin(max(-1.0, edge)))

    rough = path

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        return self._outline(1.0 + width / self.radius, 0.0, 0.0, _ANGLE)

    def _outline(self, size: float, dx: float, dy: float, angle: float) -> QPainterPath:
        """Return the outline of a cap of half this angle, on a ball of this size."""
        c, d = cos(angle), sin(angle)
        ring = _turn(-c * self._seen, d * self._across)
        rest = _turn(c, self._across)
        # Along the edge of the cap, then back along the ball's own outline.
        spots = [
            (c * self._across - d * cos(turn) * self._seen, d * sin(turn))
            for turn in _between(-ring, ring)
        ]
        spots += [(cos(turn), sin(turn)) for turn in _between(rest, -rest)]
        (ax, ay), (bx, by) = self._above, self._side
        x0, y0 = self._at[0] + dx, self._at[1] + dy
        path = QPainterPath()
        line = path.moveTo
        for h, k in spots:
            line(x0 + size * (h * ax + k * bx), y0 + size * (h * ay + k * by))
            line = path.lineTo
        path.closeSubpath()
        return path


def falling(body: Body) -> list[Vec]:
    """Return where the tail hangs: it falls, but not through head, neck, back or floor."""
    head = body.head
    way = head.frame.out(Vec(-0.85, 0.0, 0.35))
    at = head.point(Vec(-0.053 * _H, 0.0, 0.022 * _H))
    points = [at]
    for radius, step in TAIL[1:]:
        way = way.times(0.62).plus(Vec(0.0, 0.0, -1.0), 0.75).unit()
        at = at.plus(way, step * _H)
        at = _outside(at, head.at, 0.058 * _H + radius * _H * 0.5)
        at = _outside(at, body.neck.at, 0.040 * _H + radius * _H * 0.5)
        low = radius * _H * 0.7
        if at.z < low:
            at = _lying(points[-1], at, low, step * _H, head.frame.up)
        way = at.minus(points[-1]).unit()
        points.append(at)
    return points


def _flat(way: Vec, stretch: Sequence[Spot]) -> tuple[float, float]:
    x = sum(share * axis[0] for share, axis in zip(way, stretch, strict=True))
    y = sum(share * axis[1] for share, axis in zip(way, stretch, strict=True))
    return x, y


def _turn(needed: float, radius: float) -> float:
    """Return up to which angle a circle of this radius stays above what is needed."""
    if radius <= abs(needed):
        return pi if needed < 0.0 else 0.0
    return acos(needed / radius)


def _between(first: float, last: float) -> list[float]:
    return [] if first == last else [first + (last - first) * i / _STEPS for i in range(_STEPS + 1)]


def _outside(point: Vec, middle: Vec, radius: float) -> Vec:
    way = point.minus(middle)
    length = way.length()
    return point if length >= radius or length < 1e-6 else middle.plus(way, radius / length)


def _lying(before: Vec, at: Vec, low: float, step: float, crown: Vec) -> Vec:
    """Return the next point of a tail that has reached the floor: it lies beyond the crown."""
    flat = Vec(at.x - before.x + 0.03 * crown.x, at.y - before.y + 0.03 * crown.y, 0.0)
    length = flat.length()
    if length < 1e-6:
        return Vec(at.x, at.y, low)
    level = before.plus(flat, step / length)
    return Vec(level.x, level.y, max(low, min(before.z, low)))
