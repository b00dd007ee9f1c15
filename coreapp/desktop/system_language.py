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
    for name in (*named, _set_locale()):
        _language, _sep, rest = name.partition("_")
        if len(rest) >= 2 and rest[:2].isalpha() and rest[:2].isupper():
            return rest[:2]
    return ""


def _set_locale() -> str:
    """Return the locale that is set, such as `de_AT`; empty if none was chosen.

    Python tells `C.UTF-8` as `en_US`. Nobody chose America there, and its emergency number would be
    wrong for most.
    """
    if locale.setlocale(locale.LC_CTYPE).partition(".")[0] in {"C", "POSIX"}:
        return ""
    return locale.getlocale()[0] or ""
