"""The sitting ring as an icon: in the tray, and of the small window."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap

from coreapp.ui.breaks.ring_look import RingLook
from coreapp.ui.theme.tokens import Tokens
from coreapp.ui.widgets.sitting_ring import RingState

SIZES: Final = (22, 24, 32, 44, 48, 64)
STEPS: Final = 24
"""So many fillings of the ring can be told apart in an icon."""

_COLOURS: Final = {
    RingState.SITTING: "rest",
    RingState.DUE: "ready",
    RingState.OWED: "ready",
    RingState.IN_BREAK: "done",
    RingState.PAUSED: "border",
}


def same_icon(first: RingLook | None, second: RingLook) -> bool:
    """Tell whether two looks make the same icon, so that none is painted for nothing."""
    return first is not None and _what_is_seen(first) == _what_is_seen(second)


def _what_is_seen(look: RingLook) -> tuple[RingState, int, str]:
    # While paused two bars stand in the place of the figure.
    figure = "" if look.state is RingState.PAUSED else look.texts.figure
    return look.state, round(min(1.0, look.share) * STEPS), figure


def ring_icon(look: RingLook, tokens: Tokens, family: str) -> QIcon:
    """Return the ring with its minutes in all sizes that trays ask for."""
    icon = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ring(painter, float(size), look, tokens)
        _paint_minutes(painter, float(size), look, tokens, family)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _paint_ring(painter: QPainter, size: float, look: RingLook, tokens: Tokens) -> None:
    """Paint the ring on a disc of its own: the panel may be light or dark, whatever we are."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.card)
    painter.drawEllipse(QRectF(0, 0, size, size))
    stroke = size * 0.11
    box = QRectF(0, 0, size, size).adjusted(stroke, stroke, -stroke, -stroke)
    box.adjust(-stroke / 2, -stroke / 2, stroke / 2, stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.line, stroke))
    painter.drawEllipse(box)
    pen = QPen(tokens.colour(_COLOURS[look.state]), stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawArc(box, 90 * 16, -round(min(1.0, look.share) * 360 * 16))


def _paint_minutes(
    painter: QPainter, size: float, look: RingLook, tokens: Tokens, family: str
) -> None:
    """Paint the figure by its outline, centred by its ink; two bars while paused."""
    if look.state is RingState.PAUSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink)
        for left in (0.36, 0.54):
            bar = QRectF(size * left, size * 0.33, size * 0.1, size * 0.34)
            painter.drawRoundedRect(bar, size * 0.03, size * 0.03)
        return
    font = QFont(family)
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.Bold)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, look.texts.figure)
    ink = path.boundingRect()
    if ink.isEmpty():
        return
    scale = min(size * 0.56 / ink.width(), size * 0.42 / ink.height())
    painter.translate(size / 2, size / 2)
    painter.scale(scale, scale)
    painter.translate(-ink.center())
    painter.fillPath(path, tokens.ink)
