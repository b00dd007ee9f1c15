"""The sitting breaks of the running program: the engine tied to the clock, the probe and the files.

The engine decides; this asks how long hands have rested, keeps what is certain, and hands the facts
to whoever shows them. The state is saved as it changes, so a restart loses nothing.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from coreapp.domain.clock import Reading
from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Fact, Span, SpanKind, Step
from coreapp.domain.sitting.view import View
from coreapp.domain.training_log import BreakSpan
from coreapp.services.planning import day_bounds
from coreapp.services.ports import Clock, Database, Identities, IdleProbe, StateFile
from coreapp.services.preferences import Preferences

logger = logging.getLogger(__name__)

SAVE_EVERY_SECONDS = 60.0
"""So often the state is saved while someone is there: a longer gap counts as not running."""

_STATE = "engine"
"""Under this key the engine's state is kept: the file has a version of its own beside it."""

Listener = Callable[[Sequence[Fact]], None]


class Answer(StrEnum):
    """What a person answers to a prompt, without figures."""

    STAND = "stand"
    ALREADY_STOOD = "already_stood"
    EXERCISE = "exercise"
    ROUTINE = "routine"
    RESUME = "resume"


class SittingBreaks:
    """The one engine of this program, while the breaks are switched on."""

    def __init__(
        self,
        clock: Clock,
        probe: IdleProbe,
        state_file: StateFile,
        presence: "PresenceLog",
        preferences: Preferences,
    ) -> None:
        self._clock = clock
        self._probe = probe
        self._file = state_file
        self._presence = presence
        self._preferences = preferences
        self._engine: Engine | None = None
        self._zone = ""
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Hand the facts of every step to `listener`, also when there are none."""
        self._listeners.append(listener)

    @property
    def is_on(self) -> bool:
        """Whether the engine runs."""
        return self._engine is not None

    @property
    def probe_name(self) -> str:
        """What is asked for the rest of the hands."""
        return self._probe.name

    def start(self) -> None:
        """Begin, or go on from what was saved; does nothing if the breaks are switched off."""
        settings = self._preferences.settings
        if not settings.breaks_on or self._engine is not None:
            return
        reading, self._zone = self._clock.reading(), self._clock.zone()
        boot = self._clock.boot_id()
        saved = self._file.load().get(_STATE)
        self._presence.forget_before(reading.utc - timedelta(days=settings.keep_presence_days))
        try:
            if isinstance(saved, Mapping):
                self._engine = Engine.restore(settings.breaks, saved, reading, self._zone, boot)
        except InvalidValueError as error:
            logger.warning("the breaks begin anew: %s", error)
        if self._engine is None:
            self._engine = Engine.start(settings.breaks, reading, self._zone, boot)
        # No hold is sensed yet: one that was saved by a version that does must not stay for ever.
        self._do(lambda engine, now: engine.sense_holds(now, ()))

    def stop(self) -> None:
        """Save and end."""
        if self._engine is not None:
            self._save(self._clock.reading())
            self._engine = None

    def apply_settings(self) -> None:
        """Take over the settings as they are now."""
        settings = self._preferences.settings
        if not settings.breaks_on:
            self.stop()
            self._tell(Step())
        elif self._engine is None:
            self.start()
        elif self._engine.settings != settings.breaks:
            self._do(lambda engine, now: engine.change_settings(now, settings.breaks))

    def next_call(self) -> float | None:
        """Return in how many seconds `tick` must be called; None while switched off."""
        if self._engine is None:
            return None
        due = self._engine.next_call - self._clock.reading().boot
        return min(max(0.0, due), SAVE_EVERY_SECONDS)

    def view(self) -> View | None:
        """Return what to show now; None while switched off."""
        return None if self._engine is None else self._engine.view(self._clock.reading())

    def tick(self) -> None:
        """Let time pass."""
        self._do(lambda engine, now: engine.advance(now))

    def answer(self, answer: Answer) -> None:
        """Answer a prompt, or act without one.

        Raises:
            NotNowError: it makes no sense now.
        """
        match answer:
            case Answer.STAND:
                self._do(lambda engine, now: engine.stand(now))
            case Answer.ALREADY_STOOD:
                self._do(lambda engine, now: engine.already_stood(now))
            case Answer.EXERCISE:
                self._do(lambda engine, now: engine.exercise(now))
            case Answer.ROUTINE:
                self._do(lambda engine, now: engine.routine(now))
            case Answer.RESUME:
                self._do(lambda engine, now: engine.resume(now))

    def snooze(self, minutes: float | None = None) -> None:
        """Answer: later.

        Raises:
            NotNowError: no bar or break is open, or no snooze is left.
        """
        self._do(lambda engine, now: engine.snooze(now, minutes))

    def skip(self, reason: str | None = None) -> None:
        """Answer: not this one.

        Raises:
            NotNowError: no bar or break is open.
        """
        self._do(lambda engine, now: engine.skip(now, reason))

    def pause(self, length: timedelta | None) -> None:
        """Hold all bars for a while, or until resumed."""

        def hold(engine: Engine, now: Reading) -> Step:
            return engine.pause(now, None if length is None else now.utc + length)

        self._do(hold)

    def session_started(self) -> None:
        """A guided session began that is no answer to a prompt."""
        self._do(lambda engine, now: engine.session_started(now))

    def session_finished(self, work_seconds: float) -> None:
        """A guided session is over; its seconds of work count as absence."""
        self._do(lambda engine, now: engine.session_finished(now, work_seconds))

    def today(self) -> Sequence[BreakSpan]:
        """Return the spans of today up to now, oldest first."""
        start, end = day_bounds(self._clock, 0)
        spans = list(self._presence.between(start, end))
        if self._engine is not None:
            spans += (as_break_span("", span, self._zone) for span in self._engine.open_spans)
        return [span for span in spans if span.end > start]

    def _do(self, act: Callable[[Engine, Reading], Step]) -> None:
        """Ask for the input, act, keep what is certain, and tell what happened."""
        engine = self._engine
        if engine is None:
            return
        now = self._clock.reading()
        seen = engine.input_seen(now, self._probe.idle_seconds())
        moved = self._moved(engine, now)
        try:
            acted = act(engine, now)
        except CoreappError:
            self._keep(seen, moved)
            raise
        self._keep(seen, moved, acted)

    def _moved(self, engine: Engine, now: Reading) -> Step:
        """Follow the computer into another zone."""
        zone = self._clock.zone()
        if zone == self._zone:
            return Step()
        self._zone = zone
        return engine.change_zone(now, zone)

    def _keep(self, *steps: Step) -> None:
        spans = [span for step in steps for span in step.spans]
        self._presence.add([(span, self._zone) for span in spans])
        self._save(self._clock.reading())
        self._tell(Step(tuple(fact for step in steps for fact in step.facts)))

    def _save(self, now: Reading) -> None:
        if self._engine is None:
            return
        try:
            self._file.save({_STATE: self._engine.save(now)})
        except CoreappError as error:
            logger.warning("the state of the breaks is not saved: %s", error)

    def _tell(self, step: Step) -> None:
        for listener in self._listeners:
            listener(step.facts)


class PresenceLog:
    """The private spans in the log; what cannot be written is kept and tried again."""

    def __init__(self, database: Database, new_id: Identities) -> None:
        self._database = database
        self._new_id = new_id
        self._waiting: list[tuple[Span, str]] = []

    def add(self, spans: Sequence[tuple[Span, str]]) -> None:
        """Store spans, each with its zone."""
        self._waiting += (each for each in spans if each[0].end > each[0].start)
        if not self._waiting:
            return
        first = min(span.start_utc for span, _zone in self._waiting)
        last = max(span.end_utc for span, _zone in self._waiting)
        try:
            with self._database.work() as work:
                # After a crash the engine may give away a span a second time.
                known = {each.start: each.id for each in work.spans.between(first, last)}
                work.spans.add(
                    [
                        as_break_span(known.get(span.start_utc) or self._new_id(), span, zone)
                        for span, zone in self._waiting
                    ]
                )
        except CoreappError as error:
            logger.warning("%d spans wait to be saved: %s", len(self._waiting), error)
            return
        self._waiting.clear()

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return the spans that touch start <= t < end."""
        waiting = [as_break_span("", span, zone) for span, zone in self._waiting]
        with self._database.work() as work:
            return [*work.spans.between(start, end), *waiting]

    def forget_before(self, moment: datetime) -> None:
        """Delete what is older than a person wants it kept."""
        try:
            with self._database.work() as work:
                work.spans.delete_before(moment)
        except CoreappError as error:
            logger.warning("old spans are still there: %s", error)


def as_break_span(identity: str, span: Span, zone: str) -> BreakSpan:
    """Return a span of the engine as a record of the log."""
    return BreakSpan(
        id=identity,
        start=span.start_utc,
        end=span.end_utc,
        zone=zone,
        kind=span.kind.value,
        reason=span.reason,
    )


def seconds_of(spans: Sequence[BreakSpan], *kinds: SpanKind) -> float:
    """Return how long all spans of some kinds lasted together, in seconds."""
    wanted = {kind.value for kind in kinds}
    lengths = (each.end - each.start for each in spans if each.kind in wanted)
    return sum(lengths, timedelta()).total_seconds()
