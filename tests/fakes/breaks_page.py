"""The page of breaks as somebody at a desk visits it."""

from datetime import date, timedelta
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from coreapp.domain.training_log import BreakSpan
from coreapp.services.corrections import Corrections
from coreapp.services.sitting_history import SittingHistory
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.pages.breaks.page import BreaksPage, BreaksPageDesk
from tests.fakes.desk_tests import FakeDeskTests
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk

FRIDAY = date(2026, 2, 27)

MOST_TURNS = 100
"""Of the event loop, until what comes after the paint is there."""


class BreaksVisit:
    """The page as somebody at a desk sees it."""

    def __init__(
        self, settings: dict[str, object] | None = None, hurts: HurtsRow | None = None
    ) -> None:
        self.desk = Desk(settings)
        self.shell = FakeShell()
        self.tests = FakeDeskTests()
        self.hint = ""
        self.taken = []
        history = SittingHistory(
            self.desk.breaks, self.desk.database, self.desk.preferences, self.desk.clock
        )
        ids = (f"corrected {number}" for number in count(1))
        self.page = BreaksPage(
            theme=shipped_theme(),
            breaks=self.desk.breaks,
            history=history,
            preferences=self.desk.preferences,
            clock=self.desk.clock,
            shell=self.shell,
            desk=BreaksPageDesk(
                self.tests,
                lambda _view: self.hint,
                self.taken.append,
                Corrections(history, self.desk.database, self.desk.clock, lambda: next(ids)),
            ),
            hurts=hurts,
        )
        self.desk.breaks.start()

    def remember(self, day: date = FRIDAY) -> None:
        """Have sat for forty minutes, and stood for three, on another day."""
        start = self.desk.clock.reading().utc
        start -= timedelta(days=(start.date() - day).days)
        middle = start + timedelta(minutes=40)
        spans = [
            BreakSpan("old 1", start, middle, "Europe/Berlin", "sitting"),
            BreakSpan("old 2", middle, middle + timedelta(minutes=3), "Europe/Berlin", "break"),
        ]
        with self.desk.database.work() as work:
            work.spans.add(spans)

    def icon_button(self, name: str) -> QToolButton:
        found = self.page.findChildren(QToolButton)
        return next(each for each in found if each.accessibleName() == name)

    def open(self, width: int = 1224, height: int = 900) -> None:
        self.page.resize(width, height)
        self.page.show()
        self.page.become_seen()

    def texts(self) -> str:
        """Everything that can be read on the page, with ordinary spaces."""
        for _pass in range(MOST_TURNS):
            if self.page.is_settled or not self.page.isVisible():
                break
            QApplication.processEvents()
        for _pass in range(5):  # what was put in is shown, then laid out, then its heights settle
            QApplication.processEvents()
        labels = (each for each in self.page.findChildren(QLabel) if each.isVisible())
        text = "\n".join(each.text() for each in labels)
        return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{THIN SPACE}", " ")

    def button(self, text: str) -> QPushButton:
        found = (each for each in self.page.findChildren(QPushButton) if each.text() == text)
        return next(found)

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
