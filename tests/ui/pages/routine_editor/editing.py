"""Somebody who builds a routine, for the tests of the routine editor."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QDropEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coreapp.domain.routine import Routine
from coreapp.ui.pages.routine_editor.editor import RoutineEditor
from coreapp.ui.pages.routine_editor.row_list import RoutineList
from tests.fakes.own_routines import one_routine_library
from tests.fakes.routine_page import RoutinesDesk
from tests.ui.pages.desk import settle

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NAMES = ["plank", "side-plank", "glute-bridge"]


class Editing(RoutinesDesk):
    """A routine of three exercises in its editor."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot, one_routine_library())
        self.kept = self.own.keep(self.made(*NAMES))
        self.open(self.kept.id)

    def open(self, identity: str) -> None:
        self.shell.edit_routine(identity)
        settle()

    @property
    def editor(self) -> RoutineEditor:
        return self.child(RoutineEditor, "")

    @property
    def rows(self) -> RoutineList:
        return self.child(RoutineList, "Blocks and exercises")

    @property
    def stored(self) -> Routine:
        return self.library.routine(self.kept.id)

    def order(self, routine: Routine | None = None) -> list[list[str]]:
        shown = routine or self.editing.routine
        return [[step.exercise for step in block.steps] for block in shown.blocks]

    def titles(self) -> list[str]:
        return [line.title for line in self.rows._model.lines]

    def choose(self, row: int) -> None:
        rows = self.rows
        place = rows.visualRect(rows.model().index(row, 0)).center()
        self.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        rows.setFocus()
        settle()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, on=None) -> None:
        self.qtbot.keyClick(on or self.rows, key, modifier)
        settle()

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        settle()

    def button(self, name: str) -> QAbstractButton:
        return next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.text(), each.accessibleName(), each.objectName()}
        )

    def number(self, name: str) -> QSpinBox:
        return self.child(QSpinBox, name)

    def field(self, name: str) -> QWidget:
        return self.child(QWidget, name)

    def texts(self) -> list[str]:
        settle()
        labels = self.editor.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]

    def drop(self, row: int, above: int) -> None:
        """Drop a row above another one."""
        rows = self.rows
        data = rows._model.mimeData([rows._model.index(row)])
        box = rows.visualRect(rows._model.index(above))
        place = QPointF(box.left() + 20, box.top() + 2) if box.isValid() else QPointF(20, 5000)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        rows.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, button, none))
        settle()
