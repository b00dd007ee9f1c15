"""Days of the log: which moments may belong to them, in whatever zone they happened."""

from datetime import UTC, date, datetime, time, timedelta

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import DateRange, PerformedSession
from coreapp.domain.wall_time import find_zone
from coreapp.services.log_ports import Work

_MARGIN = timedelta(hours=15)
"""A day lasts from 14 hours before to 12 hours after its UTC day, over all zones there are."""


def sessions_on(work: Work, days: DateRange) -> list[PerformedSession]:
    """Return the sessions begun on these days where they happened, newest first."""
    found = work.sessions.between(*window(days))
    return [each for each in found if is_within(each.started_at, each.zone, days)]


def activities_on(work: Work, days: DateRange) -> list[PerformedActivity]:
    """Return the activities begun on these days where they happened, newest first."""
    found = work.activities.between(*window(days))
    return [each for each in found if is_within(each.started_at, each.zone, days)]


def window(days: DateRange) -> tuple[datetime | None, datetime | None]:
    """Return start and end of all moments that some zone counts to these days."""
    start = _midnight(days.first) - _MARGIN if days.first else None
    end = _midnight(days.last) + timedelta(days=1) + _MARGIN if days.last else None
    return start, end


def is_within(moment: datetime, zone: str, days: DateRange) -> bool:
    """Tell whether a moment belongs to these days on the clocks of its zone."""
    day = in_zone(moment, zone).date()
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)


def local_start(session: PerformedSession) -> datetime:
    """Return when a session began, on the clocks of the place it happened in."""
    return in_zone(session.started_at, session.zone)


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment of the log on the clocks of its zone.

    A zone that is not known here, perhaps because it has been renamed, must not make the log
    unreadable: then it is UTC's.
    """
    try:
        return moment.astimezone(find_zone(zone))
    except InvalidValueError:
        return moment.astimezone(UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
