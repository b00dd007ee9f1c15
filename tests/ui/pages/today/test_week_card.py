"""The week on Today: what stands for a day, and the invitation while nothing is planned."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import DoneBesides
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.pages.today.page import TodayPage
from coreapp.ui.widgets.list_row import DoneMark
from tests.fakes.records import session
from tests.ui.pages.desk import PageDesk, texts
from tests.ui.pages.today.today_page import make_today, read_anew

INVITATION = "Two or three short sessions a week are a good beginning."


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


def opened(desk: PageDesk, *, is_ready: bool = True) -> TodayPage:
    if is_ready:
        desk.desk.breaks.start()
    page = make_today(desk, is_ready=is_ready)
    desk.show(page)
    return page


def pictures(page: TodayPage) -> list[ExercisePicture]:
    found = page._week.findChildren(ExercisePicture)
    return [each for each in found if each.isVisible()]


def test_while_nothing_is_planned_it_leads_to_a_plan(desk: PageDesk) -> None:
    page = opened(desk)

    assert INVITATION in texts(page)
    desk.click(page, "plan_first_session")
    desk.click(page, "see_programmes")
    assert desk.shell.pages == [PageKey.PLAN, PageKey.ROUTINES]
    desk.click(page, "see_example")
    assert desk.shell.times_example_shown == 1

    desk.plan("FREQ=WEEKLY;BYDAY=TU")
    read_anew(desk, page)
    assert INVITATION not in texts(page)


def test_before_the_log_is_open_nobody_is_invited(desk: PageDesk) -> None:
    assert INVITATION not in texts(opened(desk, is_ready=False))


def test_the_longest_session_of_a_day_stands_for_it(desk: PageDesk) -> None:
    desk.plan("FREQ=DAILY", at="07:00", routine="desk-2min-a-reset", title="Desk")
    desk.plan("FREQ=WEEKLY;BYDAY=WE")
    page = opened(desk)

    shown = [each._shot.exercise for each in pictures(page)]
    assert len(shown) == 7
    assert len({*shown[:2], *shown[3:]}) == 1
    assert shown[2] not in shown[:2]


def test_what_was_not_done_is_faint_when_its_day_is_over(desk: PageDesk) -> None:
    desk.plan()
    desk.clock.advance(2 * 24 * 3600)
    page = opened(desk)

    assert [each._is_faded for each in pictures(page)] == [True, True, *[False] * 5]


def test_what_was_done_says_more_of_a_day_than_what_was_not(desk: PageDesk) -> None:
    desk.plan("FREQ=DAILY", at="07:00", routine="desk-2min-a-reset", title="Desk")
    desk.plan()
    evening = desk.planning.between(*desk.planning.today())[1].occurrence
    done = session(planned=evening.planned, started_at=evening.start, ended_at=evening.start)
    desk.database.stored.sessions.add(done)
    desk.clock.advance(timedelta(days=1).total_seconds())
    page = opened(desk)

    assert len(page._week.findChildren(DoneMark)) == 1
    assert pictures(page)[0]._shot == pictures(page)[1]._shot


def test_what_was_done_without_a_plan_has_its_figure(desk: PageDesk) -> None:
    desk.clock.advance(timedelta(days=3).total_seconds())
    monday = desk.clock.reading().utc.date() - timedelta(days=3)
    did = (
        DoneBesides(activity=ActivityType.RUN_EASY),
        DoneBesides("core-four"),
        DoneBesides(activity=ActivityType.OTHER_SPORT),
    )
    besides = {monday + timedelta(days=index): each for index, each in enumerate(did)}
    desk.desk.breaks.start()
    page = make_today(desk, done_besides=lambda *_days: besides)
    desk.show(page)

    shown = [each._shot.exercise for each in pictures(page)[:2]]
    assert shown == ["lunch-walk", desk.library.routine("core-four").exercises[0]]
    assert len(page._week.findChildren(DoneMark)) == 3, "a sport has no figure, but its tick"
    # Nothing else is planned; that something was done is not passed over.
    assert INVITATION in texts(page)
    assert "Nothing more is planned" in texts(page)
    assert "Nothing is planned yet" not in texts(page)


def test_the_rows_follow_the_size_of_the_text_without_another_width(desk: PageDesk) -> None:
    page = opened(desk)
    page.resize(1040, 800)
    quick, week = page._quick, page._week
    assert quick.y() == week.y(), "side by side"

    try:
        desk.theme.set_text_factor(1.5)
        desk.qtbot.waitUntil(lambda: week.y() > quick.y())
    finally:
        desk.theme.set_text_factor(1.0)
    desk.qtbot.waitUntil(lambda: week.y() == quick.y())
