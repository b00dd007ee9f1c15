"""Cards: paper on the ground, without line or shadow."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import edge_pen
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label

_LOW: Final = 16


class Card(QFrame):
    """A card with room for a column; with a title, a head row above it.

    Attributes:
        body: the column for the contents.
        head: the row of the title; more can be put at its end.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        padding = metrics.CARD_PADDING
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(12)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.title = make_label(title, Type.TITLE)
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)
        else:
            self.title.setParent(self)
            self.title.hide()

    def make_low(self) -> None:
        """Take less room above and below: a card of a line or two."""
        side = metrics.CARD_PADDING
        self.body.setContentsMargins(side, _LOW, side, _LOW)

    def set_title(self, title: str) -> None:
        """Show another title; the card must have been made with one."""
        self.title.setText(title)


class Stage(QWidget):
    """The ground of a figure, with a card's corner where it touches the card's edge.

    Attributes:
        column: the layout for what stands on the stage.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._round = frozenset(Qt.Corner)
        self._colour = "stage"
        self._stands_alone = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        theme.changed.connect(self.update)

    def set_round_corners(self, corners: frozenset[Qt.Corner]) -> None:
        """Round only these corners."""
        self._round = corners
        self.update()

    def set_colour(self, name: str) -> None:
        """Use another named colour, such as `ready_soft`."""
        self._colour = name
        self.update()

    def stand_alone(self) -> None:
        """Have an edge with high contrast whatever the colour: there is no card around it."""
        self._stands_alone = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        ground = tokens.colour(self._colour)
        painter.fillPath(rounded(QRectF(self.rect()), metrics.RADIUS_CARD, self._round), ground)
        if self._stands_alone or ground != tokens.card:
            within = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            edge = rounded(within, metrics.RADIUS_CARD, self._round)
            painter.strokePath(edge, edge_pen(tokens))


class StageCard(QFrame):
    """A card whose right part is a stage, flush with its top and right edge.

    Attributes:
        left: the column beside the stage.
        stage: the ground for a figure; add to `stage.column`.
        below: the column under both, such as a film strip.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.stage = Stage(theme)
        self.left = QVBoxLayout()
        self.left.setContentsMargins(32, 28, 24, 16)
        self.left.setSpacing(8)
        self.below = QVBoxLayout()
        self.below.setContentsMargins(24, 12, 24, 16)
        self._foot = QWidget()
        self._foot.setLayout(self.below)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(0)
        self._upper.addLayout(self.left, 10)
        self._upper.addWidget(self.stage, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._upper, 1)
        column.addWidget(self._foot)
        self._round_stage()

    def set_stage_width(self, pixels: int) -> None:
        """Give the stage a fixed width; 0 shares the card's."""
        self.stage.setMinimumWidth(pixels)
        self.stage.setMaximumWidth(pixels or 16777215)

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the stage below the words, where there is no room for it beside them.

        With large text the words and what they lead to are what has to be seen first.
        """
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._upper.setDirection(way)
        self._round_stage()

    def set_foot_visible(self, *, visible: bool) -> None:
        """Show or hide what is below; without it the stage reaches to the foot of the card."""
        self._foot.setVisible(visible)
        self._round_stage()

    def _round_stage(self) -> None:
        """Round the stage where the card is round, and where it ends within the card."""
        corner = Qt.Corner
        is_stacked = self._upper.direction() is QBoxLayout.Direction.TopToBottom
        is_last = self._foot.isHidden()
        if is_stacked:
            corners = {corner.BottomLeftCorner, corner.BottomRightCorner} if is_last else set()
        else:
            corners = {
                corner.TopRightCorner,
                corner.BottomRightCorner if is_last else corner.BottomLeftCorner,
            }
        self.stage.set_round_corners(frozenset(corners))


def rounded(box: QRectF, radius: float, corners: frozenset[Qt.Corner]) -> QPainterPath:
    """Return a rectangle of which only some corners are round."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    for corner, x, y in (
        (Qt.Corner.TopLeftCorner, box.left(), box.top()),
        (Qt.Corner.TopRightCorner, box.right() - radius, box.top()),
        (Qt.Corner.BottomLeftCorner, box.left(), box.bottom() - radius),
        (Qt.Corner.BottomRightCorner, box.right() - radius, box.bottom() - radius),
    ):
        if corner not in corners:
            square = QPainterPath()
            square.addRect(QRectF(x, y, radius, radius))
            path = path.united(square)
    return path
