"""The question what a stretch of time was."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coreapp.domain.sitting.facts import SpanKind
from coreapp.services.corrections import ChosenSpan
from coreapp.ui.dialogs.time_correction import SaidTime, TimeCorrectionDialog
from coreapp.ui.widgets.fields import ComboField
from tests.fakes.records import span
from tests.fakes.shipped import shipped_theme
from tests.ui.walk import problems_in


@pytest.fixture
def dialog(qtbot) -> TimeCorrectionDialog:
    chosen = ChosenSpan(span(), date(2026, 3, 4), SpanKind.BREAK, "09:40", "24:00")
    made = TimeCorrectionDialog(shipped_theme(), chosen, "Wednesday: Break, 9:40 AM to midnight")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def fields(dialog: TimeCorrectionDialog) -> dict[str, QLineEdit]:
    return {each.accessibleName(): each for each in dialog.findChildren(QLineEdit)}


def test_it_begins_with_what_the_record_says(dialog):
    kind = dialog.findChild(ComboField)

    assert (kind.accessibleName(), kind.currentText()) == ("What it was", "Break")
    assert {name: each.text() for name, each in fields(dialog).items()} == {
        "Began at": "09:40",
        "Ended at": "24:00",
    }
    assert [kind.itemText(row) for row in range(kind.count())] == [
        "Sitting",
        "Standing",
        "Away",
        "Break",
        "Outside working hours",
    ]


def test_it_can_be_answered_with_the_keys_alone(dialog):
    said: list[SaidTime] = []
    dialog.said.connect(said.append)
    dialog.findChild(ComboField).setFocus()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is fields(dialog)["Began at"]
    QTest.keyClicks(dialog.focusWidget(), "9.30")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert said == [SaidTime(SpanKind.SITTING, "9.30", "24:00")]
    assert dialog.isVisible()


def test_what_is_wrong_is_told_beneath_its_field_and_goes_with_the_next_answer(dialog):
    dialog.show_problem("to", "It must be later than the beginning.")
    field = fields(dialog)["Ended at"]
    assert dialog.focusWidget() is field
    assert field.accessibleDescription() == "It must be later than the beginning."
    assert field.property("invalid")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.accessibleDescription() == ""
    assert not field.property("invalid")


def test_esc_leaves(dialog):
    said: list[SaidTime] = []
    dialog.said.connect(said.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert said == []


def test_everything_has_a_name_and_room(dialog):
    assert problems_in(dialog) == []
