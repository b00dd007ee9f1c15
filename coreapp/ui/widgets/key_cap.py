"""A key of the keyboard, as a picture beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme


class KeyCap(QWidget):
    """A rounded outline with the key's name."""

    def __init__(self, theme: Theme, text: str, pixels: int = 22) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._pixels = pixels
        self._colour: QColor | None = None
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def set_text(self, text: str) -> None:
        """Name the key in another language."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """Paint in another colour, on another ground; None is the theme's again."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the cap."""
        height = self._theme.fonts.pixels(self._pixels)
        width = QFontMetricsF(self._font()).horizontalAdvance(self._text) + 14
        return QSize(round(max(height, width)), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour or tokens.border, 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, metrics.RADIUS_KEY, metrics.RADIUS_KEY)
        painter.setFont(self._font())
        painter.setPen(self._colour or tokens.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)

    def _font(self) -> QFont:
        return self._theme.fonts.sized(max(12.0, self._pixels * 0.5), QFont.Weight.DemiBold)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
