"""Pain around a session: none with one key, or figures that unfold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.pain_fields import MORNING, PainFields
from tests.fakes.shipped import shipped_theme

NONE = {"pain_before": 0, "pain_during": 0, "pain_after": 0}
UNSAID = dict.fromkeys(NONE)


@pytest.fixture
def fields(qtbot: QtBot) -> PainFields:
    made = PainFields(shipped_theme())
    qtbot.addWidget(made)
    made.show()
    return made


def is_open(fields: PainFields) -> bool:
    return fields.scales["pain_before"].isVisible()


def test_nothing_is_said_at_first(fields: PainFields) -> None:
    assert fields.pain() == UNSAID
    assert not is_open(fields)


def test_no_pain_is_three_zeros_and_can_be_taken_back(qtbot: QtBot, fields: PainFields) -> None:
    with qtbot.waitSignal(fields.changed):
        fields.choose_none()
    assert fields.pain() == NONE
    assert not is_open(fields)

    fields.choose_none()
    assert fields.pain() == UNSAID


def test_there_was_pain_unfolds_and_waits_for_a_figure(qtbot: QtBot, fields: PainFields) -> None:
    fields.choose_none()
    with qtbot.waitSignal(fields.changed):
        fields.choose_some()

    assert is_open(fields)
    assert fields.pain() == UNSAID
    assert not fields.none.isChecked()
    assert fields.focusWidget() is fields.scales["pain_before"]


def test_folding_again_takes_the_figures_back(fields: PainFields) -> None:
    fields.choose_some()
    QTest.keyClicks(fields.scales["pain_during"], "4")
    assert fields.pain()["pain_during"] == 4

    fields.choose_some()

    assert fields.pain() == UNSAID
    assert not is_open(fields)


def test_zeros_one_by_one_mean_no_pain(fields: PainFields) -> None:
    fields.choose_some()
    for scale in fields.scales.values():
        QTest.keyClicks(scale, "0")

    assert (fields.none.isChecked(), fields.some.isChecked()) == (True, False)
    assert is_open(fields)


def test_with_the_morning_everything_stays_open(qtbot: QtBot) -> None:
    fields = PainFields(shipped_theme(), with_morning=True)
    qtbot.addWidget(fields)
    fields.show()
    fields.set_pain({**UNSAID, MORNING: None})
    assert is_open(fields)
    assert not fields.some.isVisible()

    fields.set_pain({**NONE, MORNING: 3})
    QTest.mouseClick(fields.none, Qt.MouseButton.LeftButton)

    assert fields.pain() == {**UNSAID, MORNING: 3}


def test_names_stand_above_their_scales_in_large_text(qtbot: QtBot) -> None:
    theme = shipped_theme()
    theme.set_text_factor(2.0)
    fields = PainFields(theme, with_morning=True)
    qtbot.addWidget(fields)
    fields.show()

    assert left(fields.scales[MORNING]) == 0


def left(widget: QWidget) -> int:
    return widget.geometry().left()
