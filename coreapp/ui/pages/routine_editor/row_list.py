"""The blocks and steps of a routine in the making, moved by mouse and keyboard."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from coreapp.domain.routine_editing.draft import Spot
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.routine_model import Index, RoutineModel, dragged_row
from coreapp.ui.pages.routine_editor.row_delegate import RoutineDelegate
from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY
from coreapp.ui.theme.theme import Theme

_LINE: Final = 3.0
"""Width of the line where a dragged row would go."""


class RoutineList(QListView):
    """One row is chosen; Alt with an arrow moves it, Delete takes it out, Ctrl D duplicates it.

    The list changes nothing itself: it asks, and shows what the model has afterwards.
    """

    spot_chosen = Signal(object)
    """The person looks at another block or step (a `Spot`)."""

    up_requested = Signal()
    down_requested = Signal()
    remove_requested = Signal()
    duplicate_requested = Signal()
    form_requested = Signal()
    """The person wants to go on to the figures of what is chosen."""

    step_dropped = Signal(object, object)
    """A step was dropped: where it was and before which place (two `Spot`s)."""

    block_dropped = Signal(int, int)
    """A block was dropped: its index and before which one."""

    def __init__(self, theme: Theme, art: FigureArt, model: RoutineModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._is_silent = False
        self._gap: int | None = None
        self._figures = LateFigures(theme, art, self)
        self._delegate = RoutineDelegate(theme, self._figures)

        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's own line is hardly seen on the cards
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.viewport().setAutoFillBackground(False)

        self._figures.drawn.connect(self.viewport().update)
        theme.changed.connect(self._measure_again)

    def show_chosen(self, spot: Spot | None) -> None:
        """Show which row is chosen, silently, and bring it into sight."""
        row = self._model.row_of(spot)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._is_silent = True
        self.selectionModel().setCurrentIndex(index, mode)
        self._is_silent = False
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what is looked at now."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_silent:
            self.spot_chosen.emit(self._model.lines[current.row()].spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, duplicate, or go on to the figures."""
        wish = {
            (Qt.Key.Key_Up, True): self.up_requested,
            (Qt.Key.Key_Down, True): self.down_requested,
            (Qt.Key.Key_Delete, False): self.remove_requested,
            (Qt.Key.Key_Backspace, False): self.remove_requested,
            (Qt.Key.Key_Return, False): self.form_requested,
            (Qt.Key.Key_Enter, False): self.form_requested,
        }.get((Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier))
        is_copy = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_copy and event.key() == Qt.Key.Key_D:
            wish = self.duplicate_requested
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row where none is chosen: the keys need one."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.lines:
            self.setCurrentIndex(self._model.index(0))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the row would go; nothing else can be dropped here."""
        if dragged_row(event.mimeData()) < 0:
            event.ignore()
            return
        super().dragMoveEvent(event)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._show_gap(self._gap_at(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        super().dragLeaveEvent(event)
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows follow when the draft has changed."""
        row = dragged_row(event.mimeData())
        # Taken as a copy: after a move Qt would take the row away itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._show_gap(None)
        if not 0 <= row < len(self._model.lines):
            return
        gap = self._gap_at(event)
        spot = self._model.lines[row].spot
        if spot.step is None:
            self.block_dropped.emit(spot.block, self._model.block_gap_above(gap))
        else:
            self.step_dropped.emit(spot, self._model.gap_above(gap))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a dragged one would go."""
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.tokens.ink, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        y = self._gap_line(self._gap)
        painter.drawLine(QPointF(_LINE, y), QPointF(self.viewport().width() - _LINE, y))

    def content_height(self) -> int:
        """Return the height of all rows, in pixels."""
        return sum(self.sizeHintForRow(row) for row in range(len(self._model.lines)))

    def _gap_line(self, gap: int) -> float:
        """Return the height at which the line above a row is drawn, or below the last one."""
        last = len(self._model.lines) - 1
        box = self.visualRect(self._model.index(min(gap, last)))
        return max(_LINE, box.top() - _LINE) if gap <= last else float(box.bottom())

    def _show_gap(self, gap: int | None) -> None:
        self._gap = gap
        self.viewport().update()

    def _gap_at(self, event: QDropEvent) -> int:
        """Return the row above which something is dropped."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return len(self._model.lines)
        below = place.y() > self.visualRect(index).center().y()
        return index.row() + int(below)

    def _measure_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
