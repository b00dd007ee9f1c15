"""The line that says whose the times are, how long they are kept, and deletes them."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coreapp.i18n import _, format_number, ngettext
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

_BESIDE: Final = 640


class PrivacyLine(Block):
    """At the foot of the page.

    Signals:
        delete_requested: all times are to be deleted.
    """

    delete_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = make_text("", Type.CAPTION, "ink2")
        delete = Button(theme, _("Delete all times"), ButtonKind.LINK, size=ButtonSize.SMALL)
        delete.setObjectName("delete_times")
        told, deleting = Block(), Block()
        words = QHBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        words.addWidget(IconLabel(theme, Icon.LOCK, "ink2", 16), 0, middle)
        words.addWidget(self._text, 1, middle)
        button = QHBoxLayout(deleting)
        button.setContentsMargins(0, 0, 0, 0)
        button.addWidget(delete, 0, middle)
        button.addStretch(0)
        both = Columns(theme, least=_BESIDE, gap=8, stacked_gap=4)
        both.add(told, 1)
        both.add(deleting, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(both)
        delete.clicked.connect(self.delete_requested)

    def show_days(self, days: int) -> None:
        """Say how long the times are kept."""
        text = ngettext(
            "These times are private: they stay on this computer, and each is deleted after "
            "{count} day.",
            "These times are private: they stay on this computer, and each is deleted after "
            "{count} days.",
            days,
        )
        self._text.setText(text.format(count=format_number(days)))
