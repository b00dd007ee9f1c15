"""Seven days as columns: what is seen, and what a click and the keys choose."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.day_columns import DayColumn, DayColumns

MONDAY = date(2026, 3, 2)


def columns(open_days: int = 4) -> list[DayColumn]:
    return [
        DayColumn(
            day=MONDAY + timedelta(days=index),
            value=float(index if index < open_days else 0),
            label="MTWTFSS"[index],
            breaks=str(index) if index < open_days else "",
            name=f"Day {index}",
            is_open=index < open_days,
        )
        for index in range(7)
    ]


@pytest.fixture
def week(qtbot, theme: Theme) -> DayColumns:
    widget = DayColumns(theme)
    qtbot.addWidget(widget)
    widget.resize(350, widget.sizeHint().height())
    widget.show_days(columns(), MONDAY)
    widget.show()
    return widget


def chosen(week: DayColumns) -> list[date]:
    told: list[date] = []
    week.day_chosen.connect(told.append)
    return told


def test_the_day_that_is_looked_at_is_named(week):
    assert week.accessibleName() == "Day 0"
    assert week.accessibleDescription() == "Day 0\nDay 1\nDay 2\nDay 3"
    assert week.chosen == MONDAY


def test_a_day_of_another_week_is_none_of_these(week):
    week.show_days(columns(), MONDAY - timedelta(days=1))

    assert week.chosen is None
    assert week.accessibleName() == ""
    QTest.keyClick(week, Qt.Key.Key_Left)
    assert week.chosen == MONDAY + timedelta(days=3)


def test_a_click_looks_at_a_day_but_not_at_one_to_come(week):
    told = chosen(week)
    for index in (2, 2, 5):
        at = week.column_rect(index).center().toPoint()
        QTest.mouseClick(week, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseClick(week, Qt.MouseButton.RightButton, pos=week.column_rect(1).center().toPoint())

    assert told == [MONDAY + timedelta(days=2)]


def test_the_arrows_stop_at_the_ends(week):
    told = chosen(week)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_A):
        QTest.keyClick(week, key)

    assert [each.day for each in told] == [5, 2]


def test_without_days_nothing_happens(qtbot, theme: Theme):
    empty = DayColumns(theme)
    qtbot.addWidget(empty)
    QTest.keyClick(empty, Qt.Key.Key_Right)
    empty.grab()

    assert empty.chosen is None


def test_the_tip_tells_the_day(week, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _w: told.append(text))
    for x in (75, 400):
        at = QPoint(x, 10)
        QApplication.sendEvent(week, QHelpEvent(QEvent.Type.ToolTip, at, at))

    assert told == ["Day 1", ""]


def test_more_sitting_is_a_higher_column(week, theme: Theme):
    image = week.grab().toImage()

    def height(index: int) -> int:
        x = int(week.column_rect(index).center().x())
        return sum(image.pixelColor(x, y) == theme.tokens.rest for y in range(image.height()))

    assert 0 == height(0) < height(1) < height(2) < height(3)


def test_it_grows_with_the_text(week, theme: Theme):
    before = week.minimumSizeHint()
    theme.set_text_factor(2.0)

    assert week.minimumSizeHint().width() > before.width()
    assert week.sizeHint().height() > before.height()
