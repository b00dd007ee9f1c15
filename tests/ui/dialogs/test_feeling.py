"""Changing how a session felt."""

from dataclasses import asdict, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coreapp.domain.training_log import Feeling, feeling_of
from coreapp.ui.dialogs.feeling import FeelingDialog
from tests.fakes.records import session
from tests.fakes.shipped import shipped_theme


@pytest.fixture
def dialog(qtbot: QtBot):
    made = FeelingDialog(shipped_theme(), session(effort=6))
    made.told = []
    made.saved.connect(made.told.append)
    made.saved.connect(lambda _feeling: made.accept() if made.is_kept else None)
    made.is_kept = True
    qtbot.addWidget(made)
    made.open()
    return made


def click(qtbot: QtBot, dialog: FeelingDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_begins_with_what_was_said(qtbot: QtBot, dialog: FeelingDialog) -> None:
    click(qtbot, dialog, "Save")

    assert dialog.told == [replace(feeling_of(session()), effort=6)]
    assert not dialog.isVisible()


def test_figures_can_be_changed_and_taken_back(qtbot: QtBot, dialog: FeelingDialog) -> None:
    qtbot.keyClicks(dialog.fields.effort, "0")
    qtbot.keyClick(dialog.fields.pain.scales["pain_before"], Qt.Key.Key_Delete)
    dialog.fields.note.setPlainText("  another note\n")

    click(qtbot, dialog, "Save")

    assert dialog.told == [
        replace(feeling_of(session()), effort=0, pain_before=None, note="another note")
    ]


def test_the_way_to_a_doctor_keeps_what_was_entered(qtbot: QtBot, dialog: FeelingDialog) -> None:
    asked: list[str] = []
    dialog.doctor_requested.connect(lambda: asked.append("doctor"))
    qtbot.keyClicks(dialog.fields.pain.scales["pain_after"], "8")

    click(qtbot, dialog, "When to see a doctor")

    assert asked == ["doctor"]
    assert [each.pain_after for each in dialog.told] == [8]
    assert not dialog.isVisible()


def test_cancel_changes_nothing(qtbot: QtBot, dialog: FeelingDialog) -> None:
    dialog.fields.effort.set_value(9)

    click(qtbot, dialog, "Cancel")

    assert dialog.told == []
    assert not dialog.isVisible()


def test_what_was_never_said_stays_unsaid(qtbot: QtBot) -> None:
    silent = session(**asdict(Feeling()))
    dialog = FeelingDialog(shipped_theme(), silent)
    told: list[Feeling] = []
    dialog.saved.connect(told.append)
    qtbot.addWidget(dialog)
    dialog.open()

    click(qtbot, dialog, "Save")

    assert told == [Feeling()]


def test_all_fields_of_a_session_can_be_changed(qtbot: QtBot, dialog: FeelingDialog) -> None:
    qtbot.keyClicks(dialog.fields.effort, "4.")
    for key, figure in (("pain_during", "5"), ("pain_next_morning", "0")):
        qtbot.keyClicks(dialog.fields.pain.scales[key], figure)
    qtbot.mouseClick(dialog.fields.not_cleanly, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.fields.stop_sign, Qt.MouseButton.LeftButton)

    click(qtbot, dialog, "Save")

    before = feeling_of(session())
    assert dialog.told == [
        replace(
            before,
            effort=4.5,
            pain_during=5,
            pain_next_morning=0,
            form_ok=False,
            stop_sign=False,
        )
    ]


def test_it_was_clean_or_not(qtbot: QtBot, dialog: FeelingDialog) -> None:
    qtbot.mouseClick(dialog.fields.not_cleanly, Qt.MouseButton.LeftButton)
    assert not dialog.fields.cleanly.isChecked()

    qtbot.mouseClick(dialog.fields.cleanly, Qt.MouseButton.LeftButton)
    assert not dialog.fields.not_cleanly.isChecked()
    assert dialog.feeling().form_ok is True

    qtbot.mouseClick(dialog.fields.cleanly, Qt.MouseButton.LeftButton)
    assert dialog.feeling().form_ok is None


def test_an_effort_that_is_no_half_stays_while_nobody_changes_it(qtbot: QtBot) -> None:
    dialog = FeelingDialog(shipped_theme(), session(effort=6.3))
    qtbot.addWidget(dialog)

    assert dialog.fields.effort.effort() == 6.5
    assert dialog.feeling().effort == 6.3


def test_what_cannot_be_kept_stays_to_be_tried_again(qtbot: QtBot, dialog: FeelingDialog) -> None:
    dialog.is_kept = False
    dialog.fields.note.setPlainText("typed")

    click(qtbot, dialog, "Save")
    dialog.show_problem("The log is busy.")
    assert dialog.isVisible()
    assert dialog.fields.note.toPlainText() == "typed"

    dialog.is_kept = True
    click(qtbot, dialog, "Save")
    assert not dialog.isVisible()
    assert [each.note for each in dialog.told] == ["typed", "typed"]


def test_figures_are_typed_at_once_and_kept_by_ctrl_return(
    qtbot: QtBot, dialog: FeelingDialog
) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.fields.effort

    qtbot.keyClicks(dialog.focusWidget(), "8")
    note = dialog.fields.note
    qtbot.keyClicks(note, "one")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert dialog.told == [], "a note may have lines"
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [each.effort for each in dialog.told] == [8]
