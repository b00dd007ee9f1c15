"""Paints the rows of the log: a card for each month, the days at its left, figures at its right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.log_model import LogRow, RowKind, RowRole
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import edge_pen, paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

PICTURE: Final = 44
_INSET: Final = 12
"""From the edge of the card to the ground of a row, and from there to what is in it."""
_ROW: Final = 60
_MONTH: Final = 56
_FOOT: Final = 12
_DAY: Final = 116
_HEAD: Final = 46
"""Height of a day's name above its first row, where there is no room beside it."""
_FIGURE: Final = 60
_BUTTON: Final = 36
_GAP: Final = 14
_ICON: Final = 20
_PENCIL: Final = 12
_BESIDE: Final = 620
"""From this width on, at 100 % text, days stand beside their rows."""
_LARGE_TEXT: Final = 1.4
"""From this size of text on there are no pictures, and figures stand in the line."""


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the parts of a row are.

    Attributes:
        ground: of the row.
        head: name and date of the day.
        picture: the figure or the icon; empty where there is no room.
        words: title and line.
        figures: one place for each small figure, from left to right.
        button: what opens the menu.
    """

    ground: QRect
    head: QRect
    picture: QRect
    words: QRect
    figures: tuple[QRect, ...]
    button: QRect


class LogDelegate(QStyledItemDelegate):
    """Paints a row; says where its parts are, for the mouse."""

    def __init__(
        self, theme: Theme, figures: LateFigures, has_figure: Callable[[str], bool]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._has_figure = has_figure
        self._figures = figures
        self.width = 0
        self.hovered = QPersistentModelIndex()
        self.ringed = QPersistentModelIndex()

    def height(self, row: LogRow, *, is_first: bool, is_last: bool) -> int:
        """Return how high a row is, in pixels: `is_first` of all, `is_last` of its month."""
        pixels = self._theme.fonts.pixels
        foot = _FOOT if is_last else 0
        if row.kind is RowKind.MONTH:
            return pixels(_MONTH) + foot + (0 if is_first else metrics.CARD_GAP)
        head = pixels(_HEAD) if row.head[0] and not self.beside else 0
        return pixels(_ROW) + head + foot

    def places(self, cell: QRect, row: LogRow, *, is_last: bool) -> RowPlaces:
        """Return where the parts of a row are in its cell."""
        pixels = self._theme.fonts.pixels
        day, gap = pixels(_DAY), pixels(_GAP)
        top = 0 if self.beside or not row.head[0] else pixels(_HEAD)
        ground = cell.adjusted(_INSET, top, -_INSET, -_FOOT if is_last else 0)
        inner = ground.adjusted(_INSET, 0, -_INSET // 2, 0)
        head = QRect(inner.left(), inner.top(), day, inner.height())
        if self.beside:
            inner.setLeft(inner.left() + day + gap)
            ground.setLeft(inner.left() - _INSET)
        else:
            head = QRect(inner.left(), cell.top(), inner.width(), top)
        button = QRect(0, 0, pixels(_BUTTON), pixels(_BUTTON))
        button.moveCenter(inner.center())
        button.moveRight(inner.right())
        inner.setRight(button.left() - 4)
        picture = QRect()
        if self._pictures:
            picture = QRect(inner.left(), inner.center().y() - PICTURE // 2, PICTURE, PICTURE)
            inner.setLeft(picture.right() + gap)
            if row.kind is RowKind.BREAK:
                picture.translate(pixels(_ICON), 0)
                inner.setLeft(inner.left() + pixels(_ICON))
        figures: list[QRect] = []
        words = QFontMetrics(self._theme.font(Type.CAPTION))
        for _figure, word in reversed(row.figures) if self._pictures else ():
            wide = max(pixels(_FIGURE), words.horizontalAdvance(word) + _INSET)
            inner.setRight(inner.right() - wide)
            figures.insert(0, QRect(inner.right(), ground.top(), wide, ground.height()))
        return RowPlaces(ground, head, picture, inner, tuple(figures), button)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: LogRow = index.data(RowRole.ROW)
        is_last = bool(index.data(RowRole.IS_LAST))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.MONTH:
            self._paint_month(painter, option.rect, row, is_first=index.row() == 0)
        else:
            self._paint_card(painter, option.rect, is_first=False, is_last=is_last)
            places = self.places(option.rect, row, is_last=is_last)
            self._paint_state(painter, places.ground, index)
            self._paint_row(painter, places, row)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole line of a row that has no room for it."""
        row = index.data(RowRole.ROW) if index.isValid() else None
        if not isinstance(row, LogRow) or row.kind is RowKind.MONTH:
            return False
        is_last = bool(index.data(RowRole.IS_LAST))
        room = self.places(option.rect, row, is_last=is_last).words.width()
        wide = self._width(_Text(row.line, Type.CAPTION, self._theme.tokens.ink2))
        QToolTip.showText(event.globalPos(), row.line if wide > room else "", view)
        return True

    @property
    def beside(self) -> bool:
        """Whether there is room for days beside their rows."""
        return self.width >= self._theme.fonts.pixels(_BESIDE) and self._pictures

    @property
    def _pictures(self) -> bool:
        return self._theme.fonts.factor <= _LARGE_TEXT

    def _paint_month(self, painter: QPainter, cell: QRect, row: LogRow, *, is_first: bool) -> None:
        box = cell.adjusted(0, 0 if is_first else metrics.CARD_GAP, 0, 0)
        tokens = self._theme.tokens
        self._paint_card(painter, box, is_first=True, is_last=False)
        inner = box.adjusted(metrics.CARD_PADDING, 8, -metrics.CARD_PADDING, 0)
        name = _Text(row.title, Type.TITLE, tokens.ink)
        came_to = _Text(row.line, Type.BODY, tokens.ink2)
        room = self._width(name) + 16
        if room + self._width(came_to) > inner.width():
            self._two_lines(painter, inner, name, _Text(row.line, Type.CAPTION, tokens.ink2))
            return
        self._write(painter, inner, name)
        inner.setLeft(inner.left() + room)
        self._write(painter, inner, came_to, Qt.AlignmentFlag.AlignRight)

    def _width(self, text: "_Text") -> int:
        return QFontMetrics(self._theme.font(text.kind)).horizontalAdvance(text.text)

    def _paint_card(self, painter: QPainter, cell: QRect, *, is_first: bool, is_last: bool) -> None:
        """Paint the part of a month's card that lies behind a row: beyond it the card goes on."""
        tokens = self._theme.tokens
        half = 0.5 if tokens.strong else 0.0
        beyond = 2 * metrics.RADIUS_CARD
        above = half if is_first else -beyond
        below = -half if is_last else beyond
        painter.setClipRect(cell, Qt.ClipOperation.IntersectClip)
        painter.setPen(edge_pen(tokens))
        painter.setBrush(tokens.card)
        card = QRectF(cell).adjusted(half, above, -half, below)
        painter.drawRoundedRect(card, metrics.RADIUS_CARD, metrics.RADIUS_CARD)

    def _paint_state(self, painter: QPainter, ground: QRect, index: Index) -> None:
        """Show where the mouse is, and the keyboard."""
        tokens = self._theme.tokens
        if self.hovered == index:
            hover = tokens.colour("hover")
            paint_ground(painter, QRectF(ground), metrics.RADIUS_BUTTON, hover, tokens)
        if self.ringed == index:
            half = metrics.FOCUS_WIDTH / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.ink, metrics.FOCUS_WIDTH))
            box = QRectF(ground).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, metrics.RADIUS_BUTTON, metrics.RADIUS_BUTTON)
        painter.setPen(edge_pen(tokens))

    def _paint_row(self, painter: QPainter, places: RowPlaces, row: LogRow) -> None:
        tokens = self._theme.tokens
        if row.head[0]:
            self._paint_head(painter, places.head, row)
        if not places.picture.isEmpty():
            self._paint_picture(painter, places.picture, row)
        line = row.line
        if not places.figures:
            told = (f"{word} {figure}" for figure, word in row.figures if figure)
            line = " · ".join(each for each in (row.line, *told) if each)
        title = _Text(row.title, Type.BODY_STRONG, tokens.ink)
        self._two_lines(painter, places.words, title, _Text(line, Type.CAPTION, tokens.ink2))
        # With large text there is no room for them: then they stand in the line.
        for box, (figure, word) in zip(places.figures, row.figures, strict=False):
            if figure:
                value = _Text(figure, Type.TITLE, tokens.ink)
                below = _Text(word, Type.CAPTION, tokens.ink2)
                self._two_lines(painter, box, value, below, align=Qt.AlignmentFlag.AlignHCenter)
        self._paint_button(painter, places.button, row)

    def _paint_head(self, painter: QPainter, box: QRect, row: LogRow) -> None:
        """Write the day, with a pencil after its date: a click asks how it was."""
        tokens = self._theme.tokens
        name = _Text(row.head[0], Type.BODY_STRONG, tokens.ink)
        date = _Text(row.head[1], Type.CAPTION, tokens.ink2)
        self._two_lines(painter, box, name, date)
        heights = [QFontMetrics(self._theme.font(each.kind)).height() for each in (name, date)]
        side = self._theme.fonts.pixels(_PENCIL)
        room = self._width(date)
        top = box.center().y() - sum(heights) // 2 + heights[0] + (heights[1] - side) / 2
        place = QRectF(box.left() + room + side / 2, top, side, side)
        self._theme.icons.paint(painter, place, Icon.EDIT, tokens.colour("ink3"))

    def _paint_picture(self, painter: QPainter, box: QRect, row: LogRow) -> None:
        if row.exercise and self._has_figure(row.exercise):
            dpr = painter.device().devicePixelRatioF()
            picture = self._figures.find(FigureShot(row.exercise), box.size(), dpr)
            if picture is not None:
                painter.drawPixmap(box, picture)
        elif row.icon is not None:
            self._icon(painter, box, row.icon, _ICON)

    def _paint_button(self, painter: QPainter, box: QRect, row: LogRow) -> None:
        icons = {None: Icon.MORE, False: Icon.CHEVRON_DOWN, True: Icon.CHEVRON_UP}
        self._icon(painter, box, icons[row.is_open], _ICON - 2)

    def _icon(self, painter: QPainter, box: QRect, icon: Icon, size: int) -> None:
        side = self._theme.fonts.pixels(size)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(box).center())
        self._theme.icons.paint(painter, place, icon, self._theme.tokens.colour("ink2"))

    def _two_lines(
        self,
        painter: QPainter,
        box: QRect,
        above: "_Text",
        below: "_Text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write two lines in the middle of a box, or one if there is no second."""
        heights = [QFontMetrics(self._theme.font(each.kind)).height() for each in (above, below)]
        high = sum(heights) if below.text else heights[0]
        top = box.center().y() - high // 2
        for text, height in zip((above, below), heights, strict=True):
            line = QRect(box.left(), top, box.width(), height)
            self._write(painter, line, text, align)
            top += height

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: "_Text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = self._theme.font(text.kind)
        painter.setFont(font)
        painter.setPen(text.colour)
        mode = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(text.text, mode, box.width())
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    kind: Type
    colour: QColor
