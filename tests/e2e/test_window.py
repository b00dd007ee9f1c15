"""The window in a person's hands: languages, colours, closing, hiding, coming back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from coreapp import i18n
from coreapp.desktop.clock import SystemClock
from coreapp.domain.settings import ThemeChoice
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.figure.view import FigureView
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, texts_of

ROUTINE = "desk-2min-a-reset"


def choose_language(world: World, language: str) -> None:
    """Choose a language in the settings, as a person does."""
    page = world.open_page(PageKey.SETTINGS)
    combo = next(each for each in page.findChildren(QComboBox) if each.findData(language) >= 0)
    combo.setCurrentIndex(combo.findData(language))
    combo.activated.emit(combo.currentIndex())
    world.settle()


def nav_texts(world: World) -> list[str]:
    window = world.program.window
    return [world.find(window, f"nav_{key.value}").text() for key in PageKey]


@pytest.mark.parametrize("paints_figures", [True])
@pytest.mark.usefixtures("tray")
def test_settings_work_at_once_and_are_there_at_the_next_start(
    qtbot: QtBot, open_world: Callable[..., World], world: World
) -> None:
    world.program.window.resize(1100, 720)
    world.services.use_language("nl")  # as on the command line
    page = world.open_page(PageKey.SETTINGS)
    light = world.program.window.grab().toImage().pixelColor(5, 5)

    world.choose(page, "Donker")

    assert world.program.theme.tokens.dark
    dark = world.program.window.grab().toImage().pixelColor(5, 5)
    assert dark.lightness() < light.lightness()
    assert i18n.language() == "nl", "the language of the command line outlasts other settings"

    choose_language(world, "en")
    page = world.program.window.page
    figure = next(each for each in page.findChildren(FigureView) if each.isVisible())
    usual = figure.grab().toImage()
    with qtbot.waitSignal(world.program.theme.changed):
        world.click(page, "Dark skin tone")
    assert figure.grab().toImage() != usual

    another_language_rebuilds_every_page(world)
    world.stop()
    again = open_world(world.clock).start("hide")
    assert again.program.theme.choice is ThemeChoice.DARK
    assert again.program.art.skin == 3
    assert i18n.language() == "de"
    assert again.program.window.height() == 720  # the screen of the tests is not wide enough


def another_language_rebuilds_every_page(world: World) -> None:
    tray = world.program.stage.tray
    assert nav_texts(world)[0] == "Today"
    assert "Nothing is planned yet" in texts_of(world.open_page(PageKey.PLAN))
    assert QLocale().language() == QLocale.Language.English

    choose_language(world, "de")

    assert i18n.language() == "de"
    assert QLocale().language() == QLocale.Language.German
    assert nav_texts(world)[0] == "Heute"
    assert "Einstellungen" in texts_of(world.program.window.page)
    assert "Nothing is planned yet" not in texts_of(world.open_page(PageKey.PLAN))
    assert "Beenden" in [action.text() for action in tray.menu.actions()]


@pytest.mark.usefixtures("tray")
def test_settings_of_the_breaks_work_at_once(world: World) -> None:
    world.hands.type()
    world.program.stage.tick()
    world.sit(21 * 60)
    page = world.open_page(PageKey.SETTINGS)

    page._change("breaks", {"interval_min": 20})
    world.settle()
    assert world.program.stage.prompter.bar is not None

    page._change("breaks_on", value=False)
    world.settle()
    assert world.program.stage.prompter.bar is None
    assert not world.program.breaks.is_on


def test_without_a_tray_the_small_window_stands_for_the_hidden_one(
    open_world: Callable[..., World], quits: list[bool]
) -> None:
    world = open_world().start("hide")
    outside = world.program.stage.outside
    small = outside.small
    assert not world.program.window.isVisible()
    assert small is not None
    assert small.isVisible()

    choose_language_by_hand(world, "de")
    assert outside.small is not small

    choose_language_by_hand(world, "en")
    world.click(outside.small, "Open")
    assert world.program.window.isVisible()
    assert outside.small is None

    world.program.window.close()
    world.settle()
    assert outside.small is not None
    assert outside.small.isVisible()
    assert quits == []

    outside.small.entries.action(TrayAction.QUIT).trigger()
    assert quits == [True]


def choose_language_by_hand(world: World, language: str) -> None:
    """Change the language as the settings do, without their page."""
    settings = world.services.preferences.change({"language": language})
    world.program.apply_settings(settings)
    world.settle()


def test_with_a_tray_closing_hides_and_says_so_once_and_everything_works_there(
    tray: list[str], open_world: Callable[..., World], quits: list[bool]
) -> None:
    world = open_world().start("hide")
    world.open_page(PageKey.GUIDE)
    for _ in range(2):
        world.program.window.close()
        assert not world.program.window.isVisible()
        world.program.obey(["show"])
        assert world.program.window.isVisible()
    assert len(tray) == 1
    assert tray[0].startswith("Coreapp is still there: ")
    world.stop()

    again = open_world(world.clock).start("hide")
    assert not again.program.window.isVisible()
    again.hands.type()
    again.program.stage.tick()
    again.sit(30 * 60)
    bar = again.program.stage.prompter.bar
    assert bar is not None
    assert bar.isVisible()
    bar.answered.emit(BreakAnswer.ROUTINE)
    again.settle()
    again.play_break()
    (session,) = again.services.training.history()
    assert session.routine.startswith("desk-")

    again.program.obey(["show"])
    again.program.window.close()
    assert not again.program.window.isVisible()
    assert len(tray) == 1
    assert quits == []


@pytest.mark.parametrize("busy", [False, True], ids=["at rest", "in a session"])
@pytest.mark.usefixtures("tray")
def test_quit_in_the_tray_ends_the_program(
    world: World,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    busy: bool,
) -> None:
    """The window goes to the tray when it is closed; that must not keep the program alive."""
    world.open_page(PageKey.GUIDE)
    monkeypatch.setattr(qapp, "exit", lambda: QApplication.exit(0))  # no stand-in this time
    if busy:
        world.program.obey(["play", ROUTINE])
    QTimer.singleShot(0, world.program.stage.tray.quit_requested.emit)
    stuck = QTimer()
    stuck.setSingleShot(True)
    stuck.timeout.connect(lambda: QApplication.exit(99))
    stuck.start(5_000)

    code = qapp.exec()
    stuck.stop()

    assert code == 0


def test_ending_before_the_log_is_open_leaves_nothing_behind(
    open_world: Callable[..., World], qtbot: QtBot
) -> None:
    world = open_world()
    world.is_running = True
    world.program.start(["show"])

    world.stop()

    qtbot.wait(1)
    assert world.program._reminders is None


def test_pages_behind_the_player_stand_still(open_world: Callable[..., World]) -> None:
    world = open_world(moves=True).start()
    today = world.program.window.page
    moving = [each for each in today.findChildren(FigureView) if each.moving]
    assert moving

    world.program.obey(["play", ROUTINE])
    assert not any(each.moving for each in today.findChildren(FigureView))

    world.player.close_now()
    world.settle()
    assert any(each.moving for each in today.findChildren(FigureView))


@pytest.mark.usefixtures("tray")
def test_a_session_on_a_faster_clock_comes_to_its_end_by_itself(world: World, qtbot: QtBot) -> None:
    """`play ROUTINE --speed N` in the window: nobody ticks but the program's own timers."""
    world.services.clock = SystemClock()
    world.program.obey(["play", ROUTINE, "600"])

    qtbot.waitUntil(lambda: world.player.conductor.is_over, timeout=10_000)

    (session,) = world.services.training.history()
    assert session.outcome.value == "completed"
    assert (session.ended_at - session.started_at).total_seconds() > 115
    world.player.close_now()
