"""Running, week by week, with the tenth that a week may be more than the one before (rule R1)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coreapp.domain.activity import week_of
from coreapp.domain.load import Growth, NextWeek, Step, base_of_week, compare, next_week
from coreapp.domain.progress.movement import Movement
from coreapp.domain.progress.time_range import WEEK, Window


@dataclass(frozen=True, slots=True)
class RunWeek:
    """The runs of a week, beside what it is compared with.

    Attributes:
        start: its Monday.
        step: what it is compared with and what that says, in minutes or metres.
        runs: how many there were.
    """

    start: date
    step: Step
    runs: int


@dataclass(frozen=True, slots=True)
class RunLoad:
    """The weeks of running of a window, oldest first; the last one is not over.

    Attributes:
        in_metres: distances, not minutes; runs without a distance are missing then.
        ahead: what the week after the present one may be (rule R17).
    """

    weeks: tuple[RunWeek, ...]
    in_metres: bool
    ahead: NextWeek

    @property
    def now(self) -> RunWeek:
        """The present week."""
        return self.weeks[-1]

    @property
    def has_runs(self) -> bool:
        """Whether there were any."""
        return any(each.runs for each in self.weeks)


def run_load(
    done: Iterable[Movement], easy_weeks: Collection[date], window: Window, *, in_metres: bool
) -> RunLoad:
    """Return the running of every week of a window.

    Args:
        done: what was done, from four weeks before the window on.
        easy_weeks: Mondays of the weeks that were meant to be easy, or were of illness or travel.
        window: its weeks; months are taken week by week as well.
        in_metres: add up distances instead of minutes.
    """
    amounts: dict[date, int] = {}
    counts: dict[date, int] = {}
    for each in done:
        if each.is_run and each.day <= window.today:
            monday = week_of(each.day)
            amount = (each.metres or 0) if in_metres else each.minutes
            amounts[monday] = amounts.get(monday, 0) + amount
            counts[monday] = counts.get(monday, 0) + 1
    weeks = []
    monday = week_of(window.first)
    while monday <= window.today:
        step = compare(_base(amounts, easy_weeks, monday), amounts.get(monday, 0))
        weeks.append(RunWeek(monday, step, counts.get(monday, 0)))
        monday += WEEK
    coming = _base(amounts, easy_weeks, monday)
    after = weeks[-1].step.growth in {Growth.AMBER, Growth.RED}
    return RunLoad(tuple(weeks), in_metres, next_week(coming, after_pain=after))


def _base(amounts: dict[date, int], easy_weeks: Collection[date], monday: date) -> int:
    before = [amounts.get(monday - back * WEEK, 0) for back in range(1, 5)]
    return base_of_week(before, was_easy=monday - timedelta(days=7) in easy_weeks)
