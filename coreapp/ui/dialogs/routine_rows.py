"""Rows of a list of routines, each with the figure of one of its exercises."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from coreapp.domain.timeline import PhaseKind, Timeline
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.theme.theme import Theme

EXERCISE: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which an item names the exercise that is drawn."""

_FIGURE: Final = QSize(52, 40)


class RoutineRows(QStyledItemDelegate):
    """Draws the figures of the rows that are seen; they come a moment after the list.

    Args:
        theme: the look.
        art: draws the figures.
        rows: whose items name their exercise.
    """

    def __init__(self, theme: Theme, art: FigureArt, rows: QListWidget) -> None:
        super().__init__(rows)
        self._rows = rows
        self._size = QSize(*map(theme.fonts.pixels, _FIGURE.toTuple()))
        self._figures = LateFigures(theme, art, rows)
        self._figures.drawn.connect(rows.viewport().update)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the figure before the words, or leave its room."""
        super().initStyleOption(option, index)
        shot = FigureShot(str(index.data(EXERCISE)))
        picture = self._figures.find(shot, self._size, self._rows.devicePixelRatioF())
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = self._size
        option.icon = QIcon() if picture is None else _unchanged(picture)


def _unchanged(picture: QPixmap) -> QIcon:
    """Return an icon that is the same on a chosen row: Qt would colour it."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def drawn_of(timeline: Timeline) -> str:
    """Return the exercise that stands for a routine: one from its middle, past the warm-up."""
    done = [each.exercise for each in timeline.phases if each.kind is PhaseKind.WORK]
    return done[len(done) // 2] if done else ""
