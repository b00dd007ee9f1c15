"""The log: sessions, breaks, runs, walks, sports and notes of days, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coreapp.domain.log_lines import LogWish
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.log_list import LogDay, LogList, LogPage, month_after
from coreapp.services.log_search import LogSearch
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.log_model import LogModel, LogRow, RowKind, RowRole
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.log_desk import LogDesk
from coreapp.ui.pages.log_filters import LogFilters
from coreapp.ui.pages.log_rows import breaks_row, rows_of
from coreapp.ui.pages.log_view import LogView
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text

_AHEAD: Final = 1.5
"""So many heights of the window are loaded below what is seen."""


@dataclass(frozen=True, slots=True)
class LogPageParts:
    """What the page reads and does.

    Attributes:
        report: asks for a report as PDF; None if there is none.
    """

    list: LogList
    search: LogSearch
    desk: LogDesk
    report: Callable[[], None] | None = None


class TrainingLogPage(Page):
    """One list of everything that was done and written; older ones are loaded while it scrolls."""

    concerns = frozenset({Change.LOG, Change.LIBRARY})

    def __init__(self, theme: Theme, art: FigureArt, parts: LogPageParts, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._list = parts.list
        self._finder = parts.search
        self._desk = parts.desk
        self._shell = shell
        self._wish = LogWish()
        self._before: date | None = None
        self._today: date | None = None
        self._open: set[str] = set()
        self._model = LogModel()
        self._menu = QMenu(self)
        self._adding = QMenu(self)
        self._search = SearchField(
            theme, _("Search the log"), QKeySequence(QKeySequence.StandardKey.Find)
        )
        self._filters = LogFilters(theme, self._months)
        self.view = LogView(theme, art, self._model)
        self._said = QVBoxLayout()
        self._add = Button(theme, _("Enter…"), ButtonKind.PRIMARY, Icon.PLUS)
        self._add.setObjectName("enter_into_log")
        self._shoes = Button(theme, _("Shoes…"), ButtonKind.QUIET)
        self._report = Button(theme, _("Report as PDF…"), ButtonKind.QUIET)
        self._report.setVisible(parts.report is not None)
        self._presence = self._presence_line()

        self._lay_out()

        self._search.textChanged.connect(self._show_from_the_top)
        self._search.left_downwards.connect(self.view.take_keyboard)
        self._filters.changed.connect(self._show_from_the_top)
        self.view.row_opened.connect(self._open_row)
        self.view.row_deleted.connect(self._desk.delete)
        self.view.menu_requested.connect(self._offer_actions)
        self.view.day_requested.connect(self._ask_day)
        self.view.current_moved.connect(self._keep_in_sight)
        self._add.clicked.connect(self._offer_adding)
        self._shoes.clicked.connect(shell.show_shoes)
        if parts.report is not None:
            self._report.clicked.connect(parts.report)
        self.verticalScrollBar().valueChanged.connect(self._load_what_is_near)
        self.verticalScrollBar().rangeChanged.connect(self._load_what_is_near)

    @property
    def rows(self) -> list[LogRow]:
        """What is loaded of the list, in order."""
        return list(self._model.rows)

    def focus_search(self) -> None:
        """Put the keyboard into the search field; what is there is replaced by typing."""
        self._search.setFocus()
        self._search.selectAll()
        self.ensureWidgetVisible(self._search)

    def refresh(self) -> None:
        """Read the log anew, as far as it was read, and stay where one was."""
        self._finder.forget()
        self._today = self._list.today()
        row = self.view.currentIndex().row()
        with self._shell.guarded():
            self._wish = self._wished()
            if self._model.rows:
                self._show(self._list.reread(self._wish, self._begin, self._end_of_sight()))
            else:
                self._show(self._list.page(self._wish, self._begin))
        self.view.choose(min(row, len(self._model.rows) - 1))

    def shown(self) -> None:
        """What was today may be yesterday by now."""
        if self._list.today() != self._today:
            self.refresh()

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(8, 8, centred=True)
        for each in (self._report, self._shoes, self._add):
            flow.addWidget(each)
        buttons.setLayout(flow)
        head = Columns(self.theme, least=640, gap=24, stacked_gap=12)
        head.add(make_label(_("Log"), Type.PAGE), 3)
        head.add(buttons, 0)
        self.column.setSpacing(16)
        self.column.addWidget(head)
        self.column.addWidget(self._search)
        self.column.addWidget(self._filters)
        self.column.addLayout(self._said)
        self.column.addWidget(self.view)
        self.column.addWidget(self._presence)
        self.column.addStretch(1)

    @property
    def _begin(self) -> date | None:
        """The day before which the list begins; None for the newest."""
        return None if self._filters.month is None else month_after(self._filters.month)

    def _end_of_sight(self) -> date | None:
        """Return where to stop when the log is read anew: what lies below is loaded again later."""
        below = self.verticalScrollBar().value() + self.viewport().height() - self.view.y()
        index = self.view.indexAt(QPoint(self.view.width() // 2, below))
        row = index.data(RowRole.ROW)
        return row.day.replace(day=1) if isinstance(row, LogRow) else self._before

    def _wished(self) -> LogWish:
        return LogWish(self._filters.kinds, self._finder.find(self._search.text()))

    def _show_from_the_top(self) -> None:
        """Show what is chosen and typed now."""
        self._open.clear()
        with self._shell.guarded():
            self._wish = self._wished()
            self._show(self._list.page(self._wish, self._begin))

    def _show(self, page: LogPage) -> None:
        self._before = page.before
        self._model.show_rows(self._rows_of(page.days))
        while self._before is not None and self._is_short:
            self._load_more()
        self._tell_if_nothing()

    def _rows_of(self, days: tuple[LogDay, ...]) -> list[LogRow]:
        """Return rows, with those breaks one by one that were opened before."""
        rows: list[LogRow] = []
        for row in rows_of(days, self._list.today()):
            rows += breaks_row(row, is_open=True) if row.key in self._open else [row]
        return rows

    @property
    def _is_short(self) -> bool:
        """Whether the rows would leave the window empty below them."""
        return self.view.sizeHint().height() < self.viewport().height() * (1 + _AHEAD)

    def _load_more(self) -> None:
        page = self._list.page(self._wish, self._before)
        self._before = page.before
        self._model.add_rows(self._rows_of(page.days))

    def _load_what_is_near(self) -> None:
        bar = self.verticalScrollBar()
        near = bar.maximum() - bar.value() < self.viewport().height() * _AHEAD
        if near and self._before is not None and self._model.rows:
            with self._shell.guarded():
                self._load_more()

    def _tell_if_nothing(self) -> None:
        clear_layout(self._said)
        is_empty = not self._model.rows
        is_narrowed = self._filters.is_narrowed or bool(self._search.text().strip())
        self.view.setVisible(not is_empty)
        has_nothing = is_empty and not is_narrowed
        self._search.setVisible(not has_nothing)
        self._filters.setVisible(not has_nothing)
        self._presence.setVisible(not has_nothing)
        # One primary action a page: the empty page has its own.
        self._add.set_kind(ButtonKind.SECONDARY if has_nothing else ButtonKind.PRIMARY)
        if has_nothing:
            self._said.addWidget(self._empty())
        elif is_empty:
            self._said.addWidget(make_text(_("Nothing in the log matches."), tone="ink2"))
            everything = Button(self.theme, _("Show everything"))
            everything.clicked.connect(self._show_everything)
            self._said.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeft)

    def _empty(self) -> QWidget:
        empty = EmptyState(
            self.theme,
            self._art,
            "glute-bridge",
            EmptyTexts(
                _("The log begins with your first session"),
                _("Every set you do stands here, as you really did it."),
                _("Choose a routine"),
            ),
        )
        empty.action_requested.connect(self._open_routines)
        return empty

    def _presence_line(self) -> QWidget:
        """Return where the times at the desk are, which are not told here."""
        text = _("Your times at the desk are kept apart, to be corrected and deleted there.")
        link = Button(self.theme, _("To the breaks"), ButtonKind.LINK)
        link.setStyleSheet("padding: 0;")  # in line with the words above it
        link.clicked.connect(self._open_breaks)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_text(text, Type.CAPTION, "ink2"))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    def _show_everything(self) -> None:
        self._filters.clear()
        self._search.clear()
        self._show_from_the_top()

    def _open_row(self, row: LogRow) -> None:
        if row.kind is RowKind.BREAKS:
            self._turn_breaks(row)
        else:
            self._desk.open(row, self.window())

    def _turn_breaks(self, row: LogRow) -> None:
        """Show breaks one by one, or fold them."""
        number = self._model.row_of(row.key)
        shown = breaks_row(row, is_open=True)
        is_open = row.key not in self._open
        self._open ^= {row.key}
        count = 1 if is_open else len(shown)
        self._model.replace_rows(number, count, breaks_row(row, is_open=is_open))
        self.view.choose(number)

    def _ask_day(self, day: date) -> None:
        self._desk.days.ask(day, self.window())

    def _offer_actions(self, row: LogRow, place: QPoint) -> None:
        self._menu.clear()
        self._desk.fill(self._menu, row, self.window())
        self._menu.popup(place)

    def _offer_adding(self) -> None:
        self._adding.clear()
        self._desk.fill_adding(self._adding, self.window())
        self._adding.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _months(self) -> list[date]:
        months: list[date] = []
        with self._shell.guarded():
            months += self._list.months()
        return months

    def _open_routines(self) -> None:
        self._shell.open_page(PageKey.ROUTINES)

    def _open_breaks(self) -> None:
        self._shell.open_page(PageKey.BREAKS)

    def _keep_in_sight(self, row: QRect) -> None:
        page = self.content.parentWidget()
        if page is not None:
            middle = self.view.viewport().mapTo(page, row.center())
            self.ensureVisible(middle.x(), middle.y(), 0, row.height())
