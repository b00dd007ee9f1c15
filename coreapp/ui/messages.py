"""Telling a person something that must not be missed, without stopping anything."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonSize, IconButton
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text

_TEXT_ROOM: Final = 240
"""So much room the sentence has beside the buttons, in pixels at 100 % text, or they go below."""


class Banner(QFrame):
    """A line at the head of the window: what happened, what is safe, what to do.

    Signals:
        dismissed: the person has read it.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions: list[QWidget] = []
        self.setProperty("role", "highlight")
        self.setObjectName("banner")
        self._icon = QLabel()
        self._text = make_text("")
        self._text.setObjectName("banner_text")
        self._close = IconButton(theme, Icon.CLOSE, _("Close this message"))
        self._buttons = FlowLayout(12, 8, centred=True)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(8)
        self._said.addWidget(self._text, 1)
        self._said.addLayout(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 10, 12, 10)
        self._row.setSpacing(12)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._said, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def show_message(self, text: str, icon: Icon, tone: str) -> None:
        """Show a sentence; one that was there before is replaced."""
        self._clear_actions()
        size = self._theme.icon_size(20)
        self._icon.setPixmap(self._theme.icon(icon, tone, 20).pixmap(size))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def add_action(self, text: str, carry_out: Callable[[], None]) -> None:
        """Offer something to do about it; the message goes when it is done."""
        button = Button(self._theme, text, size=ButtonSize.SMALL)
        # The message goes first: what is done may have something to say of its own.
        button.clicked.connect(self.dismiss)
        button.clicked.connect(carry_out)
        button.show()  # at once: what has room beside the sentence follows from it
        self._buttons.addWidget(button)
        self._actions.append(button)
        self._fold()

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.dismissed.emit()

    def _clear_actions(self) -> None:
        for button in self._actions:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        margins = self._row.contentsMargins()
        around = self._icon.sizeHint().width() + self._close.sizeHint().width()
        around += margins.left() + margins.right() + 3 * self._row.spacing()
        needed = around + self._buttons.sizeHint().width() + self._theme.fonts.pixels(_TEXT_ROOM)
        below = bool(self._actions) and needed > self.width()
        direction = QBoxLayout.Direction
        self._said.setDirection(direction.TopToBottom if below else direction.LeftToRight)
