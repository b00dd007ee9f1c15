"""Grounds and the lines around them, which stand where colours alone would not part them."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coreapp.ui.theme.metrics import FOCUS_WIDTH
from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.tokens import Tokens

_SWALLOWED: Final = 0.15
_IDLE: Final = 0.3


def edge_pen(tokens: Tokens, width: float = 1.0) -> QPen:
    """Return the pen for the edge of a ground; it paints nothing but with high contrast."""
    return QPen(tokens.border, width) if tokens.strong else QPen(Qt.PenStyle.NoPen)


def line_width(tokens: Tokens, width: float) -> float:
    """Return how thick a line is that says what is chosen or has the keys.

    With high contrast it is one thicker, since grounds have a line of their own there.
    """
    return width + 1 if tokens.strong else width


def paint_ring(
    painter: QPainter, box: QRectF, radius: float, tokens: Tokens, width: float = FOCUS_WIDTH
) -> None:
    """Paint the line around something painted that has the keys, or is chosen, within its box."""
    width = line_width(tokens, width)
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.ink, width))
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)


def strength(tokens: Tokens, faded: float) -> float:
    """Return how strongly something is painted that steps back: in full with high contrast.

    Whatever is told by it, a sign or words tell as well. A dark ground swallows more of it.
    """
    if tokens.strong:
        return 1.0
    return min(1.0, faded + _SWALLOWED) if tokens.dark else faded


def idle_colour(tokens: Tokens) -> QColor:
    """Return the colour of a sign that cannot be used now: weak, and yet one sees what it is."""
    return tokens.line if tokens.strong else mixed(tokens.card, tokens.ink, _IDLE)


def paint_ground(
    painter: QPainter, box: QRectF, radius: float, ground: QColor, tokens: Tokens
) -> None:
    """Fill a box with round corners; with high contrast it has an edge, within the box."""
    half = 0.5 if tokens.strong else 0.0
    painter.setPen(edge_pen(tokens))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
