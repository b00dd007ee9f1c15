"""Help where the question arises: by F1 and by the question marks, everywhere and by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coreapp.domain.timeline import PhaseKind
from coreapp.services.changes import Change
from coreapp.services.help_topics import HelpTopic
from coreapp.services.help_words import help_name, help_text
from coreapp.ui.navigation import PageKey
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.help_pane import HelpPane
from tests.e2e.window_watch import one_window_only
from tests.e2e.world import World

ROUTINE = "desk-1min-micro"
ON_PAGES = {
    PageKey.TODAY: HelpTopic.TODAY,
    PageKey.LIBRARY: HelpTopic.LIBRARY,
    PageKey.ROUTINES: HelpTopic.ROUTINES,
    PageKey.PLAN: HelpTopic.PLAN,
    PageKey.LOG: HelpTopic.LOG,
    PageKey.PROGRESS: HelpTopic.PROGRESS,
    PageKey.BREAKS: HelpTopic.SITTING,
    PageKey.GUIDE: HelpTopic.GUIDE,
    PageKey.SETTINGS: HelpTopic.SETTINGS,
}


def pane(window: QWidget) -> HelpPane | None:
    """The help that is open in a window."""
    return next((each for each in window.findChildren(HelpPane) if each.isVisible()), None)


def press(world: World, window: QWidget, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    window.activateWindow()
    world.settle()
    QTest.keyClick(window.focusWidget() or window, key)
    world.settle()


def ask(world: World, window: QWidget, topic: HelpTopic) -> HelpButton:
    """Press the question mark of a topic by keyboard."""
    found = [each for each in window.findChildren(HelpButton) if each.isVisible()]
    button = next(each for each in found if each.accessibleName() == help_name(topic))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    world.settle()
    return button


def test_f1_tells_about_every_page_esc_gives_the_keyboard_back_and_one_window_is_shown(
    open_world: Callable[..., World], qapp: QApplication
) -> None:
    """From the start on: neither a page nor its help is a window of its own for a moment."""
    with one_window_only(qapp):
        world = open_world().start()
        for key in PageKey:
            world.open_page(key)
            world.program.changed(*Change)
            world.settle()
            f1_tells_about_the_page_and_esc_gives_the_keyboard_back(world, key)
        an_exercise_and_a_programme_have_their_own(world)
    assert qapp.activeWindow() is world.program.window


def f1_tells_about_the_page_and_esc_gives_the_keyboard_back(world: World, key: PageKey) -> None:
    window = world.program.window
    window.sidebar.nav.setFocus()
    before = window.focusWidget()

    press(world, window, Qt.Key.Key_F1)
    shown = pane(window)
    assert shown is not None, key
    assert shown.topic is ON_PAGES[key]
    assert shown.hasFocus(), key
    said = help_text(shown.topic)
    assert shown.text == f"{said.title}. {said.text}"
    assert window.rect().contains(shown.geometry()), key

    press(world, window, Qt.Key.Key_Escape)
    assert pane(window) is None, key
    assert window.focusWidget() is before, key
    assert window.place.page is key


def an_exercise_and_a_programme_have_their_own(world: World) -> None:
    window = world.program.window
    for go, topic in (
        (lambda: world.program.open_exercise("plank"), HelpTopic.LEVELS),
        (lambda: world.program.open_programme("back-strength-8wk"), HelpTopic.PROGRAMME),
    ):
        go()
        world.settle()
        press(world, window, Qt.Key.Key_F1)
        shown = pane(window)
        assert shown is not None
        assert shown.topic is topic
        press(world, window, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("tray")
def test_what_opened_it_closes_it_and_so_do_a_click_and_the_keyboard_elsewhere(
    world: World,
) -> None:
    window = world.program.window
    world.open_page(PageKey.BREAKS)
    press(world, window, Qt.Key.Key_F1)
    assert pane(window) is not None
    press(world, window, Qt.Key.Key_F1)
    assert pane(window) is None

    press(world, window, Qt.Key.Key_F1)
    assert pane(window) is not None
    QTest.mouseClick(window.page.viewport(), Qt.MouseButton.LeftButton)
    world.settle()
    assert pane(window) is None

    world.click(window, help_name(HelpTopic.SITTING))
    assert pane(window) is not None
    world.click(window, help_name(HelpTopic.SITTING))
    assert pane(window) is None

    ask(world, window, HelpTopic.SITTING)
    assert pane(window) is not None
    press(world, window, Qt.Key.Key_F6)
    assert pane(window) is None


@pytest.mark.usefixtures("tray")
def test_the_question_mark_opens_beside_itself_and_leads_to_the_guide(world: World) -> None:
    window = world.program.window
    world.open_page(PageKey.BREAKS)
    button = ask(world, window, HelpTopic.SITTING)
    shown = pane(window)
    assert shown is not None
    place = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
    assert not shown.geometry().intersects(place)

    press(world, window, Qt.Key.Key_Escape)
    assert button.hasFocus()

    another_language_is_spoken_while_it_is_open(world)

    ask(world, window, HelpTopic.SITTING)
    world.click(window, "Mehr im Ratgeber")

    assert window.place.page is PageKey.GUIDE
    assert window.place.article == "sitting"
    assert pane(window) is None


def another_language_is_spoken_while_it_is_open(world: World) -> None:
    window = world.program.window
    ask(world, window, HelpTopic.SITTING)

    settings = world.services.preferences.change({"language": "de"})
    world.program.apply_settings(settings)
    world.settle()

    shown = pane(window)
    assert shown is not None
    said = help_text(HelpTopic.SITTING)
    assert shown.text == f"{said.title}. {said.text}"
    assert "30\N{NO-BREAK SPACE}Minuten" in shown.text

    press(world, window, Qt.Key.Key_Escape)
    assert pane(window) is None
    focused = window.focusWidget()
    assert isinstance(focused, HelpButton)
    assert focused.accessibleName() == help_name(HelpTopic.SITTING)


@pytest.mark.usefixtures("tray")
def test_in_a_dialog_it_names_the_guide_and_leads_nowhere(world: World) -> None:
    world.program.enter_activity()
    world.settle()
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, QDialog)
    dialog.effort.setFocus()

    press(world, dialog, Qt.Key.Key_F1)

    shown = pane(dialog)
    assert shown is not None
    assert shown.topic is HelpTopic.EFFORT
    press(world, dialog, Qt.Key.Key_Escape)
    assert pane(dialog) is None
    assert dialog.isVisible()
    assert dialog.effort.hasFocus()

    dialog._show_more(shown=True)
    ask(world, dialog, HelpTopic.PAIN)
    shown = pane(dialog)
    assert shown is not None
    assert not shown._more.isVisible()
    assert shown._elsewhere.isVisible()
    dialog.reject()


@pytest.mark.usefixtures("tray")
def test_in_the_player_time_and_keys_go_on(world: World) -> None:
    world.begin(ROUTINE)
    player = world.player
    world.play(lambda each: each.conductor.view().phase.kind is PhaseKind.WORK)
    press(world, player, Qt.Key.Key_F1)
    shown = pane(player)
    assert shown is not None
    assert shown.topic is HelpTopic.PLAYER
    assert player.conductor.is_moving

    press(world, player, Qt.Key.Key_Space)
    assert not player.conductor.is_moving
    press(world, player, Qt.Key.Key_Space)
    assert player.conductor.is_moving
    assert pane(player) is shown

    press(world, player, Qt.Key.Key_Escape)
    assert pane(player) is None
    assert player._question is None
    assert player.conductor.is_moving

    world.play()
    player.after.card.effort.setFocus()
    press(world, player, Qt.Key.Key_F1)
    shown = pane(player)
    assert shown is not None
    assert shown.topic is HelpTopic.EFFORT
    press(world, player, Qt.Key.Key_Escape)
    assert player.after.isVisible()
    assert player.after.card.effort.hasFocus()
