"""What the sitting engine tells: facts, spans, and the words they are made of.

Every `why` is an id; the sentence for people is made where it is shown.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FactKind(StrEnum):
    """What happened."""

    PROMPT = "prompt"
    GROW = "grow"
    BREAK_START = "break_start"
    BREAK_END = "break_end"
    OWED = "owed"
    HELD = "held"
    RELEASED = "released"
    NATURAL_BREAK = "natural_break"
    PARTIAL_CREDIT = "partial_credit"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    ESCALATE = "escalate"
    LUNCH_WALK = "lunch_walk"


class Outcome(StrEnum):
    """How a break ended."""

    TAKEN = "taken"
    NATURAL = "natural"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class Cause(StrEnum):
    """What a bar is about."""

    LIMIT = "limit"
    STANDING = "standing"
    LUNCH_WALK = "lunch_walk"
    FIXED_TIME = "fixed_time"
    ASKED = "asked"


class Why(StrEnum):
    """Why a fact was told."""

    SITTING_LIMIT = "sitting_limit"
    STANDING_LIMIT = "standing_limit"
    LUNCH_TIME = "lunch_time"
    FIXED_TIME = "fixed_time"
    HOLD_OVER = "hold_over"
    SNOOZE_OVER = "snooze_over"
    HANDS_REST = "hands_rest"
    WALKED_AWAY = "walked_away"
    COVER_WHILE_TYPING = "cover_while_typing"
    ANSWER_STAND = "answer_stand"
    ANSWER_EXERCISE = "answer_exercise"
    ANSWER_ROUTINE = "answer_routine"
    ANSWER_ALREADY_STOOD = "answer_already_stood"
    ANSWER_SNOOZE = "answer_snooze"
    ANSWER_SKIP = "answer_skip"
    SESSION = "session"
    STOOD_UP = "stood_up"
    SAT_DOWN = "sat_down"
    RESTED_ENOUGH = "rested_enough"
    AWAY_ENOUGH = "away_enough"
    CAME_BACK = "came_back"
    TYPING = "typing"
    DUE_WHILE_HELD = "due_while_held"
    HOLD_BEGAN = "hold_began"
    HOLD_ENDED = "hold_ended"
    PAUSED = "paused"
    PAUSE_OVER = "pause_over"
    RESUMED = "resumed"
    LONG_SIT = "long_sit"
    NOT_RUNNING = "not_running"


class HoldReason(StrEnum):
    """Why no bar may open just now."""

    MANUAL = "manual"
    OFF_HOURS = "off_hours"
    QUIET = "quiet"
    CALL = "call"
    CAMERA = "camera"
    MICROPHONE = "microphone"
    DO_NOT_DISTURB = "do_not_disturb"
    FULLSCREEN = "fullscreen"
    VIDEO = "video"
    SESSION = "session"
    LOCKED = "locked"
    UNKNOWN = "unknown"


class SpanKind(StrEnum):
    """What a stretch of the day was."""

    SITTING = "sitting"
    STANDING = "standing"
    AWAY = "away"
    HELD = "held"
    BREAK = "break"
    SESSION = "session"
    OFF = "off"
    ASLEEP = "asleep"


ENGAGING = frozenset({HoldReason.CALL, HoldReason.MICROPHONE, HoldReason.CAMERA, HoldReason.VIDEO})
"""While one of these is held, resting hands are someone listening, not someone gone."""

SENSED_OR_SAID = frozenset(
    {
        HoldReason.MANUAL,
        HoldReason.CALL,
        HoldReason.CAMERA,
        HoldReason.MICROPHONE,
        HoldReason.DO_NOT_DISTURB,
        HoldReason.FULLSCREEN,
        HoldReason.VIDEO,
    }
)
"""The reasons that come from outside; the engine finds out the others itself."""

SHOWN_AS_HELD = SENSED_OR_SAID | {HoldReason.QUIET, HoldReason.UNKNOWN}
"""The reasons whose time is a `held` span; the other ones have a kind of span of their own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened, with its moment and its figures.

    Attributes:
        kind: what.
        moment: when, in the engine's microseconds (those of the boot clock, going on through a new
            boot); may lie before the call that told it
            (a break starts at the last input, which is known to be the last only later).
        utc: the same moment by the wall clock.
        why: the id of the reason.
        sitting_s: sitting after the fact, in seconds.
        sitting_before_s: sitting before a credit, in seconds.
        absence_s: how long nobody was there, in seconds.
        rest_s: how much of the break was rested, in seconds.
        minutes: minutes of a snooze that were granted.
        budget_left_min: minutes of snooze that are left.
        outcome: how the break ended.
        reason: the hold, or the reason given for a skip.
        cause: what the bar is about.
        long_sit: the bar has to lead with a walk.
    """

    kind: FactKind
    moment: int
    utc: datetime
    why: Why
    sitting_s: float | None = None
    sitting_before_s: float | None = None
    absence_s: float | None = None
    rest_s: float | None = None
    minutes: float | None = None
    budget_left_min: float | None = None
    outcome: Outcome | None = None
    reason: str | None = None
    cause: Cause | None = None
    long_sit: bool | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of the day that was all of one kind.

    Attributes:
        start: its first moment, in the engine's microseconds.
        end: the first moment after it.
        start_utc: `start` by the wall clock.
        end_utc: `end` by the wall clock.
        kind: what it was.
        reason: the holds of a `held` span, sorted, joined by commas; `not_running` for time the
            program was not there; else empty.
    """

    start: int
    end: int
    start_utc: datetime
    end_utc: datetime
    kind: SpanKind
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """The answer to one call: what was told, and the spans that are certain from now on."""

    facts: tuple[Fact, ...] = ()
    spans: tuple[Span, ...] = ()
