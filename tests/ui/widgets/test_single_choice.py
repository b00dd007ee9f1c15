"""One word among some, or none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.single_choice import SingleChoice
from tests.fakes.shipped import shipped_theme

OPTIONS = [("a", "One"), ("b", "Two"), ("c", "Three")]
Key = Qt.Key


@pytest.fixture
def make(qtbot: QtBot):
    def choice(*, needed: bool = False) -> SingleChoice:
        made = SingleChoice(shipped_theme(), "Number", OPTIONS, needed=needed)
        made.told = []
        made.changed.connect(lambda: made.told.append(made.value()))
        qtbot.addWidget(made)
        made.show()
        return made

    return choice


def click(qtbot: QtBot, choice: SingleChoice, text: str) -> None:
    button = next(each for each in choice.findChildren(QAbstractButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_is_on_and_a_second_click_takes_it_back(qtbot: QtBot, make) -> None:
    choice = make()
    for text in ("One", "Two", "Two"):
        click(qtbot, choice, text)

    assert choice.told == ["a", "b", ""]


def test_one_that_is_needed_stays(qtbot: QtBot, make) -> None:
    choice = make(needed=True)
    for text in ("One", "One", "Three"):
        click(qtbot, choice, text)

    assert choice.told == ["a", "a", "c"]


def test_choosing_is_silent_and_an_unknown_value_is_none(make) -> None:
    choice = make()
    choice.choose("b")
    assert choice.value() == "b"
    choice.choose("z")
    assert choice.value() == ""
    assert choice.told == []


@pytest.mark.parametrize(("needed", "value"), [(True, "c"), (False, "")])
def test_arrows_go_from_word_to_word(qtbot: QtBot, make, needed: bool, value: str) -> None:
    choice = make(needed=needed)
    choice.focus_chosen()
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Up):
        qtbot.keyClick(choice.window().focusWidget(), key)

    assert choice.value() == value


def test_a_choice_without_words_has_none(make, qtbot: QtBot) -> None:
    empty = SingleChoice(shipped_theme(), "Nothing", [])
    qtbot.addWidget(empty)

    empty.focus_chosen()

    assert empty.value() == ""
