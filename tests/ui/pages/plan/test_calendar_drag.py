"""Dragging a session from day to day."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.plan.day_model import DAY_ROLE
from tests.fakes.plan_days import STRONG, PlanHome
from tests.ui.pages.desk import settle
from tests.ui.pages.plan.plan_room import PlanRoom


@pytest.fixture
def room(qtbot: QtBot) -> PlanRoom:
    home = PlanHome()
    home.put("core-four")
    return PlanRoom(qtbot, home)


def ghosts(room: PlanRoom) -> list[QLabel]:
    settle()
    return room.page.window().findChildren(QLabel, "dragged_session")


def test_a_session_is_dropped_on_another_day_at_its_time(room: PlanRoom) -> None:
    room.drag(4, 6)

    assert room.open_days() == [6, 11, 18, 25]
    assert room.home.item(6).start.hour == 18
    assert room.told == "The core four: moved to Fri 6"
    assert room.page.day == date(2026, 3, 6)
    assert ghosts(room) == []
    room.shell.undos[0]()
    assert room.open_days() == [4, 11, 18, 25]

    # In the week it is dragged too.
    room.click("Week")

    room.drag(4, 7)

    assert room.open_days() == [7, 11, 18, 25]


def test_its_ghost_is_under_the_pointer_and_the_day_is_marked(room: PlanRoom) -> None:
    start, end = room.item_point(4), room.point(13)

    room.take(start, start + QPoint(8, 8), end)

    (ghost,) = ghosts(room)
    cells = room.page.grid.viewport()
    assert ghost.geometry().contains(cells.mapTo(cells.window(), end))
    assert room.page.grid._target == date(2026, 3, 13)
    assert room.page.grid.grab().width() > 0
    room.drop(end)
    assert room.open_days() == [11, 13, 18, 25]


def test_escape_a_click_and_a_drop_where_it_was_leave_everything_as_it_is(room: PlanRoom) -> None:
    start, end = room.item_point(4), room.point(6)
    room.take(start, start + QPoint(8, 8), end)

    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(room.page.grid, event)

    assert event.isAccepted()
    assert ghosts(room) == []
    room.drop(end)
    assert room.open_days() == [4, 11, 18, 25]
    assert room.shell.told == []

    # A click is no drag, and a drop where it was moves nothing either.
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(room.page.grid, event)
    assert not event.isAccepted(), "without a drag it is left to the window"

    at = room.item_point(4)
    room.take(at, at + QPoint(1, 1))
    room.drop(at)
    assert room.page.day == date(2026, 3, 4)
    assert ghosts(room) == []

    room.press(room.point(10))
    assert room.page.day == date(2026, 3, 10)
    assert room.page.grid.currentIndex().data(DAY_ROLE).day == room.page.day

    room.drag(4, 4)
    assert room.shell.told == []
    assert room.open_days() == [4, 11, 18, 25]


def test_what_is_done_stays_where_it_is(room: PlanRoom) -> None:
    room.home.perform(room.home.occurrence(4))
    room.page.refresh()
    settle()

    room.drag(4, 6)

    assert room.shell.told == []


def test_a_drop_that_brings_something_along_says_so(room: PlanRoom) -> None:
    room.home.put(STRONG, "FREQ=WEEKLY;BYDAY=MO,TH")
    room.page.refresh()
    settle()

    room.drag(5, 3)

    assert room.told == (
        "Strength 30 minutes: moved to Tue 3. Strength on Tuesday too. With a day between them "
        "the body has time to build up."
    )
