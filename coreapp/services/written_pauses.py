"""How long a pause lasts, as people write it: `1h`, `30m`, `1h30m`, `90`; `14:30`, `tomorrow`."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, in_utc, parse_date, parse_time, resolve
from coreapp.services.written_times import tidy_time

LONGEST = timedelta(days=366)
"""Who wants no breaks for longer switches them off."""

TOMORROW = "tomorrow"

_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,6}(?:[.,]\d{1,3})?)\s*h(?:ours?)?)?\s*"
    r"(?:(?P<minutes>\d{1,6}(?:[.,]\d{1,3})?)\s*(?:m|min|minutes?)?)?",
    re.ASCII | re.IGNORECASE,
)
_LENGTH_REMEDY = marked("Write a length such as 30m, 1h or 1h30m; a number alone is minutes.")
_UNTIL_REMEDY = marked(
    "Write a time such as 14:30, “tomorrow”, or a date with a time, such as 2026-11-25T18:30."
)
_OVER = marked("That time is over. Give one that is to come.")
_TOO_LONG = marked("Give at most {days} days.")


def read_length(text: str) -> timedelta:
    """Read a length of time.

    Raises:
        InvalidValueError: it is none, is nothing, or is longer than a year.
    """
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        raise InvalidValueError("--for", text, _LENGTH_REMEDY)
    length = timedelta(hours=_number(found["hours"]), minutes=_number(found["minutes"]))
    if not length:
        raise InvalidValueError("--for", text, _LENGTH_REMEDY)
    if length > LONGEST:
        raise InvalidValueError("--for", text, _TOO_LONG, days=LONGEST.days)
    return length


def read_until(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read a moment to come: a time of today, a date, or both; return it in UTC.

    Args:
        text: what was written; `tomorrow` is the beginning of the next day.
        now: the moment of now.
        zone: whose clock is meant where no offset is given.

    Raises:
        InvalidValueError: it is none, is over, or is more than a year off.
    """
    until = in_utc(_moment(text.strip(), now.astimezone(zone), zone))
    if until <= now:
        raise InvalidValueError("--until", text, _OVER)
    if until - now > LONGEST:
        raise InvalidValueError("--until", text, _TOO_LONG, days=LONGEST.days)
    return until


def _moment(text: str, local: datetime, zone: ZoneInfo) -> datetime:
    if text.casefold() == TOMORROW:
        return resolve(datetime.combine(local.date() + timedelta(days=1), time()), zone)
    try:
        at = parse_time("--until", tidy_time(text))
    except InvalidValueError:
        return _dated(text, zone)
    return resolve(datetime.combine(local.date(), at), zone)


def _dated(text: str, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        parse_date("--until", text[: len("2026-11-25")])
    except (ValueError, InvalidValueError):
        raise InvalidValueError("--until", text, _UNTIL_REMEDY) from None
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise InvalidValueError("--until", text, _UNTIL_REMEDY)
    return moment if moment.tzinfo else resolve(moment, zone)


def _number(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0
