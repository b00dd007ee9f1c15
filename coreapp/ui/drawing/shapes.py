"""Convex shapes of which a body is drawn: hulls of ellipses and of balls.

Both know their levels: copies of themselves, smaller and nearer to the light. All in pixels.
"""

from collections.abc import Sequence
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import Final, Protocol

from PySide6.QtGui import QPainterPath

from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, Level
from coreapp.ui.drawing.tubes import Circle, Disc, circles_at, wider

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
    """A ball or an egg as it is seen.

    Attributes:
        reaches: how far it reaches in each direction, from where x and y are 0.
        offsets: the way from its middle to the point that reaches furthest in each direction.
        light: the way from its middle to the point that is nearest to the light.
        size: how far it reaches to the right of its middle.
    """

    __slots__ = ("light", "offsets", "reaches", "size", "x", "y")

    def __init__(self, x: float, y: float, spread: tuple[float, float, float]) -> None:
        """Take the middle and the (symmetric) matrix whose ellipse it is: xx, xy, yy."""
        a, b, c = spread
        self.x = x
        self.y = y
        ahead, behind, offsets = [], [], []
        for u, v in _HALF:
            right, down = a * u + b * v, b * u + c * v
            size, at = sqrt(right * u + down * v + 1e-9), x * u + y * v
            offsets.append((right / size, down / size))
            ahead.append(size + at)
            # The other half is opposite.
            behind.append(size - at)
        self.offsets = offsets + [(-right, -down) for right, down in offsets]
        self.reaches = ahead + behind
        self.size = sqrt(a + 1e-9)
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
        first, *others = ellipses
        points = []
        for index, reach in enumerate(first.reaches):
            best, far = first, reach
            for other in others:
                if other.reaches[index] > far:
                    best, far = other, other.reaches[index]
            points.append((best.x, best.y, best.offsets[index], best.light))
        self._points = points
        self.radius = max(ellipse.size for ellipse in ellipses)

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

    __slots__ = ("_discs", "_turns", "radius")

    def __init__(self, discs: Sequence[Disc]) -> None:
        arcs = _arcs(discs)
        self._discs = [disc for disc, _, _ in arcs]
        self._turns = [(start, turn) for _, start, turn in arcs]
        self.radius = max(disc.r for disc in discs)

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return self._outline(circles_at(self._discs, level))

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        return self._outline(wider(self._discs, width))

    def _outline(self, circles: Sequence[Circle]) -> QPainterPath:
        path = QPainterPath()
        arc = path.arcTo
        x, y, r = circles[0]
        path.arcMoveTo(x - r, y - r, 2 * r, 2 * r, self._turns[0][0])
        for (x, y, r), (start, turn) in zip(circles, self._turns, strict=True):
            arc(x - r, y - r, 2 * r, 2 * r, start, turn)
        path.closeSubpath()
        return path


def _arcs(discs: Sequence[Disc]) -> list[tuple[Disc, float, float]]:
    """Return the arcs of a hull of circles: circle, first angle and turn, in degrees.

    Counted as QPainterPath counts them; walking around, each circle is left where the line to
    the next one touches it.
    """
    if len(discs) == 2:
        return _two_arcs(*discs)
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
    if found and found[0][0] is now:
        # The walk ends on the arc on which it began.
        _, _, turn = found.pop(0)
        return [(now, angle - stop, stop - angle + turn), *found]
    return [*found, (now, angle, stop - angle)]


def _two_arcs(one: Disc, two: Disc) -> list[tuple[Disc, float, float]]:
    dx, dy = two.x - one.x, one.y - two.y
    length, lacking = hypot(dx, dy), one.r - two.r
    if length <= abs(lacking):
        return [(one if lacking >= 0.0 else two, 0.0, 360.0)]
    half = degrees(acos(lacking / length))
    # The second circle is the outline for twice `half`, around where it lies from the first.
    start = degrees(atan2(dy, dx)) - half
    return [(two, start, 2.0 * half), (one, start + 2.0 * half, 360.0 - 2.0 * half)]


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
