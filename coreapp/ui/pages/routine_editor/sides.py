"""How the two sides of the routine editor stand: beside each other, or one above the other."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.ui.pages.routine_editor.row_list import RoutineList
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.flow_layout import FlowLayout

_SIDE_BY_SIDE: Final = 720
_PANEL: Final = 364
_WIDEST_PANEL: Final = 480
_PANEL_SHARE: Final = 0.44
_LEAST_LIST: Final = 340
_LEAST_PANEL: Final = 420
_LEAST_HEIGHT: Final = 300
_AIR: Final = 8
_NO_LIMIT: Final = 16777215
"""What Qt takes for no limit."""


class EditorSides(QWidget):
    """The list with its buttons, and the panel.

    While nothing is in the list, and there is room, what invites the first step stands below it.
    """

    def __init__(
        self, theme: Theme, rows: RoutineList, buttons: Sequence[QWidget], panel: QWidget
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows = rows
        self._panel = panel
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._buttons = tuple(buttons)
        self._invitation: QWidget | None = None
        below = FlowLayout(8, 8)
        for button in buttons:
            below.addWidget(button)
        left = self._left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(rows, 1)
        left.addLayout(below)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(panel)

        theme.changed.connect(self.arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side, or one above the other."""
        super().resizeEvent(event)
        self.arrange()

    def invite(self, invitation: QWidget | None) -> None:
        """Show what invites the first step; None when there is a step."""
        if self._invitation is not None:
            self._left.removeWidget(self._invitation)
            self._invitation.hide()
            self._invitation.deleteLater()
        self._invitation = invitation
        if invitation is not None:
            self._left.insertWidget(1, invitation, 1)
        self.arrange()

    def arrange(self) -> None:
        """Give each side the room that it has; asked for when the rows are others, too."""
        # The square root: twice the letter needs more room, but wraps as well.
        scale = sqrt(self._theme.fonts.factor)
        stacked = self.width() < _SIDE_BY_SIDE * scale
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        is_inviting = self._invitation is not None and not stacked
        # Where something stands below, the list is no higher than its rows.
        most = min(round(_LEAST_LIST * scale), self._rows.content_height() + _AIR)
        is_low = stacked or is_inviting
        self._rows.setMinimumHeight(most if is_low else _LEAST_HEIGHT)
        self._rows.setMaximumHeight(most if is_low else _NO_LIMIT)
        if self._invitation is not None:
            self._invitation.setVisible(is_inviting)
        for button in self._buttons:
            button.setHidden(is_inviting)  # it has one of its own
        self._panel.setMinimumHeight(round(_LEAST_PANEL * scale) if stacked else _LEAST_HEIGHT)
        share = min(self.width() * _PANEL_SHARE, _WIDEST_PANEL * scale)
        width = 0 if stacked else round(max(_PANEL * scale, share))
        self._panel.setMinimumWidth(width)
        self._panel.setMaximumWidth(width or _NO_LIMIT)
