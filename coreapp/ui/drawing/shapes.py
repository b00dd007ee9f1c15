"""Convex shapes of which a body is drawn: hulls of ellipses and of balls.

Both know their levels: copies of themselves, smaller and nearer to the light. All in pixels.
"""

from collections.abc import Sequence
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import Final, Protocol

from PySide6.QtGui import QPainterPath

from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, Level
from coreapp.ui.drawing.tubes import Disc

_DIRECTIONS: Final = tuple((cos(2 * pi * i / 28), sin(2 * pi * i / 28)) for i in range(28))
_HALF: Final = _DIRECTIONS[:14]


class Shape(Protocol):
    """What can be painted at any level.

    Attributes:
        radius: that of its thickest part, in pixels.
    """

    radius: float

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        ...

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        ...


class Ellipse:
    """A ball or an egg as it is seen, with what it reaches in every direction."""

    __slots__ = ("light", "offsets", "reaches", "x", "y")

    def __init__(self, x: float, y: float, spread: tuple[float, float, float]) -> None:
        """Take the middle and the (symmetric) matrix whose ellipse it is: xx, xy, yy."""
        a, b, c = spread
        self.x = x
        self.y = y
        reaches = [sqrt(a * u * u + 2.0 * b * u * v + c * v * v + 1e-9) for u, v in _HALF]
        offsets = [
            ((a * u + b * v) / reach, (b * u + c * v) / reach)
            for (u, v), reach in zip(_HALF, reaches, strict=True)
        ]
        # The other half is opposite.
        self.offsets = offsets + [(-x, -y) for x, y in offsets]
        self.reaches = reaches + reaches
        su, sv = a * LIGHT_X + b * LIGHT_Y, b * LIGHT_X + c * LIGHT_Y
        reach = sqrt(LIGHT_X * su + LIGHT_Y * sv + 1e-9)
        self.light = (su / reach, sv / reach)


def ball(x: float, y: float, radius: float) -> Ellipse:
    """Return a ball as it is seen."""
    square = radius * radius
    return Ellipse(x, y, (square, 0.0, square))


class Hull:
    """What a tight skin around some ellipses looks like."""

    __slots__ = ("_points", "radius")

    def __init__(self, ellipses: Sequence[Ellipse]) -> None:
        best = [(item, item.x, item.y) for item in ellipses]
        first, *others = best
        points = []
        for i, (u, v) in enumerate(_DIRECTIONS):
            item, x, y = first
            far = x * u + y * v + item.reaches[i]
            for other, ox, oy in others:
                reach = ox * u + oy * v + other.reaches[i]
                if reach > far:
                    item, x, y, far = other, ox, oy, reach
            points.append((x, y, item.offsets[i], item.light))
        self._points = points
        self.radius = max(ellipse.reaches[0] for ellipse in ellipses)

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        shift, size, _ = level
        path = QPainterPath()
        line = path.moveTo
        for x, y, (ox, oy), (lx, ly) in self._points:
            line(x + shift * lx + size * ox, y + shift * ly + size * oy)
            line = path.lineTo
        path.closeSubpath()
        return path

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        path = QPainterPath()
        line = path.moveTo
        for (x, y, (ox, oy), _), (u, v) in zip(self._points, _DIRECTIONS, strict=True):
            line(x + ox + width * u, y + oy + width * v)
            line = path.lineTo
        path.closeSubpath()
        return path


class Balls:
    """What a tight skin around some balls looks like: arcs, and straight lines between them."""

    __slots__ = ("_arcs", "_discs", "radius")

    def __init__(self, discs: Sequence[Disc]) -> None:
        arcs = _arcs(discs)
        self._discs = [disc for disc, _, _ in arcs]
        self._arcs = [(start, turn) for _, start, turn in arcs]
        self.radius = max(disc.r for disc in discs)

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return self._outline([disc.at(level) for disc in self._discs])

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        return self._outline([disc.wider(width) for disc in self._discs])

    def _outline(self, circles: Sequence[tuple[float, float, float]]) -> QPainterPath:
        path = QPainterPath()
        x, y, r = circles[0]
        path.arcMoveTo(x - r, y - r, 2 * r, 2 * r, 0.0)
        for (x, y, r), (start, turn) in zip(circles, self._arcs, strict=True):
            path.arcTo(x - r, y - r, 2 * r, 2 * r, start, turn)
        path.closeSubpath()
        return path


def _arcs(discs: Sequence[Disc]) -> list[tuple[Disc, float, float]]:
    """Return the arcs of a hull of circles: circle, first angle and turn, in degrees.

    Counted as QPainterPath counts them; walking around, each circle is left where the line to
    the next one touches it.
    """
    now = max(discs, key=lambda disc: disc.x + disc.r)
    angle, stop = 0.0, 360.0
    found = []
    for _ in range(2 * len(discs) + 1):
        following, least = None, stop
        for disc in discs:
            if disc is not now:
                leave = _leaving(now, disc, angle)
                if leave < least:
                    following, least = disc, leave
        if following is None:
            break
        found.append((now, angle, least - angle))
        now, angle = following, least
    found.append((now, angle, stop - angle))
    return found


def _leaving(one: Disc, two: Disc, after: float) -> float:
    """Return the angle, not before `after`, from which on the second circle reaches further."""
    dx, dy = two.x - one.x, one.y - two.y
    length = hypot(dx, dy)
    lacking = one.r - two.r
    if length <= abs(lacking):
        return 1e9 if lacking >= 0.0 else after
    half = degrees(acos(lacking / length))
    turn = (degrees(atan2(dy, dx)) - half - after) % 360.0
    # The second one reaches further for twice `half` from there.
    if turn > 360.0 - 2.0 * half + 1e-6:
        return after
    return after + turn
