"""Times, ranges of hours and dates as people write them, put into the form the settings keep.

What is not understood is handed on as it was written: the settings refuse it and name that part.
"""

import re

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.hu]\s*(?P<minute>\d{2}))?\s*(?:h|uhr|uur)?\s*(?P<half>[ap]\.?m\.?)?",
    re.ASCII | re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"\d{4}", re.ASCII)
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|bis|tot)\s+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[.-]\s*(\d{1,2})\s*[.-]\s*(\d{4})", re.ASCII)
_ONE_BY_ONE = re.compile(r"[,;\n]")


def entries(text: str) -> list[str]:
    """Return the parts of a list: between commas, semicolons and lines."""
    return [part.strip() for part in _ONE_BY_ONE.split(text) if part.strip()]


def tidy_time(text: str) -> str:
    """Return a time of day as `HH:MM`: written as 8, 8:30, 8.30, 0830, 8 Uhr or 1:30 pm."""
    plain = text.strip()
    if _FOUR_DIGITS.fullmatch(plain):
        return f"{plain[:2]}:{plain[2:]}"
    found = _TIME.fullmatch(plain)
    if found is None:
        return plain
    hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return plain
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{found['minute'] or '00'}"


def tidy_range(text: str) -> str:
    """Return hours as `HH:MM-HH:MM`: written with any dash, or with "to"."""
    return "-".join(tidy_time(part) for part in _BETWEEN.split(text.strip()))


def tidy_date(text: str) -> str:
    """Return a date as `YYYY-MM-DD`: written so, or with the day first, as in 24.12.2026."""
    plain = text.strip()
    found = _DAY_FIRST.fullmatch(plain)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else plain
