"""A layout that stands side by side where there is room, and stacks where there is none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Widths = Sequence[tuple[QLayoutItem, int]]
"""Items with how wide each is, in pixels."""


class BesideLayout(QLayout):
    """Items side by side from some width on if nothing is cut off, else one below the other.

    It answers what height belongs to a width by how it would stand at that width. A box layout
    that is turned when its widget has got another width is asked before it is turned: a page of
    such boxes is laid out a dozen times until all heights are right.

    Args:
        least: gives the width from which there is room, in pixels; asked anew each time.
        gap: between items side by side, in pixels.
        stacked_gap: between items one below the other, in pixels.
    """

    def __init__(self, least: Callable[[], float], gap: int, stacked_gap: int) -> None:
        super().__init__()
        self._least = least
        self._gap = gap
        self._stacked_gap = stacked_gap
        self._items: list[QLayoutItem] = []
        self._shares: dict[QLayoutItem, int] = {}
        self._heights: dict[int, int] = {}
        self._widths_at: dict[int, Widths] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a widget that gets `share` of the width; with 0 it gets what it asks for."""
        self.addWidget(widget)
        self._shares[self._items[-1]] = share

    def is_beside(self, width: int) -> bool:
        """Tell whether the items stand side by side at a width, each with the room it needs."""
        return width >= self._least() and all(
            got >= least_width_of(item)
            for item, got in self._widths(width)
            if self._shares.get(item)
        )

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self._forget()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take out the item at an index; None if there is none."""
        if not 0 <= index < len(self._items):
            return None
        self._forget()
        item = self._items.pop(index)
        self._shares.pop(item, None)
        return item

    def invalidate(self) -> None:
        """Measure everything anew."""
        self._forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Take more room where an item would."""
        directions = Qt.Orientation(0)
        for item in self._seen():
            directions |= item.expandingDirections()
        return directions

    def hasHeightForWidth(self) -> bool:
        """Say that less room makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; layouts ask often, so answers are kept."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._measure(width)
        return height

    def sizeHint(self) -> QSize:
        """Return the size with everything side by side."""
        hints = [item.sizeHint() for item in self._seen()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the width of the widest item alone, and the height at the present width."""
        size = QSize()
        for item in self._seen():
            size = size.expandedTo(item.minimumSize())
        width = self.geometry().width()
        return QSize(size.width(), self.heightForWidth(width)) if width > 0 else size

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        if self.is_beside(rect.width()):
            x = rect.x()
            for item, width in self._widths(rect.width()):
                item.setGeometry(QRect(x, rect.y(), width, rect.height()))
                x += width + self._gap
            return
        spare = max(0, rect.height() - self.heightForWidth(rect.width()))
        seen = self._seen()
        whole = sum(self._shares.get(item, 0) for item in seen)
        y = rect.y()
        for item in seen:
            height = height_of(item, rect.width())
            height += spare * self._shares.get(item, 0) // whole if whole else 0
            item.setGeometry(QRect(rect.x(), y, rect.width(), height))
            y += height + self._stacked_gap

    def _measure(self, width: int) -> int:
        if self.is_beside(width):
            return max((height_of(item, each) for item, each in self._widths(width)), default=0)
        heights = [height_of(item, width) for item in self._seen()]
        return sum(heights) + self._stacked_gap * max(0, len(heights) - 1)

    def _widths(self, width: int) -> Widths:
        """Return the items with their widths side by side; kept as heights are."""
        found = self._widths_at.get(width)
        if found is None:
            found = self._widths_at[width] = self._shared_out(width)
        return found

    def _shared_out(self, width: int) -> Widths:
        seen = self._seen()
        shares = [self._shares.get(item, 0) for item in seen]
        room = max(0, width - self._gap * (len(seen) - 1))
        asked = [
            0 if share else min(room, item.sizeHint().width())
            for item, share in zip(seen, shares, strict=True)
        ]
        room = max(0, room - sum(asked))
        whole = sum(shares)
        found: list[tuple[QLayoutItem, int]] = []
        for item, share, wish in zip(seen, shares, asked, strict=True):
            # Of what is left, so that no pixel is lost by rounding.
            got = round(room * share / whole) if share else wish
            if share:
                room, whole = room - got, whole - share
            found.append((item, got))
        return found

    def _forget(self) -> None:
        self._heights, self._widths_at = {}, {}

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


def least_width_of(item: QLayoutItem) -> int:
    """Return the width below which something of an item would be cut off."""
    widget = item.widget()
    return 0 if widget is None else widget.minimumWidth() or widget.minimumSizeHint().width()


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height of an item that is so wide."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
