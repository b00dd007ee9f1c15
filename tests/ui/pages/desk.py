"""Pages on the shipped library, with a plan and a log in memory."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.schedule import EntryDraft, ScheduleEntry
from coreapp.domain.settings import Settings
from coreapp.services.advice import Advice
from coreapp.services.composing import Composing
from coreapp.services.day_log import DayLog
from coreapp.services.day_questions import DayQuestions
from coreapp.services.goals import Goals
from coreapp.services.next_morning import NextMorning
from coreapp.services.pain_notes import PainNotes
from coreapp.services.planning import Planning
from coreapp.services.training import TrainingLog
from coreapp.services.training_picture import PictureReader
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.today.cards import Asking
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.fakes.sitting import Desk

ROUTINE = "core-basics-runners"


class PageDesk:
    """What pages work with; it is 09:00 on a Monday in Berlin, the 2nd of March 2026."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = shipped_theme()
        self.theme.set_reduced_motion(reduced=True)
        self.art = shipped_art()
        self.library = shipped_library()
        self.desk = Desk()
        self.clock = self.desk.clock
        self.database = self.desk.database
        self.shell = FakeShell()
        self._ids: Iterator[int] = count(1)
        self.planning = Planning(self.library, self.database, self.clock, self.new_id)
        self.composing = Composing(self.library, self.database, self.clock)
        self.log = TrainingLog(self.database, self.clock)
        self.next_morning = NextMorning(self.log, self.clock, FakeStateFile())
        self.settings = Settings()
        self.pictures = PictureReader(self.database, self.clock, lambda: self.settings)
        self.advice = Advice(self.pictures, FakeStateFile())
        self.goals = Goals(self.pictures, FakeStateFile(), lambda: self.settings)
        self.day_log = DayLog(self.database, self.clock)
        self.pain_notes = PainNotes(self.day_log)
        self.day_questions = DayQuestions(self.day_log, FakeStateFile(), lambda: self.settings)
        self.opened_days: list[date] = []

    @property
    def asking(self) -> Asking:
        return Asking(
            pictures=lambda: self.pictures,
            next_morning=lambda: self.next_morning,
            pain_notes=lambda: self.pain_notes,
            day_questions=lambda: self.day_questions,
            advice=lambda: self.advice,
            goals=lambda: self.goals,
            open_day=self.opened_days.append,
        )

    def new_id(self) -> str:
        return f"id{next(self._ids)}"

    def plan(self, rule: str = "FREQ=DAILY", at: str = "18:30", **changes) -> ScheduleEntry:
        draft = {
            "title": "Evening",
            "routine": ROUTINE,
            "rrule": rule,
            "at": at,
            "start_date": "2026-03-02",
            "zone": "Europe/Berlin",
        }
        return self.planning.add(EntryDraft(**(draft | changes)))

    def show(self, page: Page) -> Page:
        """Let a page be seen."""
        self.qtbot.addWidget(page)
        page.resize(1100, 800)
        page.show()
        page.become_seen()
        settle()
        return page

    def click(self, parent: QWidget, name: str, number: int = 0) -> None:
        settle()
        found = [
            each
            for each in parent.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.text(), each.accessibleName(), each.objectName()}
        ]
        assert len(found) > number, f"“{name}” is not to be seen"
        self.qtbot.mouseClick(found[number], Qt.MouseButton.LeftButton)
        settle()


def settle() -> None:
    """Let Qt carry out what it put off."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def texts(parent: QWidget) -> list[str]:
    """Return what can be read, from labels and buttons."""
    settle()
    kinds = QLabel | QAbstractButton
    seen = [each for each in parent.findChildren(QWidget) if isinstance(each, kinds)]
    return [each.text() for each in seen if each.isVisible() and each.text()]
