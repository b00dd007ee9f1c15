"""A walk through everything there is to see, in every language and look."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from tests.e2e.world import World
from tests.fakes.shipped import shipped_looks
from tests.ui.eyes import Eyes, without_default
from tests.ui.looks import WALKED, WalkLook, all_others
from tests.ui.movement import moving_in
from tests.ui.painted_words import PaintedWords
from tests.ui.stale import colours_left
from tests.ui.stations import KINDS_OF_PAGES, own_routine, stations
from tests.ui.walk import problems_in


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
@pytest.mark.parametrize(
    "look",
    [*WALKED, *(pytest.param(each, marks=pytest.mark.soak) for each in all_others())],
    ids=str,
)
def test_nothing_is_cut_off_and_everything_has_a_name(
    walk_in: Callable[..., World], look: WalkLook
) -> None:
    """At its end, when all pages are made, other colours reach each of them."""
    eyes = Eyes()
    with eyes.open():
        world = walk_in(look)
        for name, window in stations(world, look.size):
            assert window is not None, f"{name} is not there"
            world.settle()
            eyes.look_over(name, window)
            eyes.look_at_help(name, window, world.program.theme)

        old = colours_on_pages(world, look.theme)

    assert not eyes.found, "\n" + "\n".join(eyes.found)
    assert not old, "\n" + "\n".join(old)
    assert {"MainWindow", "PlayerWindow", "ActivityDialog"} <= {kind for kind, _topic in eyes.asked}


def colours_on_pages(world: World, before: ThemeChoice) -> list[str]:
    """Choose other colours now that all pages are made; return what is left of those before.

    The editor of a routine is seen at that moment, and all other pages lie behind it.
    """
    window, found = world.program.window, []
    now = ThemeChoice.LIGHT if before is ThemeChoice.DARK else ThemeChoice.DARK
    list(own_routine(world))
    settings = world.services.preferences.change({"theme": now.value})
    world.program.apply_settings(settings)
    looks = shipped_looks()
    for place in (window.place, *KINDS_OF_PAGES):
        window.go(place)
        world.settle()
        left = colours_left(window, looks[before.value], looks[now.value])
        found += [f"{place}: {line}" for line in left]
    return found


def test_the_walk_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    narrow = QLabel("far too long for its room")
    narrow.setFixedWidth(20)
    low = QPushButton("Low")
    low.setFixedHeight(4)
    nameless = QLineEdit()
    of_its_class = QLineEdit()
    of_its_class.setAccessibleName("QLineEdit")
    out = QPushButton("Out", window)
    over, under = QLabel("Over", window), QLabel("Under", window)
    for widget in (narrow, low, nameless, of_its_class):
        column.addWidget(widget)
    window.show()
    out.move(window.width() - 5, 0)
    wide, room = QWidget(), QScrollArea()
    wide.setFixedWidth(2000)
    room.setWidget(wide)
    column.addWidget(room)
    for label in (over, under):
        label.setGeometry(0, 200, 40, 20)

    lines = "\n".join(problems_in(window, hits=True))

    assert "“far too long for its room” in  is 20 wide" in lines
    assert "QPushButton “Low”" in lines
    assert "has no name to be read aloud" in lines
    assert "is called what it is made of" in lines
    assert "“Out”" in lines
    assert "cut off at the side" in lines
    assert "QLabel “Over” in  lies on QLabel “Under” in " in lines
    assert "has to be scrolled sideways" in lines
    assert "x 4: too small to be hit" in lines


def test_the_walk_sees_a_dialog_that_enter_does_nothing_in(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for name in ("Cancel", "Save"):
        button = QPushButton(name)
        button.setAutoDefault(False)
        column.addWidget(button)
    dialog.open()
    assert list(without_default(dialog)) == ["0 of 2 buttons answer to Enter"]

    button.setDefault(True)

    assert not list(without_default(dialog))
    dialog.close()


def test_the_walk_sees_what_moves(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fade, frames, wait = QPropertyAnimation(window, b"pos", window), QTimer(window), QTimer(window)
    fade.setStartValue(QPoint(0, 0))
    fade.setEndValue(QPoint(9, 9))
    fade.setDuration(10_000)
    wait.setSingleShot(True)
    assert not list(moving_in(window))

    fade.start()
    frames.start(16)
    wait.start(16)

    assert list(moving_in(window)) == [
        "QPropertyAnimation of QWidget runs",
        "QWidget paints every 16 ms",
    ]
    fade.stop()


class Painted(QWidget):
    """Writes with a brush what may be too long."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(QRectF(0, 0, 30, 20), Qt.AlignmentFlag.AlignLeft, "far too long")
        painter.drawText(QRectF(0, 20, 200, 4), Qt.AlignmentFlag.AlignLeft, "far too high")
        painter.drawText(QRectF(0, 40, 200, 40), Qt.AlignmentFlag.AlignLeft, "as it should be")


def test_the_walk_sees_what_is_painted_too_large(qtbot: QtBot) -> None:
    widget, words = Painted(), PaintedWords()
    qtbot.addWidget(widget)
    with words.watching():
        widget.grab()

    lines = words.problems()

    assert len(lines) == 2
    assert "“far too high” painted" in lines[0]
    assert "in 4 by Painted" in lines[0]
    assert "“far too long” painted" in lines[1]
    assert not words.problems()
