"""Figures of Progress of which each can be told from nothing."""

from dataclasses import replace
from datetime import date, timedelta

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import Adherence, Figures, WeekKept
from coreapp.domain.exercise import Side
from coreapp.domain.progress.bests import Effort, advance, bests
from coreapp.domain.progress.desk import desk_time
from coreapp.domain.progress.movement import Movement, heat_days, minutes_by_step
from coreapp.domain.progress.recovery import DayFigures, pain_and_recovery
from coreapp.domain.progress.running import run_load
from coreapp.domain.progress.sides import SideSum, balance_changes
from coreapp.domain.progress.streak import streak
from coreapp.domain.progress.time_range import TimeRange, Window, window_of
from coreapp.domain.sitting_figures import SittingDay, SittingFigures
from coreapp.services.charts import PanelKey
from coreapp.services.progress.figures import ExerciseCourse, ProgressFigures
from coreapp.services.progress.page import Progress
from tests.fakes.shipped import shipped_library

LONG_AGO = date(2024, 1, 1)

TODAY = date(2026, 11, 18)
"""A Wednesday."""
MONDAY = date(2026, 11, 16)
WEEK = timedelta(weeks=1)
A_DAY = timedelta(days=1)


def sides(left: float, right: float, exercise: str = "side-plank") -> list[SideSum]:
    """Return the sums of four sets a side."""
    return [
        SideSum(exercise, "Side plank", Side.LEFT, 4, 4 * left),
        SideSum(exercise, "Side plank", Side.RIGHT, 4, 4 * right),
    ]


def sat(longest_min: float, *, due: int = 3, taken: int = 2, within: int = 1) -> SittingFigures:
    """Return a day with two stretches."""
    return SittingFigures(
        sitting=longest_min * 60,
        stretches=(longest_min * 60, 600),
        due=due,
        taken=taken,
        within=within,
        days=1,
    )


def kept(monday: date, **counts: int) -> WeekKept:
    """Return what became of a week of the plan."""
    return WeekKept(monday, Figures(**counts))


def adherence(*weeks: WeekKept) -> Adherence:
    """Return the plan of some weeks."""
    total = Figures(
        on_time=sum(each.figures.on_time for each in weeks),
        moved=sum(each.figures.moved for each in weeks),
        missed=sum(each.figures.missed for each in weeks),
        extra=sum(each.figures.extra for each in weeks),
    )
    return Adherence(weeks=weeks, total=total)


def movements() -> list[Movement]:
    """Return three sessions and a run in each of ten weeks."""
    found = []
    for back in range(10):
        monday = MONDAY - back * WEEK
        core, run = frozenset({ActivityType.CORE}), frozenset({ActivityType.RUN_EASY})
        found += [
            Movement(core, monday + each * A_DAY, 15 + back % 2, effort=4.0) for each in range(3)
        ]
        found.append(Movement(run, monday, 30, 5000))
    return sorted((each for each in found if each.day <= TODAY), key=lambda each: each.day)


def figures(chosen: TimeRange = TimeRange.TWELVE_WEEKS, **changes) -> ProgressFigures:
    """Return figures of somebody who trains three days a week."""
    window = window_of(chosen, TODAY, date(2024, 5, 6))
    near = window if chosen is not TimeRange.ALL else window_of(TimeRange.YEAR, TODAY, None)
    done = movements()
    efforts = [
        Effort("side-plank", "Side plank", MONDAY - back * WEEK, 24.0 - back) for back in range(9)
    ]
    found = ProgressFigures(
        chosen=chosen,
        window=window,
        near=near,
        heat=heat_days(done, window),
        minutes=minutes_by_step(done, window),
        planned=54,
        streak=streak({each.day for each in done}, set(), TODAY, date(2024, 1, 1)),
        balance=balance_changes(sides(22, 24), [(8, sides(19, 24))]),
        exercises=bests(efforts, window),
        course=course(efforts, window),
        efforts=tuple(each for each in done if each.effort is not None)[-12:],
        adherence=adherence(
            kept(MONDAY - WEEK, on_time=2, moved=1, missed=1), kept(MONDAY, on_time=1, extra=1)
        ),
        desk=desk_time(
            [SittingDay(MONDAY - WEEK, sat(50)), SittingDay(TODAY, sat(36, within=2))], near
        ),
        runs=run_load(done, (), near, in_metres=False),
        recovery=pain_and_recovery(
            {TODAY: 2, TODAY - A_DAY: 3}, [DayFigures(TODAY, stress=4, sleep=7.25)], window
        ),
        interval=30,
    )
    return replace(found, **changes)


def course(efforts: list[Effort], window: Window) -> ExerciseCourse:
    """Return how a side plank has gone."""
    return ExerciseCourse("side-plank", "Side plank", window, advance(efforts, window))


class NoReader:
    """Is not asked: these pages are made of figures that a test gives."""


def told(chosen: TimeRange = TimeRange.TWELVE_WEEKS, **changes):
    return Progress(NoReader(), shipped_library()).told(figures(chosen, **changes))


def panel(key: PanelKey, chosen: TimeRange = TimeRange.TWELVE_WEEKS, **changes):
    return told(chosen, **changes).panel(key)


def nothing():
    """Figures of an empty log."""
    found = figures()
    window = found.window
    return replace(
        found,
        heat=heat_days([], window),
        minutes=minutes_by_step([], window),
        streak=streak(set(), set(), TODAY, LONG_AGO),
        balance=(),
        exercises=(),
        course=None,
        efforts=(),
        adherence=adherence(kept(MONDAY)),
        desk=desk_time([], window),
        runs=run_load([], (), window, in_metres=False),
        recovery=pain_and_recovery({}, [], window),
    )


def row(*counts: int, excused=frozenset(), today=TODAY):
    days = {
        MONDAY - back * WEEK + each * A_DAY
        for back, count in enumerate(reversed(counts))
        for each in range(count)
    }
    return streak(days, excused, today, LONG_AGO)
