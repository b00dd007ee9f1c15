"""A list as high as all its rows, whose owner scrolls; a row costs the same however many there are.

Qt's own list asks every row for its size, and puts all of them in place anew whenever one comes.
Here heights are told by whoever knows them, and a row is found by their sums.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyleOptionViewItem,
)

from coreapp.ui.widgets.keyed_list import Index, KeyedList

CursorAction = QAbstractItemView.CursorAction
ScrollHint = QAbstractItemView.ScrollHint


class RowHeights:
    """The heights of rows, in pixels, and where each begins."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] = [0]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    def replace(self, first: int, count: int, heights: Sequence[int]) -> None:
        """Put heights in the place of `count` others."""
        self._heights[first : first + count] = heights
        start = self._tops[first]
        self._tops[first:] = accumulate(self._heights[first:], initial=start)

    def top_of(self, number: int) -> int:
        """Return where a row begins; the total below the last one."""
        return self._tops[min(number, self.count)]

    def height_of(self, number: int) -> int:
        """Return how high a row is."""
        return self._heights[number]

    def row_at(self, y: int) -> int:
        """Return which row is at a height: the first above all, `count` below the last one."""
        return min(self.count, max(0, bisect_right(self._tops, y) - 1))


class TallList(KeyedList):
    """A list without scroll bars; a subclass keeps `heights` as its model and its look are.

    Attributes:
        heights: of the rows.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heights = RowHeights()
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        """Be as high as the rows are, and paint them anew."""
        if self.heights.total != self._height:
            self._height = self.heights.total
            self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(320, max(1, self._height))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is."""
        if not index.isValid():
            return QRect()
        top = self.heights.top_of(index.row())
        high = self.heights.top_of(index.row() + 1) - top
        return QRect(0, top, self.viewport().width(), high)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a place; none beside and below them."""
        if not 0 <= point.y() < self.heights.total:
            return QModelIndex()
        return self.model().index(self.heights.row_at(point.y()), 0)

    def moveCursor(self, action: CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row that a key leads to, past those where the keyboard may not go."""
        last = self.heights.count - 1
        here = self.currentIndex().row()
        start, step = {
            CursorAction.MoveHome: (0, 1),
            CursorAction.MoveEnd: (last, -1),
            CursorAction.MoveUp: (here - 1, -1),
            CursorAction.MovePrevious: (here - 1, -1),
            CursorAction.MoveDown: (here + 1, 1),
            CursorAction.MoveNext: (here + 1, 1),
        }.get(action, (here, 1))
        number = start
        while 0 <= number <= last:
            index = self.model().index(number, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return index
            number += step
        return self.currentIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        painter = QPainter(self.viewport())
        last = self.heights.row_at(event.rect().bottom())
        for number in range(self.heights.row_at(event.rect().top()), last + 1):
            index = self.model().index(number, 0)
            if index.isValid():
                option = QStyleOptionViewItem()
                self.initViewItemOption(option)
                option.rect = self.visualRect(index)
                self.itemDelegate().paint(painter, option, index)
        painter.end()

    def doItemsLayout(self) -> None:
        """Do nothing: every row is where the heights above it say."""
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Do nothing: there are no scroll bars."""

    def scrollTo(self, _index: Index, _hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """Do nothing: the page scrolls."""

    def horizontalOffset(self) -> int:
        """Return 0: nothing is scrolled here."""
        return 0

    def verticalOffset(self) -> int:
        """Return 0: nothing is scrolled here."""
        return 0

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        """Return where the selection is: nothing is ever selected."""
        return QRegion()

    def setSelection(self, _rect: QRect, _command: object) -> None:
        """Select nothing."""
