"""Changes of the plan, each in one transaction and each to be undone as a whole."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.occurrences import Occurrence, move, restore, skip
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.series_editing import Edited, edit_from, edit_this
from coreapp.services.library import Library
from coreapp.services.log_ports import Database, Work
from coreapp.services.ports import Identities
from coreapp.services.programme_facts import PlanChange

_A_DAY = timedelta(days=1)


class PlanChanges:
    """Moves, skips and edits what is planned; returns what each change replaced."""

    def __init__(self, library: Library, database: Database, new_id: Identities) -> None:
        self._library = library
        self._database = database
        self._new_id = new_id

    def add(self, draft: EntryDraft) -> PlanChange:
        """Put a session into the plan.

        Raises:
            InvalidValueError: a part of the draft cannot be used.
            UnknownIdError: there is no such routine.
        """
        self._library.routine(draft.routine)
        entry = make_entry(self._new_id(), draft)
        with self._database.work() as work:
            work.schedule.add(entry)
        return PlanChange((entry,), ())

    def remove(self, identity: str) -> PlanChange:
        """Take an entry out of the plan.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.work() as work:
            entry = _required(work, identity)
            work.schedule.remove(identity)
        return PlanChange((), (entry,))

    def move(self, identity: str, original_date: date, to: datetime) -> PlanChange:
        """Move one occurrence alone, to a wall time (naive) in its entry's zone or to a moment.

        Raises:
            UnknownIdError: there is no such entry.
            InvalidValueError: it has no occurrence on that day, or the time cannot be used.
        """
        return self._change(identity, lambda entry: move(entry, original_date, to))

    def move_to_day(self, occurrence: Occurrence, day: date) -> PlanChange:
        """Move one occurrence alone to another day, at its time of day.

        Raises:
            UnknownIdError: its entry is gone.
            InvalidValueError: it cannot be planned on that day.
        """
        return self.shift([occurrence], (day - occurrence.start.date()).days)

    def shift(self, occurrences: Iterable[Occurrence], days: int) -> PlanChange:
        """Move some occurrences by days, each at its time of day.

        Raises:
            UnknownIdError: an entry is gone.
            InvalidValueError: one cannot be planned on that day.
        """
        with self._database.work() as work:
            return shift_in(work, occurrences, days)

    def skip(self, occurrences: Iterable[Occurrence]) -> PlanChange:
        """Leave some occurrences out.

        Raises:
            UnknownIdError: an entry is gone.
            InvalidValueError: it has no such occurrence.
        """
        with self._database.work() as work:
            return skip_in(work, occurrences)

    def bring_back(self, identity: str, original_date: date) -> PlanChange:
        """Let one occurrence be as the rule has it, after it was moved or skipped.

        Raises:
            UnknownIdError: there is no such entry.
        """
        return self._change(identity, lambda entry: restore(entry, original_date))

    def edit_this(self, occurrence: Occurrence, routine: str, to: datetime) -> PlanChange:
        """Change one occurrence alone: when it is (a wall time in its zone), and what is done.

        Raises:
            UnknownIdError: there is no such entry or routine.
            InvalidValueError: it has no such occurrence, or the time cannot be used.
        """
        return self._edit(
            occurrence.entry,
            lambda entry: edit_this(
                entry, occurrence.original_date, self._named(entry, routine), to, self._new_id()
            ),
        )

    def edit_from(self, identity: str, first: date, draft: EntryDraft) -> PlanChange:
        """Change an entry from a day on; what comes before stays as it was.

        Raises:
            UnknownIdError: there is no such entry or routine.
            InvalidValueError: a part of the draft cannot be used.
        """
        self._library.routine(draft.routine)
        return self._edit(identity, lambda entry: edit_from(entry, first, draft, self._new_id()))

    def undo(self, change: PlanChange) -> None:
        """Make a change not to have been."""
        with self._database.work() as work:
            undo_in(work, change)

    def _named(self, entry: ScheduleEntry, routine: str) -> tuple[str, str]:
        if routine == entry.routine:
            return routine, entry.title
        self._library.routine(routine)
        return routine, self._library.routine_name(routine)

    def _change(
        self, identity: str, change: Callable[[ScheduleEntry], ScheduleEntry]
    ) -> PlanChange:
        return self._edit(identity, lambda entry: Edited(change(entry)))

    def _edit(self, identity: str, edit: Callable[[ScheduleEntry], Edited]) -> PlanChange:
        with self._database.work() as work:
            before = _required(work, identity)
            edited = edit(before)
            made = [each for each in (edited.kept, edited.added) if each is not None]
            for entry in made:
                work.schedule.add(entry)
        return PlanChange(tuple(made), (before,))


def shift_in(work: Work, occurrences: Iterable[Occurrence], days: int) -> PlanChange:
    """Move some occurrences by days, as a part of a transaction; see `PlanChanges.shift`."""

    def moved(entry: ScheduleEntry, each: Occurrence) -> ScheduleEntry:
        to = each.start.replace(tzinfo=None) + days * _A_DAY
        return move(entry, each.original_date, to)

    return _change_each(work, occurrences, moved)


def skip_in(work: Work, occurrences: Iterable[Occurrence]) -> PlanChange:
    """Leave some occurrences out, as a part of a transaction; see `PlanChanges.skip`."""
    return _change_each(work, occurrences, lambda entry, each: skip(entry, each.original_date))


def undo_in(work: Work, change: PlanChange) -> None:
    """Make a change not to have been, as a part of a transaction."""
    for entry in change.added:
        work.schedule.remove(entry.id)
    for entry in change.removed:
        work.schedule.add(entry)


def _change_each(
    work: Work,
    occurrences: Iterable[Occurrence],
    change: Callable[[ScheduleEntry, Occurrence], ScheduleEntry],
) -> PlanChange:
    before: dict[str, ScheduleEntry] = {}
    after: dict[str, ScheduleEntry] = {}
    for each in occurrences:
        if each.entry not in after:
            before[each.entry] = after[each.entry] = _required(work, each.entry)
        after[each.entry] = change(after[each.entry], each)
    for entry in after.values():
        work.schedule.add(entry)
    return PlanChange(tuple(after.values()), tuple(before.values()))


def _required(work: Work, identity: str) -> ScheduleEntry:
    entry = work.schedule.get(identity)
    if entry is None:
        raise UnknownIdError("entry", identity)
    return entry
