"""The lines of advice on Today."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.shoe import Shoe
from coreapp.ui.pages.today.advice_card import AdviceCard
from coreapp.ui.pages.today.page import TodayPage
from tests.e2e.world import plain_look_after
from tests.fakes.records import session
from tests.ui.pages.desk import PageDesk, settle, texts
from tests.ui.pages.today.today_page import make_today, read_anew


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def open_today(desk: PageDesk):
    def make() -> TodayPage:
        page = make_today(desk)
        desk.show(page)
        page.resize(1224, 1600)
        return page

    return make


@pytest.fixture
def card(desk: PageDesk, qtbot: QtBot) -> AdviceCard:
    made = AdviceCard(desk.theme, lambda: desk.advice, desk.library, desk.shell)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def hurt(desk: PageDesk, *days_ago: int, pain: int = 8) -> None:
    """Put sessions with pain into the log."""
    for back in days_ago:
        started = desk.clock.reading().utc - timedelta(days=back, hours=2)
        done = session(id=f"back {back}", started_at=started, pain_during=pain, stop_sign=False)
        plain = replace(done, ended_at=started + timedelta(minutes=20), pain_next_morning=None)
        desk.database.stored.sessions.add(plain)


def test_where_nothing_is_to_be_said_there_is_no_card(desk: PageDesk, qtbot: QtBot) -> None:
    made = AdviceCard(desk.theme, lambda: desk.advice, desk.library, desk.shell)
    qtbot.addWidget(made)
    made.refresh()

    assert made.isHidden()


def test_what_is_about_safety_leads_to_the_signs(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 0, 1, 2)
    card.refresh()

    assert "Your pain was 7 or more on three days in a row." in texts(card)[0]
    card.lines[0].doctor.click()
    assert desk.shell.articles == [WHEN_TO_SEE_A_DOCTOR]


def test_other_advice_does_not(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 1)
    card.refresh()

    (line,) = card.lines
    assert line.doctor.isHidden()
    assert "“Easy day”" in texts(card)[0]


def test_the_reason_comes_when_it_is_asked_for_and_stays(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 1)
    card.refresh()
    (line,) = card.lines
    assert not line.reason_is_shown

    line.why.click()
    card.refresh()

    assert card.lines == [line]
    assert line.reason_is_shown
    assert line.why.text() == "Less"
    line.why.click()
    assert not line.reason_is_shown


def test_words_link_and_cross_stand_in_one_line(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 1)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with plain_look_after():
        desk.theme.apply(app)
        card.refresh()
        card.resize(900, card.heightForWidth(900))
        settle()
        (line,) = card.lines

        words = next(each for each in line.findChildren(QLabel) if "Easy day" in each.text())
        beside = (line.why, line.not_today)
        middles = [each.mapTo(card, each.rect().center()).y() for each in beside]
        first = words.mapTo(card, QPoint(0, words.fontMetrics().height() // 2)).y()
        assert max(*middles, first) - min(*middles, first) <= 1
        right = words.mapTo(card, words.rect().topRight()).x()
        assert line.why.mapTo(card, QPoint()).x() - right >= 24


def test_what_is_over_goes(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 1)
    card.refresh()
    desk.clock.advance(3 * 24 * 3600)
    card.refresh()

    assert card.isHidden()
    assert card.lines == []


def test_what_is_about_safety_stands_above_the_cards(desk: PageDesk, open_today) -> None:
    page = open_today()
    hurt(desk, 1)
    read_anew(desk, page)
    said = "Take it easy the next time: “Easy day”."
    below = top_of(page, said)

    hurt(desk, 0, 1, 2)
    page.refresh()
    assert not page.is_settled, "what was said stands until the rules were asked again"
    assert any(said in each.text() for each in page.findChildren(QLabel) if each.isVisible())
    desk.qtbot.waitUntil(lambda: page.is_settled)
    above = top_of(page, "Your pain was 7 or more on three days in a row.")

    week = top_of(page, "This week")
    assert above < top_of(page, "Sitting") < week < below


def test_one_thing_stands_above_the_session(desk: PageDesk, open_today) -> None:
    hurt(desk, 1)
    page = open_today()
    question = "How much pain was there this morning"
    assert top_of(page, question) < top_of(page, "Sitting")

    hurt(desk, 0, 1, 2)
    read_anew(desk, page)
    above = top_of(page, "Your pain was 7 or more on three days in a row.")

    assert above < top_of(page, "Sitting") < top_of(page, question)


def top_of(page: TodayPage, text: str) -> int:
    """Return how far down a text stands."""
    settle()
    (label,) = [
        each for each in page.findChildren(QLabel) if text in each.text() and each.isVisible()
    ]
    return label.mapTo(page.content, QPoint(0, 0)).y()


def test_a_hint_is_put_away_for_the_day_and_that_can_be_taken_back(
    desk: PageDesk, card: AdviceCard
) -> None:
    hurt(desk, 1)
    card.refresh()
    card.lines[0].not_today.click()

    assert card.isHidden()
    assert desk.shell.told == ["Put away for today."]
    desk.shell.undos[-1]()
    assert not card.isHidden()
    desk.clock.advance(24 * 3600)


def test_from_its_reason_a_hint_is_put_away_for_longer(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 1)
    card.refresh()
    (line,) = card.lines
    assert line.not_soon.isHidden()
    line.why.click()
    assert line.not_soon.text() == "Not for seven days"
    line.not_soon.click()

    assert desk.shell.told == ["Put away for seven days."]
    assert card.isHidden()


def test_a_pair_of_shoes_is_put_away_for_good(desk: PageDesk, card: AdviceCard) -> None:
    started = desk.clock.reading().utc - timedelta(days=1)
    run = PerformedActivity("r", ActivityType.RUN_EASY, started, "Europe/Berlin", 30, shoe="b")
    desk.database.stored.activities.add(run)
    desk.database.stored.shoes.add(Shoe("b", "Blue", start_metres=600_000))
    card.refresh()
    (line,) = card.lines
    line.why.click()
    assert line.not_soon.text() == "Not again for this pair"
    line.not_soon.click()
    desk.clock.advance(10 * 24 * 3600)
    card.refresh()

    assert desk.shell.told == ["Put away for this pair."]
    assert not any("soles" in each for each in texts(card))


def test_what_is_about_safety_cannot_be_put_away(desk: PageDesk, card: AdviceCard) -> None:
    hurt(desk, 0, 1, 2)
    card.refresh()
    line = card.lines[0]
    line.why.click()

    assert line.not_today.isHidden()
    assert line.not_soon.isHidden()
    line.not_today.click()
    assert card.lines == [line, *card.lines[1:]]


def test_where_it_is_narrow_less_stands_before_what_else_can_be_done(
    desk: PageDesk, card: AdviceCard
) -> None:
    desk.theme.set_text_factor(2.0)
    hurt(desk, 1)
    card.refresh()
    card.resize(560, 900)
    line = card.lines[0]
    line.why.click()
    settle()

    less, away = (each.mapTo(card, QPoint()).y() for each in (line.why, line.not_soon))
    assert line.not_soon.isVisible()
    assert less < away
