"""The news of the day in one sentence, and which session comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coreapp.domain.occurrences import Occurrence
from coreapp.domain.wall_time import in_utc
from coreapp.i18n import _, format_time, ngettext
from coreapp.services.planning import PlannedSession

STARTER = "core-basics-runners"
"""What is offered where nothing is planned."""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session to be offered first.

    Attributes:
        occurrence: the plan's; None if the routine is only a suggestion.
    """

    routine: str
    occurrence: Occurrence | None


def next_session(
    coming: Sequence[PlannedSession], can_start: Callable[[str], bool] = lambda _routine: True
) -> NextSession:
    """Return the next planned session that is not done and on no day off, or a suggestion.

    Args:
        coming: what is planned, in order.
        can_start: tells whether a routine can be; of one day's, those that can go first.
    """
    open_ones = [each.occurrence for each in coming if not (each.done or each.is_excused)]
    if not open_ones:
        return NextSession(STARTER, None)
    of_a_day = [each for each in open_ones if each.start.date() == open_ones[0].start.date()]
    first = next((each for each in of_a_day if can_start(each.routine)), open_ones[0])
    return NextSession(first.routine, first)


def headline(coming: Sequence[PlannedSession], today: date, now: datetime | None = None) -> str:
    """Return the sentence that tells today's plan.

    Args:
        coming: what is planned from today on, in order.
        today: the day it is.
        now: what was planned before is not announced with its time any more; None for none.
    """
    of_today = [each for each in coming if each.occurrence.start.date() == today]
    open_ones = [each for each in of_today if not (each.done or each.is_excused)]
    if not of_today:
        return _("Nothing is planned today")
    if not open_ones and not all(each.done for each in of_today):
        return _("Today is a day off")
    if not open_ones:
        return ngettext(
            "Today’s session is done", "All {count} sessions of today are done", len(of_today)
        ).format(count=len(of_today))
    starts = [each.occurrence.start for each in open_ones]
    later = [each for each in starts if now is None or in_utc(each) >= in_utc(now)]
    if not later:
        return ngettext(
            "One session is open today", "{count} sessions are open today", len(open_ones)
        ).format(count=len(open_ones))
    at = format_time(later[0])
    return ngettext(
        "One session today, at {time}", "{count} sessions today, the next at {time}", len(open_ones)
    ).format(count=len(open_ones), time=at)
