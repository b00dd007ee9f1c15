"""Controls for choosing: switch, segments, scale, rows of a form, rungs."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.stylesheet import make_stylesheet
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import ComboField, NumberField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.level_ladder import LevelLadder, Rung, RungState
from coreapp.ui.widgets.scale_input import ScaleInput
from coreapp.ui.widgets.segmented import SegmentedChoice
from coreapp.ui.widgets.switch import Switch


def minutes(value: int) -> str:
    return f"{value} min"


def test_a_switch_is_switched_by_mouse_and_space(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch(theme)
    qtbot.addWidget(switch)
    off = switch.grab().toImage()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert switch.isChecked()
    assert switch.grab().toImage() != off
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert (switch.sizeHint().width(), switch.sizeHint().height()) == (44, 26)
    switch.setEnabled(False)
    assert switch.grab().toImage() != off


@pytest.fixture
def segments(qtbot: QtBot, theme: Theme) -> SegmentedChoice:
    choice = SegmentedChoice(theme)
    qtbot.addWidget(choice)
    choice.set_options([("month", "Month"), ("week", "Week"), ("all", "All")])
    return choice


def test_segments_choose_by_click_and_arrow(qtbot: QtBot, segments: SegmentedChoice) -> None:
    assert segments.value() == "month"
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.mouseClick(segments.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["week"]
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.keyClick(segments, Qt.Key.Key_Right)
    assert chosen.args == ["all"]
    with qtbot.assertNotEmitted(segments.chosen):
        QTest.keyClick(segments, Qt.Key.Key_Right)
        QTest.keyClick(segments, Qt.Key.Key_A)


def test_segments_are_set_silently(qtbot: QtBot, segments: SegmentedChoice) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("all")
        segments.choose("century")
    assert segments.value() == "all"
    segments.set_options([])
    assert segments.value() == ""
    QTest.keyClick(segments, Qt.Key.Key_Left)


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme) -> ScaleInput:
    scale = ScaleInput(theme, "Effort", "very easy", "as hard as it gets")
    qtbot.addWidget(scale)
    return scale


def test_a_scale_is_answered_by_digits(qtbot: QtBot, scale: ScaleInput) -> None:
    assert scale.value() is None
    answers: list[object] = []
    scale.value_changed.connect(answers.append)
    QTest.keyClicks(scale, "4")
    QTest.keyClicks(scale, "10")
    assert answers == [4, 1, 10]
    QTest.keyClick(scale, Qt.Key.Key_Delete)
    assert scale.value() is None
    assert scale.accessibleDescription() == ""


def test_a_scale_is_answered_by_arrows_and_clicks(qtbot: QtBot, scale: ScaleInput) -> None:
    for key, value in (
        (Qt.Key.Key_Right, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, 10),
        (Qt.Key.Key_Right, 10),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(scale, key)
        assert scale.value() == value
    with qtbot.waitSignal(scale.value_changed) as changed:
        QTest.mouseClick(scale.findChildren(QPushButton)[7], Qt.MouseButton.LeftButton)
    assert changed.args == [7]
    assert scale.accessibleDescription() == "7"


def test_a_scale_is_set_silently_and_names_its_buttons(qtbot: QtBot, scale: ScaleInput) -> None:
    with qtbot.assertNotEmitted(scale.value_changed):
        scale.set_value(3)
        QTest.keyClick(scale, Qt.Key.Key_X)
    assert scale.value() == 3
    assert scale.findChildren(QPushButton)[3].accessibleName() == "Effort 3"


def test_a_row_names_its_control(qtbot: QtBot, theme: Theme) -> None:
    form = FormCard(theme)
    qtbot.addWidget(form)
    switch = Switch(theme)
    row = add_row(form, "&During calls", "Nothing pops up then", switch)
    assert row.label.buddy() is switch
    assert switch.accessibleName() == "During calls"
    assert switch.accessibleDescription() == "Nothing pops up then"
    assert "Nothing pops up then" in [each.text() for each in form.findChildren(QLabel)]
    form.resize(600, 200)
    form.show()
    assert switch.mapTo(form, QPoint(switch.width(), 0)).x() == form.width() - 24
    assert row.height() >= 60


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot, theme: Theme) -> None:
    number, combo = NumberField(theme), ComboField(theme)
    combo.addItems(["a", "b"])
    for field in (number, combo):
        qtbot.addWidget(field)
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, wheel)
    assert (number.value(), combo.currentIndex()) == (0, 0)


def test_number_and_list_paint_their_signs(qtbot: QtBot, theme: Theme) -> None:
    number, combo = NumberField(theme), ComboField(theme)
    number.setRange(1, 3)
    combo.addItem("5 min")
    for field in (number, combo):
        qtbot.addWidget(field)
        field.resize(field.sizeHint())
    at_least = number.grab().toImage()
    number.setValue(2)
    assert number.grab().toImage() != at_least
    on = combo.grab().toImage()
    combo.setEnabled(False)
    assert combo.grab().toImage() != on
    assert number.minimumSizeHint().width() >= 80


def test_a_list_ends_a_text_without_room_in_an_ellipsis(qtbot: QtBot, theme: Theme) -> None:
    combo = ComboField(theme)
    qtbot.addWidget(combo)
    combo.addItems(["Low", "Both knees lifted, and the hands far out in front of the shoulders"])
    combo.setFixedWidth(200)
    combo.show()
    assert combo.elided_text() == "Low"
    combo.setCurrentIndex(1)

    assert combo.elided_text().startswith("Both knees")
    assert combo.elided_text().endswith("…")
    # It says all of it where it is read, and paints what there is room for.
    assert combo.currentText().endswith("shoulders")
    cut = combo.grab().toImage()
    combo.setItemText(1, combo.elided_text())
    assert combo.grab().toImage() == cut


def test_a_rung_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    ladder = LevelLadder(theme)
    qtbot.addWidget(ladder)
    rungs = [Rung(state.value, f"line {state.value}", state) for state in RungState]
    ladder.show_rungs(rungs[:1])
    ladder.show_rungs(rungs)
    ladder.resize(300, 300)
    ladder.show()
    rows = [row for row in ladder.findChildren(QPushButton.__mro__[1]) if row.isVisible()]
    assert [row.accessibleName() for row in rows] == ["done", "here", "ahead"]
    with qtbot.waitSignal(ladder.rung_chosen) as chosen:
        QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    assert rows[0].grab().toImage() != rows[1].grab().toImage()
    assert rows[0].heightForWidth(60) > rows[0].heightForWidth(600)


def test_a_list_as_wide_as_it_asks_for_shows_each_text_whole(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_factor(2.0)
    host = QWidget()
    qtbot.addWidget(host)
    host.setFont(theme.fonts.font(Type.BODY))
    host.setStyleSheet(make_stylesheet(theme.tokens, theme.fonts))
    for text in ("Kantoorkleding", "Sportkleding", "Gemiddeld", "Op kantoor"):
        combo = ComboField(theme, host)
        combo.addItem(text)
        combo.resize(combo.sizeHint())
        combo.show()
        assert combo.elided_text() == text
