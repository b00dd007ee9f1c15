"""The soft shadow that a body and its things throw on what they stand, lie or lean on.

Rods are flattened onto a surface and drawn as thick strokes, in layers from wide and faint to
tight and dark. A tight layer takes only what is near the surface, so contacts darken by themselves.
"""

from collections.abc import Iterator, Sequence
from math import atan2, cos, degrees, hypot, inf, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPolygonF,
    QTransform,
)

from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.rods import Rod
from coreapp.ui.drawing.soft import fade_at_edges, paint_soft
from coreapp.ui.drawing.surface import Surface


class Shade(NamedTuple):
    """How a shadow is painted.

    Attributes:
        colour: what it is painted with.
        depth: factor on its strength.
        quick: for a picture that moves: fewer layers, coarser.
        vector: as three paths without any image, for SVG and PDF.
    """

    colour: QColor
    depth: float = 1.0
    quick: bool = False
    vector: bool = False


class Cast(NamedTuple):
    """What throws shadows, and how they look."""

    rods: tuple[Rod, ...]
    shade: Shade


class _Layer(NamedTuple):
    """One layer: how much wider than the rods, how strong, and how high a rod may be (metres)."""

    spread: float
    strength: float
    ceiling: float


class _Stroke(NamedTuple):
    """A rod flattened: its ends on the surface, their heights over it, and its radius."""

    x1: float
    y1: float
    h1: float
    x2: float
    y2: float
    h2: float
    radius: float


_FINE: Final = (
    _Layer(0.080, 0.035, 3.0),
    _Layer(0.058, 0.060, 0.90),
    _Layer(0.040, 0.090, 0.45),
    _Layer(0.025, 0.130, 0.24),
    _Layer(0.012, 0.190, 0.12),
    _Layer(0.002, 0.265, 0.06),
    _Layer(-0.010, 0.360, 0.025),
)
_QUICK: Final = (
    _Layer(0.060, 0.050, 3.0),
    _Layer(0.026, 0.130, 0.26),
    _Layer(0.000, 0.280, 0.06),
)
# Painted on top of each other, so their strengths add up.
_VECTOR: Final = (
    _Layer(0.055, 0.055, 3.0),
    _Layer(0.024, 0.085, 0.26),
    _Layer(-0.002, 0.130, 0.05),
)
_FINE_PIXEL: Final = 0.014
_QUICK_PIXEL: Final = 0.026
_THINNEST: Final = 0.004
_DEEPEST: Final = -0.12
_CAP: Final = 8
_EDGE: Final = 0.05
"""Over so many metres a shadow fades before the edge of the picture."""


def paint_shadow(
    painter: QPainter,
    projector: Projector,
    surface: Surface,
    cast: Cast,
    within: QPolygonF | None = None,
    picture: QRectF | None = None,
) -> None:
    """Paint the shadow of rods on a surface, nothing if the viewer is on its other side.

    Args:
        painter: paints on the screen, or in the file.
        projector: the view.
        surface: what the shadow falls on.
        cast: what throws it, and its look; what is far behind the surface throws none.
        within: the outline on the screen of a surface that ends somewhere.
        picture: before the edges of which the shadow fades.
    """
    if not surface.faces(projector):
        return
    strokes = [stroke for rod in cast.rods if (stroke := _flat(rod, surface)) is not None]
    if not strokes:
        return
    if cast.shade.vector:
        _paint_paths(painter, surface.screen(projector), strokes, cast.shade, within)
    else:
        _paint_image(painter, projector, surface, strokes, (cast.shade, within, picture))


def _flat(rod: Rod, surface: Surface) -> _Stroke | None:
    radius = rod.radius
    x1, y1, h1 = surface.local(rod.start)
    x2, y2, h2 = surface.local(rod.end)
    h1, h2 = h1 - radius, h2 - radius
    return None if min(h1, h2) < _DEEPEST else _Stroke(x1, y1, h1, x2, y2, h2, radius)


def _below(stroke: _Stroke, ceiling: float) -> tuple[float, float, float, float] | None:
    """Return the ends of the part of a stroke that is lower than a ceiling."""
    x1, y1, h1, x2, y2, h2, _ = stroke
    if h1 <= ceiling and h2 <= ceiling:
        return x1, y1, x2, y2
    if h1 > ceiling and h2 > ceiling:
        return None
    share = (ceiling - h1) / (h2 - h1)
    x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
    return (x1, y1, x, y) if h1 <= ceiling else (x, y, x2, y2)


def _paint_image(
    painter: QPainter,
    projector: Projector,
    surface: Surface,
    strokes: Sequence[_Stroke],
    look: tuple[Shade, QPolygonF | None, QRectF | None],
) -> None:
    """Paint into a small image that is scaled up: soft, and overlaps are no darker."""
    shade, within, picture = look
    layers = _QUICK if shade.quick else _FINE
    screen = surface.screen(projector)
    pixel = max(1.0, projector.scale * (_QUICK_PIXEL if shade.quick else _FINE_PIXEL))
    area = screen.mapRect(_reach(strokes, layers[0].spread)).adjusted(-pixel, -pixel, pixel, pixel)
    if within is not None:
        area = area.intersected(within.boundingRect().adjusted(-pixel, -pixel, pixel, pixel))

    def draw(small: QPainter, way: QTransform) -> None:
        small.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        small.resetTransform()
        small.setPen(Qt.PenStyle.NoPen)
        # An outline in metres would be split into far too many lines before it is drawn.
        pixels = (screen * way).map
        for layer in layers:
            small.setBrush(_inked(shade, layer.strength))
            for outline in _outlines(strokes, layer):
                small.drawPath(pixels(outline))
        if surface.fade:
            small.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            small.fillRect(small.window(), _fading(surface, screen * way))
        if picture is not None:
            # Scaled up, a soft pixel reaches so far beyond itself.
            inner = picture.adjusted(pixel, pixel, -pixel, -pixel)
            fade_at_edges(small, way, inner, projector.scale * _EDGE)

    painter.save()
    if within is not None:
        outline = QPainterPath()
        outline.addPolygon(within)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    paint_soft(painter, area, pixel, draw)
    painter.restore()


def _outlines(strokes: Sequence[_Stroke], layer: _Layer) -> Iterator[QPainterPath]:
    """Return what a layer takes of each stroke, in metres on the surface."""
    for stroke in strokes:
        ends = _below(stroke, layer.ceiling)
        if ends is not None:
            yield _rounded(ends, max(_THINNEST, stroke.radius + layer.spread))


def _fading(surface: Surface, way: QTransform) -> QBrush:
    """Return what thins a shadow towards the ends of its surface; `way` from there to pixels."""
    half, share = surface.half, surface.fade / (2.0 * surface.half)
    gradient = QLinearGradient(-half, 0.0, half, 0.0)
    for at, strength in ((0.0, 0), (share, 255), (1.0 - share, 255), (1.0, 0)):
        gradient.setColorAt(at, QColor(0, 0, 0, strength))
    brush = QBrush(gradient)
    brush.setTransform(way)
    return brush


def _rounded(ends: tuple[float, float, float, float], radius: float) -> QPainterPath:
    """Return the outline of a line with round ends; drawn sooner than a wide line with a pen."""
    x1, y1, x2, y2 = ends
    across = degrees(atan2(y1 - y2, x2 - x1)) + 90.0
    wide = 2.0 * radius
    path = QPainterPath()
    path.arcMoveTo(x1 - radius, y1 - radius, wide, wide, across)
    path.arcTo(x1 - radius, y1 - radius, wide, wide, across, 180.0)
    path.arcTo(x2 - radius, y2 - radius, wide, wide, across + 180.0, 180.0)
    path.closeSubpath()
    return path


def _reach(strokes: Sequence[_Stroke], spread: float) -> QRectF:
    left = low = inf
    right = high = -inf
    for x1, y1, _, x2, y2, _, radius in strokes:
        left = min(left, x1 - radius, x2 - radius)
        right = max(right, x1 + radius, x2 + radius)
        low = min(low, y1 - radius, y2 - radius)
        high = max(high, y1 + radius, y2 + radius)
    left, right, low, high = left - spread, right + spread, low - spread, high + spread
    return QRectF(left, low, right - left, high - low)


def _paint_paths(
    painter: QPainter,
    screen: QTransform,
    strokes: Sequence[_Stroke],
    shade: Shade,
    within: QPolygonF | None,
) -> None:
    edge = QPainterPath()
    if within is not None:
        edge.addPolygon(within)
        edge.closeSubpath()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for layer in _VECTOR:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for stroke in strokes:
            ends = _below(stroke, layer.ceiling)
            if ends is not None:
                outline = _capsule(ends, max(_THINNEST, stroke.radius + layer.spread))
                path.addPolygon(screen.map(outline))
                path.closeSubpath()
        if path.isEmpty():
            continue
        united = path.simplified()
        if within is not None:
            united = united.intersected(edge)
        painter.fillPath(united, _inked(shade, layer.strength))
    painter.restore()


def _capsule(ends: tuple[float, float, float, float], radius: float) -> QPolygonF:
    x1, y1, x2, y2 = ends
    start = atan2(y2 - y1, x2 - x1) if hypot(x2 - x1, y2 - y1) > 1e-9 else 0.0
    turns = [start - pi / 2 + pi * i / _CAP for i in range(_CAP + 1)]
    ahead = [QPointF(x2 + radius * cos(a), y2 + radius * sin(a)) for a in turns]
    behind = [QPointF(x1 - radius * cos(a), y1 - radius * sin(a)) for a in turns]
    return QPolygonF([*ahead, *behind])


def _inked(shade: Shade, strength: float) -> QColor:
    colour = QColor(shade.colour)
    colour.setAlphaF(min(1.0, strength * shade.depth))
    return colour
