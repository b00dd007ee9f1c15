"""Paints the rows of the log: a card for each month, the days at its left, figures at its right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.log_model import LogRow, RowKind, RowRole
from coreapp.ui.pages.log.row_text import RowText, RowTexts
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import edge_pen, paint_ground, paint_ring
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_PICTURE: Final = (60, 44)
_AIR: Final = 2
"""Between a figure and the edge of its stage."""
_INSET: Final = 12
"""From the edge of the card to the ground of a row, and from there to what is in it."""
_ROW: Final = 56
_ABOVE: Final = 2
"""Above what a month came to, where that is wrapped beneath its name."""
_MONTH: Final = 48
_FOOT: Final = 12
_DAY: Final = 116
_APART: Final = 12
"""Between two days: what belongs to one stands together."""
_HEAD: Final = 30
"""Height of a day's name above its first row, where there is no room beside it."""
_FIGURE: Final = 60
_BUTTON: Final = 36
_GAP: Final = 14
_BETWEEN: Final = 16
"""Between the name of a month and what it came to."""
_ICON: Final = 20
_PENCIL: Final = 12
_BESIDE: Final = 620
"""From this width on, at 100 % text, days stand beside their rows."""
_PICTURES: Final = 420
"""From this width on, at 100 % text, there are pictures, and figures beside the words."""


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
        self._texts = RowTexts(theme)
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
            beneath = self._beneath_month(row, self.width - 2 * metrics.CARD_PADDING)
            return pixels(_MONTH) + beneath + foot + (0 if is_first else metrics.CARD_GAP)
        return self._above(row) + pixels(_ROW) + self._more_lines(row) + foot

    def places(self, cell: QRect, row: LogRow, *, is_last: bool) -> RowPlaces:
        """Return where the parts of a row are in its cell."""
        pixels = self._theme.fonts.pixels
        day, gap = pixels(_DAY), pixels(_GAP)
        top = self._above(row)
        ground = cell.adjusted(_INSET, top, -_INSET, -_FOOT if is_last else 0)
        inner = ground.adjusted(_INSET, 0, -_INSET // 2, 0)
        head = QRect(inner.left(), inner.top(), day, inner.height())
        if self.beside:
            inner.setLeft(inner.left() + day + gap)
            ground.setLeft(inner.left() - _INSET)
        else:
            apart = pixels(_APART)
            head = QRect(inner.left(), cell.top() + apart, inner.width(), top - apart)
        button = QRect(0, 0, pixels(_BUTTON), pixels(_BUTTON))
        button.moveCenter(inner.center())
        button.moveRight(inner.right())
        inner.setRight(button.left() - 4)
        picture = QRect()
        if self._pictures:
            picture = QRect(inner.topLeft(), QSize(*map(pixels, _PICTURE)))
            picture.moveTop(inner.center().y() - picture.height() // 2)
            inner.setLeft(picture.right() + gap)
            if row.kind is RowKind.BREAK:
                picture.translate(pixels(_ICON), 0)
                inner.setLeft(inner.left() + pixels(_ICON))
        figures: list[QRect] = []
        left = inner.right()
        for figure, word in reversed(row.figures) if self._pictures else ():
            wide = max(pixels(_FIGURE), self._texts.width(word, Type.CAPTION) + _INSET)
            left -= wide
            figures.insert(0, QRect(left, ground.top(), wide, ground.height()))
            if figure:
                # Where there is none, the words may go on.
                inner.setRight(left)
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
        """Tell all of a title or a line that has no room for it."""
        row = index.data(RowRole.ROW) if index.isValid() else None
        if not isinstance(row, LogRow) or row.kind is RowKind.MONTH:
            return False
        is_last = bool(index.data(RowRole.IS_LAST))
        room = self.places(option.rect, row, is_last=is_last).words.width()
        said = ((row.title, Type.BODY_STRONG), (row.line, Type.CAPTION))
        cut = [text for text, kind in said if self._texts.width(text, kind) > room]
        QToolTip.showText(event.globalPos(), "\n".join(cut), view)
        return True

    @property
    def beside(self) -> bool:
        """Whether there is room for days beside their rows."""
        return self.width >= self._theme.fonts.pixels(_BESIDE)

    @property
    def _pictures(self) -> bool:
        return self.width >= self._theme.fonts.pixels(_PICTURES)

    def _above(self, row: LogRow) -> int:
        """Return what a day has above its first row."""
        if not row.head[0]:
            return 0
        return self._theme.fonts.pixels(_APART if self.beside else _APART + _HEAD)

    def _more_lines(self, row: LogRow) -> int:
        """Return what a row takes more where its title or its line needs several.

        Where days stand beside their rows there is room for nearly all of it in one line, and who
        points at a row is told the rest. Else the text is large: then nothing is cut off.
        """
        if self.beside:
            return 0
        room = self.places(QRect(0, 0, self.width, _ROW), row, is_last=False).words.width()
        title = self._texts.wrapped_more(row.title, Type.BODY_STRONG, room)
        return title + self._texts.wrapped_more(self._line(row), Type.CAPTION, room)

    def _line(self, row: LogRow) -> str:
        """Return the line beneath a title, with the figures that have no place of their own."""
        figures = () if self._pictures else row.figures
        told = (f"{word}\N{NO-BREAK SPACE}{figure}" for figure, word in figures if figure)
        return " · ".join(each for each in (row.line, *told) if each)

    def _beneath_month(self, row: LogRow, room: int) -> int:
        """Return what a month takes more where what it came to has no room beside its name."""
        name = self._texts.width(row.title, Type.TITLE)
        if name + _BETWEEN + self._texts.width(row.line, Type.BODY) <= room:
            return 0
        return self._texts.wrapped_height(row.line, Type.CAPTION, room)

    def _paint_month(self, painter: QPainter, cell: QRect, row: LogRow, *, is_first: bool) -> None:
        box = cell.adjusted(0, 0 if is_first else metrics.CARD_GAP, 0, 0)
        tokens = self._theme.tokens
        self._paint_card(painter, box, is_first=True, is_last=False)
        inner = box.adjusted(metrics.CARD_PADDING, 8, -metrics.CARD_PADDING, 0)
        beneath = self._beneath_month(row, inner.width())
        inner.setBottom(inner.bottom() - beneath)
        self._texts.write(painter, inner, RowText(row.title, Type.TITLE, tokens.ink))
        if beneath:
            top = inner.center().y() + self._texts.line_height(Type.TITLE) // 2 + _ABOVE
            below = QRect(inner.left(), top, inner.width(), beneath)
            self._texts.write_wrapped(painter, below, RowText(row.line, Type.CAPTION, tokens.ink2))
        else:
            came_to = RowText(row.line, Type.BODY, tokens.ink2)
            self._texts.write(painter, inner, came_to, Qt.AlignmentFlag.AlignRight)

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
            paint_ring(painter, QRectF(ground), metrics.RADIUS_BUTTON, tokens)
        painter.setPen(edge_pen(tokens))

    def _paint_row(self, painter: QPainter, places: RowPlaces, row: LogRow) -> None:
        tokens = self._theme.tokens
        if row.head[0]:
            self._paint_head(painter, places.head, row)
        if not places.picture.isEmpty():
            self._paint_picture(painter, places.picture, row)
        title = RowText(row.title, Type.BODY_STRONG, tokens.ink)
        line = RowText(self._line(row), Type.CAPTION, tokens.ink2)
        if self._more_lines(row):
            self._texts.write_wrapped_lines(painter, places.words, (title, line))
        else:
            self._texts.write_lines(painter, places.words, (title, line))
        for box, (figure, word) in zip(places.figures, row.figures, strict=False):
            if figure:
                value = RowText(figure, Type.TITLE, tokens.ink)
                below = RowText(word, Type.CAPTION, tokens.ink2)
                middle = Qt.AlignmentFlag.AlignHCenter
                self._texts.write_lines(painter, box, (value, below), middle)
        self._paint_button(painter, places.button, row)

    def _paint_head(self, painter: QPainter, box: QRect, row: LogRow) -> None:
        """Write the day, with a pencil after its date: a click asks how it was."""
        tokens = self._theme.tokens
        name = RowText(row.head[0], Type.BODY_STRONG, tokens.ink)
        date = RowText(row.head[1], Type.CAPTION, tokens.ink2)
        side = self._theme.fonts.pixels(_PENCIL)
        left, middle = float(box.left()), float(box.center().y())
        if self.beside:
            self._texts.write_lines(painter, box, (name, date))
            middle += self._texts.line_height(name.kind) / 2
        else:
            self._texts.write(painter, box, name)
            left += self._texts.width(name.text, name.kind) + side / 2
            beyond = box.adjusted(round(left) - box.left(), 0, 0, 0)
            self._texts.write(painter, beyond, date)
        left += self._texts.width(date.text, date.kind) + side / 2
        place = QRectF(left, middle - side / 2, side, side)
        self._theme.icons.paint(painter, place, Icon.EDIT, tokens.colour("ink3"))

    def _paint_picture(self, painter: QPainter, box: QRect, row: LogRow) -> None:
        inner = box.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        picture = None
        if row.exercise:
            dpr = painter.device().devicePixelRatioF()
            picture = self._figures.find(FigureShot(row.exercise), inner.size(), dpr)
        # Whether there is a figure is asked when one was looked for: its file has been read then.
        if row.exercise and (picture is None or self._has_figure(row.exercise)):
            tokens = self._theme.tokens
            paint_ground(painter, QRectF(box), metrics.RADIUS_KEY, tokens.stage, tokens)
            if picture is not None:
                painter.drawPixmap(inner, picture)
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
