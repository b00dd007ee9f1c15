"""What one writes down of a day: how one slept, what hurt, and why less than planned is done."""

from collections.abc import Sequence
from datetime import date

from coreapp.domain.day_record import DayRecord
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import find_zone
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock


class DayLog:
    """The records of days, one a day; a day of which nothing is said has an empty one."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def today(self) -> date:
        """Return the day it is where the computer is."""
        return self._clock.reading().utc.astimezone(find_zone(self._clock.zone())).date()

    def record(self, day: date) -> DayRecord:
        """Return what is said of a day."""
        with self._database.reading() as work:
            return work.days.get(day) or DayRecord(day)

    def between(self, first: date | None, last: date | None) -> Sequence[DayRecord]:
        """Return what is said of first <= day <= last, oldest first; None leaves an end open."""
        with self._database.reading() as work:
            return work.days.between(first, last)

    def save(self, record: DayRecord) -> DayRecord | None:
        """Keep what is said of a day; one of which nothing is said is not kept.

        Returns:
            What was kept of the day before, or None; `restore` takes it back.

        Raises:
            InvalidValueError: the day is to come, and more is said of it than a mark and a note.
        """
        planned = DayRecord(record.day, mark=record.mark, text=record.text)
        if record.day > self.today() and record != planned:
            raise InvalidValueError(
                "day",
                record.day,
                marked("Of a day that is to come only a mark and a note can be kept."),
            )
        with self._database.work() as work:
            former = work.days.get(record.day)
            if record.is_empty:
                work.days.delete(record.day)
            else:
                work.days.add(record)
        return former

    def restore(self, day: date, former: DayRecord | None) -> None:
        """Put back what was kept of a day before, as `save` returned it; None forgets the day."""
        with self._database.work() as work:
            if former is None:
                work.days.delete(day)
            else:
                work.days.add(former)
