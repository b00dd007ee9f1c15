"""Where the programmes stand: their sessions as routines, in the library and in the plan.

The files are read when a programme is first asked for. What a person chose is kept in a small
document: since when the sessions of a course count, and the level of each exercise. Everything
else comes from the log and the plan.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, partial

from coreapp.domain.course import make_routine, weeks_later
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.programme import (
    ChosenLevel,
    Course,
    CoursePlace,
    Growth,
    GrowthPlace,
    Place,
    Programme,
    has_place,
    routine_id,
    split_id,
)
from coreapp.domain.progression import (
    MEMORY,
    Passes,
    PassesRange,
    Practice,
    next_passes,
    worst_light,
)
from coreapp.domain.schedule import Occurrence, ScheduleEntry
from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.domain.wall_time import in_utc
from coreapp.services.library import NamedRoutine
from coreapp.services.pain_lights import light_of
from coreapp.services.ports import Clock, StateFile, Work
from coreapp.services.programme_standing import course_standing
from coreapp.services.programme_words import series_name, session_name
from coreapp.services.training import in_zone, local_start

_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for a programme.

    Attributes:
        begun: since when the sessions of a course count; None if all of the log does.
        levels: for exercises by id, where it is not the level of the file.
    """

    begun: datetime | None = None
    levels: Mapping[str, ChosenLevel] = field(default_factory=dict)


class ProgrammeShelf:
    """All programmes, and the routines that they are made of."""

    def __init__(
        self, load: Callable[[], Mapping[str, Programme]], file: StateFile, clock: Clock
    ) -> None:
        """Take what is needed later; nothing is read yet.

        Args:
            load: reads the content files; called once.
            file: what the person chose.
            clock: tells the day.
        """
        self._load = load
        self._file = file
        self._clock = clock
        self._document: dict[str, object] | None = None

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """All programmes by id.

        Raises:
            ContentError: a content file does not say what it should.
        """
        return self._load()

    def programme(self, identity: str) -> Programme:
        """Return one programme.

        Raises:
            UnknownIdError: there is none with that id.
        """
        try:
            return self.programmes[identity]
        except KeyError:
            raise UnknownIdError("programme", identity) from None

    def place(self, routine: str) -> tuple[Programme, Place] | None:
        """Return the programme and the place of one of its routines; None for all others."""
        parts = split_id(routine)
        if parts is None:
            return None
        programme = self.programmes.get(parts[0])
        if programme is None or not has_place(programme, parts[1]):
            return None
        return programme, parts[1]

    def find(self, routine: str) -> NamedRoutine | None:
        """Return a programme's session as a routine; None if the id is none of them."""
        found = self.place(routine)
        if found is None:
            return None
        programme, place = found
        return NamedRoutine(
            make_routine(programme, place, self.choices(programme.id).levels),
            partial(session_name, programme, place),
            partial(series_name, programme, place),
        )

    def follow(
        self, entries: Sequence[ScheduleEntry], found: Sequence[Occurrence], work: Work
    ) -> Sequence[Occurrence]:
        """Return occurrences with the routine of their week, or with as many passes as are next.

        An entry of a course names the session that it begins with; its occurrences in the second
        week are the next week's, and so on; after the last week it stays there. Where whole weeks
        were missed, or pain asks for it, what is still to come waits for the person: no session is
        further than the week after the one trained in last, or it would be a leap.
        """
        series: dict[str, _Series] = {}
        for entry in entries:
            placed = self.place(entry.routine)
            if placed is not None:
                programme, place = placed
                today = self._place_today(programme, place, work)
                lag = self._lag(programme, place, entry.start_date, work)
                series[entry.id] = _Series(entry.start_date, programme, place, today, lag)
        midnight = self._midnight() if series else None
        return [
            series[each.entry].named(each, midnight) if each.entry in series else each
            for each in found
        ]

    def _place_today(self, programme: Programme, place: Place, work: Work) -> Place:
        if isinstance(programme.plan, Growth):
            return GrowthPlace(self.next_passes(programme.id, programme.plan, work).count)
        return place

    def _lag(self, programme: Programme, first: Place, start: date, work: Work) -> int:
        """Return how many weeks the calendar is ahead of the person."""
        course = programme.plan
        if not isinstance(course, Course) or not isinstance(first, CoursePlace):
            return 0
        ahead = -((start - self.today()).days // 7)  # rounded up: the week of what comes next
        planned = weeks_later(first, ahead).week
        if planned <= first.week:
            return 0
        # The sessions of the week before, too: the first week's may be done in any order.
        since = datetime.combine(start, time(), UTC) - _A_WEEK
        sessions = work.sessions.between(since, None)
        standing = course_standing(programme.id, course, sessions, None)
        return max(0, planned - max(first.week, standing.ready_for))

    def next_passes(self, programme: str, growth: Growth, work: Work) -> Passes:
        """Return how many passes of a flow are next, by what the log says."""
        since = self._clock.reading().utc - MEMORY - 2 * _A_DAY
        return passes_after(work.sessions.between(since, None), programme, growth, self.today())

    def today(self) -> date:
        """Return the day it is here."""
        return in_zone(self._clock.reading().utc, self._clock.zone()).date()

    def _midnight(self) -> datetime:
        here = in_zone(self._clock.reading().utc, self._clock.zone())
        return in_utc(here.replace(hour=0, minute=0, second=0, microsecond=0))

    def choices(self, programme: str) -> Choices:
        """Return what the person chose for a programme."""
        if self._document is None:
            self._document = dict(self._file.load())
        return _choices(_table(self._document.get(programme)))

    def keep(self, programme: str, choices: Choices) -> None:
        """Keep what the person chose for a programme.

        Raises:
            CoreappError: it cannot be written.
        """
        self.choices(programme)
        begun = choices.begun.isoformat() if choices.begun else None
        levels = {
            exercise: {"level": each.level, "week": each.week}
            for exercise, each in choices.levels.items()
        }
        document = {**(self._document or {}), programme: {"begun": begun, "levels": levels}}
        self._file.save(document)
        self._document = document


@dataclass(frozen=True, slots=True)
class _Series:
    """What the occurrences of an entry are.

    Attributes:
        start: the first day of the entry.
        first: what it begins with.
        today: what it is from today on, for a growth.
        lag: how many weeks of a course it is behind the calendar from today on.
    """

    start: date
    programme: Programme
    first: Place
    today: Place
    lag: int

    def named(self, each: Occurrence, midnight: datetime | None) -> Occurrence:
        """Return an occurrence with its routine and its title."""
        place = self._place(each, midnight)
        return replace(
            each,
            routine=routine_id(self.programme.id, place),
            title=session_name(self.programme, place),
        )

    def _place(self, each: Occurrence, midnight: datetime | None) -> Place:
        plan, first = self.programme.plan, self.first
        is_past = midnight is not None and in_utc(each.start) < midnight
        if isinstance(plan, Course) and isinstance(first, CoursePlace):
            later = (each.original_date - self.start).days // 7 - (0 if is_past else self.lag)
            return weeks_later(first, min(max(0, later), len(plan.percents) - first.week))
        return first if is_past else self.today


def passes_after(
    sessions: Sequence[PerformedSession], programme: str, growth: Growth, today: date
) -> Passes:
    """Return how many passes of a flow are next (rule R12).

    Args:
        sessions: newest first, of `MEMORY` at least.
        programme: the id of its programme.
        growth: of the flow.
        today: the day it is.
    """
    limits = PassesRange(growth.first, growth.least, growth.most)
    return next_passes(_practices(reversed(sessions), programme, growth), today, limits)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _choices(table: Mapping[str, object]) -> Choices:
    """Return what was kept; whatever somebody else wrote into the file is left out."""
    levels = _table(table.get("levels")).items()
    known = {exercise: level for exercise, each in levels if (level := _level(_table(each)))}
    try:
        begun = datetime.fromisoformat(str(table.get("begun")))
    except ValueError:
        return Choices(None, known)
    return Choices(in_utc(begun) if begun.tzinfo else None, known)


def _level(table: Mapping[str, object]) -> ChosenLevel | None:
    level, week = table.get("level"), table.get("week")
    return ChosenLevel(level, week) if isinstance(level, str) and isinstance(week, int) else None


def _practices(
    sessions: Iterable[PerformedSession], programme: str, growth: Growth
) -> Sequence[Practice]:
    """Return the days on which a flow was practised, in order.

    A session of the programme says itself how many passes were the aim; any other counts if it was
    the flow alone and was completed.
    """
    days: dict[date, Practice] = {}
    for session in sessions:
        worked = [each for each in session.sets if not each.skipped]
        if not worked or any(each.exercise != growth.step.exercise for each in worked):
            continue
        parts = split_id(session.routine)
        if parts is not None and parts[0] == programme and isinstance(parts[1], GrowthPlace):
            planned = parts[1].passes
        elif session.outcome is Outcome.COMPLETED:
            planned = len(worked)
        else:
            continue
        day = local_start(session).date()
        before = days.get(day, Practice(day, 0, 0))
        days[day] = Practice(
            day,
            planned,
            max(before.done, len(worked)),
            session.effort,
            worst_light((before.light, light_of(session))),
        )
    return [days[day] for day in sorted(days)]
