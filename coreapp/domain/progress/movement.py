"""What was done, added up: minutes by day, by step and by area, and the cells of the heat map.

Each thing that was done belongs to one area, so that areas, days and weeks come to the same sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.domain.progress.time_range import Step, Window


class Area(StrEnum):
    """What minutes are spent on, in the order in which bars are stacked."""

    CORE = "core"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    DESK = "desk"
    RUNS = "runs"
    WALKS = "walks"
    OTHER = "other"


_FIRST: Final[Sequence[tuple[Area, frozenset[ActivityType]]]] = (
    (Area.RUNS, RUNS),
    (Area.WALKS, frozenset({ActivityType.WALK})),
    (Area.DESK, frozenset({ActivityType.DESK_BREAK})),
    # A session that counts as both (rule R10) is one of strength: core has sessions of its own.
    (Area.STRENGTH, frozenset({ActivityType.STRENGTH})),
    (Area.CORE, frozenset({ActivityType.CORE})),
    (
        Area.MOBILITY,
        frozenset(
            {
                ActivityType.FLOW,
                ActivityType.STRETCH,
                ActivityType.WARMUP,
                ActivityType.COOLDOWN,
                ActivityType.YOGA,
                ActivityType.TAI_CHI,
            }
        ),
    ),
)

HEAT_DAY: Final = (0, 10, 20, 40)
"""A day is of the first level above 0 minutes, of the second above 10, and so on."""

HEAT_WEEK: Final = (0, 30, 75, 150)
"""The same of a week; 150 minutes a week is what health authorities advise."""


def area_of(kinds: frozenset[ActivityType]) -> Area:
    """Return the one area that something counts to."""
    return next((area for area, found in _FIRST if found & kinds), Area.OTHER)


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing that was done: a session, a break with exercises, a run, a walk, a sport.

    Attributes:
        kinds: what it counts as.
        day: the local day it began on, in the zone it happened in.
        minutes: whole minutes, at least 1.
        metres: of runs and walks, or None.
        effort: RPE 0 to 10, or None.
        pain: the worst of before, during and after, NRS 0 to 10, or None.
        next_morning: pain on the day after it, or None.
    """

    kinds: frozenset[ActivityType]
    day: date
    minutes: int
    metres: int | None = None
    effort: float | None = None
    pain: int | None = None
    next_morning: int | None = None

    @property
    def area(self) -> Area:
        """What its minutes count to."""
        return area_of(self.kinds)

    @property
    def is_run(self) -> bool:
        """Whether it is a run."""
        return not RUNS.isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True)
class StepMinutes:
    """The minutes of one week, or of one month.

    Attributes:
        start: its first day.
        areas: minutes of each area in which there were any.
    """

    start: date
    areas: Mapping[Area, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(self.areas.values())


def minutes_by_day(done: Iterable[Movement]) -> Mapping[date, int]:
    """Return the minutes of each day on which something was done."""
    found: dict[date, int] = {}
    for each in done:
        found[each.day] = found.get(each.day, 0) + each.minutes
    return found


def minutes_by_step(done: Iterable[Movement], window: Window) -> Sequence[StepMinutes]:
    """Return the minutes of every step of a window, also of those without any."""
    found: dict[date, dict[Area, int]] = {start: {} for start in window.starts}
    for each in done:
        if window.holds(each.day):
            areas, area = found[window.start_of(each.day)], each.area
            areas[area] = areas.get(area, 0) + each.minutes
    return [StepMinutes(start, areas) for start, areas in found.items()]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A day, or a week, in the heat map.

    Attributes:
        start: the day, or the Monday of the week.
        minutes: what was done in it.
        level: 0 (nothing) to 4.
    """

    start: date
    minutes: int
    level: int


@dataclass(frozen=True, slots=True)
class HeatDays:
    """The cells of a window, and what they come to.

    Attributes:
        cells: in the order of time.
        by_week: a cell is a week, not a day.
        minutes: all of them together.
        active_days: days on which something was done.
    """

    cells: tuple[HeatCell, ...]
    by_week: bool
    minutes: int
    active_days: int


def heat_days(done: Iterable[Movement], window: Window) -> HeatDays:
    """Return the heat map of a window; where it is shown in months, a cell is a week."""
    days = {day: each for day, each in minutes_by_day(done).items() if window.holds(day)}
    by_week = window.step is Step.MONTH
    length = timedelta(days=7) if by_week else timedelta(days=1)
    first = window.first - timedelta(days=window.first.weekday())
    counted: dict[date, int] = {}
    for day, minutes in days.items():
        start = day - (day - first) % length
        counted[start] = counted.get(start, 0) + minutes
    scale = HEAT_WEEK if by_week else HEAT_DAY
    cells = []
    start = first
    while start <= window.today:
        minutes = counted.get(start, 0)
        cells.append(HeatCell(start, minutes, sum(minutes > least for least in scale)))
        start += length
    return HeatDays(tuple(cells), by_week, sum(days.values()), len(days))
