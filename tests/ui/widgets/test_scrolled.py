"""What is scrolled is as high as it needs to be, also while something is put into it."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import ScrolledColumn, grow, scrolled


@pytest.fixture
def column(qtbot):
    """A column with two texts, of which the second stands in a card."""
    made = ScrolledColumn()
    layout = QVBoxLayout(made)
    layout.addWidget(make_text("The first " * 20))
    card = QWidget()
    made.card = QVBoxLayout(card)
    made.card.addWidget(make_text("The second " * 20))
    layout.addWidget(card)
    area = scrolled(made)
    made.area = area
    qtbot.addWidget(area)
    area.resize(200, 120)
    area.show()
    qtbot.waitExposed(area)
    return made


def put_into(column: ScrolledColumn) -> QLabel:
    late = make_text("The third " * 60)
    column.card.addWidget(late)
    late.show()
    return late


def is_cut_off(column: ScrolledColumn) -> bool:
    return any(
        each.height() < each.heightForWidth(each.width()) for each in column.findChildren(QLabel)
    )


def test_nothing_is_squeezed_by_what_comes_later(column):
    assert not is_cut_off(column)
    late = put_into(column)

    grow(late)

    assert not is_cut_off(column)
    assert late.geometry().bottom() < column.height()


def test_what_is_not_seen_is_left_alone(column, qtbot):
    column.area.hide()
    before = column.height()

    grow(put_into(column))

    assert column.height() == before


def test_what_does_not_scroll_is_left_alone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLabel("alone"))
    window.resize(200, 120)
    window.show()

    grow(window.findChild(QLabel))

    assert window.height() == 120
    assert not window.findChildren(QScrollArea)
