"""The two questions about last night and yesterday on Today."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.domain.habits import DayNote
from coreapp.domain.pain import PainDay
from coreapp.services.changes import Change
from coreapp.ui.pages.today.day_question_card import DayQuestionCard
from tests.fakes.training_days import TODAY, day, did, keep
from tests.ui.pages.desk import PageDesk, texts
from tests.ui.pages.today.today_page import make_today, read_anew

YESTERDAY = TODAY - timedelta(days=1)
PAIN = {YESTERDAY: PainDay(3)}
NIGHT, STRESS = "How did you sleep last night?", "How much stress was there yesterday?"


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    made = PageDesk(qtbot)
    made.clock.advance(3 * 24 * 3600)
    return made


@pytest.fixture
def card(desk: PageDesk, qtbot: QtBot) -> DayQuestionCard:
    made = DayQuestionCard(
        desk.theme, lambda: desk.day_questions, desk.shell, desk.opened_days.append
    )
    qtbot.addWidget(made)
    made.resize(1000, 160)
    made.show()
    made.refresh(PAIN)
    return made


def test_two_taps_are_kept_with_their_days(card: DayQuestionCard, desk: PageDesk) -> None:
    desk.click(card, "good")
    desk.click(card, "much")

    assert desk.day_log.record(TODAY).note == DayNote(sleep_quality=4)
    assert desk.day_log.record(YESTERDAY).note == DayNote(stress=7)
    assert desk.shell.changes == [(Change.LOG,)] * 2
    assert "It is kept with the day." in texts(card)


def test_an_answer_stays_until_the_page_is_left(card: DayQuestionCard, desk: PageDesk) -> None:
    desk.click(card, "good")
    desk.click(card, "much")
    card.refresh(PAIN)
    assert card.isVisible()
    desk.click(card, "good")
    assert desk.day_log.record(TODAY).is_empty

    desk.click(card, "fair")
    card.forget()
    card.refresh(PAIN)
    assert not card.isVisible()


def test_only_what_is_not_known_is_asked(card: DayQuestionCard, desk: PageDesk) -> None:
    keep(desk.database, [day(0, note=DayNote(sleep_hours=7))])
    card.refresh(PAIN)

    assert NIGHT not in texts(card)
    assert STRESS in texts(card)


def test_it_is_put_away_for_the_day(card: DayQuestionCard, desk: PageDesk) -> None:
    card.dismiss.click()
    card.refresh(PAIN)

    assert not card.isVisible()
    assert desk.shell.told == ["Not asked any more today. The settings can switch it off."]
    card.forget()


def test_the_rest_of_the_day_is_a_click_away(card: DayQuestionCard, desk: PageDesk) -> None:
    card.more.click()

    assert desk.opened_days == [YESTERDAY]


def test_what_cannot_be_kept_is_told(card: DayQuestionCard, desk: PageDesk) -> None:
    desk.database.failure = DiskFullError("log")
    desk.click(card, "good")
    desk.click(card, "much")

    assert desk.shell.errors == [desk.database.failure] * 2


def test_without_anything_asked_nothing_is_there(desk: PageDesk, qtbot: QtBot) -> None:
    made = DayQuestionCard(desk.theme, lambda: desk.day_questions, desk.shell)
    qtbot.addWidget(made)
    made.refresh({})

    assert made.isHidden()
    assert not made.findChildren(QAbstractButton)

    made.refresh(PAIN)

    assert not made.isHidden()
    assert made.more.isHidden()  # there is no way to the day


def test_what_is_asked_no_more_says_nothing(card: DayQuestionCard, desk: PageDesk) -> None:
    card.refresh({}, waits=True)
    card.stress.changed.emit()
    card.sleep.changed.emit()
    for button in (card.dismiss, card.more):
        button.click()

    assert card.isHidden()
    assert desk.database.stored.days.kept == {}


def test_on_today_one_thing_is_asked_at_a_time(desk: PageDesk) -> None:
    keep(desk.database, [did(1, pain_before=2, pain_after=2)])
    page = make_today(desk)
    desk.show(page)
    assert any(each.startswith("How much pain") for each in texts(page))
    assert NIGHT not in texts(page)

    desk.click(page, "Do not ask")
    read_anew(desk, page)
    assert NIGHT in texts(page)
    page.become_hidden()
