"""Programmes: weeks of sessions whose doses grow, and one exercise that grows day by day.

The eight-week back programme is the brief's (section 4): its ladder is 100, 110, 120, 110, 120,
130, 140 and 150 % of the first week. A step grows in its repetitions, its seconds, or the seconds
it is held; what warms up and stretches does not. So no session and no week works more than 10 %
longer than the one before; after the lighter fourth week the fifth is where the third has been.

A level is a matter of the person, not of the calendar: a step begins at the level of the file. Who
moves up starts anew at 100 % with that exercise and goes on by one rung a week (the brief's rule
R5), never above the week's own percentage. That makes the week easier, not harder, in time.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.routine import Step

_IN_COURSE: Final = re.compile(r"(?P<programme>.+)-w(?P<week>[1-9][0-9]?)-(?P<letter>[a-z])")
_IN_GROWTH: Final = re.compile(r"(?P<programme>.+)-p(?P<passes>[1-9][0-9]?)")


class Grows(StrEnum):
    """What of a step grows from week to week."""

    NOTHING = "nothing"
    WORK = "work"
    """Its repetitions, or its seconds."""
    HOLD = "hold"
    """The seconds that each repetition is held."""


@dataclass(frozen=True, slots=True)
class GrowingStep:
    """A step as it is in the first week, and how it grows.

    Attributes:
        step: the dose of the first week, at 100 %.
        hold_seconds: of each repetition, what is held and grows; the rest is the way there and
            back. 0 where holds do not grow.
    """

    step: Step
    grows: Grows = Grows.NOTHING
    hold_seconds: int = 0


@dataclass(frozen=True, slots=True)
class WeekSession:
    """One of the sessions of every week.

    Attributes:
        letter: `a`, `b` …, in the order in which they are done.
        name: what it trains.
    """

    letter: str
    name: str
    steps: tuple[GrowingStep, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What has to be true of a stretch before the next one begins (the brief's section 4).

    Attributes:
        sessions: how many of its sessions were completed, at least.
        most_red: in how many pain was red (rule R6), at most; None if that does not count.
        most_amber: in how many it was amber or red, at most; None if that does not count.
        pain_not_worse: whether pain must not have grown (rule R7).
    """

    sessions: int
    most_red: int | None = None
    most_amber: int | None = None
    pain_not_worse: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some weeks of a course with one aim.

    Attributes:
        weeks: how many.
        goal: what should be true before going on, in words.
        gate: the same as the programme follows it (`domain/gates`); None if nothing has to be.
    """

    name: str
    weeks: int
    goal: str
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Weeks of sessions.

    Attributes:
        percents: for each week the dose in per cent of the first.
        stretches: their weeks add up to all weeks.
        sessions: those of every week.
    """

    percents: tuple[int, ...]
    stretches: tuple[Stretch, ...]
    sessions: tuple[WeekSession, ...]

    @property
    def weeks(self) -> range:
        """The numbers of the weeks, from 1."""
        return range(1, len(self.percents) + 1)

    def session(self, letter: str) -> WeekSession:
        """Return the session of a letter.

        Raises:
            UnknownIdError: there is none.
        """
        for each in self.sessions:
            if each.letter == letter:
                return each
        raise UnknownIdError("session", letter)

    def stretch(self, week: int) -> Stretch:
        """Return the stretch that a week belongs to; the last one for weeks beyond."""
        for each in self.stretches:
            if week <= each.weeks:
                return each
            week -= each.weeks
        return self.stretches[-1]

    def first_week(self, week: int) -> int:
        """Return the first week of the stretch that a week belongs to."""
        first = 1
        while (following := first + self.stretch(first).weeks) <= week:
            first = following
        return first

    def last_week(self, week: int) -> int:
        """Return the last week of the stretch that a week belongs to."""
        return self.first_week(week) + self.stretch(week).weeks - 1

    @property
    def places(self) -> tuple["CoursePlace", ...]:
        """All sessions of all weeks in order."""
        return tuple(
            CoursePlace(week, session.letter) for week in self.weeks for session in self.sessions
        )


@dataclass(frozen=True, slots=True)
class Growth:
    """One flow a day, by and by with more passes (the brief's rule R12).

    Attributes:
        first: the passes to begin with.
        least: never fewer, whatever the log says.
        most: never more.
    """

    step: Step
    first: int
    least: int
    most: int
    closing_rest_seconds: float = 0


Growing = Course | Growth
"""How a programme goes on: week by week, or by what the log says."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Planned training over weeks.

    Attributes:
        short_name: what its sessions are called by.
        summary: one sentence for the list.
        audience: whom it is for.
        not_when: when not to do it.
        progression: how it grows, and why.
        afterwards: how to go on when it is finished.
        then: ids of routines that fit then.
        place: where it is done, a word of `vocabulary.ROUTINE_PLACES`.
        group: of its routines, a word of `vocabulary.ROUTINE_GROUPS`.
        plan: weeks of sessions, or the growth of one flow.
    """

    id: str
    name: str
    short_name: str
    summary: str
    audience: str
    not_when: str
    progression: str
    afterwards: str
    sources: tuple[str, ...]
    plan: Growing
    then: tuple[str, ...] = ()
    place: str = "mat"
    group: str = "strength"

    @property
    def text_context(self) -> str:
        """The gettext context of every text of this programme."""
        return f"programme {self.id}"


@dataclass(frozen=True, slots=True)
class CoursePlace:
    """A session of a course: number of its week, from 1, and its letter."""

    week: int
    letter: str


@dataclass(frozen=True, slots=True)
class GrowthPlace:
    """A day of a growth: how many passes."""

    passes: int


Place = CoursePlace | GrowthPlace


@dataclass(frozen=True, slots=True)
class ChosenLevel:
    """A level that the person chose for an exercise.

    Attributes:
        week: from this week on; those before stay as they were.
    """

    level: str
    week: int


NO_LEVELS: Final[Mapping[str, ChosenLevel]] = {}


def split_id(identity: str) -> tuple[str, Place] | None:
    """Return the programme and the place that a routine's id names; None if it names none."""
    if found := _IN_COURSE.fullmatch(identity):
        return found["programme"], CoursePlace(int(found["week"]), found["letter"])
    if found := _IN_GROWTH.fullmatch(identity):
        return found["programme"], GrowthPlace(int(found["passes"]))
    return None


def routine_id(programme: str, place: Place) -> str:
    """Return the id of the routine of a place, such as `back-strength-8wk-w3-b`."""
    match place:
        case CoursePlace(week, letter):
            return f"{programme}-w{week}-{letter}"
        case GrowthPlace(passes):
            return f"{programme}-p{passes}"
        case _:
            assert_never(place)


def has_place(programme: Programme, place: Place) -> bool:
    """Tell whether a programme has such a session."""
    match programme.plan, place:
        case Course() as course, CoursePlace():
            return place in course.places
        case Growth() as growth, GrowthPlace(passes):
            return growth.least <= passes <= growth.most
        case _:
            return False
