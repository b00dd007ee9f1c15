"""Weeks in a row: how many, by a bar that is one's own.

What counts is on how many days of a week something was done: a session, a break with exercises, a
run, a walk. The bar of a week is the lower median of the eight weeks before it, so it is what one
does anyway and not what one once wished for. It grows with the habit, slowly, and never above five
days: rest belongs to training (rule R10 warns of more than five hard days).

Days marked as rest, sick or travel lower the bar in proportion; a week in which nothing is left of
it neither counts nor breaks the row, unless something was done. The week that is not over yet can
add to the row and never breaks it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import week_of
from coreapp.domain.progress.time_range import WEEK

MEMORY_WEEKS: Final = 8
"""Of so many weeks before a week the lower median is its bar."""

FEWEST_WEEKS: Final = 3
"""With fewer weeks to look back on, one day is enough."""

MOST_DAYS: Final = 5
WEEK_DAYS: Final = 7


class WeekState(StrEnum):
    """What became of a week."""

    KEPT = "kept"
    MISSED = "missed"
    EXCUSED = "excused"
    """Rest, illness or travel: it neither counts nor breaks the row."""
    RUNNING = "running"
    """It is not over, and not kept yet."""


@dataclass(frozen=True, slots=True)
class StreakWeek:
    """A week with its bar.

    Attributes:
        start: its Monday.
        days: on how many days something was done.
        bar: how many keep the row, marked days taken into account; 0 if none are asked for.
    """

    start: date
    days: int
    bar: int
    state: WeekState


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row.

    Attributes:
        weeks: all that were looked at, oldest first; the last is the present one.
        length: how many weeks in a row were kept, up to now.
        last_length: how long the row before was; of use where `length` is 0.
        last_end: the Monday of its last week, or None if there was none.
        is_whole: whether the beginning of the row was seen.
        days_left: on how many days of this week something can still be done that adds a day.
    """

    weeks: tuple[StreakWeek, ...]
    length: int
    last_length: int
    last_end: date | None
    is_whole: bool
    days_left: int = WEEK_DAYS

    @property
    def can_be_kept(self) -> bool:
        """Whether the days that are left are enough for the bar of this week."""
        return self.days_missing <= self.days_left

    @property
    def now(self) -> StreakWeek:
        """The present week."""
        return self.weeks[-1]

    @property
    def days_missing(self) -> int:
        """On how many more days of this week something keeps the row; 0 if it is safe."""
        return max(0, self.now.bar - self.now.days)


def bar_of(before: Sequence[int], excused: int = 0) -> int:
    """Return on how many days of a week something has to be done.

    Args:
        before: the days of the weeks before it, the last one last.
        excused: how many of its days are marked as rest, sick or travel.
    """
    known = sorted(before[-MEMORY_WEEKS:])
    enough = len(known) >= FEWEST_WEEKS
    median = known[(len(known) - 1) // 2] if enough else 1
    bar = min(MOST_DAYS, max(1, median))
    return bar * (WEEK_DAYS - min(excused, WEEK_DAYS)) // WEEK_DAYS


def streak(active: Collection[date], excused: Collection[date], today: date, first: date) -> Streak:
    """Return how many weeks in a row were kept.

    Args:
        active: days on which something was done.
        excused: days marked as rest, sick or travel.
        today: the day it is here.
        first: the first day of which all of this is known. Where something was done in its week,
            the log may have begun before it: then the first weeks only set the bar of the others.
    """
    begun = week_of(min((day for day in active if first <= day <= today), default=today))
    weeks: list[StreakWeek] = []
    memory: list[int] = []
    # Days to come may be marked already, and lower the bar of this week.
    done, spared = _by_week(each for each in active if each <= today), _by_week(excused)
    monday = begun
    while monday <= today:
        days, away = done.get(monday, 0), spared.get(monday, 0)
        bar = bar_of(memory, away)
        state = _state(days, bar, is_now=monday == week_of(today))
        weeks.append(StreakWeek(monday, days, bar, state))
        # A week of illness says nothing about what one does otherwise.
        if not (away and days < bar_of(memory)):
            memory.append(days)
        monday += WEEK
    is_cut = begun == week_of(first)
    if is_cut:
        weeks = weeks[MEMORY_WEEKS:] or weeks[-1:]
    length, rest = _row(weeks)
    last_length, last_end = 0, None
    if length == 0:
        last_end = next((e.start for e in reversed(rest) if e.state is WeekState.KEPT), None)
        kept = [each for each in rest if last_end is not None and each.start <= last_end]
        last_length = _row(kept)[0]
    is_whole = not is_cut or any(each.state is WeekState.MISSED for each in weeks)
    return Streak(
        weeks=tuple(weeks),
        length=length,
        last_length=last_length,
        last_end=last_end,
        is_whole=is_whole,
        days_left=WEEK_DAYS - today.weekday() - (today in active),
    )


def _by_week(days: Iterable[date]) -> Mapping[date, int]:
    return Counter(week_of(day) for day in set(days))


def _state(days: int, bar: int, *, is_now: bool) -> WeekState:
    if days > 0 and days >= bar:
        return WeekState.KEPT
    if bar == 0:
        return WeekState.EXCUSED
    return WeekState.RUNNING if is_now else WeekState.MISSED


def _row(weeks: Sequence[StreakWeek]) -> tuple[int, Sequence[StreakWeek]]:
    """Return how many weeks at the end were kept, and the weeks before what they followed."""
    end = len(weeks)
    length = 0
    while end and weeks[end - 1].state is not WeekState.MISSED:
        end -= 1
        length += weeks[end].state is WeekState.KEPT
    return length, weeks[:end]
