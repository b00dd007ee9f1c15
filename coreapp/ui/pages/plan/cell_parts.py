"""What cells of the calendar are made of: where things lie, and how they are painted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coreapp.services.plan_day_words import tiny_words
from coreapp.services.plan_items import DayItem, ItemState, PlanDay
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.plan.cell_texts import CellTexts
from coreapp.ui.pages.plan.cell_words import ICON_GAP, said_in_line, said_of_mark
from coreapp.ui.pages.plan.item_signs import SIGNS, icon_of, state_icon
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import line_width, paint_ground, paint_ring, strength
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

INSET: Final = 3.0
"""Half of the gap between two cells."""

ICON: Final = 14
DONE_STRENGTH: Final = 0.5
_LEAST_SIGN: Final = 11.0
_BEYOND: Final = 3.0
"""Into the padding of its cell a mark may go so far."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is looked at.

    Attributes:
        in_month: it belongs to the month that is shown.
        has_keys: the keyboard is on it.
        is_target: what is dragged would be dropped on it.
        item: the key of the item that is chosen, or empty.
        dragged: the key of the item that is dragged, or empty.
    """

    today: date
    in_month: bool = True
    is_chosen: bool = False
    has_keys: bool = False
    is_target: bool = False
    item: str = ""
    dragged: str = ""


@dataclass(slots=True)
class ItemBox:
    """Where an item lies in a cell.

    Attributes:
        box: all of it, which can be pressed.
        line: its words, with the icon before them; empty where only its figure says what it is.
        figure: its picture; empty if there is no room.
        second: what its words go on in; empty if there is no room, or one line is enough.
    """

    item: DayItem
    box: QRectF
    line: QRectF
    figure: QRectF = field(default_factory=QRectF)
    second: QRectF = field(default_factory=QRectF)


class Cells(Protocol):
    """One way of showing days: small ones of a month, or tall ones of a week."""

    def boxes(self, cell: QRectF, day: PlanDay) -> list[ItemBox]:
        """Return where the items of a day lie that can be pressed."""

    def paint(self, painter: QPainter, cell: QRectF, day: PlanDay, look: CellLook) -> None:
        """Paint a day."""

    def height(self, day: PlanDay, width: float) -> float:
        """Return how high a day is at least, with the gaps around it."""


class CellBrush:
    """Paints the parts that all cells have.

    Attributes:
        theme: the look.
        texts: the words.
    """

    def __init__(self, theme: Theme, figures: LateFigures) -> None:
        self.theme = theme
        self.texts = CellTexts(theme)
        self._figures = figures

    def pixels(self, size: float) -> float:
        """Return a length that belongs to text."""
        return float(self.theme.fonts.pixels(size))

    def line_height(self, kind: Type = Type.CAPTION) -> float:
        """Return the height of a line."""
        return self.theme.fonts.line_height(kind)

    def ground(self, painter: QPainter, box: QRectF, look: CellLook, day: date) -> None:
        """Paint the ground of a cell: paper, ember for today, nothing beside the month."""
        tokens = self.theme.tokens
        if day == look.today:
            paint_ground(painter, box, metrics.RADIUS_BUTTON, tokens.accent_soft, tokens)
        elif look.in_month:
            paint_ground(painter, box, metrics.RADIUS_BUTTON, tokens.card, tokens)

    def edges(self, painter: QPainter, box: QRectF, look: CellLook) -> None:
        """Paint the lines around a cell: chosen, with the keys, or a target."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tokens, radius = self.theme.tokens, float(metrics.RADIUS_BUTTON)
        if look.is_chosen:
            paint_ring(painter, box, radius - 1, tokens)
        if look.has_keys:
            painter.setPen(QPen(tokens.ink, line_width(tokens, 1.5)))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
        if look.is_target:
            painter.setPen(QPen(tokens.accent, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)

    def number(self, painter: QPainter, at: QPointF, day: date, look: CellLook) -> None:
        """Paint the day of the month, with its top left corner at a point."""
        tokens = self.theme.tokens
        # What is ahead is what one looks for.
        colour = tokens.ink if look.in_month and day >= look.today else tokens.ink2
        kind = Type.BODY_STRONG
        painter.setFont(self.texts.font(kind))
        painter.setPen(tokens.accent_text if day == look.today else colour)
        baseline = at + QPointF(0, self.texts.metric(kind).ascent())
        painter.drawText(baseline, str(day.day))

    def habits(self, painter: QPainter, room: QRectF, items: tuple[DayItem, ...]) -> None:
        """Paint the daily habits as marks, from the right; a tick says what is done.

        Where there is no room for their numbers they are signs alone, and a tick alone is done.
        """
        side = self.pixels(ICON)
        texts = [str(each.passes or each.minutes or "") for each in items]
        open_widths = [side + 7 + self.texts.width(Type.CAPTION, text) for text in texts]
        widths = [
            2 * side + 6 if each.state is ItemState.DONE else wide
            for each, wide in zip(items, open_widths, strict=True)
        ]
        right = room.right()
        if sum(widths) > room.width():
            self._signs_alone(painter, room, items)
            return
        for item, text, wide in reversed(list(zip(items, texts, widths, strict=True))):
            right -= wide
            self._habit(painter, QPointF(right + 4, room.center().y()), item, text)

    def _habit(self, painter: QPainter, at: QPointF, item: DayItem, text: str) -> None:
        """Paint one mark, with its left edge and middle at a point."""
        tokens, side = self.theme.tokens, self.pixels(ICON)
        box = QRectF(at.x(), at.y() - side / 2, side, side)
        self.theme.icons.paint(painter, box, icon_of(item), tokens.ink2)
        if item.state is ItemState.DONE:
            box.translate(side + 2, 0)
            self.theme.icons.paint(painter, box, Icon.CHECK, tokens.done_text)
            return
        self.texts.paint_at(painter, box.right() + 3, at.y(), text, Type.CAPTION, tokens.ink2)

    def _signs_alone(self, painter: QPainter, room: QRectF, items: tuple[DayItem, ...]) -> None:
        tokens = self.theme.tokens
        side = min(self.pixels(ICON), max(_LEAST_SIGN, room.width() / len(items)))
        # What has no room is left to the card of the day.
        items = items[: int((room.width() + 3) // side)]
        right = room.right() + 2
        for item in reversed(items):
            right -= side
            box = QRectF(right, room.center().y() - side / 2, side, side)
            is_done = item.state is ItemState.DONE
            icon = Icon.CHECK if is_done else icon_of(item)
            self.theme.icons.paint(painter, box, icon, tokens.done_text if is_done else tokens.ink2)

    def words(
        self, painter: QPainter, line: QRectF, item: DayItem, text: str, look: CellLook, day: date
    ) -> None:
        """Paint the icon and the words of an item in one line."""
        tokens, texts, side = self.theme.tokens, self.texts, self.pixels(ICON)
        kind, colour = self.word_look(item, look, day)
        top = line.center().y() - side / 2
        icon = state_icon(item, day, look.today)
        # What an item is, is said by its words and figure; what became of it only by the sign.
        room = line.width() + 2
        text = said_in_line(item, text, texts, kind, room, side if icon in SIGNS else 0.0)
        fits = texts.width(kind, text) + side + ICON_GAP <= room
        if fits or icon is not icon_of(item):
            tint = tokens.done_text if icon is Icon.CHECK else colour
            self.theme.icons.paint(painter, QRectF(line.left() - 1, top, side, side), icon, tint)
            line = line.adjusted(side + ICON_GAP - 1, 0, 0, 0)
        texts.paint(painter, line, text, kind, colour)

    def word_look(self, item: DayItem, look: CellLook, day: date) -> tuple[Type, QColor]:
        """Return the font and the colour of an item's words: strong while it is to be done."""
        tokens, is_open = self.theme.tokens, item.is_open and day >= look.today
        colour = tokens.ink if is_open else tokens.ink2
        if is_open and day == look.today:
            colour = tokens.accent_text
        return Type.CAPTION_STRONG if is_open else Type.CAPTION, colour

    def is_told(self, item: DayItem, text: str, width: float, look: CellLook, day: date) -> bool:
        """Whether a line so wide has words for an item, or the sign of what became of it."""
        if state_icon(item, day, look.today) in SIGNS:
            return True
        kind, _colour = self.word_look(item, look, day)
        return bool(said_in_line(item, text, self.texts, kind, width + 2))

    def in_two(
        self, item: DayItem, text: str, width: float, *, has_sign: bool = True
    ) -> tuple[str, str]:
        """Return words in two lines, the first perhaps behind a sign; all in one if there is room.

        What has a short form is one line: that says enough.
        """
        kind = Type.CAPTION_STRONG
        room = width - (self.pixels(ICON) + ICON_GAP - 1 if has_sign else 0)
        if tiny_words(item) or self.texts.width(kind, text) <= room:
            return text, ""
        first = self.texts.lines(kind, text, room)[0]
        # A hyphen at its end may be the word's own, or the one it was broken with.
        seen = first if text.startswith(first) else first.removesuffix("-")
        return first, text[len(seen) :].lstrip()

    def sign(
        self, painter: QPainter, line: QRectF, item: DayItem, day: date, look: CellLook
    ) -> bool:
        """Paint what became of an item, as a sign alone; tell whether there is one."""
        icon, side = state_icon(item, day, look.today), self.pixels(ICON)
        if icon not in SIGNS:
            return False
        tokens = self.theme.tokens
        box = QRectF(line.left() - 1, line.center().y() - side / 2, side, side)
        tint = tokens.done_text if icon is Icon.CHECK else tokens.ink2
        self.theme.icons.paint(painter, box, icon, tint)
        return True

    def figure(
        self, painter: QPainter, box: QRectF, item: DayItem, look: CellLook, day: date
    ) -> None:
        """Paint the picture of an item; half as strong if it is done or past."""
        size = QSize(round(box.width()), round(box.height()))
        # Not asked whether there is one: that reads its file, and the page would wait for it.
        if not item.picture or size.isEmpty():
            return
        dpr = painter.device().devicePixelRatioF()
        picture = self._figures.find(FigureShot(item.picture), size, dpr)
        if picture is None:
            return
        is_strong = item.is_open and day >= look.today and item.key != look.dragged
        painter.setOpacity(1.0 if is_strong else strength(self.theme.tokens, DONE_STRENGTH))
        # One of another size stands in until this one is drawn: it is not pulled out of shape.
        shown = picture.deviceIndependentSize().toSize()
        place = QRect(QPoint(), shown.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(box.toRect().center())
        painter.drawPixmap(box.toRect() if shown == size else place, picture)
        painter.setOpacity(1.0)

    def mark(self, painter: QPainter, line: QRectF, day: PlanDay) -> None:
        """Paint the word that a day is marked with."""
        if day.mark is not None:
            kind, colour = Type.CAPTION, self.theme.tokens.ink2
            line = line.adjusted(0, 0, _BEYOND, 0)
            words = said_of_mark(day.mark, self.texts, kind, line.width())
            self.texts.paint(painter, line, words, kind, colour)

    def hint(self, painter: QPainter, at: QPointF) -> float:
        """Paint that there is a hint, with its left edge and middle at a point; return its end."""
        side = self.pixels(ICON)
        box = QRectF(at.x(), at.y() - side / 2, side, side)
        self.theme.icons.paint(painter, box, Icon.INFO, self.theme.tokens.ready_text)
        return box.right()

    def head(self, painter: QPainter, inner: QRectF, day: PlanDay, look: CellLook) -> QRectF:
        """Paint the number of a day and its hint; return the room that is left beside them."""
        self.number(painter, inner.topLeft(), day.day, look)
        left = inner.left() + self.texts.width(Type.BODY_STRONG, str(day.day.day))
        high = self.line_height(Type.BODY_STRONG)
        if day.conflicts:
            left = self.hint(painter, QPointF(left + 3, inner.top() + high / 2))
        return QRectF(left, inner.top(), inner.right() - left, high)

    def chosen_item(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ground of the item that keys act on."""
        tokens = self.theme.tokens
        paint_ground(painter, box, metrics.RADIUS_KEY, tokens.selected, tokens)
