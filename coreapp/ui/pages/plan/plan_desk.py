"""What can be done on the page of the plan: each change with its undo, and what it brings along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.occurrences import next_occurrences
from coreapp.domain.programme import split_id
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.wall_time import find_zone, resolve
from coreapp.i18n import _, ngettext
from coreapp.services.changes import Change
from coreapp.services.day_marks import DayMarks
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.plan_calendar import PlanCalendar
from coreapp.services.plan_changes import PlanChanges
from coreapp.services.plan_conflicts import conflict_text
from coreapp.services.plan_day_words import short_day
from coreapp.services.plan_edits import EntryAnswer, EntryQuestion, Scope
from coreapp.services.plan_items import Conflict, DayItem, PlanDay
from coreapp.services.planning import Planning
from coreapp.services.playing import Request
from coreapp.services.programme_facts import PlanChange
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.dialogs.plan_entry import PlanEntryDialog
    from coreapp.ui.dialogs.plan_move import MoveDialog

_A_DAY: Final = timedelta(days=1)
_TOLD: Final = 7 * _A_DAY
"""So far ahead of a change what it brings along is told."""


@dataclass(frozen=True, slots=True)
class PlanServices:
    """The use cases that the page of the plan needs."""

    library: Library
    planning: Planning
    calendar: PlanCalendar
    changes: PlanChanges
    marks: DayMarks


class PlanDesk(QObject):
    """Carries out what the page asks for; its dialogs do not block.

    Attributes:
        entry_dialog, move_dialog: the ones that asked last.
    """

    def __init__(
        self, theme: Theme, art: FigureArt, services: PlanServices, shell: Shell, page: QWidget
    ) -> None:
        """Serve a page, over which the dialogs open."""
        super().__init__(page)
        self._theme = theme
        self._art = art
        self._library = services.library
        self._planning = services.planning
        self._calendar = services.calendar
        self._changes = services.changes
        self._shell = shell
        self._page = page
        self.entry_dialog: PlanEntryDialog | None = None
        self.move_dialog: MoveDialog | None = None

    # -- one session

    def start(self, item: DayItem) -> None:
        """Play a planned session."""
        if item.occurrence is not None:
            self._shell.play(Request(item.occurrence.routine, planned=item.occurrence.planned))

    def ask_to_move(self, item: DayItem) -> None:
        """Ask for another time of one session."""
        if item.occurrence is None:
            return
        from coreapp.ui.dialogs.plan_move import MoveDialog  # noqa: PLC0415  see `_ask`

        self.move_dialog = MoveDialog(
            self._theme,
            item.title,
            item.occurrence.start,
            self._calendar.today(),
            self._page.window(),
        )
        self.move_dialog.moved.connect(partial(self._move, item))
        self.move_dialog.open()

    def move_to_day(self, item: DayItem, day: date) -> None:
        """Move one session to another day, at its time of day."""
        each = item.occurrence
        if each is not None and day != each.start.date():
            self._carry_out(
                _("{title}: moved to {date}").format(title=item.title, date=short_day(day)),
                lambda: self._changes.move_to_day(each, day),
                (each.start.date(), day),
            )

    def skip(self, item: DayItem) -> None:
        """Leave one session out."""
        each = item.occurrence
        if each is not None:
            text = _("Skipped: {title}").format(title=item.title)
            self._carry_out(text, lambda: self._changes.skip([each]))

    def bring_back(self, item: DayItem) -> None:
        """Let one session be as its rule has it."""
        original = item.original_date
        if original is not None:
            self._carry_out(
                _("Brought back: {title}").format(title=item.title),
                lambda: self._changes.bring_back(item.entry, original),
                (original, original),
            )

    # -- what repeats

    def ask_for_entry(self, day: date, routine: str = "") -> None:
        """Ask for a session to be planned."""
        today = self._calendar.today()
        question = EntryQuestion(today, self._calendar.zone(), max(day, today), routine)
        self._ask(question)

    def edit_item(self, item: DayItem) -> None:
        """Ask what is to become of a session and of those that follow."""
        if item.occurrence is None:
            return
        with self._shell.guarded():
            entry = self._planning.entry(item.entry)
            if _programme_of(entry):
                # Its weeks belong together: as a whole they are placed anew on its own page.
                self.ask_to_move(item)
                return
            self._ask(self._question(entry, item))

    def edit_entry(self, entry: ScheduleEntry) -> None:
        """Ask how a session is to go on; a programme is edited as a whole."""
        with self._shell.guarded():
            if programme := _programme_of(entry):
                self._shell.open_programme(programme)
                return
            self._ask(self._question(entry, None))

    def remove(self, entry: ScheduleEntry) -> None:
        """Take an entry out of the plan."""
        title = self._library.entry_title(entry.title, entry.routine)
        text = _("Removed: {title}").format(title=title)
        self._carry_out(text, lambda: self._changes.remove(entry.id))

    # -- days

    def move_all(self, day: PlanDay) -> None:
        """Move all that is to be done on a day to the next one."""
        found = [each.occurrence for each in day.open if each.occurrence is not None]
        text = ngettext("{count} session: moved", "{count} sessions: moved", len(found))
        self._carry_out(
            text.format(count=len(found)),
            lambda: self._changes.shift(found, 1),
            (day.day, day.day + _A_DAY),
        )

    def skip_all(self, day: PlanDay) -> None:
        """Leave out all that is to be done on a day."""
        found = [each.occurrence for each in day.open if each.occurrence is not None]
        text = ngettext("Skipped: {count} session", "Skipped: {count} sessions", len(found))
        self._carry_out(text.format(count=len(found)), lambda: self._changes.skip(found))

    # -- how it is carried out

    def _carry_out(
        self,
        text: str,
        change: Callable[[], PlanChange],
        days: tuple[date, date] | None = None,
    ) -> None:
        """Change the plan, and say what was done and what it brings along on some days."""
        with self._shell.guarded():
            before = self._conflicts(days)
            done = change()
            self._tell_changed(text, done, self._new_conflicts(days, before))

    def _tell_changed(self, text: str, done: PlanChange, conflicts: Sequence[Conflict]) -> None:
        self._shell.changed(Change.PLAN)
        if conflicts:
            text = _("{done}. {hint}").format(done=text, hint=conflict_text(conflicts[0]))
        self._shell.tell_with_undo(text, partial(self._undo, done))

    def _conflicts(self, days: tuple[date, date] | None) -> frozenset[Conflict]:
        if days is None:
            return frozenset()
        return self._calendar.conflicts(min(days) - _A_DAY, max(days) + _TOLD)

    def _new_conflicts(
        self, days: tuple[date, date] | None, before: frozenset[Conflict]
    ) -> Sequence[Conflict]:
        found = self._conflicts(days) - before
        return sorted(found, key=lambda each: (each.day, each.kind))

    def _undo(self, done: PlanChange) -> None:
        with self._shell.guarded():
            self._changes.undo(done)
            self._shell.changed(Change.PLAN)

    def _move(self, item: DayItem, to: datetime) -> None:
        each = item.occurrence
        if each is None:
            return
        self._carry_out(
            _("Moved: {title}").format(title=item.title),
            lambda: self._changes.move(each.entry, each.original_date, to),
            (each.start.date(), to.date()),
        )

    def _ask(self, question: EntryQuestion) -> None:
        # Most visits only look: what the dialogs are made of comes when one is asked for.
        from coreapp.ui.dialogs.plan_entry import PlanEntryDialog  # noqa: PLC0415

        self.entry_dialog = PlanEntryDialog(
            self._theme, self._art, self._library, question, self._page.window()
        )
        self.entry_dialog.planned.connect(partial(self._take, question))
        self.entry_dialog.open()

    def _question(self, entry: ScheduleEntry, item: DayItem | None) -> EntryQuestion:
        today = self._calendar.today()
        midnight = resolve(datetime.combine(today, time()), find_zone(entry.zone))
        coming = [each.original_date for each in next_occurrences([entry], midnight, 2)]
        is_done = {each.original_date for each in self._done_today(entry.id, midnight)}
        left = [day for day in coming if day not in is_done]
        day = item.occurrence.start.date() if item and item.occurrence else today
        return EntryQuestion(
            today,
            self._calendar.zone(),
            day,
            entry=entry,
            occurrence=item.occurrence if item else None,
            goes_on=left[0] if left else None,
        )

    def _done_today(self, entry: str, midnight: datetime) -> Sequence[DayItem]:
        today = midnight.date()
        items = self._calendar.view(((today,),)).day(today).items
        return [each for each in items if each.entry == entry and not each.is_open]

    def _take(self, question: EntryQuestion, answer: EntryAnswer) -> None:
        """Put what was answered into the plan; the dialog stays open if it cannot be."""
        dialog = self.entry_dialog
        if dialog is None:
            return
        first = answer.at.date() if answer.at else date.fromisoformat(answer.draft.start_date)
        days = (first, first + _TOLD)
        try:
            before = self._conflicts(days)
            done = self._change(question, answer)
            conflicts = self._new_conflicts(days, before)
        except CoreappError as error:
            dialog.show_problem(explain(error))
            return
        dialog.accept()
        title = self._library.entry_title(answer.draft.title, answer.draft.routine)
        text = _("Planned: {title}") if answer.scope is None else _("Changed: {title}")
        self._tell_changed(text.format(title=title), done, conflicts)

    def _change(self, question: EntryQuestion, answer: EntryAnswer) -> PlanChange:
        entry, occurrence = question.entry, question.occurrence
        if entry is None or answer.scope is None:
            return self._changes.add(answer.draft)
        if answer.scope is Scope.THIS and occurrence is not None and answer.at is not None:
            return self._changes.edit_this(occurrence, answer.draft.routine, answer.at)
        first = question.goes_on or question.today
        if answer.scope is Scope.FOLLOWING and occurrence is not None:
            first = occurrence.original_date
        return self._changes.edit_from(entry.id, first, answer.draft)


def _programme_of(entry: ScheduleEntry) -> str:
    """Return the id of the programme that an entry belongs to; empty if to none."""
    parts = split_id(entry.routine)
    return parts[0] if parts is not None else ""
