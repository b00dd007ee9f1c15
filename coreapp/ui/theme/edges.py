"""Grounds and the lines around them, which stand where colours alone would not part them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coreapp.ui.theme.tokens import Tokens


def edge_pen(tokens: Tokens, width: float = 1.0) -> QPen:
    """Return the pen for the edge of a ground; it paints nothing but with high contrast."""
    return QPen(tokens.border, width) if tokens.strong else QPen(Qt.PenStyle.NoPen)


def paint_ground(
    painter: QPainter, box: QRectF, radius: float, ground: QColor, tokens: Tokens
) -> None:
    """Fill a box with round corners; with high contrast it has an edge, within the box."""
    half = 0.5 if tokens.strong else 0.0
    painter.setPen(edge_pen(tokens))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
