"""A layout that goes on in the next line."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.flow_layout import FlowLayout


def test_what_is_hidden_takes_no_gap_in_a_flow(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(spacing=10)
    host.setLayout(flow)
    first, hidden, last = QWidget(), QWidget(), QWidget()
    for widget in (first, hidden, last):
        widget.setFixedSize(80, 20)
        flow.addWidget(widget)
    assert flow.sizeHint().width() == 260
    hidden.hide()
    host.resize(300, 20)
    host.show()
    assert last.x() == 90
    hidden.show()
    QApplication.processEvents()
    assert last.x() == 180


def lines_of(qtbot: QtBot, count: int, room: int, **options: int) -> list[int]:
    """Return how many of `count` equal things stand in each line."""
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(spacing=10, **options)
    host.setLayout(flow)
    things = [QWidget() for _each in range(count)]
    for each in things:
        each.setFixedSize(80, 20)
        flow.addWidget(each)
    host.resize(room, flow.heightForWidth(room))
    host.show()
    tops = [each.y() for each in things]
    return [tops.count(top) for top in sorted(set(tops))]


def test_nobody_stands_alone_in_the_last_line(qtbot: QtBot) -> None:
    assert lines_of(qtbot, 6, 450) == [4, 2]
    assert lines_of(qtbot, 7, 450) == [5, 2]
    assert lines_of(qtbot, 11, 450) == [5, 4, 2]


def test_two_above_one_stay_as_they_are(qtbot: QtBot) -> None:
    assert lines_of(qtbot, 3, 170) == [2, 1]
    assert lines_of(qtbot, 3, 80) == [1, 1, 1]


def test_two_above_one_share_where_they_should(qtbot: QtBot) -> None:
    assert lines_of(qtbot, 3, 170, can_spare=2) == [1, 2]
    assert lines_of(qtbot, 3, 80, can_spare=2) == [1, 1, 1]
