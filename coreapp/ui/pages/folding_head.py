"""The head of a page: its name, and what can be done with all of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from coreapp.i18n import _
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, IconButton
from coreapp.ui.widgets.folding import Folding
from coreapp.ui.widgets.labels import make_label

_GAP = 8


class FoldingHead(Folding):
    """One line at any size of text: where there is no room, a menu holds the quiet buttons.

    Args:
        theme: the look.
        title: what the page is called.
        quiet: what is done now and then.
        primary: what is done most.
    """

    def __init__(self, theme: Theme, title: str, quiet: Sequence[Button], primary: Button) -> None:
        super().__init__()
        self._quiet = quiet
        self._primary = primary
        self._title = make_label(title, Type.PAGE)
        self._count = make_label("", Type.BODY, "ink2")
        self._more = IconButton(theme, Icon.MORE, _("More"))
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.hide()
        self._count.setContentsMargins(_GAP, 0, 0, 0)
        self._count.hide()
        # How much room there is decides what is shown, and not the other way round.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (*self._quiet, self._more, primary):
            row.addWidget(button)
        for button in self._quiet:
            self._menu.addAction(button.text()).triggered.connect(button.click)

    def show_count(self, text: str) -> None:
        """Say beside the name how many there are, where there is room for it."""
        self._count.setText(text)
        self.fold()

    def fold(self) -> None:
        """Fold the quiet buttons first, and then leave out how many there are."""
        counted = [self._count] if self._count.text() else []
        parts = (self._title, *counted, self._primary)
        has_room = self._needs(*parts, *self._quiet) <= self.width()
        for button in self._quiet:
            button.setVisible(has_room)
        self._more.setVisible(not has_room)
        is_told = has_room or self._needs(*parts, self._more) <= self.width()
        self._count.setVisible(bool(counted) and is_told)

    def _needs(self, *parts: QWidget) -> int:
        """Return the width that some parts take side by side."""
        return sum(each.sizeHint().width() + _GAP for each in parts) - _GAP
