"""Days as a table of weeks, for the calendar and for screen readers."""

from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coreapp.domain.month import WEEK_DAYS
from coreapp.i18n import format_date
from coreapp.services.plan_conflicts import conflict_text
from coreapp.services.plan_day_words import day_sentences, item_sentence, programme_week_sentence
from coreapp.services.plan_items import PlanDay, PlanView, ProgrammeWeek

DAY_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class DayModel(QAbstractTableModel):
    """The days of a `PlanView`: a row for each week, a column for each weekday."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = PlanView((), {})
        self._today = date.min

    @property
    def shown(self) -> PlanView:
        """What is shown."""
        return self._view

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today

    def show(self, view: PlanView, today: date) -> None:
        """Show other days, or the same ones with what is on them now."""
        same = view.weeks == self._view.weeks
        if not same:
            self.beginResetModel()
        self._view, self._today = view, today
        if not same:
            self.endResetModel()
        elif view.weeks:
            last = self.index(self.rowCount() - 1, WEEK_DAYS - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def day_at(self, index: _Index) -> PlanDay | None:
        """Return the day of a cell."""
        if not index.isValid():
            return None
        return self._view.day(self._view.weeks[index.row()][index.column()])

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid index for one that is not shown."""
        for row, week in enumerate(self._view.weeks):
            if week[0] <= day <= week[-1]:
                return self.index(row, (day - week[0]).days)
        return QModelIndex()

    def week_at(self, row: int) -> ProgrammeWeek | None:
        """Return what a row holds of a programme."""
        weeks = self._view.weeks
        return self._view.programme.get(weeks[row][0]) if 0 <= row < len(weeks) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many weeks there are."""
        return 0 if parent is not None and parent.isValid() else len(self._view.weeks)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return seven."""
        return 0 if parent is not None and parent.isValid() else WEEK_DAYS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a day, or its words."""
        day = self.day_at(index)
        if day is None:
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return day_sentences(day, self._today)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(day)
            case _:
                return day if role == DAY_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the weekdays, and the weeks of a programme."""
        if not self._view.weeks:
            return None
        is_text = role == Qt.ItemDataRole.DisplayRole
        if orientation is Qt.Orientation.Horizontal:
            day = self._view.weeks[0][section]
            if is_text:
                return format_date(day, "EEE")
            is_read = role == Qt.ItemDataRole.AccessibleTextRole
            return format_date(day, "EEEE") if is_read else None
        week = self.week_at(section)
        if role not in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return "" if is_text else None
        return programme_week_sentence(week) if week else None

    def _tip(self, day: PlanDay) -> str:
        lines = [item_sentence(each, day.day, self._today) for each in day.items]
        return "\n".join([*lines, *(conflict_text(each) for each in day.conflicts)])
