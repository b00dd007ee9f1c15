"""A choice of one among a few sentences, one below the other, large enough for a calm page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind

_GAP = 8


class OptionList(QWidget):
    """Exactly one is chosen, or none yet; the arrow keys choose as they go.

    Signals:
        chosen: the value of an option that a person has just chosen.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, options: Sequence[tuple[str, str]], value: str = ""
    ) -> None:
        """Offer options.

        Args:
            theme: the look.
            name: what is asked, for screen readers.
            options: each a value and its text.
            value: the one that is chosen; none for any other.
        """
        super().__init__()
        self._theme = theme
        self._values = [each for each, _text in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for index, (each, text) in enumerate(options):
            button = Button(theme, text, ButtonKind.CHOICE)
            button.setObjectName(f"option_{each}")
            button.setAccessibleDescription(name)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setSizePolicy(policy)
            button.setChecked(each == value)
            self._group.addButton(button, index)
            column.addWidget(button)
        self.make_low(is_low=False)
        self._group.idClicked.connect(self._tell)

    def make_low(self, *, is_low: bool) -> None:
        """Make the options no higher than other buttons, where height is scarce."""
        height = f" min-height: {self._theme.fonts.pixels(metrics.BUTTON)}px;" if is_low else ""
        for button in self._group.buttons():
            button.setStyleSheet(f"text-align: left;{height}")

    def value(self) -> str:
        """Return what is chosen; empty for nothing."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else ""

    def focus_chosen(self) -> None:
        """Put the keyboard on what is chosen, or on the first option."""
        button = self._group.checkedButton() or self._group.button(0)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, index: int) -> None:
        self.chosen.emit(self._values[index])
