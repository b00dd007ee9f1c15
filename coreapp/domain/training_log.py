"""What was really done: performed sessions with their sets.

Names and doses are copied into the record, so that later edits of a routine do not rewrite history.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Side

SCALE_MAX = 10
"""Effort (RPE, CR10) and pain (NRS) run from 0 to 10."""

FIGURES = ("effort", "pain_before", "pain_during", "pain_after", "pain_next_morning")
"""The fields of `Feeling` that are on that scale."""


class SessionKind(StrEnum):
    """Why a session was done."""

    SESSION = "session"
    BREAK = "break"


class Outcome(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    INTERRUPTED = "interrupted"
    """It runs, or it was cut off: what is finished so far stands in the log."""


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """One work phase as it was planned and as it was done.

    Attributes:
        phase: index of the work phase in the session's timeline; the set's key within it.
        exercise: id of the exercise; it may be gone from the library later.
        name: the exercise's name in the language of the day, copied.
        actual_seconds: time really spent working, pauses left out.
        actual_reps: whole repetitions done; None if the work was timed.
        skipped: the person went past it instead of finishing or stopping it.
        rest_seconds: from its end until the next set began, pauses and getting ready included;
            None after the last set, and where nobody knows.
    """

    phase: int
    exercise: str
    name: str
    side: Side
    set: int
    planned_seconds: float
    actual_seconds: float
    planned_reps: int | None
    actual_reps: int | None
    skipped: bool = False
    rest_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class PlannedOccurrence:
    """The entry of the plan that a session ticks off, by its original start."""

    entry: str
    original_start: datetime


@dataclass(frozen=True, slots=True)
class PerformedSession:
    """One guided run of a timeline.

    Attributes:
        id: a UUIDv7.
        title: the routine's name in the language of the day, copied.
        started_at: UTC.
        ended_at: UTC; while it runs or if it was cut off, the last moment that was saved.
        zone: IANA name of the zone it happened in.
        position: index of the timeline's phase to go on with.
        timeline: the timeline as it was compiled, as plain data, to go on after a crash.
        spent_seconds: what `time_spent` says was really spent, so far while it runs; None if
            nobody measured it, as with one that was entered by hand.
        effort: RPE 0–10, or None.
        pain_before: NRS 0–10, or None.
        pain_during: the worst during it, NRS 0–10, or None.
        pain_after: NRS 0–10, or None.
        pain_next_morning: NRS 0–10, asked on the day after, or None.
        form_ok: whether all of it could be done cleanly; None if not said.
        stop_sign: whether a sign to stop at once was noticed in it.
        planned: the occurrence of the plan that this session was, or None.
        sets: in the order of the timeline.
    """

    id: str
    kind: SessionKind
    routine: str
    title: str
    started_at: datetime
    ended_at: datetime
    zone: str
    outcome: Outcome
    position: int = 0
    timeline: str = ""
    spent_seconds: float | None = None
    effort: float | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None
    form_ok: bool | None = None
    stop_sign: bool = False
    note: str = ""
    planned: PlannedOccurrence | None = None
    sets: tuple[PerformedSet, ...] = ()

    @property
    def work_seconds(self) -> float:
        """Time really spent working, in seconds."""
        return sum(performed.actual_seconds for performed in self.sets)


@dataclass(frozen=True, slots=True)
class Feeling:
    """How a session felt; every field may be left empty. See `PerformedSession`.

    Raises:
        InvalidValueError: a figure is outside 0–10.
    """

    effort: float | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None
    form_ok: bool | None = None
    stop_sign: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        for key in FIGURES:
            value = getattr(self, key)
            if value is not None and not 0 <= value <= SCALE_MAX:
                raise InvalidValueError(key, value, marked("Give a figure from 0 to 10."))


def feeling_of(session: PerformedSession) -> Feeling:
    """Return what is known of how a session felt."""
    return Feeling(**{each.name: getattr(session, each.name) for each in fields(Feeling)})


@dataclass(frozen=True, slots=True)
class BreakSpan:
    """One stretch of a day at the desk, as the break engine saw it.

    Attributes:
        id: a UUIDv7.
        start: UTC.
        end: UTC, later than `start`.
        zone: IANA name of the zone it happened in.
        kind: `sitting standing away held break session off asleep`.
        reason: for a held span what held; for others why, or empty; `corrected` for one that
            somebody has put right by hand.
    """

    id: str
    start: datetime
    end: datetime
    zone: str
    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days of the log, both ends included; None leaves an end open."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise InvalidValueError(
                "from", self.first, marked("It must not be later than the last day.")
            )
