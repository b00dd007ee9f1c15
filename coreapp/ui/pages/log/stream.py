"""Brings the log into its list: read page by page on a worker, and only what is looked at.

After a change nothing is read that nobody sees: the pages in sight are read anew, the others when
they come into sight again. What comes late, of what was typed or chosen before, is dropped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from coreapp.domain.errors import CoreappError
from coreapp.services.log_list import LogPage
from coreapp.services.log_reading import LogQuestion, LogReading
from coreapp.ui.background import Job
from coreapp.ui.models.log_model import LogModel, LogRow
from coreapp.ui.pages.log.rows import breaks_row, rows_of

_NEW: Final = -1
"""The place of a page that is not there yet."""


class Worker(Protocol):
    """Does what takes time, one after the other."""

    def run(self, job: Job) -> None:
        """Begin a job; its answer comes on the thread of the windows."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Which rows are looked at, with some beyond them.

    Attributes:
        first: the first of them.
        last: the last one; as many as there are rows where more would have room.
    """

    first: int
    last: int


@dataclass(slots=True)
class _Sheet:
    """A page that was read.

    Attributes:
        before, first: the days it has: first <= day < before; None for no bound.
        count: so many rows.
        is_stale: the log is another one since.
    """

    before: date | None
    first: date | None
    count: int
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    """What the worker has to do.

    Attributes:
        sheet: the place of the page that is read anew, or `_NEW`.
        before, first: its days; of a new one `first` is not known yet.
        from_the_top: whether it is the first page of another list.
        forgets: whether the log is another one since the last task.
    """

    sheet: int
    before: date | None
    first: date | None = None
    from_the_top: bool = False
    forgets: bool = False


class LogStream(QObject):
    """Keeps the rows of the list true as far as they are looked at.

    Signals:
        began: another list is there, from its top.
        about_to_change: rows of pages that were read before are going to be others.
        changed: rows have come, or are others.
        failed: the log cannot be read; a `CoreappError`.
    """

    began = Signal()
    about_to_change = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        model: LogModel,
        reading: LogReading,
        today: Callable[[], date],
        sight: Callable[[], Sight],
        worker: Worker,
    ) -> None:
        """Take what is needed; nothing is read yet.

        Args:
            model: gets the rows.
            reading: answers on the worker, and nowhere else.
            today: returns the day it is.
            sight: returns what is looked at.
            worker: reads.
        """
        super().__init__()
        self._model = model
        self._reading = reading
        self._today = today
        self._sight = sight
        self._worker = worker
        self._question = LogQuestion()
        self._sheets: list[_Sheet] = []
        self._open: set[str] = set()
        self._wants_top = False
        self._forgets = False
        self._is_busy = False
        self._is_outdated = False
        """What is being read now is not wanted any more."""
        self._rests = False
        """It could not be read; nothing is tried until somebody does something."""

    @property
    def question(self) -> LogQuestion:
        """What was asked for last."""
        return self._question

    @property
    def is_settled(self) -> bool:
        """Whether all that is looked at is there."""
        return not self._is_busy and self._next() is None

    @property
    def goes_on(self) -> bool:
        """Whether there may be older rows than those that are read."""
        return bool(self._sheets) and self._sheets[-1].first is not None

    @property
    def has_nothing(self) -> bool:
        """Whether it is known that there is nothing to show."""
        is_read = bool(self._sheets) and not self._rests
        return is_read and not self._model.rows and self.is_settled

    def ask(self, question: LogQuestion) -> None:
        """Show another list, from its top; what is there stays until it comes."""
        self._question = question
        self._open.clear()
        self._wants_top = True
        self._is_outdated = True
        self.look()

    def read_anew(self) -> None:
        """The log is another one, or it is another day."""
        self._forgets = True
        self._is_outdated = True
        self._wants_top = self._wants_top or not self._sheets
        for sheet in self._sheets:
            sheet.is_stale = True
        self.look()

    def look(self) -> None:
        """Somebody looks at something else; what could not be read is tried again."""
        self._rests = False
        self.go_on()

    def go_on(self) -> None:
        """Have the worker read what is missing; one task at a time."""
        if self._is_busy:
            return
        task = self._next()
        if task is None:
            return
        self._is_busy, self._is_outdated, self._forgets = True, False, False
        do = partial(self._read, self._question, task)
        self._worker.run(Job(do, partial(self._take, task), partial(self._fail, task)))

    def turn_breaks(self, row: LogRow) -> None:
        """Show breaks one by one, or fold them."""
        shown = breaks_row(row, is_open=True)
        is_open = row.key not in self._open
        self._open ^= {row.key}
        number = self._model.row_of(row.key)
        rows = breaks_row(row, is_open=is_open)
        former = 1 if is_open else len(shown)
        self._sheets[self._sheet_of(number)].count += len(rows) - former
        self._model.replace_rows(number, former, rows)
        self.go_on()

    def _next(self) -> _Task | None:
        """Return what is to be read next, None if all that is looked at is there."""
        if self._rests:
            return None
        if self._wants_top:
            return _Task(_NEW, self._question.before, from_the_top=True, forgets=self._forgets)
        if not self._sheets:
            return None
        sight, row = self._sight(), 0
        for number, sheet in enumerate(self._sheets):
            is_seen = row <= sight.last and row + sheet.count >= sight.first
            if sheet.is_stale and is_seen:
                return _Task(number, sheet.before, sheet.first, forgets=self._forgets)
            row += sheet.count
        oldest = self._sheets[-1].first
        if sight.last >= row and oldest is not None:
            return _Task(_NEW, oldest, forgets=self._forgets)
        return None

    def _read(self, question: LogQuestion, task: _Task) -> tuple[LogPage, list[LogRow]]:
        """Read a page, on the worker, and put it into words."""
        if task.forgets:
            self._reading.forget()
        if task.sheet == _NEW:
            page = self._reading.page(question, task.before)
        else:
            page = self._reading.again(question, task.before, task.first)
        return page, rows_of(page.days, self._today())

    def _take(self, task: _Task, answer: tuple[LogPage, list[LogRow]]) -> None:
        self._is_busy = False
        if not self._is_outdated:
            page, folded = answer
            self._put(task, page.before, self._opened(folded))
            self.changed.emit()
        self.go_on()

    def _put(self, task: _Task, first: date | None, rows: list[LogRow]) -> None:
        """Show a page that was read."""
        if task.from_the_top:
            self._wants_top = False
            self._sheets = [_Sheet(task.before, first, len(rows))]
            self._model.show_rows(rows)
            self.began.emit()
        elif task.sheet == _NEW:
            self._sheets.append(_Sheet(task.before, first, len(rows)))
            self._model.add_rows(rows)
        else:
            sheet = self._sheets[task.sheet]
            start = sum(each.count for each in self._sheets[: task.sheet])
            former, sheet.count, sheet.is_stale = sheet.count, len(rows), False
            self.about_to_change.emit()
            self._model.replace_rows(start, former, rows)

    def _fail(self, task: _Task, error: CoreappError) -> None:
        """Tell it; what was asked meanwhile is read all the same."""
        self._is_busy = False
        self._forgets = self._forgets or task.forgets
        if self._is_outdated:
            self.go_on()
        else:
            self._rests = True
            self.failed.emit(error)

    def _opened(self, folded: list[LogRow]) -> list[LogRow]:
        """Return rows, with those breaks one by one that were opened before."""
        rows: list[LogRow] = []
        for row in folded:
            rows += breaks_row(row, is_open=True) if row.key in self._open else [row]
        return rows

    def _sheet_of(self, row: int) -> int:
        """Return in which page a row is."""
        after = 0
        for number, sheet in enumerate(self._sheets):
            after += sheet.count
            if row < after:
                return number
        return len(self._sheets) - 1
