"""What sets are measured in, and what exercises are called."""

from collections.abc import Callable

from coreapp.i18n import (
    _,
    ngettext,
    pgettext,
)
from coreapp.services.progress.time_words import (
    rounded,
)

Naming = Callable[[str, str], str]
"""Returns an exercise's name in the language shown, by its id and the name in the log."""


def measured(value: float, *, in_reps: bool) -> str:
    """Return seconds or repetitions with their unit: "24 s", "12 reps"."""
    if in_reps:
        return ngettext("{count} rep", "{count} reps", round(value)).format(count=rounded(value))
    return _("{seconds} s").format(seconds=rounded(value))


def dose_unit(*, in_reps: bool) -> str:
    """Return the unit of an exercise's figures, for beside the large number."""
    return pgettext("unit", "reps") if in_reps else pgettext("unit", "s")
