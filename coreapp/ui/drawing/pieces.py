"""A convex piece of a thing, and what it is painted before or after.

A piece knows the planes that bound it, so it can say of anything else whether that is to be painted
before or after it: whatever lies wholly outside one of its faces is nearer than the piece if the
viewer sees that face, and further away if not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPolygonF, QTransform

from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.kept import Kept
from coreapp.ui.drawing.rods import Rod
from coreapp.ui.drawing.shadow import Cast, paint_shadow
from coreapp.ui.drawing.soft import paint_soft
from coreapp.ui.drawing.surface import Surface

_INTERLOCKED: Final = -0.05
_SHADOW_REACH: Final = 0.08
_SHADOW_HEIGHT: Final = 0.40


class Plane(NamedTuple):
    """A plane that bounds a piece: a point of it, and the direction away from the piece."""

    at: Vec
    normal: Vec


class Fill(NamedTuple):
    """An outline on the screen and what it is filled with."""

    outline: QPolygonF
    colour: QColor


class Top(NamedTuple):
    """A face that shadows fall on.

    Attributes:
        surface: its plane, around its middle.
        half: half its size across and along the surface.
        within: its outline on the screen; None if it ends far from everything.
    """

    surface: Surface
    half: Vec
    within: QPolygonF | None

    def under(self, rod: Rod) -> bool:
        """Return whether a rod is so near over the face that its shadow is seen there."""
        reach = rod.radius + _SHADOW_REACH
        for end in (rod.start, rod.end):
            way = end.minus(self.surface.at)
            if (
                abs(way.dot(self.surface.across)) < self.half.x + reach
                and abs(way.dot(self.surface.along)) < self.half.y + reach
                and -_SHADOW_REACH < way.dot(self.surface.normal) < _SHADOW_HEIGHT
            ):
                return True
        return False

    def moved(self, by: Vec, right: float, down: float) -> "Top":
        """Return the face elsewhere: `by` in the world, so many pixels on the screen."""
        surface = self.surface._replace(at=self.surface.at.plus(by))
        within = None if self.within is None else self.within.translated(right, down)
        return Top(surface, self.half, within)


@dataclass(frozen=True, slots=True)
class Piece:
    """A convex piece of a thing, ready to be painted.

    Attributes:
        fills: what it is painted with, from below.
        planes: what bounds it.
        corners: points of its hull, in metres.
        depth: how near its middle is to the viewer, in metres; greater is nearer.
        bounds: where it is on the screen.
        view: projects it.
        top: the face that shadows fall on.
        cast: the shadow that falls there.
        soft: how many pixels of the screen become one, for what has no sharp edge; 0 for all
            else. Files of shapes have no such pixels.
        kept: its picture, for while it stands still.
    """

    fills: tuple[Fill, ...]
    planes: tuple[Plane, ...]
    corners: tuple[Vec, ...]
    depth: float
    bounds: QRectF
    view: Projector
    top: Top | None = None
    cast: Cast | None = None
    soft: float = 0.0
    kept: Kept = field(default_factory=Kept, compare=False)

    def paint(self, painter: QPainter) -> None:
        """Paint the piece."""
        self.kept.paint(painter, self.bounds, self._paint_fills)
        if self.top is not None and self.cast is not None:
            paint_shadow(painter, self.view, self.top.surface, self.cast, self.top.within)

    def shaded(self, cast: Cast) -> "Piece":
        """Return the piece with the shadows of what is over it."""
        if self.top is None:
            return self
        near = tuple(rod for rod in cast.rods if self.top.under(rod))
        return replace(self, cast=Cast(near, cast.shade)) if near else self

    def moved(self, by: Vec) -> "Piece":
        """Return the piece elsewhere: from any side it looks the same."""
        view = self.view
        right, down = view.scale * by.dot(view.right), -view.scale * by.dot(view.up)
        return replace(
            self,
            fills=tuple(
                Fill(each.outline.translated(right, down), each.colour) for each in self.fills
            ),
            planes=tuple(Plane(plane.at.plus(by), plane.normal) for plane in self.planes),
            corners=tuple(corner.plus(by) for corner in self.corners),
            depth=self.depth + view.depth(by),
            bounds=self.bounds.translated(right, down),
            top=None if self.top is None else self.top.moved(by, right, down),
            kept=Kept(),
        )

    def _paint_fills(self, painter: QPainter) -> None:
        if self.soft > 0.0 and painter.paintEngine().type() is QPaintEngine.Type.Raster:
            paint_soft(painter, self.bounds, self.soft, self._fill)
        else:
            self._fill(painter)

    def _fill(self, painter: QPainter, _way: QTransform | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for outline, colour in self.fills:
            painter.setBrush(colour)
            painter.drawPolygon(outline)

    def stands_to(self, points: Sequence[Vec]) -> tuple[float, bool]:
        """Return how something with these points stands to the piece.

        The first is by how many metres it is outside the face from which it is furthest; below zero
        if it reaches into the piece. The second is whether it is nearer to the viewer, so that it
        has to be painted later.
        """
        best, seen = -1e9, True
        for at, normal in self.planes:
            a, b, c = normal
            level = a * at[0] + b * at[1] + c * at[2]
            gap = min([a * x + b * y + c * z for x, y, z in points]) - level
            if gap > best:
                best, seen = gap, normal.dot(self.view.toward) >= 0.0
        return best, seen

    def is_before(self, other: "Piece") -> bool:
        """Return whether the piece is nearer to the viewer than another."""
        gap, other_is_nearer = self.stands_to(other.corners)
        its_gap, this_is_nearer = other.stands_to(self.corners)
        if max(gap, its_gap) < _INTERLOCKED:
            return self.depth > other.depth
        return this_is_nearer if its_gap > gap else not other_is_nearer
