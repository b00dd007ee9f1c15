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
_SMALL: Final = 11.0
"""Pixels of radius under which the levels between shade and light are not missed in motion."""
_GENTLE_FROM: Final = 0.4
_TRUNK: Final = "trunk"
_LINE: Final = "line"
_RIMS: Final = "rims"
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
        self._gentlest = next(level for level in levels if level.share >= _GENTLE_FROM)
        self._muscle = muscle
        self._rim = rim
        self._united = united
        self._patient = not quick
        self._done: dict[str, Piece] = {}

    def silhouette(self, pieces: Iterable[Piece], colour: QColor) -> None:
        """Paint a line around everything."""
        self._painter.setBrush(colour)
        coats = [coat for piece in pieces for coat in piece.coats if not coat.dark]
        self._fill([path for coat in coats for path in self._outlines(coat, _LINE)])

    def piece(self, piece: Piece) -> None:
        """Paint a piece; the next one is painted over it."""
        stub = self._stub(piece)
        for index, coat in enumerate(piece.coats):
            self._coat(coat, (stub,) if stub is not None and index == piece.stub_coat else ())
            coat.still = True
        for tint in piece.tints:
            if not tint.over or tint.over in self._done:
                self._tint(tint)
        self._done[piece.name] = piece

    def _stub(self, piece: Piece) -> Shape | None:
        """Return what of the neighbour at elbow or knee is repeated, if it is painted already.

        Where the trunk was painted since, only what of it is beside the trunk: else a torn bit of
        the far limb would lie on that.
        """
        neighbour = _neighbour(piece.name)
        if piece.stub is None or neighbour not in self._done:
            return None
        stub = piece.stub()
        names = list(self._done)
        if _TRUNK not in names[names.index(neighbour) :]:
            return stub
        first = self._levels[0]
        outline = stub.path(first)
        covers = [
            path
            for coat in self._done[_TRUNK].coats
            for path in self._outlines(coat, first)
            if path.intersects(outline)
        ]
        return _Beside(stub, covers) if covers else stub

    def _coat(self, coat: Coat, extra: Sequence[Shape]) -> None:
        if coat.rims and (coat.crossing or self._patient):
            self._painter.setBrush(coat.shades.rim)
            self._fill(self._outlines(coat, _RIMS))
        brushes = coat.shades.of(self._levels)
        first = self._levels[0]
        for level, brush in zip(self._levels, brushes, strict=True):
            if coat.gentle and level.share < _GENTLE_FROM:
                continue
            if coat.dark and level is not first:
                break
            self._painter.setBrush(brush)
            if coat.gentle and level is self._gentlest:
                # As large as its line expects it to be, which else would show as a dark hook.
                self._fill(self._outlines(coat, first))
                continue
            outlines = self._outlines(coat, level)
            self._fill([*self._at(level, extra), *outlines] if extra else outlines)

    def _outlines(self, coat: Coat, what: Level | str) -> list[QPainterPath]:
        """Return outlines of a coat: at a level, its line or its rims.

        In motion those of a piece that stands still are kept from the second picture on: what
        moves is never there twice, and to keep it would cost more than it gives.
        """
        found = None if self._patient else coat.made.get(what)
        if found is None:
            found = self._made(coat, what)
            if coat.still and not self._patient:
                coat.made[what] = found
        return found

    def _made(self, coat: Coat, what: Level | str) -> list[QPainterPath]:
        if isinstance(what, Level):
            return self._at(what, coat.shapes)
        if what == _RIMS:
            return [shape.grown(self._rim * factor) for shape, factor in coat.rims]
        rimmed = () if self._patient else coat.rimmed
        return [shape.grown(self._rim) for shape in coat.shapes if shape not in rimmed]

    def _at(self, level: Level, shapes: Sequence[Shape]) -> list[QPainterPath]:
        if self._patient or level is self._ends[0]:
            return [shape.path(level) for shape in shapes]
        least = 0.0 if level is self._ends[1] else _SMALL
        return [shape.rough(level) for shape in shapes if shape.radius >= least]

    def _tint(self, tint: Tint) -> None:
        """Paint a muscle: layers that grow stronger towards its middle."""
        colour = QColor(self._muscle)
        colour.setAlphaF(_TINT_LAYER * tint.strength)
        self._painter.setBrush(QBrush(colour))
        outline = tint.shape.path if self._patient else tint.shape.rough
        for size in _TINT_SIZES:
            self._painter.drawPath(outline(Level(0.0, size, 1.0)))

    def _fill(self, paths: Sequence[QPainterPath]) -> None:
        if self._united:
            paths = [_united(paths)]
        draw = self._painter.drawPath
        for path in paths:
            draw(path)


class _Beside:
    """What of a shape is not covered by others."""

    __slots__ = ("_covers", "_shape", "radius")

    def __init__(self, shape: Shape, covers: Sequence[QPainterPath]) -> None:
        self._shape, self._covers = shape, covers
        self.radius = shape.radius

    def path(self, level: Level) -> QPainterPath:
        """Return the outline at a level."""
        return self._left(self._shape.path(level))

    def rough(self, level: Level) -> QPainterPath:
        """Return the outline at a level, with fewer points."""
        return self._left(self._shape.rough(level))

    def grown(self, width: float) -> QPainterPath:
        """Return the outline of the shape made wider by `width` on all sides."""
        return self._left(self._shape.grown(width))

    def _left(self, path: QPainterPath) -> QPainterPath:
        for cover in self._covers:
            path = path.subtracted(cover)
        return path


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
