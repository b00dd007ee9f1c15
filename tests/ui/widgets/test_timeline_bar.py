"""The session as a bar: every phase has its time, and a click asks to go there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.timeline_bar import BarPhase, TimelineBar

PHASES = [
    BarPhase(PhaseLook.GET_READY, 10, 0),
    BarPhase(PhaseLook.WORK, 40, 0),
    BarPhase(PhaseLook.REST, 10, 1),
    BarPhase(PhaseLook.WORK, 40, 1),
]


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> TimelineBar:
    bar = TimelineBar(theme)
    qtbot.addWidget(bar)
    bar.resize(407, 32)
    bar.show_timeline(PHASES)
    return bar


@pytest.mark.parametrize(("x", "seconds"), [(0, 0), (20, 5), (120, 30), (227, 55), (407, 100)])
def test_a_place_is_a_time(bar: TimelineBar, x: int, seconds: float) -> None:
    assert bar.seconds_at(x) == pytest.approx(seconds)


def test_a_click_asks_to_go_there(qtbot: QtBot, bar: TimelineBar) -> None:
    with qtbot.waitSignal(bar.seek_requested) as asked:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(120, 16))
    assert asked.args[0] == pytest.approx(30, abs=0.3)


@pytest.mark.parametrize(
    ("key", "start", "target"),
    [
        (Qt.Key.Key_Right, 0.0, 10),
        (Qt.Key.Key_Right, 30.0, 50),
        (Qt.Key.Key_Left, 30.0, 10),
        (Qt.Key.Key_Left, 10.5, 0),
        (Qt.Key.Key_Left, 0.0, 0),
        (Qt.Key.Key_Home, 70.0, 0),
    ],
)
def test_arrows_go_phase_by_phase(
    qtbot: QtBot, bar: TimelineBar, key: Qt.Key, start: float, target: float
) -> None:
    bar.show_position(start)
    with qtbot.waitSignal(bar.seek_requested) as asked:
        QTest.keyClick(bar, key)
    assert asked.args == [target]


def test_after_the_last_phase_there_is_nowhere_to_go(qtbot: QtBot, bar: TimelineBar) -> None:
    bar.show_position(70.0)
    with qtbot.assertNotEmitted(bar.seek_requested):
        QTest.keyClick(bar, Qt.Key.Key_Right)
        QTest.keyClick(bar, Qt.Key.Key_A)


def test_an_empty_bar_asks_for_nothing(qtbot: QtBot, theme: Theme) -> None:
    bar = TimelineBar(theme)
    qtbot.addWidget(bar)
    bar.resize(300, 32)
    with qtbot.assertNotEmitted(bar.seek_requested):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
        QTest.keyClick(bar, Qt.Key.Key_Home)
    assert bar.seconds_at(100) == 0
    assert not bar.grab().isNull()


def test_what_is_past_is_paler_and_the_mark_moves(bar: TimelineBar, theme: Theme) -> None:
    bar.show_position(0.0)
    assert bar.grab().toImage().pixelColor(120, 16) == theme.tokens.accent
    bar.show_position(30.0, "Thirty seconds in")
    image = bar.grab().toImage()
    assert image.pixelColor(60, 16) != theme.tokens.accent
    assert image.pixelColor(180, 16) == theme.tokens.accent
    assert image.pixelColor(120, 16) == theme.tokens.ink
    assert bar.accessibleDescription() == "Thirty seconds in"
    assert bar.position == 30.0
    bar.show_position(100.0)
    assert bar.grab().toImage().pixelColor(404, 16) == theme.tokens.ink


def test_it_can_be_hit(bar: TimelineBar) -> None:
    assert bar.minimumSizeHint().height() >= 32
    assert bar.sizeHint().height() >= 32
