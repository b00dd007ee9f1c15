"""Models convex pieces of things: blocks, rods, drums and balls, lit, with soft edges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from math import cos, pi, sin, sqrt
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPolygonF

from coreapp.domain.figure.vectors import UP, Frame, Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.hulls import CIRCLE, ROUND, Spot, grown, hull, lit, outline_of, polygon
from coreapp.ui.drawing.levels import FINE, Level
from coreapp.ui.drawing.pieces import Fill, Piece, Plane, Top
from coreapp.ui.drawing.room import Stuff
from coreapp.ui.drawing.surface import Surface

_EDGE_ON: Final = 0.004
_THIN: Final = 0.004
_STUFFED: Final = 0.92
"""How round a cushion is: the radius of its edges, as a share of half its thinnest side."""
_RIM: Final = 0.0042
_ROD_LEVELS: Final = (Level(0.0, 1.0, 0.25), Level(0.14, 0.80, 0.6), Level(0.30, 0.50, 0.95))
_LIGHT: Final = (-0.40, 0.78, 0.48)
_SIDES: Final = tuple((a, b, c) for a in (-1.0, 1.0) for b in (-1.0, 1.0) for c in (-1.0, 1.0))
_ALL_WAYS: Final = tuple(
    Vec(*way).unit() for way in product((-1.0, 0.0, 1.0), repeat=3) if any(way)
)


@dataclass(frozen=True, slots=True)
class Modeller:
    """Makes pieces for one view.

    Attributes:
        view: the view.
    """

    view: Projector

    def block(self, middle: Vec, frame: Frame, half: Vec, stuff: Stuff, soft: float) -> Piece:
        """Return a block with rounded edges.

        Args:
            middle: its middle.
            frame: how it is turned.
            half: half its size along the frame's forward, left and up.
            stuff: what it is made of.
            soft: radius of its edges, in metres.
        """
        soft = min(soft, *half)
        inner = Vec(half.x - soft, half.y - soft, half.z - soft)
        spots = [self._spot(middle, frame, inner, signs) for signs in _SIDES]
        radius = soft * self.view.scale
        faces = self._seen_faces(frame, half)
        edge = sum(self._share(normal) for normal, _ in faces) / max(1, len(faces))
        outline = outline_of(spots, (radius,) * len(spots))
        fills = [
            Fill(grown(outline, self._rim()), stuff.rim),
            Fill(grown(outline), stuff.lit(edge * 0.85)),
        ]
        for normal, axis in faces:
            share = self._share(normal)
            for inset, part in ((0.30, 0.5), (0.80, 1.0)):
                face = self._face(middle, frame, half, (axis, soft, inset))
                fills.append(Fill(face, stuff.lit(edge + part * (share - edge))))
        return self._box(fills, middle, frame, half)

    def seat(self, middle: Vec, frame: Frame, half: Vec, stuff: Stuff, soft: float) -> Piece:
        """Return a block on whose upper face shadows fall."""
        surface = Surface(middle.plus(frame.up, half.z), frame.forward, frame.left, frame.up)
        within = self._face(middle, frame, half, (_Z, min(soft, *half), 0.3))
        block = self.block(middle, frame, half, stuff, soft)
        return replace(block, top=Top(surface, half, within))

    def sheet(self, corners: Sequence[Vec], stuff: Stuff) -> Piece:
        """Return a flat thing without thickness, such as a band; its four corners in order."""
        along, across = corners[1].minus(corners[0]), corners[3].minus(corners[0])
        normal = across.cross(along).unit()
        facing = normal if normal.dot(self.view.toward) > 0.0 else normal.times(-1.0)
        spots = [self.view.flat(corner) for corner in corners]
        outline = outline_of(spots, (0.0,) * len(spots))
        fills = (
            Fill(grown(outline, self._rim()), stuff.rim),
            Fill(polygon(spots), stuff.lit(self._share(facing))),
        )
        frame = Frame(along.unit(), normal, across.unit())
        half = Vec(along.length() / 2, _THIN, across.length() / 2)
        return self._box(fills, corners[0].towards(corners[2], 0.5), frame, half)

    def pillow(self, middle: Vec, frame: Frame, half: Vec, stuff: Stuff) -> Piece:
        """Return something stuffed: so round that it has no faces; shadows fall on it."""
        soft = _STUFFED * min(half)
        inner = Vec(half.x - soft, half.y - soft, half.z - soft)
        spots = [self._spot(middle, frame, inner, signs) for signs in _SIDES]
        outline = outline_of(spots, (soft * self.view.scale,) * len(spots))
        fills = [Fill(grown(outline, self._rim()), stuff.rim)]
        fills += [Fill(lit(outline, level), stuff.lit(level.share)) for level in FINE]
        surface = Surface(middle.plus(frame.up, half.z), frame.forward, frame.left, frame.up)
        top = Top(surface, half, grown(outline))
        return replace(self._box(fills, middle, frame, half), top=top)

    def rod(self, start: Vec, end: Vec, radii: tuple[float, float], stuff: Stuff) -> Piece:
        """Return a round rod; `radii` at its start and its end, in metres."""
        scale = self.view.scale
        spots = [self.view.flat(start), self.view.flat(end)]
        sizes = [radii[0] * scale, radii[1] * scale]
        outline = outline_of(spots, sizes)
        fills = [Fill(grown(outline, self._rim()), stuff.rim)]
        fills += [Fill(lit(outline, level), stuff.lit(level.share)) for level in _ROD_LEVELS]
        return self._along(fills, start, end, max(radii))

    def drum(
        self, start: Vec, end: Vec, radius: float, stuff: Stuff, *, hole: bool = True
    ) -> Piece:
        """Return a drum: a rod whose ends are flat; the end that is seen may have a hole."""
        axis = end.minus(start).unit()
        first, second = _square_to(axis)
        rings = [
            [at.plus(first, radius * c).plus(second, radius * s) for c, s in CIRCLE]
            for at in (start, end)
        ]
        spots = [self.view.flat(point) for ring in rings for point in ring]
        outline = hull(spots)
        edge = outline_of(outline, (0.0,) * len(outline))
        fills = [Fill(grown(edge, self._rim()), stuff.rim), Fill(polygon(outline), stuff.shade)]
        fills += self._bands(rings, (first, second), stuff)
        near = end if axis.dot(self.view.toward) > 0.0 else start
        facing = axis if near is end else axis.times(-1.0)
        if facing.dot(self.view.toward) > _EDGE_ON:
            share = self._share(facing)
            rings_seen = ((1.0, share), (0.90, share + 0.25), (0.44, 0.0), (0.36, -0.6))
            for size, light in rings_seen[: 4 if hole else 2]:
                ring = [
                    near.plus(first, size * radius * c).plus(second, size * radius * s)
                    for c, s in CIRCLE
                ]
                colour = stuff.lit(light) if light > -0.5 else stuff.rim
                fills.append(Fill(self._projected(ring), colour))
        return self._along(fills, start, end, radius)

    def ball(self, middle: Vec, radius: float, stuff: Stuff) -> Piece:
        """Return a ball."""
        x, y = self.view.flat(middle)
        size = radius * self.view.scale
        outline = outline_of([(x, y)], [size])
        fills = [Fill(grown(outline, self._rim()), stuff.rim)]
        fills += [Fill(lit(outline, level), stuff.lit(level.share)) for level in FINE]
        return self._piece(
            fills,
            tuple(Plane(middle.plus(normal, radius), normal) for normal in _ALL_WAYS),
            tuple(middle.plus(normal, radius) for normal in _ALL_WAYS),
        )

    def arch(self, points: Sequence[Vec], radius: float, stuff: Stuff) -> Piece:
        """Return a bent rod along points, as one piece without joints."""
        size = radius * self.view.scale
        spots = [self.view.flat(point) for point in points]
        outlines = [outline_of(two, (size, size)) for two in pairwise(spots)]
        fills = [Fill(grown(outline, self._rim()), stuff.rim) for outline in outlines]
        for level in _ROD_LEVELS:
            colour = stuff.lit(level.share)
            fills += [Fill(lit(outline, level), colour) for outline in outlines]
        bounds = QRectF()
        for fill in fills:
            bounds = bounds.united(fill.outline.boundingRect())
        way = points[-1].minus(points[0])
        middle = points[0].towards(points[-1], 0.5)
        high = max(point.z for point in points)
        axis = way.unit()
        frame = Frame(axis.cross(UP), axis, UP)
        half = Vec(radius, way.length() / 2 + radius, (high - middle.z) / 2 + radius)
        whole = self._box(fills, middle.plus(UP, (high - middle.z) / 2), frame, half)
        return replace(whole, bounds=bounds)

    def _bands(
        self,
        rings: Sequence[Sequence[Vec]],
        disc: tuple[Vec, Vec],
        stuff: Stuff,
    ) -> list[Fill]:
        """Return the long strips of a drum's side that are seen, each lit by itself."""
        first, second = disc
        fills = []
        for index in range(ROUND):
            other = (index + 1) % ROUND
            c, s = CIRCLE[index][0] + CIRCLE[other][0], CIRCLE[index][1] + CIRCLE[other][1]
            normal = first.times(c).plus(second, s).unit()
            if normal.dot(self.view.toward) <= _EDGE_ON:
                continue
            # A strip reaches under its neighbour, else the background shines through the joint.
            last = (index + 2) % ROUND
            strip = [rings[0][index], rings[0][last], rings[1][last], rings[1][index]]
            fills.append(Fill(self._projected(strip), stuff.lit(self._share(normal))))
        return fills

    def _piece(
        self, fills: Sequence[Fill], planes: tuple[Plane, ...], corners: tuple[Vec, ...]
    ) -> Piece:
        depth = sum(self.view.depth(corner) for corner in corners) / len(corners)
        return Piece(
            tuple(fills), planes, corners, depth, fills[0].outline.boundingRect(), self.view
        )

    def _along(self, fills: Sequence[Fill], start: Vec, end: Vec, radius: float) -> Piece:
        way = end.minus(start)
        axis = way.unit()
        first, second = _square_to(axis)
        half = Vec(radius, radius, way.length() / 2)
        return self._box(fills, start.towards(end, 0.5), Frame(first, second, axis), half)

    def _box(self, fills: Sequence[Fill], middle: Vec, frame: Frame, half: Vec) -> Piece:
        corners = tuple(
            middle.plus(frame.out(Vec(a * half.x, b * half.y, c * half.z))) for a, b, c in _SIDES
        )
        return self._piece(fills, tuple(_planes(middle, frame, half)), corners)

    def _spot(
        self, middle: Vec, frame: Frame, half: Vec, signs: tuple[float, float, float]
    ) -> Spot:
        a, b, c = signs
        return self.view.flat(middle.plus(frame.out(Vec(a * half.x, b * half.y, c * half.z))))

    def _seen_faces(self, frame: Frame, half: Vec) -> list[tuple[Vec, Vec]]:
        """Return the faces of a block that are seen: its normal in the world and in the block."""
        faces = []
        for axis in _AXES:
            normal = frame.out(axis)
            if normal.dot(self.view.toward) > _EDGE_ON:
                faces.append((normal, axis))
        return faces

    def _face(
        self, middle: Vec, frame: Frame, half: Vec, at: tuple[Vec, float, float]
    ) -> QPolygonF:
        """Return a face of a block, or the line around it further out on its round edges.

        Args:
            middle: the block's middle.
            frame: how it is turned.
            half: half its size.
            at: the face; the radius of the edges; and how far the line is from the block's outer
                sides, as a share of that radius.
        """
        axis, soft, share = at
        u, v = _AXES_ALONG[axis]
        inset, drop = soft * share, soft * (1.0 - sqrt(share * (2.0 - share)))
        wide, high = abs(u.dot(half)) - inset, abs(v.dot(half)) - inset
        turn = min(soft * max(share, 1.0 - share), wide, high)
        centre = axis.times(abs(axis.dot(half)) - drop)
        points = []
        for (a, b), angle in zip(_CORNERS, (0.0, 0.5 * pi, pi, 1.5 * pi), strict=True):
            for step in range(4):
                bend = angle + step * pi / 6
                local = centre.plus(u, a * (wide - turn) + turn * cos(bend)).plus(
                    v, b * (high - turn) + turn * sin(bend)
                )
                points.append(middle.plus(frame.out(local)))
        return self._projected(points)

    def _projected(self, points: Sequence[Vec]) -> QPolygonF:
        return QPolygonF([self.view.point(point) for point in points])

    def _share(self, normal: Vec) -> float:
        """Return how much of the light a face gets."""
        right, up, toward = _LIGHT
        view = self.view
        bright = (
            right * normal.dot(view.right) + up * normal.dot(UP) + toward * normal.dot(view.toward)
        )
        return 0.12 + 1.08 * max(0.0, bright)

    def _rim(self) -> float:
        return min(2.2, max(0.4, self.view.scale * _RIM))


def _planes(middle: Vec, frame: Frame, half: Vec) -> Iterable[Plane]:
    for axis in _AXES:
        normal = frame.out(axis)
        yield Plane(middle.plus(normal, abs(axis.dot(half))), normal)


def _square_to(axis: Vec) -> tuple[Vec, Vec]:
    """Return two directions square to an axis and to each other."""
    rough = UP if abs(axis.z) < 0.9 else Vec(1.0, 0.0, 0.0)
    first = rough.across(axis).unit()
    return first, axis.cross(first)


_X, _Y, _Z = Vec(1.0, 0.0, 0.0), Vec(0.0, 1.0, 0.0), Vec(0.0, 0.0, 1.0)
_AXES: Final = tuple(axis.times(sign) for axis in (_X, _Y, _Z) for sign in (1.0, -1.0))
_AXES_ALONG: Final = {
    axis: (_Y, _Z) if axis.x else ((_X, _Z) if axis.y else (_X, _Y)) for axis in _AXES
}
_CORNERS: Final = ((1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0))
