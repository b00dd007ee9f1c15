"""The program's own file format: one JSON document with all that a person has put in.

`{"format": "coreapp", "version": 3, "sessions": [...], "schedule": [...], "activities": [...],
"shoes": [...], "days": [...], "spans": [...]}`, and where there are any `exercises`, `routines`,
`marks` and `pictures` of one's own; `file_schema` has the fields, which are those of the domain's
dataclasses, moments in UTC. `README.md` beside this file describes it for people, and
`export.schema.json` for programs.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import msgspec

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.schedule import OccurrenceException, ScheduleEntry, checked_entry
from coreapp.domain.time_spent import estimated
from coreapp.domain.training_log import BreakSpan, PerformedSession, PerformedSet
from coreapp.interchange import day_format, own_format
from coreapp.interchange.file_schema import (
    Document,
    EntryRecord,
    FirstDocument,
    SecondDocument,
    SessionRecord,
    SetRecord,
    SpanRecord,
    UntimedSession,
)
from coreapp.interchange.reading import Kind, first_repeated, read_file
from coreapp.interchange.values import check_unique, check_zone, checked_moment
from coreapp.services.bundle import Bundle
from coreapp.services.bundle import Kind as Records

KIND: Final = Kind(
    "coreapp", 3, marked("Give a file that this program exported; nothing was changed.")
)


def encode(bundle: Bundle) -> str:
    """Return the text of a file with all of `bundle`."""
    document: dict[str, object] = {
        "format": KIND.format,
        "version": KIND.version,
        "sessions": bundle.sessions,
        "schedule": bundle.entries,
        "activities": bundle.activities,
        "shoes": bundle.shoes,
        # In an order: places and triggers have none of their own.
        "days": msgspec.to_builtins(bundle.days, order="deterministic"),
        "spans": bundle.spans,
    }
    document |= {key: each for key, each in own_format.documents(bundle.own).items() if each}
    try:
        return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"
    except UnicodeEncodeError:
        # Half a character, from a text that was pasted; what is written has a “?” in its place.
        plain: Any = msgspec.to_builtins(document)
        text = json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
        return text.encode(errors="replace").decode()


def decode(text: str | bytes) -> Bundle:
    """Read the text of a file.

    Raises:
        InvalidValueError: it is not JSON, not of this format, of a newer version, or a value in
            it cannot be used; names where, as `sessions[3].sets[1].side`.
    """
    content = text.encode(errors="replace") if isinstance(text, str) else text
    document = read_file(content, KIND, FirstDocument, SecondDocument, Document)
    for name in ("sessions", "schedule", "spans"):
        check_unique(name, "id", [each.id for each in getattr(document, name)])
    bundle = Bundle(
        tuple(session_from(f"sessions[{n}]", each) for n, each in enumerate(document.sessions)),
        tuple(entry_from(f"schedule[{n}]", each) for n, each in enumerate(document.schedule)),
        tuple(span_from(f"spans[{n}]", each) for n, each in enumerate(document.spans)),
        own_format.own_bundle(document),
    )
    if isinstance(document, SecondDocument):
        bundle = day_format.with_days(bundle, document)
    return bundle if isinstance(document, Document) else _timed(bundle)


def _timed(bundle: Bundle) -> Bundle:
    """Return what a file brings that is older than the time that sessions took.

    What was measured of those that are here already stays.
    """
    sessions = tuple(estimated(each) for each in bundle.sessions)
    return replace(bundle, sessions=sessions, untold={Records.SESSIONS: [("spent_seconds",)]})


def session_from(where: str, record: UntimedSession) -> PerformedSession:
    """Return the session of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    started = checked_moment(f"{where}.started_at", record.started_at)
    ended = checked_moment(f"{where}.ended_at", record.ended_at)
    if ended < started:
        raise InvalidValueError(
            f"{where}.ended_at", ended.isoformat(), marked("It must not be before the start.")
        )
    check_zone(f"{where}.zone", record.zone)
    planned = day_format.planned_occurrence(where, record.planned)
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
        spent_seconds=record.spent_seconds if isinstance(record, SessionRecord) else None,
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


def entry_from(where: str, record: EntryRecord) -> ScheduleEntry:
    """Return the entry of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    exceptions = []
    for number, each in enumerate(record.exceptions):
        place = f"{where}.exceptions[{number}]"
        moved_to = each.moved_to and checked_moment(f"{place}.moved_to", each.moved_to)
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


def span_from(where: str, record: SpanRecord) -> BreakSpan:
    """Return the span of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    start = checked_moment(f"{where}.start", record.start)
    end = checked_moment(f"{where}.end", record.end)
    if end <= start:
        raise InvalidValueError(
            f"{where}.end", end.isoformat(), marked("It must be later than the start.")
        )
    check_zone(f"{where}.zone", record.zone)
    return BreakSpan(record.id, start, end, record.zone, record.kind.value, record.reason)


_FIELD_OF = {"from": "start_date"}
"""What the plan's errors call otherwise than the file does."""
