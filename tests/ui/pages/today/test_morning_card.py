"""The line on Today that asks about the morning after a session."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayRecord, Relief
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.services.changes import Change
from coreapp.ui.pages.today.morning_card import MorningCard
from coreapp.ui.widgets.single_choice import SingleChoice
from tests.fakes.records import session
from tests.ui.pages.desk import PageDesk, texts

QUESTION = "How much pain was there this morning, after “Core-Grundlagen” yesterday?"


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


@pytest.fixture
def card(desk: PageDesk, qtbot: QtBot) -> MorningCard:
    """The card on the day after a session with a pain of 1 before and 2 during it."""
    started = desk.clock.reading().utc - timedelta(hours=14)
    desk.database.stored.sessions.add(
        session(
            started_at=started,
            pain_before=1,
            pain_during=2,
            pain_after=1,
            pain_next_morning=None,
            stop_sign=False,
        )
    )
    made = MorningCard(desk.theme, lambda: desk.next_morning, desk.shell, lambda: desk.pain_notes)
    qtbot.addWidget(made)
    made.refresh()
    return made


def answer(desk: PageDesk) -> int | None:
    return desk.database.stored.sessions.kept["s1"].pain_next_morning


def test_it_asks_after_the_session_of_yesterday(card: MorningCard) -> None:
    assert QUESTION in texts(card)
    assert "When to see a doctor" not in texts(card)


def test_nothing_is_asked_without_a_session(desk: PageDesk, qtbot: QtBot) -> None:
    made = MorningCard(desk.theme, lambda: desk.next_morning, desk.shell, lambda: desk.pain_notes)
    qtbot.addWidget(made)
    made.refresh()

    assert made.isHidden()


def test_the_answer_is_stored_at_once_and_can_be_changed(desk: PageDesk, card: MorningCard) -> None:
    QTest.keyClicks(card.scale, "1")
    assert answer(desk) == 1
    assert "It is kept with the session." in texts(card)
    assert desk.shell.changes == [(Change.LOG,)]

    card.refresh()  # as the page does after any change of the log
    assert card.isVisible()
    QTest.keyClicks(card.scale, "0")
    assert answer(desk) == 10


def test_more_pain_is_answered_with_the_way_to_a_doctor(desk: PageDesk, card: MorningCard) -> None:
    QTest.keyClicks(card.scale, "4")

    said = texts(card)
    assert any("from 1 to 4 of 10 by the next morning" in each for each in said)
    desk.click(card, "When to see a doctor")
    assert desk.shell.articles == [WHEN_TO_SEE_A_DOCTOR]


def test_an_answer_goes_when_the_page_is_left(desk: PageDesk, card: MorningCard) -> None:
    card.forget()
    assert card.isVisible()
    QTest.keyClicks(card.scale, "2")

    card.forget()
    card.refresh()

    assert card.isHidden()


def test_it_can_be_sent_away(desk: PageDesk, card: MorningCard) -> None:
    desk.click(card, "Do not ask")
    assert card.isHidden()

    card.refresh()
    assert card.isHidden()
    assert answer(desk) is None


def test_a_figure_that_is_taken_back_changes_nothing(desk: PageDesk, card: MorningCard) -> None:
    card.scale.value_changed.emit(None)

    assert answer(desk) is None


def test_with_the_answer_it_asks_what_helped(desk: PageDesk, card: MorningCard) -> None:
    card.show()
    assert card.relief.isHidden()
    card.scale.value_changed.emit(1)
    desk.click(card, "Did anything help against it?")
    desk.click(card, "Walking")
    desk.click(card, "Heat")
    desk.click(card, "well", 1)

    yesterday = desk.day_log.today() - timedelta(days=1)
    assert desk.day_log.record(yesterday).reliefs == ((Relief.WALKING, 2),)
    assert desk.shell.changes[-1] == (Change.LOG,)
    desk.click(card, "Walking")
    assert desk.day_log.record(yesterday).is_empty


def test_what_most_mornings_do_without_is_made_when_it_is_needed(
    desk: PageDesk, card: MorningCard
) -> None:
    card.show()
    card.scale.value_changed.emit(1)
    desk.click(card, "Did anything help against it?")
    assert not card.relief.findChildren(SingleChoice)

    desk.click(card, "Walking")

    seen = [each for each in card.relief.findChildren(SingleChoice) if each.isVisible()]
    assert seen == [card.relief.helped[Relief.WALKING]]


def test_what_is_known_to_have_helped_is_shown(desk: PageDesk, card: MorningCard) -> None:
    yesterday = desk.day_log.today() - timedelta(days=1)
    desk.day_log.save(DayRecord(yesterday, reliefs=((Relief.COLD, 3),)))
    card.show()
    card.scale.value_changed.emit(1)

    assert "very well" in texts(card)
    assert card.relief.helped_by() == {Relief.COLD: 3}
    desk.click(card, "Did anything help against it?")
    assert "very well" not in texts(card)
