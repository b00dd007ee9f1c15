"""Recurrence rules as texts: what of RFC 5545's RRULE is taken, and why the rest is refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR

KEY = "rrule"
"""How errors name the rule."""

MAX_INTERVAL = 1000
"""The longest step of a rule: every 1000 days, weeks, months or years."""

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY")
_TIME_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_NUMBERS = {
    "BYMONTH": (12, False),
    "BYMONTHDAY": (31, True),
    "BYYEARDAY": (366, True),
    "BYWEEKNO": (53, True),
    "BYSETPOS": (366, True),
}
"""Parts that list numbers: the largest one, and whether it may count from the end (RFC 5545)."""

_ONLY_IN = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
    "BYSETPOS": ("WEEKLY", "MONTHLY", "YEARLY"),
}
"""Parts that mean nothing with other frequencies (the table in RFC 5545, 3.3.10)."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")
_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z)?)?")


@dataclass(frozen=True, slots=True)
class Rule:
    """A checked rule.

    Attributes:
        text: the rule in capitals, without the leading `RRULE:`.
        endless_text: the same without UNTIL, which is judged on moments and not on wall times.
        until: the last moment (aware), local wall time (naive) or day that may be; or None.
    """

    text: str
    endless_text: str
    until: datetime | date | None


def parse_rule(text: str) -> Rule:
    """Check a rule.

    Args:
        text: an RFC 5545 RRULE, with or without the leading `RRULE:`.

    Raises:
        InvalidValueError: it is not one, or it is of a kind that cannot be planned.
    """
    plain = text.strip().upper().removeprefix("RRULE:")
    parts = _split(plain, text)
    frequency = _checked_frequency(parts, text)
    for name, value in parts.items():
        _check_part(name, value, frequency)
    _check_together(parts, text)
    until = _parse_until(parts["UNTIL"]) if "UNTIL" in parts else None
    rest = (f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    return Rule(plain, ";".join(rest), until)


def _split(plain: str, text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in plain.split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value):
            raise InvalidValueError(
                KEY,
                text,
                marked("Write parts with semicolons between them: FREQ=WEEKLY;BYDAY=MO,TH."),
            )
        if name in parts:
            raise InvalidValueError(KEY, part, marked("Give each part of the rule once."))
        parts[name] = value
    return parts


def _checked_frequency(parts: dict[str, str], text: str) -> str:
    frequency = parts.get("FREQ")
    if frequency in _FREQUENCIES:
        return frequency
    if frequency in _SUB_DAILY:
        raise InvalidValueError(
            KEY,
            f"FREQ={frequency}",
            marked("Plan at most once a day: FREQ=DAILY, with a time of day."),
        )
    raise InvalidValueError(
        KEY, text, marked("Give one of FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY and FREQ=YEARLY.")
    )


def _check_part(name: str, value: str, frequency: str) -> None:
    shown = f"{name}={value}"
    if name in _TIME_PARTS:
        raise InvalidValueError(
            KEY, shown, marked("Leave it out; the time of day is given on its own, such as 07:30.")
        )
    if frequency not in _ONLY_IN.get(name, _FREQUENCIES):
        raise InvalidValueError(
            KEY, shown, marked("It does not go with this frequency; leave it out.")
        )
    check = _CHECKS.get(name)
    if check is None and name not in _NUMBERS:
        raise InvalidValueError(
            KEY,
            shown,
            marked("There is no such part; use FREQ, INTERVAL, COUNT, UNTIL, BYDAY and the like."),
        )
    if check is not None:
        check(value, frequency)
    else:
        _check_numbers(name, value)


def _check_numbers(name: str, value: str) -> None:
    largest, from_end = _NUMBERS[name]
    for number in value.split(","):
        fits = _NUMBER.fullmatch(number) and (1 if not from_end else -largest) <= int(number)
        if not fits or not int(number) or int(number) > largest:
            raise InvalidValueError(
                KEY, f"{name}={value}", marked("Give whole numbers in the range of that part.")
            )


def _check_interval(value: str, _frequency: str) -> None:
    if not re.fullmatch(r"[0-9]{1,4}", value) or not 1 <= int(value) <= MAX_INTERVAL:
        raise InvalidValueError(
            KEY,
            f"INTERVAL={value}",
            marked("Give a whole number from 1 to 1000, as in INTERVAL=2."),
        )


def _check_count(value: str, _frequency: str) -> None:
    if not re.fullmatch(r"[0-9]{1,6}", value) or not int(value):
        raise InvalidValueError(
            KEY, f"COUNT={value}", marked("Give a whole number of one or more, as in COUNT=10.")
        )


def _check_weekdays(value: str, frequency: str) -> None:
    for day in value.split(","):
        match = _BYDAY.fullmatch(day)
        if match is None or (match[1] and not 1 <= abs(int(match[1])) <= 53):
            raise InvalidValueError(
                KEY,
                f"BYDAY={value}",
                marked("Use MO, TU, WE, TH, FR, SA and SU, with commas between."),
            )
        if match[1] and frequency not in ("MONTHLY", "YEARLY"):
            raise InvalidValueError(
                KEY,
                f"BYDAY={value}",
                marked("Number the days only in rules by the month or the year."),
            )


def _check_week_start(value: str, _frequency: str) -> None:
    if value not in _WEEKDAYS:
        raise InvalidValueError(
            KEY, f"WKST={value}", marked("Use one of MO, TU, WE, TH, FR, SA and SU.")
        )


def _check_until(value: str, _frequency: str) -> None:
    _parse_until(value)


def _check_nothing(_value: str, _frequency: str) -> None:
    """FREQ has been checked before all others."""


_CHECKS: dict[str, Callable[[str, str], None]] = {
    "FREQ": _check_nothing,
    "INTERVAL": _check_interval,
    "COUNT": _check_count,
    "UNTIL": _check_until,
    "BYDAY": _check_weekdays,
    "WKST": _check_week_start,
}


def _check_together(parts: dict[str, str], text: str) -> None:
    if "COUNT" in parts and "UNTIL" in parts:
        raise InvalidValueError(KEY, text, marked("Give either COUNT or UNTIL, not both."))
    if "BYSETPOS" in parts and not any(
        name.startswith("BY") and name != "BYSETPOS" for name in parts
    ):
        raise InvalidValueError(
            KEY, text, marked("BYSETPOS picks from another part, such as BYDAY.")
        )
    numbered = any(character.isdigit() for character in parts.get("BYDAY", ""))
    if "BYWEEKNO" in parts and numbered:
        raise InvalidValueError(
            KEY, text, marked("Do not number the days of BYDAY beside BYWEEKNO.")
        )
    if "BYMONTH" in parts and "BYMONTHDAY" in parts and not _is_in_calendar(parts):
        raise InvalidValueError(KEY, text, marked("No month it names has such a day."))


def _is_in_calendar(parts: dict[str, str]) -> bool:
    longest = max(_LONGEST_MONTHS[int(month) - 1] for month in parts["BYMONTH"].split(","))
    return any(abs(int(day)) <= longest for day in parts["BYMONTHDAY"].split(","))


def _parse_until(value: str) -> datetime | date:
    match = _UNTIL.fullmatch(value)
    if match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
        try:
            if match[4] is None:
                return date(year, month, day)
            utc = UTC if match[7] else None
            return datetime(year, month, day, hour, minute, second, tzinfo=utc)
        except ValueError:
            pass  # The 31st of November, or 25 o'clock: as wrong as a text that is no date.
    raise InvalidValueError(
        KEY,
        f"UNTIL={value}",
        marked("Give a date such as UNTIL=20261231 or UNTIL=20261231T200000Z."),
    )
