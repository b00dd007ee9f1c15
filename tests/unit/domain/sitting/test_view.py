"""What a window is told to show."""

from dataclasses import replace

from coreapp.domain.sitting.facts import HoldReason, SpanKind
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.view import PromptLook, StateWhy
from tests.unit.domain.sitting.desk import MORNING, SETTINGS, after, started


def test_the_view_of_sitting():
    view = started().view(after(18))
    assert (view.state, view.why) == (SpanKind.SITTING, StateWhy.SITTING)
    assert (view.sitting_seconds, view.next_break_in) == (18 * 60, 12 * 60)
    assert view.next_break_at == after(30).utc
    assert (view.prompt, view.cause, view.break_left) == (PromptLook.CLOSED, None, None)
    assert view.snooze_left_minutes == 15


def test_the_next_break_may_be_one_by_the_time_of_day():
    at_nine_ten = 9 * 60 + 10
    settings = replace(SETTINGS, fixed_times=(at_nine_ten, at_nine_ten + 10))
    engine = started(settings)
    assert engine.view(after(4)).next_break_at == after(10).utc
    assert engine.view(after(4)).next_break_in == 6 * 60
    engine.advance(after(10))
    engine.skip(after(11))
    assert engine.view(after(11)).next_break_at == after(20).utc
    engine.advance(after(20))
    engine.skip(after(21))
    assert engine.view(after(21)).next_break_at == after(30).utc


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


def test_today_starts_at_midnight():
    engine = started()
    engine.already_stood(after(30))
    assert (engine.view(after(31)).today.taken, engine.view(after(31)).today.due) == (1, 1)
    engine.input_idle(after(50))
    engine.advance(after(24 * 60))
    today = engine.view(after(24 * 60)).today
    assert (today.taken, today.due, today.natural) == (0, 0, 0)


def test_the_view_tells_since_when_a_break_is_owed_and_when_a_pause_ends():
    engine = started()
    engine.pause(after(10), after(60).utc)
    engine.advance(after(29))
    assert engine.view(after(29)).owed_since is None
    assert [each.until for each in engine.view(after(29)).holds] == [after(60).utc]
    engine.advance(after(45))
    assert engine.view(after(45)).owed_since == after(30).utc


def test_a_hold_without_an_end_of_its_own_has_none():
    engine = started()
    engine.hold(after(10), HoldReason.CALL)
    assert engine.view(after(11)).holds[0].until is None
