"""I have a few minutes: the choices, the routine that is proposed, and starting it."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QMenu
from pytestqt.qtbot import QtBot

from coreapp.i18n import format_clock
from coreapp.services.composing import Composing
from coreapp.ui.pages.today.quick_card import QuickCard
from coreapp.ui.pages.wish_choices import ChoiceLines, MenuChoice, MinutesChoice, SparedChoice
from coreapp.ui.widgets.buttons import FilterButton
from coreapp.ui.widgets.film_strip import FilmStrip
from tests.ui.pages.desk import PageDesk, settle, texts

TODAY = date(2026, 3, 2)


class Shown:
    """The card in a window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.desk = PageDesk(qtbot)
        self.recent: list[str] = []
        self.asked: list[bool] = []
        self.played: list[str] = []
        self.opened: list[str] = []
        desk = self.desk
        # Nothing that the card keeps leads back to it: it has to go when it is let go.
        composing = partial(noted, self.asked, desk.composing)
        recent = partial(tuple, self.recent)
        self.card = QuickCard(desk.theme, desk.art, desk.library, composing, recent)
        self.card.play_requested.connect(self.played.append)
        self.card.exercise_requested.connect(self.opened.append)
        qtbot.addWidget(self.card)

    def show(self) -> "Shown":
        self.card.resize(440, 400)
        self.card.refresh(TODAY)
        self.card.show()
        settle()
        settle()
        return self

    def click(self, name: str) -> None:
        self.desk.click(self.card, name)

    def pick(self, name: str, text: str) -> None:
        """Choose from the menu of a button."""
        (button,) = [
            each
            for each in self.card.findChildren(FilterButton)
            if each.accessibleName().split(":")[0] == name
        ]
        pick_from(button.menu(), text)

    @property
    def routine(self) -> str:
        self.click("quick_start")
        return self.played[-1]

    @property
    def strip(self) -> FilmStrip:
        return self.card.findChild(FilmStrip)


def noted(asked: list[bool], composing: Composing) -> Composing:
    """Return what makes routines, noting that it was asked for."""
    asked.append(True)
    return composing


def pick_from(menu: QMenu, text: str) -> None:
    action: QAction = next(each for each in menu.actions() if each.text() == text)
    action.trigger()
    settle()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot).show()


def test_nothing_is_made_before_the_card_is_painted(qtbot: QtBot) -> None:
    late = Shown(qtbot)
    late.card.refresh(TODAY)
    settle()
    assert late.asked == []

    late.show()
    assert late.asked == [True]


def test_two_minutes_at_the_desk_are_offered_at_once(shown: Shown) -> None:
    assert shown.routine.startswith("minutes-2-desk-whole-body-2-")
    seen = texts(shown.card)
    assert "At the desk" in seen
    assert any(text.startswith("A bit of everything: ") for text in seen)
    assert format_clock(shown.desk.library.timeline(shown.played[0]).seconds) in seen
    assert shown.strip.accessibleName()


def test_longer_goes_to_the_mat_until_a_place_is_chosen(shown: Shown) -> None:
    shown.click("10 min")
    assert shown.routine.startswith("minutes-10-mat-")

    shown.pick("Place", "Quiet")
    shown.click("20 min")
    assert shown.routine.startswith("minutes-20-quiet-")
    assert any("A warm-up first" in text for text in texts(shown.card))


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_other_minutes_are_in_the_menu_of_the_last_choice(shown: Shown) -> None:
    minutes = shown.card.findChild(MinutesChoice)
    shown.click("Other lengths")
    assert minutes.menu.isVisible()
    minutes.menu.close()
    settle()
    assert minutes.value() == "2"  # nothing was picked

    pick_from(minutes.menu, "45 min")
    assert shown.routine.startswith("minutes-45-mat-")
    assert "45 min" in texts(minutes)

    shown.click("5 min")
    assert shown.routine.startswith("minutes-5-desk-")
    assert "…" in texts(minutes)


def test_area_level_and_what_is_spared_are_in_the_wish(shown: Shown) -> None:
    shown.click("10 min")
    shown.pick("Body area", "Hips")
    shown.pick("Level", "Level 1")
    shown.pick("Body areas to be spared today", "Neck")

    assert shown.routine.startswith("minutes-10-mat-hips-1-no-neck-")
    assert any("Not today: Neck." in text for text in texts(shown.card))
    assert "Not today: 1" in texts(shown.card)
    choices = {each.accessibleName() for each in shown.card.findChildren(MenuChoice)}
    assert {"Body area: Hips", "Level: Level 1"} <= choices


def test_another_one_is_another_one_and_the_day_begins_anew(shown: Shown) -> None:
    first = shown.routine
    shown.click("quick_other")
    second = shown.routine
    assert first != second

    shown.card.refresh(TODAY)
    settle()
    settle()
    assert shown.routine == second
    shown.card.refresh(date(2026, 3, 3))
    settle()
    settle()
    assert shown.routine not in {first, second}


def test_what_was_done_last_is_left_out(shown: Shown) -> None:
    shown.click("10 min")
    before = shown.desk.library.routine(shown.routine).exercises
    shown.recent.extend(before)

    shown.card.refresh(TODAY)
    settle()
    settle()

    after = shown.desk.library.routine(shown.routine).exercises
    assert len(set(after) & set(before)) < len(before) / 2


def test_where_nothing_fits_it_says_what_to_relax_and_starts_nothing(shown: Shown) -> None:
    shown.pick("Body area", "Feet")
    shown.pick("Body areas to be spared today", "Calves")

    seen = texts(shown.card)
    assert "Nothing fits" in seen
    assert any("Choose another area" in text for text in seen)
    assert not shown.strip.isVisible()
    shown.card._start.click()
    assert shown.played == []

    shown.pick("Body areas to be spared today", "Calves")
    assert shown.strip.isVisible()
    assert "-feet-" in shown.routine


def test_an_exercise_of_the_strip_is_opened(shown: Shown) -> None:
    qtbot = shown.desk.qtbot
    middle = shown.strip.cell_rect(1).center()
    qtbot.mouseClick(shown.strip, Qt.MouseButton.LeftButton, pos=middle)

    assert shown.opened == [shown.desk.library.routine(shown.routine).exercises[1]]


def test_what_is_spared_goes_to_the_choices_where_the_title_needs_its_line(shown: Shown) -> None:
    spared = shown.card.findChild(SparedChoice)
    shown.card.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    shown.card.setMinimumWidth(1)
    for width, is_beside in ((440, True), (240, False), (440, True)):
        shown.card.resize(width, 400)
        settle()
        assert isinstance(spared.parentWidget(), ChoiceLines) is not is_beside
        assert spared.isVisible()
