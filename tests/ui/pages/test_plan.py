"""The plan: what is coming, each to be started, moved or skipped alone, and what repeats."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import Outcome
from coreapp.services.changes import Change
from coreapp.ui.pages.plan import PlanPage
from tests.fakes.records import session
from tests.ui.pages.desk import ROUTINE, PageDesk, texts


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def open_page(desk: PageDesk):
    def make() -> PlanPage:
        page = PlanPage(desk.theme, desk.art, desk.library, desk.planning, desk.clock, desk.shell)
        return desk.show(page)

    return make


def test_an_empty_plan_says_what_to_do(desk: PageDesk, open_page) -> None:
    page = open_page()

    assert "Nothing is planned yet" in texts(page)
    desk.click(page, "Plan a session")
    desk.click(page._dialog, "put_into_plan")

    (entry,) = desk.planning.entries()
    assert entry.rrule == "FREQ=WEEKLY;BYDAY=MO,WE,FR"
    assert desk.shell.changes == [(Change.PLAN,)]
    assert desk.shell.told == [f"Planned: {entry.title}"]
    desk.shell.undos[0]()
    assert desk.planning.entries() == []


def test_two_weeks_are_shown_day_by_day(desk: PageDesk, open_page) -> None:
    desk.plan("FREQ=WEEKLY;BYDAY=MO")

    seen = texts(open_page())

    days = {day for text in seen for day in re.findall(r"Mar(?:ch)? (\d+)", text)}
    assert {"2", "9"} <= days
    assert "16" not in days
    assert seen.count("Start") == 1  # only today's can be begun
    assert "What repeats" in seen


def test_todays_session_is_started_with_its_occurrence(desk: PageDesk, open_page) -> None:
    entry = desk.plan()

    desk.click(open_page(), "Start")

    (request,) = desk.shell.requests
    assert request.routine == ROUTINE
    assert request.planned.entry == entry.id


def test_what_is_done_can_only_be_looked_at(desk: PageDesk, open_page) -> None:
    desk.plan("FREQ=WEEKLY;BYDAY=MO;COUNT=1")
    (planned,) = desk.planning.next(1)
    done = session(planned=planned.planned, outcome=Outcome.COMPLETED)
    now = desk.clock.reading().utc
    done = type(done)(
        **{
            **{name: getattr(done, name) for name in done.__slots__},
            "started_at": now,
            "ended_at": now,
        }
    )
    desk.database.stored.sessions.add(done)

    seen = texts(open_page())

    assert "Done" in seen
    assert "Start" not in seen
    assert "Skip" not in seen


def test_one_is_skipped_alone_and_comes_back(desk: PageDesk, open_page) -> None:
    desk.plan()
    page = open_page()

    desk.click(page, "Skip")
    assert desk.planning.next(1)[0].start.day == 3
    assert desk.shell.told == ["Skipped: Evening"]

    desk.shell.undos[0]()
    assert desk.planning.next(1)[0].start.day == 2


def test_one_is_moved_alone_and_comes_back(desk: PageDesk, open_page) -> None:
    desk.plan()
    page = open_page()
    desk.click(page, "Move…")
    dialog = page._move_dialog
    dialog._at.setTime(dialog._at.time().addSecs(1800))

    desk.click(dialog, "Move")

    assert desk.planning.next(1)[0].start.hour == 19
    assert desk.planning.next(2)[1].start.hour == 18
    page.refresh()
    assert any("moved from" in text for text in texts(page))
    desk.shell.undos[0]()
    assert desk.planning.next(1)[0].start.hour == 18


def test_what_repeats_is_removed_and_comes_back(desk: PageDesk, open_page) -> None:
    entry = desk.plan()
    page = open_page()

    desk.click(page, "Remove Evening")
    assert desk.planning.entries() == []
    assert desk.shell.told == ["Removed: Evening"]

    desk.shell.undos[0]()
    assert list(desk.planning.entries()) == [entry]


def test_a_plan_that_is_over_says_so(desk: PageDesk, open_page) -> None:
    desk.plan("FREQ=DAILY;COUNT=1")
    desk.clock.advance(timedelta(days=3).total_seconds())

    assert "Nothing in the next two weeks." in texts(open_page())


def test_a_log_that_cannot_be_read_is_told(desk: PageDesk, open_page) -> None:
    desk.database.failure = DatabaseBusyError()

    open_page()

    assert len(desk.shell.errors) == 1


def test_a_plan_that_cannot_be_kept_is_told_in_the_dialog(desk: PageDesk, open_page) -> None:
    page = open_page()
    desk.click(page, "Plan a session")
    desk.database.failure = DatabaseBusyError()

    desk.click(page._dialog, "put_into_plan")

    assert page._dialog.isVisible()
    assert any("Another program is using the log" in text for text in texts(page._dialog))
    page._dialog.reject()
    assert desk.clock.reading().utc > datetime(2026, 3, 2, tzinfo=UTC)
