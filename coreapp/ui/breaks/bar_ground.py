"""What the bar of a break lies on: a card with a shadow, cut out of the screen."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.theme import Theme

SHADOW: Final = 24
RADIUS: Final = 16
_SHADOWS: Final = 6
_OUTLINE: Final = 3.0


class BarGround(QWidget):
    """Paints the card, its shadow, and an outline where it stands out.

    Where it can be placed it has no frame of the desktop's. Where windows are not seen through its
    shadow would be black: there it is cut along its edge instead, and outlined.
    """

    def __init__(self, theme: Theme, *, placed: bool, glassy: bool) -> None:
        """Make it.

        Args:
            theme: its colours.
            placed: whether it lies where it is put, without a frame.
            glassy: whether what is seen through in it is seen through on the screen.
        """
        super().__init__()
        self._theme = theme
        self._placed = placed
        self._glassy = glassy
        self._stands_out = False
        if placed:
            self.setWindowFlags(
                Qt.WindowType.Tool
                | Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowDoesNotAcceptFocus
                | Qt.WindowType.WindowStaysOnTopHint
            )
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, glassy)
        theme.changed.connect(self.update)

    @property
    def margin(self) -> int:
        """The room around the card for its shadow, in pixels."""
        return SHADOW if self._placed and self._glassy else 0

    def stand_out(self, *, stands_out: bool) -> None:
        """Have an outline that is seen from the corner of the eye, or none."""
        self._stands_out = stands_out
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners where they cannot be seen through."""
        super().resizeEvent(event)
        if self._placed and not self._glassy:
            shape = QBitmap(self.size())
            shape.clear()
            painter = QPainter(shape)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
            painter.end()
            self.setMask(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its shadow; an outline when it stands out."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        if not self._placed:
            painter.fillRect(self.rect(), tokens.card)
            return
        margin = self.margin
        card = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        if self._glassy:
            self._paint_shadow(painter, card)
        line = _OUTLINE if self._stands_out else 1.0
        # Without a shadow the edge is all that tells the card from what lies beneath.
        usual = tokens.border if tokens.strong or not self._glassy else tokens.line
        painter.setPen(QPen(tokens.ready if self._stands_out else usual, line))
        painter.setBrush(tokens.card)
        inset = line / 2
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _paint_shadow(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOWS, 0, -1):
            reach = step * SHADOW / _SHADOWS * 0.8
            painter.setBrush(QColor(0, 0, 0, 3 + 2 * (_SHADOWS - step)))
            box = card.adjusted(-reach, -reach + 4, reach, reach + 4)
            painter.drawRoundedRect(box, RADIUS + reach, RADIUS + reach)
