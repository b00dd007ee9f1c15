"""What can be done with what stands in the log: opened, put right, entered, deleted, undone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.changes import Change
from coreapp.ui.models.log_model import RowRole
from tests.fakes.records import day_record
from tests.ui.pages.desk import PageDesk, texts
from tests.ui.pages.log.log_page import LogPageDesk, at, choose, entries, keys, press, row_of, run


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


def test_a_session_opens_with_its_sets_and_is_put_right(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    page.view.choose(1)
    press(page, Qt.Key.Key_Return)
    dialog = log.log_desk.session_dialog
    assert dialog.isVisible()

    dialog.table._lines[0].done.setValue(25)
    desk.click(dialog, "save_session")

    kept = desk.database.stored.sessions.kept["s0"]
    assert kept.sets[0].actual_seconds == 25
    assert kept.sets[1:] == at(0).sets[1:]
    assert desk.shell.told == ["Changed: Core-Grundlagen"]
    desk.shell.undos[0]()
    assert desk.database.stored.sessions.kept["s0"] == at(0)


def test_saving_without_a_change_tells_nothing(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk.open(row_of(page, "s0"), page)

    desk.click(log.log_desk.session_dialog, "save_session")

    assert desk.shell.told == []


def test_a_time_to_come_is_refused_where_it_was_entered(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk.open(row_of(page, "s0"), page)
    dialog = log.log_desk.session_dialog
    dialog.day.setDate(dialog.day.maximumDate())
    dialog.at.setTime(dialog.at.time().fromString("23:00", "HH:mm"))

    desk.click(dialog, "save_session")

    assert dialog.isVisible()
    assert any("Give a time that has passed." in text for text in texts(dialog))
    assert desk.database.stored.sessions.kept["s0"] == at(0)
    dialog.reject()


def test_how_it_felt_can_be_changed_and_that_undone(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk.open(row_of(page, "s0"), page)
    desk.click(log.log_desk.session_dialog, "How it felt…")
    dialog = log.log_desk.feeling_dialog
    desk.qtbot.keyClicks(dialog.fields.effort, "9")

    desk.click(dialog, "save_feeling")

    assert desk.database.stored.sessions.kept["s0"].effort == 9
    assert desk.shell.changes == [(Change.LOG,)]
    desk.shell.undos[0]()
    assert desk.database.stored.sessions.kept["s0"] == at(0)


def test_from_the_figures_of_pain_it_is_not_far_to_when_to_see_a_doctor(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk._ask_feeling("s0", page)

    desk.click(log.log_desk.feeling_dialog, "when_to_see_a_doctor")

    assert desk.shell.articles == ["when-to-see-a-doctor"]


KEYS = ("s0", "a0.1", "2026-02-27")
"""A session, a run and a day."""


@pytest.fixture
def page_of_three(log):
    log.store(sessions=[at(0)], activities=[run(0.1)], days=[day_record(date(2026, 2, 27))])
    return log.open()


def test_everything_is_deleted_and_comes_back(desk, page_of_three) -> None:
    page, before = page_of_three, keys(page_of_three)
    for count, key in enumerate(KEYS, start=1):
        page.view.choose(page._model.row_of(key))
        press(page, Qt.Key.Key_Delete)

        assert keys(page) == [each for each in before if each != key]
        assert len(desk.shell.told) == count
        desk.shell.undos[-1]()
        assert keys(page) == before
        assert desk.database.stored.days.kept == {date(2026, 2, 27): day_record(date(2026, 2, 27))}


def test_several_breaks_are_not_deleted_at_once(desk, log) -> None:
    log.store(sessions=[at(each / 100, kind=SessionKind.BREAK) for each in range(2)])
    page = log.open()
    page.view.choose(1)

    press(page, Qt.Key.Key_Delete)

    assert len(desk.database.stored.sessions.kept) == 2


def test_a_menu_says_what_can_be_done(page_of_three) -> None:
    page = page_of_three
    for key, offered in zip(
        KEYS,
        (
            ["Sets and time…", "How it felt…", "How the day was…", "Delete"],
            ["Change…", "How the day was…", "Delete"],
            ["How the day was…", "Delete"],
        ),
        strict=True,
    ):
        index = page._model.index(page._model.row_of(key))
        middle = page.view.visualRect(index).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, QPoint(0, 0))

        page.view.contextMenuEvent(event)

        assert entries(page._menu) == offered


def test_a_run_is_changed_in_its_own_dialog(desk, log) -> None:
    log.store(activities=[run(0)])
    page = log.open()

    log.log_desk.open(row_of(page, "a0"), page)

    assert desk.shell.edited_activities == ["a0"]


def test_what_can_be_entered(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()

    desk.click(page, "enter_into_log")

    assert entries(page._adding) == [
        "A session…",
        "A run, a walk or a sport…",
        "How today was…",
    ]
    choose(page._adding, "A run, a walk or a sport…")
    assert desk.shell.times_asked_for_activity == 1


def test_a_past_session_is_entered_and_that_undone(desk, log) -> None:
    page = log.open()
    log.log_desk.add_session(page)
    dialog = log.log_desk.past_dialog
    desk.qtbot.keyClicks(dialog.search, "core basics")
    dialog.at.setTime(dialog.at.time().fromString("07:30", "HH:mm"))

    desk.click(dialog, "enter_session")

    (kept,) = desk.database.stored.sessions.kept.values()
    assert (kept.routine, kept.outcome) == ("core-basics-runners", Outcome.COMPLETED)
    assert keys(page) == [kept.id]
    assert desk.shell.told == ["Entered: Core basics for runners"]
    desk.shell.undos[0]()
    assert keys(page) == []


def test_a_click_on_a_day_asks_how_it_was(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    index = page._model.index(1)
    row = index.data(RowRole.ROW)
    head = page.view._delegate.places(page.view.visualRect(index), row, is_last=True).head

    desk.qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=head.center())

    dialog = log.days.dialog
    assert dialog.isVisible()
    dialog.note.setPlainText("  sunny \n")
    desk.click(dialog, "save_day")
    assert desk.database.stored.days.kept == {
        date(2026, 3, 1): DayRecord(date(2026, 3, 1), text="sunny")
    }
    assert keys(page) == ["2026-03-01", "s0"]
    desk.shell.undos[0]()
    assert keys(page) == ["s0"]


def test_a_click_on_a_row_opens_it_and_one_on_the_dots_its_menu(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    index = page._model.index(1)
    row = index.data(RowRole.ROW)
    places = page.view._delegate.places(page.view.visualRect(index), row, is_last=True)
    viewport, left = page.view.viewport(), Qt.MouseButton.LeftButton

    desk.qtbot.mouseClick(viewport, left, pos=places.button.center())
    assert entries(page._menu)[0] == "Sets and time…"

    desk.qtbot.mouseClick(viewport, left, pos=places.words.center())
    assert log.log_desk.session_dialog.isVisible()
    log.log_desk.session_dialog.reject()


def test_words_go_on_where_a_row_has_no_figures(log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    row = page._model.index(1).data(RowRole.ROW)
    blank = replace(row, figures=tuple(("", word) for _figure, word in row.figures))
    cell = QRect(0, 0, page.view.width(), 60)
    free, filled = (page.view._delegate.places(cell, each, is_last=False) for each in (blank, row))

    assert free.words.right() > filled.words.right()
    assert free.figures == filled.figures, "all figures stand below each other"


def test_with_large_text_a_long_title_goes_on_beneath(log) -> None:
    log.store(sessions=[at(0, title="A very long name of something that was done " * 3)])
    page = log.open()
    delegate, row = page.view._delegate, page._model.index(1).data(RowRole.ROW)
    one = delegate.height(row, is_first=False, is_last=False)

    delegate._theme.set_text_factor(2.0)
    large = delegate.height(row, is_first=False, is_last=False)
    short = delegate.height(replace(row, title="Short"), is_first=False, is_last=False)

    assert large > short > one


def test_the_menu_key_asks_about_the_row_of_the_keyboard(log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    page.view.choose(1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))

    page.view.contextMenuEvent(event)

    assert entries(page._menu) == ["Sets and time…", "How it felt…", "How the day was…", "Delete"]


def test_how_it_felt_stays_open_while_the_log_is_busy(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk._ask_feeling("s0", page)
    dialog = log.log_desk.feeling_dialog
    dialog.fields.note.setPlainText("typed")
    desk.database.failure = DatabaseBusyError()

    desk.click(dialog, "When to see a doctor")
    assert dialog.isVisible()
    assert dialog._problem.isVisible()
    desk.database.failure = None
    desk.click(dialog, "save_feeling")

    assert desk.database.stored.sessions.kept["s0"].note == "typed"
    assert desk.shell.told == ["Changed: Core-Grundlagen"]


def test_sets_and_then_how_it_felt_are_both_kept(desk, log) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    log.log_desk.open(row_of(page, "s0"), page)
    log.log_desk.session_dialog.table._lines[0].done.setValue(25)

    desk.click(log.log_desk.session_dialog, "How it felt…")
    log.log_desk.feeling_dialog.fields.note.setPlainText("typed")
    desk.click(log.log_desk.feeling_dialog, "save_feeling")

    kept = desk.database.stored.sessions.kept["s0"]
    assert (kept.sets[0].actual_seconds, kept.note) == (25, "typed")
    for undo in reversed(desk.shell.undos):
        undo()
    assert desk.database.stored.sessions.kept["s0"] == at(0)
