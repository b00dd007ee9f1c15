"""Looking for what is wrong with the stored data."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import Side
from coreapp.domain.schedule import checked_entry
from coreapp.domain.training_log import SCALE_MAX, Outcome, SessionKind
from coreapp.domain.wall_time import find_zone
from coreapp.i18n import _
from coreapp.storage.repositories.activities import to_activity
from coreapp.storage.repositories.days import to_record
from coreapp.storage.repositories.plan import to_entry
from coreapp.storage.repositories.shoes import to_shoe
from coreapp.storage.tables import (
    ActivityRow,
    BreakSpanRow,
    DayRow,
    PerformedSetRow,
    ScheduleEntryRow,
    ScheduleExceptionRow,
    SessionRow,
    ShoeRow,
)

_Row = TypeVar("_Row")


def find_problems(session: Session) -> Sequence[str]:
    """Return what is wrong, a sentence each; empty if all is sound."""
    damage = list(_damage(session))
    # What a damaged file answers to other questions means nothing.
    return damage or [
        *_wrong_rows(session),
        *_wrong_zones(session),
        *_wrong_entries(session),
        *_unusable(session),
    ]


def _damage(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name == "sqlite":
        for found in session.scalars(text("PRAGMA integrity_check")):
            if found != "ok":
                yield _("The database file is damaged: {detail}").format(detail=found)


def _wrong_rows(session: Session) -> Iterator[str]:
    for query, sentence in (*_of_sessions(), *_of_sets(), *_of_others()):
        for identity in session.scalars(query):
            yield sentence.format(id=identity)


def _of_sessions() -> Iterator[tuple[Select[str], str]]:
    row = SessionRow
    yield (
        select(row.id).where(row.ended_at < row.started_at),
        _("Session {id} ends before it begins."),
    )
    yield (
        select(row.id).where(row.spent_seconds < 0),
        _("Session {id} lasts less than no time."),
    )
    yield (
        select(row.id).where(or_(_not_in(row.kind, SessionKind), _not_in(row.outcome, Outcome))),
        _("Session {id} is of an unknown kind or outcome."),
    )
    pains = (row.pain_before, row.pain_during, row.pain_after, row.pain_next_morning)
    figures = (row.effort, *pains)
    yield (
        select(row.id).where(or_(*(~figure.between(0, SCALE_MAX) for figure in figures))),
        _("Session {id} has an effort or a pain outside 0 to 10."),
    )


def _of_sets() -> Iterator[tuple[Select[str], str]]:
    row = PerformedSetRow
    sessions = select(SessionRow.id)
    yield (
        select(row.session_id).where(row.session_id.not_in(sessions)).distinct(),
        _("Sets are stored for the session {id}, which is not there."),
    )
    yield (
        select(row.session_id).where(or_(row.planned_seconds < 0, row.actual_seconds < 0)),
        _("A set of session {id} lasts less than no time."),
    )
    yield (
        select(row.session_id).where(_not_in(row.side, Side)),
        _("A set of session {id} is of an unknown side."),
    )


def _of_others() -> Iterator[tuple[Select[str], str]]:
    exception = ScheduleExceptionRow
    entries = select(ScheduleEntryRow.id)
    yield (
        select(exception.entry_id).where(exception.entry_id.not_in(entries)).distinct(),
        _("Changes are stored for the plan entry {id}, which is not there."),
    )
    yield (
        select(BreakSpanRow.id).where(BreakSpanRow.ended_at <= BreakSpanRow.started_at),
        _("The stretch of time {id} ends before it begins."),
    )


def _not_in(column: InstrumentedAttribute[str], words: type[StrEnum]) -> ColumnElement[bool]:
    return column.not_in([word.value for word in words])


def _wrong_zones(session: Session) -> Iterator[str]:
    zones = {
        *session.scalars(select(SessionRow.zone).distinct()),
        *session.scalars(select(BreakSpanRow.zone).distinct()),
        *session.scalars(select(ActivityRow.zone).distinct()),
    }
    for zone in sorted(zones):
        try:
            find_zone(zone)
        except InvalidValueError:
            yield _("There is no time zone “{zone}”, which the log names.").format(zone=zone)


def _wrong_entries(session: Session) -> Iterator[str]:
    for row in session.scalars(select(ScheduleEntryRow).order_by(ScheduleEntryRow.id)):
        try:
            checked_entry(to_entry(row))
        except InvalidValueError as error:
            yield _("The plan entry {id} cannot be used: {key}, “{value}”.").format(
                id=row.id, key=error.key, value=error.value
            )


def _unusable(session: Session) -> Iterator[str]:
    """Look for records that the domain would refuse."""
    for activity in session.scalars(select(ActivityRow).order_by(ActivityRow.id)):
        if not _makes_sense(to_activity, activity):
            yield _("The activity {id} has a value that cannot be used.").format(id=activity.id)
    for pair in session.scalars(select(ShoeRow).order_by(ShoeRow.id)):
        if not _makes_sense(to_shoe, pair):
            yield _("The shoes {id} have a value that cannot be used.").format(id=pair.id)
    for day in session.scalars(select(DayRow).order_by(DayRow.day)):
        if not _makes_sense(to_record, day):
            yield _("What was said of {day} has a value that cannot be used.").format(
                day=day.day.isoformat()
            )


def _makes_sense(read: Callable[[_Row], object], row: _Row) -> bool:
    try:
        read(row)
    except (InvalidValueError, ValueError, TypeError):
        return False
    return True
