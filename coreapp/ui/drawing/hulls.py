"""Hulls on the screen: of circles, and of spots."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from coreapp.ui.drawing.levels import LIGHT_X, LIGHT_Y, Level

Spot = tuple[float, float]

ROUND: Final = 24
CIRCLE: Final = tuple((cos(2 * pi * i / ROUND), sin(2 * pi * i / ROUND)) for i in range(ROUND))
"""As many directions as make a circle look round."""


class Outline(NamedTuple):
    """The circle that reaches furthest in a direction: its middle, its radius; the direction."""

    x: float
    y: float
    radius: float
    u: float
    v: float


def outline_of(spots: Sequence[Spot], radii: Sequence[float]) -> tuple[Outline, ...]:
    """Return the outline of the hull of circles."""
    found = []
    for u, v in CIRCLE:
        reach, best = -1e9, 0
        for index, (x, y) in enumerate(spots):
            far = x * u + y * v + radii[index]
            if far > reach:
                reach, best = far, index
        found.append(Outline(*spots[best], radii[best], u, v))
    return tuple(found)


def grown(outline: Sequence[Outline], wider: float = 0.0) -> QPolygonF:
    """Return an outline with every circle wider by so many pixels."""
    return QPolygonF(
        [QPointF(x + (r + wider) * u, y + (r + wider) * v) for x, y, r, u, v in outline]
    )


def lit(outline: Sequence[Outline], level: Level) -> QPolygonF:
    """Return an outline with every circle smaller and nearer to the light."""
    right, down, size = level.shift * LIGHT_X, level.shift * LIGHT_Y, level.size
    return QPolygonF(
        [
            QPointF(x + r * (right + size * u), y + r * (down + size * v))
            for x, y, r, u, v in outline
        ]
    )


def hull(spots: Sequence[Spot]) -> list[Spot]:
    """Return the convex hull of spots (Andrew's monotone chain)."""
    ordered = sorted(set(spots))
    if len(ordered) < 3:
        return ordered
    return [*_chain(ordered), *_chain(ordered[::-1])]


def _chain(ordered: Sequence[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for x, y in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], (x, y)) <= 0.0:
            kept.pop()
        kept.append((x, y))
    return kept[:-1]


def _turn(first: Spot, second: Spot, third: Spot) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (
        third[0] - first[0]
    )


def polygon(spots: Sequence[Spot]) -> QPolygonF:
    """Return an outline through spots."""
    return QPolygonF([QPointF(x, y) for x, y in spots])
