from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.vocabulary import ROUTINE_GROUPS
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.vocabulary import routine_group_label
from coreapp.ui.pages.routines.card import RoutineCard
from coreapp.ui.pages.routines.details import RoutineDetails
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.film_cells import film_cells
from coreapp.ui.widgets.film_strip import FilmStrip
from coreapp.ui.widgets.press_row import PressRow
from tests.fakes.routine_page import plain_page
from tests.fakes.shell import FakeShell
from tests.fakes.shipped import library_of, shipped_library

FEW = ("core-basics-runners", "sun-salutation-5", "hips-piriformis", "desk-2min-a-reset")
TOTALS = {
    "Core basics for runners": "16 min · 15:38",
    "Desk break A – reset": "2 min · 2:00",
    "Desk break D – upper body": "2 min · 1:57",
    "Micro break": "1 min · 1:00",
    "Sun salutation 5": "6 min · 6:30",
}


class Shown:
    """The page as a person sees it."""

    def __init__(self, qtbot: QtBot, library: Library) -> None:
        self.qtbot = qtbot
        self.shell = FakeShell()
        self.page = plain_page(library, self.shell)
        qtbot.addWidget(self.page)
        self.page.resize(1224, 900)
        self.page.show()
        qtbot.waitExposed(self.page)

    def see(self) -> None:
        self.page.become_seen()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.is_settled)

    def cards(self) -> list[RoutineCard]:
        return [card for card in self.page.findChildren(RoutineCard) if card.isVisible()]

    def headings(self) -> list[str]:
        known = {routine_group_label(each) for each in ROUTINE_GROUPS}
        labels = self.page.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text() in known]

    def choose(self, group: str) -> None:
        next(
            each
            for each in self.page.findChildren(Chip)
            if each.isVisible() and each.text() == group
        ).click()

    def card(self, routine: str) -> RoutineCard:
        return next(card for card in self.cards() if card.routine == routine)

    def texts(self, routine: str) -> list[str]:
        labels = self.card(routine).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]

    def click(self, name: str) -> None:
        button = next(
            each
            for each in self.page.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName() == name
        )
        button.click()

    def main_buttons(self) -> list[str]:
        return [
            each.accessibleName()
            for each in self.page.findChildren(Button)
            if each.isVisible() and each.property("kind") == ButtonKind.PRIMARY.value
        ]


def seen(qtbot: QtBot, library: Library) -> Iterator[Shown]:
    made = Shown(qtbot, library)
    made.see()
    yield made
    made.page.become_hidden()
    made.page.hide()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    yield from seen(qtbot, shipped_library())


@pytest.fixture
def few(qtbot: QtBot) -> Iterator[Shown]:
    """The page of a short list, which is there sooner."""
    yield from seen(qtbot, library_of(*FEW))


def test_all_stand_under_what_they_are_for_until_one_kind_is_shown_alone(shown: Shown) -> None:
    told = {texts[0]: texts for texts in map(shown.texts, [each.routine for each in shown.cards()])}
    assert len(told) == len(list(shipped_library().routines))
    for name, total in TOTALS.items():
        assert total in told[name]
    for routine in shipped_library().routines:
        texts = told[routine.name]
        assert not routine.not_when or routine.not_when in texts
        assert ("When not to do it" in texts) == bool(routine.not_when)

    # The shortest first.
    assert shown.headings() == [
        "Strength for trunk and hips",
        "Easy mobility",
        "Before and after a run",
        "Short lists from the articles",
        "At the desk",
    ]
    in_order = [card.routine for card in shown.cards()]
    assert in_order[0] == "core-basics-runners"
    assert in_order[4:7] == ["sun-salutation-5", "easy-day-mobility", "sun-salutation-10"]
    assert in_order[-8:] == [each for each in sorted(in_order) if each.startswith("desk-")]

    shown.choose("At the desk")
    assert shown.headings() == ["At the desk"]
    assert {card.routine[:5] for card in shown.cards()} == {"desk-"}
    assert shown.main_buttons() == ["Start Micro break"]
    shown.choose("All")
    assert len(shown.headings()) == 5
    assert shown.main_buttons() == ["Start Core basics for runners"]


def test_a_routine_of_another_kind_brings_all_back(few: Shown) -> None:
    few.click("Look through Desk break A – reset")
    few.choose("At the desk")
    few.page.refresh()
    assert [card.routine for card in few.cards() if card.unfolded] == ["desk-2min-a-reset"]
    few.page.show_routine("desk-2min-a-reset")
    assert few.headings() == ["At the desk"]
    few.page.show_routine("core-basics-runners")
    assert len(few.headings()) == 3
    assert few.card("core-basics-runners").unfolded
    assert few.main_buttons() == ["Start Core basics for runners"]


def test_looking_through_lists_doses_and_times_of_one_routine_at_a_time(few: Shown) -> None:
    assert few.main_buttons() == ["Start Core basics for runners"]
    few.click("Start Desk break A – reset")
    assert few.shell.requests == [Request("desk-2min-a-reset")]

    assert "3 × 20 s · 30 s rest between sets" not in few.texts("core-basics-runners")
    few.click("Look through Core basics for runners")
    texts = few.texts("core-basics-runners")
    assert "3 × 20 s · 30 s rest between sets" in texts
    assert "2 × 20 s a side · 30 s rest between sets" in texts
    assert [text for text in texts if ":" in text and text[0].isdigit()] == [
        "16 min · 15:38",
        "0:46",
        "3:20",
        "2:40",
        "3:52",
        "2:10",
        "2:10",
        "0:40",
    ]
    assert "2 to 3 times a week, not on consecutive days if possible." in texts
    few.click("How to do Side plank")
    assert few.shell.exercises == ["side-plank"]

    few.click("Look through Sun salutation 5")
    assert [card.routine for card in few.cards() if card.unfolded] == ["sun-salutation-5"]
    assert few.main_buttons() == ["Start Sun salutation 5"]
    texts = few.texts("sun-salutation-5")
    assert "Quiet at the end" in texts, "it has a row of its own"
    assert {"6:10", "0:20"} <= set(texts)
    few.click("Start Sun salutation 5")
    assert few.shell.requests[1:] == [Request("sun-salutation-5")]

    few.click("Look through Hips & piriformis")
    few.settle()
    rows = few.card("hips-piriformis").findChild(RoutineDetails).findChildren(PressRow)
    assert len(rows) == len(shipped_library().routine("hips-piriformis").exercises)
    # With large letters a name in one line was wider than the page.
    names = [each for row in rows for each in row.findChildren(QLabel) if each.minimumWidth() == 1]
    assert len(names) == len(rows)
    few.click("Close Hips & piriformis")
    assert not [card for card in few.cards() if card.unfolded]
    assert "3 × 20 s · 30 s rest between sets" not in few.texts("core-basics-runners")


def test_a_strip_opens_the_exercise_that_was_chosen(few: Shown) -> None:
    strip = few.card("desk-2min-a-reset").findChildren(FilmStrip)[0]
    few.qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert few.shell.exercises == [], "untouched it opens nothing"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        few.qtbot.keyClick(strip, key)
    assert few.shell.exercises == ["desk-back-bend"]

    # A flow that is all there is shows its positions.
    flow = shipped_library().exercise("sun-salutation")
    strip = few.card("sun-salutation-5").findChildren(FilmStrip)[0]
    assert strip.accessibleName().startswith("Prayer pose, Raised arms")
    assert strip.cell_rect(len(flow.positions) - 1).right() <= strip.width()
    few.qtbot.keyClick(strip, Qt.Key.Key_End)
    few.qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert few.shell.exercises[1:] == ["sun-salutation"]


def test_a_routine_opened_from_elsewhere_is_unfolded(qtbot: QtBot) -> None:
    shown = Shown(qtbot, library_of(*FEW))
    shown.page.show_routine("sun-salutation-5")
    shown.see()
    assert shown.card("sun-salutation-5").unfolded
    with pytest.raises(UnknownIdError):
        shown.page.show_routine("nothing")
    shown.page.hide()


def test_rounds_and_notes_are_told(qtbot: QtBot) -> None:
    library = shipped_library()
    step = Step("plank", seconds=20, note="Slowly.")
    twice = Routine("twice", "Twice", (Block((step,), rounds=2, rest_seconds=30),))
    exercises = {each.id: each for each in library.exercises}
    shown = Shown(qtbot, Library(exercises, {"twice": twice}))
    shown.page.show_routine("twice")
    shown.see()
    texts = shown.texts("twice")
    assert not shown.page.findChildren(Chip)
    assert "2 rounds of:" in texts
    assert "Slowly." in texts
    assert "1:10" in texts
    shown.page.hide()


def test_the_strip_has_a_dash_for_each_work_phase() -> None:
    library = shipped_library()
    cells = film_cells(library.timeline("core-basics-runners"), library)
    assert [cell.exercise for cell in cells] == list(
        library.routine("core-basics-runners").exercises
    )
    assert cells[4].name == "Side plank"
    assert cells[4].doses == (20, 20, 20, 20)
    assert cells[5].doses == (20, 20, 20)


def test_where_it_is_narrow_start_still_stands_at_the_end(few: Shown) -> None:
    card = few.card("core-basics-runners")
    start = next(each for each in card.findChildren(Button) if each.text() == "Start")

    def gap_at_the_end() -> int:
        return card.width() - start.mapTo(card, start.rect().topRight()).x()

    beside = gap_at_the_end()
    name = next(
        each for each in card.findChildren(QLabel) if each.text() == "Core basics for runners"
    )
    few.page.resize(560, 900)
    few.qtbot.waitUntil(
        lambda: start.mapTo(card, start.rect().topLeft()).y() > name.geometry().bottom()
    )

    assert gap_at_the_end() == beside
