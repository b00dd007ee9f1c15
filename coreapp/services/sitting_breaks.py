"""The sitting breaks of the running program: the engine tied to clock, senses and files.

The engine decides; this passes on what is sensed of the desk, keeps what is certain, and hands the
facts to whoever shows them. The state is saved as it changes, so a restart loses nothing.
"""

import logging
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from coreapp.domain.clock import Reading
from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Fact, Step
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.view import StateWhy, View
from coreapp.domain.training_log import BreakSpan
from coreapp.services.desk_senses import (
    DeskNews,
    DeskSenses,
    HandsMoved,
    HandsRested,
    HoldsSensed,
    ScreenLocked,
    Woke,
)
from coreapp.services.desk_watch import DeskWatch
from coreapp.services.planning import day_bounds
from coreapp.services.ports import Clock, StateFile
from coreapp.services.preferences import Preferences
from coreapp.services.presence_log import PresenceLog, as_break_span

logger = logging.getLogger(__name__)

SAVE_EVERY_SECONDS = 60.0
"""So often the state is saved while someone is there.

A gap of two minutes counts as not running, so one save that is left out may cost a person minutes
of sitting (`coreapp.domain.sitting.restart`).
"""

TIMELY = 0.95
"""Timers of Qt may be early by a twentieth; after so much of the time a save is due."""

ENGINE_STATE = "engine"
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
        senses: DeskSenses,
        state_file: StateFile,
        presence: PresenceLog,
        preferences: Preferences,
    ) -> None:
        self._clock = clock
        self._desk = DeskWatch(senses)
        self._file = state_file
        self._presence = presence
        self._preferences = preferences
        self._engine: Engine | None = None
        self._kept_days: int | None = None
        self._zone = ""
        self._saved_at = -math.inf
        self._listeners: list[Listener] = []
        self._is_telling = False
        self._view_told: View | None = None

    def listen(self, listener: Listener) -> None:
        """Hand the facts of every step to `listener`, also when there are none."""
        self._listeners.append(listener)

    @property
    def is_on(self) -> bool:
        """Whether the engine runs."""
        return self._engine is not None

    def start(self) -> None:
        """Begin, or go on from what was saved; does nothing if the breaks are switched off.

        A session that ran when the program was killed is over: breaks would wait for ever for it.
        """
        self.forget_old()
        self._begin()
        view = self.view()
        if view is not None and view.why is StateWhy.SESSION:
            self.session_finished(0)

    def _begin(self) -> None:
        settings = self._preferences.settings
        if not settings.breaks_on or self._engine is not None:
            return
        reading, self._zone = self._clock.reading(), self._clock.zone()
        boot = self._clock.boot_id()
        saved = self._file.load().get(ENGINE_STATE)
        try:
            if isinstance(saved, Mapping):
                self._engine = Engine.restore(settings.breaks, saved, reading, self._zone, boot)
        except InvalidValueError as error:
            logger.warning("the breaks begin anew: %s", error)
        if self._engine is None:
            self._engine = Engine.start(settings.breaks, reading, self._zone, boot)
        # What was held or locked when the state was saved goes on until the senses tell: a call
        # does not end because the program begins anew.
        held = (each.reason for each in self._engine.view(reading).holds)
        self._desk.assume(held)
        self._do(self._hold_and_lock)
        self._desk.begin(self._hear)

    def stop(self) -> None:
        """Save and end."""
        if self._engine is not None:
            self._save(self._clock.reading())
            self._engine = None

    def apply_settings(self) -> None:
        """Take over the settings as they are now."""
        settings = self._preferences.settings
        if self._kept_days not in (None, settings.keep_presence_days):
            self.forget_old()
        if not settings.breaks_on:
            self.stop()
            self._tell(Step())
        elif self._engine is None:
            self._begin()
        else:
            if self._engine.settings != settings.breaks:
                self._do(lambda engine, now: engine.change_settings(now, settings.breaks))
            self._do(self._hold_what_is_sensed)

    def forget_old(self) -> None:
        """Delete the times at the desk that are older than a person wants them kept.

        Whether breaks are on or not: what is private does not stay because nobody is reminded.
        """
        self._kept_days = self._preferences.settings.keep_presence_days
        self._presence.forget_before(self._clock.reading().utc - timedelta(days=self._kept_days))

    def next_call(self) -> float | None:
        """Return in how many seconds `tick` must be called; None while switched off."""
        if self._engine is None:
            return None
        now = self._clock.reading().boot
        soonest = min(self._engine.next_call, self._desk.looks_at(self._engine.next_call))
        return min(max(0.0, soonest - now), SAVE_EVERY_SECONDS)

    def view(self) -> View | None:
        """Return what to show now; None while switched off.

        Whoever is told of a step sees the same view as all others who are.
        """
        if self._engine is None:
            return None
        if self._view_told is not None:
            return self._view_told
        view = self._engine.view(self._clock.reading())
        if self._is_telling:
            self._view_told = view
        return view

    def tick(self) -> None:
        """Let time pass."""
        self._do(lambda engine, now: engine.advance(now), is_new=False)

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
                self.say_call(going_on=False)
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

    def say_call(self, *, going_on: bool) -> None:
        """Take a person's word for a call, which nothing here may sense, or for its end."""
        if self._desk.say_call(going_on=going_on):
            self._do(self._hold_what_is_sensed)

    @property
    def said_call(self) -> bool:
        """Whether a person's word for a call is what holds breaks back; `RESUME` ends it."""
        return self._desk.said_call

    def change_posture(self, posture: Posture) -> None:
        """Take a person's word for sitting, standing, or going away."""
        self._do(lambda engine, now: engine.change_posture(now, posture))

    def session_started(self) -> None:
        """A guided session began that is no answer to a prompt."""
        self._do(lambda engine, now: engine.session_started(now))

    def session_finished(self, work_seconds: float) -> None:
        """A guided session is over; its seconds of work count as absence."""
        self._do(lambda engine, now: engine.session_finished(now, work_seconds))

    def today(self) -> Sequence[BreakSpan]:
        """Return the spans of today up to now, oldest first."""
        return self.between(*day_bounds(self._clock, 0))

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return the spans that touch start <= t < end up to now, oldest first.

        Those the engine has not given away yet are among them, without an id.
        """
        spans = list(self._presence.between(start, end))
        if self._engine is not None:
            spans += (as_break_span("", span, self._zone) for span in self._engine.open_spans)
        return [span for span in spans if span.end > start and span.start < end]

    def _hear(self, news: DeskNews) -> None:
        """Take over what the desktop tells."""
        self._desk.note(news)
        match news:
            case HoldsSensed():
                self._do(self._hold_what_is_sensed)
            case ScreenLocked():
                self._do(self._lock_as_told)
            case HandsMoved() | HandsRested() | Woke():
                self.tick()

    def _hold_what_is_sensed(self, engine: Engine, now: Reading) -> Step:
        return engine.sense_holds(now, self._desk.reasons(self._preferences.settings))

    def _lock_as_told(self, engine: Engine, now: Reading) -> Step:
        return engine.lock(now, locked=self._desk.locked)

    def _hold_and_lock(self, engine: Engine, now: Reading) -> Step:
        """Take over both at once: each step is saved, and told to all pages."""
        held, locked = self._hold_what_is_sensed(engine, now), self._lock_as_told(engine, now)
        return Step(held.facts + locked.facts, held.spans + locked.spans)

    def _do(self, act: Callable[[Engine, Reading], Step], *, is_new: bool = True) -> None:
        """Take over what is known of the hands, act, keep what is certain, and tell the facts.

        Args:
            act: what to do with the engine.
            is_new: that has to be saved even if nothing comes of it.
        """
        engine = self._engine
        if engine is None:
            return
        self._forget_view()  # a listener may act, too
        now = self._clock.reading()
        seen = self._desk.hands_seen(engine, now)
        moved = self._moved(engine, now)
        try:
            acted = act(engine, now)
        except CoreappError:
            self._keep(now, seen, moved, is_new=is_new)
            raise
        self._desk.look_if_due(now.boot, engine.next_call)
        self._keep(now, seen, moved, acted, is_new=is_new)

    def _moved(self, engine: Engine, now: Reading) -> Step:
        """Follow the computer into another zone."""
        zone = self._clock.zone()
        if zone == self._zone:
            return Step()
        self._zone = zone
        return engine.change_zone(now, zone)

    def _keep(self, now: Reading, *steps: Step, is_new: bool) -> None:
        together = Step(
            tuple(fact for step in steps for fact in step.facts),
            tuple(span for step in steps for span in step.spans),
        )
        self._presence.add([(span, self._zone) for span in together.spans])
        # Writing takes its time on some disks: a look at the hands alone is no reason for it.
        is_due = now.boot - self._saved_at >= TIMELY * SAVE_EVERY_SECONDS
        if is_new or is_due or together != Step():
            self._save(now)
        self._tell(together)

    def _save(self, now: Reading) -> None:
        if self._engine is None:
            return
        self._saved_at = now.boot
        try:
            self._file.save({ENGINE_STATE: self._engine.save(now)})
        except CoreappError as error:
            logger.warning("the state of the breaks is not saved: %s", error)

    def _tell(self, step: Step) -> None:
        self._forget_view()
        try:
            for listener in self._listeners:
                self._is_telling = True
                listener(step.facts)
        finally:
            self._forget_view()

    def _forget_view(self) -> None:
        self._is_telling, self._view_told = False, None
