"""A course in use: the routine of each session, how long it works, and how to go on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.programme import (
    NO_LEVELS,
    ChosenLevel,
    Course,
    CoursePlace,
    GrowingStep,
    Grows,
    Growth,
    GrowthPlace,
    Place,
    Programme,
    has_place,
    routine_id,
)
from coreapp.domain.progression import (
    FIRST_PERCENT,
    PERCENT_STEP,
    PainLight,
    next_percent,
    worst_light,
)
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PhaseKind, Timeline


def make_routine(
    programme: Programme, place: Place, levels: Mapping[str, ChosenLevel] = NO_LEVELS
) -> Routine:
    """Return the routine of a place, with the doses of its week.

    Args:
        programme: which.
        place: one that it has.
        levels: for each exercise the level that the person chose.

    Raises:
        UnknownIdError: the programme has no such session.
    """
    match programme.plan, place:
        case Course() as course, CoursePlace(week, letter) if week in course.weeks:
            steps = course.session(letter).steps
            doses = tuple(week_step(course, each, week, levels) for each in steps)
            return _routine(programme, place, doses)
        case Growth() as growth, GrowthPlace(passes) if has_place(programme, place):
            step = replace(growth.step, reps=passes)
            return _routine(programme, place, (step,), growth.closing_rest_seconds)
        case _:
            raise UnknownIdError("routine", routine_id(programme.id, place))


def week_step(
    course: Course, growing: GrowingStep, week: int, levels: Mapping[str, ChosenLevel] = NO_LEVELS
) -> Step:
    """Return a step with the dose and the level of a week."""
    step = growing.step
    percent = course.percents[week - 1]
    chosen = levels.get(step.exercise)
    if chosen is not None and week >= chosen.week:
        # Levels are called L1, L2 and L3 in all content; only a harder one starts anew.
        if chosen.level > step.level:
            percent = min(percent, FIRST_PERCENT + PERCENT_STEP * (week - chosen.week))
        step = replace(step, level=chosen.level)
    return _grown(replace(growing, step=step), percent)


def _grown(growing: GrowingStep, percent: int) -> Step:
    step = growing.step
    match growing.grows:
        case Grows.NOTHING:
            return step
        case Grows.HOLD:
            way = (step.seconds_per_rep or 0) - growing.hold_seconds
            return replace(step, seconds_per_rep=way + _share(growing.hold_seconds, percent))
        case Grows.WORK if step.reps is not None:
            return replace(step, reps=_share(step.reps, percent))
        case Grows.WORK:
            return replace(step, seconds=float(_share(round(step.seconds or 0), percent)))
        case _:
            assert_never(growing.grows)


def _share(whole: int, percent: int) -> int:
    """Return a percentage of a whole number, rounded, halves up; in integers, so exactly."""
    return (whole * percent + 50) // 100


def _routine(
    programme: Programme, place: Place, steps: Sequence[Step], closing_rest: float = 0
) -> Routine:
    return Routine(
        id=routine_id(programme.id, place),
        name=programme.short_name,
        blocks=(Block(tuple(steps)),),
        closing_rest_seconds=closing_rest,
        place=programme.place,
        group=programme.group,
        audience=programme.audience,
        not_when=programme.not_when,
        progression=programme.progression,
        context=programme.text_context,
    )


def work_seconds(timeline: Timeline) -> float:
    """Return how long a compiled session works: all its work phases, without rests and ways."""
    return sum(each.seconds for each in timeline.phases if each.kind is PhaseKind.WORK)


def weeks_later(place: CoursePlace, weeks: int) -> CoursePlace:
    """Return the same session some weeks later."""
    return replace(place, week=place.week + weeks)


def next_place(
    course: Course,
    last: CoursePlace | None,
    recent: frozenset[CoursePlace] = frozenset(),
    lights: Sequence[PainLight | None] = (),
    wanting: int = 0,
) -> CoursePlace | None:
    """Return the session to go on with; None if the programme is finished.

    That is the one that follows, unless pain says otherwise (rule R5): after an amber week it is
    the same week again, after red one with doses two rungs lower. A stretch whose gate is not met
    has its last week again. What was left out is not made up for, and who goes back goes on from
    there.

    Args:
        course: the weeks.
        last: the session done last, or None.
        recent: what was done in the days before; in another order it is not asked for again.
        lights: of the sessions of the last one's week.
        wanting: how many sessions the gate of the last one's stretch still asks for.
    """
    if last is None:
        return course.places[0]
    coming = course.places[course.places.index(last) + 1 :]
    following = next((each for each in coming if each not in recent), None)
    week = week_to_go_on(course, last.week, lights)
    match worst_light(lights):
        case PainLight.AMBER if following is None or following.week > week:
            return CoursePlace(week, course.sessions[0].letter)
        case PainLight.RED:
            return CoursePlace(week, (following or last).letter)
        case _ if following is not None and wanting and is_beyond(course, last, following.week):
            return CoursePlace(course.last_week(last.week), course.sessions[0].letter)
        case _:
            return following


def is_beyond(course: Course, last: CoursePlace, week: int) -> bool:
    """Tell whether a week lies behind the gate of the stretch that a session belongs to."""
    return week > course.last_week(last.week)


def week_to_go_on(course: Course, week: int, lights: Sequence[PainLight | None]) -> int:
    """Return with which week to go on after a week, by what pain says about its sessions (R5).

    Amber repeats the week; red goes back to the last one that is two rungs lower. Else it is the
    next week, also where nothing was entered: the plan goes on unless something speaks against it.
    """
    match worst_light(lights):
        case PainLight.AMBER:
            return week
        case PainLight.RED:
            percent = next_percent(course.percents[week - 1], lights)
            easier = (each for each in range(week, 0, -1) if course.percents[each - 1] <= percent)
            return next(easier, 1)
        case _:
            return min(week + 1, len(course.percents))


def week_after_gap(course: Course, last: int, missed: int) -> int:
    """Return with which week to go on after whole weeks without a session (section 4, the plan).

    After one missed week it goes on one rung lower than the highest that was reached, after more
    with the phase of the last session from its beginning; never with more than one had.

    Args:
        course: the weeks.
        last: the week of the session done last.
        missed: how many whole weeks of the calendar had no session; at least one.
    """
    percents = course.percents
    lower = max(FIRST_PERCENT, max(percents[:last]) - PERCENT_STEP)
    easier = next((each for each in range(last, 0, -1) if percents[each - 1] <= lower), 1)
    if missed == 1:
        return easier
    return min(easier, course.first_week(last))
