"""Where the programmes stand: their sessions as routines of the library, and what was chosen.

The files are read when a programme is first asked for. What a person chose is kept in a small
document: since when the sessions of a course count, and the level of each exercise. Everything
else comes from the log and the plan.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property, partial

from coreapp.domain.course import make_routine
from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.programme import (
    ChosenLevel,
    Growth,
    GrowthPlace,
    Place,
    Programme,
    has_place,
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
from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.domain.wall_time import in_utc, parse_date, parse_time
from coreapp.services.library import NamedRoutine
from coreapp.services.log_days import in_zone, local_start
from coreapp.services.log_ports import Work
from coreapp.services.pain_lights import light_of
from coreapp.services.ports import Clock, StateFile
from coreapp.services.programme_words import (
    programme_name,
    series_name,
    session_content,
    session_name,
)
from coreapp.services.rule_words import WEEKDAYS

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Paused:
    """A programme that was taken out of the plan for a while.

    Attributes:
        weekdays: on which it goes on, such as `MO`, in the order of the week.
        at: the time of day, `18:30`.
        since: the first day without it.
    """

    weekdays: tuple[str, ...]
    at: str
    since: date


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose for a programme.

    Attributes:
        begun: since when the sessions of a course count; None if all of the log does.
        levels: for exercises by id, where it is not the level of the file.
        paused: how it goes on after a pause; None if it is not paused.
    """

    begun: datetime | None = None
    levels: Mapping[str, ChosenLevel] = field(default_factory=dict)
    paused: Paused | None = None


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
        self._choices: Mapping[str, Choices] | None = None
        self._made: dict[str, tuple[Mapping[str, ChosenLevel], NamedRoutine]] = {}

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
        """Return a programme's session as a routine; None if the id is none of them.

        A plan asks for the same few again and again: each is made once for the levels chosen now.
        """
        found = self.place(routine)
        if found is None:
            return None
        programme, place = found
        levels = self.choices(programme.id).levels
        kept = self._made.get(routine)
        if kept is not None and kept[0] == levels:
            return kept[1]
        made = _named(programme, place, levels)
        self._made[routine] = levels, made
        return made

    def sessions(
        self, programme: str, since: datetime | None, work: Work
    ) -> Sequence[PerformedSession]:
        """Return the sessions of a course and their portions, newest first; no others are read."""
        return work.sessions.of_routines(f"{programme}-", since)

    def next_passes(self, programme: str, growth: Growth, work: Work) -> Passes:
        """Return how many passes of a flow are next, by what the log says."""
        since = self._clock.reading().utc - MEMORY - 2 * _A_DAY
        sessions = work.sessions.of_exercise_alone(growth.step.exercise, since)
        return passes_after(sessions, programme, growth, self.today())

    def today(self) -> date:
        """Return the day it is here."""
        return in_zone(self._clock.reading().utc, self._clock.zone()).date()

    @property
    def all_choices(self) -> Mapping[str, Choices]:
        """What the person chose, by the ids of the programmes."""
        if self._choices is None:
            document = self._file.load()
            self._choices = {each: choices_from(table) for each, table in document.items()}
        return self._choices

    def choices(self, programme: str) -> Choices:
        """Return what the person chose for a programme."""
        return self.all_choices.get(programme, Choices())

    def keep(self, programme: str, choices: Choices) -> None:
        """Keep what the person chose for a programme.

        Raises:
            CoreappError: it cannot be written.
        """
        self.keep_all({**self.all_choices, programme: choices})

    def keep_all(self, choices: Mapping[str, Choices]) -> None:
        """Keep these choices, by the ids of the programmes, and no others.

        Raises:
            CoreappError: they cannot be written.
        """
        self._file.save({each: choices_document(chosen) for each, chosen in choices.items()})
        self._choices = dict(choices)


def _named(programme: Programme, place: Place, levels: Mapping[str, ChosenLevel]) -> NamedRoutine:
    """Return a session as a routine, with its names."""
    return NamedRoutine(
        make_routine(programme, place, levels),
        partial(session_name, programme, place),
        partial(series_name, programme, place),
        partial(programme_name, programme),
        partial(session_content, programme, place),
    )


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


def choices_document(choices: Choices) -> dict[str, object]:
    """Return choices as plain values."""
    levels = {
        exercise: {"level": each.level, "week": each.week}
        for exercise, each in choices.levels.items()
    }
    document: dict[str, object] = {
        "begun": choices.begun.isoformat() if choices.begun else None,
        "levels": levels,
    }
    if (paused := choices.paused) is not None:
        document["paused"] = {
            "days": list(paused.weekdays),
            "at": paused.at,
            "since": paused.since.isoformat(),
        }
    return document


def choices_from(document: object) -> Choices:
    """Return the choices of plain values; whatever somebody else wrote there is left out."""
    table = _table(document)
    levels = _table(table.get("levels")).items()
    known = {exercise: level for exercise, each in levels if (level := _level(_table(each)))}
    paused = _paused(_table(table.get("paused")))
    try:
        begun = datetime.fromisoformat(str(table.get("begun")))
    except ValueError:
        return Choices(None, known, paused)
    return Choices(in_utc(begun) if begun.tzinfo else None, known, paused)


def _paused(table: Mapping[str, object]) -> Paused | None:
    days = table.get("days")
    weekdays = tuple(day for day in WEEKDAYS if day in days) if isinstance(days, list) else ()
    try:
        at = parse_time("at", str(table.get("at")))
        since = parse_date("since", str(table.get("since")))
    except InvalidValueError:
        return None
    return Paused(weekdays, at.strftime("%H:%M"), since) if weekdays else None


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
