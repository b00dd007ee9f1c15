"""The host of the break engine: it keeps what is certain, and loses nothing."""

import pytest

from coreapp.domain.errors import DatabaseBusyError, DiskFullError
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.view import PromptLook, StateWhy
from coreapp.services.presence_log import seconds_of
from coreapp.services.sitting_breaks import SAVE_EVERY_SECONDS, Answer
from tests.fakes.break_host import Host, kinds, whole_day


@pytest.fixture
def host() -> Host:
    return Host().begin()


def test_every_span_is_stored_once(host: Host) -> None:
    host.live(600)
    host.live(180, typing=False)
    host.live(600)
    host.live(180, typing=False)
    host.live(60)

    assert kinds(host.spans) == ["sitting", "away", "sitting", "away"]
    assert whole_day(host.spans)
    today = host.breaks.today()
    assert kinds(today) == ["sitting", "away", "sitting", "away", "sitting"]
    assert whole_day(today)
    assert today[-1].end == host.clock.reading().utc
    assert seconds_of(today, SpanKind.SITTING) == pytest.approx(1260)


def test_nothing_is_stored_twice_after_a_crash_between_log_and_state(host: Host) -> None:
    """The span is in the log, but the state file still says that it is to be given away."""
    host.live(600)
    before = dict(host.file.document)
    host.live(180, typing=False)
    host.live(1)
    stored = host.spans
    assert kinds(stored) == ["sitting", "away"]

    host.file.document = before
    host.restart(saved=False)
    host.live(60, typing=False)

    again = host.spans
    assert len({each.start for each in again}) == len(again)
    assert again[0].id == stored[0].id
    assert whole_day(again)


def test_the_state_is_saved_at_least_every_minute(host: Host) -> None:
    host.live(60)
    before = dict(host.file.document)

    assert host.breaks.next_call() <= SAVE_EVERY_SECONDS
    host.live(SAVE_EVERY_SECONDS)

    assert host.file.document != before


def test_a_timer_that_is_early_leaves_no_save_out(host: Host) -> None:
    host.live(60)
    for _minute in range(3):
        before = dict(host.file.document)
        host.clock.advance(0.96 * SAVE_EVERY_SECONDS)
        host.breaks.tick()

        assert host.file.document != before


def test_a_restart_goes_on_where_it_was(host: Host) -> None:
    host.live(20 * 60)
    host.clock.advance(30)

    host.restart()

    assert host.view.sitting_seconds == pytest.approx(20 * 60 + 30, abs=31)


def test_a_kill_loses_a_minute_at_most(host: Host) -> None:
    host.live(20 * 60)

    host.restart(saved=False)

    assert host.view.sitting_seconds >= 19 * 60


@pytest.mark.parametrize("asked", [True, False])
def test_a_session_that_was_killed_does_not_hold_breaks_for_ever(host: Host, asked: bool) -> None:
    host.live(600)
    if asked:
        host.breaks.answer(Answer.ROUTINE)
    else:
        host.breaks.session_started()
    host.live(10)

    host.restart(saved=False)

    assert host.view.why is not StateWhy.SESSION
    assert host.view.holds == ()
    host.live(31 * 60)
    assert host.view.prompt is not PromptLook.CLOSED


def test_breaks_switched_off_and_on_leave_a_session_alone(host: Host) -> None:
    host.breaks.session_started()
    for is_on in (False, True):
        host.preferences.change({"breaks_on": is_on})
        host.breaks.apply_settings()

    assert host.view.why is StateWhy.SESSION


def test_a_long_time_without_the_program_is_a_span_of_its_own(host: Host) -> None:
    host.live(600)
    host.breaks.stop()
    host.clock.advance(600)

    host.restart(saved=False)
    host.live(61)

    assert ("off", "not_running") in [(each.kind, each.reason) for each in host.breaks.today()]


def test_a_state_that_cannot_be_read_begins_anew(host: Host, caplog) -> None:
    host.live(600)
    host.file.document = {key: {"now": "yesterday"} for key in host.file.document}

    host.restart(saved=False)

    assert host.breaks.is_on
    assert host.view.sitting_seconds == 0
    assert "begin anew" in caplog.text


def test_a_state_that_cannot_be_saved_stops_nothing(host: Host, caplog) -> None:
    host.file.failure = DiskFullError()

    host.live(29 * 60 + 30)

    assert host.view.prompt is PromptLook.BAR
    assert "not saved" in caplog.text


def test_a_failing_log_keeps_spans_waiting_in_the_picture_and_for_later(host: Host) -> None:
    host.live(600)
    host.database.failure = DatabaseBusyError()
    host.live(180, typing=False)
    host.live(60)
    assert host.spans == []

    host.database.failure = None
    assert kinds(host.breaks.today()) == ["sitting", "away", "sitting"]
    host.breaks.tick()

    assert kinds(host.spans) == ["sitting", "away"]
    assert kinds(host.breaks.today()) == ["sitting", "away", "sitting"]


def test_a_span_keeps_the_zone_it_was_lived_in(host: Host) -> None:
    host.live(600)
    host.clock._zone = "America/New_York"
    host.live(1)
    host.live(180, typing=False)
    host.live(1)

    zones = {each.zone for each in host.spans}
    assert zones <= {"Europe/Berlin", "America/New_York"}
    assert host.spans[-1].zone == "America/New_York"


def test_another_zone_has_other_working_hours(host: Host) -> None:
    """09:00 in Berlin is 03:00 in New York: nobody works there at that time."""
    host.live(60)

    host.clock._zone = "America/New_York"
    host.live(1)

    assert host.view.why.value == "off_hours"


def test_changed_settings_count_from_now_on(host: Host) -> None:
    host.live(25 * 60)
    assert host.view.prompt is PromptLook.CLOSED

    host.preferences.change({"breaks": {"interval_min": 20}})
    host.breaks.apply_settings()

    assert host.view.prompt is PromptLook.BAR


def test_other_settings_leave_the_engine_alone(host: Host) -> None:
    host.live(60)
    host.facts.clear()

    host.preferences.change({"volume_percent": 10})
    host.breaks.apply_settings()

    assert host.facts == []
    assert host.view.sitting_seconds == pytest.approx(60)


def test_all_who_are_told_of_a_step_see_the_same_view(host: Host) -> None:
    seen = []
    for _each in range(3):
        host.breaks.listen(lambda _facts: seen.append(host.breaks.view()))
    host.live(60)

    assert seen[-1] is seen[-2] is seen[-3]
    assert seen[-1] == host.view
    host.clock.advance(30)
    assert host.view.sitting_seconds == seen[-1].sitting_seconds + 30


def test_whoever_acts_while_being_told_sees_what_came_of_it(host: Host) -> None:
    """And so does who is told after that, of the step before."""
    host.live(60)
    seen = []

    def begin_a_break(_facts: object) -> None:
        if host.breaks.view() is not None and not seen:
            seen.append(host.view.break_running)
            host.breaks.answer(Answer.STAND)
            seen.append(host.view.break_running)

    host.breaks.listen(begin_a_break)
    host.breaks.listen(lambda _facts: seen.append(host.view.break_running))
    host.breaks.tick()

    assert seen == [False, True, True, True]


def test_breaks_that_are_switched_off_while_being_told_have_no_view(host: Host) -> None:
    seen = []

    def switch_off(_facts: object) -> None:
        seen.append(host.breaks.view() is None)
        host.breaks.stop()

    host.breaks.listen(switch_off)
    host.breaks.listen(lambda _facts: seen.append(host.breaks.view() is None))
    host.live(0)

    assert seen[:2] == [False, True]
