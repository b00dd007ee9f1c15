"""Planned sessions are reminded of: at their time, once, and of the missed ones in one go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from coreapp.domain.adherence import Fate
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.schedule import EntryDraft
from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey
from tests.e2e.test_day import plan_for_today
from tests.e2e.world import World
from tests.fakes.clock import FakeClock
from tests.fakes.notices import FakeNotifier

ROUTINE = "desk-1min-micro"
TOLD = "Planned for 6:30\u202fPM: Evening session"


def look(world: World) -> None:
    """Do what the timer does when it is over."""
    reminders = world.program._reminders
    assert reminders is not None
    reminders.look()


def timer(world: World) -> QTimer:
    return world.program._reminders._timer


@pytest.fixture
def at_half_past_six(tray: list[str], world: World) -> World:
    """A session was planned for now, 18:30, and for every day to come."""
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


def half_past_six_tomorrow(world: World) -> None:
    """Let it be the time of the session on the next day."""
    now = world.clock.reading().utc
    then = datetime.combine(now.date() + timedelta(days=1), time(17, 30), UTC)
    world.clock.advance((then - now).total_seconds())
    look(world)


def done_today(world: World) -> list[bool]:
    planning = world.services.planning
    return [each.done for each in planning.between(*planning.today())]


def press(world: World, answer: str) -> None:
    """Press a button of the banner; a window in the tray opens on a page that takes no time."""
    if not world.program.window.isVisible():
        world.open_page(PageKey.GUIDE)
    world.settle()
    world.click(world.program.window.banner, answer)


def train(world: World) -> None:
    """Play the session that has begun to its end."""
    world.play()
    world.player.close_now()
    world.settle()


def test_told_in_the_window_and_from_the_tray_it_is_closed_put_off_started_or_done_already(
    tray: list[str], at_half_past_six: World
) -> None:
    world = at_half_past_six
    assert world.banner == TOLD
    assert tray == [f"Planned session: {TOLD}\nOpen Coreapp to start it or put it off."]
    press(world, "Close this message")
    look(world)
    assert world.banner == "", "it was closed"
    assert len(tray) == 1

    half_past_six_tomorrow(world)
    press(world, "In 10 minutes")
    assert world.banner == "", "it was put off"
    assert timer(world).interval() <= 5 * 60_000
    world.clock.advance(300)
    look(world)
    assert world.banner == "", "that is too early"
    world.clock.advance(300)
    look(world)
    assert world.banner == TOLD
    press(world, "Start")
    assert world.banner == "", "it was started"
    assert world.player.conductor.live.session.planned is not None
    train(world)
    assert done_today(world) == [True]

    half_past_six_tomorrow(world)
    press(world, "In 10 minutes")
    world.begin(ROUTINE)
    train(world)
    world.clock.advance(600)
    look(world)
    assert world.banner == "", "it was done before it came again"


def test_skipped_or_excused_it_goes_and_after_a_restart_it_comes_until_it_is_closed(
    open_world: Callable[..., World], at_half_past_six: World
) -> None:
    world = at_half_past_six
    press(world, "Skip")
    assert done_today(world) == []
    world.click(world.program.window, "Undo")
    assert done_today(world) == [False]

    half_past_six_tomorrow(world)
    assert world.banner == TOLD
    today = world.services.programmes.today()
    world.services.day_log.save(DayRecord(today, DayMark.TRAVEL))
    look(world)
    assert world.banner == "", "it is a day off now"

    half_past_six_tomorrow(world)
    press(world, "In 10 minutes")
    world.stop()
    world.clock.advance(600)
    world = open_world(world.clock).start("hide")
    assert world.banner.endswith("Evening session"), "it was put off"

    half_past_six_tomorrow(world)
    world.stop()
    world = open_world(world.clock).start("hide")
    assert world.banner.endswith("Evening session"), "nobody answered"
    press(world, "Close this message")
    world.stop()
    assert open_world(world.clock).start("hide").banner == ""


@pytest.mark.usefixtures("tray")
def test_missed_ones_are_told_once_and_in_one_go(
    open_world: Callable[..., World], world: World
) -> None:
    plan_for_today(world, ROUTINE, "10:00")
    plan_for_today(world, ROUTINE, "11:00")
    world.stop()
    world.clock.advance(3 * 3600)

    again = open_world(world.clock).start("hide")
    assert again.banner == "2 planned sessions, the last at 11:00\u202fAM: Evening session"
    again.stop()

    assert open_world(world.clock).start("hide").banner == ""


def plan_daily(world: World) -> None:
    """Plan the evening session for every day of the week, from today on."""
    draft = EntryDraft(
        "Evening session", ROUTINE, "FREQ=DAILY", "18:30", "2026-03-02", "Europe/Berlin"
    )
    world.services.planning.add(draft)


def back_after(hours: float, world: World, open_world: Callable[..., World]) -> World:
    """End the program, and start it again so many hours later."""
    world.stop()
    world.clock.advance(hours * 3600)
    return open_world(world.clock).start("hide")


@pytest.mark.usefixtures("tray")
def test_what_was_missed_while_away_is_one_line_with_what_to_do(
    open_world: Callable[..., World], notifier: FakeNotifier, world: World
) -> None:
    plan_daily(world)
    (entry,) = world.services.planning.entries()

    world = back_after(3 * 24, world, open_world)
    assert world.banner == "Missed while away: 3 sessions"
    press(world, "Open the plan")
    assert world.banner == ""

    # Those three are not told again; what was missed can be done now.
    world = back_after(24, world, open_world)
    assert world.banner == "Missed while away: Evening session"
    press(world, "Do it now")
    train(world)
    today = world.services.programmes.today()
    judged = world.services.adherence.between(today - timedelta(days=1), today)
    assert [each.fate for each in judged.planned] == [Fate.MOVED, Fate.OPEN]

    world.services.planning.restore(replace(entry, routine="gone-long-ago"))
    world = back_after(24, world, open_world)
    assert world.banner.startswith("Missed while away: ")
    texts = [each.text() for each in world.program.window.banner.findChildren(QPushButton)]
    assert "Do it now" not in texts, "its routine is gone"
    world.services.planning.restore(entry)

    back_after(2 * 24 + 9.6, world, open_world)
    notice = notifier.on_screen["session"]
    assert notice.text == f"{TOLD}. Missed while away: 2 sessions", "what is planned now goes first"
    assert [each.text for each in notice.buttons] == ["Start", "In 10 minutes", "Skip"]


@pytest.mark.usefixtures("tray")
def test_nobody_is_reminded_on_a_day_off_or_unasked_and_on_a_journey_by_the_clock_there(
    world: World,
) -> None:
    plan_daily(world)
    today = world.services.programmes.today()
    world.services.day_log.save(DayRecord(today, DayMark.SICK))
    world.clock.advance(10 * 3600)
    look(world)
    assert world.banner == "", "it is a day off"

    world.services.preferences.change({"reminders": False})
    half_past_six_tomorrow(world)
    assert world.banner == "", "nobody wants it"

    world.services.preferences.change({"reminders": True})
    half_past_six_tomorrow(world)
    assert world.banner == TOLD
    world.clock.travel("America/New_York")
    half_past_six_tomorrow(world)
    assert world.banner == "Planned for 12:30\u202fPM: Evening session"


@pytest.mark.usefixtures("tray")
def test_what_is_planned_for_the_next_minute_is_told_in_time_though_the_log_was_locked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The timer looks ahead for some minutes; it must not rest over something new."""
    plan_for_today(world, ROUTINE, "09:01")
    assert timer(world).interval() <= 60_000

    with monkeypatch.context() as locked:

        def fail(*_arguments):
            raise DatabaseBusyError

        locked.setattr("coreapp.services.planning.Planning.between", fail)
        world.clock.advance(60)
        look(world)
        assert world.banner.startswith("Another program is using the log.")
        assert timer(world).isActive()

    look(world)
    assert world.banner.startswith("Planned for")


@pytest.mark.usefixtures("tray")
def test_what_is_done_early_and_taken_out_of_the_log_again_is_told_at_its_time(
    world: World,
) -> None:
    plan_for_today(world, ROUTINE, "18:30")
    world.clock.advance(9.1 * 3600)
    world.begin(ROUTINE)
    train(world)
    assert done_today(world) == [True]
    look(world)

    (session,) = world.services.training.history()
    world.services.training.delete(session.id)
    world.program.changed(Change.LOG)
    world.clock.advance(0.5 * 3600 - 300)
    look(world)

    assert world.banner == TOLD


def test_a_change_of_the_plan_before_the_log_is_open_asks_nothing(
    open_world: Callable[..., World],
) -> None:
    world = open_world(FakeClock())
    world.program.changed(Change.PLAN)

    assert world.program._reminders is None
