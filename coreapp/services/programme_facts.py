"""What is told and asked about programmes: weeks, sessions, levels, and what goes into the plan."""

from dataclasses import dataclass
from datetime import date

from coreapp.domain.programme import CoursePlace
from coreapp.domain.schedule import ScheduleEntry


@dataclass(frozen=True, slots=True)
class Session:
    """A session of a week.

    Attributes:
        seconds: of all of it.
        work_seconds: of the work in it.
    """

    place: CoursePlace
    routine: str
    seconds: float
    work_seconds: float


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a course.

    Attributes:
        change: how much more it works than the week before, as a share; 0 in the first week.
    """

    number: int
    sessions: tuple[Session, ...]
    change: float

    @property
    def seconds(self) -> float:
        """Length of all its sessions."""
        return sum(each.seconds for each in self.sessions)


@dataclass(frozen=True, slots=True)
class ExerciseLevel:
    """An exercise of a course that has another level.

    Attributes:
        level: the one it is done at now.
        first: the one that the programme begins with.
        is_ready: the log says that it may move up.
    """

    exercise: str
    level: str
    first: str
    is_ready: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """When the sessions are to be.

    Attributes:
        start: the first day that may be.
        weekdays: such as `MO`; for a course as many as it has sessions a week.
        at: the time of day, `18:30`.
    """

    start: date
    weekdays: frozenset[str]
    at: str


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What came into the plan and what left it, for undoing it."""

    added: tuple[ScheduleEntry, ...] = ()
    removed: tuple[ScheduleEntry, ...] = ()
