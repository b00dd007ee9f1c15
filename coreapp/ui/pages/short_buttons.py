"""Buttons that leave out their words where there is no room for them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.icons import Icon
from coreapp.ui.widgets.buttons import Button


class ShortButtons:
    """Knows the words of buttons that can do without them, as their icons say nearly the same.

    Where the words are left out they are the tool tip; what is read aloud stays as it is.
    """

    def __init__(self) -> None:
        self._words: dict[Button, tuple[str, Icon]] = {}
        self._is_short = False

    def say(self, button: Button, text: str, icon: Icon) -> None:
        """Give a button its words, and the icon that is there alone without them."""
        self._words[button] = text, icon
        self._show(button)

    def shorten(self, *, is_short: bool) -> None:
        """Leave out the words of all of them, or have them again."""
        if is_short == self._is_short:
            return
        self._is_short = is_short
        for button in self._words:
            self._show(button)

    def full_width(self, row: Sequence[QWidget], gap: int) -> int:
        """Return how wide a row of buttons is with all their words, whether they show them or not.

        Args:
            row: these and others; what is hidden takes no room.
            gap: between two of them, in pixels.
        """
        seen = [each for each in row if not each.isHidden()]
        for each in seen:
            each.ensurePolished()  # what was never shown does not know its letters yet
        widths = [each.sizeHint().width() + self._left_out(each) for each in seen]
        return sum(widths) + gap * max(0, len(widths) - 1)

    def _left_out(self, button: QWidget) -> int:
        """Return how much wider a button would be with its words."""
        if not isinstance(button, Button) or button.text() or button not in self._words:
            return 0
        return button.room_of(self._words[button][0])

    def _show(self, button: Button) -> None:
        text, icon = self._words[button]
        button.setText("" if self._is_short else text)
        button.setToolTip(text if self._is_short else "")
        button.set_icon(icon)
