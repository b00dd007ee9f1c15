"""Entries of the plan with their exceptions, as rows."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coreapp.domain.schedule import OccurrenceException, ScheduleEntry
from coreapp.storage.tables import ScheduleEntryRow, ScheduleExceptionRow


class SqlScheduleEntries:
    """Recurring sessions in the plan, with the occurrences that were moved or skipped."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: ScheduleEntry) -> None:
        """Store an entry with its exceptions; one with the same id is replaced."""
        row = ScheduleEntryRow(
            id=entry.id,
            title=entry.title,
            routine=entry.routine,
            rrule=entry.rrule,
            at_time=entry.at,
            start_date=entry.start_date,
            zone=entry.zone,
        )
        row.exceptions = [
            ScheduleExceptionRow(
                entry_id=entry.id,
                original_date=each.original_date,
                moved_to=each.moved_to,
                skipped=each.skipped,
            )
            for each in entry.exceptions
        ]
        self._session.merge(row)

    def get(self, identity: str) -> ScheduleEntry | None:
        """Return one entry, or None."""
        row = self._session.get(ScheduleEntryRow, identity)
        return None if row is None else to_entry(row)

    def all(self) -> Sequence[ScheduleEntry]:
        """Return all entries, oldest first: ids sort by the time they were made."""
        query = select(ScheduleEntryRow).order_by(ScheduleEntryRow.id)
        return [to_entry(row) for row in self._session.scalars(query)]

    def remove(self, identity: str) -> bool:
        """Delete an entry with its exceptions; tell whether there was one."""
        row = self._session.get(ScheduleEntryRow, identity)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None


def to_entry(row: ScheduleEntryRow) -> ScheduleEntry:
    """Return the entry that is stored in a row with its exceptions.

    Raises:
        InvalidValueError: an exception of it is damaged.
    """
    exceptions = tuple(
        OccurrenceException(each.original_date, each.moved_to, each.skipped)
        for each in row.exceptions
    )
    return ScheduleEntry(
        id=row.id,
        title=row.title,
        routine=row.routine,
        rrule=row.rrule,
        at=row.at_time,
        start_date=row.start_date,
        zone=row.zone,
        exceptions=exceptions,
    )
