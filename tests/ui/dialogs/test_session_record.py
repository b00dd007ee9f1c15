"""A session of the log in detail."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.training_log import Outcome
from coreapp.services.log_editing import SessionChange
from coreapp.ui.dialogs.session_record import RecordedSession, SessionDialog
from tests.fakes.records import EVENING, session
from tests.fakes.shipped import shipped_theme

TODAY = date(2026, 3, 5)


def picture_of(exercise: str) -> QLabel:
    picture = QLabel()
    picture.setObjectName(f"picture_{exercise}")
    return picture


@pytest.fixture
def open_dialog(qtbot: QtBot):
    def make(whole=None, today=TODAY) -> SessionDialog:
        recorded = RecordedSession(whole or session(), "Core basics", today)
        dialog = SessionDialog(shipped_theme(), recorded, picture_of)
        dialog.told = []
        dialog.saved.connect(dialog.told.append)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def click(qtbot: QtBot, dialog: SessionDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(dialog: SessionDialog) -> str:
    labels = (each for each in dialog.findChildren(QLabel) if each.isVisible())
    return " | ".join(each.text() for each in labels)


def test_it_begins_with_what_the_log_has(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog()

    click(qtbot, dialog, "Save")

    whole = session()
    start = time(19, 0)
    assert dialog.told == [SessionChange(date(2026, 3, 4), start, whole.outcome, whole.sets)]
    assert dialog.isVisible(), "who keeps it closes it"
    assert "effort 6.5 · pain 3 · Zum Schluß gewackelt" in texts(dialog)


def test_day_time_and_outcome_can_be_changed(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog()
    dialog.day.setDate(dialog.day.date().addDays(-1))
    dialog.at.setTime(dialog.at.time().addSecs(-3600))
    click(qtbot, dialog, "Ended early")

    change = dialog.change()

    assert (change.day, change.at) == (date(2026, 3, 3), time(18, 0))
    assert change.outcome is Outcome.ENDED_EARLY


def test_no_day_to_come_can_be_chosen(open_dialog) -> None:
    dialog = open_dialog()

    dialog.day.setDate(dialog.day.date().addDays(30))

    assert dialog.change().day == TODAY


def test_what_a_wrong_clock_brought_stays_while_nobody_changes_it(open_dialog) -> None:
    dialog = open_dialog(today=date(2026, 3, 1))

    assert dialog.change().day == EVENING.date()


def test_what_was_cut_off_is_only_shown(open_dialog) -> None:
    dialog = open_dialog(session(outcome=Outcome.INTERRUPTED))

    assert "It was cut off; you can still go on with it." in texts(dialog)
    assert not dialog.table.isEnabled()
    buttons = [each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()]
    assert "Save" not in buttons
    assert dialog.change().outcome is Outcome.INTERRUPTED


def test_a_session_without_sets_says_so(open_dialog) -> None:
    bare = replace(session(sets=()), effort=None, note="", pain_before=None, pain_during=None)

    assert "No set of it was finished." in texts(open_dialog(replace(bare, pain_after=None)))


def test_a_problem_is_told_where_it_was_entered_and_goes_again(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog()

    dialog.show_problem("Give a time that has passed.")
    assert "Give a time that has passed." in texts(dialog)
    assert dialog.at.accessibleDescription() == "Give a time that has passed."

    click(qtbot, dialog, "Save")
    assert "Give a time that has passed." not in texts(dialog)


def test_how_it_felt_is_another_dialog(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog()

    with qtbot.waitSignal(dialog.feeling_requested):
        click(qtbot, dialog, "How it felt…")

    assert not dialog.isVisible()
    assert dialog.told == []


def test_the_way_to_how_it_felt_keeps_what_was_put_right(qtbot: QtBot, open_dialog) -> None:
    dialog, asked = open_dialog(), []
    dialog.feeling_requested.connect(lambda: asked.append("feeling"))
    dialog.table._lines[0].done.setValue(25)

    click(qtbot, dialog, "How it felt…")
    assert [each.sets[0].actual_seconds for each in dialog.told] == [25]
    assert asked == [], "it is not kept yet"
    assert dialog.isVisible()

    dialog.saved.connect(lambda _change: dialog.accept())
    click(qtbot, dialog, "How it felt…")
    assert asked == ["feeling"]
    assert not dialog.isVisible()


def test_the_way_to_how_it_felt_saves_nothing_where_nothing_is_another(
    qtbot: QtBot, open_dialog
) -> None:
    dialog, asked = open_dialog(), []
    dialog.feeling_requested.connect(lambda: asked.append("feeling"))

    click(qtbot, dialog, "How it felt…")

    assert (dialog.told, asked) == ([], ["feeling"])


def test_return_keeps_what_was_put_right(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog()
    field = dialog.table._lines[0].done

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert len(dialog.told) == 1
    assert dialog.told[0].sets != session().sets


def test_a_session_that_still_runs_is_not_kept_by_a_key(qtbot: QtBot, open_dialog) -> None:
    dialog = open_dialog(session(outcome=Outcome.INTERRUPTED))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.told == []
