"""Parts that fold where there is no room for them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Folding(QWidget):
    """Asks its subclass to fold at another width, and where its parts are larger now."""

    def fold(self) -> None:
        """Show what there is room for."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Fold anew where words are larger now, as with larger text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the width there is."""
        super().resizeEvent(event)
        self.fold()
