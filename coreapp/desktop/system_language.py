"""Which language and region the computer is set to."""

import locale
import os
from collections.abc import Iterator

_LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_REGION_VARIABLES = ("LC_ALL", "LC_TIME", "LANG")


def system_languages() -> Iterator[str]:
    """Yield locale names such as `de_AT.UTF-8`, the most wanted first."""
    for variable in _LANGUAGE_VARIABLES:
        # LANGUAGE may list several, with colons between.
        yield from filter(None, os.environ.get(variable, "").split(":"))
    yield from filter(None, locale.getlocale()[:1])


def system_region() -> str:
    """Return the two letters of the region whose dates and times are used; empty if unknown."""
    named = (os.environ.get(variable, "") for variable in _REGION_VARIABLES)
    for name in (*named, locale.getlocale()[0] or ""):
        _language, _sep, rest = name.partition("_")
        if len(rest) >= 2 and rest[:2].isalpha() and rest[:2].isupper():
            return rest[:2]
    return ""
