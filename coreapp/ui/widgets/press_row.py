"""Pictures and words that are pressed as a whole."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy

from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.focus_ring import RADIUS_PROPERTY
from coreapp.ui.theme.metrics import RADIUS_CARD
from coreapp.ui.theme.theme import Theme


class PressRow(QAbstractButton):
    """A ground that lights up under the mouse; whatever stands on it belongs to the button.

    Attributes:
        line: what stands on it.

    Args:
        theme: the look.
        name: what it is called when it is read aloud.
        colour: its ground, none if empty.
        direction: in which `line` goes.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: str = "",
        direction: QBoxLayout.Direction = QBoxLayout.Direction.LeftToRight,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self.line = QBoxLayout(direction, self)
        self.line.setContentsMargins(12, 12, 12, 12)
        self.line.setSpacing(20)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RADIUS_PROPERTY, RADIUS_CARD)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        box = QRectF(self.rect())
        if self._colour:
            paint_ground(painter, box, RADIUS_CARD, tokens.colour(self._colour), tokens)
        if self.isDown() or self.underMouse():
            veil = tokens.colour("ink") if self._colour else tokens.colour("hover")
            if self._colour:
                veil.setAlphaF(0.05)
            ground = tokens.colour("selected") if self.isDown() else veil
            paint_ground(painter, box, RADIUS_CARD, ground, tokens)
