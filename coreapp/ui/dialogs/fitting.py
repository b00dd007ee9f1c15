"""Dialogs as high as what is in them, as far as the window beneath has room."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
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
    high = fields.sizeHint().height()
    if fields.hasHeightForWidth():
        high = fields.heightForWidth(width - 2 * margin - SCROLL_BAR)
    # Its title is as high as it is at this width, not as high as it would like to be.
    whole = layout.totalSizeHint().height()
    if layout.hasHeightForWidth():
        whole = layout.totalHeightForWidth(width)
    around = whole - area.sizeHint().height()
    dialog.resize(QSize(width, high + around + _SLACK).boundedTo(room))


def align_edge(area: QScrollArea) -> None:
    """Let what is in an area end where all else ends; beside a bar, while there is one, is air."""

    def follow(_least: int, most: int) -> None:
        inner = area.widget()
        layout = None if inner is None else inner.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(SCROLL_BAR // 2 if most > 0 else 0)
            layout.setContentsMargins(margins)

    area.verticalScrollBar().rangeChanged.connect(follow)
    follow(0, 0)


class FitsWhenShown(QObject):
    """Keeps a dialog as high as what is in it: when it is shown, and whenever it is told to."""

    def __init__(self, dialog: QDialog, area: QScrollArea, margin: int) -> None:
        """Begin with the next time that the dialog is shown.

        Args:
            dialog: what is made larger or smaller; it is not narrower than now.
            area: the part of it that scrolls.
            margin: room at the left and at the right of the area.
        """
        super().__init__(dialog)
        self._dialog = dialog
        self._area = area
        self._margin = margin
        self._width = dialog.width()
        align_edge(area)
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the dialog once it has its texts and fonts; keep nothing from it."""
        if event.type() == QEvent.Type.Show:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Fit the dialog to what is in it now."""
        for widget in (self._area.widget(), self._dialog):
            layout = None if widget is None else widget.layout()
            if layout is not None:
                layout.activate()
        fit_dialog(self._dialog, self._area, self._width, self._margin)
