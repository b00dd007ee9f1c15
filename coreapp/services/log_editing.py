"""Entering what was done without the player, and putting right what the log says of a session.

Nothing that is yet to come can be entered, and nothing is recounted: sets that nobody touches stay
as they were measured.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, UnknownIdError, marked
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import (
    Feeling,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.domain.wall_time import find_zone, resolve
from coreapp.services.library import Library
from coreapp.services.log_days import local_start
from coreapp.services.log_ports import Database
from coreapp.services.planning import Planning
from coreapp.services.playing import with_feeling
from coreapp.services.ports import Clock, Identities

_DESK: Final = "desk"
"""The group of routines for a break at the desk."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session that is entered afterwards.

    Attributes:
        day, at: when it began, on the clocks of this place.
        sets: what was done; `LogEditing.sets_of` has all of them as they are planned.
    """

    routine: str
    day: date
    at: time
    sets: tuple[PerformedSet, ...]
    feeling: Feeling = field(default_factory=Feeling)


@dataclass(frozen=True, slots=True)
class SessionChange:
    """What a session of the log is to be.

    Attributes:
        day, at: when it began, on the clocks of the place it happened in.
    """

    day: date
    at: time
    outcome: Outcome
    sets: tuple[PerformedSet, ...]


class LogEditing:
    """Adds sessions to the log, and changes them; `restore` undoes a change."""

    def __init__(
        self,
        library: Library,
        planning: Planning,
        database: Database,
        clock: Clock,
        new_id: Identities,
    ) -> None:
        self._library = library
        self._planning = planning
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def now(self) -> datetime:
        """Return the present moment on the clocks of this place, to the minute."""
        here = self._clock.reading().utc.astimezone(self._zone)
        return here.replace(second=0, microsecond=0)

    def sets_of(self, routine: str) -> tuple[PerformedSet, ...]:
        """Return the sets of a routine as they are planned, all of them done.

        Raises:
            UnknownIdError: there is no such routine.
        """
        phases = enumerate(self._library.timeline(routine).phases)
        return tuple(
            PerformedSet(
                phase=index,
                exercise=phase.exercise,
                name=self._library.exercise_name(phase.exercise),
                side=phase.side,
                set=phase.set,
                planned_seconds=phase.seconds,
                actual_seconds=phase.seconds,
                planned_reps=phase.reps,
                actual_reps=phase.reps,
            )
            for index, phase in phases
            if phase.kind is PhaseKind.WORK
        )

    def add(self, past: PastSession) -> PerformedSession:
        """Put a session into the log that was done without the player; return it.

        It ticks off what was planned of its routine on that day.

        Raises:
            InvalidValueError: it is yet to come.
            UnknownIdError: there is no such routine.
        """
        start = self._moment(past.day, past.at, self._zone)
        length = timedelta(seconds=self._library.timeline(past.routine).seconds)
        skipped = any(each.skipped for each in past.sets)
        session = PerformedSession(
            id=self._new_id(),
            kind=self._kind(past.routine),
            routine=past.routine,
            title=self._library.routine_name(past.routine),
            started_at=start,
            ended_at=self._end(start, length),
            zone=self._clock.zone(),
            outcome=Outcome.ENDED_EARLY if skipped else Outcome.COMPLETED,
            planned=self._planned(past),
            sets=past.sets,
        )
        return self._store(with_feeling(session, past.feeling))

    def change(self, identity: str, change: SessionChange) -> PerformedSession:
        """Put right what the log says of a session; return it as it was, for `restore`.

        Raises:
            InvalidValueError: it is yet to come.
            UnknownIdError: there is no such session.
        """
        former = self._session(identity)
        start, end = former.started_at, former.ended_at
        shown = local_start(former)
        # To the minute: the seconds that nobody sees stay as they were measured.
        if (shown.date(), shown.hour, shown.minute) != (
            change.day,
            change.at.hour,
            change.at.minute,
        ):
            zone = shown.tzinfo if isinstance(shown.tzinfo, ZoneInfo) else find_zone("UTC")
            start = self._moment(change.day, change.at.replace(fold=shown.fold), zone)
            end = self._end(start, former.ended_at - former.started_at)
        self._store(
            replace(
                former, started_at=start, ended_at=end, outcome=change.outcome, sets=change.sets
            )
        )
        return former

    def restore(self, former: PerformedSession) -> None:
        """Put a session back as it was."""
        self._store(former)

    def take_back(self, identity: str) -> None:
        """Take a session that was entered out of the log again; one that is gone stays so."""
        with self._database.work() as work:
            work.sessions.delete(identity)

    @property
    def _zone(self) -> ZoneInfo:
        return find_zone(self._clock.zone())

    def _kind(self, routine: str) -> SessionKind:
        """Return what a routine is done for: those of the desk are for breaks."""
        is_for_breaks = self._library.routine(routine).group == _DESK
        return SessionKind.BREAK if is_for_breaks else SessionKind.SESSION

    def _moment(self, day: date, at: time, zone: ZoneInfo) -> datetime:
        """Return the moment of a wall time; `fold` tells which, where an hour occurs twice.

        Raises:
            InvalidValueError: it is yet to come.
        """
        moment = resolve(datetime.combine(day, at), zone)
        later = moment.replace(fold=1)
        if at.fold and later.astimezone(UTC) > moment.astimezone(UTC):
            moment = later
        if moment > self._clock.reading().utc:
            raise InvalidValueError(
                "started_at", f"{day} {at:%H:%M}", marked("Give a time that has passed.")
            )
        return moment.astimezone(find_zone("UTC"))

    def _end(self, start: datetime, length: timedelta) -> datetime:
        """Return when it ended: not later than now, whatever its routine takes."""
        return max(start, min(start + length, self._clock.reading().utc))

    def _planned(self, past: PastSession) -> PlannedOccurrence | None:
        """Return what was planned of the routine on that day and is not done yet."""
        first = resolve(datetime.combine(past.day, time()), self._zone)
        after = resolve(datetime.combine(past.day + timedelta(days=1), time()), self._zone)
        for each in self._planning.between(first, after):
            if each.occurrence.routine == past.routine and not each.done:
                return each.occurrence.planned
        return None

    def _session(self, identity: str) -> PerformedSession:
        with self._database.work() as work:
            session = work.sessions.get(identity)
        if session is None:
            raise UnknownIdError("session", identity)
        return session

    def _store(self, session: PerformedSession) -> PerformedSession:
        with self._database.work() as work:
            work.sessions.add(session)
        return session


def with_done(performed: PerformedSet, *, seconds: float | None, reps: int | None) -> PerformedSet:
    """Return a set of which something else was done.

    Args:
        performed: the set as it was.
        seconds: how long it was worked, of a set that is timed.
        reps: how many repetitions, of one that is counted; time goes with them as planned.
    """
    if reps is not None and performed.planned_reps:
        share = reps / performed.planned_reps
        seconds = performed.planned_seconds * share
    return replace(
        performed,
        actual_seconds=performed.actual_seconds if seconds is None else seconds,
        actual_reps=performed.actual_reps if reps is None else reps,
    )


def with_skipped(performed: PerformedSet, *, skipped: bool) -> PerformedSet:
    """Return a set that was skipped, or one that was done as planned after all."""
    if skipped == performed.skipped:
        return performed
    if skipped:
        reps = None if performed.actual_reps is None else 0
        return replace(performed, skipped=True, actual_seconds=0.0, actual_reps=reps)
    return replace(
        performed,
        skipped=False,
        actual_seconds=performed.planned_seconds,
        actual_reps=performed.planned_reps,
    )
