"""How the rows of a routine in the making are painted."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.models.routine_model import LineRole, RoutineLine
from coreapp.ui.pages.routine_editor.figure_rows import (
    FIGURE,
    GAP,
    FigureRowDelegate,
    Index,
    has_keyboard,
)
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon

_ROW_GAP: Final = 4
_GRIP: Final = 16
_AIR: Final = 8


class RoutineDelegate(FigureRowDelegate):
    """Paints a step as a card with its figure, and a block's head as a line above its steps."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole.LINE)
        if not isinstance(line, RoutineLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(0, 0, -_ROW_GAP, -_ROW_GAP)
        if line.is_head and index.row():
            box.setTop(box.top() + 2 * _AIR)
        self._paint_ground(painter, box, option, is_head=line.is_head)
        inner = box.adjusted(GAP, 0, -GAP, 0)
        inner.setLeft(self._paint_grip(painter, inner) + GAP)
        if not line.is_head:
            shot = FigureShot(line.exercise, level=line.level)
            right = self.paint_figure(painter, inner.left(), inner.center().y(), shot)
            inner.setLeft(right + GAP)
        inner.setRight(self._paint_time(painter, inner, line) - GAP)
        detail = line.problem or line.detail
        self.paint_lines(painter, inner, line.title, detail, wrong=bool(line.problem))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the list's."""
        line = index.data(LineRole.LINE)
        is_head = isinstance(line, RoutineLine) and line.is_head
        least = 0 if is_head else FIGURE.height()
        height = max(self.lines_height(), least) + 2 * _AIR + _ROW_GAP
        if is_head and index.row():
            height += 2 * _AIR
        return QSize(200, height)

    def _paint_ground(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, is_head: bool
    ) -> None:
        tokens = self.theme.tokens
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_head:
            paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, tokens.card, tokens)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.selected if is_chosen else tokens.hover
            paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, ground, tokens)
        if is_chosen and has_keyboard(option):
            self.paint_ring(painter, box)

    def _paint_grip(self, painter: QPainter, box: QRect) -> int:
        side = self.theme.fonts.pixels(_GRIP)
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        self.theme.icons.paint(painter, place, Icon.DRAG, self.theme.tokens.ink3)
        return box.left() + side

    def _paint_time(self, painter: QPainter, box: QRect, line: RoutineLine) -> int:
        kind = Type.BODY_STRONG if line.is_head else Type.BODY
        painter.setFont(self.theme.font(kind))
        painter.setPen(self.theme.tokens.ink2)
        place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, place, line.time)
        return box.right() - painter.fontMetrics().horizontalAdvance(line.time)
