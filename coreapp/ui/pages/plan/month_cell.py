"""A day of a month: its number, habits as marks, sessions as lines with a figure."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coreapp.i18n import _
from coreapp.services.plan_day_words import cell_words
from coreapp.services.plan_items import PlanDay
from coreapp.ui.pages.plan.cell_parts import INSET, CellBrush, CellLook, ItemBox
from coreapp.ui.pages.plan.item_signs import SIGNS, state_icon
from coreapp.ui.theme.fonts import Type

_WIDE_PADDING: Final = 9.0
_PADDING: Final = 6.0
_WIDE: Final = 84.0
"""From this width on a cell has the wider padding, in pixels at 100 % text."""
_LEAST_FIGURE: Final = 26.0
_MOST_FIGURE: Final = 62.0
_BEYOND: Final = 4.0
"""A figure without words goes so far beyond where words end."""
_LEAST: Final = 84.0


class MonthCells:
    """Small days; satisfies `Cells`."""

    def __init__(self, brush: CellBrush) -> None:
        self._brush = brush

    def height(self, day: PlanDay, width: float) -> float:
        """Return the same for all days: a month has rows of one height."""
        return self._brush.pixels(_LEAST)

    def boxes(self, cell: QRectF, day: PlanDay) -> list[ItemBox]:
        """Return where the items lie, as they do on the day itself."""
        return self._boxes(cell, day, CellLook(day.day))

    def _boxes(self, cell: QRectF, day: PlanDay, look: CellLook) -> list[ItemBox]:
        """Return the lines that have room, the first of them with its figure beneath."""
        inner, step = self._inner(cell), self._line()
        top = self._below_number(inner) + (step if day.mark is not None else 0)
        sessions = day.sessions
        if figures := self._figures_alone(inner.adjusted(0, top - inner.top(), 0, 0), day, look):
            return figures
        fits = max(0, int((inner.bottom() - top + 2) // step))
        if len(sessions) > fits:
            sessions = sessions[: max(0, fits - 1)]
        found = []
        for index, item in enumerate(sessions):
            line = QRectF(inner.left(), top + index * step, inner.width(), step)
            found.append(ItemBox(item, line.adjusted(-4, 0, 4, 0), line))
        # In a narrow cell two lines would break words, and leave no room for the picture.
        if len(found) == len(sessions) == 1 and cell.width() >= self._brush.pixels(_WIDE):
            self._give_second_line(found[0], inner)
        self._place_figure(found, inner, day)
        return found

    def paint(self, painter: QPainter, cell: QRectF, day: PlanDay, look: CellLook) -> None:
        """Paint a day."""
        brush, inner = self._brush, self._inner(cell)
        box = cell.adjusted(INSET, INSET, -INSET, -INSET)
        brush.ground(painter, box, look, day.day)
        room = brush.head(painter, inner, day, look)
        if day.habits:
            brush.habits(painter, room, day.habits)
        brush.mark(painter, self._mark_line(inner), day)
        boxes = self._boxes(cell, day, look)
        for each in boxes:
            if look.item == each.item.key and look.has_keys:
                brush.chosen_item(painter, each.box)
            brush.figure(painter, each.figure, each.item, look, day.day)
            self._paint_words(painter, each, day, look)
        if len(boxes) < len(day.sessions):
            self._paint_more(painter, inner, len(day.sessions) - len(boxes))
        brush.edges(painter, box, look)

    def _paint_words(self, painter: QPainter, place: ItemBox, day: PlanDay, look: CellLook) -> None:
        """Paint the words of an item; a long title goes on in the second line."""
        brush, item, text = self._brush, place.item, cell_words(place.item)
        if not place.line.isValid():
            return
        if not place.second.isValid():
            brush.words(painter, place.line, item, text, look, day.day)
            return
        has_sign = state_icon(item, day.day, look.today) in SIGNS
        text, rest = brush.in_two(item, text, place.line.width(), has_sign=has_sign)
        kind, colour = brush.word_look(item, look, day.day)
        if has_sign:
            brush.words(painter, place.line, item, text, look, day.day)
        else:
            brush.texts.paint(painter, place.line, text, kind, colour)
        brush.texts.paint(painter, place.second, rest, kind, colour)

    def _give_second_line(self, place: ItemBox, inner: QRectF) -> None:
        """Let a long title go on beneath, where the picture still has room below it."""
        step, brush = self._line(), self._brush
        is_long = bool(brush.in_two(place.item, cell_words(place.item), place.line.width())[1])
        if is_long and inner.bottom() - place.line.bottom() - step >= _LEAST_FIGURE:
            place.second = place.line.translated(0, step - 2)
            place.box.setBottom(place.second.bottom())

    def _place_figure(self, found: list[ItemBox], inner: QRectF, day: PlanDay) -> None:
        """Give the first session the room beneath the lines, if all lines have theirs."""
        if not found or len(found) < len(day.sessions):
            return
        bottom = max(found[-1].line.bottom(), found[-1].second.bottom()) + 1
        high = min(self._brush.pixels(_MOST_FIGURE), inner.bottom() - bottom + 3)
        shown = next((each for each in found if each.item.is_there and each.item.picture), None)
        if shown is None or high < _LEAST_FIGURE:
            return
        wide = min(inner.width(), 1.5 * high)
        shown.figure = QRectF(inner.center().x() - wide / 2, inner.bottom() + 3 - high, wide, high)
        if len(found) == 1:
            shown.box = shown.box.united(shown.figure)

    def _figures_alone(self, room: QRectF, day: PlanDay, look: CellLook) -> list[ItemBox]:
        """Return large figures, one beneath the other, where no line has room for a word.

        Empty where something can be told, where one has no figure, and where they would be tiny.
        """
        items, brush = day.sessions, self._brush
        for item in items:
            text = cell_words(item)
            if not item.is_there or not item.picture:
                return []
            if brush.is_told(item, text, room.width(), look, day.day):
                return []
        high = min(brush.pixels(_MOST_FIGURE), (room.height() + 3) / max(1, len(items)))
        if high < _LEAST_FIGURE:
            return []
        wide = min(room.width() + 2 * _BEYOND, 1.5 * high)
        left = room.center().x() - wide / 2
        top = room.center().y() + 1.5 - len(items) * high / 2
        places = [QRectF(left, top + index * high, wide, high) for index in range(len(items))]
        return [
            ItemBox(item, place, QRectF(), place) for item, place in zip(items, places, strict=True)
        ]

    def _paint_more(self, painter: QPainter, inner: QRectF, count: int) -> None:
        brush = self._brush
        line = QRectF(inner.left(), inner.bottom() - self._line() + 2, inner.width(), self._line())
        text = _("{count} more").format(count=count)
        if brush.texts.width(Type.CAPTION, text) > line.width():
            text = f"+{count}"
        brush.texts.paint(painter, line, text, Type.CAPTION, brush.theme.tokens.ink2)

    def _inner(self, cell: QRectF) -> QRectF:
        is_wide = cell.width() >= self._brush.pixels(_WIDE)
        side = INSET + (_WIDE_PADDING if is_wide else _PADDING)
        return cell.adjusted(side, INSET + 8, -side, -INSET - 6)

    def _line(self) -> float:
        return self._brush.line_height() + 3

    def _below_number(self, inner: QRectF) -> float:
        return inner.top() + self._brush.line_height(Type.BODY_STRONG) + 3

    def _mark_line(self, inner: QRectF) -> QRectF:
        return QRectF(inner.left(), self._below_number(inner), inner.width(), self._line())
