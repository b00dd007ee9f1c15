"""The exercises of the library as a Qt model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from coreapp.i18n import _


@dataclass(frozen=True, slots=True)
class ExerciseItem:
    """One card: which exercise, and what is written below its figure.

    Attributes:
        dose: how much of it is done, and what is particular about it.
        liked: it carries a heart.
        faded: it is shown paler: hidden, or not for today.
    """

    id: str
    name: str
    dose: str
    liked: bool = False
    faded: bool = False


class ExerciseRole(IntEnum):
    """What a card needs beyond its name."""

    ID = Qt.ItemDataRole.UserRole
    DOSE = Qt.ItemDataRole.UserRole + 1
    LIKED = Qt.ItemDataRole.UserRole + 2
    FADED = Qt.ItemDataRole.UserRole + 3


class ExerciseModel(QAbstractListModel):
    """Exercises in the order they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[ExerciseItem, ...] = ()

    @property
    def items(self) -> tuple[ExerciseItem, ...]:
        """What is shown, in order."""
        return self._items

    def show_items(self, items: Sequence[ExerciseItem]) -> None:
        """Show other exercises; nothing happens if they are the same."""
        if tuple(items) == self._items:
            return
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default, which is never changed
        """Return how many exercises there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name, the dose, the id, or what a screen reader says."""
        if not index.isValid():
            return None
        tell = _TOLD.get(role)
        return None if tell is None else tell(self._items[index.row()])


def _spoken(item: ExerciseItem) -> str:
    """Return what a screen reader says of a card."""
    spoken = _("{name}, {dose}").format(name=item.name, dose=item.dose) if item.dose else item.name
    return _("{name}, liked").format(name=spoken) if item.liked else spoken


_TOLD: Final[Mapping[int, Callable[[ExerciseItem], object]]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("name"),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    ExerciseRole.ID: attrgetter("id"),
    ExerciseRole.DOSE: attrgetter("dose"),
    ExerciseRole.LIKED: attrgetter("liked"),
    ExerciseRole.FADED: attrgetter("faded"),
}
