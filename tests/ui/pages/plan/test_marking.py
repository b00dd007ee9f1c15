"""Marking days on the page of the plan."""

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark
from tests.fakes.plan_days import PlanHome
from tests.ui.pages.desk import texts
from tests.ui.pages.plan.plan_room import PlanRoom


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def daily(home: PlanHome, **changes) -> None:
    home.put("core-four", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", **changes)


def test_days_are_marked_and_what_is_planned_stays_until_told(qtbot: QtBot, home: PlanHome) -> None:
    daily(home)
    room = PlanRoom(qtbot, home)

    room.click("mark_sick")
    room.page.refresh()

    assert home.day(2).mark is DayMark.SICK
    assert len(home.day(2).open) == 1
    assert room.told == "Monday, March 2: Sick"
    assert any("You are not reminded of it." in text for text in room.texts())
    room.click("To the next day")
    assert room.open_days()[:3] == [3, 3, 4]
    room.shell.undos[1]()
    room.page.refresh()
    room.click("Skip all")
    assert room.open_days()[:2] == [3, 4]
    room.shell.undos[2]()
    room.shell.undos[0]()
    assert home.day(2).mark is None


def test_a_mark_is_taken_away_by_the_same_chip_and_days_the_wrong_way_round_are_told(
    qtbot: QtBot, home: PlanHome
) -> None:
    room = PlanRoom(qtbot, home)
    room.click("mark_easy")
    room.page.refresh()
    assert home.day(2).mark is DayMark.EASY

    room.click("mark_easy")

    assert home.day(2).mark is None
    assert room.told == "Monday, March 2: No mark"

    # Days the wrong way round are told in the dialog.
    room.click("mark_several")
    dialog = room.page.mark_desk.dialog
    dialog._last.setDate(QDate(2026, 3, 1))

    room.click("mark_days", parent=dialog)

    assert dialog.isVisible()
    assert any("Mark from 1 to 60 days at once." in text for text in texts(dialog))
    dialog.reject()


def test_several_days_are_marked_with_what_becomes_of_the_sessions(
    qtbot: QtBot, home: PlanHome
) -> None:
    daily(home)
    room = PlanRoom(qtbot, home)
    room.click("mark_several")
    dialog = room.page.mark_desk.dialog
    dialog._last.setDate(QDate(2026, 3, 4))
    dialog._mark.setCurrentIndex(dialog._mark.findData("travel"))

    assert "3 sessions are planned on these days. You are not reminded on them." in texts(dialog)
    dialog._then.setCurrentIndex(1)
    assert dialog._then.currentText() == "3 days later"
    room.click("mark_days", parent=dialog)

    assert room.open_days()[:4] == [5, 5, 6, 7]
    assert room.told == "Travel: 3 days. The sessions are moved."
    assert not dialog.isVisible()
    room.shell.undos[0]()
    assert room.open_days()[:4] == [2, 3, 4, 5]
