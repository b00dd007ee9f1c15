"""Numbers that may be missing, and lengths of time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.optional_number import NumberRange, OptionalNumber, SecondsField
from tests.fakes.shipped import shipped_theme

HOURS = NumberRange(96, 28, steps_of_one=4)


@pytest.fixture
def hours(qtbot: QtBot) -> OptionalNumber:
    field = OptionalNumber(shipped_theme(), HOURS, lambda figure: f"{figure:g} h", "not said")
    qtbot.addWidget(field)
    field.show()
    return field


def enter(qtbot: QtBot, field, text: str) -> None:
    field.selectAll()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        field.lineEdit().insert(text)  # no key of the test's keyboard writes it
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_nothing_is_said_until_somebody_says_something(hours: OptionalNumber) -> None:
    assert hours.figure() is None
    assert hours.whole() is None
    assert hours.text() == "not said"


def test_it_begins_with_a_usual_figure(hours: OptionalNumber) -> None:
    hours.stepBy(1)
    assert hours.figure() == 7
    hours.stepBy(-1)
    assert hours.figure() == 6.75
    assert hours.text() == "6.75 h"


@pytest.mark.parametrize(
    ("typed", "figure"),
    [("7", 7), ("7.5", 7.5), ("7,25 h", 7.25), ("6:30", 6.5), ("0", 0), ("7.1", 7), ("24", 24)],
)
def test_figures_are_read_as_people_write_them(qtbot: QtBot, hours, typed, figure) -> None:
    enter(qtbot, hours, typed)

    assert hours.figure() == figure


@pytest.mark.parametrize("typed", ["9400", "9,400", "9.400", "9 400", "9\u202f400 steps"])
def test_thousands_are_read_as_any_language_writes_them(qtbot: QtBot, typed) -> None:
    steps = OptionalNumber(shipped_theme(), NumberRange(200_000, 5000), lambda each: f"{each:,}")
    qtbot.addWidget(steps)
    steps.show()

    enter(qtbot, steps, typed)

    assert steps.whole() == 9400
    assert steps.whole() == 9400, "reading it does not change it"


@pytest.mark.parametrize("typed", ["25", "99999"])
def test_a_figure_outside_its_range_is_not_taken(qtbot: QtBot, hours, typed) -> None:
    hours.set_figure(8)

    enter(qtbot, hours, typed)

    assert hours.figure() == 8


def test_emptied_it_says_nothing_again(qtbot: QtBot, hours: OptionalNumber) -> None:
    hours.set_figure(8)
    hours.selectAll()
    qtbot.keyClick(hours, Qt.Key.Key_Delete)
    qtbot.keyClick(hours, Qt.Key.Key_Return)

    assert hours.figure() is None
    hours.set_figure(None)
    assert hours.figure() is None


def test_words_alone_are_no_figure(hours: OptionalNumber) -> None:
    state, _text, _position = hours.validate("many", 4)

    assert state is QValidator.State.Intermediate


@pytest.mark.parametrize(
    ("typed", "seconds"), [("45", 45), ("1:05", 65), ("0:07", 7), ("1:00:01", 3601), ("90", 90)]
)
def test_lengths_are_read_as_on_a_stop_watch(qtbot: QtBot, typed, seconds) -> None:
    field = SecondsField(shipped_theme())
    qtbot.addWidget(field)
    field.show()

    enter(qtbot, field, typed)

    assert field.value() == seconds


@pytest.mark.parametrize("typed", ["x", "1:2:3:4", "-5"])
def test_what_is_no_length_is_not_taken(qtbot: QtBot, typed) -> None:
    field = SecondsField(shipped_theme())
    qtbot.addWidget(field)

    assert field.validate(typed, 1)[0] is QValidator.State.Invalid
    assert field.validate("", 0)[0] is QValidator.State.Intermediate
    assert field.validate("99999", 5)[0] is QValidator.State.Intermediate
