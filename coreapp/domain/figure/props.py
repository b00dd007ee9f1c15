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
        length, width: along and across `facing`.
    """

    kind: PropKind
    name: str
    at: Vec
    height: float
    facing: Vec
    length: float
    width: float

    @property
    def top(self) -> float:
        """The height of the upper side above the floor, in metres."""
        return self.at.z + self.height

    def moved_to(self, at: Vec) -> "Prop":
        """Return the thing elsewhere."""
        return replace(self, at=at)

    def mirrored(self) -> "Prop":
        """Return the thing with left and right exchanged."""
        return replace(self, at=self.at.mirrored(), facing=self.facing.mirrored())

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
            ):
                return Vec(self.at.x, self.at.y, self.top), UP
            case _:
                assert_never(self.kind)
