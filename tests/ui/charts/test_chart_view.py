"""A chart as a widget: keys, mouse, words for screen readers, a height that follows the width."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.services.charts import Level
from coreapp.ui.charts.chart_view import ChartView
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.value_picker import NOTHING
from tests.fakes.progress_pages import MINUTES, bars, heat_map, pairs


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ChartView:
    widget = ChartView(theme)
    qtbot.addWidget(widget)
    widget.show_chart(bars(), "Core minutes", "All of it in words.")
    widget.resize(420, 180)
    widget.show()
    return widget


def come_by_key(view: ChartView) -> None:
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))


def test_a_screen_reader_is_told_whose_chart_it_is(view: ChartView) -> None:
    assert view.accessibleName() == "Core minutes"
    assert view.accessibleDescription() == "All of it in words."


def test_the_keyboard_begins_at_the_present_week(view: ChartView) -> None:
    come_by_key(view)
    assert view.chosen_index == 11
    assert view.accessibleName() == "Week 48: 7 min"


def test_the_arrows_tell_each_value(view: ChartView) -> None:
    come_by_key(view)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.accessibleName() == QToolTip.text() == "Week 47: 51 min"
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.accessibleName() == "Week 37: 22 min"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.chosen_index == len(MINUTES) - 1


def test_leaving_takes_the_mark_away(view: ChartView) -> None:
    come_by_key(view)
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert view.chosen_index == NOTHING
    assert view.accessibleName() == "Core minutes"


def test_coming_with_the_mouse_marks_what_is_clicked(view: ChartView) -> None:
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    assert view.chosen_index == NOTHING
    QTest.mouseClick(
        view,
        Qt.MouseButton.LeftButton,
        pos=view.value_rect(3).center().toPoint(),
    )
    assert view.chosen_index == 3


def test_what_lies_under_the_mouse_is_told(view: ChartView) -> None:
    spot = view.value_rect(4).center().toPoint()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    assert QToolTip.text() == "Week 41: 41 min"
    QToolTip.hideText()


def test_what_is_looked_at_is_marked(view: ChartView, theme: Theme) -> None:
    before = view.grab().toImage()
    view.look_at(5)
    after = view.grab().toImage()
    around = view.value_rect(5).toAlignedRect().adjusted(-4, -5, 4, 5)
    spots = [
        QPoint(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert spots
    assert all(around.contains(each) for each in spots)


def test_a_chart_grows_with_its_width_where_its_cells_do(qtbot: QtBot, theme: Theme) -> None:
    widget = ChartView(theme)
    qtbot.addWidget(widget)
    assert widget.heightForWidth(400) == 0
    widget.show_chart(heat_map(), "Days", "")
    assert widget.heightForWidth(500) < widget.heightForWidth(1000)


def test_larger_letters_make_it_higher(view: ChartView, theme: Theme) -> None:
    before = view.heightForWidth(400)
    theme.set_text_factor(2)
    assert view.heightForWidth(400) > 1.5 * before


def test_another_chart_keeps_the_place_where_it_can(view: ChartView) -> None:
    view.look_at(5)
    view.show_chart(bars(), "Core minutes", "")
    assert view.chosen_index == 5
    view.show_chart(pairs(), "Sides", "")
    assert view.chosen_index == NOTHING
    assert view.accessibleName() == "Sides"


def test_up_and_down_go_along_a_list(view: ChartView) -> None:
    view.show_chart(pairs(), "Sides", "")
    come_by_key(view)
    assert view.chosen_index == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleName() == "Bird dog: 11 s"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen_index == 1


def test_without_a_chart_nothing_happens(qtbot: QtBot, theme: Theme) -> None:
    widget = ChartView(theme)
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    come_by_key(widget)
    QTest.keyClick(widget, Qt.Key.Key_Left)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    widget.grab()
    assert widget.chosen_index == NOTHING


def drawn(view: ChartView) -> int:
    """Paint it; return which drawing of it is seen."""
    view.grab()
    return view._picture.cacheKey()


def test_a_chart_is_drawn_once_however_often_it_is_painted(view: ChartView) -> None:
    first, picture = drawn(view), view.grab().toImage()
    assert drawn(view) == first
    assert view.grab().toImage() == picture


def test_it_is_drawn_anew_when_something_else_is_to_be_seen(view: ChartView, theme: Theme) -> None:
    seen = [drawn(view)]
    other = bars(level=Level(40, "planned 40"))
    view.show_chart(other, "Core minutes", "All of it in words.")
    seen.append(drawn(view))
    view.resize(300, 160)
    seen.append(drawn(view))
    theme.set_choice(ThemeChoice.DARK)
    seen.append(drawn(view))
    theme.set_text_factor(1.5)
    seen.append(drawn(view))
    assert len(set(seen)) == len(seen)


def test_what_looks_the_same_is_not_drawn_again(view: ChartView) -> None:
    first, chart = drawn(view), bars()

    view.hide()
    view.show_chart(chart, "Core minutes", "All of it in words.")
    view.show()
    assert drawn(view) == first

    # What its values say may be other words all the same.
    view.show_chart(replace(chart, tell=lambda _index: "Another"), "Core minutes", "Words.")
    assert drawn(view) == first
    assert view.value_text(0) == "Another"


def test_the_mark_comes_over_the_picture_and_goes(view: ChartView) -> None:
    without = view.grab().toImage()
    come_by_key(view)
    assert view.grab().toImage() != without
    view.look_at(NOTHING)
    assert view.grab().toImage() == without
