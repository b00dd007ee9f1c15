"""The log in the running program: entered, put right, deleted, and undone by the keyboard."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coreapp.domain.day_record import DayMark
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.training_log import Outcome
from coreapp.services.changes import Change
from coreapp.ui.dialogs.day_record import DayRecordDialog
from coreapp.ui.dialogs.past_session import PastSessionDialog
from coreapp.ui.dialogs.session_record import SessionDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.log.page import TrainingLogPage
from tests.e2e.test_day import sit_at_work
from tests.e2e.world import World

ROUTINE = "core-four"
SHORT = "desk-1min-micro"


pytestmark = pytest.mark.usefixtures("tray")


def log_of(world: World) -> TrainingLogPage:
    page = world.open_page(PageKey.LOG)
    assert isinstance(page, TrainingLogPage)
    wait_for(world, page)
    return page


def wait_for(world: World, page: TrainingLogPage) -> None:
    """Wait until the worker has read what the page shows."""
    world.qtbot.waitUntil(lambda: page.is_settled)
    world.settle()


def entries(world: World, page: TrainingLogPage) -> list[str]:
    wait_for(world, page)
    return [each.title for each in page.rows if each.entry is not None]


def enter_session(world: World, days_ago: int = 1) -> None:
    """Enter a session of some days ago, as somebody does who trained without the program."""
    page = log_of(world)
    page._desk.add_session(page.window())
    dialog = world.program.window.findChildren(PastSessionDialog)[-1]
    QTest.keyClicks(dialog.search, world.services.library.routine_name(ROUTINE))
    dialog.day.setDate(dialog.day.date().addDays(-days_ago))
    world.click(dialog, "enter_session")


def undo(world: World) -> None:
    # Without a window manager the window does not become active by itself when a dialog closes.
    world.program.window.activateWindow()
    world.settle()
    QTest.keyClick(world.program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    world.settle()


def choose_first(page: TrainingLogPage) -> None:
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    page.view.choose(1)


def test_a_session_of_yesterday_is_entered_put_right_deleted_and_each_is_undone(
    world: World,
) -> None:
    name = world.services.library.routine_name(ROUTINE)
    planned = plan_from_yesterday(world)
    assert planned() == [False]
    enter_session(world)
    page = log_of(world)
    assert entries(world, page) == [name]
    assert planned() == [True], "what was entered ticks off the plan"

    choose_first(page)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    dialog = world.program.window.findChildren(SessionDialog)[-1]
    world.click(dialog, "Ended early")
    world.click(dialog, "save_session")
    assert world.services.training.history()[0].outcome is Outcome.ENDED_EARLY
    undo(world)
    assert world.services.training.history()[0].outcome is Outcome.COMPLETED

    choose_first(page)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    world.settle()
    assert entries(world, page) == []
    undo(world)
    assert entries(world, page) == [name]


def plan_from_yesterday(world: World) -> Callable[[], list[bool]]:
    """Plan the session for each evening; return what tells whether yesterday's was done."""
    yesterday = world.services.planning.today()[0] - timedelta(days=1)
    draft = EntryDraft(
        "Evening", ROUTINE, "FREQ=DAILY", "18:30", f"{yesterday:%Y-%m-%d}", world.clock.zone()
    )
    world.services.planning.add(draft)
    world.program.changed(Change.PLAN)

    def done() -> list[bool]:
        today = yesterday + timedelta(days=1)
        return [each.done for each in world.services.planning.between(yesterday, today)]

    return done


def test_how_a_day_was_is_noted_undone_and_told_in_another_language(world: World) -> None:
    planned = plan_from_yesterday(world)
    enter_session(world)
    assert planned() == [True]
    undo(world)
    assert planned() == [False], "what was entered was taken back"

    enter_session(world)
    page = log_of(world)
    day = page.rows[1].day
    page.view.day_requested.emit(day)
    dialog = world.program.window.findChildren(DayRecordDialog)[-1]
    world.click(dialog, "Sick")
    world.click(dialog, "save_day")
    assert entries(world, page)[0] == "Sick"
    assert world.services.day_log.record(day).mark is DayMark.SICK
    undo(world)
    assert "Sick" not in entries(world, page)

    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()
    month, session = log_of(world).rows
    assert month.title == "März 2026"
    assert session.day == date(2026, 3, 1)


def test_what_was_sensed_and_played_stands_there_when_it_is_looked_at_again(
    world: World,
) -> None:
    page = log_of(world)
    assert entries(world, page) == []
    world.open_page(PageKey.TODAY)
    world.hands.type()
    world.program.stage.tick()
    sit_at_work(world, 20 * 60)

    log_of(world)
    page._desk.days.ask(world.services.day_log.today(), page.window())
    dialog = world.program.window.findChildren(DayRecordDialog)[-1]
    assert dialog.load.sitting.text() == "20 min, sensed"
    assert dialog.load.longest.text() == "20 min, sensed"
    assert dialog.record().is_empty, "nobody says otherwise"
    dialog.reject()
    world.open_page(PageKey.TODAY)

    world.begin(SHORT)
    world.play()
    world.player.close_now()
    world.settle()
    assert entries(world, log_of(world)) == [world.services.library.routine_name(SHORT)]
    assert page.rows[1].head[0] == "Today"
