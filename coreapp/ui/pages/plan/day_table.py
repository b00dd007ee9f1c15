"""Days as a table that is as wide as it may be and as high as it must: nothing of it scrolls."""

from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from coreapp.domain.month import WEEK_DAYS
from coreapp.services.plan_items import PlanDay, PlanView
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.plan.cell_parts import CellBrush, CellLook, Cells, ItemBox
from coreapp.ui.pages.plan.day_model import DayModel
from coreapp.ui.pages.plan.grid_heads import ProgrammeHead, WeekdayHead
from coreapp.ui.pages.plan.month_cell import MonthCells
from coreapp.ui.pages.plan.week_cell import WeekCells
from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY
from coreapp.ui.theme.theme import Theme

_MOST_ROW: Final = 122
"""A row of a month grows to this height where the window has the room, in pixels at 100 % text."""

_WEEK_SHARE: Final = 0.36
"""A week takes at least this share of the window's height."""

_LEAST_DAY: Final = 54
"""With less than this for a day, in pixels at 100 % text, nothing stands beside the weeks."""

_Index = QModelIndex | QPersistentModelIndex


class DayTable(QTableView):
    """Shows and paints the days of a month or a week."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self._figures = LateFigures(theme, art, self)
        brush = CellBrush(theme, self._figures)
        self._month_cells, self._week_cells = MonthCells(brush), WeekCells(brush)
        self._days = DayModel(self)
        self._day = date.min
        self._month: int | None = None
        self._item = ""
        self._room = 0
        self._by_keys = False
        self._anchor: date | None = None
        self._target: date | None = None
        self._dragged = ""
        self._looks: dict[date, CellLook] = {}
        self.setModel(self._days)
        self._gutter = ProgrammeHead(theme, self)
        self._weekdays = WeekdayHead(theme, self)
        self._set_up()
        self._figures.shot_drawn.connect(self._paint_days_of)
        theme.changed.connect(self._fit)

    def show_days(self, view: PlanView, today: date, chosen: date, month: int | None) -> None:
        """Show days.

        Args:
            view: the weeks.
            today: the day it is.
            chosen: the day that is looked at.
            month: the number of the month that is shown; None for a single week.
        """
        are_same = (view, today, month) == (self._days.shown, self._days.today, self._month)
        self._month, self._day = month, chosen
        if self._item not in {each.key for each in view.day(chosen).items}:
            self._item = ""
        if not are_same:
            self._days.show(view, today)
            self._fit()
        self._paint_changed()
        self.setCurrentIndex(self._days.index_of(chosen))

    def choose_item(self, key: str) -> None:
        """Look at an item of the day, silently."""
        self._item = key
        self._paint_changed()

    def choose_one_day(self) -> None:
        """Choose the day that is looked at alone."""
        self._anchor = None
        self._paint_changed()

    def set_room(self, height: int) -> None:
        """Grow to a height if the days have use for it."""
        if height != self._room:
            self._room = height
            self._fit()

    def box_of(self, key: str) -> QRectF:
        """Return where an item lies, in the coordinates of the viewport; empty if nowhere."""
        for day in self._days.shown.days:
            index = self._days.index_of(day)
            for each in self._boxes(index):
                if each.item.key == key:
                    return each.box
        return QRectF()

    def cell_of(self, day: date) -> QRectF:
        """Return where a day lies, in the coordinates of the viewport."""
        return QRectF(self.visualRect(self._days.index_of(day)))

    def paint_cell(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        """Paint a day."""
        day = self._days.day_at(index)
        if day is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._cells().paint(painter, box, day, self._look_of(day))
        painter.restore()

    @property
    def chosen_days(self) -> tuple[date, date]:
        """The first and the last of the days that are chosen; mostly the one that is looked at."""
        other = self._day if self._anchor is None else self._anchor
        return min(self._day, other), max(self._day, other)

    @property
    def head_height(self) -> int:
        """The height of the names of the weekdays."""
        return self._weekdays.sizeHint().height()

    @property
    def gutter(self) -> int:
        """The width of what stands beside the weeks; 0 without a programme.

        It takes the pixels that seven days cannot share: where one day had one more, its words
        would have room that those of its neighbours have not.
        """
        if self._gutter.isHidden():
            return 0
        least = self._gutter.sizeHint().width()
        return least + max(0, self.width() - least) % WEEK_DAYS

    def sizeHint(self) -> QSize:
        """Return the size of all days; nothing of it scrolls."""
        rows = sum(self.rowHeight(row) for row in range(self._days.rowCount()))
        return QSize(480, self.head_height + rows)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a number still fits."""
        return QSize(7 * 36, self.sizeHint().height())

    def _set_up(self) -> None:
        self.setItemDelegate(_CellDelegate(self))
        self.setVerticalHeader(self._gutter)
        self.setHorizontalHeader(self._weekdays)
        for head in (self._gutter, self._weekdays):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCornerButtonEnabled(False)
        # The style paints a line in it, which is seen on a dark ground. A sheet of the whole table
        # would be worked out for all that is in it, which takes long.
        corner = self.findChildren(QAbstractButton)[0]
        corner.setFixedSize(0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.setObjectName("plan_calendar")
        self.viewport().setAutoFillBackground(False)

    def _cells(self) -> Cells:
        return self._week_cells if self._month is None else self._month_cells

    def _fit(self) -> None:
        """Give each column the same width, and each row its height."""
        rows = self._days.rowCount()
        self._show_gutter()
        room = self.width() - self.gutter
        if not rows or room <= 0:
            return
        for column in range(WEEK_DAYS):
            left, right = room * column // WEEK_DAYS, room * (column + 1) // WEEK_DAYS
            self.setColumnWidth(column, right - left)
        shown = self._days.shown
        width = room / WEEK_DAYS
        least = max(self._cells().height(shown.day(day), width) for day in shown.days)
        spare = (self._room - self.head_height) // rows
        most = self._theme.fonts.pixels(_MOST_ROW)
        # A week ends with its fullest day: beneath it is what can be done about the chosen one.
        high = max(least, _WEEK_SHARE * spare if self._month is None else min(most, spare))
        for row in range(rows):
            self.setRowHeight(row, round(high))
        self.setFixedHeight(self.sizeHint().height())
        self.viewport().update()

    def _show_gutter(self) -> None:
        """Show the weeks of a programme if there is one, and if the days can spare the room."""
        beside = self.width() - self._gutter.sizeHint().width()
        has_room = beside >= WEEK_DAYS * self._theme.fonts.pixels(_LEAST_DAY)
        self._gutter.setVisible(bool(self._days.shown.programme) and has_room)
        self._gutter.setFixedWidth(self.gutter)

    def _paint_days_of(self, shot: FigureShot) -> None:
        """Paint the days again on which a figure stands that has come: a month paints long."""
        for day in self._days.shown.days.values():
            if any(each.picture == shot.exercise for each in day.items):
                self.update(self._days.index_of(day.day))

    def _look_of(self, day: PlanDay) -> CellLook:
        """Return how a day is looked at."""
        first, last = self.chosen_days
        is_looked_at = day.day == self._day
        is_dragged = bool(self._dragged) and self._dragged in {each.key for each in day.items}
        return CellLook(
            today=self._days.today,
            in_month=self._month is None or day.day.month == self._month,
            is_chosen=first <= day.day <= last,
            has_keys=is_looked_at and self.hasFocus() and self._by_keys,
            is_target=day.day == self._target,
            item=self._item if is_looked_at else "",
            dragged=self._dragged if is_dragged else "",
        )

    def _paint_changed(self) -> None:
        """Paint the days again that are looked at in another way now, and no others."""
        before = self._looks
        self._looks = {each.day: self._look_of(each) for each in self._days.shown.days.values()}
        for day, look in self._looks.items():
            if look != before.get(day):
                self.update(self._days.index_of(day))

    def _boxes(self, index: _Index) -> list[ItemBox]:
        day = self._days.day_at(index)
        if day is None:
            return []
        return self._cells().boxes(QRectF(self.visualRect(index)), day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()


class _CellDelegate(QStyledItemDelegate):
    """Lets the table paint its cells."""

    def __init__(self, grid: DayTable) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell."""
        self._grid.paint_cell(painter, QRectF(option.rect), index)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return nothing: rows and columns are as large as the calendar says."""
        return QSize(1, 1)
