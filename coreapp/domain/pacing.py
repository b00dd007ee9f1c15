"""What the sessions in the calendar are for somebody who missed some, or who is in pain."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from coreapp.domain.course import is_beyond, week_to_go_on, weeks_later
from coreapp.domain.programme import Course, CoursePlace
from coreapp.domain.progression import PainLight

_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Reached:
    """How far somebody is with a course.

    Attributes:
        last: the session done last.
        recent: what was done in the days before, in whatever order.
        light: what pain said in the week of the last one; None if nothing is known.
        wanting: how many sessions the gate of its stretch still asks for (`domain/gates`).
    """

    last: CoursePlace
    recent: frozenset[CoursePlace] = frozenset()
    light: PainLight | None = None
    wanting: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A session that is still to come.

    Attributes:
        planned: what it is by the calendar.
        least: not an earlier week than this one, unless pain or a gate asks for it.
    """

    planned: CoursePlace
    least: int = 1


def planned_place(course: Course, first: CoursePlace, start: date, day: date) -> CoursePlace:
    """Return what a series of weekly sessions is on a day by the calendar.

    Args:
        course: its weeks; after the last one it stays there.
        first: what it begins with.
        start: the day of that.
        day: one that it names, not before.
    """
    weeks = (day - start).days // _DAYS
    return weeks_later(first, min(weeks, len(course.percents) - first.week))


def keep_pace(course: Course, reached: Reached | None, coming: Iterable[Due]) -> list[CoursePlace]:
    """Return what the coming sessions are, in their order, if from now on none is missed.

    Each is the next of its letter after what was done before it, and nothing that the calendar
    does not have yet. So one missed session moves nothing, a whole missed week is waited for, and
    no two sessions are further apart than those of the programme. After an amber week that week
    comes again; after red it goes on with the doses of an easier one (rule R5). The last week of a
    stretch comes again until its gate is met.

    Args:
        course: the weeks.
        reached: how far one is; None if nothing was done.
        coming: the sessions that are still to come, in order.
    """
    found = []
    dues = list(coming)
    # The entries of a programme begin one session apart: the first of them says where it goes on.
    least = min((due.least for due in dues), default=1)
    for due in dues:
        place, reached = _go_on(course, reached, due, least)
        found.append(place)
    return found


def _go_on(
    course: Course, reached: Reached | None, due: Due, least: int
) -> tuple[CoursePlace, Reached]:
    """Return what a session is, and how far one is when it is done.

    Args:
        course: the weeks.
        reached: how far one is before it.
        due: the session.
        least: not an earlier week than this one; who planned it so has decided about the gate.
    """
    letter, latest = due.planned.letter, due.planned.week
    if reached is None:
        place = CoursePlace(min(due.least, latest), letter)
        return place, Reached(place)
    last, light = reached.last, reached.light
    after = course.places[course.places.index(last) + 1 :]
    own = (each for each in after if each.letter == letter and each not in reached.recent)
    following = next((each.week for each in own), latest)
    with_pain = week_to_go_on(course, last.week, [light])
    if light is PainLight.RED or (light is PainLight.AMBER and following > with_pain):
        place = CoursePlace(min(with_pain, latest), letter)
        return place, Reached(place, wanting=_wanting_after(course, reached, place))
    # What was done early is not asked for again, but no week is left out for it either.
    week = max(min(following, last.week + 1), least)
    if reached.wanting and is_beyond(course, last, week) and not is_beyond(course, last, least):
        place = CoursePlace(min(course.last_week(last.week), latest), letter)
        return place, Reached(place, wanting=reached.wanting - 1)
    place = CoursePlace(min(week, latest), letter)
    wanting = _wanting_after(course, reached, place)
    return place, Reached(place, reached.recent, light, wanting)


def _wanting_after(course: Course, reached: Reached, place: CoursePlace) -> int:
    """Return what a gate still asks for after a session; that of another stretch is not known."""
    is_same = course.first_week(place.week) == course.first_week(reached.last.week)
    return max(0, reached.wanting - 1) if is_same else 0
