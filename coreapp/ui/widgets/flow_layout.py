"""A layout that fills lines from the left and begins a new one when a line is full."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_CAN_SPARE: Final = 3


class FlowLayout(QLayout):
    """Places its items like words of a text.

    Args:
        spacing: between two items of a line.
        line_spacing: between two lines.
        parent: the widget it lies in.
        centred: keep the lines in the middle of what is higher than they are.
        can_spare: a line of so many gives one to an item that would be alone in the last line.
    """

    def __init__(
        self,
        spacing: int = 8,
        line_spacing: int = 8,
        parent: QWidget | None = None,
        *,
        centred: bool = False,
        can_spare: int = _CAN_SPARE,
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._can_spare = can_spare
        self._items: list[QLayoutItem] = []
        self._measured: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self._gap = spacing
        self._line_gap = line_spacing
        self.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        """Take out all items and delete their widgets."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out, for another layout to have it."""
        self._items = [each for each in self._items if each.widget() is not widget]
        self.invalidate()

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
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Measure everything anew: an item is larger or smaller now."""
        self._forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that fewer columns need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at that width.

        Layouts ask for it a thousand times while a page is built, so answers are kept.
        """
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return height

    def line_count(self, width: int) -> int:
        """Return how many lines there are at that width."""
        return len(self._lines(width))

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        spare = rect.height() - self.heightForWidth(rect.width()) if self._centred else 0
        self._place(rect.adjusted(0, max(0, spare // 2), 0, 0), move=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        hints = [hint for _item, hint in self._seen()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item alone."""
        size = QSize()
        for item, _hint in self._seen():
            size = size.expandedTo(item.minimumSize())
        return size

    def _seen(self) -> list[tuple[QLayoutItem, QSize]]:
        """Return the items, each with what it asks for; what is hidden takes no gap either."""
        if self._measured is None:
            seen = (item for item in self._items if not _is_hidden(item))
            self._measured = [(item, item.sizeHint()) for item in seen]
        return self._measured

    def _forget(self) -> None:
        """Forget what was measured."""
        self._measured = None
        self._heights = {}

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines; return their height, and place the items if wanted."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(hint.height() for _item, hint in line)
            x = rect.x()
            for item, hint in line:
                if move:
                    top = y + (height - hint.height()) // 2
                    width = min(hint.width(), rect.width())
                    item.setGeometry(QRect(QPoint(x, top), QSize(width, hint.height())))
                x += hint.width() + self._gap
            y += height + self._line_gap
        return max(0, y - self._line_gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item, hint in self._seen():
            needed = hint.width()
            if not lines or x + needed > width:
                lines.append([])
                x = 0
            lines[-1].append((item, hint))
            x += needed + self._gap
        _keep_company(lines, self._can_spare)
        return lines


def _keep_company(lines: list[list[tuple[QLayoutItem, QSize]]], can_spare: int) -> None:
    """Let nobody stand alone in the last line, where the line above can spare one."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-2]) < can_spare:
        return
    (_item, alone), (_last, spared) = lines[-1][0], lines[-2][-1]
    widest = max(sum(hint.width() for _each, hint in line) for line in lines)
    if alone.width() + spared.width() <= widest:
        lines[-1].insert(0, lines[-2].pop())


def _is_hidden(item: QLayoutItem) -> bool:
    """Tell whether somebody has hidden an item; one that was never shown yet is not meant."""
    widget = item.widget()
    said = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return widget is not None and widget.isHidden() and widget.testAttribute(said)
