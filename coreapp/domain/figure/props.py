"""Things a body leans on, sits on, rolls over or holds."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from coreapp.domain.figure.vectors import UP, Vec


class PropKind(StrEnum):
    """What the thing is."""

    MAT = "mat"
    WALL = "wall"
    DESK = "desk"
    CHAIR = "chair"
    BENCH = "bench"
    STEP = "step"
    BLOCK = "block"
    CUSHION = "cushion"
    ROLLER = "roller"
    KETTLEBELL = "kettlebell"
    TOWEL = "towel"
    STRAP = "strap"
    BAND = "band"
    STICK = "stick"
    DUMBBELL = "dumbbell"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the room; lengths in metres.

    Attributes:
        name: how contacts call it; two blocks have two names.
        at: its middle on the floor plan, and how high its lower side is. A wall stands at it; a
            desk, bench or chair begins at it and extends away from the body along `facing`; a
            kettlebell hangs from its handle at it; a roller's axis is at it.
        height: from its lower to its upper side: a desk's top, a chair's seat.
        facing: the level direction to which a wall, a desk's edge or a chair's front looks.
        length, width: along and across `facing`. Of what the body carries: how long it is, and how
            thick; of a strap how long it is at most.
        on: the parts of the body that carry it; nothing for what stands or hangs by itself.
        line: along which points it runs, if the body carries it.
    """

    kind: PropKind
    name: str
    at: Vec
    height: float
    facing: Vec
    length: float
    width: float
    on: tuple[str, ...] = ()
    line: tuple[Vec, ...] = ()

    @property
    def top(self) -> float:
        """The height of the upper side above the floor, in metres."""
        return self.at.z + self.height

    def moved_to(self, at: Vec) -> "Prop":
        """Return the thing elsewhere."""
        by = at.minus(self.at)
        return replace(self, at=at, line=tuple(point.plus(by) for point in self.line))

    def mirrored(self) -> "Prop":
        """Return the thing with left and right exchanged."""
        return replace(
            self,
            at=self.at.mirrored(),
            facing=self.facing.mirrored(),
            line=tuple(point.mirrored() for point in self.line),
        )

    def surface(self) -> tuple[Vec, Vec]:
        """Return a point of the plane that carries or stops a body, and its normal."""
        match self.kind:
            case PropKind.WALL:
                return self.at, self.facing
            case (
                PropKind.MAT
                | PropKind.DESK
                | PropKind.CHAIR
                | PropKind.BENCH
                | PropKind.STEP
                | PropKind.BLOCK
                | PropKind.CUSHION
                | PropKind.ROLLER
                | PropKind.KETTLEBELL
                | PropKind.TOWEL
                | PropKind.STRAP
                | PropKind.BAND
                | PropKind.STICK
                | PropKind.DUMBBELL
            ):
                return Vec(self.at.x, self.at.y, self.top), UP
            case _:
                assert_never(self.kind)
