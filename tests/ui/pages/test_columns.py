from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.columns import AspectBox, Columns
from tests.fakes.shipped import shipped_theme


def test_columns_stand_side_by_side_from_their_least_width_on(qtbot: QtBot) -> None:
    columns = Columns(shipped_theme(), least=600, gap=40)
    left, right = QWidget(), QWidget()
    columns.add(left, 2)
    columns.add(right)
    qtbot.addWidget(columns)
    columns.resize(640, 400)
    columns.show()
    qtbot.waitUntil(lambda: right.x() == 440)
    assert (left.width(), right.width()) == (400, 200)
    columns.resize(599, 400)
    qtbot.waitUntil(lambda: right.y() > 0)
    assert left.width() == right.width() == 599
    columns.hide()


def test_larger_text_needs_wider_columns(qtbot: QtBot) -> None:
    theme = shipped_theme()
    columns = Columns(theme, least=600, gap=40)
    left, right = QWidget(), QWidget()
    columns.add(left)
    columns.add(right)
    qtbot.addWidget(columns)
    columns.resize(640, 400)
    columns.show()
    qtbot.waitUntil(lambda: right.x() > 0)
    theme.set_text_factor(2)
    qtbot.waitUntil(lambda: right.x() == 0)
    columns.hide()


def test_a_column_without_a_share_keeps_its_own_width(qtbot: QtBot) -> None:
    columns = Columns(shipped_theme(), least=100, gap=0)
    left, right = QWidget(), QWidget()
    right.setFixedWidth(120)
    columns.add(left)
    columns.add(right, share=0)
    qtbot.addWidget(columns)
    columns.resize(500, 100)
    columns.show()
    qtbot.waitUntil(lambda: left.width() == 380)
    columns.hide()


def test_the_box_keeps_its_shape_within_limits(qtbot: QtBot) -> None:
    child = QWidget()
    box = AspectBox(child, ratio=0.5, least=100, most=300)
    qtbot.addWidget(box)
    assert [box.heightForWidth(width) for width in (100, 400, 1000)] == [100, 200, 300]
    assert box.sizeHint() == QSize(320, 160)
    assert box.minimumSizeHint().height() == 100
    box.resize(400, 200)
    box.show()
    assert child.size() == QSize(400, 200)
    box.hide()
