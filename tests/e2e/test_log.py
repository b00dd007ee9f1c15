"""The log in the running program: entered, put right, deleted, and undone by the keyboard."""

from datetime import date, timedelta

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
from tests.e2e.world import World

ROUTINE = "core-four"


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


def test_a_session_of_yesterday_is_entered_put_right_and_deleted(world: World) -> None:
    name = world.services.library.routine_name(ROUTINE)
    enter_session(world)
    page = log_of(world)
    assert entries(world, page) == [name]

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


def test_what_was_entered_ticks_off_the_plan_until_it_is_undone(world: World) -> None:
    yesterday = world.services.planning.today()[0] - timedelta(days=1)
    draft = EntryDraft(
        "Evening", ROUTINE, "FREQ=DAILY", "18:30", f"{yesterday:%Y-%m-%d}", world.clock.zone()
    )
    world.services.planning.add(draft)
    world.program.changed(Change.PLAN)

    def done() -> list[bool]:
        today = yesterday + timedelta(days=1)
        return [each.done for each in world.services.planning.between(yesterday, today)]

    enter_session(world)
    assert done() == [True]
    undo(world)
    assert done() == [False]


def test_how_a_day_was_is_noted_seen_and_undone(world: World) -> None:
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


def test_what_was_sensed_of_sitting_stands_where_nobody_says_otherwise(world: World) -> None:
    world.hands.type()
    world.program.stage.tick()
    world.sit(20 * 60)
    page = log_of(world)

    page._desk.days.ask(world.services.day_log.today(), page.window())

    dialog = world.program.window.findChildren(DayRecordDialog)[-1]
    assert dialog.load.sitting.text() == "20 min, sensed"
    assert dialog.load.longest.text() == "20 min, sensed"
    assert dialog.record().is_empty
    dialog.reject()


def test_a_session_that_is_played_stands_in_the_list_when_it_is_looked_at_again(
    world: World,
) -> None:
    page = log_of(world)
    assert entries(world, page) == []
    world.open_page(PageKey.TODAY)

    world.begin(ROUTINE)
    world.play()
    world.player.close_now()
    world.settle()

    assert entries(world, log_of(world)) == [world.services.library.routine_name(ROUTINE)]
    assert page.rows[1].head[0] == "Today"


def test_in_another_language_the_list_is_made_anew(world: World) -> None:
    enter_session(world)
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()

    month, session = log_of(world).rows

    assert month.title == "März 2026"
    assert session.day == date(2026, 3, 1)
