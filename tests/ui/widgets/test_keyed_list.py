"""A painted list: where the mouse is, and where the keyboard is once it is used."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.keyed_list import Index, KeyedList


class Noted(KeyedList):
    """Notes what it would paint and do."""

    def __init__(self) -> None:
        self.ringed = self.hovered = -1
        self.began = 0
        self.menus: list[tuple[int, QPoint]] = []
        self.opened: list[int] = []
        super().__init__()
        self.setModel(QStringListModel(["one", "two", "three"]))

    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Return:
            self.opened.append(self.currentIndex().row())
        return bool(event.key() == Qt.Key.Key_Return)

    def begin_by_keys(self) -> None:
        self.began += 1

    def can_press(self, index: Index) -> bool:
        return index.row() != 0

    def ask_for_menu(self, index: Index, place: QPoint) -> None:
        self.menus.append((index.row(), place))

    def show_hovered(self, index: QModelIndex) -> None:
        self.hovered = index.row()

    def show_ringed(self, index: QModelIndex) -> None:
        self.ringed = index.row()


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Noted:
    view = Noted()
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    view.setCurrentIndex(view.model().index(1, 0))
    return view


def focus(view: Noted, reason: Qt.FocusReason) -> None:
    view.setFocus(reason)
    if not view.hasFocus():
        QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, reason))


def test_the_ring_is_shown_after_keys_only(view: Noted, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.isVisible)
    focus(view, Qt.FocusReason.MouseFocusReason)
    assert (view.ringed, view.began) == (-1, 0)

    view.clearFocus()
    view.take_keyboard()
    assert (view.ringed, view.began) == (1, 1)

    spot = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.ringed == -1

    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.ringed == view.currentIndex().row() == 1

    view.clearFocus()
    assert view.ringed == -1


def test_it_tells_where_the_keyboard_went_but_not_the_mouse(view: Noted, qtbot: QtBot) -> None:
    told = []
    view.current_moved.connect(told.append)
    view.setCurrentIndex(view.model().index(0, 0))
    assert told == []

    qtbot.keyClick(view, Qt.Key.Key_Down)

    assert told == [view.visualRect(view.model().index(1, 0))]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.opened == [1]


def test_only_what_does_something_is_shown_under_the_mouse(view: Noted, qtbot: QtBot) -> None:
    rows = [view.model().index(row, 0) for row in range(3)]
    view.entered.emit(rows[2])
    assert view.hovered == 2
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor

    view.entered.emit(rows[0])
    assert view.hovered == -1
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor

    view.entered.emit(rows[1])
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.hovered == -1


def test_a_menu_opens_at_the_mouse_or_at_the_row_of_the_keyboard(view: Noted) -> None:
    here = QPoint(5, view.visualRect(view.model().index(2, 0)).center().y())
    by_mouse = QContextMenuEvent.Reason.Mouse
    far = QPoint(900, 900)
    view.contextMenuEvent(QContextMenuEvent(by_mouse, here, far))
    view.contextMenuEvent(QContextMenuEvent(by_mouse, QPoint(5, 190), far))
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, far))

    center = view.visualRect(view.model().index(1, 0)).center()
    assert view.menus == [(2, far), (1, view.viewport().mapToGlobal(center))]
