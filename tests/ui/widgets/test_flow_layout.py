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
