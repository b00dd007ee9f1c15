"""What pain says over days and weeks: the brief's rules R7, R8 and R19 (section 8.3).

Nothing here is a diagnosis: the rules point to articles and ask to see somebody, and days on which
nothing was entered are no days without pain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import Activity

DAYS: Final = 7
FEWEST_DAYS: Final = 4
"""Of seven days so many need a figure before two weeks are compared."""

CHANGE: Final = 2
"""A change that matters to people: 2 points, or 30 % where it was at least 2."""

STRONG: Final = 7
STRONG_DAYS: Final = 3
"""So strong for so many days in a row is a reason to see somebody; three days are the editors'."""

LASTING_WEEKS: Final = 3
BELOW_KNEE_DAYS: Final = 2

WALK_RUN_RUNS: Final = 2
"""So many runs with pain in seven days, and run-walk is better than a pause."""


class Trend(StrEnum):
    """How pain has changed from the week before to the last seven days."""

    IMPROVING = "improving"
    STABLE = "stable"
    WORSE = "worse"
    UNKNOWN = "unknown"
    """Too few days have a figure."""


class PainPlace(StrEnum):
    """Where it hurts."""

    LOW_BACK_LEFT = "low_back_left"
    LOW_BACK_RIGHT = "low_back_right"
    LOW_BACK_MIDDLE = "low_back_middle"
    BUTTOCK_LEFT = "buttock_left"
    BUTTOCK_RIGHT = "buttock_right"
    THIGH_BACK = "thigh_back"
    BELOW_KNEE = "below_knee"
    MID_BACK = "mid_back"
    UPPER_BACK = "upper_back"
    NECK = "neck"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PainDay:
    """Pain on one day.

    Attributes:
        worst: the worst of the day, 0 to 10 (NRS); None if only a place was said.
        places: where it was.
        tingled: whether it came with tingling.
    """

    worst: int | None
    places: frozenset[PainPlace] = frozenset()
    tingled: bool = False


PainDays = Mapping[date, PainDay]


@dataclass(frozen=True, slots=True)
class TwoWeeks:
    """Sums of two weeks, kept apart so that exactly 30 % counts.

    Attributes:
        now, before: the sums of the days' worst pain.
        now_days, before_days: how many days have a figure.
    """

    now: int
    now_days: int
    before: int
    before_days: int

    @property
    def trend(self) -> Trend:
        """What the change says (rule R7)."""
        if min(self.now_days, self.before_days) < FEWEST_DAYS:
            return Trend.UNKNOWN
        # Both means with the same denominator, so that all of it is in whole numbers.
        now, before = self.now * self.before_days, self.before * self.now_days
        one = self.now_days * self.before_days
        less = before - now
        matters = abs(less) >= CHANGE * one or (
            before >= CHANGE * one and 10 * abs(less) >= 3 * before
        )
        if not matters or less == 0:
            return Trend.STABLE
        return Trend.IMPROVING if less > 0 else Trend.WORSE


def two_weeks(days: PainDays, today: date) -> TwoWeeks:
    """Return the sums of the seven days up to and with `today`, and of the seven before."""
    now = _figures(days, today, DAYS)
    before = _figures(days, today - timedelta(days=DAYS), DAYS)
    return TwoWeeks(sum(now), len(now), sum(before), len(before))


def pain_trend(days: PainDays, today: date) -> Trend:
    """Return how pain has changed (rule R7)."""
    return two_weeks(days, today).trend


class Concern(StrEnum):
    """Why to see somebody, by the signs of the guide's list (rule R8)."""

    STRONG_FOR_DAYS = "RF-09"
    WORSE_AT_REST = "RF-10"
    BELOW_KNEE = "RF-11"
    LASTING = "RF-14"


def concerns(days: PainDays, runs: Sequence[Activity], today: date) -> tuple[Concern, ...]:
    """Return all reasons to see somebody (rules R8a to R8d).

    Args:
        days: the pain of each day that has a figure.
        runs: the runs of the last two weeks, for whether one has rested.
        today: the day that it is asked for.
    """
    found = {
        Concern.STRONG_FOR_DAYS: _is_strong(days, today),
        Concern.WORSE_AT_REST: _is_worse_at_rest(days, runs, today),
        Concern.BELOW_KNEE: _goes_below_knee(days, today),
        Concern.LASTING: _lasts(days, today),
    }
    return tuple(each for each, is_so in found.items() if is_so)


def painful_runs(runs: Sequence[Activity], today: date) -> int:
    """Return how many runs in seven days had pain that is amber or worse (rule R19)."""
    first = today - timedelta(days=DAYS - 1)
    painful = [each for each in runs if each.is_run and each.is_amber]
    return sum(first <= each.day <= today for each in painful)


def _figures(days: PainDays, last: date, count: int) -> list[int]:
    wanted = (last - timedelta(days=back) for back in range(count))
    found = (days[day].worst for day in wanted if day in days)
    return [each for each in found if each is not None]


def _is_strong(days: PainDays, today: date) -> bool:
    figures = _figures(days, today, STRONG_DAYS)
    return len(figures) == STRONG_DAYS and min(figures) >= STRONG


def _is_worse_at_rest(days: PainDays, runs: Sequence[Activity], today: date) -> bool:
    """Worse although one ran at most nine tenths of the week before.

    Who did not run then has not rested from it.
    """
    week = timedelta(days=DAYS)
    minutes = {
        end: sum(each.minutes for each in runs if end - week < each.day <= end and each.is_run)
        for end in (today, today - week)
    }
    before = minutes[today - week]
    rested = before > 0 and 10 * minutes[today] <= 9 * before
    return rested and pain_trend(days, today) is Trend.WORSE


def _goes_below_knee(days: PainDays, today: date) -> bool:
    wanted = (today - timedelta(days=back) for back in range(DAYS))
    found = (days[day] for day in wanted if day in days)
    return (
        sum(each.tingled or PainPlace.BELOW_KNEE in each.places for each in found)
        >= BELOW_KNEE_DAYS
    )


def _lasts(days: PainDays, today: date) -> bool:
    """On four days or more of each of three weeks, and never getting better."""
    ends = [today - timedelta(days=DAYS * back) for back in range(LASTING_WEEKS)]
    often = all(
        sum(figure >= 1 for figure in _figures(days, end, DAYS)) >= FEWEST_DAYS for end in ends
    )
    return often and all(pain_trend(days, end) is not Trend.IMPROVING for end in ends)
