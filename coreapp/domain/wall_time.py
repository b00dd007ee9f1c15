"""Wall times and moments: dates and times of day as people write them, in time zones."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coreapp.domain.errors import InvalidValueError, marked

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Nothing is planned outside these years; it keeps every sum inside the calendar."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def find_zone(key: str) -> ZoneInfo:
    """Return a time zone.

    Raises:
        InvalidValueError: there is none of that name.
    """
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValueError(
            "zone", key, marked("Give the name of a time zone, such as Europe/Berlin.")
        ) from error


def resolve(wall: datetime, zone: ZoneInfo, *, second: bool = False) -> datetime:
    """Return the moment at which clocks in `zone` show a wall time.

    A time that does not exist moves by the gap; one that occurs twice is taken the first time, or
    the `second`. The way through UTC does both, since `fold=0` means the offset before the change.
    """
    return wall.replace(tzinfo=zone, fold=int(second)).astimezone(UTC).astimezone(zone)


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; only so are moments of one zone compared rightly.

    Raises:
        ValueError: it is naive, which would be taken for the computer's zone.
    """
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC)


def parse_date(key: str, text: str) -> date:
    """Read a date such as `2026-11-25`.

    Raises:
        InvalidValueError: it is not one, or outside the years that can be planned.
    """
    try:
        day = date.fromisoformat(text.strip()) if _DATE.fullmatch(text.strip()) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidValueError(
            key, text, marked("Write a date as year-month-day, such as 2026-11-25.")
        )
    return day


def parse_time(key: str, text: str) -> time:
    """Read a time of day such as `07:30`.

    Raises:
        InvalidValueError: it is not one.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise InvalidValueError(key, text, marked("Write a time of day from 00:00 to 23:59."))
    return time(int(match[1]), int(match[2]))
