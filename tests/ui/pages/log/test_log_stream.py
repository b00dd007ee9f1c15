"""The log coming into its list: late answers, changes far away, and a log that cannot be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import SessionKind
from coreapp.services.changes import Change
from coreapp.services.log_reading import LogReading
from coreapp.ui.models.log_model import RowKind
from coreapp.ui.pages.coming_up import ComingUp
from tests.fakes.records import day_record
from tests.fakes.worker import Waiting
from tests.ui.pages.desk import PageDesk, settle, texts
from tests.ui.pages.log.log_page import LogPageDesk, at, first_seen, keys, look_for, press

LOG = frozenset({Change.LOG})


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def log(desk: PageDesk) -> LogPageDesk:
    return LogPageDesk(desk)


@pytest.fixture
def worker(log: LogPageDesk) -> Waiting:
    log.worker = Waiting()
    return log.worker


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the log: new pages, and such that are read again."""
    asked: list[str] = []
    for name in ("page", "again"):
        original = getattr(LogReading, name)

        def note(self, *arguments, name=name, original=original):
            asked.append(name)
            return original(self, *arguments)

        monkeypatch.setattr(LogReading, name, note)
    return asked


def to_the_end(page, length: int) -> None:
    """Scroll to the last of so many."""
    bar = page.verticalScrollBar()
    for _step in range(length):
        if len(keys(page)) == length and bar.value() == bar.maximum():
            return
        bar.setValue(bar.maximum())
        settle()
    raise AssertionError("the end does not come")


def test_the_page_is_there_before_the_log_is_read(log, worker) -> None:
    log.store(sessions=[at(0)])

    page = log.open()

    assert keys(page) == []
    assert not page.is_settled
    assert "Search the log" in page._search.placeholderText()
    assert "The log begins with your first session" not in texts(page)
    worker.do_all()
    assert keys(page) == ["s0"]
    assert page.is_settled


def test_what_comes_late_is_dropped(log, worker) -> None:
    log.store(sessions=[at(0, note="first"), at(1, note="second")])
    page = log.open()
    worker.do_all()

    look_for(page, "first")
    look_for(page, "second")
    worker.do_one()
    assert keys(page) == ["s0", "s1"], "the first answer is not wanted any more"
    worker.do_all()

    assert keys(page) == ["s1"]


def test_who_types_on_is_not_interrupted(log, worker) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    worker.do_all()

    QTest.keyClicks(page._search, "plank")
    assert not worker.jobs
    assert not page.is_settled
    page._typing.timeout.emit()

    assert len(worker.jobs) == 1
    worker.do_all()
    page._typing.stop()


def test_a_change_at_the_end_of_a_long_log_reads_what_is_seen_alone(log, read) -> None:
    log.store(sessions=[at(each) for each in range(320)])
    page = log.open()
    to_the_end(page, 320)
    pages = len(read)
    assert pages > 5
    loaded, seen = keys(page), first_seen(page)

    page.note(LOG)
    settle()

    assert len(read) - pages <= 3
    assert (keys(page), first_seen(page)) == (loaded, seen)


def test_what_was_not_seen_is_read_anew_when_it_comes_into_sight(log) -> None:
    log.store(sessions=[at(each) for each in range(160)])
    page = log.open()
    to_the_end(page, 160)
    log.store(days=[day_record(date(2026, 3, 1))])
    page.note(LOG)
    settle()
    assert keys(page)[0] == "s0"

    page.verticalScrollBar().setValue(0)
    settle()

    assert keys(page)[:2] == ["2026-03-01", "s0"]


def test_every_row_stays_true_whatever_is_deleted_and_seen(log, desk) -> None:
    log.store(sessions=[at(each) for each in range(120)])
    page = log.open()
    to_the_end(page, 120)
    gone = (0, 1, 40, 41, 80, 119)
    for each in gone:
        with desk.database.work() as work:
            work.sessions.delete(f"s{each}")
        page.note(LOG)
        settle()

    bar = page.verticalScrollBar()
    for value in range(bar.maximum(), -1, -bar.pageStep()):
        bar.setValue(value)
        settle()
    bar.setValue(0)
    settle()

    assert keys(page) == [f"s{each}" for each in range(120) if each not in gone]
    months = [row.line for row in page.rows if row.kind is RowKind.MONTH]
    assert months[0].startswith("27 sessions")


def test_a_deletion_during_a_search_keeps_the_search_and_can_be_undone(log, desk) -> None:
    log.store(sessions=[at(each, note="knee" if each % 2 else "") for each in range(6)])
    page = log.open()
    look_for(page, "knee")
    page.view.choose(2)

    press(page, Qt.Key.Key_Delete)
    assert keys(page) == ["s1", "s5"]
    assert page.view.currentIndex().data(Qt.ItemDataRole.UserRole).key == "s5"
    desk.shell.undos[0]()
    settle()

    assert keys(page) == ["s1", "s3", "s5"]
    assert page._search.text() == "knee"


def test_an_undo_after_a_filter_shows_what_the_filter_wants(log, desk) -> None:
    log.store(sessions=[at(0), at(1)], days=[day_record(date(2026, 2, 27))])
    page = log.open()
    page.view.choose(1)
    press(page, Qt.Key.Key_Delete)
    assert keys(page)[0] == "s1"

    desk.click(page, "Notes of days")
    desk.shell.undos[0]()
    settle()
    assert keys(page) == ["2026-02-27"]

    desk.click(page, "Everything")
    assert keys(page) == ["s0", "s1", "2026-02-27"]


def test_the_last_entry_that_is_deleted_leaves_the_empty_page(log, desk) -> None:
    log.store(sessions=[at(0)])
    page = log.open()
    page.view.choose(1)

    press(page, Qt.Key.Key_Delete)
    assert "The log begins with your first session" in texts(page)
    desk.shell.undos[0]()
    settle()

    assert keys(page) == ["s0"]
    assert page.view.isVisible()
    assert "The log begins with your first session" not in texts(page)


def test_a_log_that_is_busy_is_told_once_and_read_when_somebody_scrolls(log, desk) -> None:
    log.store(sessions=[at(each) for each in range(120)])
    page = log.open()
    loaded = len(keys(page))
    desk.database.failure = DatabaseBusyError()

    page.note(LOG)
    settle()
    assert len(desk.shell.errors) == 1
    assert len(keys(page)) == loaded, "what was read stays"
    desk.database.failure = None
    to_the_end(page, 120)

    assert len(keys(page)) == 120
    assert len(desk.shell.errors) == 1


def test_an_answer_that_fails_and_is_not_wanted_any_more_is_not_told(log, desk, worker) -> None:
    log.store(sessions=[at(0, note="knee")])
    page = log.open()
    worker.do_all()
    look_for(page, "first")
    look_for(page, "knee")

    desk.database.failure = DatabaseBusyError()
    worker.do_one()
    desk.database.failure = None
    worker.do_all()

    assert desk.shell.errors == []
    assert keys(page) == ["s0"]


def test_breaks_that_are_open_stay_so_when_one_of_them_is_deleted(log) -> None:
    log.store(sessions=[at(each / 100, kind=SessionKind.BREAK) for each in range(4)])
    page = log.open()
    page.view.choose(1)
    press(page, Qt.Key.Key_Return)
    page.view.choose(3)

    press(page, Qt.Key.Key_Delete)

    assert [row.kind for row in page.rows[1:]] == [RowKind.BREAKS] + [RowKind.BREAK] * 3


def test_a_very_high_page_comes_up_as_a_picture_of_what_is_seen(desk, log) -> None:
    """All of it would be a picture of gigabytes."""
    desk.theme.set_reduced_motion(reduced=False)
    log.store(sessions=[at(each) for each in range(160)])
    page = log.open()
    to_the_end(page, 160)

    page.come_up()

    coming = page.findChildren(ComingUp)[0]
    coming._fade.setCurrentTime(coming._fade.duration() // 2)
    settle()
    assert coming._picture.size() == page.viewport().size()
    page.become_hidden()
