"""A phase as shape and word."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.theme import Theme


class PhaseBadge(QWidget):
    """The shape of a phase and its word, in its colour."""

    def __init__(self, theme: Theme, pixels: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels = pixels
        self._look = PhaseLook.GET_READY
        self._word = ""
        self._colour: QColor | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def show_phase(self, look: PhaseLook, word: str, colour: QColor | None = None) -> None:
        """Show a phase; `colour` replaces its own on other grounds."""
        self._look, self._word, self._colour = look, word, colour
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def set_pixels(self, pixels: int) -> None:
        """Use another text size; pixels at 100 %."""
        self._pixels = pixels
        self._follow_theme()

    def sizeHint(self) -> QSize:
        """Return the room of shape and word."""
        metric = QFontMetricsF(self._font())
        side = self._side()
        width = side * 1.6 + metric.horizontalAdvance(self._word)
        return QSize(round(width) + 2, round(max(side, metric.height())))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        phase = PHASES[self._look]
        colour = self._colour or self._theme.tokens.colour(phase.text)
        side = self._side()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        self._theme.icons.paint(painter, box, phase.shape, colour)
        font = self._font()
        metric = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        baseline = (self.height() + metric.ascent() - metric.descent()) / 2
        painter.drawText(QPointF(side * 1.5, baseline), self._word)

    def _font(self) -> QFont:
        return self._theme.fonts.sized(self._pixels, QFont.Weight.DemiBold, -1.2)

    def _side(self) -> float:
        return self._theme.fonts.pixels(self._pixels * 1.15)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
