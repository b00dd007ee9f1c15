"""The head of the log: its name, and what can be done with all of it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, IconButton
from coreapp.ui.widgets.labels import make_label

_GAP = 8


class LogHead(QWidget):
    """One line at any size of text: where there is no room, a menu holds the quiet buttons.

    Args:
        theme: the look.
        quiet: what is done now and then.
        primary: what is done most.
    """

    def __init__(self, theme: Theme, quiet: Sequence[Button], primary: Button) -> None:
        super().__init__()
        self._quiet = quiet
        self._primary = primary
        self._title = make_label(_("Log"), Type.PAGE)
        self._more = IconButton(theme, Icon.MORE, _("More"))
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.hide()
        # How much room there is decides what is shown, and not the other way round.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._title)
        row.addStretch(1)
        for button in (*self._quiet, self._more, primary):
            row.addWidget(button)
        for button in self._quiet:
            self._menu.addAction(button.text()).triggered.connect(button.click)
        theme.changed.connect(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the quiet buttons where there is room for them."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        parts = (self._title, *self._quiet, self._primary)
        needed = sum(each.sizeHint().width() + _GAP for each in parts)
        has_room = needed <= self.width()
        for button in self._quiet:
            button.setVisible(has_room)
        self._more.setVisible(not has_room)
