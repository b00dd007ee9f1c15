"""The sets of a session in the log."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.exercise import Side
from coreapp.ui.pages.set_table import SetTable
from coreapp.ui.widgets.icon_label import IconLabel
from tests.fakes.records import performed_set, session
from tests.fakes.shipped import shipped_theme

SETS = (
    performed_set(0, side=Side.LEFT, name="Side plank"),
    performed_set(2, side=Side.RIGHT, name="Side plank"),
    performed_set(4, side=Side.BOTH, name="Glute bridge", planned_reps=12, actual_reps=12),
    performed_set(6, side=Side.BOTH, name="Glute bridge", skipped=True, actual_seconds=0),
)


def make(qtbot: QtBot, factor: float = 1.0) -> SetTable:
    theme = shipped_theme()
    theme.set_text_factor(factor)
    table = SetTable(theme, session(sets=SETS, note="Slowly next time."), 60)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def texts(table: SetTable) -> list[str]:
    return [each.text() for each in table.findChildren(QLabel) if each.text()]


def test_an_exercise_is_named_once_and_each_side_said(qtbot: QtBot) -> None:
    table = make(qtbot)

    assert texts(table).count("Side plank") == 1
    assert texts(table).count("Glute bridge") == 1
    assert {"Side", "Left side", "Right side", "Slowly next time."} <= set(texts(table))


def test_what_was_skipped_has_no_tick(qtbot: QtBot) -> None:
    table = make(qtbot)

    assert "skipped" in texts(table)
    assert len(table.findChildren(IconLabel)) == len(SETS) - 1


@pytest.mark.parametrize("column", ["Planned", "Done"])
def test_numbers_end_where_their_heading_ends(qtbot: QtBot, column: str) -> None:
    table = make(qtbot)
    labels = table.findChildren(QLabel)
    heading = next(each for each in labels if each.text() == column)

    ends = {each.geometry().right() for each in labels if each.text() == "12 reps"}

    assert heading.geometry().right() in ends


def test_large_text_puts_the_side_to_the_exercise(qtbot: QtBot) -> None:
    table = make(qtbot, factor=2.0)

    assert "Side" not in texts(table)
    assert "Side plank, Left side" in texts(table)
    assert table.findChildren(IconLabel) == []


def test_the_rest_really_taken_stands_with_its_set(qtbot: QtBot) -> None:
    table = make(qtbot)

    assert texts(table).count("Rest after it") == 1
    assert texts(table).count("0:12") >= len(SETS)
    assert "Rest after it" not in texts(make(qtbot, factor=2.0))


def test_without_any_rest_there_is_no_column_for_it(qtbot: QtBot) -> None:
    theme = shipped_theme()
    sets = (performed_set(0, rest_seconds=None), performed_set(2, rest_seconds=None))
    table = SetTable(theme, session(sets=sets), 60)
    qtbot.addWidget(table)

    assert "Rest after it" not in texts(table)
