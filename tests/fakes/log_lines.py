"""The log as it is listed, in memory: the same promises as the real one (see tests/storage)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from coreapp.domain.day_record import DayRecord
from coreapp.domain.log_lines import LogKind, LogTexts, LogWish, SessionLine
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PerformedSession


@dataclass
class FakeLogLines:
    """Lines of what is stored.

    Attributes:
        kept_sessions, kept_activities, kept_days: what is stored, by id or by day.
    """

    kept_sessions: dict[str, PerformedSession]
    kept_activities: dict[str, PerformedActivity]
    kept_days: dict[date, DayRecord]

    def moments(self, wish: LogWish, end: datetime, most: int) -> Sequence[tuple[datetime, str]]:
        found = [(each.started_at, each.zone) for each in self._sessions(wish)]
        found += [(each.started_at, each.zone) for each in self._activities(wish)]
        found += [(_midnight(each.day), "UTC") for each in self._days(wish)]
        return sorted((each for each in found if each[0] < end), reverse=True)[:most]

    def sessions(self, wish: LogWish, start: datetime, end: datetime) -> Sequence[SessionLine]:
        found = [each for each in self._sessions(wish) if start <= each.started_at < end]
        return [_line(each) for each in _newest_first(found)]

    def activities(
        self, wish: LogWish, start: datetime, end: datetime
    ) -> Sequence[PerformedActivity]:
        found = [each for each in self._activities(wish) if start <= each.started_at < end]
        return _newest_first(found)

    def days(self, wish: LogWish, first: date, last: date) -> Sequence[DayRecord]:
        found = [each for each in self._days(wish) if first <= each.day <= last]
        return sorted(found, key=lambda each: each.day, reverse=True)

    def oldest(self) -> datetime | None:
        moments = [
            *(each.started_at for each in self.kept_sessions.values()),
            *(each.started_at for each in self.kept_activities.values()),
            *(_midnight(each) for each in self.kept_days),
        ]
        return min(moments, default=None)

    def texts(self) -> LogTexts:
        sessions = self.kept_sessions.values()
        exercises: dict[str, str] = {}
        for each in (each for session in sessions for each in session.sets):
            exercises[each.exercise] = min(each.name, exercises.get(each.exercise, each.name))
        return LogTexts(
            titles=tuple(sorted({(each.title, each.routine) for each in sessions})),
            exercises=tuple(sorted(exercises.items())),
            session_notes=_notes((each.id, each.note) for each in sessions),
            activity_notes=_notes((each.id, each.note) for each in self.kept_activities.values()),
            day_notes=tuple(
                sorted((each.day, each.text) for each in self.kept_days.values() if each.text)
            ),
        )

    def _sessions(self, wish: LogWish) -> list[PerformedSession]:
        kinds = {each.value for each in wish.kinds}
        found = [each for each in self.kept_sessions.values() if each.kind.value in kinds]
        matches = wish.matches
        if matches is None:
            return found
        return [
            each
            for each in found
            if each.title in matches.titles
            or each.id in matches.sessions
            or any(performed.exercise in matches.exercises for performed in each.sets)
        ]

    def _activities(self, wish: LogWish) -> list[PerformedActivity]:
        if LogKind.ACTIVITY not in wish.kinds:
            return []
        every, matches = list(self.kept_activities.values()), wish.matches
        if matches is None:
            return every
        return [
            each for each in every if each.type in matches.types or each.id in matches.activities
        ]

    def _days(self, wish: LogWish) -> list[DayRecord]:
        if LogKind.DAY not in wish.kinds:
            return []
        every, matches = list(self.kept_days.values()), wish.matches
        if matches is None:
            return every
        return [each for each in every if each.mark in matches.marks or each.day in matches.days]


def _newest_first(found):
    return sorted(found, key=lambda each: (each.started_at, each.id), reverse=True)


def _notes(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(each for each in found if each[1]))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _line(session: PerformedSession) -> SessionLine:
    return SessionLine(
        id=session.id,
        kind=session.kind,
        routine=session.routine,
        title=session.title,
        started_at=session.started_at,
        ended_at=session.ended_at,
        zone=session.zone,
        outcome=session.outcome,
        work_seconds=session.work_seconds,
        exercise=session.sets[0].exercise if session.sets else "",
        effort=session.effort,
        pain_before=session.pain_before,
        pain_during=session.pain_during,
        pain_after=session.pain_after,
        note=session.note,
    )
