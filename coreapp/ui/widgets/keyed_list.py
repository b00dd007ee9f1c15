"""A list of painted rows or cards: it shows where the mouse is, and the keyboard once used."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView

from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY

Index = QModelIndex | QPersistentModelIndex

_BY_KEYS: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class KeyedList(QListView):
    """Its owner scrolls; a subclass paints, and says what keys and menus do.

    Signals:
        current_moved: where what the keyboard is on stands, in the list's own pixels.
    """

    current_moved = Signal(QRect)

    def __init__(self) -> None:
        super().__init__()
        self._by_keys = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

        self.entered.connect(self._hover)
        self.viewportEntered.connect(self.leave)

    def take_keyboard(self) -> None:
        """Go on with the keyboard here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Show that nothing is under the mouse any more."""
        self.viewport().unsetCursor()
        self.show_hovered(QModelIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keyboard is now."""
        super().currentChanged(current, previous)
        self.follow_keyboard()
        if current.isValid() and self._by_keys:
            self.current_moved.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; leave all else to the list."""
        self._by_keys = True
        if not self.take_key(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with what is under the mouse, or with the keyboard."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if index.isValid():
            place = self.viewport().mapToGlobal(self.menu_place(index))
            self.ask_for_menu(index, place if by_keys else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: the mouse shows where one is."""
        self._by_keys = False
        super().mousePressEvent(event)
        self.follow_keyboard()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        if event.reason() in _BY_KEYS:
            self._by_keys = True
            self.begin_by_keys()
        super().focusInEvent(event)
        self.follow_keyboard()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self.follow_keyboard()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self.leave()

    def follow_keyboard(self) -> None:
        """Show the ring where the keyboard is, after it was used."""
        is_ringed = self.hasFocus() and self._by_keys
        self.show_ringed(self.currentIndex() if is_ringed else QModelIndex())

    def take_key(self, _event: QKeyEvent) -> bool:
        """Do what a key means; tell whether it means anything."""
        return False

    def begin_by_keys(self) -> None:
        """Be ready for the keyboard, which has just come."""

    def can_press(self, index: Index) -> bool:
        """Tell whether something happens where one clicks."""
        return index.isValid()

    def menu_place(self, index: Index) -> QPoint:
        """Return where a menu that is asked for by a key opens, in the viewport's pixels."""
        return self.visualRect(index).center()

    def ask_for_menu(self, _index: Index, _place: QPoint) -> None:
        """Ask what can be done, at a place on the screen."""

    def show_hovered(self, _index: QModelIndex) -> None:
        """Show what the mouse is on; nothing where the index is not valid."""

    def show_ringed(self, _index: QModelIndex) -> None:
        """Show what the keyboard is on; nothing where the index is not valid."""

    def _hover(self, index: QModelIndex) -> None:
        if self.can_press(index):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.show_hovered(index)
        else:
            self.leave()
