"""The strip of the day: what the mouse and the keys look at, and what is told of it."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.day_view import DayView, Span, SpanKind

DAY = DayView(
    start=0,
    end=100,
    spans=(
        Span(SpanKind.SITTING, 10, 40, "Sitting, 9:00–9:30"),
        Span(SpanKind.BREAK, 40, 41, "Break, 9:30–9:33"),
        Span(SpanKind.SITTING, 41, 60, "Sitting, 9:33–9:50"),
        Span(SpanKind.AWAY, 60, 70),
    ),
    asked=(39.0,),
)


def move(strip: DayStrip, x: float) -> None:
    """Move the mouse over the strip."""
    at, none = QPointF(x, 20), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(strip, moved)


@pytest.fixture
def strip(qtbot, theme: Theme) -> DayStrip:
    widget = DayStrip(theme, tall=True)
    qtbot.addWidget(widget)
    widget.resize(400, widget.sizeHint().height())
    widget.show_day(DAY)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    return widget


def test_the_arrows_go_from_span_to_span_and_each_is_told(strip):
    told: list[str] = []
    strip.span_told.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right):
        QTest.keyClick(strip, key)

    assert told == ["Sitting, 9:00–9:30", "Break, 9:30–9:33", "Sitting, 9:33–9:50"]
    assert strip.accessibleDescription() == "Sitting, 9:33–9:50"
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.told == "Break, 9:30–9:33"
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert strip.told == "Sitting, 9:00–9:30"


def test_the_left_arrow_begins_with_the_last(strip):
    QTest.keyClick(strip, Qt.Key.Key_Left)

    assert strip.told == "Sitting, 9:33–9:50"


def test_other_keys_and_an_empty_day_tell_nothing(strip):
    QTest.keyClick(strip, Qt.Key.Key_A)
    strip.show_day(DayView(0, 1))
    QTest.keyClick(strip, Qt.Key.Key_Right)

    assert strip.told == ""


def test_the_mouse_looks_at_what_lies_under_it_and_a_small_break_comes_first(strip):
    for x, told in ((100, "Sitting, 9:00–9:30"), (158, "Break, 9:30–9:33"), (260, ""), (5, "")):
        move(strip, x)
        assert strip.told == told


def test_who_leaves_looks_at_nothing(strip):
    move(strip, 100)
    QApplication.sendEvent(strip, QEvent(QEvent.Type.Leave))
    assert strip.told == ""
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.clearFocus()

    assert strip.told == ""


def test_a_span_that_grows_stays_looked_at(strip):
    QTest.keyClick(strip, Qt.Key.Key_Left)
    longer = Span(SpanKind.SITTING, 41, 65, "Sitting, 9:33–9:55")
    strip.show_day(DayView(0, 100, (*DAY.spans[:2], longer)))

    assert strip.told == "Sitting, 9:33–9:55"
    strip.show_day(DayView(0, 100, DAY.spans[:2]))
    assert strip.told == ""


def test_what_is_looked_at_is_outlined(strip, theme: Theme):
    def ink() -> int:
        image = strip.grab().toImage()
        return sum(
            image.pixelColor(x, y) == theme.tokens.ink
            for x in range(image.width())
            for y in range(image.height())
        )

    before = ink()
    QTest.keyClick(strip, Qt.Key.Key_Right)

    assert ink() > before + 40


def test_where_a_bar_would_ask_is_marked(strip, theme: Theme):
    image = strip.grab().toImage()
    middle = strip.height() // 2 - 8
    colours = {image.pixelColor(x, y).name() for x in range(150, 164) for y in range(middle, 30)}

    assert theme.tokens.ready.name() in colours


def test_the_flat_one_on_a_card_takes_no_keys(qtbot, theme: Theme):
    flat = DayStrip(theme)
    qtbot.addWidget(flat)

    assert flat.focusPolicy() is Qt.FocusPolicy.NoFocus
