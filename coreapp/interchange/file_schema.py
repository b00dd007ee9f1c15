"""The shape of the program's own file: one struct for each kind of record in it.

Like the domain's dataclasses, with the limits that a file has to keep; msgspec names the place of
what does not fit. A field that nobody knows is refused: passed over, it would be lost.
"""

from datetime import date, datetime, time
from typing import Annotated

from msgspec import Meta, Struct

from coreapp.domain.exercise import Side
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.training_log import SCALE_MAX, Outcome, SessionKind

LARGEST = 2**31 - 1
"""The largest whole number that every database keeps."""

Identity = Annotated[str, Meta(min_length=1, max_length=36)]
Slug = Annotated[str, Meta(min_length=1, max_length=100)]
Zone = Annotated[str, Meta(min_length=1, max_length=64)]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, le=LARGEST)]
Number = Annotated[int, Meta(ge=1, le=LARGEST)]
Seconds = Annotated[float, Meta(ge=0)]
Figure = Annotated[int, Meta(ge=0, le=SCALE_MAX)]
Effort = Annotated[float, Meta(ge=0, le=SCALE_MAX)]


class SetRecord(Struct, forbid_unknown_fields=True):
    """One work phase; see `PerformedSet`."""

    phase: Count
    exercise: Slug
    name: str
    side: Side
    set: Number
    planned_seconds: Seconds
    actual_seconds: Seconds
    planned_reps: Count | None = None
    actual_reps: Count | None = None
    skipped: bool = False
    rest_seconds: Seconds | None = None


class PlannedRecord(Struct, forbid_unknown_fields=True):
    """The occurrence that a session ticks off; see `PlannedOccurrence`."""

    entry: Identity
    original_start: Moment


class SessionRecord(Struct, forbid_unknown_fields=True):
    """One guided run; see `PerformedSession`."""

    id: Identity
    kind: SessionKind
    routine: Slug
    title: str
    started_at: Moment
    ended_at: Moment
    zone: Zone
    outcome: Outcome
    position: Count = 0
    timeline: str = ""
    effort: Effort | None = None
    pain_before: Figure | None = None
    pain_during: Figure | None = None
    pain_after: Figure | None = None
    pain_next_morning: Figure | None = None
    form_ok: bool | None = None
    stop_sign: bool = False
    note: str = ""
    planned: PlannedRecord | None = None
    sets: tuple[SetRecord, ...] = ()


class ExceptionRecord(Struct, forbid_unknown_fields=True):
    """One occurrence that was moved or skipped; see `OccurrenceException`."""

    original_date: date
    moved_to: Moment | None = None
    skipped: bool = False


class EntryRecord(Struct, forbid_unknown_fields=True):
    """A recurring session of the plan; see `ScheduleEntry`."""

    id: Identity
    title: str
    routine: Slug
    rrule: str
    at: Annotated[time, Meta(tz=False)]
    start_date: date
    zone: Zone
    exceptions: tuple[ExceptionRecord, ...] = ()


class SpanRecord(Struct, forbid_unknown_fields=True):
    """One stretch of a day at the desk; see `BreakSpan`."""

    id: Identity
    start: Moment
    end: Moment
    zone: Zone
    kind: SpanKind
    reason: str = ""


class Document(Struct, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: int
    sessions: tuple[SessionRecord, ...] = ()
    schedule: tuple[EntryRecord, ...] = ()
    spans: tuple[SpanRecord, ...] = ()
    exercises: tuple[dict[str, object], ...] = ()
    routines: tuple[dict[str, object], ...] = ()
    marks: dict[Slug, dict[str, object]] = {}
    pictures: dict[Slug, bytes] = {}
    doses: dict[Slug, dict[str, object]] = {}
    programmes: dict[Slug, dict[str, object]] = {}
