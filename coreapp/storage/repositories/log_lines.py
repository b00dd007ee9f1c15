"""The log as it is listed: lines of sessions without their sets, and moments to page by."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import (
    LogKind,
    LogTexts,
    LogWish,
    SessionLine,
)
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.storage.repositories.activities import to_activity
from coreapp.storage.repositories.days import to_record
from coreapp.storage.tables import ActivityRow, DayRow, PerformedSetRow, SessionRow

_LINE = (
    SessionRow.id,
    SessionRow.kind,
    SessionRow.routine,
    SessionRow.title,
    SessionRow.started_at,
    SessionRow.ended_at,
    SessionRow.zone,
    SessionRow.outcome,
    SessionRow.effort,
    SessionRow.pain_before,
    SessionRow.pain_during,
    SessionRow.pain_after,
    SessionRow.note,
)
_SESSION_KINDS = {LogKind.SESSION: SessionKind.SESSION, LogKind.BREAK: SessionKind.BREAK}


class SqlLogLines:
    """What stands in the log, in lines."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def moments(self, wish: LogWish, end: datetime, most: int) -> Sequence[tuple[datetime, str]]:
        """Return the newest moments before `end` with their zones, newest first.

        A day that somebody wrote of counts as its midnight in UTC.
        """
        found: list[tuple[datetime, str]] = []
        sources: list[tuple[type[SessionRow] | type[ActivityRow], list[ColumnElement[bool]]]] = []
        if _kinds_of_sessions(wish):
            sources.append((SessionRow, _session_condition(wish)))
        if wish.may_show(LogKind.ACTIVITY):
            sources.append((ActivityRow, _activity_condition(wish)))
        for row, condition in sources:
            query = (
                select(row.started_at, row.zone)
                .where(row.started_at < end, *condition)
                .order_by(row.started_at.desc())
                .limit(most)
            )
            found += [(each[0], each[1]) for each in self._session.execute(query)]
        found += self._day_moments(wish, end, most)
        return sorted(found, reverse=True)[:most]

    def sessions(self, wish: LogWish, start: datetime, end: datetime) -> Sequence[SessionLine]:
        """Return the sessions of start <= started_at < end, newest first."""
        if not _kinds_of_sessions(wish):
            return []
        query = (
            select(*_LINE)
            .where(SessionRow.started_at >= start, SessionRow.started_at < end)
            .where(*_session_condition(wish))
            .order_by(SessionRow.started_at.desc(), SessionRow.id.desc())
        )
        rows = self._session.execute(query).all()
        worked = self._worked([each.id for each in rows])
        return [_to_line(row, *worked.get(row.id, (0.0, ""))) for row in rows]

    def activities(
        self, wish: LogWish, start: datetime, end: datetime
    ) -> Sequence[PerformedActivity]:
        """Return the activities of start <= started_at < end, newest first."""
        if not wish.may_show(LogKind.ACTIVITY):
            return []
        query = (
            select(ActivityRow)
            .where(ActivityRow.started_at >= start, ActivityRow.started_at < end)
            .where(*_activity_condition(wish))
            .order_by(ActivityRow.started_at.desc(), ActivityRow.id.desc())
        )
        return [to_activity(each) for each in self._session.scalars(query)]

    def days(self, wish: LogWish, first: date, last: date) -> Sequence[DayRecord]:
        """Return what was written of first <= day <= last, newest first."""
        if not wish.may_show(LogKind.DAY):
            return []
        query = (
            select(DayRow)
            .where(DayRow.day >= first, DayRow.day <= last, *_day_condition(wish))
            .order_by(DayRow.day.desc())
        )
        return [to_record(each) for each in self._session.scalars(query)]

    def oldest(self) -> datetime | None:
        """Return the first moment of the log in UTC; a day counts as its midnight."""
        moments = [
            self._session.scalar(select(func.min(row.started_at)))
            for row in (SessionRow, ActivityRow)
        ]
        day = self._session.scalar(select(func.min(DayRow.day)))
        moments.append(None if day is None else _midnight(day))
        return min((each for each in moments if each is not None), default=None)

    def texts(self) -> LogTexts:
        """Return what can be searched in, each text once."""
        row = SessionRow
        titles = self._session.execute(select(row.title, row.routine).distinct())
        exercises = sorted(self._session.scalars(select(PerformedSetRow.exercise).distinct()))
        notes = [
            self._session.execute(select(table.id, table.note).where(table.note != ""))
            for table in (SessionRow, ActivityRow)
        ]
        days = self._session.execute(select(DayRow.day, DayRow.text).where(DayRow.text != ""))
        return LogTexts(
            titles=tuple(sorted((each[0], each[1]) for each in titles)),
            exercises=tuple((each, self._name_of(each)) for each in exercises),
            session_notes=tuple(sorted((each[0], each[1]) for each in notes[0])),
            activity_notes=tuple(sorted((each[0], each[1]) for each in notes[1])),
            day_notes=tuple(sorted((each[0], each[1]) for each in days)),
        )

    def _name_of(self, exercise: str) -> str:
        """Return a name that an exercise was logged under."""
        # The index of exercises finds one row at once; to read the names of all takes longer.
        query = select(PerformedSetRow.name).where(PerformedSetRow.exercise == exercise).limit(1)
        return self._session.scalar(query) or ""

    def _day_moments(self, wish: LogWish, end: datetime, most: int) -> list[tuple[datetime, str]]:
        if not wish.may_show(LogKind.DAY):
            return []
        query = (
            select(DayRow.day)
            .where(DayRow.day <= end.date(), *_day_condition(wish))
            .order_by(DayRow.day.desc())
            .limit(most + 1)
        )
        moments = ((_midnight(each), "UTC") for each in self._session.scalars(query))
        return [each for each in moments if each[0] < end][:most]

    def _worked(self, identities: Sequence[str]) -> dict[str, tuple[float, str]]:
        """Return of each session how long it was worked in, and its first exercise."""
        row = PerformedSetRow
        sums = (
            select(
                row.session_id,
                func.sum(row.actual_seconds).label("seconds"),
                func.min(row.phase).label("phase"),
            )
            .where(row.session_id.in_(identities))
            .group_by(row.session_id)
            .subquery()
        )
        query = select(sums.c.session_id, sums.c.seconds, row.exercise).join(
            row, (row.session_id == sums.c.session_id) & (row.phase == sums.c.phase)
        )
        return {each[0]: (each[1], each[2]) for each in self._session.execute(query)}


def _kinds_of_sessions(wish: LogWish) -> list[str]:
    return [kind.value for each, kind in _SESSION_KINDS.items() if wish.may_show(each)]


def _session_condition(wish: LogWish) -> list[ColumnElement[bool]]:
    """Return what is asked of a session beyond its moment."""
    kinds = _kinds_of_sessions(wish)
    # Without this an index by the moment is not used where both kinds are wanted.
    condition: list[ColumnElement[bool]] = []
    if len(kinds) < len(_SESSION_KINDS):
        condition.append(SessionRow.kind.in_(kinds))
    if wish.matches is not None:
        asked: list[ColumnElement[bool]] = [
            SessionRow.title.in_(wish.matches.titles),
            SessionRow.id.in_(wish.matches.sessions),
        ]
        if wish.matches.exercises:
            # Asked of one session after the other: a page is full long before all sets are read.
            asked.append(
                exists().where(
                    PerformedSetRow.session_id == SessionRow.id,
                    PerformedSetRow.exercise.in_(wish.matches.exercises),
                )
            )
        condition.append(or_(*asked))
    return condition


def _activity_condition(wish: LogWish) -> list[ColumnElement[bool]]:
    if wish.matches is None:
        return []
    types = ActivityRow.type.in_([each.value for each in wish.matches.types])
    return [or_(types, ActivityRow.id.in_(wish.matches.activities))]


def _day_condition(wish: LogWish) -> list[ColumnElement[bool]]:
    if wish.matches is None:
        return []
    marks = DayRow.mark.in_([each.value for each in wish.matches.marks])
    return [or_(marks, DayRow.day.in_(wish.matches.days))]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _to_line(row: Any, seconds: float, exercise: str) -> SessionLine:  # noqa: ANN401  columns of a row have no type of their own
    return SessionLine(
        id=row.id,
        kind=SessionKind(row.kind),
        routine=row.routine,
        title=row.title,
        started_at=row.started_at,
        ended_at=row.ended_at,
        zone=row.zone,
        outcome=Outcome(row.outcome),
        work_seconds=seconds,
        exercise=exercise,
        effort=row.effort,
        pain_before=row.pain_before,
        pain_during=row.pain_during,
        pain_after=row.pain_after,
        note=row.note,
    )
