"""A layout of two columns whose parts have their own order where there is room for one only."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from coreapp.ui.widgets.beside_layout import BesideLayout, height_of, least_width_of

_COLUMNS: Final = (0, 1)


class WovenLayout(BesideLayout):
    """Two columns side by side where there is room, else all parts in the order they were added.

    Two stacked columns would show all of the first before any of the second; here a page says
    what is read first when it is read from top to end.

    Args:
        least: gives the width from which there is room for both, in pixels; asked anew each time.
        shares: of the width, for either column.
        gap: between the columns, in pixels.
        spacing: between parts one below the other, in pixels.
    """

    def __init__(
        self, least: Callable[[], float], shares: tuple[int, int], gap: int, spacing: int
    ) -> None:
        super().__init__(least, gap, spacing)
        self._column_shares = shares
        self._column_of: dict[QLayoutItem, int] = {}

    def put(self, widget: QWidget, column: int) -> None:
        """Add a widget at the end of column 0 or 1."""
        self.add(widget, 0)
        self._column_of[self._items[-1]] = column

    def is_beside(self, width: int) -> bool:
        """Tell whether the columns stand side by side at a width, each part with its room."""
        return width >= self._least() and all(
            least_width_of(item) <= got
            for column, got in zip(_COLUMNS, self.column_widths(width), strict=True)
            for item in self._part(column)
        )

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take out the item at an index; None if there is none."""
        item = super().takeAt(index)
        if item is not None:
            self._column_of.pop(item, None)
        return item

    def column_widths(self, width: int) -> tuple[int, int]:
        """Return how wide either column is, side by side, in pixels."""
        first, second = self._column_shares
        room = max(0, width - self._gap)
        left = round(room * first / (first + second))
        return left, room - left

    def sizeHint(self) -> QSize:
        """Return the size with both columns side by side."""
        size = QSize(self._gap, 0)
        for column in _COLUMNS:
            hints = [item.sizeHint() for item in self._part(column)]
            high = sum(hint.height() for hint in hints) + self._gaps(len(hints))
            wide = max((hint.width() for hint in hints), default=0)
            size = QSize(size.width() + wide, max(size.height(), high))
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place all parts."""
        if not self.is_beside(rect.width()):
            super().setGeometry(rect)
            return
        QLayout.setGeometry(self, rect)  # side by side the layout we inherit has no say
        x = rect.x()
        for column, width in zip(_COLUMNS, self.column_widths(rect.width()), strict=True):
            y = rect.y()
            for item in self._part(column):
                height = height_of(item, width)
                item.setGeometry(QRect(x, y, width, height))
                y += height + self._stacked_gap
            x += width + self._gap

    def _measure(self, width: int) -> int:
        if not self.is_beside(width):
            return super()._measure(width)
        heights = []
        for column, got in zip(_COLUMNS, self.column_widths(width), strict=True):
            parts = self._part(column)
            heights.append(sum(height_of(item, got) for item in parts) + self._gaps(len(parts)))
        return max(heights)

    def _part(self, column: int) -> list[QLayoutItem]:
        return [item for item in self._seen() if self._column_of[item] == column]

    def _gaps(self, count: int) -> int:
        return self._stacked_gap * max(0, count - 1)
