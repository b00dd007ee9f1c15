"""Paints the pieces of a body."""

from collections.abc import Iterable, Sequence
from math import hypot
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from coreapp.ui.drawing.levels import Level
from coreapp.ui.drawing.parts import Coat, Piece, Tint
from coreapp.ui.drawing.shapes import Shape

_TOLERANCE: Final = 0.05
_SMALL: Final = 9.0
"""Pixels of radius under which the levels between shade and light are not missed in motion."""
_GENTLE_FROM: Final = 0.4
_TINT_LAYER: Final = 0.30
_TINT_SIZES: Final = (1.0, 0.88, 0.75, 0.61, 0.46)


class BodyPainter:
    """Paints pieces in one style.

    With `united` each level of a coat becomes one outline without inner edges, as files of
    shapes want it.
    """

    def __init__(
        self,
        painter: QPainter,
        levels: tuple[Level, ...],
        muscle: QColor,
        rim: float,
        *,
        united: bool,
        quick: bool = False,
    ) -> None:
        self._painter = painter
        self._levels = levels
        self._ends = (levels[0], levels[-1])
        self._muscle = muscle
        self._rim = rim
        self._united = united
        self._patient = not quick
        self._done: set[str] = set()

    def silhouette(self, pieces: Iterable[Piece], colour: QColor) -> None:
        """Paint a line around everything."""
        self._painter.setBrush(colour)
        self._fill(
            shape.grown(self._rim)
            for piece in pieces
            for coat in piece.coats
            if not coat.dark
            for shape in coat.shapes
        )

    def piece(self, piece: Piece) -> None:
        """Paint a piece; the next one is painted over it."""
        stubbed = _neighbour(piece.name) in self._done
        for index, coat in enumerate(piece.coats):
            stub = piece.stub if stubbed and index == piece.stub_coat else None
            self._coat(coat, () if stub is None else (stub(),))
        for tint in piece.tints:
            if not tint.over or tint.over in self._done:
                self._tint(tint)
        self._done.add(piece.name)

    def _coat(self, coat: Coat, extra: Sequence[Shape]) -> None:
        if coat.rims and (coat.crossing or self._patient):
            self._painter.setBrush(coat.shades.rim)
            self._fill(shape.grown(self._rim * factor) for shape, factor in coat.rims)
        shapes = [*extra, *coat.shapes]
        brushes = coat.shades.of(self._levels)
        for level, brush in zip(self._levels, brushes, strict=True):
            if coat.gentle and level.share < _GENTLE_FROM:
                continue
            if coat.dark and level.shift:
                break
            self._painter.setBrush(brush)
            least = 0.0 if self._patient or level in self._ends else _SMALL
            self._fill(shape.path(level) for shape in shapes if shape.radius >= least)

    def _tint(self, tint: Tint) -> None:
        """Paint a muscle: layers that grow stronger towards its middle."""
        colour = QColor(self._muscle)
        colour.setAlphaF(_TINT_LAYER * tint.strength)
        self._painter.setBrush(QBrush(colour))
        for size in _TINT_SIZES:
            self._painter.drawPath(tint.shape.path(Level(0.0, size, 1.0)))

    def _fill(self, paths: Iterable[QPainterPath]) -> None:
        if self._united:
            paths = [_united(list(paths))]
        draw = self._painter.drawPath
        for path in paths:
            draw(path)


def _united(paths: Sequence[QPainterPath]) -> QPainterPath:
    if len(paths) == 1:
        return paths[0]
    whole = QPainterPath()
    for path in paths:
        whole = whole.united(path)
    return _thinned(whole)


def _neighbour(name: str) -> str:
    """Return what a piece joins at the elbow or the knee."""
    side, _, kind = name.rpartition("_")
    other = {"thigh": "shank", "shank": "thigh", "upper": "fore", "fore": "upper"}.get(kind, "")
    return f"{side}_{other}"


def _thinned(path: QPainterPath) -> QPainterPath:
    """Return the same outline with as few points as can be; uniting makes far too many."""
    found = QPainterPath()
    found.setFillRule(Qt.FillRule.WindingFill)
    for polygon in path.toSubpathPolygons():
        spots = [(point.x(), point.y()) for point in polygon.toList()]
        kept = [spots[0]]
        since: list[tuple[float, float]] = []
        for spot in spots[1:]:
            if since and any(_beside(one, kept[-1], spot) > _TOLERANCE for one in since):
                kept.append(since[-1])
                since = []
            since.append(spot)
        kept += since[-1:]
        found.moveTo(*kept[0])
        for spot in kept[1:]:
            found.lineTo(*spot)
        found.closeSubpath()
    return found


def _beside(
    spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """Return how far a spot is from the line between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = spot[0] - start[0], spot[1] - start[1]
    length = hypot(dx, dy)
    return abs(dx * y - dy * x) / length if length else hypot(x, y)
