"""The hours of a day as a strip: what stands in the field beside it, seen at a glance."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.hours import HoursRange
from coreapp.services.written_times import entries, tidy_range
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.theme import Theme

_HOURS: Final = 24
_A_DAY: Final = _HOURS * 60
_TICKS: Final = (6, 12, 18)
"""Hours at which the strip is parted, so that a time is found on it."""
_HEIGHT: Final = 10
_GAP: Final = 2
_LEAST: Final = 120
_WIDEST: Final = 240


class HoursStrip(QWidget):
    """From midnight to midnight; who cannot see it has the same in the field.

    Args:
        theme: the look.
        colour: the token in which hours are painted.
    """

    def __init__(self, theme: Theme, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._colour = colour
        self._ranges: Sequence[HoursRange] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.fonts.pixels(_WIDEST))
        theme.changed.connect(self._follow_theme)

    @property
    def ranges(self) -> Sequence[HoursRange]:
        """What is shown."""
        return self._ranges

    def show_text(self, text: str) -> None:
        """Show hours as they are written; what cannot be read is left out."""
        self._ranges = tuple(each for part in entries(text) for each in _read(part))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a strip that can be read."""
        pixels = self._theme.fonts.pixels
        return QSize(pixels(_LEAST), pixels(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day, the hours on it, and the marks that part it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        radius = self.height() / 2
        day = tokens.card if tokens.strong else tokens.line
        paint_ground(painter, QRectF(self.rect()), radius, day, tokens)
        painter.setBrush(tokens.colour(self._colour))
        for each in self._ranges:
            left, right = self._at(each.start), self._at(min(each.end, _A_DAY))
            painter.drawRoundedRect(QRectF(left, 0, right - left, self.height()), radius, radius)
        painter.setBrush(tokens.card if not tokens.strong else tokens.border)
        for hour in _TICKS:
            painter.drawRect(QRectF(self._at(hour * 60) - _GAP / 2, 0, _GAP, self.height()))

    def _at(self, minute: int) -> float:
        return self.width() * minute / _A_DAY

    def _follow_theme(self) -> None:
        self.setMaximumWidth(self._theme.fonts.pixels(_WIDEST))
        self.updateGeometry()
        self.update()


def _read(part: str) -> Sequence[HoursRange]:
    try:
        return (HoursRange.parse("hours", tidy_range(part)),)
    except InvalidValueError:
        return ()
