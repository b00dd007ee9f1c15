"""What is painted by hand and moved by keys: to a screen reader it is a slider with a value."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget


class SpokenSlider(QAbstractSlider):
    """The base of charts, strips and scales that have no control of Qt's within them.

    Qt tells a screen reader what a widget is by its class: a plain widget is nothing to be worked
    with. A subclass paints itself, handles its keys, and says by `tell_value` where it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(0, 0)

    def tell_value(self, value: int, highest: int) -> None:
        """Say where it is, from 0 to `highest`; what lies below 0 is told as 0."""
        self.setRange(0, max(0, highest))
        self.setValue(max(0, value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that a subclass has no use for to what is around: it may scroll or close."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
