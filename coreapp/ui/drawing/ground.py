"""What a body is on: a mat, or a floor that glows softly; and the shadow on it."""

from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import UP, Frame, Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.drawing.hulls import hull, polygon
from coreapp.ui.drawing.kept import Kept
from coreapp.ui.drawing.rods import Rod, few_rods_of, rods_of, rods_of_things
from coreapp.ui.drawing.room import RoomColours
from coreapp.ui.drawing.shadow import Cast, Shade, paint_shadow
from coreapp.ui.drawing.soft import paint_soft
from coreapp.ui.drawing.surface import FLOOR


class GroundScene(Protocol):
    """What of a scene the ground shows."""

    @property
    def body(self) -> Body:
        """The body that stands on it."""

    @property
    def props(self) -> tuple[Prop, ...]:
        """The things on it, the mat among them."""


class GroundLook(Protocol):
    """How it is painted."""

    @property
    def colours(self) -> FigureColours:
        """The colours of the figure and its room."""

    @property
    def quick(self) -> bool:
        """Whether it moves."""

    @property
    def vector(self) -> bool:
        """Whether it is for SVG or PDF."""


_MAT_THICK: Final = 0.011
_MAT_CORNER: Final = 0.040
_MAT_BORDER: Final = 0.014
_SEEN_THROUGH: Final = 0.45
_GLOW_RINGS: Final = (1.0, 0.9, 0.82, 0.75, 0.68, 0.6, 0.52, 0.4, 0.2, 0.0)
_DISC: Final = QRectF(-1.0, -1.0, 2.0, 2.0)
_GLOW_PIXEL: Final = 0.035
_GLOW_MARGIN: Final = 0.42
_GLOW_HEIGHT: Final = 0.60
_GLOW_STEPS: Final = ((0.0, 1.0), (0.45, 0.86), (0.72, 0.42), (0.88, 0.13), (1.0, 0.0))


def paint_ground(
    painter: QPainter,
    projector: Projector,
    scene: GroundScene,
    look: GroundLook,
    within: QRectF | None = None,
) -> None:
    """Paint the mat or the glow of the floor, and the shadow of body and things on it.

    The glow ends, and the shadow fades, before the edges of `within`, the picture: nothing is cut
    off by them.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    cast = cast_of(scene, look)
    mats = [prop for prop in scene.props if prop.kind is PropKind.MAT]
    for mat in mats:
        _paint_mat(painter, projector, mat, look)
    around = Cast((*cast.rods, *rods_of_things(scene.props)), cast.shade)
    if not mats:
        _paint_glow(painter, projector, around.rods, look, within)
    paint_shadow(painter, projector, FLOOR, around, picture=within)
    painter.restore()


def cast_of(scene: GroundScene, look: GroundLook) -> Cast:
    """Return the shadow that the body throws on the floor and on things."""
    room = look.colours.room
    shade = Shade(room.shadow, room.depth, look.quick, look.vector)
    rods = few_rods_of(scene.body) if look.quick else rods_of(scene.body)
    return Cast(rods, shade)


def _paint_mat(painter: QPainter, projector: Projector, mat: Prop, look: GroundLook) -> None:
    fills, kept = _mat_picture(projector, mat, look.colours.room)

    def draw(on: QPainter) -> None:
        on.setPen(Qt.PenStyle.NoPen)
        for outline, colour in fills:
            on.setBrush(colour)
            on.drawPolygon(outline)

    if projector.toward.z < 0.0:
        painter.setOpacity(_SEEN_THROUGH)
    kept.paint(painter, fills[0][0].boundingRect(), draw)
    painter.setOpacity(1.0)


def forget_mats() -> None:
    """Let go of the pictures of mats that are kept."""
    _mat_picture.cache_clear()


class _MatPicture(NamedTuple):
    """A mat on the screen: its edge, its top, and its top without the border."""

    fills: tuple[tuple[QPolygonF, QColor], ...]
    kept: Kept


@lru_cache(maxsize=16)
def _mat_picture(projector: Projector, mat: Prop, room: RoomColours) -> _MatPicture:
    top = _mat_outline(projector, mat, 0.0)
    drop = _MAT_THICK * projector.scale * projector.up.z
    lower = [(x, y + drop) for x, y in top]
    inner = _mat_outline(projector, mat, _MAT_BORDER)
    fills = [(polygon(hull([*top, *lower])), room.mat_edge)]
    if projector.toward.z >= 0.0:
        fills += [(polygon(top), room.mat_light), (polygon(inner), room.mat)]
    return _MatPicture(tuple(fills), Kept())


def _mat_outline(projector: Projector, mat: Prop, inset: float) -> list[tuple[float, float]]:
    frame = Frame(mat.facing, UP.cross(mat.facing), UP)
    turn = _MAT_CORNER - inset * 0.6
    long, wide = mat.length / 2 - inset - turn, mat.width / 2 - inset - turn
    middle = Vec(mat.at.x, mat.at.y, mat.top)
    spots = []
    for quarter, (a, b) in enumerate(((1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0))):
        for step in range(5):
            bend = (quarter + step / 4) * pi / 2
            ahead, side = a * long + turn * cos(bend), b * wide + turn * sin(bend)
            spots.append(projector.flat(middle.plus(frame.out(Vec(ahead, side, 0.0)))))
    return spots


def _paint_glow(
    painter: QPainter,
    projector: Projector,
    rods: tuple[Rod, ...],
    look: GroundLook,
    within: QRectF | None,
) -> None:
    """Paint a pool of light under what is near the floor; it moves smoothly with the body."""
    if projector.toward.z < 0.03:
        return
    middle, wide, deep = _pool(rods)
    floor = QTransform.fromTranslate(middle.x(), middle.y()) * projector.floor()
    plan = QTransform.fromScale(wide, deep) * floor
    pixel = max(1.0, projector.scale * _GLOW_PIXEL)
    if within is not None:
        # Scaled up, a soft pixel reaches so far beyond itself.
        plan *= _fitting(plan, within.adjusted(pixel, pixel, -pixel, -pixel))
    if look.vector:
        _paint_rings(painter, plan, look.colours.room.glow)
        return
    gradient = QRadialGradient(QPointF(0.0, 0.0), 1.0)
    for at, strength in _GLOW_STEPS:
        gradient.setColorAt(at, _thin(look.colours.room.glow, strength))

    def draw(small: QPainter, way: QTransform) -> None:
        brush = QBrush(gradient)
        brush.setTransform(plan * way)
        small.resetTransform()
        small.setPen(Qt.PenStyle.NoPen)
        # The gradient has faded out where the disc ends, so nobody sees that it is none.
        small.fillRect(small.window(), brush)

    paint_soft(painter, plan.mapRect(_DISC), pixel, draw)


def _fitting(plan: QTransform, within: QRectF) -> QTransform:
    """Return what squeezes the disc of a pool into what is seen of it, so that it ends there."""
    half_x, half_y = hypot(plan.m11(), plan.m21()), hypot(plan.m12(), plan.m22())
    disc = QRectF(plan.dx() - half_x, plan.dy() - half_y, 2 * half_x, 2 * half_y)
    seen = disc.intersected(within)
    if seen.isEmpty() or seen == disc:
        return QTransform()
    fit = QTransform.fromTranslate(seen.center().x(), seen.center().y())
    fit.scale(seen.width() / disc.width(), seen.height() / disc.height())
    return QTransform.fromTranslate(-plan.dx(), -plan.dy()) * fit


def _paint_rings(painter: QPainter, plan: QTransform, glow: QColor) -> None:
    """Paint the pool as discs on each other, since in a PDF by Qt a gradient does not fade."""
    painter.setPen(Qt.PenStyle.NoPen)
    before = 0.0
    for outer, inner in pairwise(_GLOW_RINGS):
        strength = _glow_at((outer + inner) / 2)
        # What is seen through the discs so far is what this one has to cover in part.
        painter.setBrush(_thin(glow, (strength - before) / (1.0 - before)))
        disc = QPainterPath()
        disc.addEllipse(QPointF(0.0, 0.0), outer, outer)
        painter.drawPath(plan.map(disc))
        before = strength


def _glow_at(radius: float) -> float:
    for (near, high), (far, low) in pairwise(_GLOW_STEPS):
        if radius <= far:
            return high + (low - high) * (radius - near) / (far - near)
    return 0.0


def _thin(colour: QColor, strength: float) -> QColor:
    thinned = QColor(colour)
    thinned.setAlphaF(strength)
    return thinned


def _pool(rods: tuple[Rod, ...]) -> tuple[QPointF, float, float]:
    """Return middle and half sizes of the pool: each rod counts the more, the lower it is."""
    ends = [
        (at.x, at.y, max(0.02, 1.0 - max(0.0, at.z) / _GLOW_HEIGHT) ** 2)
        for rod in rods
        for at in (rod.start, rod.end)
    ]
    total = sum([weight for _, _, weight in ends])
    x = sum([weight * at for at, _, weight in ends]) / total
    y = sum([weight * at for _, at, weight in ends]) / total
    wide = max([weight * abs(at - x) for at, _, weight in ends]) + _GLOW_MARGIN
    deep = max([weight * abs(at - y) for _, at, weight in ends]) + _GLOW_MARGIN
    return QPointF(x, y), wide, deep
