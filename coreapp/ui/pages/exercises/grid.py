"""The grid of exercise cards, as many columns as fit."""

from math import sqrt
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QSizePolicy

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.figure.view import FigureView
from coreapp.ui.models.exercise_model import ExerciseModel, ExerciseRole
from coreapp.ui.pages.exercises.card import LEAST_CARD, CardSize, ExerciseDelegate
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.keyed_list import Index, KeyedList

_CARD: Final = 264
"""The width that cards have where nothing speaks against it, at 100 % text, in pixels."""
_WIDE: Final = 1000
_SLACK: Final = 2
"""What a row must have beyond its cells, or Qt breaks it."""
_OPENING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ExerciseGrid(KeyedList):
    """The cards; it is as high as they need, so that the page scrolls and not the grid.

    The figure of the card under the mouse, or with the keyboard, moves.
    """

    exercise_chosen = Signal(str)
    menu_requested = Signal(str, QPoint)
    """The person asks what can be done with an exercise, at a place on the screen."""

    def __init__(self, theme: Theme, art: FigureArt, model: ExerciseModel) -> None:
        super().__init__()
        self._theme = theme
        self._figures = LateFigures(theme, art, self)
        self._delegate = ExerciseDelegate(theme, self._figures)
        self._live = FigureView(theme, art, self.viewport())
        self._live.hide()
        self._model = model
        self._sizes: dict[int, CardSize] = {}
        self.setAccessibleName(_("Exercises"))

        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self.clicked.connect(self._choose)
        model.modelReset.connect(self._start_over)
        self._figures.shot_drawn.connect(self._paint_card)
        theme.changed.connect(self._measure_again)

    def stop(self) -> None:
        """Let no figure move."""
        self.leave()

    @property
    def moving_exercise(self) -> str:
        """The exercise whose figure moves now, or nothing."""
        moving = self._delegate.moving
        return str(moving.data(ExerciseRole.ID)) if moving.isValid() else ""

    def card_center(self, row: int) -> QPoint:
        """Return the middle of a card's figure, in the viewport's pixels."""
        cell = self.visualRect(self._model.index(row))
        return self._delegate.size.stage_in(cell).center()

    def card_size(self, width: int) -> CardSize:
        """Return the measures of the cards in a grid of that width; layouts ask very often."""
        size = self._sizes.get(width)
        if size is None:
            size = self._sizes[width] = self._measure(width)
        return size

    def _measure(self, width: int) -> CardSize:
        gap = metrics.CARD_GAP if width >= _WIDE else metrics.CARD_GAP_NARROW
        # The square root: twice the letter needs wider cards, but wraps as well.
        wanted = _CARD * sqrt(self._theme.fonts.factor) + gap
        columns = max(1, round((width + gap) / wanted))
        return self._delegate.measure(
            self._model.items, columns, int((width + gap) // columns), gap
        )

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return max(1, sum(self.card_size(width).rows) + _SLACK)

    def sizeHint(self) -> QSize:
        """Return a size of four columns."""
        return QSize(metrics.CONTENT_MAX, self.heightForWidth(metrics.CONTENT_MAX))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one card; the height follows the width."""
        return QSize(LEAST_CARD, 1)

    def take_key(self, event: QKeyEvent) -> bool:
        """Open the exercise with Return or Space."""
        is_opened = event.key() in _OPENING and self.currentIndex().isValid()
        if is_opened:
            self._choose(self.currentIndex())
        return is_opened

    def menu_place(self, index: Index) -> QPoint:
        """Return the middle of a card's figure."""
        return self.card_center(index.row())

    def ask_for_menu(self, index: Index, place: QPoint) -> None:
        """Ask what can be done with an exercise."""
        self.menu_requested.emit(str(index.data(ExerciseRole.ID)), place)

    def show_hovered(self, index: QModelIndex) -> None:
        """Let the figure under the mouse move; else the one that the keyboard is on."""
        self._delegate.hovered = QPersistentModelIndex(index)
        if index.isValid():
            self._move(index)
        else:
            self.follow_keyboard()

    def show_ringed(self, index: QModelIndex) -> None:
        """Paint the line around the card that the keyboard is on; its figure moves."""
        self._delegate.ringed = QPersistentModelIndex(index)
        if not self._delegate.hovered.isValid():
            self._move(index)

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        self._figures.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to the width."""
        self._fit()
        super().resizeEvent(event)
        self._place_live()

    def _fit(self) -> None:
        """Measure the cards, and let the rows reach the right edge: the last gap lies beyond it."""
        size = self.card_size(self.width())
        self._delegate.size = size
        beyond = size.columns * size.cell - self.width()
        self.setViewportMargins(0, 0, -beyond - _SLACK, 0)
        self.scheduleDelayedItemsLayout()

    def _paint_card(self, shot: FigureShot) -> None:
        """Paint the card whose figure has come, and no others."""
        for row, item in enumerate(self._model.items):
            if item.id == shot.exercise:
                self.update(self._model.index(row))

    def _measure_again(self) -> None:
        self._sizes = {}
        self._fit()
        self.updateGeometry()
        self._place_live()
        self.viewport().update()

    def _start_over(self) -> None:
        self._delegate.hovered = QPersistentModelIndex()
        self._move(QModelIndex())
        self._measure_again()

    def _choose(self, index: Index) -> None:
        self.exercise_chosen.emit(str(index.data(ExerciseRole.ID)))

    def _move(self, index: QModelIndex) -> None:
        """Let the figure of one card move; of none with an index that is not valid."""
        still = self._theme.reduced_motion or not index.isValid()
        moving = QPersistentModelIndex(QModelIndex() if still else index)
        if moving != self._delegate.moving:
            self._delegate.moving = moving
            if moving.isValid():
                self._live.show_exercise(str(index.data(ExerciseRole.ID)))
        self._place_live()
        self.viewport().update()

    def _place_live(self) -> None:
        index = self._delegate.moving
        if not index.isValid():
            self._live.stop()
            self._live.hide()
            return
        cell = self.visualRect(self._model.index(index.row()))
        self._live.setGeometry(self._delegate.size.stage_in(cell))
        self._live.show()
        if not self._live.moving:
            self._live.play()
