"""Sitting over weeks: the longest stretch, the share of short ones, and the breaks that were kept.

A break is kept when it came due and somebody stood up. Days are counted by the rules of the breaks
(`coreapp.domain.sitting_figures`); only what is kept of the private spans can be told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coreapp.domain.progress.time_range import Window
from coreapp.domain.sitting_figures import SittingDay


@dataclass(frozen=True, slots=True)
class DeskStep:
    """A week, or a month, at the desk.

    Attributes:
        start: its first day.
        days: on how many anybody sat.
        longest: the mean of the longest stretches of those days, in seconds; None without any.
        within: stretches no longer than the interval.
        stretches: all of them.
        due: breaks that came due.
        taken: breaks on purpose, and absences long enough for one.
    """

    start: date
    days: int = 0
    longest: float | None = None
    within: int = 0
    stretches: int = 0
    due: int = 0
    taken: int = 0

    @property
    def kept(self) -> int:
        """How many of the breaks that were due were taken; more than that are not counted."""
        return min(self.due, self.taken)

    @property
    def share(self) -> float | None:
        """The share of stretches no longer than the interval, 0 to 1; None without any."""
        return self.within / self.stretches if self.stretches else None


@dataclass(frozen=True, slots=True)
class DeskTime:
    """The weeks at the desk.

    Attributes:
        steps: oldest first.
        today: the longest stretch of today in seconds, or None if nobody has sat.
    """

    steps: tuple[DeskStep, ...]
    today: float | None = None

    @property
    def now(self) -> DeskStep:
        """The present week or month."""
        return self.steps[-1]

    @property
    def has_figures(self) -> bool:
        """Whether any stretch of sitting is kept; less than a minute is none."""
        return any(each.stretches for each in self.steps)


def desk_time(days: Iterable[SittingDay], window: Window) -> DeskTime:
    """Return what some days come to, step by step."""
    found: dict[date, list[SittingDay]] = {start: [] for start in window.starts}
    today = None
    for each in days:
        if window.holds(each.day) and each.figures.days:
            found[window.start_of(each.day)].append(each)
            if each.day == window.today:
                today = each.figures.longest
    return DeskTime(tuple(_step(start, each) for start, each in found.items()), today)


def _step(start: date, days: list[SittingDay]) -> DeskStep:
    figures = [each.figures for each in days]
    return DeskStep(
        start=start,
        days=len(days),
        longest=sum(each.longest for each in figures) / len(figures) if figures else None,
        within=sum(each.within for each in figures),
        stretches=sum(len(each.stretches) for each in figures),
        due=sum(each.due for each in figures),
        taken=sum(each.breaks for each in figures),
    )
