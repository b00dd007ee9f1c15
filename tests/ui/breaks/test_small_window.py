"""The small window that stands in for a tray."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.breaks.small_window import SmallWindow
from coreapp.ui.tray import no_hint
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk
from tests.ui.pages.desk import texts


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.breaks.start()
    return desk


@pytest.fixture
def small(qtbot: QtBot, desk: Desk) -> Iterator[SmallWindow]:
    window = SmallWindow(shipped_theme(), desk.breaks, desk.clock, no_hint)
    window.appear()
    yield window
    window.let_go()
    window.deleteLater()


def button(window: SmallWindow, text: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text().startswith(text))


def test_it_shows_where_sitting_stands_also_in_its_title(small: SmallWindow, desk: Desk) -> None:
    desk.work(18)

    assert any(text.startswith("Next break at") for text in texts(small))
    assert small.windowTitle().startswith("12 min · Next break at")
    before = small.windowIcon().pixmap(64, 64).toImage()
    desk.work(6)
    assert small.windowTitle().startswith("6 min · ")
    assert small.windowIcon().pixmap(64, 64).toImage() != before


def test_a_break_begins_and_can_be_put_off(qtbot: QtBot, small: SmallWindow, desk: Desk) -> None:
    desk.work(29.6)
    qtbot.mouseClick(button(small, "Later"), Qt.MouseButton.LeftButton)
    assert desk.view.snoozed_until is not None
    assert not button(small, "Later").isVisible()

    qtbot.mouseClick(button(small, "Break now"), Qt.MouseButton.LeftButton)
    assert desk.view.break_running
    assert not button(small, "Break now").isEnabled()


def test_the_rest_is_in_its_menu(small: SmallWindow, desk: Desk) -> None:
    menu = button(small, "More").menu()
    assert menu is small.entries.menu

    small.entries.action(TrayAction.PAUSE).menu().actions()[0].trigger()
    assert len(desk.view.holds) == 1


def test_it_opens_the_large_window_and_ends_the_program(qtbot: QtBot, small: SmallWindow) -> None:
    with qtbot.waitSignal(small.open_requested):
        qtbot.mouseClick(button(small, "Open"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(small.quit_requested):
        small.entries.action(TrayAction.QUIT).trigger()


def test_closing_it_leaves_it_in_the_list_of_windows(small: SmallWindow) -> None:
    small.close()

    assert small.isMinimized()
    assert not small.isHidden()


def test_it_takes_the_keyboard_from_nobody(small: SmallWindow) -> None:
    assert small.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_in_a_call_it_says_what_can_be_done_unseen(qtbot: QtBot, desk: Desk) -> None:
    window = SmallWindow(shipped_theme(), desk.breaks, desk.clock, lambda _view: "Press the knees.")
    window.appear()

    assert "Press the knees." in texts(window)
    window.let_go()
    window.deleteLater()


def test_a_window_that_was_let_go_follows_nothing(
    qtbot: QtBot, desk: Desk, small: SmallWindow
) -> None:
    small.let_go()
    title = small.windowTitle()

    desk.work(10)

    assert small.windowTitle() == title
    assert not small.isVisible()


@pytest.mark.parametrize("state", [{}, {"place": 3}, {"place": "nonsense"}, {"place": "größer"}])
def test_the_first_time_it_stands_in_the_corner(
    small: SmallWindow, state: dict[str, object]
) -> None:
    small.restore_state(state, "place")

    room = small.screen().availableGeometry()
    assert room.contains(small.geometry())
    assert small.geometry().center().x() > room.center().x()
    assert small.geometry().center().y() > room.center().y()


def test_with_larger_texts_its_buttons_stay_on_the_screen(qtbot: QtBot, desk: Desk) -> None:
    """Its place is kept for the size it had, and its size follows the texts."""
    theme = shipped_theme()
    before = SmallWindow(theme, desk.breaks, desk.clock, no_hint)
    before.restore_state({}, "place")
    before.appear()
    kept = before.saved_state()
    before.let_go()
    before.deleteLater()

    theme.set_text_factor(1.5)
    window = SmallWindow(theme, desk.breaks, desk.clock, no_hint)
    window.restore_state({"place": kept}, "place")
    window.appear()
    qtbot.waitExposed(window)
    room = window.screen().availableGeometry()
    more = button(window, "More")
    is_inside = room.contains(QRect(more.mapToGlobal(QPoint()), more.size()))
    window.let_go()
    window.deleteLater()
    theme.set_text_factor(1.0)

    assert is_inside
