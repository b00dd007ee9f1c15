"""What can happen in a scripted day, one class for each kind of event."""

from dataclasses import dataclass
from datetime import datetime

from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.presence import Posture


@dataclass(frozen=True, slots=True)
class InputEvent:
    """Typing begins, or ends."""

    active: bool


@dataclass(frozen=True, slots=True)
class HoldEvent:
    """A hold begins, or ends."""

    reason: HoldReason
    begins: bool


@dataclass(frozen=True, slots=True)
class LockEvent:
    """The screen is locked, or unlocked."""

    locked: bool


@dataclass(frozen=True, slots=True)
class SleepEvent:
    """The machine sleeps for a length, in microseconds."""

    length: int


@dataclass(frozen=True, slots=True)
class ClockJumpEvent:
    """The wall clock is set forward or back, in microseconds."""

    length: int


@dataclass(frozen=True, slots=True)
class ZoneEvent:
    """The time zone becomes another one."""

    zone: str


@dataclass(frozen=True, slots=True)
class PostureEvent:
    """The person says to sit, to stand or to be away."""

    posture: Posture


@dataclass(frozen=True, slots=True)
class RestartEvent:
    """The program ends and starts again at once."""


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """An answer, a pause or its end.

    Attributes:
        answer: the word of the script.
        minutes: of a snooze or a routine; None for the setting.
        reason: of a skip.
        pause_for: length of a pause in microseconds.
        pause_at: end of a pause as elapsed time, in microseconds.
        pause_minute: end of a pause as minutes after local midnight.
        pause_until: end of a pause as a moment.
        written: the end of a pause as it was written, for the error.
    """

    answer: str
    minutes: float | None = None
    reason: str | None = None
    pause_for: int | None = None
    pause_at: int | None = None
    pause_minute: int | None = None
    pause_until: datetime | None = None
    written: object = None


Happening = (
    InputEvent
    | HoldEvent
    | LockEvent
    | SleepEvent
    | ClockJumpEvent
    | ZoneEvent
    | PostureEvent
    | RestartEvent
    | AnswerEvent
)
