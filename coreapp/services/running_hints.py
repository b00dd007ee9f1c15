"""What the rules say of running: how far, how fast it grows, on what and in what."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coreapp.domain.activity import Activity, week_of
from coreapp.domain.habits import ShoeState, shoe_state
from coreapp.domain.load import WEEK, Growth, Step, build_up, run_week, single_run, weekly_volume
from coreapp.domain.pain import WALK_RUN_RUNS, painful_runs
from coreapp.domain.run_habits import descents, ground, runs_alone, warm_ups
from coreapp.services.hints import (
    FewerDescents,
    Hint,
    LongRun,
    OnlyRuns,
    OutOfOrder,
    RunAndWalk,
    ShoesWorn,
    SofterGround,
    VolumeGrew,
    WarmUpSeldom,
)
from coreapp.services.training_picture import Picture

TOLD_FOR: Final = timedelta(days=2)
"""So long a run that was much longer is spoken of."""

WEEKS_BEFORE: Final = 4
GREW: Final = frozenset({Growth.AMBER, Growth.RED, Growth.DOUBLE})


def running_hints(picture: Picture) -> Sequence[Hint]:
    """Return what the rules R1, R2, R3, R13 to R16 and R19 have to say."""
    runs = [each for each in picture.activities if each.is_run]
    if not runs:
        return ()
    today = picture.today
    found: list[Hint | None] = [_long_run(picture, runs), _volume(picture, runs)]
    found.append(_order(picture, runs))
    if (painful := painful_runs(runs, today)) >= WALK_RUN_RUNS:
        found.append(RunAndWalk(painful))
    if (ran_on := ground(runs, today)).is_hard:
        found.append(SofterGround(ran_on))
    if (ways := descents(runs, today)).hurt_more:
        found.append(FewerDescents(ways))
    if (prepared := warm_ups(runs, today)).are_seldom:
        found.append(WarmUpSeldom(prepared))
    if alone := runs_alone(picture.activities, today):
        found.append(OnlyRuns(alone))
    return (*(each for each in found if each is not None), *_shoes(picture))


def volume_of(runs: Sequence[Activity], week: date, *, in_metres: bool) -> int:
    """Return how much was run in the week of a Monday: minutes, or metres."""
    of_week = [each for each in runs if each.is_run and week_of(each.day) == week]
    if in_metres:
        return sum(each.metres or 0 for each in of_week)
    return sum(each.minutes for each in of_week)


def volume_step(picture: Picture, runs: Sequence[Activity], week: date) -> Step:
    """Compare a week's runs with those before it (rule R1)."""
    before = [
        volume_of(runs, week - back * WEEK, in_metres=picture.in_metres)
        for back in range(1, WEEKS_BEFORE + 1)
    ]
    now = volume_of(runs, week, in_metres=picture.in_metres)
    return weekly_volume(before, now, was_easy=week - WEEK in picture.easy_weeks)


def _long_run(picture: Picture, runs: Sequence[Activity]) -> LongRun | None:
    """Return the worst jump among the runs of today and of the two days before."""
    new = [each for each in runs if timedelta() <= picture.today - each.day <= TOLD_FOR]
    worst: LongRun | None = None
    for run in new:
        # A run without a distance is compared by its minutes.
        in_metres = picture.in_metres and run.metres is not None
        step = single_run(run, runs, in_metres=in_metres)
        if step.growth in GREW and (worst is None or _is_worse(step, worst.run)):
            is_last = run.day == max(each.day for each in new)
            worst = LongRun(step, in_metres, None if is_last else run.day)
    return worst


def _is_worse(one: Step, other: Step) -> bool:
    return one.now * other.base > other.now * one.base


def _volume(picture: Picture, runs: Sequence[Activity]) -> VolumeGrew | None:
    step = volume_step(picture, runs, week_of(picture.today))
    return VolumeGrew(step, picture.in_metres) if step.growth in GREW else None


def _order(picture: Picture, runs: Sequence[Activity]) -> OutOfOrder | None:
    monday = week_of(picture.today)
    weeks = [
        run_week([each for each in runs if week_of(each.day) == monday - back * WEEK])
        for back in range(3)
    ]
    found = build_up(weeks, picture.targets)
    return OutOfOrder(found) if found.too_early or found.at_once else None


def _shoes(picture: Picture) -> list[Hint]:
    worn = sorted(picture.shoes, key=lambda each: -each.metres)
    return [
        ShoesWorn(each.shoe.id, each.shoe.name, each.metres, shoe_state(each.metres))
        for each in worn
        if shoe_state(each.metres) is not ShoeState.FINE
    ]
