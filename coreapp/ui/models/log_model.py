"""The rows of the log as a Qt model: headings of months, what was done, what was written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from coreapp.domain.day_record import DayRecord
from coreapp.i18n import _
from coreapp.services.log_list import LogEntry
from coreapp.ui.theme.icons import Icon

Index = QModelIndex | QPersistentModelIndex


class RowKind(StrEnum):
    """What a row stands for."""

    MONTH = "month"
    SESSION = "session"
    """A session, or the only break of its day."""
    BREAKS = "breaks"
    """Several breaks of a day; it can be opened."""
    BREAK = "break"
    """One break of those above it."""
    ACTIVITY = "activity"
    DAY = "day"


class RowRole(IntEnum):
    """What a row has beyond its title."""

    ROW = Qt.ItemDataRole.UserRole
    IS_LAST = Qt.ItemDataRole.UserRole + 1
    """Whether it is the last of its month."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row.

    Attributes:
        key: the id of what it stands for; the day for what was written of one.
        day: the day it belongs to; of a month its first.
        title, line: what is written.
        head: name and date of the day, on its first row; empty on the others.
        exercise: id of the exercise whose figure is shown, or empty.
        icon: what is shown without a figure.
        figures: small figures, each with the word for what it measures; empty where unknown.
        entry: what it stands for; None for a month.
        is_open: whether breaks are shown one by one; None where there is nothing to open.
    """

    kind: RowKind
    key: str
    day: date
    title: str
    line: str = ""
    head: tuple[str, str] = ("", "")
    exercise: str = ""
    icon: Icon | None = None
    figures: tuple[tuple[str, str], ...] = ()
    entry: LogEntry | DayRecord | None = None
    is_open: bool | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        figures = (f"{word} {figure}" for figure, word in self.figures if figure)
        head = " ".join(each for each in self.head if each)
        states = {None: "", True: _("open"), False: _("folded")}
        parts = (head, self.title, self.line, *figures, states[self.is_open])
        return ", ".join(each for each in parts if each)


class LogModel(QAbstractListModel):
    """The rows that are loaded so far, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[LogRow] = []

    @property
    def rows(self) -> Sequence[LogRow]:
        """What is shown, in order."""
        return self._rows

    def show_rows(self, rows: Sequence[LogRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[LogRow]) -> None:
        """Show older rows below those that are there."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def replace_rows(self, first: int, count: int, rows: Sequence[LogRow]) -> None:
        """Show rows in the place of `count` others; what is the same stays untouched.

        A row whose place another takes keeps what Qt knows of it: the keyboard stays where it is.
        """
        last = first + count
        same = _in_common(self._rows[first:last], rows)
        first, rows = first + same, rows[same:]
        same = _in_common(self._rows[first:last][::-1], rows[::-1])
        last, rows = last - same, rows[: len(rows) - same]
        both = min(last - first, len(rows))
        if both:
            self._rows[first : first + both] = rows[:both]
            self.dataChanged.emit(self.index(first), self.index(first + both - 1))
        first += both
        if first < last:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self._rows[first:last]
            self.endRemoveRows()
        elif both < len(rows):
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - both - 1)
            self._rows[first:first] = rows[both:]
            self.endInsertRows()

    def row_of(self, key: str) -> int:
        """Return the row of something, -1 if it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default, which is never changed
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole row, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case RowRole.ROW:
                return row
            case RowRole.IS_LAST:
                after = index.row() + 1
                return after == len(self._rows) or self._rows[after].kind is RowKind.MONTH
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that the keyboard may go to every row but the headings."""
        if not index.isValid() or self._rows[index.row()].kind is RowKind.MONTH:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _in_common(some: Sequence[LogRow], others: Sequence[LogRow]) -> int:
    """Return how many rows at the beginning are the same."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count
