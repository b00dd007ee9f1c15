"""A person who opens the program for the first time, and everybody who has been here before."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from coreapp import i18n
from coreapp.bootstrap import Services
from coreapp.desktop.paths import find_paths
from coreapp.domain.first_answers import AT_HOME, AT_THE_DESK, HealthAnswer, Step
from coreapp.domain.settings import BreakPlace
from coreapp.ui.breaks.sitting_card import SittingCard
from coreapp.ui.navigation import PageKey, Place
from tests.e2e.world import World, texts_of
from tests.fakes.clock import FakeClock


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
    window.activateWindow()
    newcomer.settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.objectName() == "option_en", "the keyboard is on the first question"

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
    window = newcomer.program.window
    window.resize(1024, 680)
    newcomer.settle()
    newcomer.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert is_asked(newcomer), "the keys of the pages rest meanwhile"

    newcomer.click(window, "welcome_skip")
    today = window.page
    assert today.isVisible()
    # It comes up as wide as it is: beside the session.
    assert today.findChild(SittingCard).mapTo(today, QPoint(0, 0)).x() > today.width() / 2
    newcomer.qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.place == Place(PageKey.LIBRARY)
    newcomer.stop()

    again = open_world(is_new=True).start()
    assert not is_asked(again)
    assert again.services.preferences.settings.language == ""


def test_who_leaves_in_the_middle_goes_on_there_in_the_language_that_was_chosen(
    newcomer: World, open_world: Callable[..., World]
) -> None:
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

    newcomer.click(window, "option_home")
    newcomer.click(window, "welcome_next")
    newcomer.stop()

    again = open_world(is_new=True).start()
    page = again.program.welcoming.page
    assert page is not None
    assert page.step is Step.HOURS
    assert again.services.preferences.settings.break_place is BreakPlace.HOME
    assert i18n.language() == "nl"


def test_who_has_been_here_before_is_nobody_new(
    open_world: Callable[..., World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_new(name: str = "") -> bool:
        home = Path(mkdtemp(dir=tmp_path))
        if name:
            (home / name).write_bytes(b"" if name.endswith(".db") else b"{}")
        monkeypatch.setenv("COREAPP_HOME", str(home))
        return Services(find_paths(), FakeClock()).first_start.is_wanted

    assert is_new()
    for name in ("coreapp.db", "settings.json", "windows.json"):
        assert not is_new(name), name

    world = open_world(is_new=True).start("hide")
    world.open_page(PageKey.GUIDE)
    assert not is_asked(world)
    assert not world.services.paths.welcome.exists()

    monkeypatch.setenv("COREAPP_DATABASE_URL", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    assert not is_new(), "its log is elsewhere"


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


def test_a_session_and_an_article_that_are_asked_for_come_before_the_questions(
    open_world: Callable[..., World],
) -> None:
    world = open_world(is_new=True).start("play", AT_HOME)
    assert not is_asked(world)
    assert world.player.isVisible()
    world.player.close_now()

    world.program.show_window()
    assert is_asked(world)
    world.program.open_article("when-to-see-a-doctor")
    assert not is_asked(world)
    assert world.program.window.page.isVisible()


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

    page = world.open_page(PageKey.SETTINGS)
    assert world.find(page, "ask_first_switch").isChecked()
    world.click(page, "ask_first_switch")
    world.open_page(PageKey.TODAY)
    assert "Ask before your first session." not in texts_of(window.page)

    world.services.first_start.set_ask_first(wanted=True)
    world.settle()
    world.click(window, "When to see a doctor")
    assert window.place.article == "when-to-see-a-doctor", "the signs are one click away"

    the_settings_show_it_again_with_what_is_set(world)


def the_settings_show_it_again_with_what_is_set(world: World) -> None:
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
