"""The list of the log: it is as high as its rows, so that the page scrolls and not the list."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent

from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.log_model import Index, LogModel, LogRow, RowKind, RowRole
from coreapp.ui.pages.log.delegate import LogDelegate, RowPlaces
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.tall_list import TallList

_OPENING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_A_PAGE: Final = 8
"""So many rows the keys for a page go."""


class LogView(TallList):
    """Rows of the log: Return opens one, Delete deletes it, the menu key says what can be done.

    Signals:
        row_opened: a `LogRow` was chosen.
        row_deleted: the person wants to delete what a `LogRow` stands for.
        menu_requested: a `LogRow`, and a place on the screen.
        day_requested: a day's name was clicked; the `date`.
    """

    row_opened = Signal(object)
    row_deleted = Signal(object)
    menu_requested = Signal(object, QPoint)
    day_requested = Signal(object)

    def __init__(self, theme: Theme, art: FigureArt, model: LogModel) -> None:
        super().__init__()
        self._theme = theme
        self._figures = LateFigures(theme, art, self)
        self._delegate = LogDelegate(theme, self._figures, art.shows)
        self._model = model

        self.setAccessibleName(_("Log"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)

        model.modelReset.connect(self._start_over)
        model.rowsInserted.connect(self._measure_new)
        model.rowsRemoved.connect(self._drop)
        model.dataChanged.connect(self._measure_changed)
        self._figures.shot_drawn.connect(self._paint_rows)
        theme.changed.connect(self._measure)

    def choose(self, number: int) -> None:
        """Put the keyboard on a row, below a heading on the first of its month; else nothing."""
        rows = self._model.rows
        if 0 <= number < len(rows) and rows[number].kind is RowKind.MONTH:
            number += 1
        index = self._model.index(number)
        if index.isValid():
            self.setCurrentIndex(index)

    def take_key(self, event: QKeyEvent) -> bool:
        """Open, delete, go a page."""
        row = self._row_at(self.currentIndex())
        key = Qt.Key(event.key())
        page = {Qt.Key.Key_PageUp: -_A_PAGE, Qt.Key.Key_PageDown: _A_PAGE}.get(key)
        if page is not None:
            self._go(page)
        elif key in _OPENING and row is not None:
            self.row_opened.emit(row)
        elif key == Qt.Key.Key_Delete and row is not None:
            self.row_deleted.emit(row)
        else:
            return False
        return True

    def begin_by_keys(self) -> None:
        """Begin with the newest row."""
        if not self.currentIndex().isValid():
            self.choose(1)

    def can_press(self, index: Index) -> bool:
        """Tell whether it is a row, and not the heading of a month."""
        return self._row_at(index) is not None

    def menu_place(self, index: Index) -> QPoint:
        """Return the place beneath the button of a row."""
        return self._places(index).button.bottomLeft()

    def ask_for_menu(self, index: Index, place: QPoint) -> None:
        """Ask what can be done with a row."""
        row = self._row_at(index)
        if row is not None:
            self.menu_requested.emit(row, place)

    def show_hovered(self, index: QModelIndex) -> None:
        """Paint the ground of the row under the mouse."""
        self._delegate.hovered = QPersistentModelIndex(index)
        self.viewport().update()

    def show_ringed(self, index: QModelIndex) -> None:
        """Paint the line around the row that the keyboard is on."""
        self._delegate.ringed = QPersistentModelIndex(index)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked: a day, what opens the menu, or the row."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        row = self._row_at(index)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        places = self._places(index)
        if row.head[0] and places.head.contains(spot):
            self.day_requested.emit(row.day)
        elif places.button.contains(spot) and row.is_open is None:
            place = self.viewport().mapToGlobal(places.button.bottomLeft())
            self.menu_requested.emit(row, place)
        elif places.ground.contains(spot):
            self.row_opened.emit(row)

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing while nobody looks."""
        self._figures.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the width."""
        was_beside = self._delegate.beside
        self._delegate.width = self.viewport().width()
        if self._delegate.beside is not was_beside or not self.heights.count:
            self._measure()
        else:
            self._measure_wrapped()
        super().resizeEvent(event)

    def _paint_rows(self, shot: FigureShot) -> None:
        """Paint the rows whose figure has come, and no others."""
        seen = self.viewport().visibleRegion().boundingRect()
        first, last = self.heights.row_at(seen.top()), self.heights.row_at(seen.bottom())
        for number, row in enumerate(self._model.rows[first : last + 1], start=first):
            if row.exercise == shot.exercise:
                self.update(self._model.index(number))

    def _measure(self) -> None:
        """Be as high as the rows are."""
        self._delegate.width = self.viewport().width()
        self.heights.replace(0, self.heights.count, self._measured(0, len(self._model.rows)))
        self.fit()

    def _measure_wrapped(self) -> None:
        """Give room to what needs other lines at this width: months, and without room all rows."""
        rows, is_any = self._model.rows, not self._delegate.beside
        for number in [n for n, row in enumerate(rows) if is_any or row.kind is RowKind.MONTH]:
            (height,) = self._measured(number, number + 1)
            if height != self.heights.height_of(number):
                self.heights.replace(number, 1, (height,))
        self.fit()

    def _measure_new(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Be higher by the rows that have come; the others keep their heights."""
        self.heights.replace(first, 0, [0] * (last - first + 1))
        self._measure_around(first, last)

    def _drop(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.heights.replace(first, last - first + 1, ())
        self._measure_around(first, first)

    def _measure_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._measure_around(first.row(), last.row())

    def _measure_around(self, first: int, last: int) -> None:
        """Measure rows, and those beside them: the last of a month may be another one."""
        first, after = max(0, first - 1), min(last + 2, len(self._model.rows))
        self.heights.replace(first, after - first, self._measured(first, after))
        self.fit()

    def _measured(self, first: int, after: int) -> list[int]:
        rows, end = self._model.rows, len(self._model.rows)
        return [
            self._delegate.height(
                rows[number],
                is_first=number == 0,
                is_last=number + 1 == end or rows[number + 1].kind is RowKind.MONTH,
            )
            for number in range(first, after)
        ]

    def _start_over(self) -> None:
        self._delegate.hovered = QPersistentModelIndex()
        self._delegate.ringed = QPersistentModelIndex()
        self._measure()

    def _go(self, count: int) -> None:
        """Move the keyboard so many rows, over the headings of months."""
        last = len(self._model.rows) - 1
        self.choose(max(0, min(last, self.currentIndex().row() + count)))

    def _places(self, index: Index) -> RowPlaces:
        row: LogRow = index.data(RowRole.ROW)
        is_last = bool(index.data(RowRole.IS_LAST))
        return self._delegate.places(self.visualRect(index), row, is_last=is_last)

    def _row_at(self, index: Index) -> LogRow | None:
        """Return the row of an index; None for a heading, and where there is none."""
        row = index.data(RowRole.ROW) if index.isValid() else None
        return row if isinstance(row, LogRow) and row.kind is not RowKind.MONTH else None
