"""A figure from 0 to 10, for effort and pain."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.spoken_slider import SpokenSlider

HIGHEST: Final = 10
_LEAST: Final = 34


class ScaleInput(SpokenSlider):
    """Eleven buttons; a digit chooses, 1 then 0 is ten, arrows move, Delete takes it back.

    What the ends mean stands below them, unless that is said elsewhere.
    """

    value_changed = Signal(object)

    def __init__(
        self, theme: Theme, name: str, low: str, high: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last_typed = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(6)
        for value in range(HIGHEST + 1):
            row.addWidget(self._button(name, value))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        if low or high:
            ends = QHBoxLayout()
            ends.addWidget(make_label(low, Type.CAPTION, "ink2"))
            ends.addStretch(1)
            ends.addWidget(make_label(high, Type.CAPTION, "ink2"))
            column.addLayout(ends)
        self._group.idClicked.connect(self._tell)

    def value(self) -> int | None:  # type: ignore[override]  # nothing chosen is a value, too
        """Return the figure, or None when nothing is chosen."""
        value = self._group.checkedId()
        return value if value >= 0 else None

    def set_value(self, value: int | None) -> None:
        """Show a figure, silently; None takes the choice back."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit or arrow."""
        typed = event.text()
        target = self._moved(Qt.Key(event.key()))
        if typed.isdigit() and typed.isascii():
            ten = self._last_typed == "1" and typed == "0"
            self._last_typed = typed
            self._choose(HIGHEST if ten else int(typed))
        elif target is not None:
            self._last_typed = ""
            self._choose(target)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._last_typed = ""
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _moved(self, key: Qt.Key) -> int | None:
        value = self.value()
        match key:
            case Qt.Key.Key_Right:
                return 0 if value is None else min(HIGHEST, value + 1)
            case Qt.Key.Key_Left:
                return 0 if value is None else max(0, value - 1)
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return HIGHEST
            case _:
                return None

    def _button(self, name: str, value: int) -> QPushButton:
        button = QPushButton(str(value))
        button.setProperty("kind", "scale")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(f"{name} {value}")
        button.setMinimumWidth(self._theme.fonts.pixels(_LEAST))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button, value)
        return button

    def _choose(self, value: int | None) -> None:
        if value != self.value():
            self.set_value(value)
            self.value_changed.emit(value)

    def _tell(self, value: int) -> None:
        self._describe()
        self.value_changed.emit(value)

    def _describe(self) -> None:
        value = self.value()
        self.setAccessibleDescription("" if value is None else str(value))
        self.tell_value(-1 if value is None else value, HIGHEST)
