"""What is painted by hand is a slider to whoever does not see it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.spoken_slider import SpokenSlider


class Around(QWidget):
    """Notes the keys that are left to it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.slider = SpokenSlider()
        QVBoxLayout(self).addWidget(self.slider)

    def keyPressEvent(self, event) -> None:
        self.keys.append(event.key())


@pytest.fixture
def around(qtbot: QtBot) -> Around:
    widget = Around()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("value", "highest", "told"),
    [(3, 7, (3, 0, 7)), (-1, 7, (0, 0, 7)), (0, -1, (0, 0, 0)), (9, 7, (7, 0, 7))],
)
def test_it_tells_where_it_is(around: Around, value: int, highest: int, told: object) -> None:
    slider = around.slider

    slider.tell_value(value, highest)

    assert (slider.value(), slider.minimum(), slider.maximum()) == told
    interface = QAccessible.queryAccessibleInterface(slider)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Slider


def test_keys_it_has_no_use_for_are_left_to_what_is_around(around: Around) -> None:
    around.slider.tell_value(3, 7)

    QTest.keyClick(around.slider, Qt.Key.Key_Right)

    assert around.keys == [Qt.Key.Key_Right]
    assert around.slider.value() == 3
