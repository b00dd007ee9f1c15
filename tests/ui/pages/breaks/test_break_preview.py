"""A day that is tried out: which one, under which rules, and what is shown of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import BreakSpan
from coreapp.services.day_preview import DayPreview
from coreapp.services.sitting_history import SittingHistory
from coreapp.ui.pages.breaks.preview import BreakPreview
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.switch import Switch
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk


class Trying:
    """Somebody who tries rules out on a Monday."""

    def __init__(self, qtbot) -> None:
        self.qtbot = qtbot
        self.desk = Desk()
        desk = self.desk
        history = SittingHistory(desk.breaks, desk.database, desk.preferences, desk.clock)
        self.panel = BreakPreview(
            shipped_theme(),
            DayPreview(history, desk.clock),
            lambda: desk.preferences.settings.breaks,
        )
        self.panel._settle.setInterval(1)  # nobody holds a button
        self.wanted: list[object] = []
        self.failures: list[object] = []
        self.panel.settings_wanted.connect(self.wanted.append)
        self.panel.failed.connect(self.failures.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(1000, 900)

    def record(self) -> None:
        """Have sat for two hours last Friday, with one absence."""
        start = self.desk.clock.reading().utc - timedelta(days=3)
        parts = (("sitting", 80), ("away", 10), ("sitting", 30))
        spans = []
        for kind, minutes in parts:
            end = start + timedelta(minutes=minutes)
            spans.append(BreakSpan(f"{start}", start, end, "Europe/Berlin", kind))
            start = end
        with self.desk.database.work() as work:
            work.spans.add(spans)

    def begin(self) -> None:
        self.panel.show()
        self.panel.begin()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.panel.is_settled)

    def texts(self) -> str:
        for _pass in range(3):
            QApplication.processEvents()
        labels = (each for each in self.panel.findChildren(QLabel) if each.isVisible())
        return "\n".join(each.text() for each in labels).replace("\N{NARROW NO-BREAK SPACE}", " ")

    def click(self, text: str) -> None:
        found = (each for each in self.panel.findChildren(QPushButton) if each.text() == text)
        QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)

    def enabled(self, text: str) -> bool:
        found = (each for each in self.panel.findChildren(QPushButton) if each.text() == text)
        return next(found).isEnabled()

    def set_number(self, key: str, value: int) -> None:
        self.panel._form._numbers[key].setValue(value)
        self.settle()

    def write(self, label: str, text: str) -> None:
        """Type into the field of a row, and leave it."""
        self.texts()  # what was taken out goes with the next events
        fields = self.panel.findChildren(QLineEdit)
        field = next(each for each in fields if each.accessibleName() == label and each.isVisible())
        field.clear()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()


@pytest.fixture
def trying(qtbot) -> Iterator[Trying]:
    made = Trying(qtbot)
    yield made
    made.panel.stop()
    made.panel.hide()


def test_a_typical_day_is_shown_and_rules_that_are_not_in_use_can_be_used(trying, qtbot):
    trying.begin()

    told = trying.texts()
    assert "Monday, March 2, 2026" in told
    assert "The bar would ask 15 times. There would be 17 breaks." in told
    assert "Held for a call." in told
    assert "8:29 AM" in told
    assert "The bar asks" in told
    strip = trying.panel.findChild(DayStrip)
    assert "Breaks 17" in strip.accessibleName()
    # Where nothing is recorded only a typical day is offered.
    assert trying.panel._which.value() == "typical"
    assert "Fri, Feb 27" not in [each.text() for each in trying.panel.findChildren(QPushButton)]

    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert "Sitting, 8:00 AM" in trying.texts()
    with qtbot.waitSignal(trying.panel.back_requested):
        trying.panel.findChild(IconButton).click()

    # Rules that are in use need not be used.
    assert not trying.enabled("Use these settings")
    trying.write("Working hours on Monday", "8-18")
    assert not trying.enabled("Use these settings"), "what is written again changes nothing"
    trying.set_number("break_min", 5)
    trying.click("Use these settings")
    assert [each.break_min for each in trying.wanted] == [5]
    trying.click("As they are now")
    trying.settle()

    assert trying.panel._form.settings.break_min == 2
    assert not trying.enabled("As they are now")


def test_another_interval_makes_another_day_at_once(trying):
    trying.panel.show()
    trying.panel.begin()
    trying.panel._form._numbers["interval_min"].setValue(60)
    trying.panel._try()
    trying.settle()
    assert "The bar would ask 7 times." in trying.texts(), "it is tried after what is tried now"
    assert trying.enabled("Use these settings")

    trying.set_number("interval_min", 30)
    assert "The bar would ask 15 times." in trying.texts()
    trying.panel.findChild(Switch).click()
    trying.settle()
    assert "The bar would ask 5 times." in trying.texts(), "who sits on is asked less often"


def test_hours_are_written_as_people_write_them(trying):
    trying.desk.preferences.change({"breaks": {"working_hours": {"mon": ["09:00-17:00"]}}})
    trying.begin()
    trying.write("Working hours on Monday", "nine to five")
    trying.write("Walk at lunch", "noon")
    assert trying.panel._form.settings == trying.desk.preferences.settings.breaks
    assert "Write a time of day from 00:00 to 23:59" in trying.texts(), "told beneath"

    trying.write("Walk at lunch", "")
    trying.write("Working hours on Monday", "9 to 12, 13-17:30")
    assert "There would be 12 breaks." in trying.texts()
    fields = [each.text() for each in trying.panel.findChildren(QLineEdit)]
    assert "09:00-12:00, 13:00-17:30" in fields
    trying.write("Walk at lunch", "14:15")
    assert "The bar asks for your walk at lunch." in trying.texts()
    trying.write("Walk at lunch", "")
    assert trying.panel._form.settings.lunch_walk is None

    assert "8:29 AM" not in trying.texts()
    assert "9:29 AM" in trying.texts()
    trying.write("Working hours on Monday", "")
    assert "No working hours" in trying.texts(), "without any hours there is no day"
    assert "9:29 AM" not in trying.texts()


def test_a_recorded_day_is_done_again_by_who_got_up_when_they_did(trying):
    trying.record()
    trying.begin()
    trying.click("Fri, Feb 27")
    trying.settle()
    told = trying.texts()
    assert "Friday, February 27, 2026" in told
    assert "Working hours on Friday" in told
    assert not trying.panel._form.gets_up
    assert "The bar would ask 2 times." in told
    trying.click("A typical day")
    trying.settle()

    assert trying.panel._form.gets_up
    assert "Working hours on Monday" in trying.texts()


def test_a_log_that_cannot_be_read_is_told_and_a_typical_day_is_there(trying, monkeypatch):
    trying.desk.database.failure = DatabaseBusyError()
    trying.begin()
    assert len(trying.failures) == 1
    assert "The bar would ask 15 times." in trying.texts()

    monkeypatch.setattr(trying.panel, "_preview", Failing())
    trying.set_number("interval_min", 40)
    assert len(trying.failures) == 2, "on the worker, too"


class Failing:
    """A preview whose day cannot be made."""

    def run(self, _trial: object) -> None:
        raise DatabaseBusyError
