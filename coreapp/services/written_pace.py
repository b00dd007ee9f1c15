"""A pace as people write it: minutes and seconds for a kilometre."""

import re
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.i18n import format_clock

_PACE: Final = re.compile(r"(\d{1,2})(?:[:.,](\d{2}))?(?:\s*(?:min)?/?\s*km)?", re.ASCII)


def read_pace(text: str) -> int:
    """Return a pace in seconds a kilometre; nothing written is 0, which is not set.

    Raises:
        InvalidValueError: it is none.
    """
    plain = text.strip().lower()
    if not plain:
        return 0
    found = _PACE.fullmatch(plain)
    seconds = int(found[2] or 0) if found else 60
    if found is None or seconds >= 60:
        raise InvalidValueError(
            "pace", text, marked("Write minutes and seconds for a kilometre, such as 6:30.")
        )
    return 60 * int(found[1]) + seconds


def pace_text(seconds: int) -> str:
    """Return a pace as it is written; 0 is nothing."""
    return format_clock(seconds) if seconds else ""
