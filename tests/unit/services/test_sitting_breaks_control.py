"""The host of the break engine: it keeps what is certain, and loses nothing."""

from datetime import timedelta

import pytest

from coreapp.domain.errors import DatabaseBusyError, NotNowError
from coreapp.domain.sitting.facts import FactKind
from coreapp.domain.sitting.view import PromptLook
from coreapp.services.sitting_breaks import (
    SAVE_EVERY_SECONDS,
    Answer,
)
from tests.fakes.break_host import Host, whole_day
from tests.fakes.records import span


@pytest.fixture
def host() -> Host:
    return Host().begin()


def test_switched_off_nothing_is_called_and_the_windows_are_told(host: Host) -> None:
    host.live(30 * 60)
    told = []
    host.breaks.listen(told.append)

    host.preferences.change({"breaks_on": False})
    host.breaks.apply_settings()

    assert told == [()]
    assert not host.breaks.is_on
    assert host.breaks.view() is None
    assert host.breaks.next_call() is None
    host.breaks.tick()
    host.breaks.session_started()
    host.breaks.session_finished(60)


def test_switched_on_again_it_goes_on(host: Host) -> None:
    host.live(600)
    host.preferences.change({"breaks_on": False})
    host.breaks.apply_settings()
    host.preferences.change({"breaks_on": True})

    host.breaks.apply_settings()

    assert host.breaks.is_on
    assert host.view.sitting_seconds == pytest.approx(600, abs=1)


def test_switched_off_at_start_it_does_not_begin() -> None:
    host = Host()
    host.preferences.change({"breaks_on": False})

    host.begin()

    assert not host.breaks.is_on
    assert host.breaks.today() == []


def test_a_second_start_changes_nothing(host: Host) -> None:
    host.live(600)

    host.breaks.start()

    assert host.view.sitting_seconds == pytest.approx(600)


def test_a_probe_that_never_works_makes_it_go_by_the_clock() -> None:
    host = Host()
    host.hands.is_blind = True
    host.begin()

    host.live(29 * 60 + 30)

    assert host.view.clock_mode
    assert host.view.prompt is PromptLook.BAR


def test_also_by_the_clock_the_state_is_saved_every_minute() -> None:
    """Nothing else would call for half an hour then."""
    host = Host()
    host.hands.is_blind = True
    host.begin()

    assert host.breaks.next_call() == SAVE_EVERY_SECONDS


def test_a_probe_that_stops_answering_holds_for_two_minutes(host: Host) -> None:
    host.live(600)
    host.hands.is_blind = True
    host.live(1)
    assert [each.reason.value for each in host.view.holds] == ["unknown"]

    host.live(121)

    assert host.view.holds == ()
    assert host.view.clock_mode


@pytest.mark.parametrize(
    ("answer", "look"),
    [
        (Answer.STAND, PromptLook.GROWN),
        (Answer.EXERCISE, PromptLook.CLOSED),
        (Answer.ROUTINE, PromptLook.CLOSED),
        (Answer.ALREADY_STOOD, PromptLook.CLOSED),
        (Answer.RESUME, PromptLook.BAR),
    ],
)
def test_answers_reach_the_engine(host: Host, answer: Answer, look: PromptLook) -> None:
    host.live(29 * 60 + 30)

    host.breaks.answer(answer)

    assert host.view.prompt is look


def test_later_and_not_this_one(host: Host) -> None:
    host.live(29 * 60 + 30)
    host.breaks.snooze()
    assert host.view.snoozed_until == host.clock.reading().utc + timedelta(minutes=5)
    host.live(300)

    host.breaks.skip("a call")

    assert host.view.today.skipped == 1


def test_an_answer_that_makes_no_sense_loses_nothing(host: Host) -> None:
    """What came to light on the way is kept and told, whatever becomes of the answer."""
    host.live(600)
    host.live(90, typing=False)
    host.hands.type()
    host.clock.advance(1)
    host.facts.clear()

    with pytest.raises(NotNowError):
        host.breaks.snooze()

    assert [fact.kind for fact in host.facts] == [FactKind.PARTIAL_CREDIT]
    assert whole_day(host.breaks.today())


def test_a_pause_ends_by_itself_or_by_hand(host: Host) -> None:
    host.live(60)
    host.breaks.pause(timedelta(hours=1))
    assert [each.reason.value for each in host.view.holds] == ["manual"]
    host.live(3600)
    assert host.view.holds == ()

    host.breaks.pause(None)
    host.live(7200)
    assert [each.reason.value for each in host.view.holds] == ["manual"]
    host.breaks.answer(Answer.RESUME)
    assert host.view.holds == ()


def test_old_spans_are_forgotten_at_start() -> None:
    host = Host()
    long_ago = timedelta(days=400)
    old = span("old")
    moved = span("recent")
    now = host.clock.reading().utc
    host.database.stored.spans.add(
        [
            type(old)("old", now - long_ago, now - long_ago, "Europe/Berlin", "sitting", ""),
            type(moved)("recent", now, now, "Europe/Berlin", "sitting", ""),
        ]
    )

    host.begin()

    assert list(host.database.stored.spans.kept) == ["recent"]


def test_a_log_that_cannot_be_cleared_does_not_keep_the_breaks_from_starting(caplog) -> None:
    host = Host()
    host.database.failure = DatabaseBusyError()

    host.begin()

    assert host.breaks.is_on
    assert "old spans are still there" in caplog.text


def test_today_begins_at_midnight(host: Host) -> None:
    host.live(60)
    host.clock.advance(24 * 3600)
    host.breaks.tick()

    (start, *_rest) = host.breaks.today()
    assert start.end > host.clock.reading().utc - timedelta(hours=9, minutes=2)
