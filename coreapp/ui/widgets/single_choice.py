"""A choice of one among some words, each a chip; where nothing need be said, none may be on."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.flow_layout import FlowLayout

_LEAST: Final = 48
"""A chip is wider than it is high: otherwise its ends could not be round."""

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SingleChoice(QWidget):
    """Chips of which at most one is on; arrow keys go from one to the next.

    Signals:
        changed: another choice is made, or the choice is taken back.

    Attributes:
        flow: the chips; more can be put after them.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, options: Sequence[tuple[str, str]], *, needed: bool = False
    ) -> None:
        """Offer words.

        Args:
            theme: the look.
            name: what is chosen, for screen readers.
            options: each value with its label.
            needed: one is always on; otherwise a second click takes the choice back.
        """
        super().__init__()
        self._theme = theme
        self._name = name
        self._needed = needed
        self._chips: dict[str, Chip] = {}
        self.setAccessibleName(name)
        self.flow = FlowLayout(8, 8)
        for value, label in options:
            self.add_option(value, label)
        self.setLayout(self.flow)

    def add_option(self, value: str, label: str) -> None:
        """Offer another word."""
        chip = Chip(self._theme, label)
        chip.setAccessibleDescription(self._name)
        chip.setMinimumWidth(self._theme.fonts.pixels(_LEAST))
        chip.setObjectName(f"choice_{value}")
        chip.clicked.connect(self._follow_click)
        chip.installEventFilter(self)
        self._chips[value] = chip
        self.flow.addWidget(chip)

    def has_option(self, value: str) -> bool:
        """Tell whether a value is offered."""
        return value in self._chips

    def value(self) -> str:
        """Return what is chosen, empty for nothing."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, value: str) -> None:
        """Show a value as chosen, silently; an empty or unknown one takes the choice back."""
        for each, chip in self._chips.items():
            chip.setChecked(each == value)

    def focus_chosen(self) -> None:
        """Put the keyboard on what is chosen, or on the first word."""
        chip = self._chips.get(self.value()) or next(iter(self._chips.values()), None)
        if chip is not None:
            chip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from chip to chip before the chips do so in their own way."""
        if isinstance(watched, Chip) and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.type() == QEvent.Type.KeyPress:
                self._go_on(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, chip: Chip, step: int) -> None:
        """Put the keyboard on another chip; where one is needed, choose it at once."""
        chips = list(self._chips.values())
        following = chips[min(len(chips) - 1, max(0, chips.index(chip) + step))]
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._needed and not following.isChecked():
            following.click()

    def _follow_click(self) -> None:
        clicked = self.sender()
        for chip in self._chips.values():
            if chip is not clicked:
                chip.setChecked(False)
            elif self._needed:
                chip.setChecked(True)
        self.changed.emit()
