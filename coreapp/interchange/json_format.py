"""The program's own file format: one JSON document with the log and the plan.

`{"format": "coreapp", "version": 1, "sessions": [...], "schedule": [...], "spans": [...]}`, and
where there are any `exercises`, `routines`, `marks` and `pictures` of one's own; `file_schema` has
the fields, which are those of the domain's dataclasses, moments in UTC.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Protocol

import msgspec

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.schedule import OccurrenceException, ScheduleEntry, checked_entry
from coreapp.domain.training_log import (
    BreakSpan,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
)
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, find_zone, in_utc
from coreapp.interchange import own_format
from coreapp.interchange.file_schema import (
    Document,
    EntryRecord,
    SessionRecord,
    SetRecord,
    SpanRecord,
)
from coreapp.interchange.reading import Kind, first_repeated, read_file
from coreapp.services.bundle import Bundle

KIND: Final = Kind(
    "coreapp", 1, marked("Give a file that this program exported; nothing was changed.")
)


class _HasId(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id."""


def encode(bundle: Bundle) -> str:
    """Return the text of a file with all of `bundle`."""
    document: dict[str, object] = {
        "format": KIND.format,
        "version": KIND.version,
        "sessions": bundle.sessions,
        "schedule": bundle.entries,
        "spans": bundle.spans,
    }
    # Without anything of one's own the file can be read by older versions, too.
    document |= {key: each for key, each in own_format.documents(bundle.own).items() if each}
    plain: Any = msgspec.to_builtins(document)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def decode(text: str | bytes) -> Bundle:
    """Read the text of a file.

    Raises:
        InvalidValueError: it is not JSON, not of this format, of a newer version, or a value in
            it cannot be used; names where, as `sessions[3].sets[1].side`.
    """
    content = text.encode(errors="replace") if isinstance(text, str) else text
    document = read_file(content, KIND, Document)
    _check_unique("sessions", document.sessions)
    _check_unique("schedule", document.schedule)
    _check_unique("spans", document.spans)
    return Bundle(
        tuple(_session(f"sessions[{n}]", each) for n, each in enumerate(document.sessions)),
        tuple(_entry(f"schedule[{n}]", each) for n, each in enumerate(document.schedule)),
        tuple(_span(f"spans[{n}]", each) for n, each in enumerate(document.spans)),
        own_format.own_bundle(document),
    )


def _check_unique(name: str, records: Sequence[_HasId]) -> None:
    found = first_repeated(each.id for each in records)
    if found is not None:
        raise InvalidValueError(
            f"{name}[{found}].id", records[found].id, marked("Give each id once.")
        )


def _session(where: str, record: SessionRecord) -> PerformedSession:
    started = _moment(f"{where}.started_at", record.started_at)
    ended = _moment(f"{where}.ended_at", record.ended_at)
    if ended < started:
        raise InvalidValueError(
            f"{where}.ended_at", ended.isoformat(), marked("It must not be before the start.")
        )
    _check_zone(f"{where}.zone", record.zone)
    planned = None
    if record.planned is not None:
        original = _moment(f"{where}.planned.original_start", record.planned.original_start)
        planned = PlannedOccurrence(record.planned.entry, original)
    return PerformedSession(
        id=record.id,
        kind=record.kind,
        routine=record.routine,
        title=record.title,
        started_at=started,
        ended_at=ended,
        zone=record.zone,
        outcome=record.outcome,
        position=record.position,
        timeline=record.timeline,
        effort=record.effort,
        pain_before=record.pain_before,
        pain_during=record.pain_during,
        pain_after=record.pain_after,
        pain_next_morning=record.pain_next_morning,
        form_ok=record.form_ok,
        stop_sign=record.stop_sign,
        note=record.note,
        planned=planned,
        sets=_sets(where, record.sets),
    )


def _sets(where: str, records: Sequence[SetRecord]) -> tuple[PerformedSet, ...]:
    found = first_repeated(each.phase for each in records)
    if found is not None:
        raise InvalidValueError(
            f"{where}.sets[{found}].phase",
            records[found].phase,
            marked("Give one set for each phase."),
        )
    sets = (PerformedSet(**msgspec.structs.asdict(each)) for each in records)
    return tuple(sorted(sets, key=lambda each: each.phase))


def _entry(where: str, record: EntryRecord) -> ScheduleEntry:
    exceptions = []
    for number, each in enumerate(record.exceptions):
        place = f"{where}.exceptions[{number}]"
        moved_to = each.moved_to and _moment(f"{place}.moved_to", each.moved_to)
        try:
            exceptions.append(OccurrenceException(each.original_date, moved_to, each.skipped))
        except InvalidValueError as error:
            raise error.under(f"{place}.{error.key}") from error
    try:
        return checked_entry(
            ScheduleEntry(
                id=record.id,
                title=record.title,
                routine=record.routine,
                rrule=record.rrule,
                at=record.at,
                start_date=record.start_date,
                zone=record.zone,
                exceptions=tuple(sorted(exceptions, key=lambda each: each.original_date)),
            )
        )
    except InvalidValueError as error:
        raise error.under(f"{where}.{_FIELD_OF.get(error.key, error.key)}") from error


def _span(where: str, record: SpanRecord) -> BreakSpan:
    start = _moment(f"{where}.start", record.start)
    end = _moment(f"{where}.end", record.end)
    if end <= start:
        raise InvalidValueError(
            f"{where}.end", end.isoformat(), marked("It must be later than the start.")
        )
    _check_zone(f"{where}.zone", record.zone)
    return BreakSpan(record.id, start, end, record.zone, record.kind.value, record.reason)


def _moment(where: str, moment: datetime) -> datetime:
    # At the ends of the calendar a moment has no UTC, and nothing can be added to it.
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidValueError(where, moment.isoformat(), marked("Give a year from 1970 to 2199."))
    return in_utc(moment)


def _check_zone(where: str, name: str) -> None:
    try:
        find_zone(name)
    except InvalidValueError as error:
        raise error.under(where) from error


_FIELD_OF = {"from": "start_date"}
"""What the plan's errors call otherwise than the file does."""
