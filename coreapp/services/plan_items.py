"""What a calendar of the plan shows: days, what is planned and done on them, and weeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.month import Week
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.schedule import ScheduleEntry


class ItemState(StrEnum):
    """What became of an item of a day."""

    OPEN = "open"
    """Planned, and still to be done or not done in the past."""
    DONE = "done"
    ELSEWHERE = "elsewhere"
    """It was moved away from this day, or done on another one."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class DayItem:
    """One thing on a day.

    Attributes:
        key: names it as long as it is there.
        start: when, in the zone it belongs to; of one that is elsewhere, when it would have been.
        title: in full.
        short: the title in a small cell.
        letter: what a session of a programme is called where not even that has room, else empty.
        picture: the exercise whose figure stands for it; may be empty.
        kinds: what it counts as in the rules.
        minutes: how long it takes or took, 0 if unknown.
        is_habit: it is done on most days of the week, so it is a mark at the date.
        passes: of a flow that grows by passes, else 0.
        occurrence: the one of the plan; None of what was done besides the plan.
        entry, original_date: name the occurrence, also of one that is skipped.
        done_by: id of what was done, in the log, or empty.
        is_activity: it was entered by hand; else it is a session.
        effort: RPE 0 to 10 of what was done, or None.
        goes_to: the day it was moved to or done on, of one that is elsewhere.
    """

    key: str
    start: datetime
    title: str
    short: str
    state: ItemState
    letter: str = ""
    picture: str = ""
    kinds: frozenset[ActivityType] = frozenset()
    minutes: int = 0
    is_habit: bool = False
    passes: int = 0
    occurrence: Occurrence | None = None
    entry: str = ""
    original_date: date | None = None
    done_by: str = ""
    is_activity: bool = False
    effort: float | None = None
    goes_to: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be moved and skipped."""
        return self.state is ItemState.OPEN and self.occurrence is not None

    @property
    def is_there(self) -> bool:
        """Whether it belongs to this day, planned or done."""
        return self.state in {ItemState.OPEN, ItemState.DONE}


class ConflictKind(StrEnum):
    """Why something does not go well together."""

    STRONG_NEIGHBOURS = "strong_neighbours"
    SAME_TIME = "same_time"
    HARD_DAYS = "hard_days"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What does not go well together on a day; it never forbids anything.

    Attributes:
        day: on which it is told.
        other: the other day, of two days of strength.
        titles: of what meets at one time.
        count: hard days in seven.
    """

    kind: ConflictKind
    day: date
    other: date | None = None
    titles: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day of the calendar.

    Attributes:
        items: in the order of time.
        mark: rest, sick, travel or easy, or None.
    """

    day: date
    items: tuple[DayItem, ...] = ()
    mark: DayMark | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def sessions(self) -> tuple[DayItem, ...]:
        """All but the daily habits."""
        return tuple(each for each in self.items if not each.is_habit)

    @property
    def habits(self) -> tuple[DayItem, ...]:
        """What is done on most days."""
        return tuple(each for each in self.items if each.is_habit and each.is_there)

    @property
    def open(self) -> tuple[DayItem, ...]:
        """What is still to be done."""
        return tuple(each for each in self.items if each.is_open)


@dataclass(frozen=True, slots=True)
class ProgrammeWeek:
    """What a week of the calendar holds of a programme of weeks.

    Attributes:
        number: of the programme's week.
        minutes: of all its sessions in this week of the calendar.
        done: minutes of those that are done.
    """

    number: int
    minutes: int
    done: int


@dataclass(frozen=True, slots=True)
class PlanView:
    """Some weeks of the calendar.

    Attributes:
        weeks: their days, each seven.
        days: what is on each of these days.
        programme: by the first day of a week, where a programme has sessions in it.
        entries: all that the plan is made of, oldest first.
    """

    weeks: tuple[Week, ...]
    days: Mapping[date, PlanDay]
    programme: Mapping[date, ProgrammeWeek] = field(default_factory=dict)
    entries: Sequence[ScheduleEntry] = ()

    def day(self, day: date) -> PlanDay:
        """Return a day; an empty one for a day outside of the weeks."""
        return self.days.get(day, PlanDay(day))

    def item(self, key: str) -> DayItem | None:
        """Return an item by its key; None if it is not there any more."""
        found = (item for day in self.days.values() for item in day.items if item.key == key)
        return next(found, None)
