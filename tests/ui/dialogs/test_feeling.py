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
    dialog._effort.set_value(0)
    dialog._before.set_value(None)
    dialog._note.setPlainText("  another note\n")

    click(qtbot, dialog, "Save")

    assert dialog.told == [
        replace(feeling_of(session()), effort=0, pain_before=None, note="another note")
    ]


def test_the_way_to_a_doctor_keeps_what_was_entered(qtbot: QtBot, dialog: FeelingDialog) -> None:
    asked: list[str] = []
    dialog.doctor_requested.connect(lambda: asked.append("doctor"))
    dialog._after.set_value(8)

    click(qtbot, dialog, "When to see a doctor")

    assert asked == ["doctor"]
    assert [each.pain_after for each in dialog.told] == [8]
    assert not dialog.isVisible()


def test_cancel_changes_nothing(qtbot: QtBot, dialog: FeelingDialog) -> None:
    dialog._effort.set_value(9)

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
