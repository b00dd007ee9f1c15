"""How far somebody is with a programme, as the log and the plan say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.course import next_place
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.pacing import Reached, planned_place
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    Growing,
    GrowthPlace,
    Place,
    split_id,
)
from coreapp.domain.progression import Attempt, PainLight, Passes, PassesReason, worst_light
from coreapp.domain.schedule import USUAL_TIME, ScheduleEntry
from coreapp.domain.spreading import session_of
from coreapp.domain.training_log import Outcome, PerformedSession, PerformedSet
from coreapp.services.log_days import local_start
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
        week: the week of the course that comes next by the calendar; 0 if none is near.
        goes_on: the week that does come next: an earlier one after missed weeks, or with pain.
        today: what is planned for today and not done, or None.
    """

    weekdays: tuple[str, ...]
    at: time
    week: int = 0
    goes_on: int = 0
    today: Occurrence | None = None

    @property
    def is_behind(self) -> bool:
        """Whether the plan waits for the person."""
        return self.goes_on < self.week


@dataclass(frozen=True, slots=True)
class CourseStanding:
    """How far somebody is with a course.

    Attributes:
        done: the sessions that were completed.
        last: the session done last, or None.
        next: the session to go on with; None when it is finished.
        light: what pain said in the week that was trained in last; None if nothing is known.
        in_plan: None if it is not in the plan.
        last_on: the local day of that, or None.
        held_back: whether the last week comes again as the gate of its stretch is not met.
    """

    state: State
    done: frozenset[CoursePlace]
    last: CoursePlace | None
    next: CoursePlace | None
    light: PainLight | None
    in_plan: InPlan | None
    last_on: date | None = None
    held_back: bool = False

    @property
    def week(self) -> int:
        """The week one is in."""
        place = self.next or self.last
        return place.week if place else 1


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


def course_standing(course: Course, far: "Far | None", in_plan: InPlan | None) -> CourseStanding:
    """Return how far one is with a course.

    Args:
        course: its weeks.
        far: what the log says, with the gate; None if nothing was completed.
        in_plan: how it stands in the plan.
    """
    if far is None:
        first = next_place(course, None)
        return CourseStanding(State.NOT_BEGUN, frozenset(), None, first, None, in_plan)
    reached = far.reached
    last, recent, lights = reached.last, reached.recent, [reached.light]
    without_gate = next_place(course, last, recent, lights)
    following = next_place(course, last, recent, lights, reached.wanting)
    return CourseStanding(
        state=State.RUNNING if following else State.FINISHED,
        done=far.done,
        last=reached.last,
        next=following,
        light=reached.light,
        in_plan=in_plan,
        last_on=local_start(far.newest).date(),
        held_back=following != without_gate,
    )


@dataclass(frozen=True, slots=True)
class Far:
    """How far the log says that somebody is with a course.

    Attributes:
        newest: the session completed last.
        done: all that were completed.
        reached: what was done last, and what pain said about it.
    """

    newest: PerformedSession
    done: frozenset[CoursePlace]
    reached: Reached


def how_far(programme: str, course: Course, sessions: Sequence[PerformedSession]) -> Far | None:
    """Return how far one is with a course, without its gates; None if nothing was completed.

    Args:
        programme: its id.
        course: its weeks.
        sessions: of the log, newest first.
    """
    places = [(each, place_of(programme, each)) for each in sessions]
    own = [(each, place) for each, place in places if place in course.places and place is not None]
    done = [(each, place) for each, place in own if each.outcome is Outcome.COMPLETED]
    if not done:
        return None
    newest, last = done[0]
    since = max(newest.started_at - A_WEEK, _before_repeat(done, len(course.sessions)))
    recent = frozenset(place for each, place in done if each.started_at > since)
    lights = [
        light_of(each) for each, place in own if place.week == last.week and each.started_at > since
    ]
    all_done = frozenset(place for _each, place in done)
    return Far(newest, all_done, Reached(last, recent, worst_light(lights)))


def _before_repeat(done: Sequence[tuple[PerformedSession, CoursePlace]], count: int) -> datetime:
    """Return until when nothing counts any more, as the newest session's week is done once more.

    Args:
        done: what was completed, newest first, at least one.
        count: how many sessions a week has.
    """
    week = done[0][1].week
    ended = before = datetime.min.replace(tzinfo=UTC)
    seen: set[CoursePlace] = set()
    for session, place in reversed(done):
        if place.week == week:
            if len(seen) == count or place in seen:
                seen, ended = set(), before
            seen.add(place)
        before = session.started_at
    return ended


def offered_time(standing: Standing, before_pause: str = "") -> str:
    """Return the time of day, `18:30`, to offer: who chooses other days keeps the one there is.

    Args:
        standing: how far one is.
        before_pause: the time of day of a programme that is paused.
    """
    if standing.in_plan is None and before_pause:
        return before_pause
    at = standing.in_plan.at if standing.in_plan else USUAL_TIME
    return f"{at:%H:%M}"


def begun_since(
    sessions: Sequence[PerformedSession], begun: datetime | None
) -> Sequence[PerformedSession]:
    """Return the sessions that count for a course that was begun again."""
    return [each for each in sessions if begun is None or each.started_at >= begun]


def growth_standing(passes: Passes, in_plan: InPlan | None) -> GrowthStanding:
    """Return how far one is with the growth of a flow."""
    states = {PassesReason.BEGIN: State.NOT_BEGUN, PassesReason.MOST: State.FINISHED}
    return GrowthStanding(states.get(passes.reason, State.RUNNING), passes, in_plan)


def place_of(programme: str, session: PerformedSession) -> CoursePlace | None:
    """Return what a session was of a course; None if it was none of it.

    Some sets of it, done in a break, are the session only where they were the last ones: those
    carry what is planned.
    """
    routine = session_of(session.routine) if session.planned else session.routine
    parts = split_id(routine)
    if parts is None or parts[0] != programme or isinstance(parts[1], GrowthPlace):
        return None
    return parts[1]


def in_plan(
    plan: Growing,
    placed: Sequence[tuple[ScheduleEntry, Place]],
    today: date,
    coming: Sequence[Occurrence],
) -> InPlan:
    """Return how some entries of one programme stand in the plan.

    Args:
        plan: how the programme goes on.
        placed: the entries with what each begins with; at least one.
        today: the day it is.
        coming: what is planned for today and the days after it, and not done.
    """
    week, goes_on = _weeks(plan, placed, coming[0]) if coming else (0, 0)
    return InPlan(
        weekdays=weekdays_of([entry for entry, _place in placed]),
        at=placed[0][0].at,
        week=week,
        goes_on=goes_on,
        today=next((each for each in coming if each.start.date() == today), None),
    )


def _weeks(
    plan: Growing, placed: Sequence[tuple[ScheduleEntry, Place]], coming: Occurrence
) -> tuple[int, int]:
    """Return the week of an occurrence by the calendar, and the one that it has."""
    entry, first = next(each for each in placed if each[0].id == coming.entry)
    parts = split_id(coming.routine)
    match plan, first, parts:
        case Course() as course, CoursePlace(), (_, CoursePlace(week)):
            start, day = entry.start_date, coming.original_date
            return planned_place(course, first, start, day).week, week
        case _:
            return 0, 0


def weekdays_of(entries: Iterable[ScheduleEntry]) -> tuple[str, ...]:
    """Return the weekdays of some entries, such as `MO`, in the order of the week."""
    days = {day for entry in entries for day in _weekdays(entry.rrule)}
    return tuple(day for day in WEEKDAYS if day in days)


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
