"""The page of the plan: the day that is looked at, what can be done, and what repeats."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.changes import Change
from coreapp.services.day_marks import Marking
from coreapp.ui.widgets.empty_state import EmptyState
from tests.fakes import records
from tests.fakes.plan_days import STRONG, PlanHome
from tests.fakes.programmes import BACK
from tests.ui.pages.desk import settle, texts
from tests.ui.pages.plan.plan_room import PlanRoom


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def daily(home: PlanHome, **changes) -> None:
    home.put("core-four", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", **changes)


def test_an_empty_plan_says_what_to_do(qtbot: QtBot, home: PlanHome) -> None:
    room = PlanRoom(qtbot, home)

    assert "Nothing is planned yet" in room.texts()
    assert "March 2026" in room.texts()
    room.click("Plan a session")
    dialog = room.page.desk.entry_dialog
    home.database.failure = DatabaseBusyError()
    room.click("put_into_plan", parent=dialog)
    assert dialog.isVisible()
    assert any("Another program is using the log" in text for text in texts(dialog))
    assert room.shell.changes == []

    home.database.failure = None
    room.click("put_into_plan", parent=dialog)
    (entry,) = home.planning.entries()
    assert entry.rrule == "FREQ=WEEKLY;BYDAY=MO,WE,FR"
    assert room.shell.changes == [(Change.PLAN,)]
    assert room.told == f"Planned: {entry.title}"
    room.page.refresh()
    assert "Nothing is planned yet" not in room.texts()
    room.shell.undos[0]()
    assert home.planning.entries() == []


def test_the_invitation_is_seen_without_scrolling(qtbot: QtBot, home: PlanHome) -> None:
    room = PlanRoom(qtbot, home)
    (state,) = (each for each in room.page.findChildren(EmptyState) if each.isVisible())

    def tops() -> tuple[int, int]:
        settle()
        return tuple(each.mapTo(room.page, QPoint()).y() for each in (state, room.page.grid))

    for width, is_above in ((1100, False), (620, True)):
        room.page.resize(width, 800)
        invitation, calendar = tops()
        assert (invitation < calendar) is is_above, width
        assert 0 < invitation < room.page.height() - state.height(), width
        room.click("Week")
        invitation, calendar = tops()
        assert invitation < calendar, width
        room.click("Month")


def test_a_session_is_started_with_its_occurrence_unless_it_is_far_away(
    qtbot: QtBot, home: PlanHome
) -> None:
    daily(home)
    room = PlanRoom(qtbot, home)

    room.click("Start")
    (request,) = room.shell.requests
    assert request.routine == "core-four"
    assert request.planned == home.occurrence(2).planned

    room.press(room.point(4))
    assert "Start" in room.texts()
    room.press(room.point(5))
    assert "Start" not in room.texts()
    assert "Thursday, March 5" in room.texts()

    # Something is added to the day that is looked at.
    room.press(room.point(20))
    room.click("Add to this day")
    room.click("put_into_plan", parent=room.page.desk.entry_dialog)
    assert [each.start.day for each in home.day(20).open] == [20]
    assert home.planning.entries()[-1].rrule == "FREQ=DAILY;COUNT=1"


def test_what_is_done_can_only_be_looked_at(qtbot: QtBot, home: PlanHome) -> None:
    daily(home)
    home.perform(home.occurrence(2))
    run = records.activity("run", type=ActivityType.RUN_EASY, started_at=home.at(2), planned=None)
    home.database.stored.activities.add(run)

    seen = PlanRoom(qtbot, home).texts()

    assert any(text.endswith(", done") for text in seen)
    assert "Run" in seen
    assert not {"Start", "Skip", "Move"} & set(seen)


def test_one_is_skipped_or_moved_alone_and_comes_back(qtbot: QtBot, home: PlanHome) -> None:
    daily(home)
    room = PlanRoom(qtbot, home)

    room.click("Skip")
    room.page.refresh()
    assert home.day(2).open == ()
    assert room.told == "Skipped: The core four"
    assert "skipped" in room.texts()

    # Long after the toast has gone.
    room.click(f"item {home.item(2).key}")
    room.click("Bring back")
    assert len(home.day(2).open) == 1
    assert room.told == "Brought back: The core four"
    room.shell.undos[1]()
    assert home.day(2).open == ()
    room.shell.undos[0]()
    room.page.refresh()

    room.click("Move")
    dialog = room.page.desk.move_dialog
    dialog._at.setTime(dialog._at.time().addSecs(1800))
    room.click("Move", parent=dialog)
    assert home.item(2).start.hour == 19
    assert home.item(3).start.hour == 18
    assert room.told == "Moved: The core four"
    room.shell.undos[2]()
    assert home.item(2).start.hour == 18


def test_an_item_is_chosen_in_the_card_and_in_the_calendar(qtbot: QtBot, home: PlanHome) -> None:
    daily(home, at="07:00")
    home.put(STRONG, "FREQ=DAILY;COUNT=1")
    room = PlanRoom(qtbot, home)

    room.click(f"item {home.item(2, 1).key}")
    room.click("Skip")
    assert room.told == "Skipped: Strength 30 minutes"

    room.page.refresh()
    room.press(room.item_point(2, 0))
    room.click("Skip")
    assert room.told == "Skipped: The core four"


def test_planning_says_what_it_brings_along_and_the_card_gives_hints(
    qtbot: QtBot, home: PlanHome
) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=TU")
    room = PlanRoom(qtbot, home)
    assert not any(text.startswith("Strength on Tuesday too.") for text in room.texts())
    room.page.ask_for_entry(STRONG)

    room.click("put_into_plan", parent=room.page.desk.entry_dialog)
    assert room.told.startswith("Planned: Strength 30 minutes. Strength on Tuesday too.")

    room.page.refresh()
    assert any(text.startswith("Strength on Tuesday too.") for text in room.texts())


def test_a_routine_that_is_gone_says_why_it_cannot_be_started(qtbot: QtBot, home: PlanHome) -> None:
    entry = home.put("core-four", "FREQ=DAILY")
    home.database.stored.schedule.add(records.replace(entry, routine="gone", title="Gone"))

    seen = PlanRoom(qtbot, home).texts()

    assert any(text.startswith("Cannot be started") for text in seen)
    assert "Start" not in seen


def test_a_log_that_cannot_be_read_is_told(qtbot: QtBot, home: PlanHome) -> None:
    home.database.failure = DatabaseBusyError()

    room = PlanRoom(qtbot, home)

    assert len(room.shell.errors) == 1


def test_a_crowded_day_says_how_much_more_there_is(qtbot: QtBot, home: PlanHome) -> None:
    for hour in range(8, 16):
        home.put("core-four", "FREQ=DAILY;COUNT=1", at=f"{hour}:00")
    room = PlanRoom(qtbot, home, 800)
    grid, day = room.page.grid, home.day(2)

    boxes = grid._boxes(grid.model().index_of(day.day))
    assert 1 <= len(boxes) < 8
    assert grid.grab().width() > 0
    assert grid.box_of(day.items[7].key).isEmpty()
    room.click("Week")
    assert not grid.box_of(day.items[7].key).isEmpty()


def test_of_a_day_that_is_over_nothing_is_planned_and_it_is_asked_how_it_was(
    qtbot: QtBot, home: PlanHome
) -> None:
    room = PlanRoom(qtbot, home)

    room.click("How the day was…")
    assert room.noted == [date(2026, 3, 2)]
    room.keys(Qt.Key.Key_Right)
    assert "How the day was…" not in room.texts(), "it has not been yet"

    room.page._go_to(date(2026, 3, 1))
    assert "How the day was…" in room.texts()
    assert "Add to this day" not in room.texts()
    assert "Nothing planned." in room.texts()


def test_it_is_painted_with_everything_there_can_be(qtbot: QtBot, home: PlanHome) -> None:
    home.plan(BACK, start=date(2026, 2, 23))
    home.put("sun-salutation-5", "FREQ=DAILY", at="07:00", start_date="2026-02-23")
    home.put("desk-2min-f-walk", "FREQ=DAILY", at="12:30", start_date="2026-02-23")
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=MO,TU", at="18:40")
    home.changes.skip([home.occurrence(4, 0)])
    home.changes.move_to_day(home.occurrence(4, 1), date(2026, 3, 5))
    for index in (0, 1):
        home.perform(home.occurrence(2, index))
    for number, mark in enumerate(DayMark, start=7):
        home.marks.mark(Marking(date(2026, 3, number), date(2026, 3, number), mark))
    room = PlanRoom(qtbot, home)
    room.keys(Qt.Key.Key_Space)
    seen = []
    for width, kind in ((1100, "Week"), (560, "Month")):
        room.page.resize(width, 800)
        seen.append(room.page.grid.grab().toImage())
        room.click(kind)
        seen.append(room.page.grid.grab().toImage())
    for number, picture in enumerate(seen):
        assert picture not in seen[:number]


def test_at_any_width_the_calendar_has_seven_columns_in_the_room(
    qtbot: QtBot, home: PlanHome
) -> None:
    home.plan(BACK)
    home.put("sun-salutation-5", "FREQ=DAILY", at="07:00")
    room = PlanRoom(qtbot, home)
    grid = room.page.grid
    for width in (620, 800, 1100):
        room.page.resize(width, 800)
        settle()

        widths = [grid.columnWidth(column) for column in range(7)]
        assert grid.gutter > 0
        assert min(widths) == max(widths), "or one day would have room that others lack"
        assert sum(widths) + grid.gutter == grid.width()
        assert grid.height() == grid.sizeHint().height()
        assert room.page.horizontalScrollBar().maximum() == 0


def test_a_week_has_the_whole_width_and_the_cards_beneath(qtbot: QtBot, home: PlanHome) -> None:
    home.plan(BACK)
    room = PlanRoom(qtbot, home)
    page = room.page
    panel, grid = page.panel, page.grid
    assert panel.x() > grid.geometry().right()

    room.click("Week")

    assert panel.y() > grid.geometry().bottom()
    assert panel.width() == grid.width()
    # What can be done about the day is to be seen without scrolling, beside what stays.
    day, rest = page.day_card, panel.repeats
    assert day.mapTo(page, day.rect().topLeft()).y() < page.viewport().height() / 2
    assert rest.mapTo(panel, QPoint()).x() > day.mapTo(panel, day.rect().topRight()).x()

    # Where letters are large it leaves out its year.
    (title,) = page.head.findChildren(QLabel)
    assert title.text() == "Mar 2\u2009–\u20098, 2026"
    assert page.head._short == "Mar 2\u2009–\u20098"

    # What is daily has a smaller figure.
    home.put("sun-salutation-5", "FREQ=DAILY", at="07:00")
    page.refresh()
    settle()
    boxes = {each.item.is_habit: each.figure for each in grid._boxes(grid.currentIndex())}
    assert boxes[True].height() > 0
    assert boxes[False].height() > boxes[True].height()
