"""What was done in a session as its figures, each with a tick; what was left out stands paler."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coreapp.i18n import _, format_list
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.player.summary import DoneExercise
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground, strength
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

_TILE: Final = (64, 52)
"""Pixels at 100 % text; four of them have room beside the questions."""

_LEAST_WIDTH: Final = 48
_IN_A_ROW: Final = 4
_FEW: Final = 2
"""Up to so many are shown twice as large."""

_GAP: Final = 8
_INSET: Final = 4
_TICK: Final = 16
_PALE: Final = 0.45


class DoneFigures(QWidget):
    """Tiles in as many rows as they need; there is nothing to choose in it."""

    def __init__(self, theme: Theme, art: FigureArt, name_of: Callable[[str], str]) -> None:
        """Show nothing yet.

        Args:
            theme: the look.
            art: draws the figures.
            name_of: returns the name of an exercise in the language shown.
        """
        super().__init__()
        self._theme = theme
        self._name_of = name_of
        self._figures = LateFigures(theme, art, self)
        self._exercises: tuple[DoneExercise, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_exercises(self, exercises: Sequence[DoneExercise]) -> None:
        """Show other exercises, in their order; without any nothing is seen."""
        self._exercises = tuple(exercises)
        self.setVisible(bool(exercises))
        self.setAccessibleName(self._told())
        self.updateGeometry()
        self.update()

    def tile_rect(self, index: int) -> QRect:
        """Return where a tile is."""
        tile = self._tile(self.width())
        row, column = divmod(index, self._columns(self.width()))
        x, y = column * (tile.width() + _GAP), row * (tile.height() + _GAP)
        return QRect(x, y, tile.width(), tile.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height in which all tiles are seen at a width."""
        rows = -(-len(self._exercises) // self._columns(width))
        return max(0, rows * (self._tile(width).height() + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """Return the size of one row of four."""
        width = _IN_A_ROW * (self._theme.fonts.pixels(_TILE[0]) + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one tile."""
        return self._tile(0)

    def event(self, event: QEvent) -> bool:
        """Tell the name of what lies under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = [
                self._name_of(each.exercise)
                for index, each in enumerate(self._exercises)
                if self.tile_rect(index).contains(event.pos())
            ]
            QToolTip.showText(event.globalPos(), "".join(under))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all tiles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, each in enumerate(self._exercises):
            self._paint_tile(painter, self.tile_rect(index), each)

    def _paint_tile(self, painter: QPainter, box: QRect, each: DoneExercise) -> None:
        tokens = self._theme.tokens
        paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, tokens.card, tokens)
        room = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        shot = FigureShot(each.exercise, level=each.level)
        picture = self._figures.find(shot, room.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.setOpacity(1.0 if each.done else strength(tokens, _PALE))
            painter.drawPixmap(room, picture)
            painter.setOpacity(1.0)
        if each.done:
            self._paint_tick(painter, QRectF(box))

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        """Paint a tick on a disc of its own, in the lower right corner."""
        tokens, size = self._theme.tokens, self._theme.fonts.pixels(_TICK)
        edge = size / 8
        disc = QRectF(0, 0, size, size)
        disc.moveBottomRight(box.bottomRight() - QPointF(_INSET, _INSET))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.done_text)
        painter.drawEllipse(disc)
        inner = disc.adjusted(edge, edge, -edge, -edge)
        self._theme.icons.paint(painter, inner, Icon.CHECK, tokens.card)

    def _tile(self, width: int) -> QSize:
        """Return the size of a tile at a width; a little less where four would not quite fit."""
        usual, height = (self._theme.fonts.pixels(side) for side in _TILE)
        fitting = (width + _GAP) // _IN_A_ROW - _GAP
        least = self._theme.fonts.pixels(_LEAST_WIDTH)
        one = min(usual, max(least, fitting))
        if len(self._exercises) <= _FEW:
            return QSize(2 * one + _GAP, 2 * height)
        return QSize(one, height)

    def _columns(self, width: int) -> int:
        """Return how many stand in a row; rows are as even as can be, none is left over."""
        most = max(1, (width + _GAP) // (self._tile(width).width() + _GAP))
        count = max(1, len(self._exercises))
        rows = -(-count // most)
        return -(-count // rows)

    def _told(self) -> str:
        """Return in words what the tiles say."""
        done = [self._name_of(each.exercise) for each in self._exercises if each.done]
        left = [self._name_of(each.exercise) for each in self._exercises if not each.done]
        sentences = []
        if done:
            sentences.append(_("Done: {names}.").format(names=format_list(done)))
        if left:
            sentences.append(_("Left out: {names}.").format(names=format_list(left)))
        return " ".join(sentences)
