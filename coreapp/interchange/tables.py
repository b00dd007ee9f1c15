"""The tables there are: the log and the plan, one file for each kind of record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from coreapp.domain.errors import marked
from coreapp.domain.schedule import OccurrenceException
from coreapp.domain.time_spent import estimated
from coreapp.domain.training_log import PerformedSession
from coreapp.interchange.columns import (
    Column,
    cells_of,
    day_of,
    moment,
    plain,
    read_record,
    text,
    words,
    wrong_cell,
    yes_no,
)
from coreapp.interchange.csv_text import Line, Sheet
from coreapp.interchange.day_format import activity_from, day_from, shoe_from
from coreapp.interchange.file_schema import (
    ActivityRecord,
    DayOfLog,
    EntryRecord,
    SessionRecord,
    SetRecord,
    ShoeRecord,
    SpanRecord,
)
from coreapp.interchange.json_format import entry_from, session_from, span_from
from coreapp.interchange.table_lines import placed, reader, rows, with_id
from coreapp.services.bundle import Bundle, Kind

_FELT: Final = (
    plain("effort"),
    plain("pain_before"),
    plain("pain_during"),
    plain("pain_after"),
    plain("pain_next_morning"),
)
_PLANNED: Final = (
    text("planned_entry", "planned", "entry"),
    moment("planned_start", "planned", "original_start"),
)
_ID: Final = text("id")
_ZONE: Final = text("zone")
_SPENT: Final = "spent_seconds"


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: of its file, without the ending.
        kind: of its records.
        columns: of a record, in their order; the first is its key.
        parts: of what there may be several of in a record, a line each; all of them or none.
        needed: names of the columns that it cannot do without.
        rows: makes its lines.
        read: makes the records from a sheet, by the field of a bundle.
    """

    name: str
    kind: Kind
    columns: Sequence[Column]
    parts: Sequence[Column]
    needed: Sequence[str]
    rows: Callable[[Bundle], Iterable[Sequence[str]]]
    read: Callable[[Sheet], tuple[Any, ...]]

    @property
    def all_columns(self) -> Sequence[Column]:
        """Those of a record, then those of its parts."""
        return (*self.columns, *self.parts)


def _moved(exceptions: Sequence[OccurrenceException]) -> str:
    moved = [(each.original_date, each.moved_to) for each in exceptions if each.moved_to]
    return " ".join(f"{original}={to.isoformat()}" for original, to in moved)


def _skipped(exceptions: Sequence[OccurrenceException]) -> str:
    return " ".join(each.original_date.isoformat() for each in exceptions if each.skipped)


def _exceptions(_cell: str, line: Line) -> object:
    """Return what the cells of both columns say."""
    moved = (each.partition("=") for each in line.cells.get("moved", "").split())
    skipped = line.cells.get("skipped", "").split()
    return [
        *({"original_date": original, "moved_to": to} for original, _equals, to in moved),
        *({"original_date": each, "skipped": True} for each in skipped),
    ]


_SESSION: Final = (
    _ID,
    day_of("started_at"),
    moment("started_at"),
    moment("ended_at"),
    plain(_SPENT),
    _ZONE,
    plain("kind"),
    text("routine"),
    text("title", may_be_empty=True),
    plain("outcome"),
    *_FELT,
    yes_no("form_ok"),
    yes_no("stop_sign"),
    text("note"),
    *_PLANNED,
    plain("position"),
)
_SET: Final = (
    plain("set_phase", "phase"),
    text("set_exercise", "exercise"),
    text("set_name", "name", may_be_empty=True),
    plain("set_side", "side"),
    plain("set_number", "set"),
    plain("set_planned_seconds", "planned_seconds"),
    plain("set_actual_seconds", "actual_seconds"),
    plain("set_planned_reps", "planned_reps"),
    plain("set_actual_reps", "actual_reps"),
    yes_no("set_skipped", "skipped"),
    plain("set_rest_seconds", "rest_seconds"),
)
_ACTIVITY: Final = (
    _ID,
    day_of("started_at"),
    moment("started_at"),
    _ZONE,
    plain("type"),
    plain("minutes"),
    plain("metres"),
    plain("surface"),
    plain("hills"),
    text("shoe"),
    yes_no("warmed_up"),
    yes_no("cooled_down"),
    *_FELT,
    text("note"),
    *_PLANNED,
)
_DAY: Final = (
    plain("day"),
    plain("mark"),
    plain("sleep_hours", "note", "sleep_hours"),
    plain("sleep_quality", "note", "sleep_quality"),
    plain("stress", "note", "stress"),
    plain("sit_hours", "note", "sit_hours"),
    plain("longest_sit_min", "note", "longest_sit_min"),
    plain("stand_hours", "note", "stand_hours"),
    yes_no("lifted", "note", "lifted"),
    yes_no("household", "note", "household"),
    plain("steps"),
    plain("pain_worst"),
    words("pain_places"),
    words("pain_triggers"),
    yes_no("tingled"),
    Column(
        "reliefs",
        ("reliefs",),
        lambda value, _it: " ".join(f"{relief}:{helped}" for relief, helped in value),
        lambda cell, _line: [each.split(":") for each in cell.split()],
    ),
    text("text"),
)
_SHOE: Final = (_ID, text("name"), plain("bought"), plain("start_metres"), plain("retired"))
_ENTRY: Final = (
    _ID,
    text("title"),
    text("routine"),
    text("rrule"),
    plain("at"),
    plain("start_date"),
    _ZONE,
    Column("moved", ("exceptions",), lambda value, _it: _moved(value), _exceptions),
    Column("skipped", ("exceptions",), lambda value, _it: _skipped(value), _exceptions),
)
_SPAN: Final = (
    _ID,
    day_of("start"),
    moment("start"),
    moment("end"),
    _ZONE,
    text("kind"),
    text("reason"),
)


def _session_rows(bundle: Bundle) -> Iterable[Sequence[str]]:
    """Return a line for each set with its session before it; one for a session without sets."""
    for session in bundle.sessions:
        begin = cells_of(_SESSION, session)
        for performed in session.sets:
            yield [*begin, *cells_of(_SET, performed)]
        if not session.sets:
            yield [*begin, *("" for _column in _SET)]


def _read_sessions(sheet: Sheet) -> tuple[PerformedSession, ...]:
    lines: dict[str, list[Line]] = {}
    for line in sheet.lines:
        lines.setdefault(line.cells.get("id", ""), []).append(line)
    sessions = (_session(same, commas=sheet.has_commas) for same in lines.values())
    # A table of an older version has no such column.
    return tuple(sessions if _SPENT in sheet.header else map(estimated, sessions))


def _session(lines: Sequence[Line], *, commas: bool) -> PerformedSession:
    first = lines[0]
    record: SessionRecord = read_record(_SESSION, first, SessionRecord, commas=commas)
    sets: dict[int, SetRecord] = {}
    for line in lines:
        _check_same_session(line, first)
        if any(column.name in line.cells for column in _SET):
            performed: SetRecord = read_record(_SET, line, SetRecord, commas=commas)
            if performed.phase in sets:
                raise wrong_cell(line, "set_phase", marked("Give one set for each phase."))
            sets[performed.phase] = performed
    record.sets = tuple(sets.values())
    made: PerformedSession = placed(first, session_from, record)
    return made


def _check_same_session(line: Line, first: Line) -> None:
    for column in _SESSION:
        if line.cells.get(column.name) != first.cells.get(column.name):
            raise wrong_cell(
                line,
                column.name,
                marked("The lines of one session have to agree; compare {first}."),
                first=first.place,
            )


TABLES: Final = (
    Table(
        "sessions",
        Kind.SESSIONS,
        _SESSION,
        _SET,
        ("id", "started_at", "ended_at", "zone", "kind", "routine", "title", "outcome"),
        _session_rows,
        _read_sessions,
    ),
    Table(
        "activities",
        Kind.ACTIVITIES,
        _ACTIVITY,
        (),
        ("started_at", "zone", "type", "minutes"),
        rows(_ACTIVITY, "activities"),
        reader(_ACTIVITY, ActivityRecord, activity_from, with_id),
    ),
    Table(
        "days",
        Kind.DAYS,
        _DAY,
        (),
        ("day",),
        rows(_DAY, "days"),
        reader(_DAY, DayOfLog, day_from),
    ),
    Table(
        "shoes",
        Kind.SHOES,
        _SHOE,
        (),
        ("id", "name"),
        rows(_SHOE, "shoes"),
        reader(_SHOE, ShoeRecord, shoe_from),
    ),
    Table(
        "plan",
        Kind.ENTRIES,
        _ENTRY,
        (),
        [column.name for column in _ENTRY],
        rows(_ENTRY, "entries"),
        reader(_ENTRY, EntryRecord, entry_from),
    ),
    Table(
        "presence",
        Kind.SPANS,
        _SPAN,
        (),
        ("id", "start", "end", "zone", "kind"),
        rows(_SPAN, "spans"),
        reader(_SPAN, SpanRecord, span_from),
    ),
)
"""In the order in which they are told."""
