"""A limb as it is seen: a smooth band around a row of circles, at any level. All in pixels."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, atan2, degrees, hypot, inf, sqrt
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, MELTED, Level

_STEEPEST: Final = 0.985
_KAPPA: Final = 0.5523
_EMPTY: Final = QPainterPath()
_EMPTY.setFillRule(Qt.FillRule.WindingFill)
"""What bands begin as: to copy it takes a third of the time of setting the rule each time."""


Circle = tuple[float, float, float]
"""Middle and radius."""
Side = tuple[float, float, float, float]
"""Where a band touches a circle: outwards on one side, outwards on the other."""
Cap = tuple[float, float] | tuple[float, float, float, float, float]
"""A round end: its first angle and its turn, in degrees; or a cut one: its sides, how open."""


class Disc(NamedTuple):
    """A circle of a tube.

    Attributes:
        melt: how far it has melted into what it grows out of: 0 not at all, 1 altogether.
    """

    x: float
    y: float
    r: float
    melt: float = 0.0

    def at(self, level: Level) -> Circle:
        """Return the circle at a level; what has melted has the same at all levels."""
        x, y, r, melt = self
        shift = level.shift + (MELTED.shift - level.shift) * melt
        size = level.size + (MELTED.size - level.size) * melt
        return x + r * shift * LIGHT_X, y + r * shift * LIGHT_Y, r * size

    def wider(self, width: float) -> Circle:
        """Return the circle made wider; where it has melted it stays behind its own edge."""
        x, y, r, melt = self
        move = r * MELTED.shift * melt
        small = r * (1.0 + (MELTED.size - 1.0) * melt) + width * (1.0 - 2.0 * melt)
        return x + move * LIGHT_X, y + move * LIGHT_Y, max(0.1, small)


def circles_at(discs: Sequence[Disc], level: Level) -> list[Circle]:
    """Return the circles at a level; the few that have melted take longer."""
    shift, size, _ = level
    right, down = shift * LIGHT_X, shift * LIGHT_Y
    return [
        (x + r * right, y + r * down, r * size) if not melt else Disc(x, y, r, melt).at(level)
        for x, y, r, melt in discs
    ]


def wider(discs: Sequence[Disc], width: float) -> list[Circle]:
    """Return the circles made wider; the few that have melted take longer."""
    return [
        (x, y, r + width) if not melt else Disc(x, y, r, melt).wider(width)
        for x, y, r, melt in discs
    ]


class Tube:
    """A limb: a smooth band around a row of circles.

    `start` and `end` are None for round ends. Otherwise the end is cut across, and the number
    says how open the cut looks: 0 from the side, 1 from straight ahead. `lead` lets levels begin
    ever further beyond a cut, by this share of what they have shrunk.
    """

    __slots__ = ("_caps", "_discs", "_end", "_lead", "_sides", "_spans", "_start", "radius")

    def __init__(
        self,
        discs: Sequence[Disc],
        start: float | None = None,
        end: float | None = None,
        lead: float = 0.0,
    ) -> None:
        kept = _seen(discs)
        self._discs = kept
        self.radius = max([disc.r for disc in kept])
        self._start = start if kept[0] is discs[0] else None
        self._end = end if kept[-1] is discs[-1] else None
        self._lead = lead
        self._sides: list[Side] = []
        self._spans: list[float] = []
        if len(kept) > 1:
            self._sides, self._spans = _normals(kept, self._start, self._end)
            a, b, c, d = self._sides[0]
            # What both ends have in common at all levels.
            self._caps = (_cap((c, d, a, b), self._start), _cap(self._sides[-1], self._end))

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return self._band(self._circles(level))

    def rough(self, level: Level) -> QPainterPath:
        """Return the outline at a level, straight from circle to circle."""
        circles, sides = self._circles(level), self._sides
        path = QPainterPath(_EMPTY)
        if not sides:
            x, y, r = circles[0]
            path.addEllipse(QPointF(x, y), r, r)
            return path
        (x, y, r), (a, b, _, _) = circles[0], sides[0]
        path.moveTo(x + r * a, y + r * b)
        line = path.lineTo
        for (x, y, r), (a, b, _, _) in zip(circles[1:], sides[1:], strict=True):
            line(x + r * a, y + r * b)
        first, last = self._caps
        _end(path, circles[-1], last)
        for (x, y, r), (_, _, a, b) in zip(circles[::-1], sides[::-1], strict=True):
            line(x + r * a, y + r * b)
        _end(path, circles[0], first)
        path.closeSubpath()
        return path

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        return self._band(wider(self._discs, width))

    def _circles(self, level: Level) -> list[Circle]:
        circles = circles_at(self._discs, level)
        if level.shift and self._sides:
            if self._end is not None:
                circles[-1] = self._cut(-1, -2, level)
            if self._start is not None:
                circles[0] = self._cut(0, 1, level)
        return circles

    def _cut(self, index: int, neighbour: int, level: Level) -> Circle:
        """Return the circle of a cut end at a level: moved across the limb only."""
        x, y, r, _ = self._discs[index]
        other = self._discs[neighbour]
        length = hypot(x - other.x, y - other.y) or 1.0
        ux, uy = (x - other.x) / length, (y - other.y) / length
        along = LIGHT_X * ux + LIGHT_Y * uy
        move = level.shift * r
        # Each level a pixel earlier than the one below, which else would shine through its edge.
        back = self._lead * ((1.0 - level.size) * r + 1.0 + 30.0 * level.shift)
        return (
            x + move * (LIGHT_X - along * ux) + back * ux,
            y + move * (LIGHT_Y - along * uy) + back * uy,
            r * level.size,
        )

    def _band(self, circles: Sequence[Circle]) -> QPainterPath:
        """Return the outline of circles with a tight, smooth band around them."""
        path = QPainterPath(_EMPTY)
        sides, spans = self._sides, self._spans
        (x, y, r), *others = circles
        if not others:
            path.addEllipse(QPointF(x, y), r, r)
            return path
        cubic = path.cubicTo
        a, b, _, _ = sides[0]
        px, py = x + r * a, y + r * b
        path.moveTo(px, py)
        for (mx, my, r), (c, d, _, _), s in zip(others, sides[1:], spans, strict=True):
            x, y = mx + r * c, my + r * d
            cubic(px + s * b, py - s * a, x - s * d, y + s * c, x, y)
            px, py, a, b = x, y, c, d
        first, last = self._caps
        _end(path, circles[-1], last)
        x, y, r = circles[-1]
        _, _, a, b = sides[-1]
        px, py = x + r * a, y + r * b
        for (mx, my, r), (_, _, c, d), s in zip(
            circles[-2::-1], sides[-2::-1], spans[::-1], strict=True
        ):
            x, y = mx + r * c, my + r * d
            cubic(px + s * b, py - s * a, x - s * d, y + s * c, x, y)
            px, py, a, b = x, y, c, d
        _end(path, circles[0], first)
        path.closeSubpath()
        return path


def _seen(discs: Sequence[Disc]) -> list[Disc]:
    """Return the circles that do not lie in one next to them."""
    kept: list[Disc] = []
    for disc in discs:
        x, y, r, _ = disc
        gap = thinner = inf
        while kept:
            a, b, s, _ = kept[-1]
            gap, thinner = hypot(x - a, y - b), s - r
            if gap > -thinner:
                break
            kept.pop()
        if not kept or gap > thinner:
            kept.append(disc)
    return kept


def _normals(
    discs: Sequence[Disc], start: float | None, end: float | None
) -> tuple[list[Side], list[float]]:
    """Return for each circle where the band touches it, and a third of each way between them."""
    found, spans = [], []
    for (x1, y1, r1, _), (x2, y2, r2, _) in pairwise(discs):
        dx, dy = x2 - x1, y2 - y1
        length = hypot(dx, dy) or 1e-6
        ux, uy = dx / length, dy / length
        s = min(_STEEPEST, max(-_STEEPEST, (r1 - r2) / length))
        c = sqrt(1.0 - s * s)
        sx, sy, cx, cy = s * ux, s * uy, c * ux, c * uy
        found.append((sx - cy, sy + cx, sx + cy, sy - cx, ux, uy))
        spans.append(length / 3.0)
    first, last = found[0], found[-1]
    # A cut end is square to the limb.
    sides = [first[:4] if start is None else (-first[5], first[4], first[5], -first[4])]
    for one, two in pairwise(found):
        a, b, c, d = one[0] + two[0], one[1] + two[1], one[2] + two[2], one[3] + two[3]
        m, n = hypot(a, b) or 1.0, hypot(c, d) or 1.0
        sides.append((a / m, b / m, c / n, d / n))
    sides.append(last[:4] if end is None else (-last[5], last[4], last[5], -last[4]))
    return sides, spans


def _cap(side: Side, flat: float | None) -> Cap:
    """Return how to go around an end, from the first normal to the second."""
    a, b, c, d = side
    if flat is not None:
        return a, b, c, d, flat
    turn = degrees(acos(min(1.0, max(-1.0, a * c + b * d))))
    # Beyond half a turn when the end is the thicker one.
    if a * d - b * c > 0.0:
        turn = 360.0 - turn
    return degrees(atan2(-b, a)), turn


def _end(path: QPainterPath, circle: Circle, cap: Cap) -> None:
    """Go around an end."""
    x, y, r = circle
    if len(cap) == 2:
        path.arcTo(x - r, y - r, 2 * r, 2 * r, *cap)
        return
    a, b, c, d, flat = cap
    if not flat:
        path.lineTo(x + r * c, y + r * d)
        return
    # Half an ellipse: across it the whole radius, ahead as much as the cut is open.
    fx, fy = b * r * flat, -a * r * flat
    k = _KAPPA
    ra, rb, rc, rd = r * a, r * b, r * c, r * d
    path.cubicTo(x + ra + k * fx, y + rb + k * fy, x + k * ra + fx, y + k * rb + fy, x + fx, y + fy)
    path.cubicTo(x + k * rc + fx, y + k * rd + fy, x + rc + k * fx, y + rd + k * fy, x + rc, y + rd)
