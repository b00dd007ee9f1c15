"""What a session looks like at one moment: all that windows, media keys and ears are told."""

from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain.tempo import AS_PLANNED, Pace
from coreapp.domain.timeline import Phase


class PlayerState(StrEnum):
    """Whether time runs."""

    READY = "ready"
    RUNNING = "running"
    LEAD_IN = "lead_in"
    """Resumed; time runs again in a moment."""
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class PlayerView:
    """All that a window shows, derived from one reading.

    Attributes:
        seconds_into: position in the phase.
        seconds_left: to the phase's end; never negative.
        session_left: to the end of the session.
        lead_in_left: until time runs again; 0 unless resuming.
        pace: what the person has chosen.
    """

    state: PlayerState
    index: int
    phase: Phase
    seconds_into: float
    seconds_left: float
    session_into: float
    session_left: float
    lead_in_left: float
    pace: Pace = AS_PLANNED
