"""How the rows of a routine in the making are painted."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.routine_model import LineRole, RoutineLine
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

FIGURE: Final = QSize(64, 48)
_GAP: Final = 12
_ROW_GAP: Final = 4
_GRIP: Final = 16
_AIR: Final = 8


class RoutineDelegate(QStyledItemDelegate):
    """Paints a step as a card with its figure, and a block's head as a line above its steps."""

    def __init__(self, theme: Theme, figures: LateFigures) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures

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
        inner = box.adjusted(_GAP, 0, -_GAP, 0)
        inner.setLeft(self._paint_grip(painter, inner) + _GAP)
        if not line.is_head:
            inner.setLeft(self._paint_figure(painter, inner, line) + _GAP)
        inner.setRight(self._paint_time(painter, inner, line) - _GAP)
        self._paint_texts(painter, inner, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the list's."""
        lines = self._height(Type.BODY_STRONG) + self._height(Type.BODY)
        line = index.data(LineRole.LINE)
        is_head = isinstance(line, RoutineLine) and line.is_head
        least = 0 if is_head else FIGURE.height()
        height = max(lines, least) + 2 * _AIR + _ROW_GAP
        if is_head and index.row():
            height += 2 * _AIR
        return QSize(200, height)

    def _paint_ground(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, is_head: bool
    ) -> None:
        tokens = self._theme.tokens
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_head:
            paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, tokens.card, tokens)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.selected if is_chosen else tokens.hover
            paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, ground, tokens)
        if is_chosen and _has_keyboard(option):
            half = metrics.FOCUS_WIDTH / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.ink, metrics.FOCUS_WIDTH))
            ring = QRectF(box).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, metrics.RADIUS_BUTTON, metrics.RADIUS_BUTTON)
            painter.setPen(Qt.PenStyle.NoPen)

    def _paint_grip(self, painter: QPainter, box: QRect) -> int:
        side = self._theme.fonts.pixels(_GRIP)
        place = QRectF(box.left(), box.center().y() - side / 2, side, side)
        self._theme.icons.paint(painter, place, Icon.DRAG, self._theme.tokens.ink3)
        return box.left() + side

    def _paint_figure(self, painter: QPainter, box: QRect, line: RoutineLine) -> int:
        tokens = self._theme.tokens
        stage = QRect(box.left(), box.center().y() - FIGURE.height() // 2, *FIGURE.toTuple())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.stage)
        painter.drawRoundedRect(QRectF(stage), metrics.RADIUS_KEY, metrics.RADIUS_KEY)
        shot = FigureShot(line.exercise, level=line.level)
        picture = self._figures.find(shot, FIGURE, painter.device().devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(stage, picture)
        return stage.right() + 1

    def _paint_time(self, painter: QPainter, box: QRect, line: RoutineLine) -> int:
        kind = Type.BODY_STRONG if line.is_head else Type.BODY
        painter.setFont(self._theme.font(kind))
        painter.setPen(self._theme.tokens.ink2)
        place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, place, line.time)
        width = QFontMetrics(painter.font()).horizontalAdvance(line.time)
        return box.right() - width

    def _paint_texts(self, painter: QPainter, box: QRect, line: RoutineLine) -> None:
        tokens = self._theme.tokens
        title = self._height(Type.BODY_STRONG)
        both = title + self._height(Type.BODY)
        top = box.center().y() - both // 2
        detail = line.problem or line.detail
        tone = tokens.danger if line.problem else tokens.ink2
        for kind, colour, text, y, height in (
            (Type.BODY_STRONG, tokens.ink, line.title, top, title),
            (Type.BODY, tone, detail, top + title, both - title),
        ):
            painter.setFont(self._theme.font(kind))
            painter.setPen(colour)
            room = QRect(box.left(), y, max(0, box.width()), height)
            mode = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(painter.font()).elidedText(text, mode, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _height(self, kind: Type) -> int:
        return QFontMetrics(self._theme.font(kind)).height() + 2


def _has_keyboard(option: QStyleOptionViewItem) -> bool:
    """Tell whether the list takes the keys now."""
    view: QWidget | None = option.widget
    return view is not None and view.hasFocus()
