"""Dialogs as high as what is in them, as far as the window beneath has room."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QScrollArea

SCROLL_BAR: Final = 12
"""Room at the right of what scrolls."""
_SLACK: Final = 8


def fit_dialog(dialog: QDialog, area: QScrollArea, least_width: int, margin: int) -> None:
    """Make a dialog so large that nothing in it has to scroll, if the window beneath is.

    Args:
        dialog: what is made larger or smaller.
        area: the part of it that scrolls, with all that may need room.
        least_width: it is not narrower, unless the window beneath is.
        margin: room at the left and at the right of the area.
    """
    parent, fields, layout = dialog.parentWidget(), area.widget(), dialog.layout()
    if fields is None or layout is None:
        return
    room = dialog.screen().availableSize() if parent is None else parent.size()
    wanted = fields.minimumSizeHint().width() + 2 * margin + SCROLL_BAR
    least = min(max(least_width, wanted), room.width())
    dialog.setMinimumWidth(least)
    width = max(dialog.width(), least)
    high = fields.heightForWidth(width - 2 * margin - SCROLL_BAR)
    around = layout.sizeHint().height() - area.sizeHint().height()
    dialog.resize(QSize(width, high + around + _SLACK).boundedTo(room))
