"""A routine in the making as a Qt model: a row for each block's head and for each step."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from coreapp.domain.routine_editing.draft import Spot

ROW_FORMAT: Final = "application/x-coreapp-routine-row"
"""What is dragged: the number of a row, which means nothing elsewhere."""

Index = QModelIndex | QPersistentModelIndex


class LineRole(IntEnum):
    """What a row has beyond its title."""

    LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """One row.

    Attributes:
        spot: the block or the step it stands for.
        title: the name of the exercise, or of the block.
        detail: its dose, or the block's rounds.
        time: how long it takes, written; empty if that cannot be told.
        exercise: id of the exercise whose figure is shown; empty for a block.
        level: of the exercise.
        spoken: what a screen reader says.
        problem: what is wrong with it; empty if nothing is.
    """

    spot: Spot
    title: str
    detail: str
    time: str
    exercise: str = ""
    level: str = ""
    spoken: str = ""
    problem: str = ""

    @property
    def is_head(self) -> bool:
        """Whether it is a block's head."""
        return self.spot.step is None


class RoutineModel(QAbstractListModel):
    """Rows in their order; dragging one asks the view, and never changes the model itself."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[RoutineLine, ...] = ()

    @property
    def lines(self) -> tuple[RoutineLine, ...]:
        """What is shown, in order."""
        return self._lines

    def show_lines(self, lines: Sequence[RoutineLine]) -> None:
        """Show another state; rows that stay where they are are only painted anew."""
        wanted = tuple(lines)
        if wanted == self._lines:
            return
        if len(wanted) == len(self._lines):
            self._lines = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
            return
        self.beginResetModel()
        self._lines = wanted
        self.endResetModel()

    def row_of(self, spot: Spot | None) -> int:
        """Return the row of a place, -1 if it has none."""
        return next((row for row, line in enumerate(self._lines) if line.spot == spot), -1)

    def gap_above(self, row: int) -> Spot:
        """Return the place in front of which something stands that is dropped above a row."""
        if row <= 0:
            return Spot(0, 0)
        above = self._lines[min(row, len(self._lines)) - 1].spot
        return Spot(above.block, 0 if above.step is None else above.step + 1)

    def block_gap_above(self, row: int) -> int:
        """Return before which block a block stands that is dropped above a row."""
        return sum(line.is_head for line in self._lines[:row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default, which is never changed
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole row, or what a screen reader says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        texts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
            Qt.ItemDataRole.ToolTipRole: line.problem or line.spoken,
            LineRole.LINE: line,
        }
        return texts.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that rows can be dragged, and dropped between each other."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Say that rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one format."""
        return [ROW_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the row that is dragged."""
        dragged = QMimeData()
        dragged.setData(ROW_FORMAT, str(indexes[0].row()).encode("ascii"))
        return dragged


def dragged_row(data: QMimeData) -> int:
    """Return the row that is dragged, -1 if it is something else."""
    text = bytes(data.data(ROW_FORMAT).data()).decode("ascii", errors="replace")
    return int(text) if text.isdecimal() else -1
