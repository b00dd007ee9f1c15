"""The message that goes by itself."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.toast import Toast
from tests.ui.walk import problems_in


def test_a_toast_goes_by_itself_or_takes_back(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 400)
    host.show()
    toast = Toast(theme, host)
    assert not toast.isVisible()
    toast.show_message("Session deleted", "Undo")
    assert toast.isVisible()
    assert toast.text == toast.accessibleName() == "Session deleted"
    assert toast.geometry().bottomLeft() == QPoint(24, 375)
    host.resize(600, 500)
    assert toast.geometry().bottom() == 475
    (timer,) = toast.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() == 6000
    with qtbot.waitSignal(toast.undo_requested):
        QTest.mouseClick(toast.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    assert not timer.isActive()
    toast.show_message("Saved")
    assert not toast.findChildren(QPushButton)[0].isVisible()
    toast.hide()


def test_a_toast_takes_a_second_line_before_it_is_cut_off(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(360, 300)
    host.show()
    toast = Toast(theme, host)
    toast.show_message("Short", "Undo")
    one_line = toast.height()

    toast.show_message("Wednesday, March 4: one that is longer than its window is wide", "Undo")

    assert toast.height() > one_line
    assert host.rect().contains(toast.geometry())
    assert not problems_in(toast)
    toast.show_message("Short", "Undo")
    assert toast.height() == one_line
    toast.hide()
