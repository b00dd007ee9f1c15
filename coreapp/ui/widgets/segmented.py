"""A choice of one among a few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from coreapp.ui.theme.theme import Theme


class SegmentedChoice(QFrame):
    """Buttons on one ground of which exactly one is chosen; arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: list[str] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setProperty("role", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group.idClicked.connect(self._tell)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options, each a value and its text; the first is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._values = [value for value, _ in options]
        for index, (_, text) in enumerate(options):
            button = QPushButton(text)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAccessibleDescription(self.accessibleName())
            self._group.addButton(button, index)
            self._row.addWidget(button)
        if self._values:
            self.choose(self._values[0])

    def value(self) -> str:
        """Return the chosen value, empty without options."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def choose(self, value: str) -> None:
        """Show a value as chosen, silently; an unknown value changes nothing."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._values:
            super().keyPressEvent(event)
            return
        index = min(len(self._values) - 1, max(0, self._group.checkedId() + step))
        button = self._group.button(index)
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not button.isChecked():
            button.setChecked(True)
            self._tell(index)

    def _tell(self, index: int) -> None:
        self.chosen.emit(self._values[index])
