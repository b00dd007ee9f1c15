"""How a day was: everything optional, in groups that are folded away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark, DayRecord, Relief
from coreapp.domain.habits import DayNote
from coreapp.domain.pain import PainPlace
from coreapp.ui.dialogs.day_record import DayRecordDialog
from tests.fakes.records import day_record
from tests.fakes.shipped import shipped_theme

TODAY = date(2026, 3, 4)
SENSED = DayNote(sit_hours=5.3, longest_sit_min=95)


@pytest.fixture
def ask(qtbot: QtBot):
    def make(record: DayRecord, sensed: DayNote = SENSED) -> DayRecordDialog:
        dialog = DayRecordDialog(shipped_theme(), record, sensed, TODAY)
        dialog.told = []
        dialog.saved.connect(dialog.told.append)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def click(qtbot: QtBot, dialog: DayRecordDialog, name: str) -> None:
    buttons = dialog.findChildren(QAbstractButton)
    known = (each for each in buttons if name in {each.text(), each.accessibleName()})
    qtbot.mouseClick(next(known), Qt.MouseButton.LeftButton)


def texts(dialog: DayRecordDialog) -> str:
    labels = (each for each in dialog.findChildren(QLabel) if each.isVisible())
    return " | ".join(each.text() for each in labels)


@pytest.mark.parametrize(
    "record",
    [
        day_record(TODAY),
        DayRecord(TODAY),
        day_record(
            TODAY, note=DayNote(sleep_hours=6.1, sit_hours=7.33, stand_hours=0.1, lifted=False)
        ),
    ],
)
def test_what_nobody_changes_stays_as_it_was(qtbot: QtBot, ask, record) -> None:
    dialog = ask(record)

    click(qtbot, dialog, "Save")

    assert dialog.told == [record]
    assert dialog.isVisible(), "who keeps it closes it"


def test_nothing_is_asked_at_once(ask) -> None:
    dialog = ask(day_record(TODAY))

    assert not any(group.is_open for group in dialog.groups)
    said = texts(dialog)
    assert "pain 4" in said
    assert "slept 6 hr 45 min" in said
    assert "sat 8 hr 30 min" in said


def test_a_day_is_marked_and_the_mark_taken_back(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Sick")
    assert dialog.record() == DayRecord(TODAY, mark=DayMark.SICK)

    click(qtbot, dialog, "Sick")
    assert dialog.record().is_empty


def test_pain_with_place_and_what_helped(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Pain")
    qtbot.keyClicks(dialog.pain.worst, "5")
    click(qtbot, dialog, "Neck")
    click(qtbot, dialog, "Heat")
    click(qtbot, dialog, "very well")

    assert dialog.record() == DayRecord(
        TODAY, pain_worst=5, pain_places=frozenset({PainPlace.NECK}), reliefs=((Relief.HEAT, 3),)
    )
    click(qtbot, dialog, "Pain")
    assert "pain 5 · Neck · Heat helped very well" in texts(dialog)


def test_how_much_something_helped_begins_in_the_middle(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Pain")

    click(qtbot, dialog, "Walking")

    assert dialog.record().reliefs == ((Relief.WALKING, 1),)


def test_sleep_and_stress(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Sleep and stress")
    dialog.rest.hours.set_figure(7.25)
    click(qtbot, dialog, "restless")
    qtbot.keyClicks(dialog.rest.stress, "8")

    assert dialog.record().note == DayNote(sleep_hours=7.25, sleep_quality=2, stress=8)


def test_what_was_sensed_stands_there_and_is_not_said_for_anybody(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Sitting, standing, carrying")

    assert dialog.load.sitting.text() == "5 hr 18 min, sensed"
    assert dialog.load.longest.text() == "1 hr 35 min, sensed"
    assert dialog.record().is_empty
    dialog.load.sitting.set_figure(8)
    click(qtbot, dialog, "Lifted something heavy")
    dialog.load.steps.set_figure(8000)
    assert dialog.record() == DayRecord(TODAY, note=DayNote(sit_hours=8, lifted=True), steps=8000)


def test_without_senses_nothing_stands_there(ask) -> None:
    dialog = ask(DayRecord(TODAY), DayNote())

    assert dialog.load.sitting.text() == "–"
    assert dialog.load.longest.text() == "–"


def test_a_day_to_come_can_only_be_marked(ask) -> None:
    dialog = ask(DayRecord(TODAY + timedelta(days=3), mark=DayMark.TRAVEL))

    assert dialog.windowTitle() == "Mark the day"
    assert not dialog.groups
    assert not dialog.pain.isVisible()
    dialog.note.setPlainText("by train")
    assert dialog.record() == DayRecord(
        TODAY + timedelta(days=3), mark=DayMark.TRAVEL, text="by train"
    )


def test_the_way_to_a_doctor_keeps_what_was_entered(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    click(qtbot, dialog, "Pain")
    qtbot.keyClicks(dialog.pain.worst, "8")

    with qtbot.waitSignal(dialog.doctor_requested):
        click(qtbot, dialog, "When to see a doctor")

    assert dialog.told == [replace(DayRecord(TODAY), pain_worst=8)]


def test_a_problem_is_told(ask) -> None:
    dialog = ask(DayRecord(TODAY))

    dialog.show_problem("Of a day that is to come only a mark and a note can be kept.")

    assert "Of a day that is to come" in texts(dialog)


def test_a_day_is_marked_and_kept_by_the_keyboard(qtbot: QtBot, ask) -> None:
    dialog = ask(DayRecord(TODAY))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first = dialog.focusWidget()

    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [each.mark for each in dialog.told] == [next(iter(DayMark))]
