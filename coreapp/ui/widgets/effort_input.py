"""The effort of a session from 0 to 10, in halves where somebody wants them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.i18n import format_number
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.scale_input import HIGHEST, ScaleInput

HALF: Final = 0.5


class EffortInput(ScaleInput):
    """A scale with halves: a point or a comma adds one, arrows with Shift go by halves.

    A click with Shift means the figure and a half. Of four and a half both 4 and 5 light up.
    """

    def __init__(
        self, theme: Theme, name: str, low: str, high: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, low, high, parent)
        self._effort: float | None = None
        self._group.setExclusive(False)

    def effort(self) -> float | None:
        """Return the figure, in halves; None when nothing is chosen."""
        return self._effort

    def value(self) -> int | None:  # type: ignore[override]  # as in the class above
        """Return the whole figure of it."""
        return None if self._effort is None else int(self._effort)

    def set_value(self, value: float | None) -> None:
        """Show a figure, rounded to halves, silently; None takes the choice back."""
        self._effort = None if value is None else round(value * 2) / 2
        lit = set() if self._effort is None else {int(self._effort), int(self._effort + HALF)}
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) in lit)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, point or arrow."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Right: HALF, Qt.Key.Key_Left: -HALF}
        step = steps.get(Qt.Key(event.key())) if shift else None
        if step is not None:
            self._choose(0.0 if self._effort is None else self._effort + step)
        elif event.text() in {".", ","} and self._effort is not None:
            self._choose(int(self._effort) + HALF)
        else:
            super().keyPressEvent(event)

    def _choose(self, value: float | None) -> None:
        if value is not None:
            value = min(float(HIGHEST), max(0.0, value))
        if value != self._effort:
            self.set_value(value)
            self.value_changed.emit(self._effort)

    def _tell(self, value: int) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.set_value(min(HIGHEST, value + (HALF if shift else 0)))
        self.value_changed.emit(self._effort)

    def _describe(self) -> None:
        effort = self._effort
        self.setAccessibleDescription("" if effort is None else format_number(effort))
        self.tell_value(-1 if effort is None else round(effort), HIGHEST)
