"""The table of a chart: every figure, the newest in sight, reached and left by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.services.charts import Table
from coreapp.ui.dialogs.chart_table import ChartTableDialog, as_text
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_theme

TABLE = Table(("Week", "Minutes"), tuple((f"Week {week}", str(week * 2)) for week in range(1, 54)))


@pytest.fixture
def theme(qapp: object) -> Theme:
    return shipped_theme()


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[ChartTableDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ChartTableDialog(theme, "Minutes a week", TABLE, parent)
    made.open()
    yield made
    parent.close()


def test_every_figure_stands_in_it(dialog: ChartTableDialog) -> None:
    grid = dialog.grid
    assert (grid.rowCount(), grid.columnCount()) == (53, 2)
    assert grid.horizontalHeaderItem(1).text() == "Minutes"
    assert grid.item(4, 0).text() == "Week 5"
    assert grid.accessibleName() == "Minutes a week"


def test_the_newest_is_in_sight_and_the_arrows_go_back_from_it(dialog: ChartTableDialog) -> None:
    grid = dialog.grid
    assert grid.currentRow() == 52
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.currentRow() == 51
    last = grid.visualItemRect(grid.item(52, 0))
    assert grid.viewport().rect().contains(last.center())


def test_of_few_rows_it_is_no_higher_than_they_need(
    qtbot: QtBot, theme: Theme, dialog: ChartTableDialog
) -> None:
    few = ChartTableDialog(theme, "Weeks", Table(TABLE.header, TABLE.rows[:4]), dialog)
    few.open()

    last = few.grid.visualItemRect(few.grid.item(3, 0))
    beneath = few.grid.viewport().height() - last.bottom()
    assert 0 <= beneath < 2 * last.height()
    assert few.height() < dialog.height()


def test_nothing_can_be_typed_into_it(dialog: ChartTableDialog) -> None:
    QTest.keyClicks(dialog.grid, "9")
    assert dialog.grid.item(52, 1).text() == "106"


def test_tab_leaves_the_table(dialog: ChartTableDialog) -> None:
    assert not dialog.grid.tabKeyNavigation()


def test_it_can_be_copied_and_closed(qtbot: QtBot, dialog: ChartTableDialog) -> None:
    copy, close = (
        next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
        for text in ("Copy table", "Close")
    )
    with qtbot.waitSignal(dialog.copy_requested):
        copy.click()
    with qtbot.waitSignal(dialog.finished):
        close.click()


def test_an_empty_table_is_only_its_head(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ChartTableDialog(theme, "Nothing", Table(("Week",), ()), parent)
    assert made.grid.rowCount() == 0


def test_a_spreadsheet_takes_it_as_it_is() -> None:
    assert as_text(Table(("a", "b"), (("1", "2"), ("3", "4")))) == "a\tb\n1\t2\n3\t4"
