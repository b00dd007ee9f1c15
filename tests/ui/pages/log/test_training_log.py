"""The log: one list of everything, narrowed, searched, loaded while it scrolls."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.changes import Change
from coreapp.ui.models.log_model import RowKind, RowRole
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.log.beginnings import FEW
from tests.fakes.languages import shown_in
from tests.fakes.records import day_record
from tests.ui.pages.desk import PageDesk, settle, texts
from tests.ui.pages.log.log_page import (
    LogPageDesk,
    at,
    choose,
    first_seen,
    keys,
    look_for,
    press,
    row_of,
    run,
    spoken,
)


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture(autouse=True)
def _menus_stay_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A menu is filled and not shown: without a screen it cannot have the keyboard."""
    monkeypatch.setattr(QMenu, "popup", lambda *_arguments: None)


@pytest.fixture
def log(desk: PageDesk) -> LogPageDesk:
    return LogPageDesk(desk)


def test_an_empty_log_leads_to_the_routines(desk, log) -> None:
    page = log.open()

    assert "The log begins with your first session" in texts(page)
    assert "Everything" not in texts(page)
    desk.click(page, "Choose a routine")
    assert desk.shell.pages == [PageKey.ROUTINES]
    desk.click(page, "See an example")
    assert desk.shell.times_example_shown == 1


def test_a_log_that_has_just_begun_asks_for_what_else_belongs_there(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()

    assert "Also for the log" in texts(page)
    desk.click(page, "A run, a walk or a sport")
    assert desk.shell.times_asked_for_activity == 1
    desk.click(page, "A session without the player")
    assert log.log_desk.past_dialog.isVisible()
    log.log_desk.past_dialog.reject()
    desk.click(page, "How today was")
    assert log.days.dialog.isVisible()
    log.days.dialog.reject()


def test_a_longer_log_and_one_that_is_searched_ask_for_nothing_more(log) -> None:
    log.store(sessions=[at(day) for day in range(FEW)])
    page = log.open()
    assert "Also for the log" in texts(page)
    look_for(page, "core")
    assert "Also for the log" not in texts(page)
    look_for(page, "")
    assert "Also for the log" in texts(page)

    log.store(sessions=[at(FEW)])
    page.note(frozenset({Change.LOG}))
    settle()
    assert "Also for the log" not in texts(page)


def test_everything_stands_in_one_list_the_newest_first(log) -> None:
    log.store(
        sessions=[at(0), at(0.2, kind=SessionKind.BREAK), at(40)],
        activities=[run(0.1)],
        days=[day_record(date(2026, 2, 27))],
    )

    page = log.open()

    assert keys(page) == ["s0", "a0.1", "s0.2", "2026-02-27", "s40"]
    months = [row.title for row in page.rows if row.kind is RowKind.MONTH]
    assert months == ["March 2026", "February 2026", "January 2026"]
    assert "1 session, 36 sec of work · 1 activity, 7.3 km · 1 break" in [r.line for r in page.rows]


def test_a_screen_reader_hears_day_title_line_and_figures(log) -> None:
    log.store(sessions=[at(0)], days=[DayRecord(date(2026, 3, 1), mark=DayMark.SICK, pain_worst=4)])

    said = spoken(log.open())

    assert said[1].startswith("Yesterday Mar 1, Sick")
    assert "pain 4" in said[1]
    assert said[2].startswith("Core-Grundlagen, ")
    assert said[2].endswith("effort 6.5, pain 3")


def test_how_it_ended_is_told_unless_completed_and_the_time_of_the_place(log) -> None:
    from coreapp.services.session_words import outcome_label

    outcomes = {
        Outcome.COMPLETED: False,
        Outcome.ENDED_EARLY: True,
        Outcome.INTERRUPTED: True,
    }
    log.store(sessions=[at(day, outcome=each) for day, each in enumerate(outcomes)])
    log.store(sessions=[at(9, zone="Asia/Tokyo")])
    page = log.open()
    assert row_of(page, "s9").line.startswith("8:00")

    for day, (outcome, is_told) in enumerate(outcomes.items()):
        assert (outcome_label(outcome) in row_of(page, f"s{day}").line) is is_told, outcome


def test_breaks_of_a_day_are_one_line_that_opens(log) -> None:
    log.store(sessions=[at(each / 100, kind=SessionKind.BREAK) for each in range(3)])
    page = log.open()
    (folded,) = [row for row in page.rows if row.kind is RowKind.BREAKS]
    assert folded.title == "3 breaks with a routine"
    assert folded.head[0] == "Yesterday"

    page.view.choose(1)
    press(page, Qt.Key.Key_Return)

    assert [row.kind for row in page.rows[1:]] == [RowKind.BREAKS] + [RowKind.BREAK] * 3
    page.refresh()
    assert [row.kind for row in page.rows[1:]] == [RowKind.BREAKS] + [RowKind.BREAK] * 3
    press(page, Qt.Key.Key_Return)
    assert [row.kind for row in page.rows[1:]] == [RowKind.BREAKS]


def test_one_kind_alone_can_be_shown(desk, log) -> None:
    log.store(
        sessions=[at(0), at(0.2, kind=SessionKind.BREAK)],
        activities=[run(0.1)],
        days=[day_record(date(2026, 2, 27))],
    )
    page = log.open()

    for chip, left in (
        ("Sessions", ["s0"]),
        ("Breaks", ["s0.2"]),
        ("Runs, walks, sports", ["a0.1"]),
        ("Notes of days", ["2026-02-27"]),
    ):
        desk.click(page, chip)
        assert keys(page) == left, chip
        desk.click(page, "Everything")
        assert len(keys(page)) == 4


def test_what_is_typed_is_looked_for(desk, log) -> None:
    log.store(
        sessions=[at(0), at(1, title="Other", routine="x", note="", sets=())], activities=[run(2)]
    )
    page = log.open()

    look_for(page, "fluss")
    assert keys(page) == ["a2"]
    look_for(page, "other")
    assert keys(page) == ["s1"]
    look_for(page, "nothing like that")
    assert "Nothing found for “nothing like that”" in texts(page)

    desk.click(page, "Show everything")
    assert keys(page) == ["s0", "s1", "a2"]
    assert page._search.text() == ""


def test_the_list_can_begin_with_a_month(log) -> None:
    log.store(sessions=[at(0), at(40), at(400)])
    page = log.open()
    button = page._filters.month_button
    button._fill()
    years = [each.menu() for each in button.menu().actions() if each.menu()]
    assert [each.title() for each in years] == ["2026", "2025"]

    choose(years[0], "January 2026")
    assert keys(page) == ["s40", "s400"]
    assert button.text() == "January 2026"

    button._fill()
    choose(button.menu(), "Newest")
    assert keys(page) == ["s0", "s40", "s400"]


def test_older_ones_come_while_it_scrolls(desk, log) -> None:
    log.store(sessions=[at(each) for each in range(120)])
    page = log.open()
    loaded = len(keys(page))
    assert 20 < loaded < 100

    for _step in range(6):
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        settle()

    assert keys(page) == [f"s{each}" for each in range(120)]


def test_a_change_elsewhere_leaves_the_list_where_it_was(log) -> None:
    log.store(sessions=[at(each) for each in range(160)])
    page = log.open()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    settle()
    loaded = keys(page)
    page.verticalScrollBar().setValue(1500)
    seen, top = first_seen(page)

    log.store(days=[day_record(date(2026, 3, 1))])
    page.note(frozenset({Change.LOG}))
    settle()

    assert keys(page) == ["2026-03-01", *loaded]
    assert first_seen(page) == (seen, top)


def test_the_keyboard_goes_past_the_headings_of_months(desk, log) -> None:
    log.store(sessions=[at(0), at(40), at(80)])
    page = log.open()
    page.view.choose(1)

    press(page, Qt.Key.Key_Down)
    assert page.view.currentIndex().data(RowRole.ROW).key == "s40"
    press(page, Qt.Key.Key_PageDown)
    assert page.view.currentIndex().data(RowRole.ROW).key == "s80"
    press(page, Qt.Key.Key_PageUp)
    assert page.view.currentIndex().data(RowRole.ROW).key == "s0"


def test_what_was_today_is_yesterday_on_the_next_day(desk, log) -> None:
    log.store(sessions=[at(-1)])
    page = log.open()
    assert row_of(page, "s-1").head[0] == "Today"
    page.become_hidden()

    desk.clock.jump(24 * 3600)
    page.become_seen()

    assert row_of(page, "s-1").head[0] == "Yesterday"


def test_a_day_begins_with_a_capital_in_dutch(log, tmp_path) -> None:
    log.store(sessions=[at(3)])
    with shown_in(tmp_path, "nl", {}):
        page = log.open()

    assert row_of(page, "s3").head == ("Donderdag", "26 feb")


def test_what_has_no_room_is_told_as_a_tool_tip(log, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    log.store(days=[day_record(date(2026, 3, 1))], sessions=[at(1, note="")])
    page = log.open()

    for number in (1, 3):
        middle = page.view.visualRect(page._model.index(number)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, middle, middle)
        QApplication.sendEvent(page.view.viewport(), event)

    assert told == [page.rows[1].line, ""]


def test_shoes_report_search_and_the_times_at_the_desk_are_not_far(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()

    desk.click(page, "Shoes…")
    desk.click(page, "Report as PDF…")
    desk.click(page, "To the breaks")

    assert desk.shell.times_shoes_shown == 1
    assert log.reports == 1
    assert desk.shell.pages == [PageKey.BREAKS]

    assert not page._search.hasFocus()
    page.focus_search()  # as Ctrl F does
    settle()
    assert page._search.hasFocus()


def test_a_log_that_cannot_be_read_is_told(desk, log) -> None:
    desk.database.failure = DatabaseBusyError()

    log.open()

    assert len(desk.shell.errors) == 1
