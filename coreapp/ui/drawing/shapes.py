"""Convex shapes of which a body is drawn: hulls of ellipses and of balls.

Both know their levels: copies of themselves, smaller and nearer to the light. All in pixels.
"""

from collections.abc import Sequence
from itertools import combinations
from math import acos, atan2, cos, degrees, hypot, pi, sin, sqrt
from typing import Final, Protocol

from PySide6.QtGui import QPainterPath

from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, Level
from coreapp.ui.drawing.tubes import Circle, Disc, circles_at, wider

_DIRECTIONS: Final = tuple((cos(2 * pi * i / 28), sin(2 * pi * i / 28)) for i in range(28))
_HALF: Final = _DIRECTIONS[:14]
Point = tuple[float, float, float, float, float, float]
"""A point of a hull: whose middle, the way from there to the outline, and that to its light."""


class Shape(Protocol):
    """What can be painted at any level.

    Attributes:
        radius: that of its thickest part, in pixels.
    """

    radius: float

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        ...

    def rough(self, level: Level) -> QPainterPath:
        """Return the outline at a level, with fewer points.

        For light on what moves: it hardly differs from what it lies on.
        """
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
        ahead, behind, offsets, opposite = [], [], [], []
        for u, v in _HALF:
            right, down = a * u + b * v, b * u + c * v
            size, at = sqrt(right * u + down * v + 1e-9), x * u + y * v
            right /= size
            down /= size
            offsets.append((right, down))
            opposite.append((-right, -down))
            ahead.append(size + at)
            behind.append(size - at)
        self.offsets = offsets + opposite
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

    __slots__ = ("_few", "_points", "radius")

    def __init__(self, ellipses: Sequence[Ellipse]) -> None:
        points, few, last = [], [], None
        for index, reaches in enumerate(zip(*[each.reaches for each in ellipses], strict=True)):
            best = ellipses[reaches.index(max(reaches))]
            point = (best.x, best.y, *best.offsets[index], *best.light)
            points.append(point)
            # Each ellipse that shows at all keeps a point.
            if best is not last or index % 2 == 0:
                few.append(point)
            last = best
        self._points, self._few = points, few
        self.radius = max([ellipse.size for ellipse in ellipses])

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return _around(self._points, level)

    def rough(self, level: Level) -> QPainterPath:
        """Return the outline at a level, with about half as many points."""
        return _around(self._few, level)

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        path = QPainterPath()
        (x, y, ox, oy, _, _), (u, v) = self._points[-1], _DIRECTIONS[-1]
        path.moveTo(x + ox + width * u, y + oy + width * v)
        line = path.lineTo
        for (x, y, ox, oy, _, _), (u, v) in zip(self._points, _DIRECTIONS, strict=True):
            line(x + ox + width * u, y + oy + width * v)
        return path


def _around(points: Sequence[Point], level: Level) -> QPainterPath:
    shift, size, _ = level
    path = QPainterPath()
    x, y, ox, oy, lx, ly = points[-1]
    path.moveTo(x + shift * lx + size * ox, y + shift * ly + size * oy)
    line = path.lineTo
    for x, y, ox, oy, lx, ly in points:
        line(x + shift * lx + size * ox, y + shift * ly + size * oy)
    return path


class Balls:
    """What a tight skin around some balls looks like: arcs, and straight lines between them."""

    __slots__ = ("_discs", "_turns", "radius")

    def __init__(self, discs: Sequence[Disc]) -> None:
        arcs = _arcs(discs)
        self._discs = [disc for disc, _, _ in arcs]
        self._turns = [(start, turn) for _, start, turn in arcs]
        self.radius = max([disc.r for disc in discs])

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return self._outline(circles_at(self._discs, level))

    rough = path

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
    beyond = _beyond(discs)
    edges = [x + r for x, _, r, _ in discs]
    now = edges.index(max(edges))
    angle, stop = 0.0, 360.0
    found: list[tuple[Disc, float, float]] = []
    for _ in range(2 * len(discs) + 1):
        following, least = None, stop
        for other, start, turn in beyond[now]:
            ahead = (start - angle) % 360.0
            leave = angle if ahead > 360.0 - turn + 1e-6 else angle + ahead
            if leave < least:
                following, least = other, leave
        if following is None:
            break
        found.append((discs[now], angle, least - angle))
        now, angle = following, least
    if found and found[0][0] is discs[now]:
        # The walk ends on the arc on which it began.
        _, _, turn = found.pop(0)
        return [(discs[now], angle - stop, stop - angle + turn), *found]
    return [*found, (discs[now], angle, stop - angle)]


def _two_arcs(one: Disc, two: Disc) -> list[tuple[Disc, float, float]]:
    dx, dy = two.x - one.x, one.y - two.y
    length, lacking = hypot(dx, dy), one.r - two.r
    if length <= abs(lacking):
        return [(one if lacking >= 0.0 else two, 0.0, 360.0)]
    half = degrees(acos(lacking / length))
    # The second circle is the outline for twice `half`, around where it lies from the first.
    start = degrees(atan2(dy, dx)) - half
    return [(two, start, 2.0 * half), (one, start + 2.0 * half, 360.0 - 2.0 * half)]


def _beyond(discs: Sequence[Disc]) -> list[list[tuple[int, float, float]]]:
    """Return for each circle which others reach further, from which angle on and for how long."""
    found: list[list[tuple[int, float, float]]] = [[] for _ in discs]
    for (one, (x, y, r, _)), (two, (a, b, s, _)) in combinations(enumerate(discs), 2):
        dx, dy, lacking = a - x, y - b, r - s
        length = hypot(dx, dy)
        if length <= abs(lacking):
            inner, outer = (two, one) if lacking >= 0.0 else (one, two)
            found[inner].append((outer, 0.0, 360.0))
            continue
        towards, half = degrees(atan2(dy, dx)), degrees(acos(lacking / length))
        found[one].append((two, towards - half, 2.0 * half))
        found[two].append((one, towards + half, 360.0 - 2.0 * half))
    return found
