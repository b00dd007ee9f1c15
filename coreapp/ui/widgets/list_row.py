"""Rows of a card: a picture, words, and what can be done, on a ground of its own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label

INSET = 12
"""Room between the edge of a row's ground and what is in it."""


class ListCard(Card):
    """A card of rows whose grounds reach a little beyond the words, which line up with the head."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        side = metrics.CARD_PADDING - INSET
        self.body.setContentsMargins(side, metrics.CARD_PADDING - 4, side, side)
        self.body.setSpacing(0)
        self.head.setContentsMargins(INSET, 0, INSET, 8)


class ListRow(QWidget):
    """A row that lights up under the mouse; `colour` is its ground otherwise, none if empty.

    Attributes:
        line: what stands in the row, from left to right.
    """

    def __init__(self, theme: Theme, colour: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(INSET, 4, INSET, 4)
        self.line.setSpacing(16)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        colour = self._colour or ("hover" if self.underMouse() else "")
        if not colour:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        ground = tokens.colour(colour)
        paint_ground(painter, QRectF(self.rect()), metrics.RADIUS_BUTTON, ground, tokens)


class DoneMark(QWidget):
    """A tick and a word in the colour of what is done; `brief` leaves the word to the tool tip."""

    def __init__(
        self, theme: Theme, text: str, kind: Type = Type.BODY_STRONG, *, brief: bool = False
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        tick = IconLabel(theme, Icon.CHECK, "done_text", 16)
        row.addWidget(tick)
        if brief:
            tick.setToolTip(text)
            tick.setAccessibleName(text)
        else:
            row.addWidget(make_label(text, kind, "done"))


class Measure(QWidget):
    """A small figure over the word for what it measures."""

    def __init__(self, figure: str, word: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(make_label(figure, Type.TITLE), 0, middle)
        column.addWidget(make_label(word, Type.CAPTION, "ink2"), 0, middle)
