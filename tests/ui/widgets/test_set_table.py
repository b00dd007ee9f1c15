"""The sets of a session: told, and put right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coreapp.domain.exercise import Side
from coreapp.ui.widgets.set_table import SetTable
from tests.fakes.records import performed_set
from tests.fakes.shipped import shipped_theme

SETS = (
    performed_set(0, side=Side.LEFT, name="Side plank"),
    performed_set(2, side=Side.RIGHT, name="Side plank"),
    performed_set(4, side=Side.BOTH, name="Glute bridge", planned_reps=12, actual_reps=12),
    performed_set(6, side=Side.BOTH, name="Glute bridge", skipped=True, actual_seconds=0),
)


def make(qtbot: QtBot, factor: float = 1.0, sets=SETS) -> SetTable:
    theme = shipped_theme()
    theme.set_text_factor(factor)
    table = SetTable(theme, sets)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    return table


def texts(table: SetTable) -> list[str]:
    return [each.text() for each in table.findChildren(QLabel) if each.text()]


def test_an_exercise_is_named_once_and_each_side_said(qtbot: QtBot) -> None:
    table = make(qtbot)

    assert texts(table).count("Side plank") == 1
    assert texts(table).count("Glute bridge") == 1
    assert {"Side", "Left side", "Right side"} <= set(texts(table))


@pytest.mark.parametrize(("factor", "pictures"), [(1.0, 2), (2.0, 0)])
def test_each_exercise_has_its_figure_where_there_is_room(
    qtbot: QtBot, factor: float, pictures: int
) -> None:
    theme, asked = shipped_theme(), []
    theme.set_text_factor(factor)
    table = SetTable(theme, SETS, lambda exercise: QLabel(asked.append(exercise)))
    qtbot.addWidget(table)

    assert asked == [SETS[0].exercise, SETS[2].exercise][:pictures]


def test_what_nobody_touches_stays_as_it_was_measured(qtbot: QtBot) -> None:
    assert make(qtbot).sets() == SETS


@pytest.mark.parametrize("column", ["Set", "Planned"])
def test_numbers_end_where_their_heading_ends(qtbot: QtBot, column: str) -> None:
    table = make(qtbot)
    labels = table.findChildren(QLabel)
    heading = next(each for each in labels if each.text() == column)

    ends = {each.geometry().right() for each in labels if each.text() in {"2", "12 reps"}}

    assert heading.geometry().right() in ends


def test_large_text_puts_the_side_beneath_the_exercise(qtbot: QtBot) -> None:
    table = make(qtbot, factor=2.0)
    places = {
        each.text(): each.mapTo(table, QPoint())
        for each in table.findChildren(QLabel)
        if each.text() in {"Side plank", "Left side", "Right side"}
    }

    assert "Side" not in texts(table)
    assert places["Side plank"].y() < places["Left side"].y() < places["Right side"].y()
    assert len({place.x() for place in places.values()}) == 1


def test_the_rest_really_taken_stands_with_its_set(qtbot: QtBot) -> None:
    table = make(qtbot)

    assert texts(table).count("Rest after it") == 1
    assert texts(table).count("0:12") >= len(SETS)
    assert "Rest after it" not in texts(make(qtbot, factor=2.0))


def test_without_any_rest_there_is_no_column_for_it(qtbot: QtBot) -> None:
    sets = (performed_set(0, rest_seconds=None), performed_set(2, rest_seconds=None))

    assert "Rest after it" not in texts(make(qtbot, sets=sets))


def test_seconds_are_put_right_by_keys(qtbot: QtBot) -> None:
    table = make(qtbot)
    field = table._lines[0].done
    field.setFocus()
    field.selectAll()

    with qtbot.waitSignal(table.changed):
        qtbot.keyClicks(field, "1:05")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert table.sets()[0].actual_seconds == 65
    assert table.sets()[1:] == SETS[1:]


def test_repetitions_take_their_time_with_them(qtbot: QtBot) -> None:
    table = make(qtbot)

    table._lines[2].done.setValue(6)

    assert table.sets()[2].actual_reps == 6
    assert table.sets()[2].actual_seconds == SETS[2].planned_seconds / 2


def test_a_set_can_be_skipped_and_done_after_all(qtbot: QtBot) -> None:
    table = make(qtbot)
    first, last = table._lines[0], table._lines[3]
    assert last.skipped.isChecked()
    assert not last.done.isEnabled()

    qtbot.mouseClick(first.skipped, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(last.skipped, Qt.MouseButton.LeftButton)

    sets = table.sets()
    assert (sets[0].skipped, sets[0].actual_seconds) == (True, 0)
    assert (sets[3].skipped, sets[3].actual_seconds) == (False, sets[3].planned_seconds)
    assert not first.done.isEnabled()
    assert last.done.isEnabled()


def test_a_screen_reader_hears_which_set_it_is(qtbot: QtBot) -> None:
    field = make(qtbot)._lines[1].done

    assert field.accessibleName() == "Side plank, set 2, Right side"
    assert field.accessibleDescription() == "planned: 0:21"
