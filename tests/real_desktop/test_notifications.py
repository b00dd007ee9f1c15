"""Prompts and reminders as a real notification daemon shows them, and as a person answers there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop import bus_connection
from coreapp.domain.sitting.view import StateWhy, View
from coreapp.ui.breaks.answers import BreakAnswer
from tests.e2e.test_day import plan_for_today
from tests.e2e.world import World
from tests.real_desktop.mocked_services import skip_without_dbusmock
from tests.real_desktop.notification_servers import Dunst, is_served, server_without_buttons
from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

PATIENCE_MS = 15_000
TITLE = "Time to stand up"


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    skip_without("dbus-daemon")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def dunst(qtbot: QtBot, x_server: str, address: str, tmp_path: Path) -> Iterator[Dunst]:
    skip_without("dunst", "dunstctl")
    dunst = Dunst(tmp_path)
    dunst.start()
    try:
        qtbot.waitUntil(lambda: is_served(address), timeout=PATIENCE_MS)
        yield dunst
    finally:
        dunst.kill()


@pytest.fixture
def sit(qtbot: QtBot, address: str, open_world: Callable[..., World]) -> Callable[[], World]:
    """Return what starts a program that asks by notifications, up to its first prompt."""

    def start() -> World:
        world = open_world()
        world.services.preferences.change({"prompt_style": "notification"})
        world.start()
        world.program.window.hide()  # a window that is seen follows each step of the breaks
        world.sit(29.5 * 60)
        return world

    return start


@pytest.fixture
def asked(qtbot: QtBot, dunst: Dunst, sit: Callable[[], World]) -> World:
    """A prompt is on the screen, shown by dunst."""
    world = sit()
    qtbot.waitUntil(lambda: TITLE in dunst.said, timeout=PATIENCE_MS)
    return world


def view(world: World) -> View:
    view = world.program.breaks.view()
    assert view is not None
    return view


def test_the_prompt_has_its_answers_stands_out_when_ignored_and_goes_when_the_break_comes(
    qtbot: QtBot, asked: World, dunst: Dunst
) -> None:
    assert dunst.count == 1
    for text in ("Stand, 2 min", "In 5 min", "All answers"):
        assert text in dunst.said
    assert asked.program.stage.prompter.bar is None

    asked.sit(31)
    qtbot.waitUntil(lambda: "CRITICAL" in dunst.said, timeout=PATIENCE_MS)
    assert "Your break waits for a pause in your work." in dunst.said
    assert dunst.count == 1

    asked.hands.rest()
    asked.sit(3)
    assert asked.program.stage.prompter.grown.is_open
    qtbot.waitUntil(lambda: dunst.count == 0, timeout=PATIENCE_MS)


def test_a_button_reaches_the_engine_a_click_brings_up_the_bar_and_a_killed_server_does_so_too(
    qtbot: QtBot, asked: World, dunst: Dunst, address: str
) -> None:
    """One day at the desk, as each begins with half an hour."""
    a_button_reaches_the_engine_and_a_click_with_the_mouse_brings_up_the_bar(qtbot, asked, dunst)
    asked.program.stage.prompter.bar.button(BreakAnswer.LATER).click()
    asked.sit(5 * 60 + 1)
    qtbot.waitUntil(lambda: dunst.count == 1, timeout=PATIENCE_MS)
    with_the_server_killed_the_bar_asks_and_one_that_is_there_again_shows_the_next_prompt(
        qtbot, asked, dunst, address
    )
    asked.stop()
    qtbot.waitUntil(lambda: dunst.count == 0, timeout=PATIENCE_MS)  # nothing is left behind


def a_button_reaches_the_engine_and_a_click_with_the_mouse_brings_up_the_bar(
    qtbot: QtBot, asked: World, dunst: Dunst
) -> None:
    dunst.choose("In 5 min")
    qtbot.waitUntil(lambda: view(asked).why is StateWhy.SNOOZED, timeout=PATIENCE_MS)
    assert view(asked).today.snoozed == 1
    qtbot.waitUntil(lambda: dunst.count == 0, timeout=PATIENCE_MS)

    asked.sit(5 * 60 + 1)
    qtbot.waitUntil(lambda: dunst.count == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(dunst.window), timeout=PATIENCE_MS)
    dunst.click()
    prompter = asked.program.stage.prompter
    qtbot.waitUntil(lambda: prompter.bar is not None, timeout=PATIENCE_MS)
    assert BreakAnswer.SKIP in prompter.bar.buttons
    qtbot.waitUntil(lambda: dunst.count == 0, timeout=PATIENCE_MS)


def with_the_server_killed_the_bar_asks_and_one_that_is_there_again_shows_the_next_prompt(
    qtbot: QtBot, asked: World, dunst: Dunst, address: str
) -> None:
    prompter = asked.program.stage.prompter
    dunst.kill()
    qtbot.waitUntil(lambda: prompter.bar is not None, timeout=PATIENCE_MS)
    prompter.bar.button(BreakAnswer.LATER).click()
    dunst.start()
    qtbot.waitUntil(lambda: is_served(address), timeout=PATIENCE_MS)

    asked.sit(5 * 60 + 1)

    qtbot.waitUntil(lambda: dunst.count == 1, timeout=PATIENCE_MS)
    assert prompter.bar is None


def test_taken_away_it_is_no_answer_and_comes_back_once(
    qtbot: QtBot, asked: World, dunst: Dunst
) -> None:
    dunst.take_away()
    qtbot.waitUntil(lambda: not asked.program.stage.notifier._open, timeout=PATIENCE_MS)
    assert view(asked).why is StateWhy.PROMPT

    asked.sit(31)
    qtbot.waitUntil(lambda: dunst.count == 1, timeout=PATIENCE_MS)
    dunst.take_away()
    asked.sit(600)

    assert dunst.count == 0
    assert view(asked).why is StateWhy.PROMPT


def test_with_no_server_the_bar_asks_at_once(
    qtbot: QtBot, address: str, sit: Callable[[], World]
) -> None:
    prompter = sit().program.stage.prompter

    qtbot.waitUntil(lambda: prompter.bar is not None, timeout=PATIENCE_MS)


def test_a_server_that_hangs_holds_up_nobody(
    qtbot: QtBot, dunst: Dunst, sit: Callable[[], World], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bus_connection, "ANSWER_SECONDS", 0.5)
    dunst.hang()
    prompter = sit().program.stage.prompter
    assert prompter.bar is None

    qtbot.waitUntil(lambda: prompter.bar is not None, timeout=PATIENCE_MS)


def test_without_buttons_the_text_says_what_to_do(
    qtbot: QtBot, address: str, tmp_path: Path, sit: Callable[[], World]
) -> None:
    skip_without_dbusmock()
    with server_without_buttons(tmp_path) as log:
        qtbot.waitUntil(lambda: is_served(address), timeout=PATIENCE_MS)
        world = sit()
        qtbot.waitUntil(lambda: TITLE in log.read_text(), timeout=PATIENCE_MS)
        assert world.program.stage.notifier.has_buttons is False

    assert "When your hands rest, the break opens with all answers." in log.read_text()
    assert "Stand, 2 min" not in log.read_text()


def test_a_planned_session_is_started_from_its_reminder(
    qtbot: QtBot, dunst: Dunst, open_world: Callable[..., World]
) -> None:
    world = open_world().start()
    plan_for_today(world, "sun-salutation-5", "09:10")
    world.clock.advance(601)
    reminders = world.program._reminders
    assert reminders is not None
    reminders.look()
    qtbot.waitUntil(lambda: "Evening session" in dunst.said, timeout=PATIENCE_MS)

    dunst.choose("Start")

    qtbot.waitUntil(lambda: world.program.sessions.player is not None, timeout=PATIENCE_MS)
    assert world.player.conductor.live.session.planned is not None
    assert world.banner == ""
    world.player.close_now()
