"""The bars of a programme's weeks: chosen by mouse and keys, and told to screen readers."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.level_ladder import RungState
from coreapp.ui.widgets.week_bars import Bar, WeekBars


def bars(count: int = 4) -> list[Bar]:
    states = (RungState.DONE, RungState.HERE, RungState.AHEAD, RungState.AHEAD)
    return [
        Bar(48 + number, str(number + 1), f"Week {number + 1}", states[number])
        for number in range(count)
    ]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> WeekBars:
    widget = WeekBars(theme)
    qtbot.addWidget(widget)
    widget.resize(240, widget.sizeHint().height())
    widget.show_bars(bars(), 1)
    widget.show()
    return widget


def middle(widget: WeekBars, index: int) -> QPoint:
    return widget.bar_rect(index).center().toPoint()


def test_the_one_looked_at_is_named(shown: WeekBars) -> None:
    assert (shown.chosen_index, shown.accessibleName()) == (1, "Week 2")
    shown.look_at(9)
    assert shown.chosen_index == 1


def test_a_click_looks_at_a_bar(qtbot: QtBot, shown: WeekBars) -> None:
    with qtbot.waitSignal(shown.value_chosen, check_params_cb=lambda index: index == 3):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=middle(shown, 3))

    with qtbot.assertNotEmitted(shown.value_chosen):
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=middle(shown, 3))
        qtbot.mouseClick(shown, Qt.MouseButton.RightButton, pos=middle(shown, 0))
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(239, 5))


def test_the_arrow_keys_walk_along_the_bars(qtbot: QtBot, shown: WeekBars) -> None:
    seen: list[int] = []
    shown.value_chosen.connect(seen.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(shown, key)
    qtbot.keyClick(shown, Qt.Key.Key_A)

    assert seen == [2, 3, 2, 0]


def test_what_lies_under_the_mouse_is_told(shown: WeekBars) -> None:
    place = middle(shown, 2)
    QApplication.sendEvent(shown, QHelpEvent(QEvent.Type.ToolTip, place, shown.mapToGlobal(place)))
    assert QToolTip.text() == "Week 3"
    QToolTip.hideText()


def test_done_here_and_ahead_are_told_apart_by_more_than_colour(shown: WeekBars) -> None:
    """A tick on what is done, a line around what is looked at, a strong number where one is."""
    picture = shown.grab().toImage()
    ratio = shown.devicePixelRatioF()
    tokens = shown._theme.tokens

    def seen(index: int) -> set[str]:
        room = shown.bar_rect(index).toRect()
        return {
            picture.pixelColor(round(x * ratio), round(y * ratio)).name()
            for x in range(room.left(), room.right())
            for y in range(room.top(), room.bottom() - 20)
        }

    assert tokens.done.name() in seen(0)
    assert tokens.card.name() in seen(0)
    assert tokens.accent.name() in seen(1)
    assert tokens.ink.name() in seen(1)
    assert tokens.ink.name() not in seen(2)


def test_without_bars_nothing_is_painted_or_chosen(qtbot: QtBot, theme: Theme) -> None:
    widget = WeekBars(theme)
    qtbot.addWidget(widget)
    widget.show()
    widget.grab()
    qtbot.keyClick(widget, Qt.Key.Key_Right)

    assert widget.chosen_index == -1
