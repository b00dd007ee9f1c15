"""The one primitive of the figures: hulls of circles, painted in layers that give them volume."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from coreapp.ui.figure.camera import Ball
from coreapp.ui.figure.colours import Cloth
from coreapp.ui.theme.stylesheet import mixed

Hull = tuple[Ball, ...]
Outline = tuple[float, float, float, float, float]

_DIRECTIONS: Final = tuple((cos(2 * pi * i / 36), sin(2 * pi * i / 36)) for i in range(36))
_LIGHT_X: Final = -0.42
_LIGHT_Y: Final = -0.91


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a body's volume: moved to the light, shrunk, and how much of the full colour."""

    shift: float
    size: float
    share: float


FINE: Final = (
    Layer(0.05, 0.94, 0.28),
    Layer(0.11, 0.86, 0.52),
    Layer(0.18, 0.76, 0.74),
    Layer(0.26, 0.63, 0.92),
    Layer(0.34, 0.46, 1.06),
)
_BASE: Final = Layer(0.0, 1.0, 0.0)
COARSE: Final = (Layer(0.09, 0.87, 0.48), Layer(0.22, 0.66, 0.96))


def chain(balls: Sequence[Ball]) -> tuple[Hull, ...]:
    """Return the hulls of each ball with the next: a limb."""
    return tuple(pairwise(balls))


def paint_hulls(
    painter: QPainter, hulls: Sequence[Hull], cloth: Cloth, layers: Sequence[Layer]
) -> None:
    """Paint a part of the body in its material."""
    painter.setPen(Qt.PenStyle.NoPen)
    outlines = [_outline(hull) for hull in hulls]
    for layer in (_BASE, *layers):
        painter.setBrush(_layer_colour(cloth, layer.share))
        for outline in outlines:
            painter.drawPolygon(_layer_polygon(outline, layer))


def paint_rim(painter: QPainter, hulls: Sequence[Hull], cloth: Cloth, width: float) -> None:
    """Paint the dark edge that parts a limb from what lies behind it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(cloth.rim)
    for hull in hulls:
        painter.drawPolygon(polygon(tuple(Ball(x, y, r + width) for x, y, r in hull)))


def polygon(hull: Hull) -> QPolygonF:
    """Return the outline of circles with a tight band around them."""
    return QPolygonF([QPointF(x + r * u, y + r * v) for x, y, r, u, v in _outline(hull)])


def cut_end(start: Ball, end: Ball, bulge: float = 0.25) -> QPolygonF:
    """Return a limb that begins round and ends flat, as cloth does, with a little of its hem."""
    length = hypot(end.x - start.x, end.y - start.y)
    if length < 1e-6:
        return polygon((start, end))
    a, b = (end.x - start.x) / length, (end.y - start.y) / length
    points = []
    for x, y, r, u, v in _outline((start, end)):
        ahead = max(0.0, u * a + v * b) if (x, y) == (end.x, end.y) else 0.0
        squash = (bulge - 1.0) * ahead * r
        points.append(QPointF(x + r * u + squash * a, y + r * v + squash * b))
    return QPolygonF(points)


def _outline(hull: Hull) -> list[Outline]:
    """Return for each direction the circle that reaches furthest, and the direction."""
    if len(hull) == 2:
        return _capsule_outline(hull[0], hull[1])
    found = []
    for u, v in _DIRECTIONS:
        best, reach = hull[0], -1e9
        for ball in hull:
            far = ball[0] * u + ball[1] * v + ball[2]
            if far > reach:
                best, reach = ball, far
        found.append((*best, u, v))
    return found


def _capsule_outline(first: Ball, second: Ball) -> list[Outline]:
    x1, y1, r1 = first
    x2, y2, r2 = second
    dx, dy, dr = x2 - x1, y2 - y1, r1 - r2
    return [
        (x2, y2, r2, u, v) if dx * u + dy * v > dr else (x1, y1, r1, u, v) for u, v in _DIRECTIONS
    ]


def _layer_polygon(outline: list[Outline], layer: Layer) -> QPolygonF:
    shift_x, shift_y, size = layer.shift * _LIGHT_X, layer.shift * _LIGHT_Y, layer.size
    return QPolygonF(
        [
            QPointF(x + r * (shift_x + size * u), y + r * (shift_y + size * v))
            for x, y, r, u, v in outline
        ]
    )


def _layer_colour(cloth: Cloth, share: float) -> QColor:
    if share <= 1.0:
        return mixed(cloth.shade, cloth.base, share)
    return mixed(cloth.base, cloth.light, min(1.0, (share - 1.0) * 6))
