"""How far somebody is with a programme, as the log and the plan say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.course import next_place
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    GrowthPlace,
    Place,
    Programme,
    split_id,
)
from coreapp.domain.progression import Attempt, PainLight, Passes, PassesReason, worst_light
from coreapp.domain.schedule import Occurrence, ScheduleEntry
from coreapp.domain.training_log import Outcome, PerformedSession, PerformedSet
from coreapp.services.pain_lights import light_of
from coreapp.services.rule_words import WEEKDAYS

A_WEEK: Final = timedelta(days=7)

ALMOST_SECONDS: Final = 1.0
"""A set that ended so little before its time was done."""


class State(StrEnum):
    """How far somebody is with a programme."""

    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class InPlan:
    """How a programme stands in the plan.

    Attributes:
        weekdays: of its entries, such as `MO`, in the order of the week; all of them for every day.
        at: the time of day.
        week: the week of the course that the plan is in today; 0 before it begins.
        today: what is planned for today and not done, or None.
    """

    weekdays: tuple[str, ...]
    at: time
    week: int = 0
    today: Occurrence | None = None


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """How far somebody is with a course.

    Attributes:
        done: the sessions that were completed.
        last: the session done last, or None.
        next: the session to go on with; None when it is finished.
        light: what pain said in the week that was trained in last; None if nothing is known.
        in_plan: None if it is not in the plan.
    """

    state: State
    done: frozenset[CoursePlace]
    last: CoursePlace | None
    next: CoursePlace | None
    light: PainLight | None
    in_plan: InPlan | None

    @property
    def week(self) -> int:
        """The week one is in."""
        place = self.next or self.last
        return place.week if place else 1

    @property
    def ready_for(self) -> int:
        """The furthest week that may come: the one after the last, unless pain says otherwise."""
        if self.last is None or self.light in {PainLight.AMBER, PainLight.RED}:
            return self.week
        return self.last.week + 1

    @property
    def is_behind(self) -> bool:
        """Whether the calendar is further than the person may be."""
        if self.in_plan is None or self.next is None:
            return False
        return self.in_plan.week > self.ready_for


@dataclass(frozen=True, slots=True)
class GrowthStanding:
    """How far somebody is with the growth of a flow.

    Attributes:
        passes: how many are next, and why.
        in_plan: None if it is not in the plan.
    """

    state: State
    passes: Passes
    in_plan: InPlan | None


Standing = CourseStanding | GrowthStanding


def course_standing(
    programme: str, course: Course, sessions: Sequence[PerformedSession], in_plan: InPlan | None
) -> CourseStanding:
    """Return how far one is with a course.

    Args:
        programme: its id.
        course: its weeks.
        sessions: of the log, newest first.
        in_plan: how it stands in the plan.
    """
    places = [(each, _place(programme, each)) for each in sessions]
    own = [(each, place) for each, place in places if place in course.places and place is not None]
    done = [(each, place) for each, place in own if each.outcome is Outcome.COMPLETED]
    if not done:
        first = next_place(course, None)
        return CourseStanding(State.NOT_BEGUN, frozenset(), None, first, None, in_plan)
    newest, last = done[0]
    since = newest.started_at - A_WEEK
    recent = frozenset(place for each, place in done if each.started_at > since)
    lights = [
        light_of(each) for each, place in own if place.week == last.week and each.started_at > since
    ]
    following = next_place(course, last, recent, lights)
    return CourseStanding(
        state=State.RUNNING if following else State.FINISHED,
        done=frozenset(place for _each, place in done),
        last=last,
        next=following,
        light=worst_light(lights),
        in_plan=in_plan,
    )


def growth_standing(passes: Passes, in_plan: InPlan | None) -> GrowthStanding:
    """Return how far one is with the growth of a flow."""
    states = {PassesReason.BEGIN: State.NOT_BEGUN, PassesReason.MOST: State.FINISHED}
    return GrowthStanding(states.get(passes.reason, State.RUNNING), passes, in_plan)


def _place(programme: str, session: PerformedSession) -> CoursePlace | None:
    parts = split_id(session.routine)
    if parts is None or parts[0] != programme or isinstance(parts[1], GrowthPlace):
        return None
    return parts[1]


def in_plan(
    placed: Sequence[tuple[ScheduleEntry, Place]], today: date, due: Occurrence | None
) -> InPlan:
    """Return how some entries of one programme stand in the plan.

    Args:
        placed: the entries with what each begins with; at least one.
        today: the day it is.
        due: what is planned for today and not done.
    """
    days = {day for entry, _place in placed for day in _weekdays(entry.rrule)}
    weeks = [
        place.week + (today - entry.start_date).days // 7
        for entry, place in placed
        if isinstance(place, CoursePlace) and entry.start_date <= today
    ]
    return InPlan(
        weekdays=tuple(day for day in WEEKDAYS if day in days),
        at=placed[0][0].at,
        week=max(weeks, default=0),
        today=due,
    )


def _weekdays(rule: str) -> Sequence[str]:
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    return parts["BYDAY"].split(",") if "BYDAY" in parts else WEEKDAYS


def attempts(sessions: Sequence[PerformedSession], exercise: str) -> list[Attempt]:
    """Return how an exercise went in some sessions that are newest first; the oldest is first."""
    found = []
    for session in reversed(sessions):
        sets = [each for each in session.sets if each.exercise == exercise]
        if sets:
            complete = all(was_done(each) for each in sets)
            found.append(Attempt(complete, session.form_ok, session.effort, light_of(session)))
    return found


def was_done(performed: PerformedSet) -> bool:
    """Tell whether a set was done to its end."""
    if performed.skipped:
        return False
    if performed.planned_reps is not None and performed.actual_reps is not None:
        return performed.actual_reps >= performed.planned_reps
    return performed.actual_seconds >= performed.planned_seconds - ALMOST_SECONDS


def programme_of(entry: ScheduleEntry, programme: Programme) -> Place | None:
    """Return what an entry of the plan begins with, if it belongs to a programme."""
    parts = split_id(entry.routine)
    return parts[1] if parts is not None and parts[0] == programme.id else None
