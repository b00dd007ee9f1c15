"""A plan that is shifted: what of its entries is past and stays, and what is still to come.

What was done stays linked to the entries it was done for, and what was missed stays missed: an
entry that is replaced is not removed, it ends before the day from which another one goes on.
"""

from collections.abc import Iterable, Sequence, Set
from datetime import UTC, date, datetime, timedelta
from typing import Final

from coreapp.domain.occurrences import Occurrence, next_occurrences, occurrences, skip
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.series_editing import ended_before
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import FIRST_YEAR, in_utc

_A_DAY: Final = timedelta(days=1)
_EARLIEST: Final = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)

FARTHEST: Final = timedelta(days=400)
"""Nothing is done longer before its day than this."""


def is_over(entry: ScheduleEntry, now: datetime) -> bool:
    """Tell whether nothing of an entry is to come at or after a moment."""
    return not next_occurrences([entry], now, 1)


def has_end(entry: ScheduleEntry) -> bool:
    """Tell whether an entry's rule comes to an end."""
    return any(part.startswith(("COUNT=", "UNTIL=")) for part in entry.rrule.split(";"))


def still_open(
    entries: Iterable[ScheduleEntry],
    start: datetime,
    end: datetime,
    done: Set[PlannedOccurrence],
) -> Sequence[Occurrence]:
    """Return what is still to be done of some entries in start <= t < end, in order."""
    return [each for each in occurrences(entries, start, end) if each.planned not in done]


def past_of(
    entry: ScheduleEntry, start: datetime, done: Set[PlannedOccurrence]
) -> ScheduleEntry | None:
    """Return what of an entry lies before a moment or is done; None if that is nothing.

    What was moved from before that moment to after it and is not done yet is left out.

    Args:
        entry: the entry.
        start: aware.
        done: what is ticked off.
    """
    everything = occurrences([entry], _EARLIEST, in_utc(start) + FARTHEST)
    kept: list[date] = []
    left: list[date] = []
    for each in everything:
        is_kept = in_utc(each.start) < in_utc(start) or each.planned in done
        (kept if is_kept else left).append(each.original_date)
    if not kept:
        return None
    cut = max(kept) + _A_DAY
    past = ended_before(entry, cut)
    for day in left:
        if past is not None and day < cut:
            past = skip(past, day)
    return past
