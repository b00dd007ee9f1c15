"""A choice of any number of words, each a chip."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.flow_layout import FlowLayout


class ChipChoice(QWidget):
    """Chips of which any may be on.

    Signals:
        changed: another choice is made.
    """

    changed = Signal()

    def __init__(self, theme: Theme, title: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer words.

        Args:
            theme: the look.
            title: what is chosen, for screen readers.
            options: each word with its label.
        """
        super().__init__()
        self._chips: dict[str, Chip] = {}
        self._given: tuple[str, ...] = ()
        flow = FlowLayout(8, 8)
        for word, label in options:
            chip = Chip(theme, label)
            chip.setAccessibleDescription(title)
            chip.setObjectName(f"chip_{word}")
            chip.toggled.connect(self.changed)
            self._chips[word] = chip
            flow.addWidget(chip)
        self.setLayout(flow)

    def choose(self, words: Iterable[str]) -> None:
        """Show words as chosen, and no others."""
        self._given = tuple(words)
        for word, chip in self._chips.items():
            chip.setChecked(word in self._given)

    def chosen(self) -> tuple[str, ...]:
        """Return what is chosen: first what was before, in its order, then the rest as offered."""
        words = dict.fromkeys((*self._given, *self._chips))
        return tuple(each for each in words if each in self._chips and self._is_on(each))

    def _is_on(self, word: str) -> bool:
        return self._chips[word].isChecked()
