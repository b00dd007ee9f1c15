"""The engine as the shell uses it: readings, asked input, sessions, settings."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Cause, FactKind, HoldReason, Outcome, SpanKind
from coreapp.domain.sitting.presence import Posture
from tests.unit.domain.sitting.desk import BERLIN, MORNING, SETTINGS, after, kinds, started


class AskedDesktop:
    """A desktop that only answers when asked; asks as the shell does, at `next_call`."""

    def __init__(self, engine: Engine, inputs: list[float]) -> None:
        self.engine = engine
        self.inputs = inputs
        self.asked = 0
        self.facts: list[FactKind] = []

    def run_until(self, minutes: float) -> None:
        end = after(minutes).boot
        while self.engine.next_call <= end:
            self._ask(MORNING.later(self.engine.next_call - MORNING.boot))
        self._ask(after(minutes))

    def _ask(self, reading: Reading) -> None:
        self.asked += 1
        last = max(each for each in self.inputs if each <= reading.boot - MORNING.boot)
        step = self.engine.input_seen(reading, reading.boot - MORNING.boot - last)
        self.facts += kinds(step)


def test_an_asked_desktop_sees_a_break_from_the_bar():
    inputs = [float(each) for each in range(1845)] + [2045.0]
    desktop = AskedDesktop(Engine.start(SETTINGS, MORNING, BERLIN), inputs)
    desktop.run_until(34)
    assert desktop.facts == [
        FactKind.PROMPT,
        FactKind.GROW,
        FactKind.BREAK_START,
        FactKind.BREAK_END,
    ]
    assert desktop.engine.view(after(34)).sitting_seconds == 0
    desktop.run_until(35)
    assert 35 * 60 - 2045 - 31 < desktop.engine.view(after(35)).sitting_seconds <= 35 * 60 - 2045


def test_an_asked_desktop_sees_typing_end_the_break():
    typing = [float(each) for each in range(1200)]
    later = [1230.0 + each for each in range(200)]
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    desktop = AskedDesktop(engine, typing + later)
    desktop.run_until(20)
    engine.stand(after(20))
    desktop.run_until(23)
    assert FactKind.PARTIAL_CREDIT in desktop.facts


def test_resting_in_the_tray_costs_next_to_no_wake_ups():
    desktop = AskedDesktop(Engine.start(SETTINGS, MORNING, BERLIN), [0.0])
    desktop.run_until(8 * 60)
    assert desktop.asked < 8 * 60 * 2.2


def test_a_desktop_that_tells_is_not_asked_at_all():
    engine = started()
    engine.input_idle(after(5))
    calls = 0
    while engine.next_call < after(8 * 60).boot:
        engine.advance(MORNING.later(engine.next_call - MORNING.boot))
        calls += 1
    assert calls <= 2


def test_an_idle_signal_that_comes_late_is_dated_back():
    engine = started()
    engine.advance(after(30))
    step = engine.input_idle(after(30, 20), rested_s=60)
    assert FactKind.GROW in kinds(step)
    facts = engine.advance(after(40)).facts
    (begun,) = [each for each in facts + step.facts if each.kind is FactKind.BREAK_START]
    assert begun.utc == after(29, 20).utc


def test_a_probe_that_stops_answering_holds_for_two_minutes():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    assert engine.view(MORNING).clock_mode
    engine.input_seen(after(1), 0)
    assert not engine.view(after(1)).clock_mode
    assert kinds(engine.input_seen(after(2), None)) == [FactKind.HELD]
    assert engine.input_seen(after(3), None).facts == ()
    assert engine.view(after(3)).holds[0].reason is HoldReason.UNKNOWN
    assert kinds(engine.advance(after(5))) == [FactKind.RELEASED]
    assert engine.view(after(5)).clock_mode
    assert engine.input_seen(after(6), None).facts == ()
    assert engine.view(after(20)).sitting_seconds == 20 * 60


def test_a_probe_that_answers_again_ends_the_hold():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    engine.input_seen(after(1), 0)
    engine.input_seen(after(2), None)
    assert kinds(engine.input_seen(after(3), 0)) == [FactKind.RELEASED]
    assert not engine.view(after(3)).clock_mode


def test_a_probe_that_fails_while_nobody_is_there_makes_nobody_present_at_once():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    engine.input_seen(after(0), 0)
    engine.input_seen(after(5), 300)
    engine.input_seen(after(6), None)
    assert engine.view(after(7)).state is SpanKind.AWAY
    engine.advance(after(9))
    assert engine.view(after(9)).state is SpanKind.SITTING


def test_where_nothing_can_be_asked_nothing_holds():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    assert engine.input_seen(after(1), None).facts == ()
    assert kinds(engine.advance(after(30))) == [FactKind.PROMPT]


def test_sleep_hides_when_the_last_input_was():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    engine.input_seen(after(10), 0)
    woke = after(10).after_sleep(3600).later(5)
    step = engine.input_seen(woke, 1)
    assert kinds(step) == [FactKind.NATURAL_BREAK]
    assert engine.view(woke).sitting_seconds <= 5


def test_typing_before_and_after_a_nap_of_the_computer_is_typing():
    engine = Engine.start(SETTINGS, MORNING, BERLIN)
    engine.input_seen(after(29, 55), 0)
    woke = after(29, 55).after_sleep(10)
    assert FactKind.GROW not in kinds(engine.input_seen(woke, 0))
    assert engine.view(woke).sitting_seconds == 30 * 60 + 5


def test_small_differences_of_the_clocks_are_no_sleep_and_no_jump():
    engine = started()
    reading = after(10)
    drifted = replace(
        reading, boot=reading.boot + 0.3, utc=reading.utc + timedelta(milliseconds=400)
    )
    engine.advance(drifted)
    assert engine.view(drifted).state is SpanKind.SITTING
    assert engine.view(drifted).sitting_seconds == 600.3


def test_an_unknown_zone_is_refused():
    with pytest.raises(InvalidValueError, match="timezone"):
        Engine.start(SETTINGS, MORNING, "Berlin")
    with pytest.raises(InvalidValueError, match="timezone"):
        started().change_zone(MORNING, "Berlin")


def test_a_session_of_its_own_serves_the_break_as_a_natural_one():
    engine = started()
    engine.session_started(after(20))
    assert engine.session_started(after(21)).facts == ()
    step = engine.session_finished(after(35), 600)
    (fact,) = step.facts
    assert (fact.kind, fact.outcome, fact.absence_s) == (
        FactKind.NATURAL_BREAK,
        Outcome.NATURAL,
        600,
    )
    assert engine.view(after(36)).sitting_seconds == 60
    assert engine.session_finished(after(37), 600).facts == ()


def test_a_session_that_was_left_at_once_is_credited_in_proportion():
    engine = started()
    engine.session_started(after(20))
    (fact,) = engine.session_finished(after(21), 30).facts
    assert (fact.kind, fact.sitting_s) == (FactKind.PARTIAL_CREDIT, 900)


def test_a_session_takes_the_place_of_what_is_owed():
    engine = started()
    engine.hold(after(10), HoldReason.FULLSCREEN)
    engine.advance(after(31))
    step = engine.session_started(after(32))
    assert [(each.kind, each.cause) for each in step.facts] == [(FactKind.BREAK_START, Cause.LIMIT)]
    step = engine.session_finished(after(40), 300)
    assert step.facts[0].outcome is Outcome.TAKEN
    assert not engine.view(after(40)).owed


def test_what_is_sensed_is_said_at_once():
    engine = started()
    engine.pause(after(1))
    engine.sense_holds(after(2), {HoldReason.CALL, HoldReason.CAMERA})
    engine.sense_holds(after(3), {HoldReason.CAMERA})
    reasons = [each.reason for each in engine.view(after(3)).holds]
    assert reasons == [HoldReason.MANUAL, HoldReason.CAMERA]


def test_answers_that_are_no_answers_change_nothing():
    engine = started()
    engine.stand(after(5))
    assert engine.stand(after(5, 10)).facts == ()
    assert engine.resume(after(5, 20)).facts == ()
    assert engine.change_posture(after(5, 30), Posture.SITTING).facts == ()
    with pytest.raises(InvalidValueError, match="minutes"):
        engine.snooze(after(5, 40), 0)


def test_other_settings_count_from_now_on():
    engine = started()
    engine.change_settings(after(10), replace(SETTINGS, interval_min=20, standing_min=30))
    assert kinds(engine.advance(after(19, 30))) == [FactKind.PROMPT]
    engine.advance(after(41))
    assert engine.due == 2
    assert engine.longest_sit_seconds == 41 * 60


def test_settings_changed_while_nobody_sits_start_no_clock():
    engine = started()
    engine.input_idle(after(10))
    engine.advance(after(12))
    engine.change_settings(after(13), replace(SETTINGS, interval_min=20))
    assert engine.view(after(20)).sitting_seconds == 0


def test_a_reading_that_is_older_than_the_last_is_taken_as_the_last():
    engine = started()
    engine.advance(after(10))
    engine.advance(after(9))
    assert engine.view(after(9)).sitting_seconds == 600
