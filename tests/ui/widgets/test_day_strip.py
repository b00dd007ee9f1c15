"""The strip of the day: what the mouse and the keys look at, and what is told of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
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


@pytest.fixture
def choosing(qtbot, theme: Theme) -> DayStrip:
    widget = DayStrip(theme, tall=True, hint="Click to correct")
    qtbot.addWidget(widget)
    widget.resize(400, widget.sizeHint().height())
    sitting, pause, *_others = DAY.spans
    named = (
        replace(sitting, key="s1"),
        replace(pause, key="b1"),
        Span(SpanKind.OFF, 70, 80, "Off"),
    )
    widget.show_day(replace(DAY, spans=named))
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    return widget


def test_a_span_is_chosen_by_a_click(choosing):
    chosen: list[str] = []
    choosing.span_chosen.connect(chosen.append)
    for x in (100, 158, 250, 300):
        QTest.mouseClick(choosing, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    QTest.mouseClick(choosing, Qt.MouseButton.RightButton, pos=QPoint(100, 20))

    assert chosen == ["s1", "b1", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_span_is_chosen_by_keys(choosing, key):
    chosen: list[str] = []
    choosing.span_chosen.connect(chosen.append)
    QTest.keyClick(choosing, key)
    assert chosen == []
    QTest.keyClick(choosing, Qt.Key.Key_Right)
    QTest.keyClick(choosing, Qt.Key.Key_Right)
    QTest.keyClick(choosing, key)

    assert chosen == ["b1"]


def test_what_choosing_is_for_is_read_aloud_until_a_span_is(choosing):
    assert choosing.accessibleDescription() == "Click to correct"
    QTest.keyClick(choosing, Qt.Key.Key_Right)
    assert choosing.accessibleDescription() == "Sitting, 9:00–9:30"
    choosing.clearFocus()

    assert choosing.accessibleDescription() == "Click to correct"


def test_the_mouse_shows_where_something_can_be_chosen(choosing, strip):
    for x, shape in ((100, Qt.CursorShape.PointingHandCursor), (5, Qt.CursorShape.ArrowCursor)):
        move(choosing, x)
        assert choosing.cursor().shape() is shape
    move(strip, 100)
    assert strip.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_who_answers_a_question_comes_back_to_the_span(choosing):
    QTest.keyClick(choosing, Qt.Key.Key_Right)
    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(choosing, left)

    assert choosing.told == "Sitting, 9:00–9:30"


def test_without_a_hint_nothing_is_chosen(strip):
    chosen: list[str] = []
    strip.span_chosen.connect(chosen.append)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Return)

    assert chosen == []


def test_time_off_has_words_and_the_colour_of_the_ground(choosing, theme: Theme):
    move(choosing, 300)

    assert choosing.told == "Off"
    move(choosing, 5)
    assert choosing.grab().toImage().pixelColor(300, 30).name() == theme.tokens.track.name()


def test_the_flat_one_on_a_card_takes_no_keys(qtbot, theme: Theme):
    flat = DayStrip(theme)
    qtbot.addWidget(flat)

    assert flat.focusPolicy() is Qt.FocusPolicy.NoFocus
