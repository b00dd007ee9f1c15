"""The part of a page that comes after its first paint."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.widgets.block import Block


class LowerPart(Block):
    """Parts one below the other; until the last one there is room for them.

    Without the room the scroll bar would come with them, and all that stands would move.
    """

    def __init__(self, room: int, spacing: int = metrics.CARD_GAP) -> None:
        """Keep some room.

        Args:
            room: in pixels; more than what is seen of it.
            spacing: between two parts, in pixels.
        """
        super().__init__()
        self._room = QWidget()
        self._room.setFixedHeight(room)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self._column.addWidget(self._room)

    def add(self, part: QWidget) -> None:
        """Add a part below those that are there."""
        self._column.insertWidget(self._column.count() - 1, part)
        if self.isVisible():
            part.show()  # now: it takes its room before the next paint

    def end(self) -> None:
        """Give back the room: this was the last part."""
        self._column.removeWidget(self._room)
        self._room.hide()
        self._room.deleteLater()
