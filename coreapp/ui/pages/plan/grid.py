"""The calendar: moved through by keys, with sessions that are dragged from day to day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from coreapp.domain.month import WEEK_DAYS
from coreapp.i18n import _, format_days
from coreapp.services.plan_day_words import item_sentence
from coreapp.services.plan_items import DayItem
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.plan.cell_parts import ItemBox
from coreapp.ui.pages.plan.day_table import DayTable
from coreapp.ui.pages.plan.drag import ItemDrag
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce

_A_DAY: Final = timedelta(days=1)
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK_DAYS,
    Qt.Key.Key_Down: WEEK_DAYS,
}
_MOVING: Final = Qt.KeyboardModifier.ControlModifier
_CHOOSING: Final = Qt.KeyboardModifier.ShiftModifier


class DayGrid(DayTable):
    """A month or a week of days.

    The arrows go from day to day, Page Up and Page Down to another month or week, Home and End
    through the week; with Shift the arrows, or a click, choose several days. Space goes from
    session to session of a day; Ctrl and an arrow moves the one that is chosen, Delete leaves it
    out, Enter goes on to what can be done on the day.

    Signals:
        day_chosen: the day that is looked at now.
        item_chosen: the key of the item that is looked at now, empty for none.
        item_moved: the key of an item, and the day it is to be on.
        item_skipped: the key of an item that is to be left out.
        page_turned: one month or week further, or back: 1 or -1.
        entered: go on to the day that is looked at.
    """

    day_chosen = Signal(object)
    item_chosen = Signal(str)
    item_moved = Signal(str, object)
    item_skipped = Signal(str)
    page_turned = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__(theme, art)
        self._drag: ItemDrag | None = None
        self.setAccessibleDescription(
            _(
                "Arrow keys go from day to day, Space from session to session. Ctrl and an arrow "
                "key moves a session, Delete skips it, Enter goes on to what can be done."
            )
        )

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through days and sessions, and move or leave out the one that is chosen."""
        self._by_keys = True
        key = Qt.Key(event.key())
        if event.modifiers() & _MOVING and key in _STEPS:
            self._move_chosen(_STEPS[key])
        elif key in _STEPS:
            self._choose_further(is_further=bool(event.modifiers() & _CHOOSING))
            self._go(self._day + _STEPS[key] * _A_DAY)
            self._tell_days()
        elif (act := self._acts().get(key)) is not None:
            if key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.choose_one_day()
            act()
        else:
            # Tab goes on; letters must not search for days.
            event.ignore()
            return
        event.accept()
        self._paint_changed()

    def _acts(self) -> dict[Qt.Key, Callable[[], None]]:
        index = self._days.index_of(self._day)
        column = max(0, index.column())
        return {
            Qt.Key.Key_Home: lambda: self._go(self._day - column * _A_DAY),
            Qt.Key.Key_End: lambda: self._go(self._day + (WEEK_DAYS - 1 - column) * _A_DAY),
            Qt.Key.Key_PageUp: lambda: self.page_turned.emit(-1),
            Qt.Key.Key_PageDown: lambda: self.page_turned.emit(1),
            Qt.Key.Key_Space: self._next_item,
            Qt.Key.Key_Delete: self._skip_chosen,
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
        }

    def _choose_further(self, *, is_further: bool) -> None:
        """Hold on to the day that several are chosen from, or let go of it."""
        if not is_further:
            self.choose_one_day()
        elif self._anchor is None:
            self._anchor = self._day

    def _tell_days(self) -> None:
        """Have a screen reader say which days are chosen, if it is more than one."""
        first, last = self.chosen_days
        if first != last:
            announce(self, format_days(first, last))

    def _next_item(self) -> None:
        """Look at the next item of the day, after the last one at the first."""
        items = self._days.shown.day(self._day).items
        if not items:
            return
        keys = [each.key for each in items]
        at = keys.index(self._item) + 1 if self._item in keys else 0
        item = items[at % len(items)]
        self._item = item.key
        self.item_chosen.emit(item.key)
        announce(self, item_sentence(item, self._day, self._days.today))

    def _acted_on(self) -> DayItem | None:
        """Return the item that keys act on: the chosen one, else the first that is to be done."""
        day = self._days.shown.day(self._day)
        chosen = self._chosen_item()
        if chosen is not None:
            return chosen if chosen.is_open else None
        sessions = [each for each in day.open if not each.is_habit]
        return next(iter((*sessions, *day.open)), None)

    def _move_chosen(self, days: int) -> None:
        item = self._acted_on()
        if item is not None:
            self._item = item.key
            self.item_moved.emit(item.key, self._day + days * _A_DAY)

    def _skip_chosen(self) -> None:
        item = self._acted_on()
        if item is not None:
            self.item_skipped.emit(item.key)

    # -- the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at a day, and take hold of what is pressed."""
        self._by_keys = False
        day = self._day_under(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or day is None:
            event.ignore()
            return
        place = self._item_at(event.position())
        self._choose_further(is_further=bool(event.modifiers() & _CHOOSING))
        if place is not None and place.item.is_open and self._anchor is None:
            self._drag = ItemDrag(place.item, day, event.position().toPoint())
        self._go(day)
        self._item = place.item.key if place else ""
        self.item_chosen.emit(self._item)
        self._paint_changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what is held; show a hand over what can be."""
        at = event.position().toPoint()
        if self._drag is None:
            place = self._item_at(event.position())
            can_drag = place is not None and place.item.is_open
            shape = Qt.CursorShape.OpenHandCursor if can_drag else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        if not self._drag.is_going_on:
            if not self._drag.is_far(at):
                return
            self._drag.begin(self.viewport(), self.box_of(self._drag.item.key))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._drag.move(self.viewport(), at, self._day_under(at))
        self._dragged, self._target = self._drag.item.key, self._drag.target
        self._paint_changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is held on the day under the pointer."""
        drag = self._drag
        self._let_go()
        if drag is not None and drag.target is not None:
            self.item_moved.emit(drag.item.key, drag.target)

    def event(self, event: QEvent) -> bool:
        """Let Esc end a drag before it leads back to where one was."""
        is_escape = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        )
        if is_escape and self._drag is not None:
            self._let_go()
            event.accept()
            return True
        return super().event(event)

    def _let_go(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.end()
            self._dragged, self._target = "", None
            self.viewport().unsetCursor()
            self._paint_changed()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is on the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self._days.data(self.indexAt(event.pos()), Qt.ItemDataRole.ToolTipRole)
            QToolTip.showText(event.globalPos(), str(tip or ""), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are, if they brought one here."""
        self._by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self._paint_changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what is held."""
        super().focusOutEvent(event)
        self._let_go()
        self._paint_changed()

    def _item_at(self, at: QPointF) -> ItemBox | None:
        boxes = self._boxes(self.indexAt(at.toPoint()))
        return next((each for each in boxes if each.box.contains(at)), None)

    def _day_under(self, at: QPoint) -> date | None:
        day = self._days.day_at(self.indexAt(at))
        return day.day if day else None

    def _chosen_item(self) -> DayItem | None:
        items = self._days.shown.day(self._day).items
        return next((each for each in items if each.key == self._item), None)

    def _go(self, day: date) -> None:
        if day != self._day:
            self._item = ""
            self.day_chosen.emit(day)
