"""Today: what is next, what is done, where sitting stands, a few minutes now, the week."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import DoneBesides
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import Outcome
from coreapp.services.changes import Change
from coreapp.ui.figure.view import FigureView
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.pages.today.advice_card import AdviceCard
from coreapp.ui.pages.today.morning_card import MorningCard
from coreapp.ui.pages.today.page import TodayPage
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.list_row import DoneMark
from tests.fakes.records import session
from tests.ui.pages.desk import ROUTINE, PageDesk, texts
from tests.ui.pages.today.today_page import make_today


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def open_page(desk: PageDesk):
    def make(*, is_ready: bool = True, width: int = 1224) -> TodayPage:
        if is_ready:
            desk.desk.breaks.start()  # as the program does, once the log is open
        page = make_today(desk, is_ready=is_ready)
        desk.show(page)
        page.resize(width, 800)
        return page

    return make


def finish_today(desk: PageDesk) -> None:
    """Tick off what is planned next."""
    (planned,) = desk.planning.next(1)
    now = desk.clock.reading().utc
    done = session(planned=planned.planned, outcome=Outcome.COMPLETED)
    desk.database.stored.sessions.add(replace(done, started_at=now, ended_at=now))


def test_with_nothing_planned_a_good_beginning_is_offered(desk: PageDesk, open_page) -> None:
    page = open_page()

    seen = texts(page)
    assert "Monday, March 2, 2026" in seen
    assert "Nothing is planned today" in seen
    assert "A good one to begin with" in seen
    desk.click(page, "start_session")
    (request,) = desk.shell.requests
    assert (request.routine, request.planned) == (ROUTINE, None)
    desk.click(page, "Look through")
    assert desk.shell.pages == [PageKey.ROUTINES]

    # News of the log and the plan are shown.
    desk.plan()
    page.note(frozenset({Change.SETTINGS}))
    assert "Nothing is planned today" in texts(page)
    page.note(frozenset({Change.PLAN}))
    assert "Nothing is planned today" not in texts(page)
    finish_today(desk)
    page.note(frozenset({Change.LOG}))
    assert "Today’s session is done" in texts(page)


def test_what_is_in_the_cards_begins_at_one_edge_and_rows_come_closer_in_a_small_window(
    desk: PageDesk, open_page
) -> None:
    page = open_page()
    spacings = []
    for width in (1224, 848, 760):
        page.resize(width, 800)
        cards = page.findChildren(Card)
        assert any(isinstance(each, AdviceCard) for each in cards)
        edges = {each.body.contentsMargins().left() for each in cards}
        assert edges == {page._session.left.contentsMargins().left()}, width
        spacings.append(page.column.spacing())
    assert spacings[-1] < spacings[0]


def test_todays_session_is_first_until_it_is_done(desk: PageDesk, open_page) -> None:
    entry = desk.plan()
    page = open_page()

    seen = texts(page)
    assert any(text.startswith("One session today, at 6:30") for text in seen)
    assert any(text.startswith("planned for 6:30") for text in seen)
    desk.click(page, "start_session")
    (request,) = desk.shell.requests
    assert request.planned.entry == entry.id

    # What is done makes way for tomorrow.
    finish_today(desk)
    page.note(frozenset({Change.LOG}))
    seen = texts(page)
    assert "Today’s session is done" in seen
    assert "Tomorrow" in seen
    assert any("Done" in text for text in seen)
    assert "1 of 7 done" in seen


def test_the_week_begins_with_monday_whatever_the_day(desk: PageDesk, open_page) -> None:
    desk.plan("FREQ=WEEKLY;BYDAY=MO,WE,FR")
    desk.clock.advance(5 * 24 * 3600)

    seen = texts(open_page())

    assert [text for text in seen if text in {"Mon 2", "Sun 8", "Sat 7", "Mon 9"}] == [
        "Mon 2",
        "Sat 7",
        "Sun 8",
    ]
    assert "0 of 3 done" in seen


def test_a_day_off_is_not_counted_among_what_is_to_be_done(desk: PageDesk, open_page) -> None:
    desk.plan("FREQ=WEEKLY;BYDAY=TU,TH")
    thursday = desk.clock.reading().utc.date() + timedelta(days=3)
    desk.database.stored.days.add(DayRecord(thursday, mark=DayMark.SICK))

    page = open_page()

    assert "0 of 1 done" in texts(page)
    pictures = page._week.findChildren(ExercisePicture)
    assert len([each for each in pictures if each.isVisible()]) == 1


def test_a_day_on_which_something_else_was_done_is_ticked(desk: PageDesk) -> None:
    desk.plan("FREQ=WEEKLY;BYDAY=TU")
    tuesday = desk.clock.reading().utc.date() + timedelta(days=1)
    monday = tuesday - timedelta(days=1)

    desk.desk.breaks.start()
    run = DoneBesides(activity=ActivityType.RUN_EASY)
    page = make_today(desk, done_besides=lambda *_days: dict.fromkeys((monday, tuesday), run))
    desk.show(page)

    assert len(page._week.findChildren(DoneMark)) == 1, "Tuesday is still to come"
    assert "0 of 1 done" in texts(page)


def test_before_the_log_is_open_it_says_what_it_can(desk: PageDesk, open_page) -> None:
    desk.database.failure = DatabaseBusyError()

    page = open_page(is_ready=False)

    assert desk.shell.errors == []
    assert "A good one to begin with" in texts(page)


def test_a_log_that_cannot_be_read_is_told(desk: PageDesk, open_page) -> None:
    desk.database.failure = DatabaseBusyError()

    open_page()

    assert desk.shell.errors


def test_sitting_is_followed_and_told_once_and_another_day_is_shown_anew(
    desk: PageDesk, open_page
) -> None:
    page = open_page()
    desk.desk.work(18)
    page.note(frozenset({Change.BREAKS}))
    assert any("18 min" in text for text in texts(page))
    assert "You have sat for 18 minutes." in texts(page)

    desk.desk.breaks.pause(None)
    page.note(frozenset({Change.BREAKS}))

    # Then the ring says it.
    assert not any("You have sat" in text for text in texts(page))

    # On another day it is shown anew.
    desk.clock.advance(24 * 3600)
    page.become_hidden()
    page.become_seen()
    assert "Tuesday, March 3, 2026" in texts(page), "when it is seen again"

    desk.clock.advance(24 * 3600)
    page.note(frozenset({Change.BREAKS}))
    assert "Wednesday, March 4, 2026" in texts(page), "when a break is noted"


def test_the_figure_moves_while_it_is_seen(desk: PageDesk, open_page, qtbot: QtBot) -> None:
    desk.theme.set_reduced_motion(reduced=False)
    page = open_page()

    def found() -> list[FigureView]:
        return [each for each in page.findChildren(FigureView) if each.moving]

    qtbot.waitUntil(lambda: bool(found()))
    moving = found()
    assert len(moving) == 1

    page.become_hidden()
    assert not moving[0].moving

    page.become_seen()
    assert moving[0].moving
    desk.theme.set_reduced_motion(reduced=True)
    assert not moving[0].moving
    page.become_hidden()


def test_the_morning_after_a_session_is_asked_about_once(desk: PageDesk, open_page) -> None:
    now = desk.clock.reading().utc
    yesterday = session(started_at=now - timedelta(hours=14), pain_next_morning=None)
    desk.database.stored.sessions.add(yesterday)
    page = open_page()
    card = page.findChild(MorningCard)
    seen = card.isVisible()
    desk.qtbot.keyClicks(card.scale, "1")
    page.become_hidden()
    page.become_seen()

    assert (seen, card.isVisible()) == (True, False)
    assert desk.database.stored.sessions.kept["s1"].pain_next_morning == 1
