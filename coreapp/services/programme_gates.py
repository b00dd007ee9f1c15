"""What the log says about the gates between the stretches of a course (`domain/gates`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from coreapp.domain.day_record import DayRecord
from coreapp.domain.gates import Trained, sessions_wanting
from coreapp.domain.pain import Trend, pain_trend
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.programme import Course
from coreapp.domain.progression import MEMORY
from coreapp.domain.training_log import DateRange, Outcome, PerformedSession
from coreapp.services.activities import pain_days
from coreapp.services.log_days import activities_on, local_start, sessions_on
from coreapp.services.log_ports import Work
from coreapp.services.pain_lights import light_of
from coreapp.services.programme_standing import Far, place_of

_TREND: Final = timedelta(days=14)
"""As many days as the trend of pain looks at (rule R7)."""


@dataclass(frozen=True, slots=True)
class RecentPain:
    """What was entered about pain in the days up to a session.

    Attributes:
        day: the local day of that session.
        sessions, performed, records: of the log, where something may be said about pain.
    """

    day: date
    sessions: Sequence[PerformedSession]
    performed: Sequence[PerformedActivity]
    records: Sequence[DayRecord]

    def grew(self, newest: PerformedSession | None = None) -> bool:
        """Tell whether pain was clearly more in the week up to the day than in the one before.

        Args:
            newest: a session as its form says it now, instead of as it stands in the log.
        """
        sessions = self.sessions
        if newest is not None:
            sessions = [newest, *(each for each in sessions if each.id != newest.id)]
        pain = pain_days(sessions, self.performed, self.records)
        return pain_trend(pain, self.day) is Trend.WORSE


def read_pain(work: Work, day: date) -> RecentPain:
    """Return what was entered about pain in the two weeks up to a day."""
    days = DateRange(day - _TREND, day)
    return RecentPain(
        day,
        sessions_on(work, days),
        activities_on(work, days),
        work.days.between(day - _TREND, day),
    )


def with_gate(
    programme: str, course: Course, far: Far, sessions: Sequence[PerformedSession], work: Work
) -> Far:
    """Return how far one is, with what the gate of the stretch still asks for.

    Args:
        programme: the id of the course.
        course: its weeks.
        far: how far one is, without the gate.
        sessions: those that count, newest first, of `MEMORY` before the newest at least.
        work: the log; asked about pain in the last week before a gate that looks at it.
    """
    day = local_start(far.newest).date()
    return behind_gate(programme, course, far, sessions, lambda: read_pain(work, day).grew())


def behind_gate(
    programme: str,
    course: Course,
    far: Far,
    sessions: Sequence[PerformedSession],
    is_worse: Callable[[], bool],
) -> Far:
    """Return how far one is, with what the gate asks for by the sessions that are known.

    Nothing is looked at that is older than the rules of growth remember.

    Args:
        programme: the id of the course.
        course: its weeks.
        far: how far one is, without the gate.
        sessions: those that count, newest first.
        is_worse: tells whether pain grew.
    """
    last = far.reached.last
    stretch = course.first_week(last.week)
    trained = [
        Trained(each.outcome is Outcome.COMPLETED, light_of(each))
        for each in sessions
        if each.started_at >= far.newest.started_at - MEMORY
        and (place := place_of(programme, each)) in course.places
        and course.first_week(place.week) == stretch
    ]
    wanting = sessions_wanting(course, last, trained, is_worse)
    return replace(far, reached=replace(far.reached, wanting=wanting))
