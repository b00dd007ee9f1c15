"""Entering a run: what, how long, how far, Enter; everything else may be left out."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.activity_draft import ActivityDraft
from tests.fakes.activity_entry import BASIS, ROAD, Entry

Key = Qt.Key


@pytest.fixture
def entry(qtbot: QtBot) -> Entry:
    return Entry(qtbot)


def test_minutes_kilometres_and_enter_are_enough(qtbot: QtBot, entry: Entry) -> None:
    minutes = entry.dialog.amounts.minutes
    assert entry.dialog.focusWidget() is minutes

    qtbot.keyClicks(minutes, "32:10")
    qtbot.keyClick(minutes, Key.Key_Tab)
    qtbot.keyClicks(entry.dialog.amounts.km, "5,2")
    assert "6:09 min/km" in entry.texts
    qtbot.keyClick(entry.dialog.amounts.km, Key.Key_Return)

    # It has ended just now, and the pair worn last is worn again.
    assert entry.told == [
        ActivityDraft(
            ActivityType.RUN_EASY,
            datetime(2026, 3, 2, 18, 7),
            32,
            metres=5200,
            shoe="p1",
        )
    ]
    assert entry.dialog.isVisible(), "whoever stores it closes it"
    entry.dialog.accept()


def test_just_now_is_right_in_the_night_when_clocks_change(qtbot: QtBot) -> None:
    """At 03:10 twenty minutes ago was 01:50: there was no 02:50 that night."""
    now = datetime(2026, 3, 29, 3, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    entry = Entry(qtbot, replace(BASIS, now=now))

    entry.type("20")
    entry.click("Save")

    (draft,) = entry.told
    assert draft.begun == datetime(2026, 3, 29, 1, 50)


def test_only_the_minutes_are_needed(entry: Entry) -> None:
    entry.click("Save")
    assert entry.told == []
    assert "Write minutes, or hours and minutes: 32, 32:10 or 1 h 5." in entry.texts
    assert entry.dialog.amounts.minutes.property("invalid")
    assert entry.dialog.amounts.minutes.accessibleDescription().startswith("Write minutes")

    entry.type("20")
    assert not entry.dialog.amounts.minutes.property("invalid")
    entry.click("Save")

    assert [(each.minutes, each.metres, each.effort) for each in entry.told] == [(20, None, None)]


def test_a_distance_that_cannot_be_read_is_led_to(entry: Entry) -> None:
    entry.type("20", "far")

    entry.click("Save")

    assert entry.told == []
    assert entry.dialog.focusWidget() is entry.dialog.amounts.km
    assert "Write kilometres, such as 5 or 5.2." in entry.texts


def test_what_was_not_usable_is_said_until_something_else_is_typed_and_understood(
    entry: Entry,
) -> None:
    entry.dialog.show_problem("Not like this.")
    assert "Not like this." in entry.texts

    entry.type("2")

    assert "Not like this." not in entry.texts

    # How it was understood stands beneath.
    entry.type("1 h 5", "12000 m")

    assert {"1 hr 5 min", "12 km", "5:25 min/km"} <= set(entry.texts)
    assert entry.dialog.amounts.km.accessibleDescription() == "12 km, 5:25 min/km"


def test_kinds_are_chips_and_the_others_in_a_menu(entry: Entry) -> None:
    entry.click("Tempo run")
    assert entry.dialog.kind.kind() is ActivityType.RUN_TEMPO
    menu = entry.dialog.kind.others.menu()
    swim = next(each for each in menu.actions() if each.text() == "Swimming")
    assert "Break at the desk" not in [each.text() for each in menu.actions()]

    swim.trigger()
    entry.type("45", "1500 m")
    assert "3:00 min/100 m" in entry.texts
    entry.click("Save")

    assert (entry.told[0].type, entry.told[0].metres) == (ActivityType.SWIM, 1500)
    assert entry.told[0].shoe == ""
    entry.click("Easy run")
    swim.trigger()
    assert entry.dialog.kind.kind() is ActivityType.SWIM


def test_arrow_keys_go_through_the_kinds(qtbot: QtBot, entry: Entry) -> None:
    entry.dialog.kind.focus_chosen()

    for _press in range(2):
        qtbot.keyClick(entry.dialog.focusWidget(), Key.Key_Right)

    assert entry.dialog.kind.kind() is ActivityType.RUN_INTERVAL
    qtbot.keyClick(entry.dialog.focusWidget(), Key.Key_Left)
    assert entry.dialog.kind.kind() is ActivityType.RUN_TEMPO


def test_no_distance_is_asked_of_what_goes_nowhere(entry: Entry) -> None:
    entry.type("40", "5")

    entry.dialog.kind.take(ActivityType.STRENGTH)

    assert not entry.dialog.amounts.km.isVisible()
    entry.click("Save")
    assert (entry.told[0].type, entry.told[0].metres) == (ActivityType.STRENGTH, None)


def test_yesterday_and_any_time_can_be_chosen(entry: Entry) -> None:
    entry.type("30")
    when = entry.dialog.when
    assert when.begun() == datetime(2026, 3, 2, 18, 10)

    entry.click("Yesterday")
    assert when.begun() == datetime(2026, 3, 1, 18, 10)
    when.at.setTime(QTime(7, 15))
    assert when.yesterday.isChecked()
    when.day.setDate(QDate(2026, 2, 25))
    assert not when.yesterday.isChecked()
    entry.type("50")
    entry.click("Save")
    assert entry.told[0].begun == datetime(2026, 2, 25, 7, 15)

    entry.click("Just now")
    assert when.begun() == datetime(2026, 3, 2, 17, 50)


def test_another_time_today_is_not_just_now(entry: Entry) -> None:
    entry.dialog.when.at.setTime(QTime(12, 0))
    entry.type("10")

    assert not entry.dialog.when.just_now.isChecked()
    assert entry.dialog.when.begun() == datetime(2026, 3, 2, 12)


def test_the_rest_is_folded_away_until_it_is_wanted(qtbot: QtBot, entry: Entry) -> None:
    entry.click("Shoes, ground, pain, note")
    more = entry.dialog.more
    assert more.isVisible()
    entry.click("Less")
    assert not more.isVisible()
    entry.click("Shoes, ground, pain, note")

    entry.type("30", "5")
    more.shoe.setCurrentIndex(more.shoe.findData("p2"))
    more.shoe.activated.emit(more.shoe.currentIndex())
    entry.click("Soft", more.surface)
    entry.click("Stairs", more.hills)
    entry.click("Yes", more.warmed_up)
    entry.click("No", more.cooled_down)
    entry.click("No pain", more.pain)
    qtbot.keyClicks(more.note, " windy ")
    qtbot.keyClicks(entry.dialog.effort, "4.")
    entry.click("Tempo run")
    qtbot.keyClick(more.note, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert entry.told == [
        ActivityDraft(
            ActivityType.RUN_TEMPO,
            datetime(2026, 3, 2, 18, 10),
            30,
            metres=5000,
            effort=4.5,
            surface=Surface.SOFT,
            hills=Hills.STAIRS,
            shoe="p2",
            warmed_up=True,
            cooled_down=False,
            pain_before=0,
            pain_during=0,
            pain_after=0,
            note="windy",
        )
    ]


def test_what_does_not_belong_to_the_kind_is_not_said(entry: Entry) -> None:
    entry.click("Shoes, ground, pain, note")
    entry.type("30")
    more = entry.dialog.more
    for text, field in (
        ("Hard", more.surface),
        ("Flat", more.hills),
        ("Yes", more.warmed_up),
        ("Yes", more.cooled_down),
    ):
        entry.click(text, field)

    entry.dialog.kind.take(ActivityType.YOGA)
    assert not more.surface.isVisible()
    entry.click("Save")

    told = entry.told[0]
    assert (told.surface, told.hills, told.warmed_up, told.cooled_down) == (None,) * 4
    assert told.shoe == ""


def test_an_answer_can_be_taken_back(entry: Entry) -> None:
    entry.click("Shoes, ground, pain, note")
    entry.type("30")
    for _click in range(2):
        entry.click("Hard", entry.dialog.more.surface)
    entry.click("Flat", entry.dialog.more.hills)
    entry.click("Hilly", entry.dialog.more.hills)

    entry.click("Save")

    assert (entry.told[0].surface, entry.told[0].hills) == (None, Hills.HILLY)


def test_shoes_are_those_that_are_worn(entry: Entry) -> None:
    box = entry.dialog.more.shoe
    names = [box.itemText(index) for index in range(box.count())]

    assert names == ["Not said", "Road (412 km)", "Trail (560 km)"]
    entry.click("Shoes, ground, pain, note")
    entry.click("All shoes")
    assert entry.asked == ["shoes"]
    entry.dialog.offer_shoes([ROAD])
    assert box.currentData() == "p1"
    assert box.count() == 2


def test_a_walk_is_not_in_running_shoes_unless_one_says_so(entry: Entry) -> None:
    entry.click("Walk")
    entry.type("30")
    entry.click("Save")
    assert [each.shoe for each in entry.told] == [""]
    assert entry.dialog.more.shoe.currentData() == ""
    entry.click("Easy run")
    assert entry.dialog.more.shoe.currentData() == "p1"


def test_strong_pain_shows_the_way_to_a_doctor(qtbot: QtBot, entry: Entry) -> None:
    entry.click("Shoes, ground, pain, note")
    doctor = entry.dialog._doctor
    assert not doctor.isVisible()
    entry.click("There was pain", entry.dialog.more.pain)
    qtbot.keyClicks(entry.dialog.more.pain.scales["pain_during"], "7")
    assert doctor.isVisible()
    entry.type("30")

    qtbot.mouseClick(doctor, Qt.MouseButton.LeftButton)

    assert entry.asked == ["doctor"]
    assert [each.pain_during for each in entry.told] == [7]
    assert not entry.dialog.isVisible()


def test_the_way_to_a_doctor_is_open_without_minutes(qtbot: QtBot, entry: Entry) -> None:
    qtbot.keyClicks(entry.dialog.more.pain.scales["pain_during"], "7")

    entry.dialog._doctor.click()

    assert (entry.asked, entry.told) == (["doctor"], [])
    assert not entry.dialog.isVisible()
    assert entry.dialog.more.pain.pain()["pain_during"] == 7, "it has what was typed"


def test_cancel_tells_nothing(entry: Entry) -> None:
    entry.type("30")

    entry.click("Cancel")

    assert entry.told == []
    assert not entry.dialog.isVisible()
