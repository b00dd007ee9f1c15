"""Effort from 0 to 10 in halves, by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.effort_input import EffortInput
from tests.fakes.shipped import shipped_theme

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: QtBot) -> EffortInput:
    made = EffortInput(shipped_theme(), "Effort", "very easy", "as hard as it gets")
    qtbot.addWidget(made)
    return made


def lit(field: EffortInput) -> list[str]:
    return [each.text() for each in field.findChildren(QPushButton) if each.isChecked()]


@pytest.mark.parametrize(
    ("typed", "effort", "shown"),
    [
        ("4", 4, ["4"]),
        ("4.", 4.5, ["4", "5"]),
        ("4,", 4.5, ["4", "5"]),
        ("4.4", 4, ["4"]),
        ("10", 10, ["10"]),
        ("10.", 10, ["10"]),
        (".", None, []),
        ("x", None, []),
    ],
)
def test_a_point_adds_a_half(field: EffortInput, typed, effort, shown) -> None:
    QTest.keyClicks(field, typed)

    assert field.effort() == effort
    assert lit(field) == shown


def test_arrows_with_shift_go_by_halves(field: EffortInput) -> None:
    told: list[object] = []
    field.value_changed.connect(told.append)
    for _time in range(3):
        QTest.keyClick(field, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(field, Qt.Key.Key_Right)
    QTest.keyClick(field, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(field, Qt.Key.Key_Delete)

    assert told == [0, 0.5, 1, 2, 1.5, None]
    assert lit(field) == []


def test_nothing_is_below_0_or_above_10(field: EffortInput) -> None:
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Left, SHIFT)
    assert field.effort() == 0

    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_Right, SHIFT)
    assert field.effort() == 10


def test_a_click_chooses_and_stays(field: EffortInput) -> None:
    seven = field.findChildren(QPushButton)[7]
    for _time in range(2):
        QTest.mouseClick(seven, Qt.MouseButton.LeftButton)
        assert (field.effort(), lit(field)) == (7, ["7"])


def test_a_click_with_shift_means_a_half_more(field: EffortInput) -> None:
    buttons = field.findChildren(QPushButton)
    QTest.mouseClick(buttons[7], Qt.MouseButton.LeftButton, SHIFT)
    assert (field.effort(), lit(field)) == (7.5, ["7", "8"])

    QTest.mouseClick(buttons[10], Qt.MouseButton.LeftButton, SHIFT)
    assert field.effort() == 10


def test_it_is_set_silently_and_tells_screen_readers(qtbot: QtBot, field: EffortInput) -> None:
    with qtbot.assertNotEmitted(field.value_changed):
        field.set_value(6.3)
    assert field.effort() == 6.5
    assert field.value() == 6
    assert field.accessibleDescription() == "6.5"

    field.set_value(None)
    assert (field.value(), field.accessibleDescription()) == (None, "")
