"""The figures of a clock that is read from across the room."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.theme import Theme

_MEASURE: Final = 200
_TIGHT: Final = -0.03


class BigDigits(QWidget):
    """A number or a time; digits have one width, so nothing jumps while it counts.

    The height is that of the digits' ink; the block lies by its ink, not by the font's boxes.
    """

    def __init__(
        self,
        theme: Theme,
        digit_height: int = 232,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = float(digit_height)
        self._alignment = alignment
        self._text = ""
        self._colour: QColor | None = None
        self._pulse = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str, spoken: str = "") -> None:
        """Show figures; `spoken` says them in words."""
        self.setAccessibleName(spoken or text)
        if text == self._text:
            return
        resized = len(text) != len(self._text)
        self._text = text
        if resized:
            self.updateGeometry()
        self.update()

    def set_digit_height(self, pixels: float) -> None:
        """Make the digits' ink that high."""
        self._height = pixels
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """Paint in another colour than ink; None is ink again."""
        self._colour = colour
        self.update()

    def set_pulse(self, factor: float) -> None:
        """Paint larger or smaller about the middle, for the last seconds; 1 is at rest."""
        self._pulse = factor
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the figures."""
        return QSize(round(self._width(self._height)) + 4, round(self._height * 1.06))

    def minimumSizeHint(self) -> QSize:
        """Allow it to become narrow: the figures shrink to fit."""
        return QSize(48, round(self._height * 0.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures as large as asked for, or as fits."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = min(self._height, self.height() / 1.04)
        wide = self._width(height)
        if wide > self.width():
            height *= self.width() / wide
        path = self._path(height)
        box = path.boundingRect()
        left = -box.left()
        if self._alignment & Qt.AlignmentFlag.AlignHCenter:
            left = (self.width() - box.width()) / 2 - box.left()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(self._pulse, self._pulse)
        painter.translate(-self.width() / 2, -self.height() / 2)
        painter.translate(left, (self.height() + height) / 2)
        painter.fillPath(path, self._colour or self._theme.tokens.ink)

    def _path(self, height: float) -> QPainterPath:
        """Return the outlines on a baseline at 0; digits stand in cells of one width."""
        font, cell, ink = self._measures()
        scale = height / ink
        metric = QFontMetricsF(font)
        path = QPainterPath()
        x = 0.0
        for letter in self._text:
            width = cell if letter.isdigit() else metric.horizontalAdvance(letter)
            inset = (width - metric.horizontalAdvance(letter)) / 2
            path.addText(QPointF(x + inset, 0), font, letter)
            x += width + _TIGHT * _MEASURE
        return _scaled(path, scale)

    def _width(self, height: float) -> float:
        font, cell, ink = self._measures()
        metric = QFontMetricsF(font)
        widths = (cell if c.isdigit() else metric.horizontalAdvance(c) for c in self._text)
        return (sum(widths) + _TIGHT * _MEASURE * max(0, len(self._text) - 1)) * height / ink

    def _measures(self) -> tuple[QFont, float, float]:
        """Return the font, the width of the widest digit and the height of a flat digit."""
        font = QFont(self._theme.fonts.family)
        font.setPixelSize(_MEASURE)
        font.setWeight(QFont.Weight.DemiBold)
        metric = QFontMetricsF(font)
        cell = max(metric.horizontalAdvance(str(digit)) for digit in range(10))
        return font, cell, metric.tightBoundingRect("7").height()


def _scaled(path: QPainterPath, factor: float) -> QPainterPath:
    transform = QTransform()
    transform.scale(factor, factor)
    return transform.map(path)
