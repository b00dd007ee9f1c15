"""Things among the limbs: which piece of a thing is painted before which piece of the body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.parts import Bone, Spot, extent_of
from coreapp.ui.drawing.parts import Piece as BodyPiece
from coreapp.ui.drawing.pieces import Piece
from coreapp.ui.drawing.things import Thing

_LEAST: Final = 0.01
_SURE: Final = 1.0
_HANDS: Final = "_fore"


class Among:
    """The pieces of the things of one picture, under names of their own."""

    __slots__ = ("_backdrops", "_held", "_pieces", "_projector")

    def __init__(self, things: Iterable[Thing], projector: Projector) -> None:
        self._projector = projector
        self._backdrops: list[Piece] = []
        self._pieces: dict[str, Piece] = {}
        self._held: set[str] = set()
        for number, thing in enumerate(things):
            if thing.backdrop:
                self._backdrops += thing.pieces
                continue
            for index, piece in enumerate(thing.pieces):
                name = f"thing {number} {index}"
                self._pieces[name] = piece
                if thing.held:
                    self._held.add(name)

    @property
    def pieces(self) -> Mapping[str, Piece]:
        """The pieces by name; no name is one of the body's."""
        return self._pieces

    def paint_backdrops(self, painter: QPainter) -> None:
        """Paint what is behind everything else."""
        for piece in sorted(self._backdrops, key=lambda piece: piece.depth):
            piece.paint(painter)

    def links(self, body: Iterable[BodyPiece]) -> Iterator[tuple[str, str, float]]:
        """Yield what lies over what: the upper, the lower, and how sure that is, in metres."""
        for piece in body:
            area = _area(piece.bones)
            near = [name for name, thing in self._pieces.items() if thing.bounds.intersects(area)]
            points = self._ends(piece) if near else []
            for name in near:
                over, sure = self._over(piece.name, points, name)
                yield (piece.name, name, sure) if over else (name, piece.name, sure)
        for (one, first), (two, second) in combinations(self._pieces.items(), 2):
            if first.bounds.intersects(second.bounds):
                pair = (one, two) if first.is_before(second) else (two, one)
                yield (*pair, _SURE)

    def _over(self, name: str, points: Sequence[Vec], thing: str) -> tuple[bool, float]:
        """Return whether a piece of the body lies over a piece of a thing, and how sure that is."""
        if thing in self._held and name.endswith(_HANDS):
            return True, _SURE
        gap, nearer = self._pieces[thing].stands_to(points)
        return nearer, max(_LEAST, gap)

    def _ends(self, piece: BodyPiece) -> list[Vec]:
        return [self._world(spot) for bone in piece.bones for spot in (bone.start, bone.end)]

    def _world(self, spot: Spot) -> Vec:
        """Return where in the world a spot of the screen is; the reverse of `Screen.at`."""
        projector = self._projector
        x0, y0 = projector.flat(Vec(0.0, 0.0, 0.0))
        x, y, z = spot
        return (
            projector.right.times((x - x0) / projector.scale)
            .plus(projector.up, (y0 - y) / projector.scale)
            .plus(projector.toward, z / projector.scale)
        )


def _area(bones: Sequence[Bone]) -> QRectF:
    left, top, right, bottom = extent_of(bones)
    return QRectF(left, top, right - left, bottom - top)
