"""Marking days: rest, sick, travel or easy, one or several at once, with one undo.

Everything else that was said of a day stays. Whoever marks days is asked what is to become of the
sessions that are planned on them; nothing is moved or left out by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.day_record import QUIET, DayMark, DayRecord
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.occurrences import Occurrence
from coreapp.services.log_ports import Database, Work
from coreapp.services.plan_changes import shift_in, skip_in, undo_in
from coreapp.services.programme_facts import PlanChange

MOST_DAYS: Final = 60
"""Longer absences are better planned anew than marked."""

_A_DAY = timedelta(days=1)


class Planned(StrEnum):
    """What becomes of the sessions that are planned on marked days."""

    STAY = "stay"
    MOVE = "move"
    """To the days after, all by as many days as are marked."""
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Marking:
    """Days to be marked, first and last with all between.

    Attributes:
        mark: None takes marks away.
    """

    first: date
    last: date
    mark: DayMark | None

    @property
    def days(self) -> int:
        """How many days it is about."""
        return (self.last - self.first).days + 1

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is reminded on these days."""
        return self.mark in QUIET


@dataclass(frozen=True, slots=True)
class Marked:
    """What a marking has changed, for `DayMarks.undo`.

    Attributes:
        records: the days as they were; an empty record where nothing was said.
        plan: of the sessions, or None.
    """

    records: tuple[DayRecord, ...]
    plan: PlanChange | None = None


class DayMarks:
    """Marks days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(
        self,
        marking: Marking,
        planned: Sequence[Occurrence] = (),
        then: Planned = Planned.STAY,
    ) -> Marked:
        """Mark days.

        Args:
            marking: which, and how.
            planned: what is planned on them and still to be done.
            then: what becomes of that.

        Raises:
            InvalidValueError: the last day is before the first, or they are too many, or a session
                cannot be moved.
            CoreappError: it cannot be kept.
        """
        if not 1 <= marking.days <= MOST_DAYS:
            raise InvalidValueError(
                "days",
                marking.days,
                marked("Mark from 1 to {count} days at once."),
                count=MOST_DAYS,
            )
        days = [marking.first + offset * _A_DAY for offset in range(marking.days)]
        with self._database.work() as work:
            plan = _carry_out(work, marking, planned, then)
            former = tuple(_set_mark(work, day, marking.mark) for day in days)
        return Marked(former, plan)

    def undo(self, done: Marked) -> None:
        """Make a marking not to have been; what else was said of the days since then stays.

        Raises:
            CoreappError: it cannot be kept.
        """
        with self._database.work() as work:
            for former in done.records:
                _set_mark(work, former.day, former.mark)
            if done.plan is not None:
                undo_in(work, done.plan)


def _carry_out(
    work: Work, marking: Marking, planned: Sequence[Occurrence], then: Planned
) -> PlanChange | None:
    if not planned or then is Planned.STAY:
        return None
    if then is Planned.SKIP:
        return skip_in(work, planned)
    return shift_in(work, planned, marking.days)


def _set_mark(work: Work, day: date, mark: DayMark | None) -> DayRecord:
    """Mark one day; return what was said of it before."""
    former = work.days.get(day) or DayRecord(day)
    changed = replace(former, mark=mark)
    if changed.is_empty:
        work.days.delete(day)
    else:
        work.days.add(changed)
    return former
