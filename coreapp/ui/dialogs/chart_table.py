"""A chart as a table: to read figure by figure, to copy, and for those who do not see it."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _
from coreapp.services.charts import Table
from coreapp.ui.dialogs.base import MOST, SIDE, dialog_width
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_text

_WIDTH: Final = 560
_HEIGHT: Final = 440
_ROW: Final = 32
_FEWEST: Final = 3
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""Of figures, which are compared by their ends."""


class ChartTableDialog(QDialog):
    """Shows the figures of a chart, the newest last and in sight.

    Signals:
        copy_requested: the table is to be copied.
    """

    copy_requested = Signal()

    def __init__(self, theme: Theme, title: str, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.grid = _grid(theme, table)
        self.grid.setAccessibleName(title)
        copy = Button(theme, _("Copy table"), icon=Icon.COPY)
        close = Button(theme, _("Close"), ButtonKind.PRIMARY)
        close.setDefault(True)
        copy.clicked.connect(self.copy_requested)
        close.clicked.connect(self.accept)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(copy)
        answers.addStretch(1)
        answers.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(title, Type.HEADING))
        column.addWidget(self.grid, 1)
        column.addLayout(answers)
        wanted = self.grid.horizontalHeader().length() + _ROW + 2 * SIDE
        width = min(MOST, max(wanted, dialog_width(theme, _WIDTH)))
        # Of few weeks no more than there are: an empty table looks as if something were missing.
        around = self.sizeHint().height() - self.grid.sizeHint().height()
        rows = max(_FEWEST, len(table.rows)) * theme.fonts.pixels(_ROW)
        needed = around + self.grid.horizontalHeader().sizeHint().height() + rows
        self.resize(width, min(640, theme.fonts.pixels(_HEIGHT), needed + _ROW))
        if wanted <= MOST:
            resize = QHeaderView.ResizeMode.Stretch
            self.grid.horizontalHeader().setSectionResizeMode(0, resize)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)


def as_text(table: Table) -> str:
    """Return a table for the clipboard: cells parted by tabs, as every spreadsheet takes them."""
    return "\n".join("\t".join(row) for row in (table.header, *table.rows))


def _grid(theme: Theme, table: Table) -> QTableWidget:
    grid = QTableWidget(len(table.rows), len(table.header))
    for column, text in enumerate(table.header):
        head = QTableWidgetItem(text)
        head.setTextAlignment(_RIGHT if column else _LEFT)
        grid.setHorizontalHeaderItem(column, head)
    grid.verticalHeader().hide()
    grid.verticalHeader().setDefaultSectionSize(theme.fonts.pixels(_ROW))
    grid.setObjectName("chart_table")
    grid.setShowGrid(False)
    grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    # Tab leaves it; within it the arrows move.
    grid.setTabKeyNavigation(False)
    header = grid.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setTextAlignment(_RIGHT if column else _LEFT)
            grid.setItem(row, column, item)
    grid.resizeColumnsToContents()
    if table.rows:
        # The arrows begin there; nobody has chosen it.
        nothing = QItemSelectionModel.SelectionFlag.NoUpdate
        grid.setCurrentCell(len(table.rows) - 1, 0, nothing)
        grid.scrollToBottom()
    return grid
