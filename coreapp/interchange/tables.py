"""The tables there are: the log and the plan, one file for each kind of record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from coreapp.domain.errors import marked
from coreapp.domain.time_spent import estimated
from coreapp.domain.training_log import PerformedSession
from coreapp.interchange.columns import (
    Column,
    cells_of,
    read_record,
    wrong_cell,
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
from coreapp.interchange.record_columns import (
    ACTIVITY,
    DAY,
    ENTRY,
    SESSION,
    SET,
    SHOE,
    SPAN,
    SPENT,
)
from coreapp.interchange.table_lines import placed, reader, rows, with_id
from coreapp.services.bundle import Bundle, Kind


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


def _session_rows(bundle: Bundle) -> Iterable[Sequence[str]]:
    """Return a line for each set with its session before it; one for a session without sets."""
    for session in bundle.sessions:
        begin = cells_of(SESSION, session)
        for performed in session.sets:
            yield [*begin, *cells_of(SET, performed)]
        if not session.sets:
            yield [*begin, *("" for _column in SET)]


def _read_sessions(sheet: Sheet) -> tuple[PerformedSession, ...]:
    lines: dict[str, list[Line]] = {}
    for line in sheet.lines:
        lines.setdefault(line.cells.get("id", ""), []).append(line)
    sessions = (_session(same, commas=sheet.has_commas) for same in lines.values())
    # A table of an older version has no such column.
    return tuple(sessions if SPENT in sheet.header else map(estimated, sessions))


def _session(lines: Sequence[Line], *, commas: bool) -> PerformedSession:
    first = lines[0]
    record: SessionRecord = read_record(SESSION, first, SessionRecord, commas=commas)
    sets: dict[int, SetRecord] = {}
    for line in lines:
        _check_same_session(line, first)
        if any(column.name in line.cells for column in SET):
            performed: SetRecord = read_record(SET, line, SetRecord, commas=commas)
            if performed.phase in sets:
                raise wrong_cell(line, "set_phase", marked("Give one set for each phase."))
            sets[performed.phase] = performed
    record.sets = tuple(sets.values())
    made: PerformedSession = placed(first, session_from, record)
    return made


def _check_same_session(line: Line, first: Line) -> None:
    for column in SESSION:
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
        SESSION,
        SET,
        ("id", "started_at", "ended_at", "zone", "kind", "routine", "title", "outcome"),
        _session_rows,
        _read_sessions,
    ),
    Table(
        "activities",
        Kind.ACTIVITIES,
        ACTIVITY,
        (),
        ("started_at", "zone", "type", "minutes"),
        rows(ACTIVITY, "activities"),
        reader(ACTIVITY, ActivityRecord, activity_from, with_id),
    ),
    Table(
        "days",
        Kind.DAYS,
        DAY,
        (),
        ("day",),
        rows(DAY, "days"),
        reader(DAY, DayOfLog, day_from),
    ),
    Table(
        "shoes",
        Kind.SHOES,
        SHOE,
        (),
        ("id", "name"),
        rows(SHOE, "shoes"),
        reader(SHOE, ShoeRecord, shoe_from),
    ),
    Table(
        "plan",
        Kind.ENTRIES,
        ENTRY,
        (),
        [column.name for column in ENTRY],
        rows(ENTRY, "entries"),
        reader(ENTRY, EntryRecord, entry_from),
    ),
    Table(
        "presence",
        Kind.SPANS,
        SPAN,
        (),
        ("id", "start", "end", "zone", "kind"),
        rows(SPAN, "spans"),
        reader(SPAN, SpanRecord, span_from),
    ),
)
"""In the order in which they are told."""
