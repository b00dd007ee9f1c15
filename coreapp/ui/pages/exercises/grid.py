"""The grid of exercise cards, as many columns as fit."""

from math import sqrt
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.figure.view import FigureView
from coreapp.ui.models.exercise_model import ExerciseModel, ExerciseRole
from coreapp.ui.pages.exercises.card import LEAST_CARD, CardSize, ExerciseDelegate, Index
from coreapp.ui.theme import metrics
from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY
from coreapp.ui.theme.theme import Theme

_CARD: Final = 264
"""The width that cards have where nothing speaks against it, at 100 % text, in pixels."""
_WIDE: Final = 1000
_SLACK: Final = 2
"""What a row must have beyond its cells, or Qt breaks it."""
_BY_KEYS: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class ExerciseGrid(QListView):
    """The cards; it is as high as they need, so that the page scrolls and not the grid.

    The figure of the card under the mouse, or with the keyboard, moves.
    """

    exercise_chosen = Signal(str)
    menu_requested = Signal(str, QPoint)
    """The person asks what can be done with an exercise, at a place on the screen."""

    current_moved = Signal(QRect)
    """The place of the card that the keyboard is on, in the grid's own pixels."""

    def __init__(self, theme: Theme, art: FigureArt, model: ExerciseModel) -> None:
        super().__init__()
        self._theme = theme
        self._figures = LateFigures(theme, art, self)
        self._delegate = ExerciseDelegate(theme, self._figures)
        self._live = FigureView(theme, art, self.viewport())
        self._live.hide()
        self._model = model
        self._by_keys = False
        self._sizes: dict[int, CardSize] = {}
        self.setAccessibleName(_("Exercises"))

        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)

        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._leave)
        self.clicked.connect(self._choose)
        model.modelReset.connect(self._start_over)
        self._figures.shot_drawn.connect(self._paint_card)
        theme.changed.connect(self._measure_again)

    def take_keyboard(self) -> None:
        """Go on with the keyboard here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Let no figure move."""
        self._leave()

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

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keyboard is now."""
        super().currentChanged(current, previous)
        self._follow_focus()
        if current.isValid() and self._by_keys:
            self.current_moved.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the exercise with Return or Space; leave all else to the list."""
        self._by_keys = True
        chosen = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if chosen and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done with the card under the mouse, or with the keyboard."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if not index.isValid():
            return
        place = event.globalPos()
        if by_keys:
            place = self.viewport().mapToGlobal(self.card_center(index.row()))
        self.menu_requested.emit(str(index.data(ExerciseRole.ID)), place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: the mouse shows where one is."""
        self._by_keys = False
        super().mousePressEvent(event)
        self._follow_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        self._figures.stop()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        if event.reason() in _BY_KEYS:
            self._by_keys = True
        super().focusInEvent(event)
        self._follow_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self._follow_focus()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the figure rest when the mouse has gone."""
        super().leaveEvent(event)
        self._leave()

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
        self._sizes = {}
        self._fit()
        self._delegate.hovered = QPersistentModelIndex()
        self._move(QModelIndex())
        self._measure_again()

    def _choose(self, index: Index) -> None:
        self.exercise_chosen.emit(str(index.data(ExerciseRole.ID)))

    def _hover(self, index: QModelIndex) -> None:
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._delegate.hovered = QPersistentModelIndex(index)
        self._move(index)

    def _leave(self) -> None:
        self.viewport().unsetCursor()
        self._delegate.hovered = QPersistentModelIndex()
        self._follow_focus()

    def _follow_focus(self) -> None:
        ringed = self.hasFocus() and self._by_keys
        shown = self.currentIndex() if ringed else QModelIndex()
        self._delegate.ringed = QPersistentModelIndex(shown)
        if not self._delegate.hovered.isValid():
            self._move(shown)

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
