"""What was said of days, as rows.

Places, triggers and reliefs are words in a column of their own: they are always read with their
day, and nothing is looked for by them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from functools import partial

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from coreapp.domain.day_record import DayMark, DayRecord, PainTrigger, Relief
from coreapp.domain.habits import DayNote
from coreapp.domain.pain import PainPlace
from coreapp.services.log_ports import Store, Told
from coreapp.storage.repositories.batching import batches
from coreapp.storage.repositories.staging import Staging
from coreapp.storage.tables import DayRow


class SqlDayRecords:
    """What was said of days: marks, pain, sleep and the like."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, record: DayRecord) -> None:
        """Store what is said of a day; what was said of it before is replaced."""
        self.add_all([record])

    def add_all(self, records: Sequence[DayRecord]) -> None:
        """Store what is said of days; what was said of them before is replaced."""
        for some in batches(records):
            same = DayRow.day.in_([each.day for each in some])
            self._session.execute(delete(DayRow).where(same))
            self._session.execute(insert(DayRow), [_columns(each) for each in some])

    def prepare(self, records: Sequence[DayRecord], told: Told) -> Store:
        """Make many records ready; what is returned stores them as `add_all` does."""
        rows = Staging(self._session, DayRow)
        for some in batches(records):
            rows.add([_columns(each) for each in some])
            told(len(some))
        return partial(rows.replace, DayRow.day)

    def some(self, days: Sequence[date]) -> Sequence[DayRecord]:
        """Return what is said of these days, in no order; there need not be anything of each."""
        queries = (select(DayRow).where(DayRow.day.in_(each)) for each in batches(days))
        return [to_record(row) for query in queries for row in self._session.scalars(query)]

    def get(self, day: date) -> DayRecord | None:
        """Return what is said of a day, or None."""
        row = self._session.get(DayRow, day)
        return None if row is None else to_record(row)

    def between(self, first: date | None, last: date | None) -> Sequence[DayRecord]:
        """Return the records of first <= day <= last, oldest first; None leaves an end open."""
        query = select(DayRow).order_by(DayRow.day)
        if first is not None:
            query = query.where(DayRow.day >= first)
        if last is not None:
            query = query.where(DayRow.day <= last)
        return [to_record(row) for row in self._session.scalars(query)]

    def marks(self, first: date, last: date) -> Mapping[date, DayMark]:
        """Return the marks of the days of first <= day <= last that have one."""
        query = select(DayRow.day, DayRow.mark).where(DayRow.day >= first, DayRow.day <= last)
        found = self._session.execute(query)
        return {day: DayMark(mark) for day, mark in found if mark is not None}

    def delete(self, day: date) -> bool:
        """Forget what was said of a day; tell whether there was anything."""
        row = self._session.get(DayRow, day)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None

    def remove(self, days: Sequence[date]) -> None:
        """Forget what was said of these days; there need not be anything of each."""
        for some in batches(days):
            self._session.execute(delete(DayRow).where(DayRow.day.in_(some)))


def _columns(record: DayRecord) -> dict[str, object]:
    return dict(
        day=record.day,
        mark=None if record.mark is None else record.mark.value,
        **asdict(record.note),
        steps=record.steps,
        pain_worst=record.pain_worst,
        pain_places=" ".join(sorted(record.pain_places)),
        pain_triggers=" ".join(sorted(record.pain_triggers)),
        tingled=record.tingled,
        reliefs=" ".join(f"{relief}:{helped}" for relief, helped in record.reliefs),
        text=record.text,
    )


def to_record(row: DayRow) -> DayRecord:
    """Return what is stored in a row.

    Raises:
        InvalidValueError: a figure in it is out of its range.
        ValueError: it has a word that nobody knows.
    """
    return DayRecord(
        day=row.day,
        mark=None if row.mark is None else DayMark(row.mark),
        note=DayNote(**{each.name: getattr(row, each.name) for each in fields(DayNote)}),
        steps=row.steps,
        pain_worst=row.pain_worst,
        pain_places=frozenset(PainPlace(each) for each in row.pain_places.split()),
        pain_triggers=frozenset(PainTrigger(each) for each in row.pain_triggers.split()),
        tingled=row.tingled,
        reliefs=tuple(_relief(each) for each in row.reliefs.split()),
        text=row.text,
    )


def _relief(words: str) -> tuple[Relief, int]:
    relief, _colon, helped = words.partition(":")
    return Relief(relief), int(helped)
