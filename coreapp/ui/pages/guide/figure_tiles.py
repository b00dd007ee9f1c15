"""Figures of exercises on a page of words: a band of several, and cards that open an exercise."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.metrics import RADIUS_CARD
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_narrow_text
from coreapp.ui.widgets.press_row import PressRow

LEAST_TILE: Final = 140
MOST_TILE: Final = 184
_GAP: Final = 16
_RATIO: Final = 0.72
_INSET: Final = 8


class FigureBand(QWidget):
    """Figures side by side on one stage; they come a moment after the page.

    Args:
        theme: the look.
        art: draws the figures.
        exercises: which. Whether they can be drawn is not asked here: that reads their files, and
            the page would wait for them.
        room: how many there is room for; fewer stand in the middle.
        cell: the room of each, in pixels.
    """

    def __init__(
        self, theme: Theme, art: FigureArt, exercises: Sequence[str], room: int, cell: QSize
    ) -> None:
        super().__init__()
        self._theme = theme
        self._exercises = exercises
        self._figures = LateFigures(theme, art, self)
        self.set_room(room, cell)
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.update)

    def set_room(self, room: int, cell: QSize) -> None:
        """Show as many of them as there is room for, each in a cell of so many pixels."""
        self._cell = cell
        self._shots = [FigureShot(each) for each in self._exercises[:room]]
        self.setFixedSize(room * cell.width() + 2 * _INSET, cell.height() + 2 * _INSET)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage and those figures that are there."""
        painter = _stage_painter(self, self._theme)
        width = self._cell.width()
        left = (self.width() - len(self._shots) * width) // 2
        dpr = self.devicePixelRatioF()
        for number, shot in enumerate(self._shots):
            picture = self._figures.find(shot, self._cell, dpr)
            if picture is not None:
                place = QRect(left + number * width, _INSET, width, self._cell.height())
                painter.drawPixmap(place, picture)


class FigurePicture(QWidget):
    """One figure on its stage, as wide as there is room."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: str) -> None:
        super().__init__()
        self._theme = theme
        self._shot = FigureShot(exercise)
        self._figures = LateFigures(theme, art, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.update)

    def heightForWidth(self, width: int) -> int:
        """Return the height that belongs to a width."""
        return round(width * _RATIO)

    def sizeHint(self) -> QSize:
        """Return a size of that shape."""
        return QSize(LEAST_TILE, self.heightForWidth(LEAST_TILE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage and the figure, if it is there yet."""
        painter = _stage_painter(self, self._theme)
        picture = self._figures.find(self._shot, self.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(self.rect(), picture)


class FigureTile(PressRow):
    """A figure with its name and a line beneath it."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: str, name: str, line: str) -> None:
        super().__init__(theme, name, direction=QBoxLayout.Direction.TopToBottom)
        self.line.setContentsMargins(0, 0, 0, _INSET)
        self.line.setSpacing(2)
        self.line.addWidget(FigurePicture(theme, art, exercise))
        self.line.addSpacing(_INSET)
        for text, kind, tone in ((name, Type.BODY_STRONG, ""), (line, Type.CAPTION, "ink2")):
            label = make_narrow_text(text, kind, tone)
            label.setContentsMargins(4, 0, 4, 0)
            self.line.addWidget(label)
        self.line.addStretch(1)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)


class TileGrid(QWidget):
    """Tiles in as many equal columns as there is room for."""

    def __init__(self, theme: Theme, tiles: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._tiles = tiles
        self._columns = 0
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        # Only a row asks for the height that belongs to the width that is left.
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        theme.changed.connect(self._arrange)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = self._theme.fonts.pixels(LEAST_TILE)
        fitting = max(1, (self.width() + _GAP) // (least + _GAP))
        # Lines of about equal length: three and three, not five and one.
        lines = max(1, -(-len(self._tiles) // fitting))
        columns = max(1, -(-len(self._tiles) // lines))
        most = max(least, MOST_TILE)
        self._inner.setMaximumWidth(columns * (most + _GAP) - _GAP)
        if columns == self._columns:
            return
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 0)
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)


def _stage_painter(widget: QWidget, theme: Theme) -> QPainter:
    """Return a painter that has painted the ground already."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.stage)
    painter.drawRoundedRect(QRectF(widget.rect()), RADIUS_CARD, RADIUS_CARD)
    return painter
