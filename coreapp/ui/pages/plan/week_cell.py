"""A day of a week: everything that is on it, by its time, with figure, title and length."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coreapp.i18n import format_minutes, format_time, ngettext
from coreapp.services.plan_day_words import state_words
from coreapp.services.plan_items import DayItem, PlanDay
from coreapp.ui.pages.plan.cell_parts import ICON, INSET, CellBrush, CellLook, ItemBox
from coreapp.ui.theme.fonts import Type

_PADDING: Final = 9.0
_NARROW_PADDING: Final = 5.0
_WIDE: Final = 84.0
"""From this width on a cell has the wider padding, in pixels at 100 % text."""
_FIGURE: Final = 56.0
"""The least height of a figure where the day is wide enough, in pixels at 100 % text."""
_MOST_FIGURE: Final = 92.0
_SHAPE: Final = 1.5
"""A figure is so much wider than high."""
_HABIT_SHARE: Final = 0.7
"""What is daily stands back behind what is not."""
_GAP: Final = 14.0
_SIGN_GAP: Final = 4.0
_MOST_LINES: Final = 3
_LEAST: Final = 208.0
_FOOT: Final = 14.0


class WeekCells:
    """Tall days; satisfies `Cells`."""

    def __init__(self, brush: CellBrush) -> None:
        self._brush = brush

    def height(self, day: PlanDay, width: float) -> float:
        """Return the height of all that is on a day."""
        boxes = self.boxes(QRectF(0, 0, width, 0), day)
        bottom = boxes[-1].box.bottom() if boxes else 0.0
        return max(self._brush.pixels(_LEAST), bottom + self._brush.pixels(_FOOT))

    def boxes(self, cell: QRectF, day: PlanDay) -> list[ItemBox]:
        """Return the items one below the other."""
        inner = self._inner(cell)
        top = inner.top() + self._brush.line_height(Type.BODY_STRONG) + 6
        if day.mark is not None:
            top += self._line() + 4
        found = []
        for item in day.items:
            figure = self._figure_height(item, inner.width())
            high = figure + self._line_count(item, day, inner.width()) * self._line()
            box = QRectF(inner.left(), top, inner.width(), high)
            place = ItemBox(item, box.adjusted(-4, -3, 4, 3), box.adjusted(0, figure, 0, 0))
            if figure:
                place.figure = QRectF(
                    inner.left(), top, min(inner.width(), _SHAPE * figure), figure
                )
            found.append(place)
            top += high + _GAP
        return found

    def paint(self, painter: QPainter, cell: QRectF, day: PlanDay, look: CellLook) -> None:
        """Paint a day."""
        brush, inner = self._brush, self._inner(cell)
        box = cell.adjusted(INSET, INSET, -INSET, -INSET)
        brush.ground(painter, box, look, day.day)
        brush.head(painter, inner, day, look)
        top = inner.top() + brush.line_height(Type.BODY_STRONG) + 4
        brush.mark(painter, QRectF(inner.left(), top, inner.width(), self._line()), day)
        for each in self.boxes(cell, day):
            if look.item == each.item.key and look.has_keys:
                brush.chosen_item(painter, each.box)
            brush.figure(painter, each.figure, each.item, look, day.day)
            self._paint_words(painter, each, day, look)
        brush.edges(painter, box, look)

    def _paint_words(self, painter: QPainter, place: ItemBox, day: PlanDay, look: CellLook) -> None:
        brush, item, step = self._brush, place.item, self._line()
        tokens, texts = brush.theme.tokens, brush.texts
        is_open = item.is_open and day.day >= look.today
        line = QRectF(place.line.left(), place.line.top(), place.line.width(), step)
        kind = Type.CAPTION_STRONG if is_open else Type.CAPTION
        is_tight = self._is_tight(item, line.width())
        if is_tight:
            is_today = is_open and day.day == look.today
            colour = tokens.accent_text if is_today else tokens.ink if is_open else tokens.ink2
            for text in self._time(item, line.width()):
                texts.paint(painter, line, text, kind, colour)
                line.translate(0, step)
        else:
            brush.words(painter, line, item, format_time(item.start), look, day.day)
            line.translate(0, step)
        for text in self._title(item, line.width()):
            texts.paint(painter, line, text, kind, tokens.ink if is_open else tokens.ink2)
            line.translate(0, step)
        if is_tight and brush.sign(painter, line, item, day.day, look):
            return
        for text in self._detail_lines(item, self._detail(item, day, look), line.width()):
            texts.paint(painter, line, text, Type.CAPTION, tokens.ink2)
            line.translate(0, step)

    def _detail(self, item: DayItem, day: PlanDay, look: CellLook | None = None) -> str:
        """Return what stands beneath the title: how long it is, or what became of it."""
        if not item.is_there:
            return state_words(item, day.day, look.today if look else day.day)
        parts = []
        if item.passes:
            text = ngettext("{count} pass", "{count} passes", item.passes)
            parts.append(text.format(count=item.passes))
        elif item.minutes:
            parts.append(format_minutes(item.minutes * 60))
        return ", ".join(parts)

    def _is_tight(self, item: DayItem, width: float) -> bool:
        """Whether the time has no room beside a sign, which then stands beneath the title."""
        sign = self._brush.pixels(ICON) + _SIGN_GAP
        time = self._brush.texts.width(Type.CAPTION_STRONG, format_time(item.start))
        return sign + time > width + 2

    def _line_count(self, item: DayItem, day: PlanDay, width: float) -> int:
        """Return how many lines an item has; a sign may stand in place of the last ones."""
        is_tight = self._is_tight(item, width)
        time = len(self._time(item, width)) if is_tight else 1
        last = self._detail_lines(item, self._detail(item, day), width)
        return time + len(self._title(item, width)) + max(is_tight, len(last))

    def _time(self, item: DayItem, width: float) -> tuple[str, ...]:
        """Return the time in lines: morning or evening beneath, where it has no room beside."""
        time = format_time(item.start)
        if self._brush.texts.width(Type.CAPTION_STRONG, time) <= width + 1:
            return (time,)
        return tuple(time.split())

    def _title(self, item: DayItem, width: float) -> tuple[str, ...]:
        """Return the title in lines; the last one may be cut off.

        A narrow column with large letters would break every word: there they stay whole. Where one
        is too long by itself, a letter or the figure says more than pieces of words.
        """
        texts, kind = self._brush.texts, Type.CAPTION_STRONG
        is_tight = self._is_tight(item, width)
        lines = (texts.whole_words if is_tight else texts.lines)(kind, item.short, width)
        shown = lines[:_MOST_LINES]
        if is_tight and any(texts.width(kind, each) > width + 1 for each in shown):
            if item.letter:
                return (item.letter,)
            if item.is_there and item.picture:
                return ()
        if len(lines) <= _MOST_LINES:
            return lines
        *first, last = shown
        return (*first, last.rstrip("-") + "…")

    def _detail_lines(self, item: DayItem, detail: str, width: float) -> tuple[str, ...]:
        """Return what stands beneath the title in lines; nothing where a word would be cut off."""
        texts, kind = self._brush.texts, Type.CAPTION
        if not detail:
            return ()
        if not self._is_tight(item, width):
            return texts.lines(kind, detail, width)
        lines = texts.whole_words(kind, detail, width)
        return lines if all(texts.width(kind, each) <= width + 1 for each in lines) else ()

    def _figure_height(self, item: DayItem, width: float) -> float:
        """Return how high the figure of an item is in a day that is so wide; 0 without one."""
        if not item.is_there or not item.picture:
            return 0.0
        least = min(self._brush.pixels(_FIGURE), width)
        height = max(least, min(_MOST_FIGURE, width / _SHAPE))
        return height * _HABIT_SHARE if item.is_habit else height

    def _line(self) -> float:
        return self._brush.line_height() + 2

    def _inner(self, cell: QRectF) -> QRectF:
        is_wide = cell.width() >= self._brush.pixels(_WIDE)
        side = INSET + (_PADDING if is_wide else _NARROW_PADDING)
        return cell.adjusted(side, INSET + 8, -side, -INSET - 8)
