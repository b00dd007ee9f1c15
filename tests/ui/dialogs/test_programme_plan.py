"""The days of a programme: as many as it needs, with a word about rests."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from coreapp.services.programme_facts import Wish
from coreapp.services.rule_words import WEEKDAYS
from coreapp.ui.dialogs.programme_plan import ProgrammePlanDialog
from tests.fakes.shipped import shipped_theme
from tests.ui.pages.desk import PageDesk, texts

TODAY = date(2026, 3, 2)


@pytest.fixture
def desk(qtbot: QtBot) -> PageDesk:
    return PageDesk(qtbot)


def dialog(desk: PageDesk, count: int = 3, days=("MO", "WE", "FR")) -> ProgrammePlanDialog:
    made = ProgrammePlanDialog(
        shipped_theme(), "Back", count, Wish(TODAY, frozenset(days), "18:30")
    )
    desk.qtbot.addWidget(made)
    made.show()
    return made


def test_three_days_with_rests_between_are_good(desk: PageDesk) -> None:
    asked = dialog(desk)
    wishes: list[Wish] = []
    asked.planned.connect(wishes.append)
    assert "With a day between them: good." in texts(asked)

    desk.click(asked, "put_into_plan")
    assert wishes == [Wish(TODAY, frozenset({"MO", "WE", "FR"}), "18:30")]


def test_neighbours_are_allowed_with_a_word(desk: PageDesk) -> None:
    asked = dialog(desk)
    desk.click(asked, "day_FR")
    assert "Choose 3 days of the week." in texts(asked)
    assert not asked._save.isEnabled()

    desk.click(asked, "day_TH")
    assert any("A day between two sessions is better" in each for each in texts(asked))
    assert asked._save.isEnabled()


def test_any_number_of_days_for_a_daily_programme(desk: PageDesk) -> None:
    asked = dialog(desk, 0, WEEKDAYS)
    assert any("Most days is best" in each for each in texts(asked))
    for day in WEEKDAYS:
        desk.click(asked, f"day_{day}")
    assert not asked._save.isEnabled()
    assert asked.chosen() == frozenset()


def test_a_problem_is_told_until_it_is_tried_again(desk: PageDesk) -> None:
    asked = dialog(desk)
    asked.show_problem("No.")
    assert "No." in texts(asked)
    desk.click(asked, "put_into_plan")
    assert "No." not in texts(asked)

    desk.click(asked, "Cancel")
    assert not asked.isVisible()
