"""Arrows that show on a still picture where a body moves to."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.room import RoomColours

Spot = tuple[float, float]

_USUAL: Final = 270.0
"""Pixels of a metre in a picture of 640 px: there the sizes below are pixels."""
_SMALLEST: Final = 62.0
_LEAST: Final = 0.62
_TAIL: Final = 1.2
_NECK: Final = 3.8
_HEAD: Final = 24.0
_HEAD_HALF: Final = 12.5
_BARB: Final = 4.5
_HALO: Final = 2.6
_STEPS: Final = 14


def paint_arrows(
    painter: QPainter,
    projector: Projector,
    arrows: Iterable[Sequence[Vec]],
    colours: RoomColours,
) -> None:
    """Paint an arrow along each path of points; in a picture too small for arrows none."""
    if projector.scale < _SMALLEST:
        return
    factor = max(_LEAST, projector.scale / _USUAL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outlines = [
        outline
        for points in arrows
        if (outline := _outline([projector.flat(point) for point in points], factor)) is not None
    ]
    halo = QPen(colours.paper, 2 * _HALO * factor)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(halo)
    painter.setBrush(colours.paper)
    for outline in outlines:
        painter.drawPath(outline)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.arrow)
    for outline in outlines:
        painter.drawPath(outline)
    painter.restore()


def _outline(points: Sequence[Spot], factor: float) -> QPainterPath | None:
    """Return an arrow along points on the screen; None if they are all at one place."""
    curve = _curve([point for i, point in enumerate(points) if i == 0 or point != points[i - 1]])
    lengths = [0.0]
    for (x1, y1), (x2, y2) in pairwise(curve):
        lengths.append(lengths[-1] + hypot(x2 - x1, y2 - y1))
    whole = lengths[-1]
    if whole < 2.0 * factor:
        return None
    # A short arrow has a small head, so that there is a shaft to be seen.
    factor = min(factor, whole / (1.6 * _HEAD))
    neck = whole - (_HEAD - _BARB) * factor
    shaft = [(spot, length) for spot, length in zip(curve, lengths, strict=True) if length < neck]
    shaft.append((_at(curve, lengths, neck), neck))
    left, right = [], []
    for index, ((x, y), length) in enumerate(shaft):
        ux, uy = _direction([spot for spot, _ in shaft], index)
        half = factor * (_TAIL + (_NECK - _TAIL) * length / neck)
        left.append(QPointF(x - uy * half, y + ux * half))
        right.append(QPointF(x + uy * half, y - ux * half))
    path = QPainterPath()
    path.addPolygon(QPolygonF([*left, *_head(curve, lengths, factor), *right[::-1]]))
    path.closeSubpath()
    return path


def _head(curve: Sequence[Spot], lengths: Sequence[float], factor: float) -> list[QPointF]:
    """Return the points of the head, from its left barb over its tip to its right barb."""
    tip_x, tip_y = curve[-1]
    x, y = _at(curve, lengths, lengths[-1] - _HEAD * factor)
    far = hypot(tip_x - x, tip_y - y) or 1.0
    ux, uy = (tip_x - x) / far, (tip_y - y) / far
    back_x, back_y = tip_x - ux * _HEAD * factor, tip_y - uy * _HEAD * factor
    half = _HEAD_HALF * factor
    return [
        QPointF(back_x - uy * half, back_y + ux * half),
        QPointF(tip_x, tip_y),
        QPointF(back_x + uy * half, back_y - ux * half),
    ]


def _curve(points: Sequence[Spot]) -> list[Spot]:
    """Return many spots of a smooth curve through points (Catmull and Rom)."""
    if len(points) < 2:
        return list(points)
    ends = [_beyond(points[1], points[0]), *points, _beyond(points[-2], points[-1])]
    curve = [points[0]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            x, y = (
                start[i]
                + 0.5
                * t
                * (
                    end[i]
                    - before[i]
                    + t
                    * (
                        2 * before[i]
                        - 5 * start[i]
                        + 4 * end[i]
                        - after[i]
                        + t * (3 * (start[i] - end[i]) + after[i] - before[i])
                    )
                )
                for i in (0, 1)
            )
            curve.append((x, y))
    curve[-1] = points[-1]
    return curve


def _beyond(first: Spot, last: Spot) -> Spot:
    return 2 * last[0] - first[0], 2 * last[1] - first[1]


def _at(curve: Sequence[Spot], lengths: Sequence[float], length: float) -> Spot:
    """Return the spot of a curve at a length from its start."""
    for index in range(1, len(curve)):
        if lengths[index] >= length:
            step = lengths[index] - lengths[index - 1]
            share = (length - lengths[index - 1]) / step if step > 0.0 else 0.0
            (x1, y1), (x2, y2) = curve[index - 1], curve[index]
            return x1 + share * (x2 - x1), y1 + share * (y2 - y1)
    return curve[-1]


def _direction(spots: Sequence[Spot], index: int) -> Spot:
    x1, y1 = spots[max(0, index - 1)]
    x2, y2 = spots[min(len(spots) - 1, index + 1)]
    far = hypot(x2 - x1, y2 - y1) or 1.0
    return (x2 - x1) / far, (y2 - y1) / far
