"""Where programmes are met besides their page: the list on the page of routines, and Today."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.composing import Composing
from coreapp.ui.breaks.sitting_card import SittingCard
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.programmes.programme_list import ProgrammeList
from coreapp.ui.pages.today.page import TodayPage
from tests.fakes.programmes import BACK, MONDAY, SUN
from tests.ui.pages.desk import PageDesk, texts
from tests.ui.pages.programmes.programme_shown import Shown


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_the_list_leads_to_the_pages_and_says_how_far_one_is(shown: Shown, qtbot: QtBot) -> None:
    home = shown.home
    rows = ProgrammeList(
        shown.desk.theme, shown.desk.art, lambda: home.programmes, shown.shell, lambda: shown.ready
    )
    qtbot.addWidget(rows)
    rows.resize(1000, 200)
    rows.show()

    def read_anew() -> None:
        rows.refresh()
        qtbot.waitUntil(lambda: rows.is_settled)

    qtbot.waitUntil(lambda: rows.is_settled)
    assert texts(rows).count("Not begun yet") == 2
    assert "Week 1 of 8" not in texts(rows)

    shown.desk.click(rows, f"programme_{SUN}")
    assert shown.shell.programmes == [SUN]

    home.did_weeks(1)
    home.saluted(5, 1)
    home.plan()
    read_anew()
    assert {"Week 2 of 8", "Now 5 passes"} <= set(texts(rows))

    home.did_weeks(8, until_days_ago=0.5)
    read_anew()
    assert "Finished" in texts(rows)

    home.programmes.begin_again(BACK)
    read_anew()
    assert "In the plan" in texts(rows)

    shown.desk.database.failure = DatabaseBusyError()
    read_anew()
    assert shown.shell.errors

    shown.ready = False
    read_anew()
    assert "In the plan" not in texts(rows)


def test_today_offers_the_session_of_the_week_and_leads_to_the_programme(
    shown: Shown, qtbot: QtBot
) -> None:
    home = shown.home
    home.plan(start=MONDAY - timedelta(weeks=2))
    home.did_weeks(2)
    page = TodayPage(
        theme=shown.desk.theme,
        art=shown.desk.art,
        library=home.library,
        planning=lambda: home.planning,
        composing=lambda: Composing(home.library, home.database, home.clock),
        asking=shown.desk.asking,
        clock=shown.desk.clock,
        sitting_card=sitting_card(shown.desk),
        shell=shown.shell,
        is_ready=lambda: True,
    )
    shown.desk.show(page)

    assert "Back strength, week 3, session A" in texts(page)
    assert "23" in "".join(texts(page))
    shown.desk.click(page, "start_session")
    assert shown.shell.requests[-1].routine == f"{BACK}-w3-a"
    shown.desk.click(page, "Look through")
    assert shown.shell.programmes == [BACK]
    assert PageKey.ROUTINES not in shown.shell.pages
    page.become_hidden()


def sitting_card(desk: PageDesk) -> SittingCard:
    sitting = desk.desk
    return SittingCard(desk.theme, sitting.breaks, sitting.preferences, desk.clock, desk.shell)
