"""The engine as the shell uses it: readings, asked input, restarts, the view."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Cause, FactKind, HoldReason, Outcome, SpanKind, Step
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import PromptLook, StateWhy
from tests.unit.domain.sitting.days import ALWAYS

MORNING = Reading(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), 500.0, 1000.0)
SETTINGS = BreakSettings.from_mapping({"working_hours": ALWAYS})
BERLIN = "Europe/Berlin"


def after(minutes: float, seconds: float = 0) -> Reading:
    return MORNING.later(minutes * 60 + seconds)


def started(settings: BreakSettings = SETTINGS) -> Engine:
    engine = Engine.start(settings, MORNING, BERLIN, "boot")
    engine.input_active(MORNING)
    return engine


def kinds(step: Step) -> list[FactKind]:
    return [each.kind for each in step.facts]


def restored(engine: Engine, saved_at: Reading, now: Reading, boot_id: str = "boot") -> Engine:
    saved = json.loads(json.dumps(engine.save(saved_at)))
    return Engine.restore(engine.settings, saved, now, BERLIN, boot_id)


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


def test_small_differences_of_the_clocks_are_no_sleep_and_no_jump():
    engine = started()
    reading = after(10)
    drifted = replace(
        reading, boot=reading.boot + 0.3, utc=reading.utc + timedelta(milliseconds=400)
    )
    engine.advance(drifted)
    assert engine.view(drifted).state is SpanKind.SITTING
    assert engine.view(drifted).sitting_seconds == 600.3


@pytest.mark.parametrize("same_boot", [True, False])
def test_a_gap_under_two_minutes_is_ignored(same_boot: bool):
    engine = started()
    engine.advance(after(20))
    now = after(21, 59) if same_boot else replace(after(21, 59), boot=7.0, monotonic=7.0)
    again = restored(engine, after(20), now, "boot" if same_boot else "next")
    assert again.view(now).sitting_seconds == 21 * 60 + 59
    assert again.next_call == pytest.approx(now.boot + 29 * 60 + 30 - (21 * 60 + 59))


def test_a_longer_gap_is_off_and_sitting_stands_still():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), after(40))
    spans = [*again.advance(after(40)).spans, *again.open_spans]
    again.advance(after(41))
    assert [(each.kind, each.reason) for each in spans] == [
        (SpanKind.SITTING, ""),
        (SpanKind.OFF, "not_running"),
    ]
    assert spans[-1].end_utc == after(40).utc
    assert again.view(after(41)).sitting_seconds == 21 * 60


def test_from_half_an_hour_on_sitting_starts_at_0():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), replace(after(50), boot=7.0, monotonic=7.0), "next")
    assert again.view(replace(after(50), boot=7.0, monotonic=7.0)).sitting_seconds == 0


def test_a_break_that_was_open_when_the_program_ended_is_over():
    engine = started()
    engine.stand(after(30))
    engine.lock(after(30), locked=True)
    again = restored(engine, after(31), after(34))
    step = again.advance(after(34))
    assert [(each.kind, each.outcome) for each in step.facts] == [
        (FactKind.BREAK_END, Outcome.PARTIAL),
        (FactKind.PROMPT, None),
    ]
    assert again.view(after(34)).holds == ()


def test_a_clock_set_back_between_two_boots_is_no_gap():
    engine = started()
    engine.advance(after(20))
    earlier = Reading(after(10).utc, 7.0, 7.0)
    assert restored(engine, after(20), earlier, "next").view(earlier).sitting_seconds == 1200


def test_resting_hands_count_anew_after_a_long_gap():
    engine = started()
    engine.input_idle(after(20))
    engine.advance(after(20, 30))
    again = restored(engine, after(20, 30), after(30))
    assert again.view(after(30)).state is SpanKind.SITTING
    again.advance(after(31))
    assert again.view(after(31)).state is SpanKind.AWAY


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"boot": "x"},
        {"utc": None},
        {"state": None},
        {"state": {}},
    ],
)
def test_a_saved_state_that_is_damaged_is_refused(change: dict[str, object]):
    saved = started().save(MORNING) | change
    with pytest.raises(InvalidValueError):
        Engine.restore(SETTINGS, saved, MORNING, BERLIN, "boot")


@pytest.mark.parametrize(
    ("key", "value"),
    [("now", 1.5), ("owed", "nap"), ("spans", {"segments": 5}), ("limit", None), ("served", 1)],
)
def test_a_saved_value_of_a_wrong_kind_is_refused(key: str, value: object):
    saved = json.loads(json.dumps(started().save(MORNING)))
    saved["state"][key] = value
    with pytest.raises(InvalidValueError):
        Engine.restore(SETTINGS, saved, MORNING, BERLIN, "boot")


def test_an_unknown_zone_is_refused():
    with pytest.raises(InvalidValueError, match="timezone"):
        Engine.start(SETTINGS, MORNING, "Berlin")
    with pytest.raises(InvalidValueError, match="timezone"):
        started().change_zone(MORNING, "Berlin")


def test_the_view_of_sitting():
    view = started().view(after(18))
    assert (view.state, view.why) == (SpanKind.SITTING, StateWhy.SITTING)
    assert (view.sitting_seconds, view.next_break_in) == (18 * 60, 12 * 60)
    assert view.next_break_at == after(30).utc
    assert (view.prompt, view.cause, view.break_left) == (PromptLook.CLOSED, None, None)
    assert view.snooze_left_minutes == 15


def test_the_view_of_the_bar_and_of_the_grown_break():
    engine = started()
    engine.advance(after(29, 30))
    view = engine.view(after(29, 40))
    assert (view.why, view.prompt, view.next_break_in) == (StateWhy.PROMPT, PromptLook.BAR, 20)
    assert engine.next_call == after(30).boot
    assert engine.view(after(30)).prompt is PromptLook.STANDING_OUT
    engine.input_idle(after(31))
    engine.advance(after(31, 2))
    view = engine.view(after(31, 2))
    assert (view.prompt, view.break_running) == (PromptLook.GROWN, False)
    engine.advance(after(32))
    view = engine.view(after(32))
    assert (view.break_running, view.break_left, view.break_length) == (True, 60, 120)
    assert (view.state, view.why) == (SpanKind.BREAK, StateWhy.BREAK)


def test_the_view_of_what_holds():
    engine = started()
    engine.hold(after(10), HoldReason.CALL)
    engine.hold(after(11), HoldReason.CALL)
    engine.hold(after(12), HoldReason.CAMERA)
    view = engine.view(after(13))
    assert view.why is StateWhy.HELD
    assert [(each.reason, each.since) for each in view.holds] == [
        (HoldReason.CALL, after(10).utc),
        (HoldReason.CAMERA, after(12).utc),
    ]
    engine.advance(after(40))
    view = engine.view(after(40))
    assert (view.owed, view.why, view.next_break_in) == (True, StateWhy.OWED, 0)


def test_the_view_of_snooze_standing_away_lock_session_and_off_hours():
    engine = started()
    engine.snooze(after(30), 5)
    view = engine.view(after(31))
    assert (view.why, view.next_break_in, view.snooze_left_minutes) == (StateWhy.SNOOZED, 240, 10)
    assert view.snoozed_until == after(35).utc
    engine.change_posture(after(32), Posture.STANDING)
    view = engine.view(after(33))
    assert (view.why, view.standing_seconds, view.state) == (
        StateWhy.SNOOZED,
        60,
        SpanKind.STANDING,
    )
    engine.advance(after(34))
    assert engine.view(after(34)).why is StateWhy.STANDING
    engine.change_posture(after(34), Posture.AWAY)
    assert engine.view(after(35)).why is StateWhy.AWAY
    engine.change_posture(after(35), Posture.SITTING)
    engine.lock(after(36), locked=True)
    assert engine.view(after(36)).why is StateWhy.LOCKED
    engine.lock(after(36, 1), locked=False)
    engine.session_started(after(37))
    view = engine.view(after(38))
    assert (view.why, view.prompt, view.next_break_in) == (
        StateWhy.SESSION,
        PromptLook.CLOSED,
        None,
    )
    engine.session_finished(after(39), 0)
    engine.change_settings(after(40), replace(SETTINGS, days_off=frozenset({MORNING.utc.date()})))
    assert engine.view(after(40)).why is StateWhy.OFF_HOURS


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


def test_today_starts_at_midnight():
    engine = started()
    engine.already_stood(after(30))
    assert (engine.view(after(31)).today.taken, engine.view(after(31)).today.due) == (1, 1)
    engine.input_idle(after(50))
    engine.advance(after(24 * 60))
    today = engine.view(after(24 * 60)).today
    assert (today.taken, today.due, today.natural) == (0, 0, 0)


def test_a_reading_that_is_older_than_the_last_is_taken_as_the_last():
    engine = started()
    engine.advance(after(10))
    engine.advance(after(9))
    assert engine.view(after(9)).sitting_seconds == 600


def test_two_minutes_are_too_long_a_gap():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), after(22))
    assert again.view(after(22)).sitting_seconds == 20 * 60


def test_time_goes_on_after_a_clock_that_was_set_back_between_two_boots():
    engine = started()
    engine.advance(after(20))
    earlier = Reading(after(10).utc, 7.0, 7.0)
    again = restored(engine, after(20), earlier, "next")
    again.advance(earlier.later(300))
    assert again.view(earlier.later(300)).sitting_seconds == 1500
    assert again.next_call == 7 + 29 * 60 + 30 - 1200
