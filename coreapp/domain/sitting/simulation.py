"""A scripted day through the real engine on simulated clocks.

The boot clock is the elapsed time of the script. The simulation writes nothing anywhere.
"""

from dataclasses import dataclass, fields
from datetime import UTC, date, timedelta
from enum import StrEnum
from typing import assert_never
from zoneinfo import ZoneInfo

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError, NotNowError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Fact, FactKind, Outcome, Span, SpanKind, Step
from coreapp.domain.sitting.happenings import (
    AnswerEvent,
    ClockJumpEvent,
    Happening,
    HoldEvent,
    InputEvent,
    LockEvent,
    PostureEvent,
    RestartEvent,
    SleepEvent,
    ZoneEvent,
)
from coreapp.domain.sitting.hours import local_instant
from coreapp.domain.sitting.moments import MINUTE, SECOND, elapsed_text, seconds
from coreapp.domain.sitting.script import Script
from coreapp.domain.sitting.view import View

BOOT_ID = "simulated"


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of a day; lengths in seconds."""

    due: int
    taken: int
    natural: int
    partial: int
    snoozed: int
    skipped: int
    longest_sit_s: float
    sitting_s: float
    standing_s: float
    away_s: float
    break_s: float


@dataclass(frozen=True, slots=True)
class Day:
    """The answer to a script.

    Attributes:
        events: what was told, in the order of its moments.
        spans: the day without gaps.
        totals: the figures.
        last: what a window would show at the end.
    """

    events: tuple[Fact, ...]
    spans: tuple[Span, ...]
    totals: Totals
    last: View

    def to_document(self) -> dict[str, object]:
        """Return the answer as plain values."""
        return {
            "events": [_fact_document(each) for each in self.events],
            "spans": [
                {
                    "from": elapsed_text(each.start),
                    "to": elapsed_text(each.end),
                    "kind": each.kind.value,
                    "reason": each.reason,
                }
                for each in self.spans
            ],
            "totals": {each.name: getattr(self.totals, each.name) for each in fields(Totals)},
        }


def simulate(script: Script) -> Day:
    """Run a script through the engine.

    Raises:
        InvalidValueError: an answer that is not possible at its time, a pause that is over.
        NotNowError: a snooze or skip with no bar or break open; names its time.
    """
    return _Simulation(script).run()


class _Simulation:
    def __init__(self, script: Script) -> None:
        self._script = script
        self._zone = script.zone
        self._now = 0
        self._slept = 0
        self._jumped = 0
        self._typing = False
        self._session_until: int | None = None
        self._session_length = 0
        self._facts: list[Fact] = []
        self._spans: list[Span] = []
        self._engine = Engine.start(script.settings, self._reading(), script.zone, BOOT_ID)

    def run(self) -> Day:
        if self._script.senses_input:
            self._take(self._engine.input_idle(self._reading()))
        for event in self._script.events:
            self._pass_to(event.at)
            try:
                self._happen(event.what)
            except NotNowError as error:
                raise NotNowError(error.reason, f"at {elapsed_text(event.at)}") from None
            except InvalidValueError as error:
                raise error.under(f"at {elapsed_text(event.at)}: {error.key}") from None
        self._pass_to(self._script.until)
        self._take(self._engine.advance(self._reading()))
        return self._day()

    def _reading(self) -> Reading:
        return Reading(
            utc=self._script.start.astimezone(UTC)
            + timedelta(microseconds=self._now + self._jumped),
            monotonic=(self._now - self._slept) / SECOND,
            boot=self._now / SECOND,
        )

    def _take(self, step: Step) -> None:
        self._facts.extend(step.facts)
        self._spans.extend(step.spans)

    def _pass_to(self, moment: int) -> None:
        """Let time pass; a session that was begun is over at its time, sleep left out."""
        if self._session_until is not None and self._session_until <= moment:
            self._now = max(self._now, self._session_until)
            self._session_until = None
            work = seconds(self._session_length)
            self._take(self._engine.session_finished(self._reading(), work))
        self._now = max(self._now, moment)

    def _happen(self, what: Happening) -> None:
        match what:
            case RestartEvent():
                self._restart()
            case AnswerEvent():
                self._answer(what)
            case SleepEvent() | ClockJumpEvent() | ZoneEvent():
                self._change_clocks(what)
            case InputEvent() | HoldEvent() | LockEvent() | PostureEvent():
                self._take(self._sense(what))
            case _:
                assert_never(what)

    def _sense(self, what: InputEvent | HoldEvent | LockEvent | PostureEvent) -> Step:
        engine, reading = self._engine, self._reading()
        match what:
            case InputEvent(active=active):
                was_typing, self._typing = self._typing, active
                if active:
                    return engine.input_active(reading)
                return engine.input_idle(reading) if was_typing else engine.advance(reading)
            case HoldEvent(reason=reason, begins=begins):
                return (engine.hold if begins else engine.release)(reading, reason)
            case LockEvent(locked=locked):
                return engine.lock(reading, locked=locked)
            case PostureEvent(posture=posture):
                return engine.change_posture(reading, posture)
            case _:
                assert_never(what)

    def _change_clocks(self, what: SleepEvent | ClockJumpEvent | ZoneEvent) -> None:
        self._take(self._engine.advance(self._reading()))
        match what:
            case SleepEvent(length=length):
                length = min(length, self._script.until - self._now)
                self._now += length
                self._slept += length
                if self._session_until is not None:
                    self._session_until += length
                self._take(self._engine.advance(self._reading()))
            case ClockJumpEvent(length=length):
                self._jumped += length
                self._take(self._engine.advance(self._reading()))
            case ZoneEvent(zone=zone):
                self._zone = zone
                self._take(self._engine.change_zone(self._reading(), zone))
            case _:
                assert_never(what)

    def _restart(self) -> None:
        reading = self._reading()
        self._take(self._engine.advance(reading))
        self._engine = Engine.restore(
            self._script.settings, self._engine.save(reading), reading, self._zone, BOOT_ID
        )

    def _answer(self, event: AnswerEvent) -> None:
        reading, engine = self._reading(), self._engine
        if event.answer in {"already_stood", "snooze", "skip"}:
            self._session_until = None
        plain = {
            "stand": engine.stand,
            "already_stood": engine.already_stood,
            "resume": engine.resume,
        }
        if event.answer in plain:
            self._take(plain[event.answer](reading))
            return
        match event.answer:
            case "exercise":
                self._begin_session(event.minutes, engine.exercise(reading))
            case "routine":
                self._begin_session(event.minutes, engine.routine(reading))
            case "snooze":
                self._take(engine.snooze(reading, event.minutes))
            case "skip":
                self._take(engine.skip(reading, event.reason))
            case _:
                self._pause(event)

    def _begin_session(self, minutes: float | None, step: Step) -> None:
        self._take(step)
        if self._session_until is None:
            length = self._script.settings.break_min if minutes is None else minutes
            self._session_length = round(length * MINUTE)
            self._session_until = self._now + self._session_length

    def _pause(self, event: AnswerEvent) -> None:
        reading = self._reading()
        until = event.pause_until
        if event.pause_for is not None:
            until = reading.utc + timedelta(microseconds=event.pause_for)
        elif event.pause_at is not None:
            until = reading.utc + timedelta(microseconds=event.pause_at - self._now)
        elif event.pause_minute is not None:
            zone = ZoneInfo(self._zone)
            today: date = reading.utc.astimezone(zone).date()
            days = (today, today + timedelta(days=1))
            instants = (local_instant(day, event.pause_minute, zone) for day in days)
            until = next(each for each in instants if each > reading.utc)
        try:
            self._take(self._engine.pause(reading, until))
        except InvalidValueError as error:
            raise InvalidValueError(error.key, event.written, error.remedy) from None

    def _day(self) -> Day:
        facts = tuple(sorted(self._facts, key=lambda each: each.moment))
        spans = (*self._spans, *self._engine.open_spans)
        view = self._engine.view(self._reading())
        return Day(facts, spans, self._totals(facts, spans), view)

    def _totals(self, facts: tuple[Fact, ...], spans: tuple[Span, ...]) -> Totals:
        def count(kind: FactKind, outcome: Outcome | None = None) -> int:
            return sum(
                each.kind is kind and (outcome is None or each.outcome is outcome) for each in facts
            )

        def length(*kinds: SpanKind) -> float:
            return seconds(sum(each.end - each.start for each in spans if each.kind in kinds))

        return Totals(
            due=self._engine.due,
            taken=count(FactKind.BREAK_END, Outcome.TAKEN),
            natural=count(FactKind.NATURAL_BREAK),
            partial=count(FactKind.PARTIAL_CREDIT),
            snoozed=count(FactKind.SNOOZED),
            skipped=count(FactKind.SKIPPED),
            longest_sit_s=self._engine.longest_sit_seconds,
            sitting_s=length(SpanKind.SITTING, SpanKind.HELD),
            standing_s=length(SpanKind.STANDING),
            away_s=length(SpanKind.AWAY),
            break_s=length(SpanKind.BREAK),
        )


def _fact_document(fact: Fact) -> dict[str, object]:
    document: dict[str, object] = {
        "at": elapsed_text(fact.moment),
        "kind": fact.kind.value,
        "why": fact.why.value,
    }
    for each in fields(Fact):
        value = getattr(fact, each.name)
        if each.name not in {"kind", "moment", "utc", "why"} and value is not None:
            document[each.name] = value.value if isinstance(value, StrEnum) else value
    return document
