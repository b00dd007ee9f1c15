"""Days of the log: which moments may belong to them, in whatever zone they happened."""

from datetime import UTC, date, datetime, time, timedelta

from coreapp.domain.training_log import DateRange
from coreapp.services.training import in_zone

_MARGIN = timedelta(hours=15)
"""A day lasts from 14 hours before to 12 hours after its UTC day, over all zones there are."""


def window(days: DateRange) -> tuple[datetime | None, datetime | None]:
    """Return start and end of all moments that some zone counts to these days."""
    start = _midnight(days.first) - _MARGIN if days.first else None
    end = _midnight(days.last) + timedelta(days=1) + _MARGIN if days.last else None
    return start, end


def is_within(moment: datetime, zone: str, days: DateRange) -> bool:
    """Tell whether a moment belongs to these days on the clocks of its zone."""
    day = in_zone(moment, zone).date()
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
