"""What the figures of Progress need from the log: sums and single columns, never whole records.

A session of the log has about twenty sets; a page that shows years must not read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coreapp.domain.activity import ActivityType
from coreapp.domain.progress.recovery import DayFigures
from coreapp.domain.progress.sides import SideSum
from coreapp.domain.training_log import Outcome, PlannedOccurrence, SessionKind


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in which any work was done, without its sets. See `PerformedSession`."""

    kind: SessionKind
    routine: str
    started_at: datetime
    ended_at: datetime
    zone: str
    spent_seconds: float | None = None
    planned: PlannedOccurrence | None = None
    effort: float | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None


@dataclass(frozen=True, slots=True)
class SessionInCalendar:
    """A session as a calendar shows it, without its sets. See `PerformedSession`.

    Attributes:
        has_work: whether any work was done in it.
    """

    id: str
    kind: SessionKind
    routine: str
    title: str
    started_at: datetime
    ended_at: datetime
    zone: str
    outcome: Outcome
    has_work: bool
    spent_seconds: float | None = None
    planned: PlannedOccurrence | None = None
    effort: float | None = None


@dataclass(frozen=True, slots=True)
class ActivitySummary:
    """A run, a walk or a sport, with what is counted of it. See `PerformedActivity`."""

    type: ActivityType
    started_at: datetime
    zone: str
    minutes: int
    metres: int | None = None
    effort: float | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None


@dataclass(frozen=True, slots=True)
class ExerciseInSession:
    """The sets of one exercise in one session; skipped ones are left out.

    Attributes:
        exercise, name: of the exercise; the name as it was in the log.
        started_at, zone: of the session.
        sets: how many were done.
        counted: how many of them were counted in repetitions.
        seconds: the longest set, of one side.
        reps: the most repetitions of a set, or None if none was counted.
    """

    exercise: str
    name: str
    started_at: datetime
    zone: str
    sets: int
    counted: int
    seconds: float
    reps: int | None


class LogFigures(Protocol):
    """Reads the log for figures. All limits are start <= started_at < end."""

    def sessions(self, start: datetime, end: datetime) -> Sequence[SessionSummary]:
        """Return the sessions in which any work was done, oldest first."""

    def in_calendar(self, start: datetime, end: datetime) -> Sequence[SessionInCalendar]:
        """Return all sessions, newest first."""

    def activities(self, start: datetime, end: datetime) -> Sequence[ActivitySummary]:
        """Return runs, walks and sports, oldest first."""

    def oldest(self) -> datetime | None:
        """Return when the first session or activity of all began; None of an empty log."""

    def sides(self, start: datetime, end: datetime) -> Sequence[SideSum]:
        """Return the sums of the sets of one side, by exercise and side."""

    def exercises(
        self, start: datetime, end: datetime, exercise: str | None = None
    ) -> Sequence[ExerciseInSession]:
        """Return what was done of each exercise in each session, oldest first; or of one alone."""

    def days(self, first: date, last: date) -> Sequence[DayFigures]:
        """Return what was said of first <= day <= last, oldest first."""
