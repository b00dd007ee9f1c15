"""The figure of an item of a day, on a little stage of its own."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.plan.cell_parts import DONE_STRENGTH
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground, strength
from coreapp.ui.theme.theme import Theme

_PICTURE: Final = (60, 48)
"""At 100 % text, in pixels."""


class ItemPicture(QWidget):
    """The figure of an item on a little stage."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: str, *, faded: bool) -> None:
        super().__init__()
        self._theme = theme
        # Not asked whether there is one: that reads its file, and the page would wait for it.
        self._shot = FigureShot(exercise) if exercise else None
        self._is_faded = faded
        self._figures = LateFigures(theme, art, self)
        self._fit()
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Be as large as the text beside it is."""
        self.setFixedSize(*map(self._theme.fonts.pixels, _PICTURE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stage and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        paint_ground(painter, QRectF(self.rect()), metrics.RADIUS_KEY, tokens.stage, tokens)
        if self._shot is None:
            return
        inner = self.rect().adjusted(2, 2, -2, -2)
        picture = self._figures.find(self._shot, inner.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.setOpacity(strength(tokens, DONE_STRENGTH) if self._is_faded else 1.0)
            painter.drawPixmap(inner, picture)
