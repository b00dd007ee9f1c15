"""A column that scrolls where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from coreapp.ui.widgets.block import Block


class ScrolledColumn(Block):
    """What is scrolled: as high as its texts are at its width, and no higher.

    The least height of a layout is that of its narrowest columns, which would leave empty room
    below a page with large text.
    """

    def minimumSizeHint(self) -> QSize:
        """Leave the height to what the scroll area asks for: the one that belongs to the width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return hint
        return QSize(hint.width(), 0)


def grow(widget: QWidget) -> None:
    """Let the column that a widget is scrolled in be as high as it needs to be, at once.

    The news that something in it became higher goes up one layout after the other, and until it
    has come to the scroll area everything in the column is squeezed into the height from before.
    """
    place: QWidget | None = widget
    while place is not None and place.isVisible():
        if (layout := place.layout()) is not None:
            layout.invalidate()
        if isinstance(place, ScrolledColumn):
            height = place.heightForWidth(place.width())
            place.resize(place.width(), max(height, place.height()))
            return
        place = place.parentWidget()


def scrolled(inner: QWidget, name: str = "") -> QScrollArea:
    """Return a widget in an area that scrolls up and down, without a ground of its own.

    Args:
        inner: what is scrolled.
        name: what it is called when it is read aloud, if it takes the keyboard: text alone is
            scrolled by keys, fields and buttons are led to by Tab.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    area.setWidget(inner)
    return area
