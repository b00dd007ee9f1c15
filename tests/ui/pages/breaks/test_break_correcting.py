"""A stretch of the day put right on the page of breaks, from the strip to the toast."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.changes import Change
from coreapp.ui.dialogs.time_correction import TimeCorrectionDialog
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.fields import ComboField
from tests.fakes.breaks_page import BreaksVisit


@pytest.fixture
def visit(qtbot) -> Iterator[BreaksVisit]:
    made = BreaksVisit()
    qtbot.addWidget(made.page)
    made.desk.work(40)
    made.desk.rest(180)
    made.desk.work(5)
    made.open()
    made.page.activateWindow()
    QApplication.processEvents()
    yield made
    made.page.become_hidden()
    made.page.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def strip_of(visit: BreaksVisit) -> DayStrip:
    return visit.page.findChild(DayStrip)


def choose(visit: BreaksVisit, *keys: Qt.Key) -> None:
    """Choose a span with the keys."""
    strip = strip_of(visit)
    strip.setFocus()
    for key in (*keys, Qt.Key.Key_Return):
        QTest.keyClick(strip, key)
    QApplication.processEvents()


def dialog_of(visit: BreaksVisit) -> TimeCorrectionDialog:
    shown = (each for each in visit.page.findChildren(TimeCorrectionDialog) if each.isVisible())
    return next(shown)


def answer(
    dialog: TimeCorrectionDialog, kind: str = "", *, began: str = "", ended: str = ""
) -> None:
    """Fill in what is given, and say so."""
    times = {"Began at": began, "Ended at": ended}
    combo = dialog.findChild(ComboField)
    combo.setCurrentIndex(combo.findText(kind or combo.currentText()))
    for name, text in ((name, text) for name, text in times.items() if text):
        field = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == name)
        field.setText(text)
    words = {"Correct", "Fill in"}
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() in words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def plain(text: str) -> str:
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ")


def filled_in(visit: BreaksVisit) -> TimeCorrectionDialog:
    """Go to yesterday, of which nothing is recorded, and ask for it to be filled in by the keys."""
    visit.icon_button("The day before").click()
    button = visit.button("Fill in this day…")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    return dialog_of(visit)


def kinds(visit: BreaksVisit) -> list[str]:
    stored = visit.desk.database.stored.spans.kept.values()
    return [each.kind for each in sorted(stored, key=lambda each: each.start)]


def test_how_a_time_is_corrected_is_said_and_nothing_moves_when_one_is_looked_at(visit):
    assert "To correct a time, click it, or choose it with the arrow keys" in visit.texts()
    assert not visit.button("Fill in this day…").isVisible(), "it is recorded"
    place = strip_of(visit).geometry()
    QTest.keyClick(strip_of(visit), Qt.Key.Key_Home)
    assert "Sitting, 9:00 AM" in visit.texts()
    assert strip_of(visit).geometry() == place

    # Who changes nothing is told nothing.
    choose(visit, Qt.Key.Key_Home)
    dialog = dialog_of(visit)
    answer(dialog)
    assert not dialog.isVisible()
    assert visit.shell.told == []

    visit.icon_button("The day before").click()
    assert "To correct a time" not in visit.texts(), "it has no times"


def test_a_time_is_corrected_and_everything_follows_and_can_be_undone(visit):
    before = dict(visit.desk.database.stored.spans.kept)
    choose(visit, Qt.Key.Key_Home)
    dialog = dialog_of(visit)
    assert "Today: Sitting, 9:00 AM–9:40 AM" in plain(
        "\n".join(each.text() for each in dialog.findChildren(QLabel))
    )
    answer(dialog, "Standing", began="9:10", ended="9:30")

    assert not dialog.isVisible()
    assert kinds(visit)[:3] == ["sitting", "standing", "sitting"]
    assert plain(visit.shell.told[-1]) == "Standing, 9:10 AM–9:30 AM, corrected by hand"
    assert visit.shell.changes[-1] == (Change.BREAKS,)
    assert "10 min\nLongest sit" in visit.texts()
    QTest.keyClick(strip_of(visit), Qt.Key.Key_Home)
    QTest.keyClick(strip_of(visit), Qt.Key.Key_Right)
    assert strip_of(visit).told.endswith("corrected by hand")

    visit.shell.undos[-1]()
    assert visit.desk.database.stored.spans.kept == before
    assert "40 min\nLongest sit" in visit.texts()


def test_a_time_that_cannot_be_used_is_told_beneath_it(visit):
    before = dict(visit.desk.database.stored.spans.kept)
    choose(visit, Qt.Key.Key_Home)
    dialog = dialog_of(visit)
    for began, ended, sentence in (
        ("soon", "", "“soon” cannot be used. Write a time of day from 00:00 to 23:59."),
        ("9:00", "9:00", "“09:00” cannot be used. It must be later than the beginning."),
        (
            "9:00",
            "12",
            "“12:00” cannot be used. Only what is over can be corrected: until 09:43 for now.",
        ),
    ):
        answer(dialog, began=began, ended=ended)
        assert dialog.isVisible()
        assert sentence in [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
        assert visit.desk.database.stored.spans.kept == before
    answer(dialog, "Away", began="9:00", ended="9:20")
    assert not dialog.isVisible()
    assert kinds(visit)[0] == "away"


def test_what_goes_on_is_not_asked_about_and_a_log_that_fails_is_told(visit):
    choose(visit, Qt.Key.Key_End)
    assert visit.page.findChildren(TimeCorrectionDialog) == []
    assert visit.shell.errors == []
    assert visit.shell.told == ["This is not over yet. As soon as it is, it can be corrected."]
    visit.shell.told.clear()

    visit.desk.database.failure = DatabaseBusyError()
    choose(visit, Qt.Key.Key_Home)
    visit.desk.database.failure = None
    assert [type(each) for each in visit.shell.errors] == [DatabaseBusyError]
    assert visit.page.findChildren(TimeCorrectionDialog) == []

    choose(visit, Qt.Key.Key_Home)
    dialog = dialog_of(visit)
    visit.desk.database.failure = DatabaseBusyError()
    answer(dialog, "Away")
    visit.desk.database.failure = None
    assert not dialog.isVisible()
    assert [type(each) for each in visit.shell.errors] == [DatabaseBusyError] * 2
    assert visit.shell.told == []


def test_an_empty_day_is_filled_in_and_everything_follows_and_can_be_undone(visit):
    before = dict(visit.desk.database.stored.spans.kept)
    dialog = filled_in(visit)
    said = [each.text() for each in dialog.findChildren(QLabel)]
    assert "Sitting 0 min" not in visit.texts()
    assert dialog.windowTitle() == "Fill in this day"
    assert "Yesterday" in said
    times = [each.text() for each in dialog.findChildren(QLineEdit) if each.accessibleName()]
    assert times == ["09:00", "17:00"]
    answer(dialog, began="9:30", ended="16:00")

    assert not dialog.isVisible()
    assert plain(visit.shell.told[-1]) == "Sitting, 9:30 AM–4:00 PM, corrected by hand"
    assert visit.shell.changes[-1] == (Change.BREAKS,)
    assert "6 hr 30 min\nLongest sit" in visit.texts()
    assert not visit.button("Fill in this day…").isVisible()
    assert "To correct a time" in visit.texts()
    assert visit.page.window().focusWidget() is strip_of(visit)

    visit.shell.undos[-1]()
    assert visit.desk.database.stored.spans.kept == before
    assert "Nothing is recorded of this day." in visit.texts()
    assert visit.button("Fill in this day…").isVisible()


def test_a_day_that_only_begins_need_not_be_filled_in(qtbot):
    made = BreaksVisit()
    qtbot.addWidget(made.page)
    made.open()

    assert not made.button("Fill in this day…").isVisible()
    made.page.become_hidden()
    made.page.hide()


@pytest.fixture
def switched_off(qtbot) -> Iterator[BreaksVisit]:
    """At nine, with hours from eight on, and no breaks."""
    made = BreaksVisit({"breaks_on": False})
    qtbot.addWidget(made.page)
    yield made
    made.page.become_hidden()
    made.page.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_today_can_be_filled_in_up_to_now_while_nothing_is_counted(switched_off):
    switched_off.open()
    switched_off.click("Fill in this day…")
    answer(dialog_of(switched_off), "Standing")

    assert plain(switched_off.shell.told[-1]) == "Standing, 8:00 AM–9:00 AM, corrected by hand"


def test_before_its_hours_begin_there_is_nothing_to_fill_in_and_that_is_said(switched_off):
    switched_off.desk.clock.advance(-2 * 3600)
    switched_off.open()
    switched_off.click("Fill in this day…")

    assert switched_off.shell.told == ["The hours of that day have not begun yet."]
    assert switched_off.page.findChildren(TimeCorrectionDialog) == []
