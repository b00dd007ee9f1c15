"""The shape of the program's own file: one struct for each kind of record in it.

Like the domain's dataclasses, with the limits that a file has to keep; msgspec names the place of
what does not fit. A field that nobody knows is refused: passed over, it would be lost.
"""

from datetime import date, datetime, time
from typing import Annotated

from msgspec import Meta, Struct

from coreapp.domain.activity import MOST_METRES, MOST_MINUTES, ActivityType, Hills, Surface
from coreapp.domain.day_record import (
    BEST_SLEEP,
    HELPED_MOST,
    HOURS_OF_A_DAY,
    MOST_STEPS,
    DayMark,
    PainTrigger,
    Relief,
)
from coreapp.domain.exercise import Side
from coreapp.domain.pain import PainPlace
from coreapp.domain.shoe import MOST_START_METRES
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.training_log import SCALE_MAX, Outcome, SessionKind

LARGEST = 2**31 - 1
"""The largest whole number that every database keeps."""

VISIBLE = r"^[^\x00-\x1f\x7f]*\Z"
"""No control characters: some databases refuse them, and nobody sees that two ids differ."""

Identity = Annotated[str, Meta(min_length=1, max_length=36, pattern=VISIBLE)]
Slug = Annotated[str, Meta(min_length=1, max_length=100, pattern=VISIBLE)]
Zone = Annotated[str, Meta(min_length=1, max_length=64, pattern=VISIBLE)]
Moment = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, le=LARGEST)]
Number = Annotated[int, Meta(ge=1, le=LARGEST)]
Seconds = Annotated[float, Meta(ge=0, le=LARGEST)]
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


class UntimedSession(Struct, forbid_unknown_fields=True):
    """One guided run, as it was until version 2."""

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


class SessionRecord(UntimedSession, forbid_unknown_fields=True):
    """One guided run; see `PerformedSession`. Version 3 brought the seconds that were spent."""

    spent_seconds: Seconds | None = None


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


class ActivityRecord(Struct, forbid_unknown_fields=True):
    """A run, a walk or a sport; see `PerformedActivity`."""

    id: Identity
    type: ActivityType
    started_at: Moment
    zone: Zone
    minutes: Annotated[int, Meta(ge=1, le=MOST_MINUTES)]
    metres: Annotated[int, Meta(ge=0, le=MOST_METRES)] | None = None
    effort: Effort | None = None
    surface: Surface | None = None
    hills: Hills | None = None
    shoe: Annotated[str, Meta(max_length=36, pattern=VISIBLE)] = ""
    warmed_up: bool | None = None
    cooled_down: bool | None = None
    pain_before: Figure | None = None
    pain_during: Figure | None = None
    pain_after: Figure | None = None
    pain_next_morning: Figure | None = None
    note: str = ""
    planned: PlannedRecord | None = None


class ShoeRecord(Struct, forbid_unknown_fields=True):
    """A pair of shoes; see `Shoe`."""

    id: Identity
    name: Annotated[str, Meta(min_length=1)]
    bought: date | None = None
    start_metres: Annotated[int, Meta(ge=0, le=MOST_START_METRES)] = 0
    retired: date | None = None


Hours = Annotated[float, Meta(ge=0, le=HOURS_OF_A_DAY)]


class NoteRecord(Struct, forbid_unknown_fields=True, frozen=True):
    """What helps or hinders on a day; see `DayNote`."""

    sleep_hours: Hours | None = None
    sleep_quality: Annotated[int, Meta(ge=1, le=BEST_SLEEP)] | None = None
    stress: Figure | None = None
    sit_hours: Hours | None = None
    longest_sit_min: Annotated[int, Meta(ge=0, le=HOURS_OF_A_DAY * 60)] | None = None
    stand_hours: Hours | None = None
    lifted: bool | None = None
    household: bool | None = None


class DayOfLog(Struct, forbid_unknown_fields=True):
    """What was said of a day, which is its key; see `DayRecord`."""

    day: date
    mark: DayMark | None = None
    note: NoteRecord = NoteRecord()
    steps: Annotated[int, Meta(ge=0, le=MOST_STEPS)] | None = None
    pain_worst: Figure | None = None
    pain_places: tuple[PainPlace, ...] = ()
    pain_triggers: tuple[PainTrigger, ...] = ()
    tingled: bool = False
    reliefs: tuple[tuple[Relief, Annotated[int, Meta(ge=0, le=HELPED_MOST)]], ...] = ()
    text: str = ""


class FirstDocument(Struct, forbid_unknown_fields=True):
    """The whole file, as it was in version 1."""

    format: str
    version: int
    sessions: tuple[UntimedSession, ...] = ()
    schedule: tuple[EntryRecord, ...] = ()
    spans: tuple[SpanRecord, ...] = ()
    exercises: tuple[dict[str, object], ...] = ()
    routines: tuple[dict[str, object], ...] = ()
    marks: dict[Slug, dict[str, object]] = {}
    pictures: dict[Slug, bytes] = {}
    doses: dict[Slug, dict[str, object]] = {}
    programmes: dict[Slug, dict[str, object]] = {}


class SecondDocument(FirstDocument, forbid_unknown_fields=True):
    """The whole file, as it was in version 2, which brought activities, shoes and days."""

    activities: tuple[ActivityRecord, ...] = ()
    shoes: tuple[ShoeRecord, ...] = ()
    days: tuple[DayOfLog, ...] = ()


class Document(SecondDocument, forbid_unknown_fields=True):
    """The whole file."""

    sessions: tuple[SessionRecord, ...] = ()
