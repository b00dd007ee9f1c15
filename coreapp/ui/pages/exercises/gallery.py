"""The pictures of one's own exercise that are not on the stage already."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.flow_layout import FlowLayout

_SIZE: Final = QSize(208, 156)
_INSET: Final = 8


class PictureGallery(QWidget):
    """Pictures side by side, as many in a line as fit."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: Exercise) -> None:
        super().__init__()
        flow = FlowLayout(metrics.CARD_GAP_NARROW, metrics.CARD_GAP_NARROW)
        count = len(exercise.pictures)
        for number in range(0 if exercise.figure else 1, count):
            picture = _Picture(theme, art, FigureShot(exercise.id, picture=number))
            picture.setAccessibleName(
                _("Picture {number} of {count}").format(number=number + 1, count=count)
            )
            flow.addWidget(picture)
        self.setLayout(flow)


class _Picture(QWidget):
    """One picture on a stage of its own."""

    def __init__(self, theme: Theme, art: FigureArt, shot: FigureShot) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._shot = shot
        self.setFixedSize(_SIZE)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage and the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.stage)
        room = QRectF(self.rect())
        painter.drawRoundedRect(room, metrics.RADIUS_CARD, metrics.RADIUS_CARD)
        within = room.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        self._art.paint_picture(painter, within, self._shot, self._theme.tokens)
