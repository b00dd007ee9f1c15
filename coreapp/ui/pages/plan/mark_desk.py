"""Marking days on the page of the plan, with undo; what is planned on them is asked about."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import CoreappError
from coreapp.i18n import _, ngettext
from coreapp.services.changes import Change
from coreapp.services.day_marks import DayMarks, Marked, Marking, Planned
from coreapp.services.explanations import explain
from coreapp.services.mark_words import mark_label
from coreapp.services.plan_calendar import PlanCalendar
from coreapp.services.plan_day_words import day_name
from coreapp.services.plan_items import DayItem
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.dialogs.day_mark import DayMarkDialog, MarkAnswer


class MarkDesk(QObject):
    """Carries out what the page asks for; its dialog does not block.

    Attributes:
        dialog: the one that asked last.
    """

    def __init__(
        self,
        theme: Theme,
        marks: DayMarks,
        calendar: PlanCalendar,
        shell: Shell,
        page: QWidget,
    ) -> None:
        """Serve a page, over which the dialog opens."""
        super().__init__(page)
        self._theme = theme
        self._marks = marks
        self._calendar = calendar
        self._shell = shell
        self._page = page
        self.dialog: DayMarkDialog | None = None

    def mark(self, day: date, mark: DayMark | None) -> None:
        """Mark one day; what is planned on it stays until somebody says otherwise."""
        with self._shell.guarded():
            done = self._marks.mark(Marking(day, day, mark))
            self._tell(Marking(day, day, mark), done)

    def ask_for_days(self, first: date, last: date, mark: DayMark = DayMark.REST) -> None:
        """Ask which days are to be marked; these, so marked, are proposed."""
        from coreapp.ui.dialogs.day_mark import DayMarkDialog  # noqa: PLC0415  only who marks days needs it

        marking = Marking(first, last, mark)
        today = self._calendar.today()
        window = self._page.window()
        self.dialog = DayMarkDialog(self._theme, marking, self._count_open, today, window)
        self.dialog.answered.connect(self._mark_days)
        self.dialog.open()

    def _mark_days(self, answer: "MarkAnswer") -> None:
        dialog, marking = self.dialog, answer.marking
        if dialog is None:
            return
        try:
            found = self._calendar.open_between(marking.first, marking.last)
            planned = [each.occurrence for each in found if each.occurrence is not None]
            done = self._marks.mark(marking, planned, answer.then)
        except CoreappError as error:
            dialog.show_problem(explain(error))
            return
        dialog.accept()
        self._tell(marking, done, answer.then)

    def _tell(self, marking: Marking, done: Marked, then: Planned = Planned.STAY) -> None:
        name = mark_label(marking.mark) if marking.mark else _("No mark")
        text = _("{day}: {mark}").format(day=day_name(marking.first), mark=name)
        if marking.days > 1:
            text = ngettext("{mark}: {count} day", "{mark}: {count} days", marking.days)
            text = text.format(mark=name, count=marking.days)
        if done.plan is not None:
            is_moved = then is Planned.MOVE
            moved, skipped = _("The sessions are moved."), _("The sessions are skipped.")
            hint = moved if is_moved else skipped
            text = _("{done}. {hint}").format(done=text, hint=hint)
        self._shell.changed(Change.PLAN, Change.LOG)
        self._shell.tell_with_undo(text, partial(self._undo, done))

    def _undo(self, done: Marked) -> None:
        with self._shell.guarded():
            self._marks.undo(done)
            self._shell.changed(Change.PLAN, Change.LOG)

    def _count_open(self, first: date, last: date) -> int:
        found: Sequence[DayItem] = ()
        with self._shell.guarded():
            found = self._calendar.open_between(first, last)
        return len(found)
