"""Moments and lengths inside the sitting engine: whole microseconds of the clock sleep cannot stop.

Whole numbers make the arithmetic exact, so that the same events in finer steps give the same
result to the last digit.
"""

import re
from datetime import UTC, datetime, timedelta

from coreapp.domain.errors import InvalidValueError, marked

SECOND = 1_000_000
MINUTE = 60 * SECOND
LONGEST_HOURS = 100_000
"""No script lasts longer, eleven years: its moments stay inside the calendar."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ELAPSED = re.compile(r"(\d{2,6}):([0-5]\d):([0-5]\d)(?:\.(\d{1,6}))?", re.ASCII)


def micros(seconds: float) -> int:
    """Return seconds as whole microseconds."""
    return round(seconds * SECOND)


def seconds(length: int) -> float:
    """Return whole microseconds as seconds, an `int` where nothing is lost."""
    whole, rest = divmod(length, SECOND)
    return length / SECOND if rest else whole


def utc_micros(moment: datetime) -> int:
    """Return an aware datetime as whole microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def utc_of(moment: int) -> datetime:
    """Return the aware datetime of whole microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=moment)


def parse_elapsed(key: str, value: object) -> int:
    """Read `HH:MM:SS`, parts of a second allowed, as microseconds.

    Raises:
        InvalidValueError: it is anything else.
    """
    found = _ELAPSED.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) > LONGEST_HOURS:
        raise InvalidValueError(
            key, value, marked("Write hours, minutes and seconds, such as 00:29:30.")
        )
    hours, minutes, whole, part = found.groups()
    fraction = int((part or "0").ljust(6, "0"))
    return (int(hours) * 60 + int(minutes)) * MINUTE + int(whole) * SECOND + fraction


def elapsed_text(length: int) -> str:
    """Return microseconds as `HH:MM:SS`, with parts of a second only where there are any."""
    whole, part = divmod(length, SECOND)
    text = f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{text}.{part:06}".rstrip("0") if part else text
