"""Rows to domain objects and back: the only place that knows both."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Side
from coreapp.domain.schedule import OccurrenceException, ScheduleEntry
from coreapp.domain.training_log import (
    BreakSpan,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
    feeling_of,
)
from coreapp.storage.tables import (
    BreakSpanRow,
    PerformedSetRow,
    ScheduleEntryRow,
    ScheduleExceptionRow,
    SessionRow,
)

_OVERLAP: Final = timedelta(days=1)
"""So far spans that overlap are looked for; those of one computer never do."""


class SqlSessions:
    """Performed sessions in the log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, session: PerformedSession) -> None:
        """Store a session with its sets; one with the same id is replaced."""
        row = SessionRow(**_session_columns(session))
        row.sets = [_set_row(session.id, performed) for performed in session.sets]
        self._session.merge(row)

    def get(self, identity: str) -> PerformedSession | None:
        """Return one session, or None."""
        row = self._session.get(SessionRow, identity)
        return None if row is None else _to_session(row)

    def save_set(self, identity: str, performed: PerformedSet) -> None:
        """Store a set of a session; one of the same phase is replaced.

        Raises:
            UnknownIdError: there is no such session.
        """
        self._require(identity)
        self._session.merge(_set_row(identity, performed))
        self._refresh()

    def update(self, session: PerformedSession) -> None:
        """Store all of a session but its sets, which stay as they are.

        Raises:
            UnknownIdError: there is no such session.
        """
        self._require(session.id)
        columns = _session_columns(session)
        self._session.execute(
            update(SessionRow).where(SessionRow.id == session.id).values(**columns)
        )
        self._refresh()

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedSession]:
        """Return sessions with start <= started_at < end, newest first."""
        query = select(SessionRow).order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
        if start is not None:
            query = query.where(SessionRow.started_at >= start)
        if end is not None:
            query = query.where(SessionRow.started_at < end)
        return [_to_session(row) for row in self._session.scalars(query)]

    def interrupted(self) -> Sequence[PerformedSession]:
        """Return the sessions that were cut off, newest first."""
        query = (
            select(SessionRow)
            .where(SessionRow.outcome == Outcome.INTERRUPTED.value)
            .order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
        )
        return [_to_session(row) for row in self._session.scalars(query)]

    def delete(self, identity: str) -> bool:
        """Delete a session and its sets; tell whether there was one."""
        row = self._session.get(SessionRow, identity)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None

    def _require(self, identity: str) -> None:
        if self._session.scalar(select(SessionRow.id).where(SessionRow.id == identity)) is None:
            raise UnknownIdError("session", identity)

    def _refresh(self) -> None:
        """Let what was read before in this transaction be read again."""
        self._session.flush()
        self._session.expire_all()


class SqlScheduleEntries:
    """Recurring sessions in the plan, with the occurrences that were moved or skipped."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: ScheduleEntry) -> None:
        """Store an entry with its exceptions; one with the same id is replaced."""
        row = ScheduleEntryRow(
            id=entry.id,
            title=entry.title,
            routine=entry.routine,
            rrule=entry.rrule,
            at_time=entry.at,
            start_date=entry.start_date,
            zone=entry.zone,
        )
        row.exceptions = [
            ScheduleExceptionRow(
                entry_id=entry.id,
                original_date=each.original_date,
                moved_to=each.moved_to,
                skipped=each.skipped,
            )
            for each in entry.exceptions
        ]
        self._session.merge(row)

    def get(self, identity: str) -> ScheduleEntry | None:
        """Return one entry, or None."""
        row = self._session.get(ScheduleEntryRow, identity)
        return None if row is None else to_entry(row)

    def all(self) -> Sequence[ScheduleEntry]:
        """Return all entries, oldest first: ids sort by the time they were made."""
        query = select(ScheduleEntryRow).order_by(ScheduleEntryRow.id)
        return [to_entry(row) for row in self._session.scalars(query)]

    def remove(self, identity: str) -> bool:
        """Delete an entry with its exceptions; tell whether there was one."""
        row = self._session.get(ScheduleEntryRow, identity)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None


class SqlBreakSpans:
    """Private stretches of sitting, breaks and absence."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, spans: Sequence[BreakSpan]) -> None:
        """Store spans; those with the same id are replaced."""
        for span in spans:
            self._session.merge(
                BreakSpanRow(
                    id=span.id,
                    started_at=span.start,
                    ended_at=span.end,
                    zone=span.zone,
                    kind=span.kind,
                    reason=span.reason,
                )
            )

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return spans that touch [start, end), oldest first.

        One may be weeks long: nobody was there. What tiles the time ends in the order in which it
        begins, so the first to end after `start` is the first to be read, not the oldest of all.
        Spans that overlap come from a file of another computer; a day more finds those.
        """
        row = BreakSpanRow
        ends_first = select(row.started_at).where(row.ended_at > start).order_by(row.ended_at)
        first = self._session.scalar(ends_first.limit(1))
        if first is None:
            return []
        query = (
            select(row)
            .where(row.started_at >= min(first, start - _OVERLAP), row.started_at < end)
            .where(row.ended_at > start)
            .order_by(row.started_at, row.id)
        )
        return [_to_span(each) for each in self._session.scalars(query)]

    def remove(self, identities: Collection[str]) -> None:
        """Delete the spans with these ids; there need not be one for each."""
        self._session.execute(delete(BreakSpanRow).where(BreakSpanRow.id.in_(identities)))

    def delete_before(self, moment: datetime) -> int:
        """Delete spans that ended before `moment`; return how many."""
        is_before = BreakSpanRow.ended_at < moment
        count = self._session.scalar(select(func.count(BreakSpanRow.id)).where(is_before))
        self._session.execute(delete(BreakSpanRow).where(is_before))
        return count or 0


class SqlWork:
    """One transaction."""

    def __init__(self, session: Session) -> None:
        self._sessions = SqlSessions(session)
        self._schedule = SqlScheduleEntries(session)
        self._spans = SqlBreakSpans(session)

    @property
    def sessions(self) -> SqlSessions:
        """Performed sessions."""
        return self._sessions

    @property
    def schedule(self) -> SqlScheduleEntries:
        """The plan."""
        return self._schedule

    @property
    def spans(self) -> SqlBreakSpans:
        """Break spans."""
        return self._spans


def _session_columns(session: PerformedSession) -> dict[str, object]:
    planned = session.planned
    return {
        "id": session.id,
        "kind": session.kind.value,
        "outcome": session.outcome.value,
        "routine": session.routine,
        "title": session.title,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
        "zone": session.zone,
        "position": session.position,
        **asdict(feeling_of(session)),
        "planned_entry": planned.entry if planned else None,
        "planned_start": planned.original_start if planned else None,
        "timeline": session.timeline,
    }


def _set_row(identity: str, performed: PerformedSet) -> PerformedSetRow:
    return PerformedSetRow(
        session_id=identity,
        phase=performed.phase,
        exercise=performed.exercise,
        name=performed.name,
        side=performed.side.value,
        set_number=performed.set,
        planned_seconds=performed.planned_seconds,
        actual_seconds=performed.actual_seconds,
        planned_reps=performed.planned_reps,
        actual_reps=performed.actual_reps,
        skipped=performed.skipped,
        rest_seconds=performed.rest_seconds,
    )


def _to_session(row: SessionRow) -> PerformedSession:
    planned = None
    if row.planned_entry is not None and row.planned_start is not None:
        planned = PlannedOccurrence(row.planned_entry, row.planned_start)
    return PerformedSession(
        id=row.id,
        kind=SessionKind(row.kind),
        routine=row.routine,
        title=row.title,
        started_at=row.started_at,
        ended_at=row.ended_at,
        zone=row.zone,
        outcome=Outcome(row.outcome),
        position=row.position,
        timeline=row.timeline,
        effort=row.effort,
        pain_before=row.pain_before,
        pain_during=row.pain_during,
        pain_after=row.pain_after,
        pain_next_morning=row.pain_next_morning,
        form_ok=row.form_ok,
        stop_sign=row.stop_sign,
        note=row.note,
        planned=planned,
        sets=tuple(_to_set(each) for each in row.sets),
    )


def _to_set(row: PerformedSetRow) -> PerformedSet:
    return PerformedSet(
        phase=row.phase,
        exercise=row.exercise,
        name=row.name,
        side=Side(row.side),
        set=row.set_number,
        planned_seconds=row.planned_seconds,
        actual_seconds=row.actual_seconds,
        planned_reps=row.planned_reps,
        actual_reps=row.actual_reps,
        skipped=row.skipped,
        rest_seconds=row.rest_seconds,
    )


def to_entry(row: ScheduleEntryRow) -> ScheduleEntry:
    """Return the entry that is stored in a row with its exceptions.

    Raises:
        InvalidValueError: an exception of it is damaged.
    """
    exceptions = tuple(
        OccurrenceException(each.original_date, each.moved_to, each.skipped)
        for each in row.exceptions
    )
    return ScheduleEntry(
        id=row.id,
        title=row.title,
        routine=row.routine,
        rrule=row.rrule,
        at=row.at_time,
        start_date=row.start_date,
        zone=row.zone,
        exceptions=exceptions,
    )


def _to_span(row: BreakSpanRow) -> BreakSpan:
    return BreakSpan(row.id, row.started_at, row.ended_at, row.zone, row.kind, row.reason)
