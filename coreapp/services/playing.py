"""Guided sessions: the player's engine tied to the clock and the log.

A session stands in the log from its first moment, with the outcome *interrupted*; every finished
phase is committed at once, and ending it only changes the outcome. So a program that is killed
leaves nothing to repair.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from coreapp.domain.clock import Reading
from coreapp.domain.errors import CoreappError, UnknownIdError
from coreapp.domain.player import Player, PlayerOptions
from coreapp.domain.player_events import (
    Finished,
    PhaseLeft,
    PhaseResult,
    PlayerEvent,
    RestTaken,
)
from coreapp.domain.player_view import PlayerView
from coreapp.domain.tempo import Pace
from coreapp.domain.time_spent import estimated, seconds_of
from coreapp.domain.timeline import PLAIN, Phase, Timeline, TimelineOptions
from coreapp.domain.training_log import (
    Feeling,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.services.kept_timeline import decode_pace, decode_timeline, encode_timeline
from coreapp.services.library import Library
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock, Identities


@dataclass(frozen=True, slots=True)
class Request:
    """What to play, and why.

    Attributes:
        planned: the occurrence of the plan that is ticked off, or None.
        unattended: nobody is there to tap; what waits for a tap ends at its estimate.
    """

    routine: str
    kind: SessionKind = SessionKind.SESSION
    planned: PlannedOccurrence | None = None
    options: TimelineOptions = PLAIN
    unattended: bool = False


class LiveSession:
    """One session while it runs: every command goes to the engine, every result into the log.

    If the log cannot be written, the session goes on; what is not saved yet is kept and tried
    again with the next phase, and `trouble` says what is wrong.
    """

    def __init__(
        self, player: Player, session: PerformedSession, clock: Clock, log: "SessionLog"
    ) -> None:
        self.player = player
        self.session = session
        self._clock = clock
        self._log = log
        self._unsaved: dict[int, PerformedSet] = {}
        self._spent_before = seconds_of(estimated(session)) if player.goes_on else 0.0
        self._tell: Callable[[Timeline, Sequence[PlayerEvent], float], None] = _pass_over
        self.trouble: CoreappError | None = None

    def let_hear(self, tell: Callable[[Timeline, Sequence[PlayerEvent], float], None]) -> None:
        """Tell somebody at once what happened: writing the log, which takes a while, comes after.

        Args:
            tell: takes the timeline, the events, and the seconds from the start of the phase.
        """
        self._tell = tell

    @property
    def timeline(self) -> Timeline:
        """The compiled routine, at the pace at which it is played."""
        return self.player.timeline

    def view(self) -> PlayerView:
        """Return what is to be shown now."""
        return self.player.view(self._clock.reading())

    def next_call(self) -> float | None:
        """Return in how many seconds `advance` must be called; None if not before a command."""
        due = self.player.next_call()
        return None if due is None else max(0.0, due - self._clock.reading().monotonic)

    def start(self) -> list[PlayerEvent]:
        """Begin, or wait to be resumed if it goes on after a crash."""
        if not self.player.goes_on:
            now = self._clock.reading().utc
            self.session = replace(self.session, started_at=now, ended_at=now)
        return self._do(self.player.start)

    def advance(self) -> list[PlayerEvent]:
        """Let everything happen that is due."""
        return self._do(self.player.advance)

    def pause(self) -> list[PlayerEvent]:
        """Stop time."""
        return self._do(self.player.pause)

    def resume(self) -> list[PlayerEvent]:
        """Let time run again after the lead-in."""
        return self._do(self.player.resume)

    def tap(self) -> list[PlayerEvent]:
        """Say that a phase that waits for it is done."""
        return self._do(self.player.tap)

    def stop_set(self) -> list[PlayerEvent]:
        """End the work here; what was done is logged."""
        return self._do(self.player.stop_set)

    def skip(self) -> list[PlayerEvent]:
        """Go to the next phase."""
        return self._do(self.player.skip)

    def back(self) -> list[PlayerEvent]:
        """Go back."""
        return self._do(self.player.back)

    def seek(self, seconds: float) -> list[PlayerEvent]:
        """Go to a moment of the session."""
        return self._do(lambda reading: self.player.seek(reading, seconds))

    def nudge(self, seconds: float) -> list[PlayerEvent]:
        """Go forward, or back if negative."""
        return self._do(lambda reading: self.player.nudge(reading, seconds))

    def adopt(self, pace: Pace) -> list[PlayerEvent]:
        """Play on at another pace; a session that is cut off goes on with it."""
        events = self._do(lambda reading: self.player.adopt(reading, pace))
        if self.session.timeline:
            kept = encode_timeline(self.player.plan, pace)
            self.session = replace(self.session, timeline=kept)
            self._save(self._clock.reading())
        return events

    def end(self) -> list[PlayerEvent]:
        """End the session here; what was done is kept."""
        return self._do(self.player.end)

    def save_feeling(self, feeling: Feeling) -> None:
        """Store how it felt.

        Raises:
            CoreappError: the log cannot be written.
        """
        self.session = with_feeling(self.session, feeling)
        self._store()

    def _do(self, command: Callable[[Reading], list[PlayerEvent]]) -> list[PlayerEvent]:
        reading = self._clock.reading()
        events = command(reading)
        self._tell(self.timeline, events, self.player.view(reading).seconds_into)
        for event in events:
            self._note(event)
        if any(isinstance(event, PhaseLeft | RestTaken | Finished) for event in events):
            self._save(reading)
        return events

    def _note(self, event: PlayerEvent) -> None:
        match event:
            case PhaseLeft(index, PhaseResult() as result):
                phase = self.player.plan.phases[index]
                performed = self._log.performed(phase, index, result)
                self._unsaved[index] = performed
            case RestTaken(index, seconds):
                performed = self._unsaved.get(index) or self._stored(index)
                self._unsaved[index] = replace(performed, rest_seconds=seconds)
            case Finished(outcome):
                self.session = ended(self.session, outcome)
            case _:
                pass

    def _stored(self, index: int) -> PerformedSet:
        return next(each for each in self.session.sets if each.phase == index)

    def _save(self, reading: Reading) -> None:
        index = self.player.view(reading).index
        spent = round(self._spent_before + self.player.spent(reading), 3)
        self.session = replace(
            self.session, ended_at=reading.utc, position=index, spent_seconds=spent
        )
        try:
            self._store()
        except CoreappError as trouble:
            self.trouble = trouble

    def _store(self) -> None:
        """Write the session with every set that is not written yet."""
        self._log.store(self.session, self._unsaved.values())
        kept = {performed.phase: performed for performed in self.session.sets} | self._unsaved
        self.session = replace(self.session, sets=tuple(kept[each] for each in sorted(kept)))
        self._unsaved.clear()
        self.trouble = None


def _pass_over(_timeline: Timeline, _events: Sequence[PlayerEvent], _into: float) -> None:
    """Nobody listens."""


class SessionLog:
    """Where live sessions write."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    def store(self, session: PerformedSession, sets: Iterable[PerformedSet]) -> None:
        """Store the state of a session and some of its sets in one transaction."""
        with self._database.work() as work:
            work.sessions.update(session)
            for performed in sets:
                work.sessions.save_set(session.id, performed)

    def performed(self, phase: Phase, index: int, result: PhaseResult) -> PerformedSet:
        """Return the row of the log for a work phase."""
        return PerformedSet(
            phase=index,
            exercise=phase.exercise,
            name=self._library.exercise_name(phase.exercise),
            side=phase.side,
            set=phase.set,
            planned_seconds=phase.seconds,
            actual_seconds=result.actual_seconds,
            planned_reps=phase.reps,
            actual_reps=result.actual_reps,
            skipped=result.skipped,
        )


class Playing:
    """Starts sessions, and goes on with those that were cut off."""

    def __init__(
        self, library: Library, database: Database, clock: Clock, new_id: Identities
    ) -> None:
        self._library = library
        self._database = database
        self._clock = clock
        self._new_id = new_id
        self._log = SessionLog(database, library)

    def begin(self, request: Request, options: PlayerOptions) -> LiveSession:
        """Put a new session into the log and return it, ready to start.

        Raises:
            UnknownIdError: there is no such routine.
            CoreappError: the log cannot be written.
        """
        # That everything waits is no part of the plan: it can be changed while it is played.
        pace = Pace(waits=request.options.wait_everywhere and not request.unattended)
        options_of_plan = replace(request.options, wait_everywhere=False)
        timeline = self._library.timeline(request.routine, options_of_plan)
        if request.unattended:
            timeline = without_waiting(timeline)
        now = self._clock.reading().utc
        session = PerformedSession(
            id=self._new_id(),
            kind=request.kind,
            routine=request.routine,
            title=self._library.routine_name(request.routine),
            started_at=now,
            ended_at=now,
            zone=self._clock.zone(),
            outcome=Outcome.INTERRUPTED,
            timeline=encode_timeline(timeline, pace),
            spent_seconds=0.0,
            planned=request.planned,
        )
        with self._database.work() as work:
            work.sessions.add(session)
        player = Player(timeline, options, pace=pace)
        return LiveSession(player, session, self._clock, self._log)

    def interrupted(self) -> PerformedSession | None:
        """Return the newest session that was cut off, or None."""
        with self._database.reading() as work:
            return work.sessions.last_interrupted()

    def go_on(self, identity: str, options: PlayerOptions) -> LiveSession:
        """Return a session that was cut off, to be resumed where it was.

        Raises:
            UnknownIdError: there is no such session.
            InvalidValueError: its timeline cannot be read.
        """
        session = self._session(identity)
        results = {
            each.phase: PhaseResult(each.actual_seconds, each.actual_reps, each.skipped)
            for each in session.sets
        }
        player = Player(
            decode_timeline(session.routine, session.timeline),
            options,
            start_at=session.position,
            results=results,
            pace=decode_pace(session.timeline),
        )
        return LiveSession(player, session, self._clock, self._log)

    def keep(self, identity: str) -> None:
        """Leave a session that was cut off as it is: only its outcome changes."""
        session = self._session(identity)
        with self._database.work() as work:
            work.sessions.update(ended(session, Outcome.ENDED_EARLY))

    def _session(self, identity: str) -> PerformedSession:
        with self._database.reading() as work:
            session = work.sessions.get(identity)
        if session is None:
            raise UnknownIdError("session", identity)
        return session


def with_feeling(session: PerformedSession, feeling: Feeling) -> PerformedSession:
    """Return `session` with how it felt."""
    return replace(session, **asdict(feeling))


def ended(session: PerformedSession, outcome: Outcome) -> PerformedSession:
    """Return `session` as it stands in the log for good.

    Its timeline is only needed to go on, and would be read with every row of the history.
    """
    return replace(session, outcome=outcome, timeline="")


def without_waiting(timeline: Timeline) -> Timeline:
    """Return a timeline whose phases all end by themselves, after their estimate if need be."""
    phases = (replace(phase, until_tapped=False) for phase in timeline.phases)
    return Timeline(timeline.routine, tuple(phases))
