"""The card of the next session: what is on its stage and in its strip."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy
from pytestqt.qtbot import QtBot

from coreapp.services.news import NextSession
from coreapp.services.plan_words import picture_of
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.today.session_card import SessionCard
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.film_strip import FilmStrip
from tests.fakes.programmes import BACK, ProgrammeHome
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme

TODAY = date(2026, 3, 2)


class Shown:
    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.card = SessionCard(shipped_theme(), shipped_art(), shipped_library())
        qtbot.addWidget(self.card)
        self.card.resize(760, 444)
        self.card.show()

    def show(self, routine: str) -> None:
        self.card.show_session(NextSession(routine, None), TODAY)

    def texts(self) -> list[str]:
        return [each.text() for each in self.card.findChildren(QLabel) if each.isVisible()]

    @property
    def strip(self) -> FilmStrip:
        return self.card.findChild(FilmStrip)

    @property
    def figure(self) -> FigureView:
        return self.card.findChild(FigureView)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("routine", "contents"),
    [
        ("core-basics-runners", "7 exercises on the mat"),
        ("desk-2min-a-reset", "3 exercises at the desk"),
        ("desk-2min-f-walk", "1 exercise at the desk"),
        ("sun-salutation-5", "12 positions on the mat"),
    ],
)
def test_it_says_how_much_there_is_and_where(shown: Shown, routine: str, contents: str) -> None:
    shown.show(routine)

    assert contents in shown.texts()


def test_the_strip_shows_each_exercise_on_the_stage(shown: Shown) -> None:
    shown.show("core-basics-runners")
    assert {"Dead bug", "2 of 7"} <= set(shown.texts()), "what makes strong stands for it"

    shown.qtbot.keyClick(shown.strip, Qt.Key.Key_Home)
    assert {"Cat–cow", "1 of 7"} <= set(shown.texts())
    shown.qtbot.keyClick(shown.strip, Qt.Key.Key_End)

    assert "7 of 7" in shown.texts()
    assert shown.figure.accessibleName() in shown.texts()


def test_a_flow_is_shown_by_its_positions(shown: Shown) -> None:
    shown.show("sun-salutation-5")
    shown.card.play_figure(moving=True)
    assert {"Sun salutation", "12 positions"} <= set(shown.texts())
    # It comes once everything around it has been painted.
    shown.qtbot.waitUntil(lambda: shown.figure.moving)

    shown.qtbot.keyClick(shown.strip, Qt.Key.Key_Home)
    shown.qtbot.keyClick(shown.strip, Qt.Key.Key_Right)

    assert "2 of 12" in shown.texts()
    assert not shown.figure.moving
    assert shown.figure.moment == shipped_art().moments("sun-salutation")[1]
    shown.card.play_figure(moving=False)


def test_one_exercise_needs_no_strip(shown: Shown) -> None:
    shown.show("desk-2min-f-walk")
    assert not shown.strip.isVisible()
    assert "1 of 1" not in shown.texts()

    shown.show("core-basics-runners")
    assert shown.strip.isVisible()


def test_a_session_begins_with_the_figure_that_the_calendar_shows_it_by(shown: Shown) -> None:
    library = ProgrammeHome().library
    shown.card._library = library
    routine = library.routine(f"{BACK}-w1-a")
    picture = picture_of(library, routine.id)

    shown.show(routine.id)

    place = shown.strip.current()
    assert place > 0, "all sessions of the programme begin with the same exercises"
    assert routine.exercises[place] == picture
    assert f"{place + 1} of {len(routine.exercises)}" in shown.texts()
    assert shown.figure.accessibleName() == library.exercise_name(picture)


def test_without_room_the_stage_goes_below_the_words(shown: Shown) -> None:
    shown.show("core-basics-runners")
    stage = shown.card.stage
    title = next(
        each for each in shown.card.findChildren(QLabel) if each.text() == "Core basics for runners"
    )
    assert stage.x() > title.geometry().left()

    shown.card.set_narrow(narrow=True, stacked=True)
    shown.qtbot.waitUntil(lambda: stage.x() == 0)
    assert stage.geometry().top() > title.geometry().bottom()
    start = shown.card.findChild(Button, "start_session")
    assert start.geometry().bottom() < stage.geometry().top(), "it is what has to be seen first"


def test_in_a_narrow_window_the_figure_asks_for_no_height_of_its_own(shown: Shown) -> None:
    shown.show("core-basics-runners")
    high = shown.card.stage.sizeHint().height()

    shown.card.set_narrow(narrow=True, stacked=False)
    assert shown.card.stage.sizeHint().height() < high
    # Alone in its line it has to.
    shown.card.set_narrow(narrow=True, stacked=True)
    assert shown.figure.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
