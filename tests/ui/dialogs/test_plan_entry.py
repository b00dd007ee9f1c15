"""Planning a routine again and again, and moving one of its sessions."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from coreapp.domain.schedule import make_entry
from coreapp.ui.dialogs.plan_entry import MoveDialog, PlanEntryDialog
from tests.fakes.shipped import shipped_library, shipped_theme
from tests.ui.pages.desk import settle, texts


class Asked:
    def __init__(self, qtbot: QtBot, dialog: PlanEntryDialog) -> None:
        self.qtbot = qtbot
        self.dialog = dialog
        self.drafts = []
        dialog.planned.connect(self.drafts.append)
        qtbot.addWidget(dialog)
        dialog.open()
        settle()

    def click(self, name: str) -> None:
        button = next(
            each
            for each in self.dialog.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.objectName(), each.text()}
        )
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    today = date(2026, 3, 2)
    dialog = PlanEntryDialog(shipped_theme(), shipped_library(), today, "Europe/Berlin")
    return Asked(qtbot, dialog)


def test_without_a_change_it_is_three_evenings_a_week(asked: Asked) -> None:
    asked.dialog.choose_routine("sun-salutation-5")

    asked.click("put_into_plan")

    (draft,) = asked.drafts
    assert draft.routine == "sun-salutation-5"
    assert draft.title == "Sun salutation 5"
    assert (draft.rrule, draft.at) == ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "18:30")
    assert (draft.start_date, draft.zone) == ("2026-03-02", "Europe/Berlin")
    assert make_entry("id", draft)  # the plan takes it as it is
    assert asked.dialog.isVisible()


def test_enter_puts_it_into_the_plan(asked: Asked) -> None:
    asked.qtbot.keyClick(asked.dialog, Qt.Key.Key_Return)

    assert len(asked.drafts) == 1


def test_days_time_and_beginning_are_chosen(asked: Asked) -> None:
    asked.click("day_MO")
    asked.click("day_SU")
    asked.dialog._at.setTime(QTime(6, 5))
    asked.dialog._from.setDate(QDate(2026, 4, 1))

    asked.click("put_into_plan")

    (draft,) = asked.drafts
    assert draft.rrule == "FREQ=WEEKLY;BYDAY=WE,FR,SU"
    assert (draft.at, draft.start_date) == ("06:05", "2026-04-01")


def test_it_can_be_every_few_days(asked: Asked) -> None:
    choice = asked.dialog._choice
    button = choice.findChildren(QAbstractButton)[1]
    asked.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    asked.dialog._interval.setValue(3)

    asked.click("put_into_plan")

    (draft,) = asked.drafts
    assert draft.rrule == "FREQ=DAILY;INTERVAL=3"
    assert "every 3 days" in asked.dialog._interval.accessibleName()
    assert not asked.dialog._day_row.isVisible()


def test_no_day_at_all_is_asked_for(asked: Asked) -> None:
    for day in ("MO", "WE", "FR"):
        asked.click(f"day_{day}")

    asked.click("put_into_plan")
    assert asked.drafts == []
    assert "Choose at least one day." in texts(asked.dialog)

    asked.click("day_TU")
    asked.click("put_into_plan")
    assert len(asked.drafts) == 1
    assert "Choose at least one day." not in texts(asked.dialog)


@pytest.mark.parametrize("how", ["Cancel", "Esc"])
def test_it_can_be_left(asked: Asked, how: str) -> None:
    if how == "Esc":
        asked.qtbot.keyClick(asked.dialog, Qt.Key.Key_Escape)
    else:
        asked.click(how)

    assert asked.drafts == []
    assert asked.dialog.result() == QDialog.DialogCode.Rejected


def test_one_session_is_moved_to_a_wall_time(qtbot: QtBot) -> None:
    start = datetime(2026, 3, 2, 18, 30)
    dialog = MoveDialog(shipped_theme(), "Evening", start, start.date())
    moved: list[datetime] = []
    dialog.moved.connect(moved.append)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog._day.setDate(QDate(2026, 3, 3))
    dialog._at.setTime(QTime(7, 15))

    button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "Move")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert moved == [datetime(2026, 3, 3, 7, 15)]
    assert not dialog.isVisible()
