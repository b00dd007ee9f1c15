"""Where the sessions of a course come to lie in the calendar."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.programme import Course, CoursePlace

DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Placed:
    """A session of every week, on one weekday.

    Attributes:
        place: what it begins with.
        first: the day of that.
        weeks: how many weeks it goes on, each with the next week's session.
    """

    place: CoursePlace
    first: date
    weeks: int


def place_course(
    course: Course, begin_with: CoursePlace, start: date, weekdays: Collection[int]
) -> tuple[Placed, ...]:
    """Return for each session of a week on which days it falls.

    The session to begin with gets the first of the chosen days from `start` on, the next one the
    next day, and so on in the order of the programme. A week of the programme is any seven days
    from `start` on, so all of them have the same days, and none holds a session twice.

    Args:
        course: the weeks.
        begin_with: the first session that is still to be done.
        start: the first day that may be.
        weekdays: 0 is Monday; as many as there are sessions a week.

    Raises:
        InvalidValueError: they are not as many.
    """
    count = len(course.sessions)
    if len(set(weekdays)) != count or not all(0 <= each < DAYS for each in weekdays):
        raise InvalidValueError(
            "days", len(set(weekdays)), marked("Choose {count} days of the week."), count=count
        )
    ahead = sorted((each - start.weekday()) % DAYS for each in set(weekdays))
    begin = course.places.index(begin_with)
    coming = course.places[begin : begin + count]
    return tuple(
        Placed(place, start + timedelta(days=days), len(course.percents) - place.week + 1)
        for place, days in zip(coming, ahead, strict=False)
    )


def has_neighbours(weekdays: Collection[int]) -> bool:
    """Tell whether two of some days of every week follow each other."""
    chosen = set(weekdays)
    return any((each + 1) % DAYS in chosen for each in chosen)
