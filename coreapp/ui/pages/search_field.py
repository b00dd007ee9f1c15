"""The field that is searched in while typing."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.key_cap import KeyCap

_FRAME: Final = 32
"""What the frame and its padding take of the width, in pixels."""


class SearchField(QLineEdit):
    """A search field with the key that leads to it; Escape empties it.

    Args:
        theme: the look.
        hint: what is searched, shown while nothing is typed; read aloud as its name.
        keys: what leads to it.
        short_hint: shown where there is no room for the hint.
    """

    left_downwards = Signal()
    """The person went on to what was found, with the arrow key."""

    def __init__(self, theme: Theme, hint: str, keys: QKeySequence, short_hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._hint = hint
        self._short_hint = short_hint
        name = keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._glass = IconLabel(theme, Icon.SEARCH)
        self._clear = IconButton(theme, Icon.CLOSE, _("Clear the search"))
        self._keys = KeyCap(theme, name)
        for part in (self._glass, self._clear, self._keys):
            part.setParent(self)

        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)

        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._show_end)
        theme.changed.connect(self._place_parts)

        self._show_end(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, Down leaves it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the parts at their ends."""
        super().resizeEvent(event)
        self._place_parts()

    def _show_end(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._keys.setVisible(not text)

    def _place_parts(self) -> None:
        glass, keys, clear = (part.sizeHint() for part in (self._glass, self._keys, self._clear))
        middle = self.height() / 2
        self._glass.move(12, round(middle - glass.height() / 2))
        self._keys.setGeometry(
            self.width() - keys.width() - 10,
            round(middle - keys.height() / 2),
            keys.width(),
            keys.height(),
        )
        side = min(clear.height(), self.height() - 4)
        self._clear.setGeometry(self.width() - side - 2, round(middle - side / 2), side, side)
        left, right = glass.width() + 8, max(keys.width() + 4, side - 8)
        self.setTextMargins(left, 0, right, 0)
        room = self.width() - left - right - _FRAME
        has_room = self.fontMetrics().horizontalAdvance(self._hint) <= room
        self.setPlaceholderText(self._hint if has_room else self._short_hint or self._hint)
