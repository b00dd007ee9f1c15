"""How far a pair of shoes has gone, with a mark at each distance that says something."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.theme import Theme

_HEIGHT: Final = 12
_BAR: Final = 6
_ROOM: Final = 1.15
"""The bar goes on a little beyond the last mark."""


class DistanceBar(QWidget):
    """A quiet bar; what it says in colour stands beside it in words."""

    def __init__(self, theme: Theme, metres: int, marks_km: Sequence[int]) -> None:
        super().__init__()
        self._theme = theme
        self._metres = metres
        self._marks = [1000 * each for each in marks_km]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a flat bar, as wide as there is room."""
        return QSize(self._theme.fonts.pixels(160), self._theme.fonts.pixels(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the way, how far it has been gone, and the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        bar = float(self._theme.fonts.pixels(_BAR))
        whole = max(self._metres, _ROOM * self._marks[-1])
        top = (self.height() - bar) / 2
        paint_ground(painter, QRectF(0, top, self.width(), bar), bar / 2, tokens.track, tokens)
        gone = self.width() * self._metres / whole
        if gone > 0:
            painter.setBrush(tokens.rest)
            painter.drawRoundedRect(QRectF(0, top, max(bar, gone), bar), bar / 2, bar / 2)
        painter.setBrush(tokens.ink2)
        for mark in self._marks:
            painter.drawRect(QRectF(self.width() * mark / whole - 1, 0, 2, self.height()))
