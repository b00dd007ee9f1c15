"""The whole program by keyboard: every window is walked with Tab, forwards and backwards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.navigation import PageKey
from tests.e2e.world import World
from tests.ui.eyes import Eyes
from tests.ui.key_path import KeyWalk, left_out
from tests.ui.looks import KEYED
from tests.ui.stations import stations
from tests.ui.walk import describe

WITHOUT_TAB = frozenset({"bar", "bar that stands out", "done in the break", "the menu of the tray"})
"""The bar takes no keyboard from anybody; what ends a break goes with any key; a menu is the
system’s, and has arrow keys."""


PAGES = frozenset(str(key) for key in PageKey)
"""There, and in dialogs, the way is gone backwards as well."""


def give_keys(window: QWidget, world: World) -> None:
    """Give a window the keyboard, as a window manager would when a dialog has closed."""
    other = QWidget()
    other.show()
    for each in (other, window):
        each.activateWindow()
        world.settle()
    other.close()
    window.activateWindow()
    window.setFocus()
    world.settle()


@pytest.mark.timeout(300)  # every window, one key after the other
@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
def test_tab_leads_everywhere_and_shows_where_one_is(walk_in: Callable[..., World]) -> None:
    eyes = Eyes()
    with eyes.open():
        known = walk_by_keyboard(walk_in(KEYED), eyes)

    assert not eyes.found, "\n" + "\n".join(eyes.found)
    assert len(known) > 20


def walk_by_keyboard(world: World, eyes: Eyes) -> set[type[QWidget]]:
    """Go the whole way; return the kinds of controls that were met."""
    found, known = eyes.found, set[type[QWidget]]()
    for name, window in stations(world):
        assert window is not None, f"{name} is not there"
        world.settle()
        eyes.look_over(name, window)
        eyes.look_at_help(name, window, world.program.theme)
        if name in WITHOUT_TAB:
            continue
        give_keys(window, world)
        walk = KeyWalk(window, known)
        try:
            reached = walk.go()
        except AssertionError as error:
            found.append(f"{name}: {error}")
            continue
        found += [f"{name}: {line}" for line in (*left_out(window, reached), *walk.unseen)]
        if name in PAGES or isinstance(window, QDialog):
            back = KeyWalk(window, known).go(Qt.Key.Key_Backtab)
            if set(back) != set(reached):
                missed = {describe(each) for each in set(reached) ^ set(back)}
                found.append(f"{name}: Tab and Shift+Tab do not lead to the same: {missed}")
        eyes.words.problems()  # what is painted for a step is part of a window only
    return known


class Unseen(QPushButton):
    """Looks the same with the keyboard and without it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing at all."""


def test_the_way_sees_what_is_left_out_and_what_shows_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, unseen, last = QPushButton("First"), Unseen("Unseen"), QPushButton("Last")
    behind = QPushButton("Behind")
    for each in (first, unseen, last, behind):
        column.addWidget(each)
    QWidget.setTabOrder(last, first)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    walk = KeyWalk(window)

    reached = walk.go()

    assert set(reached) == {first, unseen, last, behind}
    assert list(left_out(window, [first, unseen, last])) == [
        "QPushButton “Behind” in  is not reached"
    ]
    assert [line.split("”")[0] for line in walk.unseen] == ["Unseen “Unseen"]


class Trap(QLineEdit):
    """Keeps the keyboard."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Stay."""
        return True


def test_the_way_sees_a_trap(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in (QPushButton("First"), Trap()):
        column.addWidget(each)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    with pytest.raises(AssertionError, match="holds the keys"):
        KeyWalk(window).go()
