"""The part of a programme's page that comes after its first paint."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.ui.theme import metrics


class LowerPart(QWidget):
    """Cards one below the other; until the last one there is room for them.

    Without the room the scroll bar would come with them, and all that stands would move.
    """

    def __init__(self, room: int) -> None:
        """Keep some room.

        Args:
            room: in pixels; more than what is seen of it.
        """
        super().__init__()
        self._room = QWidget()
        self._room.setFixedHeight(room)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(metrics.CARD_GAP)
        self._column.addWidget(self._room)

    def add(self, card: QWidget) -> None:
        """Add a card below those that are there."""
        self._column.insertWidget(self._column.count() - 1, card)

    def end(self) -> None:
        """Give back the room: this was the last card."""
        self._column.removeWidget(self._room)
        self._room.hide()
        self._room.deleteLater()
