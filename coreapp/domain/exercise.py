"""What an exercise is: one movement with its steps, levels and doses.

Texts are the English originals of the content files; whoever shows one translates it with the
exercise's `text_context` (see `coreapp.services.library`).
"""

from dataclasses import dataclass
from enum import StrEnum


class ExerciseKind(StrEnum):
    """How an exercise is measured."""

    HOLD = "hold"
    """Seconds, still."""
    TIMED = "timed"
    """Seconds, moving: marching, walking, rolling."""
    REPS = "reps"
    """A count, with a tempo."""
    FLOW = "flow"
    """An ordered set of positions led by the breath, counted in passes."""

    @property
    def is_counted(self) -> bool:
        """Whether it is measured in repetitions or passes, and not in seconds."""
        return self in {ExerciseKind.REPS, ExerciseKind.FLOW}


class Sides(StrEnum):
    """How left and right share a set."""

    BILATERAL = "bilateral"
    EACH_SIDE = "each_side"
    """Within every set: one side, switch, the other side."""
    ALTERNATING = "alternating"
    """Side by side, rep by rep."""


class Side(StrEnum):
    """Which side a phase or a performed set belongs to."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    ALTERNATING = "alternating"

    @property
    def other(self) -> "Side":
        """The opposite side; both and alternating have none and stay what they are."""
        match self:
            case Side.LEFT:
                return Side.RIGHT
            case Side.RIGHT:
                return Side.LEFT
            case Side.BOTH | Side.ALTERNATING:
                return self


class Breath(StrEnum):
    """Which way the breath goes in a position of a flow."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets × (seconds or reps) per side, with the rest between sets.

    Attributes:
        sets: how many sets, at least one.
        seconds: length of one set in seconds (holds and timed exercises), else None.
        reps: repetitions of one set, per side; passes of a flow; else None.
        rest_seconds: rest between two sets.
    """

    sets: int
    seconds: float | None
    reps: int | None
    rest_seconds: float


@dataclass(frozen=True, slots=True)
class Level:
    """A dose, or an easier or harder variant, with the rule for moving up.

    Attributes:
        lifts: repetitions of each set, both sides together, where the sets differ; there is no
            dose then.
    """

    id: str
    text: str
    move_up: str
    dose: Dose | None = None
    lifts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowPosition:
    """One position of a flow, held for one breath phase.

    Attributes:
        name: what the position is called.
        breath: in or out.
        seconds: move and hold together, at the calm pace.
        cue: what to do, in the words that are spoken.
    """

    name: str
    breath: Breath
    seconds: float
    cue: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement of the library.

    Attributes:
        aliases: for each language the ordinary words people type when they look for it.
        muscles: those that work most, or are stretched.
        secondary_muscles: those that help; none of them is in `muscles`.
        why: what it is good for, in one or two sentences.
        stop_if: clear signs to stop it now; at least one.
        cautions: who should choose something else, and what.
        tempo: seconds of each part of one repetition (out, hold, back); empty where not counted.
        positions: the positions of a flow, in order; empty for all other kinds.
        easier: id of an easier exercise, or None.
        harder: id of a harder exercise, or None.
        seated: the variant on a chair; empty where there is none.
        figure: id of the exercise whose figure shows it; empty for a figure of its own.
        pictures: names of the pictures of one's own exercise, the first shown first.
    """

    id: str
    name: str
    aliases: dict[str, tuple[str, ...]]
    kind: ExerciseKind
    sides: Sides
    position: str
    places: tuple[str, ...]
    equipment: tuple[str, ...]
    areas: tuple[str, ...]
    muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    purposes: tuple[str, ...]
    levels: tuple[Level, ...]
    why: str
    setup: str
    steps: tuple[str, ...]
    breathing: str
    mistakes: tuple[str, ...]
    stop_if: tuple[str, ...]
    cautions: tuple[str, ...]
    sources: tuple[str, ...]
    tempo: tuple[float, ...] = ()
    positions: tuple[FlowPosition, ...] = ()
    easier: str | None = None
    harder: str | None = None
    seated: str = ""
    figure: str = ""
    pictures: tuple[str, ...] = ()

    @property
    def text_context(self) -> str:
        """The gettext context of every text of this exercise."""
        return f"exercise {self.id}"

    @property
    def seconds_per_rep(self) -> float | None:
        """Length of one repetition, or of one pass of a flow at the calm pace, in seconds."""
        if self.positions:
            return sum(position.seconds for position in self.positions)
        return sum(self.tempo) or None
