"""The log as it is added up, in memory: the same promises as the real one (see tests/storage)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coreapp.domain.day_record import DayRecord
from coreapp.domain.exercise import Side
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.progress.recovery import DayFigures
from coreapp.domain.progress.sides import SideSum
from coreapp.domain.training_log import PerformedSession, PerformedSet
from coreapp.services.figure_ports import (
    ActivitySummary,
    ExerciseInSession,
    SessionInCalendar,
    SessionSummary,
)


@dataclass
class FakeLogFigures:
    """Adds up what is stored.

    Attributes:
        kept_sessions, kept_activities, kept_days: what is stored, by id or by day.
    """

    kept_sessions: dict[str, PerformedSession]
    kept_activities: dict[str, PerformedActivity]
    kept_days: dict[date, DayRecord]

    def sessions(self, start: datetime, end: datetime) -> Sequence[SessionSummary]:
        return [
            SessionSummary(
                kind=each.kind,
                routine=each.routine,
                started_at=each.started_at,
                ended_at=each.ended_at,
                zone=each.zone,
                spent_seconds=each.spent_seconds,
                planned=each.planned,
                effort=each.effort,
                pain_before=each.pain_before,
                pain_during=each.pain_during,
                pain_after=each.pain_after,
                pain_next_morning=each.pain_next_morning,
            )
            for each in self._sessions()
            if start <= each.started_at < end and each.work_seconds > 0
        ]

    def in_calendar(self, start: datetime, end: datetime) -> Sequence[SessionInCalendar]:
        return [
            SessionInCalendar(
                id=each.id,
                kind=each.kind,
                routine=each.routine,
                title=each.title,
                started_at=each.started_at,
                ended_at=each.ended_at,
                zone=each.zone,
                outcome=each.outcome,
                has_work=each.work_seconds > 0,
                spent_seconds=each.spent_seconds,
                planned=each.planned,
                effort=each.effort,
            )
            for each in reversed(list(self._sessions()))
            if start <= each.started_at < end
        ]

    def activities(self, start: datetime, end: datetime) -> Sequence[ActivitySummary]:
        oldest_first = sorted(
            self.kept_activities.values(), key=lambda each: (each.started_at, each.id)
        )
        return [
            ActivitySummary(
                type=each.type,
                started_at=each.started_at,
                zone=each.zone,
                minutes=each.minutes,
                metres=each.metres,
                effort=each.effort,
                pain_before=each.pain_before,
                pain_during=each.pain_during,
                pain_after=each.pain_after,
                pain_next_morning=each.pain_next_morning,
            )
            for each in oldest_first
            if start <= each.started_at < end
        ]

    def oldest(self) -> datetime | None:
        everything = (*self.kept_sessions.values(), *self.kept_activities.values())
        return min((each.started_at for each in everything), default=None)

    def sides(self, start: datetime, end: datetime) -> Sequence[SideSum]:
        groups: dict[tuple[str, Side], list[PerformedSet]] = {}
        for each in self._done(start, end):
            if each.side in {Side.LEFT, Side.RIGHT}:
                groups.setdefault((each.exercise, each.side), []).append(each)
        return [
            SideSum(
                exercise=exercise,
                name=max(each.name for each in sets),
                side=side,
                sets=len(sets),
                seconds=sum(each.actual_seconds for each in sets),
                counted=len(_counts(sets)),
                reps=sum(_counts(sets)),
            )
            for (exercise, side), sets in sorted(groups.items())
        ]

    def exercises(
        self, start: datetime, end: datetime, exercise: str | None = None
    ) -> Sequence[ExerciseInSession]:
        found = []
        for session in self._sessions():
            done = [each for each in session.sets if not each.skipped]
            for name in sorted({each.exercise for each in done}):
                if start <= session.started_at < end and exercise in {None, name}:
                    sets = [each for each in done if each.exercise == name]
                    found.append(
                        ExerciseInSession(
                            exercise=name,
                            name=max(each.name for each in sets),
                            started_at=session.started_at,
                            zone=session.zone,
                            sets=len(sets),
                            counted=len(_counts(sets)),
                            seconds=max(each.actual_seconds for each in sets),
                            reps=max(_counts(sets), default=None),
                        )
                    )
        return found

    def days(self, first: date, last: date) -> Sequence[DayFigures]:
        return [
            DayFigures(day, each.mark, each.pain_worst, each.note.stress, each.note.sleep_hours)
            for day, each in sorted(self.kept_days.items())
            if first <= day <= last
        ]

    def _sessions(self) -> Iterable[PerformedSession]:
        return sorted(self.kept_sessions.values(), key=lambda each: (each.started_at, each.id))

    def _done(self, start: datetime, end: datetime) -> Iterator[PerformedSet]:
        for session in self._sessions():
            if start <= session.started_at < end:
                yield from (each for each in session.sets if not each.skipped)


def _counts(sets: Iterable[PerformedSet]) -> list[int]:
    return [each.actual_reps for each in sets if each.actual_reps is not None]
