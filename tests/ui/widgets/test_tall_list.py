"""A list as high as its rows: where each of them is, and that only what is seen is painted."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from coreapp.ui.widgets.tall_list import RowHeights, TallList

HEIGHTS = st.lists(st.integers(1, 90), max_size=30)


@given(HEIGHTS, st.data())
def test_rows_lie_below_one_another_whatever_is_put_in_their_place(heights, data) -> None:
    kept, found = list(heights), RowHeights()
    found.replace(0, 0, heights)
    for _each in range(3):
        first = data.draw(st.integers(0, len(kept)))
        count = data.draw(st.integers(0, len(kept) - first))
        others = data.draw(HEIGHTS)
        kept[first : first + count] = others
        found.replace(first, count, others)

    tops = [0, *accumulate(kept)]
    assert (found.count, found.total) == (len(kept), tops[-1])
    assert [found.top_of(number) for number in range(len(kept) + 1)] == tops
    y = data.draw(st.integers(-5, tops[-1] + 5))
    below = [number for number, top in enumerate(tops[:-1]) if top <= y < tops[number + 1]]
    assert found.row_at(y) == (below[0] if below else 0 if y < 0 and kept else len(kept))


class Painted(QStyledItemDelegate):
    """Notes what is painted, and where."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[int, QRect] = {}

    def paint(self, painter, option, index) -> None:
        self.rows[index.row()] = QRect(option.rect)


def listed(qtbot: QtBot, count: int = 1000) -> tuple[TallList, Painted]:
    """A list of rows 20 pixels high; the keyboard may not go to every tenth."""
    view, model, painted = TallList(), QStandardItemModel(), Painted()
    for number in range(count):
        item = QStandardItem(f"row {number}")
        item.setEnabled(number % 10 != 0)
        model.appendRow(item)
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(painted)
    painted.setParent(view)
    view.heights.replace(0, 0, [20] * count)
    view.fit()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    return view, painted


def test_only_what_is_seen_is_painted(qtbot: QtBot) -> None:
    view, painted = listed(qtbot)
    painted.rows.clear()

    view.grab(QRect(0, 100, 300, 60))

    assert sorted(painted.rows) == [5, 6, 7]
    assert painted.rows[6] == view.visualRect(view.model().index(6, 0))
    assert painted.rows[6].top() == 120
    assert view.sizeHint().height() == 20_000


def test_a_place_belongs_to_a_row_or_to_none(qtbot: QtBot) -> None:
    view, _painted = listed(qtbot, 5)

    assert view.indexAt(QPoint(10, 45)).row() == 2
    assert not view.indexAt(QPoint(10, 100)).isValid()
    assert not view.indexAt(QPoint(10, -1)).isValid()
    assert view.visualRect(QModelIndex()).isEmpty()
    assert (view.horizontalOffset(), view.verticalOffset()) == (0, 0)


def test_the_keyboard_goes_where_it_may(qtbot: QtBot) -> None:
    view, _painted = listed(qtbot, 21)
    view.setFocus()

    went = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
        went.append(view.currentIndex().row())
    view.setCurrentIndex(view.model().index(9, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    went.append(view.currentIndex().row())

    assert went == [1, 1, 19, 18, 19, 11]
