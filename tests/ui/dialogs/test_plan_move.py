"""Moving one session of the plan."""

from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coreapp.ui.dialogs.plan_move import MoveDialog
from tests.fakes.shipped import shipped_theme


def test_one_session_is_moved_to_a_wall_time(qtbot: QtBot) -> None:
    start = datetime(2026, 3, 2, 18, 30)
    dialog = MoveDialog(shipped_theme(), "Evening", start, start.date())
    moved: list[datetime] = []
    dialog.moved.connect(moved.append)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog._day.setDate(QDate(2026, 3, 3))
    dialog._at.setTime(QTime(7, 15))

    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "Move")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert moved == [datetime(2026, 3, 3, 7, 15)]
    assert not dialog.isVisible()
