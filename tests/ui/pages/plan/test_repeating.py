"""What repeats: edited this one alone, from here on or all to come, and removed."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from coreapp.services.plan_edits import Scope
from tests.fakes.plan_days import CORE, STRONG, PlanHome
from tests.fakes.programmes import BACK
from tests.ui.pages.plan.plan_room import PlanRoom


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def daily(home: PlanHome, **changes) -> None:
    home.put("core-four", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", **changes)


def test_what_repeats_is_removed_and_comes_back(qtbot: QtBot, home: PlanHome) -> None:
    daily(home)
    home.put(STRONG, "FREQ=DAILY;COUNT=1")
    home.put(CORE, "FREQ=DAILY;UNTIL=20260301", start_date="2026-02-01")
    room = PlanRoom(qtbot, home)
    before = list(home.planning.entries())

    # What happens once, and what is over, do not repeat.
    assert room.texts().count("What repeats") == 1
    assert "Monday to Thursday, 6:30\u202fPM" in room.texts()
    room.click("Remove The core four")

    assert len(home.planning.entries()) == 2
    room.shell.undos[0]()
    assert list(home.planning.entries()) == before
    with pytest.raises(AssertionError):
        room.click("Remove Strength 30 minutes")


def test_rules_of_other_calendars_are_told_in_words_or_as_rules(
    qtbot: QtBot, home: PlanHome
) -> None:
    home.put(STRONG, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    home.put(CORE, "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-2")
    room = PlanRoom(qtbot, home)

    assert "the last working day of the month, 6:30\u202fPM" in room.texts()
    # Its parts may stand in lines of their own.
    rule = "by the rule FREQ=MONTHLY;\u200bBYDAY=SU;\u200bBYSETPOS=-2, 6:30\u202fPM"
    assert rule in room.texts()


def test_all_that_is_to_come_is_edited_from_the_list(qtbot: QtBot, home: PlanHome) -> None:
    home.put("core-four", "FREQ=DAILY;INTERVAL=3", start_date="2026-02-24")
    room = PlanRoom(qtbot, home)
    home.perform(home.occurrence(2))
    room.page.refresh()

    room.click("Edit The core four")
    dialog = room.page.desk.entry_dialog
    dialog._at.setTime(datetime(2026, 3, 2, 7).time())
    room.click("put_into_plan", parent=dialog)

    # Today's is done and stays ticked off; the third day after it goes on at the new time.
    assert home.item(2).state.value == "done"
    assert [each.start.hour for each in home.day(5).open] == [7]
    assert room.told == "Changed: The core four"
    room.shell.undos[0]()
    assert [each.start.hour for each in home.day(5).open] == [18]


SCOPES = (
    (Scope.THIS, {3: 18, 4: 7, 5: 18}),
    (Scope.FOLLOWING, {3: 18, 4: 7, 5: 7}),
    (Scope.ALL, {2: 7, 3: 7, 4: 7, 5: 7}),
)


def test_so_much_is_edited_as_was_chosen(qtbot: QtBot, home: PlanHome) -> None:
    home.put("core-four", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", start_date="2026-02-01")
    room = PlanRoom(qtbot, home)
    for scope, hours in SCOPES:
        room.press(room.item_point(4))
        room.click("Edit The core four", parent=room.page.day_card)
        dialog = room.page.desk.entry_dialog
        dialog._scope.choose(scope.value)
        dialog._show_scope(scope.value)
        dialog._at.setTime(datetime(2026, 3, 2, 7).time())

        room.click("put_into_plan", parent=dialog)

        assert {number: home.item(number).start.hour for number in hours} == hours, scope
        assert home.march().day(date(2026, 2, 26)).items[0].start.hour == 18, scope
        room.shell.undos[-1]()
        assert len(home.planning.entries()) == 1, scope
        assert home.item(4).start.hour == 18, scope
        room.page.refresh()


def test_one_alone_becomes_another_routine_on_another_day(qtbot: QtBot, home: PlanHome) -> None:
    daily(home)
    room = PlanRoom(qtbot, home)
    room.click("Edit The core four", parent=room.page.day_card)
    dialog = room.page.desk.entry_dialog
    dialog.choose_routine(STRONG)
    dialog._from.setDate(QDate(2026, 3, 6))

    room.click("put_into_plan", parent=dialog)

    assert [each.routine for each in home.planning.entries()] == ["core-four", STRONG]
    assert [each.title for each in home.day(6).open] == ["Strength 30 minutes"]
    assert home.day(2).open == ()


def test_a_programme_is_edited_as_a_whole(qtbot: QtBot, home: PlanHome) -> None:
    home.plan(BACK)
    room = PlanRoom(qtbot, home)

    # Three sessions a week, and one row.
    assert room.texts().count("Back strength in 8 weeks") == 1
    assert "Monday, Wednesday, and Friday, 6:30\u202fPM" in room.texts()
    room.click("Open Back strength in 8 weeks")
    assert room.shell.programmes == [BACK]

    # One of its sessions is only moved.
    room.click("Edit Back strength, week 1, session A")
    assert room.page.desk.move_dialog.isVisible()
    room.page.desk.move_dialog.reject()
