"""What a routine is: blocks of rounds of steps; a step is an exercise with a dose."""

from dataclasses import dataclass
from enum import StrEnum


class Advance(StrEnum):
    """What ends the work of a step."""

    TIME = "time"
    TAP = "tap"


@dataclass(frozen=True, slots=True)
class Step:
    """An exercise with its dose.

    Attributes:
        exercise: id of the exercise.
        sets: how many sets.
        seconds: length of the work in seconds, per side where each side has its own;
            None if the work is counted.
        reps: repetitions per side, passes of a flow, or short holds of a hold; None if the work is
            timed.
        seconds_per_rep: length of one repetition or pass; None takes the exercise's tempo. A hold
            has none: counted, it needs one, with the pause after it.
        rest_seconds: rest between two sets.
        switch_seconds: the time to switch sides within a set; 0 leaves the phase out.
        ready_seconds: the time to get ready before the first set, or to rest if the step before
            was the same; 0 leaves the phase out.
        level: id of the exercise's level.
        advance: whether work ends by time or waits for a tap.
        note: a remark on how it is meant here, or empty.
    """

    exercise: str
    sets: int = 1
    seconds: float | None = None
    reps: int | None = None
    seconds_per_rep: float | None = None
    rest_seconds: float = 0
    switch_seconds: float = 0
    ready_seconds: float = 0
    level: str = ""
    advance: Advance = Advance.TIME
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that are gone through `rounds` times, with a rest between two rounds."""

    steps: tuple[Step, ...]
    rounds: int = 1
    rest_seconds: float = 0


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of blocks.

    Attributes:
        closing_rest_seconds: quiet standing or lying at the end.
        place: where it can be done (`desk`, `mat`).
        group: what it is looked for under, a word of `vocabulary.ROUTINE_GROUPS`.
        expected_seconds: the total that the file states, to be checked on loading; None for none.
        context: where its texts are found if it was made from something else, such as a programme.
    """

    id: str
    name: str
    blocks: tuple[Block, ...]
    closing_rest_seconds: float = 0
    place: str = "mat"
    group: str = "strength"
    audience: str = ""
    not_when: str = ""
    frequency: str = ""
    progression: str = ""
    expected_seconds: float | None = None
    context: str = ""

    @property
    def text_context(self) -> str:
        """The gettext context of every text of this routine."""
        return self.context or f"routine {self.id}"

    @property
    def exercises(self) -> tuple[str, ...]:
        """The ids of its exercises in order of first appearance, each once."""
        steps = (step.exercise for block in self.blocks for step in block.steps)
        return tuple(dict.fromkeys(steps))
