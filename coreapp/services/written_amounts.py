"""Lengths of time and distances as people write them after a run.

Point and comma are both the decimal mark, in every language: who writes "5,2" on an English system
means the same as on a German one.
"""

import re
from fractions import Fraction
from typing import Final

from coreapp.domain.activity import MOST_METRES, MOST_MINUTES
from coreapp.domain.errors import InvalidValueError, marked

METRES_A_MILE: Final = Fraction("1609.344")

_NUMBER: Final = r"(\d{1,6}(?:[.,]\d{1,3})?)"

_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_PART: Final = re.compile(
    rf"{_NUMBER}\s*(?:"
    r"(?P<h>h|hrs?|hours?|std|stunden?|u|uur|uren)"
    r"|(?P<m>m|mins?|minutes?|minuten|minuut|['\u2032](?!'))"
    r"|(?P<s>s|secs?|seconds?|sek|sekunden?|seconden?|''|[\"\u2033])"
    r")?(?![a-z])\.?\s*",
    re.ASCII | re.IGNORECASE,
)
_SECONDS_IN: Final = {"h": 3600, "m": 60, "s": 1}
_NEXT: Final = {"": "m", "h": "m", "m": "s"}
"""What a number without a unit is, by the unit before it."""

_DISTANCE: Final = re.compile(
    rf"{_NUMBER}\s*(?P<unit>km|k|kilomet(?:er|ers|re|res)|m|met(?:er|ers|re|res)"
    r"|mi|miles?|meilen?|mijl|mijlen)?\.?",
    re.ASCII | re.IGNORECASE,
)


def read_length(text: str, most_minutes: int | None = MOST_MINUTES) -> int:
    """Return a length of time in seconds.

    Minutes stand alone (32), with a decimal mark (32,5), with seconds (32:10) or with words of the
    three languages (1 h 5, 90 min, 1 Std. 5, 1,5 uur). Before a colon one digit or a zero are
    hours (0:32, 1:05), two digits are minutes; with two colons it is all three.

    Args:
        text: what was written.
        most_minutes: what is longer was mistyped; None where somebody else knows what is.

    Raises:
        InvalidValueError: it is none, nothing at all, or longer than that.
    """
    plain = " ".join(text.split()).lower()
    clock = _CLOCK.fullmatch(plain)
    seconds = _of_clock(clock) if clock else _of_words(plain)
    if not seconds:
        raise InvalidValueError(
            "minutes", text, marked("Write minutes, or hours and minutes: 32, 32:10 or 1 h 5.")
        )
    if most_minutes is not None and seconds > 60 * most_minutes:
        raise InvalidValueError("minutes", text, marked("Give a day at most, which is 24 hours."))
    return seconds


def whole_minutes(seconds: float) -> int:
    """Return how many minutes the log keeps of a length of time: whole ones, at least one."""
    return max(1, int(seconds + 30) // 60)


def read_distance(text: str, most_metres: int = MOST_METRES) -> int:
    """Return a distance in metres; without a unit it was written in kilometres.

    Args:
        text: what was written.
        most_metres: what is farther was mistyped.

    Raises:
        InvalidValueError: it is none, or farther than that.
    """
    found = _DISTANCE.fullmatch(" ".join(text.split()))
    if found is None:
        raise InvalidValueError("km", text, marked("Write kilometres, such as 5 or 5.2."))
    metres = _in_metres(found[1], (found["unit"] or "km").lower())
    if metres > most_metres:
        most = most_metres // 1000
        raise InvalidValueError("km", text, marked("Give {most} km at most."), most=most)
    return metres


def _in_metres(written: str, unit: str) -> int:
    if unit == "m" or unit.startswith("met"):
        return _metres(written)
    factor = Fraction(1000) if unit.startswith("k") else METRES_A_MILE
    return round(_number(written) * factor)


def _metres(written: str) -> int:
    """Read whole metres, where 1.500 is one and a half thousand: nobody measures millimetres."""
    whole, mark, rest = written.replace(",", ".").partition(".")
    if mark and len(rest) == len("500"):
        return int(whole + rest)
    return round(_number(written))


def _of_clock(found: re.Match[str]) -> int:
    first, second = int(found[1]), int(found[2])
    if found[3] is not None:
        return 3600 * first + 60 * second + int(found[3])
    is_hours = len(found[1]) == 1 or found[1].startswith("0")
    return 60 * (60 * first + second) if is_hours else 60 * first + second


def _of_words(plain: str) -> int | None:
    """Read hours, minutes and seconds with their words; None if it is nothing of the kind."""
    seconds, before, at = Fraction(0), "", 0
    while at < len(plain):
        found = _PART.match(plain, at)
        unit = None if found is None else found.lastgroup or _NEXT.get(before)
        is_smaller = not before or (unit or "") in "hms"["hms".index(before) + 1 :]
        if found is None or not unit or not is_smaller:
            return None
        seconds += _number(found[1]) * _SECONDS_IN[unit]
        is_last = found.lastgroup is None
        before, at = unit, found.end()
        if is_last and at < len(plain):
            return None
    return round(seconds)


def _number(written: str) -> Fraction:
    return Fraction(written.replace(",", "."))
