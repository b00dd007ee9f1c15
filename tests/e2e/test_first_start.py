"""A person who opens the program for the first time, and everybody who has been here before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coreapp import i18n
from coreapp.domain.first_answers import AT_HOME, AT_THE_DESK, HealthAnswer, Step
from coreapp.domain.settings import BreakPlace
from coreapp.ui.breaks.sitting_card import SittingCard
from coreapp.ui.navigation import PageKey, Place
from tests.e2e.world import World, texts_of


@pytest.fixture
def newcomer(open_world: Callable[..., World]) -> World:
    """A person who has just opened the program for the first time."""
    return open_world(is_new=True).start()


def is_asked(world: World) -> bool:
    return world.program.welcoming.page is not None


def test_a_new_person_is_asked_and_begins_at_once(newcomer: World) -> None:
    window = newcomer.program.window
    assert is_asked(newcomer)
    assert window.sidebar.isHidden()

    newcomer.click(window, "welcome_next")
    newcomer.click(window, "option_office")
    newcomer.click(window, "welcome_next")
    newcomer.click(window, "chip_fri")
    newcomer.click(window, "welcome_next")
    newcomer.click(window, "option_no")
    newcomer.click(window, "welcome_next")
    newcomer.click(window, "welcome_start")

    assert newcomer.player.conductor.live.session.routine == AT_THE_DESK
    assert not is_asked(newcomer)
    assert not window.sidebar.isHidden()
    settings = newcomer.services.preferences.settings
    assert settings.break_place is BreakPlace.OFFICE
    assert "fri" not in settings.breaks.working_hours.to_mapping()
    newcomer.player.close_now()


def test_what_is_suggested_can_be_planned_and_taken_back(newcomer: World) -> None:
    window, planning = newcomer.program.window, newcomer.services.planning
    for _ in range(4):
        newcomer.click(window, "welcome_next")

    newcomer.click(window, "welcome_plan")

    assert [each.routine for each in planning.entries()] == [AT_HOME]
    assert window.place == Place(PageKey.TODAY)
    assert "Two to start with" in " ".join(texts_of(window.page))
    window.undo()
    assert planning.entries() == []


def test_all_of_it_can_be_skipped_and_never_comes_back(
    newcomer: World, open_world: Callable[..., World]
) -> None:
    newcomer.click(newcomer.program.window, "welcome_skip")
    assert newcomer.program.window.page.isVisible()
    newcomer.stop()

    again = open_world(is_new=True).start()

    assert not is_asked(again)
    assert again.services.preferences.settings.language == ""


def test_the_page_beneath_comes_up_as_wide_as_it_is(newcomer: World) -> None:
    window = newcomer.program.window
    window.resize(1024, 680)
    newcomer.settle()

    newcomer.click(window, "welcome_skip")

    today, sitting = window.page, window.page.findChild(SittingCard)
    assert sitting.mapTo(today, QPoint(0, 0)).x() > today.width() / 2  # beside the session


def test_who_leaves_in_the_middle_goes_on_there(
    newcomer: World, open_world: Callable[..., World]
) -> None:
    newcomer.click(newcomer.program.window, "welcome_next")
    newcomer.click(newcomer.program.window, "option_home")
    newcomer.click(newcomer.program.window, "welcome_next")
    newcomer.stop()

    again = open_world(is_new=True).start()

    page = again.program.welcoming.page
    assert page is not None
    assert page.step is Step.HOURS
    assert again.services.preferences.settings.break_place is BreakPlace.HOME


@pytest.mark.parametrize("name", ["coreapp.db", "settings.json", "windows.json"])
def test_who_has_been_here_before_never_sees_it(
    open_world: Callable[..., World], coreapp_home: Path, name: str
) -> None:
    coreapp_home.mkdir(parents=True)
    content = b"" if name.endswith(".db") else b"{}"
    (coreapp_home / name).write_bytes(content)

    world = open_world(is_new=True).start()

    assert not is_asked(world)
    assert not world.services.paths.welcome.exists()


def test_a_log_elsewhere_is_nobody_new(
    open_world: Callable[..., World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COREAPP_DATABASE_URL", f"sqlite:///{tmp_path / 'elsewhere.db'}")

    assert not is_asked(open_world(is_new=True).start())


def test_behind_the_tray_it_waits_for_the_window(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world(is_new=True)
    world.program.start(["hide"])
    world.qtbot.waitUntil(lambda: world.program.stage.has_tray)
    assert not world.program.window.isVisible()
    assert not is_asked(world)

    world.program.show_window()

    assert is_asked(world)
    world.is_running = True


def test_a_session_asked_for_on_the_command_line_is_not_disturbed(
    open_world: Callable[..., World],
) -> None:
    world = open_world(is_new=True).start("play", AT_HOME)

    assert not is_asked(world)
    assert world.player.isVisible()
    world.player.close_now()


def test_the_language_is_spoken_at_once_and_the_answers_stay(newcomer: World) -> None:
    window = newcomer.program.window
    newcomer.click(window, "option_de")
    assert i18n.language() == "de"
    assert newcomer.find(window, "welcome_next").text() == "Weiter"
    newcomer.click(window, "welcome_next")
    newcomer.click(window, "option_both")
    newcomer.click(window, "welcome_back")
    newcomer.click(window, "option_nl")
    newcomer.click(window, "welcome_next")

    assert newcomer.find(window, "option_both").isChecked()
    assert newcomer.find(window, "welcome_next").text() == "Volgende"
    assert newcomer.find(window, "welcome_back").text() == "Terug"


def test_keys_of_the_pages_rest_meanwhile(newcomer: World) -> None:
    window = newcomer.program.window
    newcomer.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert is_asked(newcomer)

    newcomer.click(window, "welcome_skip")
    newcomer.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert window.place == Place(PageKey.LIBRARY)


def test_an_article_that_is_asked_for_is_shown(newcomer: World) -> None:
    newcomer.program.open_article("when-to-see-a-doctor")

    assert not is_asked(newcomer)
    assert newcomer.program.window.page.isVisible()


def test_a_yes_reminds_on_today_until_somebody_was_asked(
    newcomer: World, open_world: Callable[..., World]
) -> None:
    newcomer.services.first_start.answer_health(HealthAnswer.YES)
    newcomer.click(newcomer.program.window, "welcome_skip")
    newcomer.stop()
    world = open_world(is_new=True).start()
    window = world.program.window
    assert "Ask before your first session." in texts_of(window.page)

    world.click(window, "ask_first_settle")
    assert "Ask before your first session." not in texts_of(window.page)
    window.undo()
    world.settle()
    assert "Ask before your first session." in texts_of(window.page)

    world.open_page(PageKey.SETTINGS)
    assert world.find(window.page, "ask_first_switch").isChecked()
    world.click(window.page, "ask_first_switch")
    world.open_page(PageKey.TODAY)
    assert "Ask before your first session." not in texts_of(window.page)


def test_the_signs_are_one_click_away(world: World) -> None:
    world.services.first_start.set_ask_first(wanted=True)
    world.settle()

    world.click(world.program.window, "When to see a doctor")

    assert world.program.window.place.article == "when-to-see-a-doctor"


def test_the_settings_show_it_again_with_what_is_set(world: World) -> None:
    window = world.program.window
    page = world.open_page(PageKey.SETTINGS)
    world.click(page, "start_again")
    assert is_asked(world)
    world.click(window, "welcome_next")
    world.click(window, "option_home")

    world.click(window, "welcome_skip")

    assert window.place == Place(PageKey.SETTINGS)
    assert window.page is not page
    assert world.services.preferences.settings.break_place is BreakPlace.HOME


def test_the_keyboard_is_on_the_first_question(newcomer: World) -> None:
    newcomer.program.window.activateWindow()
    newcomer.settle()

    focused = QApplication.focusWidget()

    assert isinstance(focused, QAbstractButton)
    assert focused.objectName() == "option_en"
