"""Performed sessions with their sets, as rows.

They are read column by column, not as mapped objects, which takes a quarter of the time: the rules
of training look at years, and a session has about twenty sets.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from coreapp.domain.adherence import Tick, Unplanned
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Side
from coreapp.domain.training_log import (
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
    feeling_of,
)
from coreapp.services.log_ports import Store, Told
from coreapp.storage.repositories.batching import batches
from coreapp.storage.repositories.indexes import no_index
from coreapp.storage.repositories.planned import planned_of
from coreapp.storage.repositories.staging import Staging
from coreapp.storage.tables import PerformedSetRow, SessionRow

_OF_SESSION: Final = tuple(SessionRow.__table__.columns)
_OF_SET: Final = tuple(PerformedSetRow.__table__.columns)


class SqlSessions:
    """Performed sessions in the log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, session: PerformedSession) -> None:
        """Store a session with its sets; one with the same id is replaced."""
        self.add_all([session])

    def add_all(self, sessions: Sequence[PerformedSession]) -> None:
        """Store sessions with their sets; those with the same ids are replaced."""
        rows = [_session_columns(each) for each in sessions]
        sets = [_set_columns(each.id, performed) for each in sessions for performed in each.sets]
        self.remove([each.id for each in sessions])
        if rows:
            self._session.execute(insert(SessionRow), rows)
        if sets:
            self._session.execute(insert(PerformedSetRow), sets)

    def prepare(self, sessions: Sequence[PerformedSession], told: Told) -> Store:
        """Make many sessions ready; what is returned stores them as `add_all` does."""
        rows, sets = Staging(self._session, SessionRow), Staging(self._session, PerformedSetRow)
        for some in batches(sessions):
            rows.add([_session_columns(each) for each in some])
            sets.add([_set_columns(each.id, done) for each in some for done in each.sets])
            told(len(some))

        def store() -> None:
            of_these = rows.among(PerformedSetRow.session_id, "id")
            self._session.execute(delete(PerformedSetRow).where(of_these))
            rows.replace(SessionRow.id)
            sets.take_in()

        return store

    def get(self, identity: str) -> PerformedSession | None:
        """Return one session, or None."""
        return next(iter(self._found(SessionRow.id == identity)), None)

    def some(self, identities: Sequence[str]) -> Sequence[PerformedSession]:
        """Return the sessions with these ids, in no order; there need not be one for each."""
        parts = (self._found(SessionRow.id.in_(some)) for some in batches(identities))
        return [each for part in parts for each in part]

    def save_set(self, identity: str, performed: PerformedSet) -> None:
        """Store a set of a session; one of the same phase is replaced.

        Raises:
            UnknownIdError: there is no such session.
        """
        self._require(identity)
        row = PerformedSetRow
        same = delete(row).where(row.session_id == identity, row.phase == performed.phase)
        self._session.execute(same)
        self._session.execute(insert(row), [_set_columns(identity, performed)])

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

    def between(self, start: datetime | None, end: datetime | None) -> Sequence[PerformedSession]:
        """Return sessions with start <= started_at < end, newest first."""
        conditions = [] if start is None else [SessionRow.started_at >= start]
        if end is not None:
            conditions.append(SessionRow.started_at < end)
        return self._found(*conditions)

    def of_routines(self, prefix: str, start: datetime | None) -> Sequence[PerformedSession]:
        """Return sessions of routines whose ids begin with `prefix`, from `start` on, newest first.

        Capitals count; no character of `prefix` stands for others.
        """
        # Not LIKE: whether capitals count in it depends on the database.
        begins = func.substr(SessionRow.routine, 1, len(prefix)) == prefix
        return self._found(begins, *([] if start is None else [SessionRow.started_at >= start]))

    def of_exercise_alone(self, exercise: str, start: datetime) -> Sequence[PerformedSession]:
        """Return sessions from `start` on in which one exercise alone was worked, newest first.

        Sets of others that were skipped do not count, and neither does one that was skipped itself.
        """
        row = aliased(PerformedSetRow)
        worked = exists().where(row.session_id == SessionRow.id, row.skipped.is_(False))
        return self._found(
            SessionRow.started_at >= start,
            worked.where(row.exercise == exercise),
            ~worked.where(row.exercise != exercise),
        )

    def ticks(self, start: datetime, end: datetime) -> Sequence[Tick]:
        """Return what ticks off occurrences of start <= original_start < end, oldest first.

        Those are sessions that were completed.
        """
        row = SessionRow
        query = (
            select(row.id, row.planned_entry, row.planned_start, row.started_at, row.zone)
            .where(row.planned_start >= start, row.planned_start < end)
            .where(no_index(row.outcome) == Outcome.COMPLETED.value)
            .order_by(row.started_at, row.id)
        )
        return to_ticks(self._session.execute(query))

    def unplanned(self, start: datetime, end: datetime) -> Sequence[Unplanned]:
        """Return sessions of start <= started_at < end that tick off nothing, oldest first.

        Those are sessions that were completed, without what was done in breaks.
        """
        row = SessionRow
        query = (
            select(row.id, row.started_at, row.zone, row.routine)
            .where(row.started_at >= start, row.started_at < end, row.planned_entry.is_(None))
            .where(no_index(row.outcome) == Outcome.COMPLETED.value)
            .where(row.kind == SessionKind.SESSION.value)
            .order_by(row.started_at, row.id)
        )
        return [Unplanned(*each) for each in self._session.execute(query)]

    def last_interrupted(self) -> PerformedSession | None:
        """Return the newest session that was cut off, or None."""
        query = (
            select(SessionRow.id)
            .where(SessionRow.outcome == Outcome.INTERRUPTED.value)
            .order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
            .limit(1)
        )
        found = self._session.scalar(query)
        return None if found is None else self.get(found)

    def delete(self, identity: str) -> bool:
        """Delete a session and its sets; tell whether there was one."""
        is_there = self._is_there(identity)
        if is_there:
            self.remove([identity])
        return is_there

    def _found(self, *conditions: ColumnElement[bool]) -> Sequence[PerformedSession]:
        """Return the sessions for which all of this is true, with their sets, newest first."""
        newest_first = SessionRow.started_at.desc(), SessionRow.id.desc()
        query = select(*_OF_SESSION).where(*conditions).order_by(*newest_first)
        rows = self._session.execute(query).all()
        sets = self._sets(*conditions) if rows else {}
        return [_to_session(row, sets.get(row.id, ())) for row in rows]

    def _sets(self, *conditions: ColumnElement[bool]) -> dict[str, Sequence[PerformedSet]]:
        query = select(*_OF_SET)
        if conditions:
            query = query.join(SessionRow, SessionRow.id == PerformedSetRow.session_id)
            query = query.where(*conditions)
        found = defaultdict[str, list[PerformedSet]](list)
        for row in self._session.execute(query):
            found[row.session_id].append(_to_set(row))
        return {identity: sorted(sets, key=_phase) for identity, sets in found.items()}

    def remove(self, identities: Sequence[str]) -> None:
        """Delete the sessions with these ids; there need not be one for each."""
        for some in batches(identities):
            sets = delete(PerformedSetRow).where(PerformedSetRow.session_id.in_(some))
            self._session.execute(sets)
            self._session.execute(delete(SessionRow).where(SessionRow.id.in_(some)))

    def _require(self, identity: str) -> None:
        if not self._is_there(identity):
            raise UnknownIdError("session", identity)

    def _is_there(self, identity: str) -> bool:
        return (
            self._session.scalar(select(SessionRow.id).where(SessionRow.id == identity)) is not None
        )


def to_ticks(
    rows: Iterable[tuple[str, str | None, datetime | None, datetime, str]],
) -> list[Tick]:
    """Return what sessions or activities tick off.

    Args:
        rows: of each its id, the entry and the original start of the occurrence, when and where it
            began.
    """
    return [
        Tick(identity, PlannedOccurrence(entry, original), started_at, zone)
        for identity, entry, original, started_at, zone in rows
        if entry is not None and original is not None
    ]


def _phase(performed: PerformedSet) -> int:
    return performed.phase


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
        "spent_seconds": session.spent_seconds,
    }


def _set_columns(identity: str, performed: PerformedSet) -> dict[str, object]:
    return {
        "session_id": identity,
        "phase": performed.phase,
        "exercise": performed.exercise,
        "name": performed.name,
        "side": performed.side.value,
        "set_number": performed.set,
        "planned_seconds": performed.planned_seconds,
        "actual_seconds": performed.actual_seconds,
        "planned_reps": performed.planned_reps,
        "actual_reps": performed.actual_reps,
        "skipped": performed.skipped,
        "rest_seconds": performed.rest_seconds,
    }


def _to_session(row: Row[Any], sets: Sequence[PerformedSet]) -> PerformedSession:
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
        spent_seconds=row.spent_seconds,
        effort=row.effort,
        pain_before=row.pain_before,
        pain_during=row.pain_during,
        pain_after=row.pain_after,
        pain_next_morning=row.pain_next_morning,
        form_ok=row.form_ok,
        stop_sign=row.stop_sign,
        note=row.note,
        planned=planned_of(row),
        sets=tuple(sets),
    )


def _to_set(row: Row[Any]) -> PerformedSet:
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
