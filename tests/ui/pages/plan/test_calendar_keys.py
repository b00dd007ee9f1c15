"""The calendar by keys: days, months, sessions, moving them and leaving them out."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark
from coreapp.services.changes import Change
from coreapp.ui.pages.plan.day_model import DAY_ROLE
from coreapp.ui.pages.plan.grid import DayGrid
from coreapp.ui.pages.plan.plan_head import WEEK
from tests.fakes.plan_days import PlanHome
from tests.ui.pages.desk import settle
from tests.ui.pages.plan.plan_room import PlanRoom

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(qtbot: QtBot) -> PlanRoom:
    home = PlanHome()
    home.put("core-four", "FREQ=WEEKLY;BYDAY=WE", at="07:00")
    home.put("strength-30", "FREQ=WEEKLY;BYDAY=WE")
    return PlanRoom(qtbot, home)


WAYS = (
    ([Qt.Key.Key_Right], date(2026, 3, 3)),
    ([Qt.Key.Key_Down, Qt.Key.Key_Left], date(2026, 3, 8)),
    ([Qt.Key.Key_Up], date(2026, 2, 23)),
    ([Qt.Key.Key_End], date(2026, 3, 8)),
    ([Qt.Key.Key_Right, Qt.Key.Key_Home], date(2026, 3, 2)),
    ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], date(2026, 5, 2)),
    ([Qt.Key.Key_PageUp], date(2026, 2, 2)),
)


def test_keys_go_from_day_to_day_and_from_month_to_month_or_from_week_to_week(
    room: PlanRoom,
) -> None:
    grid = room.page.grid
    for keys, day in WAYS:
        room.page._go_to(date(2026, 3, 2))
        room.keys(*keys)
        assert room.page.day == day
        assert grid.currentIndex().data(DAY_ROLE).day == day

    assert "February 2026" in room.texts(), "the month that was reached is named"
    room.click("Today")
    assert "March 2026" in room.texts()

    # In the week pages are weeks.
    room.click("Week")
    room.keys(Qt.Key.Key_PageDown)

    assert room.page.day == date(2026, 3, 9)
    assert "Mar 9\u2009–\u200915, 2026" in room.texts()
    room.keys(Qt.Key.Key_End, Qt.Key.Key_Right)
    assert room.page.day == date(2026, 3, 16)
    assert room.page.head._kind.value() == WEEK


def test_only_days_that_are_looked_at_in_another_way_are_painted_again(
    room: PlanRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid, painted = room.page.grid, set[int]()
    paint = type(grid).paint_cell

    def note(grid: DayGrid, painter: QPainter, box: QRectF, index: QModelIndex) -> None:
        painted.add(index.data(DAY_ROLE).day.day)
        paint(grid, painter, box, index)

    room.keys(Qt.Key.Key_Right)
    monkeypatch.setattr(DayGrid, "paint_cell", note)
    room.keys(Qt.Key.Key_Right)
    assert painted == {3, 4}

    painted.clear()
    room.keys(Qt.Key.Key_Space)
    assert painted == {4}

    start, end = room.item_point(4), room.point(13)
    room.take(start, start + QPoint(8, 8), end)
    painted.clear()
    room.drop(room.point(4))
    assert {4, 13} <= painted, "with what the ghost lay on"
    assert len(painted) < 7

    room.home.changes.skip([room.home.occurrence(11, 0)])
    painted.clear()
    room.page.refresh()
    settle()
    assert len(painted) > 28, "what is on them may be another"


def test_a_session_is_moved_by_a_day_and_by_a_week(room: PlanRoom) -> None:
    # Of two the one that comes first is moved, at its time of day; the eye goes with it.
    room.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)
    room.keys(Qt.Key.Key_Left, held=CONTROL)

    assert room.page.day == date(2026, 3, 3)
    (moved,) = room.home.day(3).open
    assert (moved.title, moved.start.hour) == ("The core four", 7)
    assert room.told.startswith("The core four: moved to Tue 3")
    assert room.shell.changes == [(Change.PLAN,)]

    room.page.refresh()
    room.keys(Qt.Key.Key_Down, held=CONTROL)
    assert [each.start.hour for each in room.home.day(10).open] == [7]
    room.shell.undos[1]()
    room.shell.undos[0]()
    assert room.open_days() == [4, 4, 11, 11, 18, 18, 25, 25]


def test_space_goes_from_session_to_session(room: PlanRoom) -> None:
    room.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space)

    assert room.page.grid.accessibleDescription().startswith("Strength 30 minutes: ")
    room.keys(Qt.Key.Key_Delete)
    assert [each.title for each in room.home.day(4).open] == ["The core four"]
    assert room.told == "Skipped: Strength 30 minutes"

    room.shell.undos[0]()
    room.page.refresh()
    assert len(room.home.day(4).open) == 2
    room.keys(Qt.Key.Key_Space)
    assert room.page.grid.accessibleDescription().startswith("The core four")


def test_where_nothing_can_be_moved_keys_are_not_taken_amiss(room: PlanRoom) -> None:
    room.keys(Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_A)
    room.keys(Qt.Key.Key_Right, held=CONTROL)
    assert room.shell.told == []
    assert room.page.day == date(2026, 3, 2), "there is nothing on this day"

    room.home.perform(room.home.occurrence(4, 0))
    room.page.refresh()
    room.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    room.keys(Qt.Key.Key_Right, held=CONTROL)
    assert room.shell.told == [], "what is done cannot be moved"


def test_a_screen_reader_gets_cells_the_pointer_a_tool_tip_and_keys_what_can_be_done(
    room: PlanRoom,
) -> None:
    grid, text = room.page.grid, Qt.ItemDataRole.AccessibleTextRole
    room.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)

    words = grid.currentIndex().data(text)
    assert words.startswith("Wednesday, March 4. The core four: ")
    assert words.count("planned") == 2
    assert grid.model().headerData(0, Qt.Orientation.Horizontal, text) == "Monday"
    assert grid.model().headerData(0, Qt.Orientation.Vertical, text) is None
    assert grid.model().rowCount(grid.currentIndex()) == 0
    assert grid.model().columnCount(grid.currentIndex()) == 0
    tip = grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tip.count("\n") == 1

    at, cells = room.item_point(4), grid.viewport()
    QApplication.sendEvent(cells, QHelpEvent(QEvent.Type.ToolTip, at, cells.mapToGlobal(at)))
    assert "Strength 30 minutes" in QToolTip.text()
    QToolTip.hideText()

    # Tab and Enter go on to what can be done, before what stands beneath.
    told, widget = [], room.page.grid.nextInFocusChain()
    while widget is not room.page.grid and "Sick" not in told:
        if isinstance(widget, QAbstractButton) and widget.isVisible():
            told.append(widget.text() or widget.accessibleName())
        widget = widget.nextInFocusChain()

    answers = [told.index(each) for each in ("Start", "Move", "Skip")]
    assert answers == sorted(answers)
    assert answers[-1] < told.index("Add to this day") < told.index("Sick")

    room.keys(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.text() == "Start"


def test_several_days_are_chosen_and_marked_together(room: PlanRoom) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    room.keys(Qt.Key.Key_Right)
    room.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, held=shift)
    assert room.page.grid.chosen_days == (date(2026, 3, 3), date(2026, 3, 5))
    assert "3" in room.page.grid.accessibleDescription()

    room.click("mark_sick")
    room.click("mark_days", parent=room.page.mark_desk.dialog)
    assert [room.home.day(number).mark for number in (2, 3, 5, 6)] == [
        None,
        DayMark.SICK,
        DayMark.SICK,
        None,
    ]

    room.qtbot.mouseClick(
        room.page.grid.viewport(), Qt.MouseButton.LeftButton, shift, room.point(10)
    )
    assert room.page.grid.chosen_days == (date(2026, 3, 3), date(2026, 3, 10))
    room.keys(Qt.Key.Key_Left)
    assert room.page.grid.chosen_days == (date(2026, 3, 9), date(2026, 3, 9))
