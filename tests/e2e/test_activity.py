"""A run in ten seconds in the whole program: entered, in the log, changed, undone, in its shoes."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.schedule import EntryDraft
from coreapp.services.changes import Change
from coreapp.services.shoe_rack import ShoeDraft
from coreapp.ui.dialogs.activity_dialog import ActivityDialog
from coreapp.ui.dialogs.shoes import ShoesDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.widgets.buttons import Chip
from tests.e2e.world import World
from tests.fakes.clock import FakeClock
from tests.fakes.work import FakeDatabase

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


pytestmark = pytest.mark.usefixtures("tray")


def dialog_of(world: World) -> ActivityDialog:
    """Return the dialog that is open."""
    dialog = world.program.activities.dialog
    assert dialog is not None
    return dialog


def shoes_of(world: World) -> ShoesDialog:
    """Return the shoes that are open."""
    shoes = world.program.activities.shoes
    assert shoes is not None
    return shoes


def enter(world: World, minutes: str, km: str) -> None:
    """Type minutes and kilometres, and press Enter."""
    amounts = dialog_of(world).amounts
    world.qtbot.keyClicks(amounts.minutes, minutes)
    world.qtbot.keyClicks(amounts.km, km)
    world.qtbot.keyClick(amounts.km, KEY.Key_Return)
    world.settle()


def test_a_run_is_entered_from_today_or_elsewhere_changed_and_each_is_undone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = world.services.activity_log
    world.click(world.open_page(PageKey.TODAY), "Enter a run or walk")
    enter(world, "32", "5,2")

    assert world.program.activities.dialog is None
    (run,) = log.between()
    assert (run.type, run.minutes, run.metres) == (ActivityType.RUN_EASY, 32, 5200)
    assert run.started_at.isoformat() == "2026-03-02T07:28:00+00:00"
    toast = world.program.window.toast
    assert toast.text.startswith("In the log: Easy run, 5.2 km · 32 min · 6:09 min/km")
    world.program.window.undo()
    assert log.between() == []

    world.program.enter_activity()
    enter(world, "32", "5")
    (before,) = log.between()
    world.program.edit_activity(before.id)
    world.program.edit_activity(before.id)
    dialog = dialog_of(world)
    dialog.amounts.minutes.selectAll()
    world.qtbot.keyClicks(dialog.amounts.minutes, "35")
    world.qtbot.keyClick(dialog.amounts.minutes, KEY.Key_Return)
    world.settle()
    assert [each.minutes for each in log.between()] == [35]
    world.program.window.undo()
    assert log.between() == [before]

    what_was_entered_elsewhere_is_shown(world, monkeypatch)


def what_was_entered_elsewhere_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[frozenset[Change]] = []
    monkeypatch.setattr(world.program.window, "note", told.append)

    world.program.obey(["changed", "log", "weather"])

    assert told == [frozenset({Change.LOG})]


def test_the_keyboard_opens_it_anywhere_and_it_says_what_cannot_be_stored(world: World) -> None:
    world.open_page(PageKey.LIBRARY)
    window = world.program.window
    window.activateWindow()
    world.qtbot.waitUntil(window.isActiveWindow)

    world.qtbot.keyClick(window, KEY.Key_E, CTRL)
    world.settle()
    first = dialog_of(world)
    world.program.enter_activity()
    assert dialog_of(world) is first, "one at a time"
    world.qtbot.keyClick(first, KEY.Key_Escape)
    world.settle()
    assert world.program.activities.dialog is None

    world.program.enter_activity()
    dialog = dialog_of(world)
    dialog.when.just_now.setChecked(False)
    dialog.when.at.setTime(dialog.when.at.time().addSecs(7200))
    enter(world, "32", "5")
    assert dialog.isVisible()
    assert "Give a day and a time that have passed already." in [
        each.text() for each in dialog.findChildren(QLabel) if each.isVisible()
    ]
    dialog.reject()
    world.settle()
    assert world.services.activity_log.between() == []

    the_way_to_a_doctor_loses_nothing_that_could_not_be_stored(world)


def the_way_to_a_doctor_loses_nothing_that_could_not_be_stored(world: World) -> None:
    """Neither what cannot be read, nor what the log does not take."""
    for minutes in ("many", "32"):
        world.program.enter_activity()
        dialog = dialog_of(world)
        world.qtbot.keyClicks(dialog.amounts.minutes, minutes)
        world.qtbot.keyClicks(dialog.more.pain.scales["pain_during"], "7")
        dialog.when.just_now.setChecked(False)
        dialog.when.at.setTime(dialog.when.at.time().addSecs(7200))

        dialog._doctor.click()
        world.settle()
        assert not dialog.isVisible()
        assert world.program.window.toast.text.startswith("What you entered is kept"), minutes

        world.program.enter_activity()
        assert dialog_of(world) is dialog, minutes
        assert dialog.isVisible()
        assert dialog.amounts.minutes.text() == minutes
        dialog.reject()
        world.settle()
        assert world.program.activities.dialog is None
        world.program.window.toast.hide()


def test_shoes_come_from_the_dialog_and_count_the_run(world: World) -> None:
    world.program.enter_activity()
    dialog = dialog_of(world)
    world.click(dialog, "Shoes, ground, pain, note")
    world.click(dialog, "All shoes")
    world.program.show_shoes()
    shoes = shoes_of(world)
    world.click(shoes, "Add shoes")
    assert shoes.form is not None
    world.qtbot.keyClicks(shoes.form.name, "Road")
    world.click(shoes.form, "Save")
    world.click(shoes, "Close")
    assert world.program.activities.shoes is None
    world.choose(dialog, "Road (0 km)")
    enter(world, "30", "5")

    rack = world.services.shoe_rack
    assert [each.metres for each in rack.pairs()] == [5000]
    world.program.enter_activity()
    assert dialog_of(world).more.shoe.currentText() == "Road (5 km)", "worn last"
    dialog_of(world).reject()
    world.program.show_shoes()
    world.click(shoes_of(world), "Delete these shoes")
    assert rack.pairs() == []
    world.click(shoes_of(world), "Undo")
    assert [each.metres for each in rack.pairs()] == [5000]
    shoes_of(world).reject()


def test_what_was_planned_is_ticked_off_and_what_is_much_longer_is_told(world: World) -> None:
    world.services.planning.add(
        EntryDraft(
            title="Gym",
            routine="strength-30",
            rrule="FREQ=DAILY",
            at="07:00",
            start_date="2026-03-02",
            zone="Europe/Berlin",
        )
    )
    world.program.enter_activity()
    dialog = dialog_of(world)
    dialog.kind.take(ActivityType.STRENGTH)
    chip = next(each for each in dialog.plan.findChildren(Chip) if each.isVisible())
    assert chip.text().startswith("Gym, 7:00")
    world.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    world.qtbot.keyClicks(dialog.amounts.minutes, "40")
    world.qtbot.keyClick(dialog.amounts.minutes, KEY.Key_Return)
    world.settle()

    def done() -> list[bool]:
        planning = world.services.planning
        return [each.done for each in planning.between(*planning.today())]

    assert done() == [True]
    world.program.window.undo()
    assert done() == [False]

    a_run_that_is_much_longer_is_told_while_it_is_entered(world)


def a_run_that_is_much_longer_is_told_while_it_is_entered(world: World) -> None:
    log = world.services.activity_log
    log.add(ActivityDraft(ActivityType.RUN_EASY, datetime(2026, 2, 25, 8), 30))
    world.program.enter_activity()
    dialog = dialog_of(world)

    world.qtbot.keyClicks(dialog.amounts.minutes, "45")

    said = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert "50 % longer than any run of the 30 days before (10 % more would be 33 min)." in said
    world.qtbot.keyClick(dialog.amounts.minutes, KEY.Key_Return)
    world.settle()
    assert [each.minutes for each in log.between()] == [45, 30], "it is a hint, no lock"


def test_a_busy_log_is_told_and_keeps_what_was_typed(open_world: Callable[..., World]) -> None:
    database = FakeDatabase()
    world = open_world(FakeClock(), database).start("hide")
    world.open_page(PageKey.GUIDE)
    database.failure = DatabaseBusyError()
    world.program.enter_activity()
    assert world.program.activities.dialog is None
    assert "Another program is using the log" in world.banner
    world.program.show_shoes()
    said = [each.text() for each in shoes_of(world).findChildren(QLabel) if each.isVisible()]
    assert any("Another program is using the log" in text for text in said)
    shoes_of(world).reject()
    world.click(world.program.window.banner, "Close this message")

    database.failure = None
    world.services.shoe_rack.add(ShoeDraft("Road"))
    world.program.enter_activity()
    database.failure = DatabaseBusyError()
    enter(world, "32", "5")
    dialog = dialog_of(world)
    assert dialog.isVisible()
    assert "Another program is using the log" in world.banner
    database.failure = None
    world.click(dialog, "Save")
    assert [each.minutes for each in world.services.activity_log.between()] == [32]


def test_before_the_log_is_open_nothing_can_be_entered(open_world: Callable[..., World]) -> None:
    world = open_world()

    world.program.enter_activity()

    assert "activities" not in world.program.__dict__
