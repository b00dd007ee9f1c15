"""Reads the log for figures: sums where the database can add up, single columns where it cannot.

The sessions of some time are found first and their sets by them, whatever other index there is.
What belongs to a local day is finished by who asks: each row has its own zone, and no database
knows them all.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.exercise import Side
from coreapp.domain.progress.recovery import DayFigures
from coreapp.domain.progress.sides import SideSum
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.figure_ports import (
    ActivitySummary,
    ExerciseInSession,
    SessionInCalendar,
    SessionSummary,
)
from coreapp.storage.repositories.indexes import no_index
from coreapp.storage.repositories.planned import planned_of
from coreapp.storage.tables import ActivityRow, DayRow, PerformedSetRow, SessionRow

_ONE_SIDE: Final = (Side.LEFT.value, Side.RIGHT.value)

_SET: Final = PerformedSetRow
_OF_SESSION: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    SessionRow.kind,
    SessionRow.routine,
    SessionRow.started_at,
    SessionRow.ended_at,
    SessionRow.zone,
    SessionRow.spent_seconds,
    SessionRow.planned_entry,
    SessionRow.planned_start,
    SessionRow.effort,
    SessionRow.pain_before,
    SessionRow.pain_during,
    SessionRow.pain_after,
    SessionRow.pain_next_morning,
)

_IN_CALENDAR: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    SessionRow.id,
    SessionRow.kind,
    SessionRow.routine,
    SessionRow.title,
    SessionRow.started_at,
    SessionRow.ended_at,
    SessionRow.zone,
    SessionRow.outcome,
    SessionRow.spent_seconds,
    SessionRow.planned_entry,
    SessionRow.planned_start,
    SessionRow.effort,
)

_DONE: Final = PerformedSetRow.skipped.is_(False)
_COUNTED: Final = func.count(PerformedSetRow.actual_reps)


class SqlLogFigures:
    """Sums and columns of the log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sessions(self, start: datetime, end: datetime) -> Sequence[SessionSummary]:
        """Return the sessions in which any work was done, oldest first."""
        row = SessionRow
        worked = exists().where(_SET.session_id == row.id, _SET.actual_seconds > 0)
        query = (
            select(*_OF_SESSION)
            .where(row.started_at >= start, row.started_at < end, worked)
            .order_by(row.started_at, row.id)
        )
        return [_summary(each) for each in self._session.execute(query)]

    def in_calendar(self, start: datetime, end: datetime) -> Sequence[SessionInCalendar]:
        """Return all sessions, newest first."""
        row = SessionRow
        worked = exists().where(_SET.session_id == row.id, _SET.actual_seconds > 0)
        query = (
            select(*(*_IN_CALENDAR, worked.label("has_work")))
            .where(row.started_at >= start, row.started_at < end)
            .order_by(row.started_at.desc(), row.id.desc())
        )
        return [_in_calendar(each) for each in self._session.execute(query)]

    def activities(self, start: datetime, end: datetime) -> Sequence[ActivitySummary]:
        """Return runs, walks and sports, oldest first."""
        row = ActivityRow
        query = (
            select(
                row.type,
                row.started_at,
                row.zone,
                row.minutes,
                row.metres,
                row.effort,
                row.pain_before,
                row.pain_during,
                row.pain_after,
                row.pain_next_morning,
            )
            .where(row.started_at >= start, row.started_at < end)
            .order_by(row.started_at, row.id)
        )
        return [
            ActivitySummary(ActivityType(kind), *others)
            for kind, *others in self._session.execute(query)
        ]

    def oldest(self) -> datetime | None:
        """Return when the first session or activity of all began; None of an empty log."""
        firsts = (
            self._session.scalar(select(func.min(each.started_at)))
            for each in (SessionRow, ActivityRow)
        )
        return min((each for each in firsts if each is not None), default=None)

    def sides(self, start: datetime, end: datetime) -> Sequence[SideSum]:
        """Return the sums of the sets of one side, by exercise and side."""
        query = (
            select(
                _SET.exercise,
                func.max(_SET.name),
                _SET.side,
                func.count(),
                func.sum(_SET.actual_seconds),
                _COUNTED,
                func.sum(_SET.actual_reps),
            )
            .join(SessionRow, SessionRow.id == _SET.session_id)
            .where(_SET.side.in_(_ONE_SIDE), *_done_between(start, end))
            .group_by(_SET.exercise, _SET.side)
            .order_by(_SET.exercise, _SET.side)
        )
        return [
            SideSum(exercise, name, Side(side), sets, seconds, counted, reps or 0)
            for exercise, name, side, sets, seconds, counted, reps in self._session.execute(query)
        ]

    def exercises(
        self, start: datetime, end: datetime, exercise: str | None = None
    ) -> Sequence[ExerciseInSession]:
        """Return what was done of each exercise in each session, oldest first; or of one alone."""
        row = SessionRow
        query = (
            select(
                _SET.exercise,
                func.max(_SET.name),
                row.started_at,
                row.zone,
                func.count(),
                _COUNTED,
                func.max(_SET.actual_seconds),
                func.max(_SET.actual_reps),
            )
            .join(_SET, _SET.session_id == row.id)
            .where(*_done_between(start, end))
            .group_by(row.started_at, row.zone, no_index(row.id), _SET.exercise)
            .order_by(row.started_at, no_index(row.id), _SET.exercise)
        )
        if exercise is not None:
            query = query.where(no_index(_SET.exercise) == exercise)
        return [
            ExerciseInSession(identity, name, began, zone, sets, counted, seconds, reps)
            for identity, name, began, zone, sets, counted, seconds, reps in self._session.execute(
                query
            )
        ]

    def days(self, first: date, last: date) -> Sequence[DayFigures]:
        """Return what was said of first <= day <= last, oldest first."""
        row = DayRow
        query = (
            select(row.day, row.mark, row.pain_worst, row.stress, row.sleep_hours)
            .where(row.day >= first, row.day <= last)
            .order_by(row.day)
        )
        return [
            DayFigures(day, None if mark is None else DayMark(mark), pain, stress, sleep)
            for day, mark, pain, stress, sleep in self._session.execute(query)
        ]


def _done_between(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what is true of the sets that were done in some time, joined with their sessions."""
    return SessionRow.started_at >= start, SessionRow.started_at < end, _DONE


def _in_calendar(row: Row[Any]) -> SessionInCalendar:
    return SessionInCalendar(
        id=row.id,
        kind=SessionKind(row.kind),
        routine=row.routine,
        title=row.title,
        started_at=row.started_at,
        ended_at=row.ended_at,
        zone=row.zone,
        outcome=Outcome(row.outcome),
        has_work=bool(row.has_work),
        spent_seconds=row.spent_seconds,
        planned=planned_of(row),
        effort=row.effort,
    )


def _summary(row: Row[Any]) -> SessionSummary:
    return SessionSummary(
        kind=SessionKind(row.kind),
        routine=row.routine,
        started_at=row.started_at,
        ended_at=row.ended_at,
        zone=row.zone,
        spent_seconds=row.spent_seconds,
        planned=planned_of(row),
        effort=row.effort,
        pain_before=row.pain_before,
        pain_during=row.pain_during,
        pain_after=row.pain_after,
        pain_next_morning=row.pain_next_morning,
    )
