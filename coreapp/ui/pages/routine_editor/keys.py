"""The keys of the routine editor that reach it from any of its fields."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Way(Enum):
    """Where a key leads."""

    UNDO = "undo"
    REDO = "redo"
    CLOSE = "close"


def way_of(event: QKeyEvent) -> Way | None:
    """Return what a key asks for: Ctrl Z, Ctrl Shift Z or Ctrl Y, Esc; None for any other."""
    if event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
        return None
    if event.key() == Qt.Key.Key_Escape:
        return Way.CLOSE
    if event.matches(QKeySequence.StandardKey.Undo):
        return Way.UNDO
    control = Qt.KeyboardModifier.ControlModifier
    shift = Qt.KeyboardModifier.ShiftModifier
    pressed = (event.key(), event.modifiers())
    if pressed in {(Qt.Key.Key_Z, control | shift), (Qt.Key.Key_Y, control)}:
        return Way.REDO
    return None
