"""Layout helpers that pages share: columns that stack where it is narrow, and a box of a shape."""

from math import sqrt

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.beside_layout import BesideLayout
from coreapp.ui.widgets.block import Block


class Columns(Block):
    """Widgets side by side while each has room, else one below the other.

    Args:
        theme: gives the text size; larger text needs wider columns.
        least: the width at 100 % text from which they stand side by side, in pixels.
        gap: between columns, in pixels.
        stacked_gap: between them when they are stacked.
    """

    def __init__(self, theme: Theme, least: int, gap: int, stacked_gap: int = 24) -> None:
        super().__init__()
        self._theme = theme
        self._least = least
        self._row = BesideLayout(self._least_pixels, gap, stacked_gap)
        self.setLayout(self._row)
        theme.changed.connect(self._row.invalidate)

    def add(self, column: QWidget, share: int = 1) -> None:
        """Add a column that gets `share` of the width; with 0 it gets what it asks for."""
        if share:
            policy = column.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            column.setSizePolicy(policy)
        self._row.add(column, share)

    def _least_pixels(self) -> float:
        # The square root: twice the letter needs more room, but wraps as well.
        return self._least * sqrt(self._theme.fonts.factor)


class AspectBox(QWidget):
    """Keeps its child in a shape: as high as `ratio` times its width, within limits."""

    def __init__(self, child: QWidget, ratio: float, least: int, most: int) -> None:
        super().__init__()
        self._child = child
        self._ratio = ratio
        self._least = least
        self._most = most
        child.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height that belongs to a width."""
        return max(self._least, min(self._most, round(width * self._ratio)))

    def sizeHint(self) -> QSize:
        """Return a size of that shape."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size."""
        return QSize(120, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the child all the room."""
        super().resizeEvent(event)
        self._child.setGeometry(self.rect())
