"""Planned sessions are reminded of: at their time, once, and of the missed ones in one go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from coreapp.domain.adherence import Fate
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.schedule import EntryDraft
from coreapp.services.changes import Change
from tests.e2e.test_day import plan_for_today
from tests.e2e.world import World
from tests.fakes.clock import FakeClock
from tests.fakes.notices import FakeNotifier

ROUTINE = "sun-salutation-5"


def look(world: World) -> None:
    """Do what the timer does when it is over."""
    reminders = world.program._reminders
    assert reminders is not None
    reminders.look()


def timer(world: World) -> QTimer:
    return world.program._reminders._timer


@pytest.fixture
def at_half_past_six(tray: list[str], world: World) -> World:
    """A session was planned for now, 18:30."""
    return at_its_time(world)


def at_its_time(world: World) -> World:
    """Plan a session for 18:30 today, and let it be that time."""
    plan_for_today(world, ROUTINE, "18:30")
    world.clock.advance(9.5 * 3600 - 1)
    look(world)
    assert world.banner == ""
    world.clock.advance(1)
    look(world)
    return world


def test_it_is_told_in_the_window_and_from_the_tray(
    tray: list[str], at_half_past_six: World
) -> None:
    world = at_half_past_six

    assert world.banner == "Planned for 6:30\u202fPM: Evening session"
    assert tray == [f"Planned session: {world.banner}\nOpen Coreapp to start it or put it off."]

    world.click(world.program.window.banner, "Close this message")
    look(world)
    assert world.banner == ""
    assert len(tray) == 1


def test_it_starts_the_session_that_is_planned(at_half_past_six: World) -> None:
    world = at_half_past_six

    world.click(world.program.window.banner, "Start")

    assert world.banner == ""
    assert world.player.conductor.live.session.planned is not None
    world.play()
    world.player.close_now()
    start, end = world.services.planning.today()
    assert [each.done for each in world.services.planning.between(start, end)] == [True]


def test_put_off_it_comes_again(at_half_past_six: World) -> None:
    world = at_half_past_six
    world.click(world.program.window.banner, "In 10 minutes")
    assert world.banner == ""
    assert timer(world).interval() <= 5 * 60_000
    world.clock.advance(300)
    look(world)
    assert world.banner == ""
    world.clock.advance(300)

    look(world)

    assert world.banner == "Planned for 6:30\u202fPM: Evening session"


def test_put_off_and_done_it_does_not_come_again(at_half_past_six: World) -> None:
    world = at_half_past_six
    world.click(world.program.window.banner, "In 10 minutes")
    world.begin(ROUTINE)
    world.play()
    world.player.close_now()
    world.clock.advance(600)

    look(world)

    assert world.banner == ""


def test_what_is_planned_for_the_next_minute_is_not_told_late(world: World) -> None:
    """The timer looks ahead for some minutes; it must not rest over something new."""
    plan_for_today(world, ROUTINE, "09:01")

    assert timer(world).interval() <= 60_000


def test_missed_ones_are_told_once_and_in_one_go(
    open_world: Callable[..., World], world: World
) -> None:
    plan_for_today(world, ROUTINE, "10:00")
    plan_for_today(world, ROUTINE, "11:00")
    world.stop()
    world.clock.advance(3 * 3600)

    again = open_world(world.clock).start()
    assert again.banner == "2 planned sessions, the last at 11:00\u202fAM: Evening session"
    again.stop()

    assert open_world(world.clock).start().banner == ""


def plan_daily(world: World) -> None:
    """Plan the evening session for every day of the week, from today on."""
    draft = EntryDraft(
        "Evening session", ROUTINE, "FREQ=DAILY", "18:30", "2026-03-02", "Europe/Berlin"
    )
    world.services.planning.add(draft)


def test_three_days_away_are_one_line_with_what_to_do(
    open_world: Callable[..., World], world: World
) -> None:
    plan_daily(world)
    world.stop()
    world.clock.advance(3 * 24 * 3600)

    again = open_world(world.clock).start()
    assert again.banner == "Missed while away: 3 sessions"
    again.click(again.program.window.banner, "Open the plan")
    assert again.banner == ""
    again.stop()

    assert open_world(world.clock).start().banner == ""


def test_one_that_was_missed_can_be_done_now(
    open_world: Callable[..., World], world: World
) -> None:
    plan_daily(world)
    world.stop()
    world.clock.advance(24 * 3600)
    again = open_world(world.clock).start()
    assert again.banner == "Missed while away: Evening session"

    again.click(again.program.window.banner, "Do it now")
    again.play()
    again.player.close_now()

    today = again.services.programmes.today()
    judged = again.services.adherence.between(today - timedelta(days=1), today)
    assert [each.fate for each in judged.planned] == [Fate.MOVED, Fate.OPEN]


def test_what_is_planned_now_comes_before_what_was_missed(
    open_world: Callable[..., World], world: World, notifier: FakeNotifier
) -> None:
    plan_daily(world)
    world.stop()
    world.clock.advance((2 * 24 + 9.6) * 3600)
    open_world(world.clock).start()

    notice = notifier.on_screen["session"]
    assert notice.text == (
        "Planned for 6:30\u202fPM: Evening session. Missed while away: 2 sessions"
    )
    assert [each.text for each in notice.buttons] == ["Start", "In 10 minutes", "Skip"]


def test_on_a_day_off_nobody_is_reminded(world: World) -> None:
    plan_daily(world)
    today = world.services.programmes.today()
    world.services.day_log.save(DayRecord(today, DayMark.SICK))
    world.clock.advance(10 * 3600)
    look(world)

    assert world.banner == ""


def test_marked_as_a_day_off_the_reminder_goes(at_half_past_six: World) -> None:
    world = at_half_past_six
    today = world.services.programmes.today()
    world.services.day_log.save(DayRecord(today, DayMark.TRAVEL))
    look(world)

    assert world.banner == ""


def test_a_missed_session_whose_routine_is_gone_leads_to_the_plan(
    open_world: Callable[..., World], world: World
) -> None:
    plan_daily(world)
    (entry,) = world.services.planning.entries()
    world.services.planning.restore(replace(entry, routine="gone-long-ago"))
    world.stop()
    world.clock.advance(24 * 3600)

    again = open_world(world.clock).start()

    assert again.banner.startswith("Missed while away: ")
    texts = [each.text() for each in again.program.window.banner.findChildren(QPushButton)]
    assert "Do it now" not in texts


def test_travelling_the_clock_of_the_place_is_told(world: World) -> None:
    plan_for_today(world, ROUTINE, "18:30")
    world.clock.travel("America/New_York")
    world.clock.advance(9.5 * 3600)
    look(world)

    assert world.banner == "Planned for 12:30\u202fPM: Evening session"


def test_nobody_who_does_not_want_it_is_reminded(world: World) -> None:
    world.services.preferences.change({"reminders": False})
    plan_for_today(world, ROUTINE, "09:01")
    world.clock.advance(120)
    look(world)

    assert world.banner == ""


def test_a_log_that_is_locked_for_a_moment_does_not_end_the_reminders(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_for_today(world, ROUTINE, "09:01")
    with monkeypatch.context() as locked:

        def fail(*_arguments):
            raise DatabaseBusyError

        locked.setattr("coreapp.services.planning.Planning.between", fail)
        look(world)
        assert world.banner.startswith("Another program is using the log.")
        assert timer(world).isActive()

    world.clock.advance(60)
    look(world)
    assert world.banner.startswith("Planned for")


def test_a_change_of_the_plan_before_the_log_is_open_asks_nothing(
    open_world: Callable[..., World],
) -> None:
    world = open_world(FakeClock())
    world.program.changed(Change.PLAN)

    assert world.program._reminders is None


def test_put_off_it_comes_again_after_a_restart(
    open_world: Callable[..., World], at_half_past_six: World
) -> None:
    world = at_half_past_six
    world.click(world.program.window.banner, "In 10 minutes")
    world.stop()
    world.clock.advance(600)

    assert open_world(world.clock).start().banner.endswith("Evening session")


def test_skipped_it_is_left_out_of_the_plan_and_can_be_put_back(at_half_past_six: World) -> None:
    world = at_half_past_six
    world.click(world.program.window.banner, "Skip")
    start, end = world.services.planning.today()
    assert world.services.planning.between(start, end) == []

    world.click(world.program.window, "Undo")

    assert len(world.services.planning.between(start, end)) == 1
