"""The ring for now: where sitting stands."""

from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import Tokens


class RingState(StrEnum):
    """What the ring says; each has its colour."""

    SITTING = "sitting"
    DUE = "due"
    OWED = "owed"
    IN_BREAK = "in_break"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class RingTexts:
    """What stands inside: a figure, a line above and one below; `spoken` says it all in words."""

    figure: str = ""
    above: str = ""
    below: str = ""
    spoken: str = ""


_COLOURS: Final = {
    RingState.SITTING: "rest",
    RingState.DUE: "ready",
    RingState.OWED: "border",
    RingState.IN_BREAK: "done",
    RingState.PAUSED: "border",
}
_BIG: Final = 120
_CAPTION: Final = 12.0
_FULL_CIRCLE: Final = 360 * 16
_TOP: Final = 90 * 16
_EDGE: Final = 1.0


class SittingRing(QWidget):
    """A ring filled clockwise from the top, with texts inside when it is large enough."""

    def __init__(self, theme: Theme, diameter: int = 184, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._diameter = diameter
        self._state = RingState.SITTING
        self._texts = RingTexts()
        self._share = 0.0
        self._shown = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(metrics.MS_RING)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._motion.valueChanged.connect(self._move_to)
        theme.changed.connect(self._follow_theme)

    @property
    def share(self) -> float:
        """How full the ring is, 0 to 1."""
        return self._share

    @property
    def state(self) -> RingState:
        """What the ring says."""
        return self._state

    def set_diameter(self, pixels: int) -> None:
        """Make the ring larger or smaller; pixels at 100 %."""
        self._diameter = pixels
        self.updateGeometry()
        self.update()

    def show_state(self, state: RingState, share: float, texts: RingTexts) -> None:
        """Show where sitting stands; `share` is 0 to 1 of the ring."""
        self._motion.stop()
        self._state, self._texts = state, texts
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(texts.spoken or texts.above)
        self.setAccessibleDescription(f"{texts.figure} {texts.below}".strip())
        if self._theme.reduced_motion or not self.isVisible():
            self._shown = self._share
        elif abs(self._share - self._shown) > 0.01:
            self._motion.setStartValue(self._shown)
            self._motion.setEndValue(self._share)
            self._motion.start()
        else:
            self._shown = self._share
        self.update()

    def sizeHint(self) -> QSize:
        """Return the ring's square."""
        side = self._theme.fonts.pixels(self._diameter)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and its texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        stroke = max(3.5, side * 0.078)
        inset = stroke / 2 + 0.5
        box = QRectF(
            (self.width() - side) / 2 + inset,
            (self.height() - side) / 2 + inset,
            side - 2 * inset,
            side - 2 * inset,
        )
        tokens = self._theme.tokens
        _paint_track(painter, box, stroke, tokens)
        colour = tokens.colour(_COLOURS[self._state])
        pen = QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._shown >= 0.999:
            painter.drawEllipse(box)
        elif self._shown > 0.0:
            painter.drawArc(box, _TOP, -round(self._shown * _FULL_CIRCLE))
        self._paint_texts(painter, box.adjusted(stroke, stroke, -stroke, -stroke), side)

    def _paint_texts(self, painter: QPainter, room: QRectF, side: float) -> None:
        if not self._texts.figure or side < 60:
            return
        fonts, tokens = self._theme.fonts, self._theme.tokens
        big = side >= _BIG
        scale = 1 / fonts.factor
        figure = fonts.sized(
            scale * (side * 0.217 if big else side * 0.23), QFont.Weight.DemiBold, -2
        )
        ink = QFontMetricsF(figure).tightBoundingRect(self._texts.figure)
        small = self._small_font(ink.height(), room.width() / 2, side)
        middle = room.center()
        line = QFontMetricsF(small).height()
        self._centre(painter, figure, middle.y() - ink.center().y(), self._texts.figure, tokens.ink)
        if big:
            reach = ink.height() / 2 + line * 0.5
            ascent = QFontMetricsF(small).ascent()
            above = middle.y() - reach - line + ascent
            self._centre(painter, small, above, self._texts.above, tokens.ink2)
            below = middle.y() + reach + ascent
            self._centre(painter, small, below, self._texts.below, tokens.ink2)

    def _small_font(self, figure: float, radius: float, side: float) -> QFont:
        """Return the font of the lines above and below: as large as captions, where they fit.

        Args:
            figure: how high the figure between them is, in pixels.
            radius: of the room within the ring.
            side: of the ring's square.
        """
        fonts = self._theme.fonts
        least = max(_CAPTION, side * 0.07)
        pixels = max(least, _CAPTION * fonts.factor)
        while True:
            font = fonts.sized(pixels / fonts.factor, QFont.Weight.Normal)
            metric = QFontMetricsF(font)
            width = max(map(metric.horizontalAdvance, (self._texts.above, self._texts.below)))
            # The ring is narrowest at the outer edge of a line.
            if pixels <= least or hypot(figure / 2 + metric.height() * 1.5, width / 2) <= radius:
                return font
            pixels = max(least, pixels - 1)

    def _centre(
        self, painter: QPainter, font: QFont, baseline: float, text: str, colour: QColor
    ) -> None:
        if not text:
            return
        painter.setFont(font)
        painter.setPen(colour)
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF((self.width() - width) / 2, baseline), text)

    def _move_to(self, value: float) -> None:
        self._shown = value
        self.update()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _paint_track(painter: QPainter, box: QRectF, stroke: float, tokens: Tokens) -> None:
    """Paint what is not filled yet; with high contrast it is hollow, between two lines."""
    if tokens.strong:
        painter.setPen(QPen(tokens.border, stroke))
        painter.drawEllipse(box)
        stroke -= 2 * _EDGE
    painter.setPen(QPen(tokens.track, stroke))
    painter.drawEllipse(box)
