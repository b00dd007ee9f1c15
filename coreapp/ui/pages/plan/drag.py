"""Dragging a session to another day: its ghost under the pointer, and the day it would go to."""

from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coreapp.services.plan_items import DayItem

_GHOST_OPACITY: Final = 0.85


class ItemDrag:
    """One item between press and drop.

    It is no drag of the desktop's: it stays in the calendar, and Esc or losing the pointer ends it
    without a trace.

    Attributes:
        item: what is dragged.
        target: the day under the pointer, or None.
    """

    def __init__(self, item: DayItem, day: date, pressed_at: QPoint) -> None:
        """Begin with a press; it is a drag as soon as the pointer has gone far enough.

        Args:
            item: what was pressed.
            day: where it lies.
            pressed_at: in the coordinates of the cells.
        """
        self.item = item
        self.target: date | None = None
        self._day = day
        self._pressed_at = pressed_at
        self._ghost: QLabel | None = None
        self._hold = QPoint()

    @property
    def is_going_on(self) -> bool:
        """Whether it is a drag by now."""
        return self._ghost is not None

    def is_far(self, at: QPoint) -> bool:
        """Tell whether a pointer is so far that it means to drag."""
        way = (at - self._pressed_at).manhattanLength()
        return way >= QApplication.startDragDistance()

    def begin(self, cells: QWidget, box: QRectF) -> None:
        """Take the picture of an item from where it lies."""
        whole = box.toAlignedRect()
        ghost = QLabel(cells.window())
        ghost.setObjectName("dragged_session")
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.setPixmap(_faded(cells.grab(whole)))
        ghost.adjustSize()
        self._hold = self._pressed_at - whole.topLeft()
        self._ghost = ghost
        ghost.show()

    def move(self, cells: QWidget, at: QPoint, over: date | None) -> None:
        """Follow the pointer."""
        self.target = over if over != self._day else None
        if self._ghost is not None:
            self._ghost.move(cells.mapTo(cells.window(), at - self._hold))
            self._ghost.raise_()

    def end(self) -> None:
        """Take the ghost away."""
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None


def _faded(picture: QPixmap) -> QPixmap:

    faded = QPixmap(picture.size())
    faded.setDevicePixelRatio(picture.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(_GHOST_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return faded
