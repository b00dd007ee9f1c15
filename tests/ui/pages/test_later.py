"""Steps that wait for a paint."""

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.later import LaterSteps
from tests.ui.pages.desk import settle


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_is_not_seen_waits(widget: QWidget) -> None:
    done: list[str] = []
    later = LaterSteps(widget)

    later.begin([lambda: done.append("first")])
    settle()

    assert done == []
    assert not later.is_settled


def test_the_steps_come_one_by_one_when_it_was_painted(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    later = LaterSteps(widget)
    widget.show()
    settle()

    later.begin([lambda: done.append("first"), lambda: done.append("second")])
    assert done == []
    qtbot.waitUntil(lambda: later.is_settled)

    assert done == ["first", "second"]


def test_what_is_left_when_one_goes_away_waits_for_the_next_visit(
    widget: QWidget, qtbot: QtBot
) -> None:
    done: list[str] = []
    later = LaterSteps(widget)
    widget.show()

    def go_away() -> None:
        done.append("first")
        widget.hide()

    later.begin([go_away, lambda: done.append("second")])
    qtbot.waitUntil(lambda: done == ["first"])
    settle()
    assert done == ["first"]

    widget.show()
    qtbot.waitUntil(lambda: later.is_settled)
    assert done == ["first", "second"]


def test_others_take_the_place_of_what_was_waiting(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    later = LaterSteps(widget)
    later.begin([lambda: done.append("before")])

    widget.show()
    later.begin([lambda: done.append("after")])
    qtbot.waitUntil(lambda: later.is_settled)

    assert done == ["after"]


def test_it_can_be_finished_at_once_and_nothing_comes_twice(widget: QWidget) -> None:
    done: list[str] = []
    later = LaterSteps(widget)
    widget.show()
    settle()
    later.begin([lambda: done.append("first"), lambda: done.append("second")])

    later.finish()
    assert done == ["first", "second"]
    assert later.is_settled
    settle()

    assert done == ["first", "second"]


def test_a_step_may_begin_others(widget: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    later = LaterSteps(widget)
    widget.show()

    def go_on() -> None:
        done.append("first")
        later.begin([lambda: done.append("anew")])

    later.begin([go_on, lambda: done.append("never")])
    qtbot.waitUntil(lambda: done == ["first", "anew"])

    assert later.is_settled


def test_where_its_widget_is_scrolled_it_comes_as_well(qtbot: QtBot) -> None:
    done: list[str] = []
    area, high = QScrollArea(), QWidget()
    high.setFixedSize(100, 2000)
    area.setWidget(high)
    qtbot.addWidget(area)
    area.show()
    area.verticalScrollBar().setValue(900)
    settle()
    later = LaterSteps(high)

    later.begin([lambda: done.append("there")])
    qtbot.waitUntil(lambda: later.is_settled)

    assert done == ["there"]
