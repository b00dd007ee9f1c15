"""The log: sessions, breaks, runs, walks, sports and notes of days, newest first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coreapp.domain.log_lines import ALL_KINDS
from coreapp.i18n import _, ngettext
from coreapp.services.changes import Change
from coreapp.services.log_list import LogList, month_after
from coreapp.services.log_reading import LogQuestion, LogReading
from coreapp.services.log_search import LogSearch
from coreapp.ui.background import Background
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.log_model import LogModel, LogRow, RowKind
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.folding_head import FoldingHead
from coreapp.ui.pages.log.beginnings import (
    FEW,
    Beginnings,
    empty_log,
    nothing_in_log,
    nothing_title,
    presence_line,
)
from coreapp.ui.pages.log.desk import LogDesk
from coreapp.ui.pages.log.filters import LogFilters
from coreapp.ui.pages.log.sight import ListSight
from coreapp.ui.pages.log.stream import LogStream, Worker
from coreapp.ui.pages.log.view import LogView
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonKind

TYPING_MS: Final = 120
"""Who types on within this time is not done yet."""


@dataclass(frozen=True, slots=True)
class LogPageParts:
    """What the page reads and does.

    Attributes:
        report: asks for a report as PDF; None if there is none.
        worker: reads the log; None for one of the page's own.
    """

    list: LogList
    search: LogSearch
    desk: LogDesk
    report: Callable[[], None] | None = None
    worker: Worker | None = None


class TrainingLogPage(Page):
    """One list of everything that was done and written; older ones are loaded while it scrolls."""

    concerns = frozenset({Change.LOG, Change.LIBRARY})

    def __init__(self, theme: Theme, art: FigureArt, parts: LogPageParts, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._list = parts.list
        self._desk = parts.desk
        self._shell = shell
        self._today: date | None = None
        self._is_asked = False
        self._model = LogModel()
        self._menu = QMenu(self)
        self._adding = QMenu(self)
        self._search = SearchField(
            theme, _("Search the log"), QKeySequence(QKeySequence.StandardKey.Find)
        )
        self._filters = LogFilters(theme, self._months)
        self.view = LogView(theme, art, self._model)
        self._said = QVBoxLayout()
        self._nothing = nothing_in_log(theme, art)
        self._add = Button(theme, _("Enter…"), ButtonKind.PRIMARY, Icon.PLUS)
        self._add.setObjectName("enter_into_log")
        self._shoes = Button(theme, _("Shoes…"), ButtonKind.QUIET)
        self._report = Button(theme, _("Report as PDF…"), ButtonKind.QUIET)
        quiet = (self._report, self._shoes) if parts.report else (self._shoes,)
        self._head = FoldingHead(theme, _("Log"), quiet, self._add)
        self._presence = presence_line(theme, self._open_breaks)
        self._more: Beginnings | None = None
        self._sight = ListSight(self, self.view, self._model)
        self._stream = LogStream(
            self._model,
            LogReading(parts.list, parts.search),
            parts.list.today,
            self._sight.rows,
            parts.worker or Background(self),
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)

        self._lay_out()

        self._connect()
        if parts.report is not None:
            self._report.clicked.connect(parts.report)

    @property
    def rows(self) -> list[LogRow]:
        """What is loaded of the list, in order."""
        return list(self._model.rows)

    def focus_search(self) -> None:
        """Put the keyboard into the search field; what is there is replaced by typing."""
        self._search.setFocus()
        self._search.selectAll()
        self.ensureWidgetVisible(self._search)

    @property
    def is_settled(self) -> bool:
        """Whether the list is there, as far as it is looked at."""
        return self._stream.is_settled and not self._typing.isActive()

    def refresh(self) -> None:
        """Read the log anew where it is looked at, and stay where one was."""
        self._today = self._list.today()
        self._stream.read_anew()

    def kept(self) -> dict[str, object]:
        """Return what is searched for and the filters."""
        kinds, month = self._filters.kinds, self._filters.month
        word = self._search.text()
        return {**super().kept(), "word": word, "kinds": kinds, "month": month}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Search and filter for the same."""
        super().take_up(kept)
        kinds, month = kept["kinds"], kept["month"]
        chosen = kinds if isinstance(kinds, frozenset) else ALL_KINDS
        self._filters.take_up(chosen, month if isinstance(month, date) else None)
        self._search.setText(str(kept["word"]))
        if self._filters.is_narrowed:
            self._ask()

    def shown(self) -> None:
        """What was today may be yesterday by now."""
        if self._list.today() != self._today:
            self.refresh()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._ask)
        self._search.textChanged.connect(self._note_typing)
        self._search.returnPressed.connect(self._ask)
        self._stream.began.connect(self._sight.start_over)
        self._stream.about_to_change.connect(self._sight.remember)
        self._stream.changed.connect(self._follow)
        self._stream.failed.connect(self._shell.show_error)
        self._search.left_downwards.connect(self.view.take_keyboard)
        self._filters.changed.connect(self._ask)
        self.view.row_opened.connect(self._open_row)
        self.view.row_deleted.connect(self._desk.delete)
        self.view.menu_requested.connect(self._offer_actions)
        self.view.day_requested.connect(self._ask_day)
        self.view.current_moved.connect(self._keep_in_sight)
        self._nothing.all_requested.connect(self._show_everything)
        self._add.clicked.connect(self._offer_adding)
        self._shoes.clicked.connect(self._shell.show_shoes)
        self.verticalScrollBar().valueChanged.connect(self._stream.look)
        self.verticalScrollBar().rangeChanged.connect(self._stream.go_on)

    def _lay_out(self) -> None:
        self.column.setSpacing(16)
        self.column.addWidget(self._head)
        self.column.addWidget(self._search)
        self.column.addWidget(self._filters)
        self.column.addLayout(self._said)
        self.column.addLayout(self._nothing)
        self.column.addWidget(self.view)
        self.column.addWidget(self._presence)
        self.column.addStretch(1)

    def _note_typing(self) -> None:
        self._typing.start()

    def _ask(self) -> None:
        """Show what is chosen and typed now."""
        self._typing.stop()
        month = self._filters.month
        before = None if month is None else month_after(month)
        word = self._search.text().strip()
        self._is_asked = True
        self._stream.ask(LogQuestion(word, self._filters.kinds, before))

    def _follow(self) -> None:
        """The list is another one, or longer."""
        self._sight.keep()
        self._tell_if_nothing()
        self._invite()
        if self._is_asked and self._stream.is_settled:
            self._is_asked = False
            announce(self._search, self._found_words())

    def _found_words(self) -> str:
        """Return how much was found, for those who do not see the list change."""
        if self._stream.has_nothing:
            return _("Nothing in the log matches.")
        count = sum(1 for each in self._model.rows if each.kind is not RowKind.MONTH)
        if self._stream.goes_on:
            text = ngettext("{count} entry and older ones", "{count} entries and older ones", count)
        else:
            text = ngettext("{count} entry", "{count} entries", count)
        return text.format(count=count)

    def _tell_if_nothing(self) -> None:
        clear_layout(self._said)
        is_empty = self._stream.has_nothing
        self.view.setVisible(not is_empty)
        has_nothing = is_empty and not self._stream.question.is_narrowed
        self._search.setVisible(not has_nothing)
        self._filters.setVisible(not has_nothing)
        self._presence.setVisible(not is_empty)
        # One primary action a page: the empty page has its own.
        self._add.set_kind(ButtonKind.SECONDARY if is_empty else ButtonKind.PRIMARY)
        if has_nothing:
            self._said.addWidget(self._empty())
        finds_nothing = is_empty and not has_nothing
        self._nothing.tell(nothing_title(self._stream.question.word) if finds_nothing else "")

    def _empty(self) -> QWidget:
        empty = empty_log(self.theme, self._art)
        empty.action_requested.connect(self._open_routines)
        empty.link_requested.connect(self._shell.show_example)
        return empty

    def _invite(self) -> None:
        """Say what else belongs here while the list is short, and all there is."""
        is_all = not self._stream.goes_on and not self._stream.question.is_narrowed
        count = sum(1 for each in self._model.rows if each.kind is not RowKind.MONTH)
        is_short = is_all and 0 < count <= FEW
        if is_short and self._more is None:
            window = self.window()
            self._more = Beginnings(
                self.theme,
                self._shell.enter_activity,
                partial(self._desk.ask_today, window),
                partial(self._desk.add_session, window),
            )
            self.column.insertWidget(self.column.indexOf(self._presence), self._more)
        if self._more is not None:
            self._more.setVisible(is_short)

    def _show_everything(self) -> None:
        self._filters.clear()
        self._search.clear()
        self._ask()

    def _open_row(self, row: LogRow) -> None:
        if row.kind is RowKind.BREAKS:
            self._stream.turn_breaks(row)
        else:
            self._desk.open(row, self.window())

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
