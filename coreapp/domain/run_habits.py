"""What helps or hinders runners over weeks: the brief's rules R14 to R16 (section 8.3).

Hints with their figures, never locks; runs of which something was not said do not count for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coreapp.domain.activity import TRAINING, Activity, Hills, Surface, within

MONTH_DAYS: Final = 28
TWO_WEEKS_DAYS: Final = 14
HARD_SHARE_PERCENT: Final = 80
PAIN_AFTER_RUNS: Final = 3
WORSE_DOWNHILL: Final = 2
FEWEST_RUNS: Final = 3
FEWEST_WARM_UPS: Final = 4
RUNS_WITHOUT_OTHERS: Final = 4


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean in whole numbers: a sum, and of how many."""

    total: int
    count: int

    @property
    def value(self) -> float:
        """The mean; 0 of nothing."""
        return self.total / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Ground:
    """On what one ran in 28 days (rule R14).

    Attributes:
        minutes: of all runs.
        hard_minutes: of those on hard ground.
        pain: after the runs that have a figure.
    """

    minutes: int
    hard_minutes: int
    pain: Mean

    @property
    def hard_percent(self) -> int:
        """The share of hard ground, rounded down."""
        return 100 * self.hard_minutes // self.minutes if self.minutes else 0

    @property
    def is_hard(self) -> bool:
        """Whether most of it is hard, and it hurts afterwards."""
        mostly = 100 * self.hard_minutes >= HARD_SHARE_PERCENT * self.minutes > 0
        return mostly and 0 < PAIN_AFTER_RUNS * self.pain.count <= self.pain.total


def ground(activities: Sequence[Activity], today: date) -> Ground:
    """Add up on what one ran (rule R14)."""
    runs = _runs(activities, today, MONTH_DAYS)
    after = [each.pain_after for each in runs if each.pain_after is not None]
    hard = sum(each.minutes for each in runs if each.surface is Surface.HARD)
    return Ground(sum(each.minutes for each in runs), hard, Mean(sum(after), len(after)))


@dataclass(frozen=True, slots=True)
class Descents:
    """Pain after runs with much descent, and after the others, in 28 days (rule R14)."""

    down: Mean
    other: Mean

    @property
    def hurt_more(self) -> bool:
        """Whether descents hurt more, by two points, over three runs of each kind."""
        if min(self.down.count, self.other.count) < FEWEST_RUNS:
            return False
        difference = self.down.total * self.other.count - self.other.total * self.down.count
        return difference >= WORSE_DOWNHILL * self.down.count * self.other.count


def descents(activities: Sequence[Activity], today: date) -> Descents:
    """Add up pain after runs by how the way went (rule R14)."""
    known = [
        each
        for each in _runs(activities, today, MONTH_DAYS)
        if each.pain_after is not None and each.hills is not None
    ]
    down = [each.pain_after or 0 for each in known if each.hills is Hills.DOWNHILL_HEAVY]
    other = [each.pain_after or 0 for each in known if each.hills is not Hills.DOWNHILL_HEAVY]
    return Descents(Mean(sum(down), len(down)), Mean(sum(other), len(other)))


@dataclass(frozen=True, slots=True)
class WarmUps:
    """How many runs of 28 days had warm-up and cool-down, of those where both were said (R15)."""

    both: int
    runs: int

    @property
    def are_seldom(self) -> bool:
        """Whether less than half of at least four had both."""
        return self.runs >= FEWEST_WARM_UPS and 2 * self.both < self.runs


def warm_ups(activities: Sequence[Activity], today: date) -> WarmUps:
    """Count the runs with warm-up and cool-down (rule R15)."""
    runs = _runs(activities, today, MONTH_DAYS)
    said = [each for each in runs if None not in {each.warmed_up, each.cooled_down}]
    return WarmUps(sum(bool(each.warmed_up and each.cooled_down) for each in said), len(said))


def runs_alone(activities: Sequence[Activity], today: date) -> int:
    """Return how many runs fourteen days had, if there were four and nothing else (rule R16).

    Returns:
        0 where there were fewer, or other training beside them.
    """
    recent = _recent(activities, today, TWO_WEEKS_DAYS)
    runs = sum(each.is_run for each in recent)
    others = any(each.kinds & TRAINING and not each.is_run for each in recent)
    return 0 if others or runs < RUNS_WITHOUT_OTHERS else runs


def _runs(activities: Sequence[Activity], today: date, count: int) -> Sequence[Activity]:
    return [each for each in _recent(activities, today, count) if each.is_run]


def _recent(activities: Sequence[Activity], today: date, count: int) -> Sequence[Activity]:
    return within(activities, today - timedelta(days=count - 1), today)
