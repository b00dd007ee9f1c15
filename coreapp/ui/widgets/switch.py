"""A switch that is on or off at once."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import idle_colour
from coreapp.ui.theme.focus_ring import RADIUS_PROPERTY
from coreapp.ui.theme.theme import Theme


class Switch(QCheckBox):
    """A check box drawn as a switch; its label stands beside it in the form.

    It is a check box for the keyboard and for screen readers.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RADIUS_PROPERTY, metrics.SWITCH_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the switch's size."""
        pixels = self._theme.fonts.pixels
        return QSize(pixels(metrics.SWITCH_WIDTH), pixels(metrics.SWITCH_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Say that the whole switch can be clicked."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove and the knob."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        knob = box.height() - 8
        if self.isChecked():
            on = tokens.accent if self.isEnabled() else tokens.border
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_hover if self.underMouse() and self.isEnabled() else on)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setBrush(tokens.on_accent if tokens.dark else tokens.card)
            painter.drawEllipse(QRectF(box.right() - knob - 4, box.top() + 4, knob, knob))
            return
        edge = tokens.border if self.isEnabled() else idle_colour(tokens)
        if self.underMouse() and self.isEnabled():
            edge = tokens.ink2
        painter.setPen(QPen(edge, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        small = knob - 4
        painter.drawEllipse(QRectF(box.left() + 6, box.top() + 6, small, small))
