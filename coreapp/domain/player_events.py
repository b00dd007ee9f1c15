"""What the player tells: frozen facts, to be matched exhaustively by whoever carries them out."""

from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain.cues import Cue
from coreapp.domain.training_log import Outcome


class PauseReason(StrEnum):
    """Why time stopped."""

    ASKED = "asked"
    GAP = "gap"
    """The machine slept, or nobody called for so long that what was done is uncertain."""


@dataclass(frozen=True, slots=True)
class PhaseResult:
    """What became of a work phase.

    Attributes:
        actual_seconds: time spent in it while running, to the millisecond.
        actual_reps: whole repetitions done; None if the phase is timed.
        skipped: it was never finished or stopped, but gone past, or back from.
    """

    actual_seconds: float
    actual_reps: int | None
    skipped: bool


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A phase began, or was gone to."""

    index: int


@dataclass(frozen=True, slots=True)
class PhaseLeft:
    """A phase was left; work phases have a result that stands in the log from now on.

    There is no result for work that was gone back from before it had begun.
    """

    index: int
    result: PhaseResult | None


@dataclass(frozen=True, slots=True)
class RestTaken:
    """The next work begins; the set before it has had its rest.

    Attributes:
        index: the work phase that the rest followed.
        seconds: from the end of that work until now, to the millisecond, with pauses and getting
            ready: what a muscle knows of it.
    """

    index: int
    seconds: float


@dataclass(frozen=True, slots=True)
class CueDue:
    """Something is to be announced."""

    index: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stopped."""

    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time runs again."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The session is over."""

    outcome: Outcome


PlayerEvent = PhaseStarted | PhaseLeft | RestTaken | CueDue | Paused | Resumed | Finished
