"""The page of the plan in a window, with what a person can do to it."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.plan import PlanPage
from coreapp.ui.pages.plan.plan_desk import PlanServices
from tests.fakes.plan_days import PlanHome
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.ui.pages.desk import settle, texts

_NOTHING_HELD = Qt.KeyboardModifier.NoModifier


class PlanRoom:
    """A page; it is 09:00 on Monday, the 2nd of March 2026, in Berlin."""

    def __init__(self, qtbot: QtBot, home: PlanHome, width: int = 1100) -> None:
        self.qtbot = qtbot
        self.home = home
        self.shell = FakeShell()
        theme = shipped_theme()
        theme.set_reduced_motion(reduced=True)
        services = PlanServices(
            home.library, home.planning, home.calendar, home.changes, home.marks
        )
        self.noted: list[date] = []
        self.page = PlanPage(theme, shipped_art(), services, self.shell, ask_how_it_was=self._note)
        qtbot.addWidget(self.page)
        self.page.resize(width, 800)
        self.page.show()
        self.page.become_seen()
        settle()

    @property
    def told(self) -> str:
        """What was said last."""
        return self.shell.told[-1]

    def keys(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press keys in the calendar."""
        self.page.grid.setFocus(Qt.FocusReason.TabFocusReason)
        for key in keys:
            self.qtbot.keyClick(self.page.grid, key, held)
            settle()

    def click(self, name: str, number: int = 0, parent: QWidget | None = None) -> None:
        """Press a button by its text, its spoken name, or the name it has in the code."""
        settle()
        found = [
            each
            for each in (parent or self.page).findChildren(QAbstractButton)
            if each.isVisible() and name in {each.text(), each.accessibleName(), each.objectName()}
        ]
        assert len(found) > number, f"“{name}” is not to be seen"
        self.qtbot.mouseClick(found[number], Qt.MouseButton.LeftButton)
        settle()

    def _note(self, day: date, _window: QWidget) -> None:
        self.noted.append(day)

    def texts(self) -> list[str]:
        """What can be read on the page beside the calendar."""
        return texts(self.page)

    def point(self, day: int) -> QPoint:
        """A place on a day of March, low enough to hit no item."""
        box = self.page.grid.cell_of(date(2026, 3, day))
        return QPoint(round(box.center().x()), round(box.bottom() - 5))

    def item_point(self, day: int, index: int = 0) -> QPoint:
        """A place on an item of a day."""
        key = self.home.item(day, index).key
        return self.page.grid.box_of(key).center().toPoint()

    def press(self, at: QPoint) -> None:
        """Click into the calendar."""
        self.qtbot.mouseClick(self.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle()

    def take(self, at: QPoint, *way: QPoint) -> None:
        """Press, and carry what is there along a way, without letting go."""
        cells = self.page.grid.viewport()
        QTest.mousePress(cells, Qt.MouseButton.LeftButton, pos=at)
        for point in way:
            # QTest's own moves carry no button on every platform.
            left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
            moved = QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(point),
                QPointF(cells.mapToGlobal(point)),
                none,
                left,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(cells, moved)
        settle()

    def drop(self, at: QPoint) -> None:
        """Let go."""
        QTest.mouseRelease(self.page.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle()

    def drag(self, day: int, to: int, index: int = 0) -> None:
        """Drag an item to another day."""
        start, end = self.item_point(day, index), self.point(to)
        self.take(start, start + QPoint(6, 6), QPoint((start + end) / 2), end)
        self.drop(end)

    def open_days(self) -> list[int]:
        """The days of March on which something is to be done."""
        days = self.home.march().days.values()
        return [each.day.day for each in days if each.day.month == 3 for _item in each.open]
