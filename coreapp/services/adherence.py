"""What became of the plan, read from plan, log and days.

Each question costs the same with ten years of log: of sessions only those that tick something off
in these days are read, and none with its sets.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from coreapp.domain.activity import TRAINING
from coreapp.domain.adherence import Adherence, Days, Done, DoneBesides, Tick, adherence
from coreapp.domain.occurrences import Excepted, Occurrence, excepted, occurrences
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import DateRange
from coreapp.domain.wall_time import in_utc
from coreapp.services.log_days import in_zone
from coreapp.services.log_ports import Database, Work
from coreapp.services.planning import Series
from coreapp.services.ports import Clock

_MARGIN: Final = timedelta(hours=15)
"""A local day begins so much before and ends so much after its UTC day at most."""

_A_DAY: Final = timedelta(days=1)
_MOMENT: Final = timedelta(microseconds=1)


class AdherenceReader:
    """Judges any days of the plan."""

    def __init__(self, database: Database, clock: Clock, series: Series | None = None) -> None:
        """Judge a plan.

        Args:
            database: plan, log and days.
            clock: tells today.
            series: names the occurrences of programmes; None if there are none.
        """
        self._database = database
        self._clock = clock
        self._series = series

    def between(self, first: date, last: date) -> Adherence:
        """Return what became of the plan on first <= day <= last.

        Raises:
            InvalidValueError: the first day is later than the last.
            CoreappError: plan or log cannot be read.
        """
        DateRange(first, last)
        today = in_zone(self._clock.reading().utc, self._clock.zone()).date()
        start, end = _around(first, last)
        with self._database.reading() as work:
            entries = work.schedule.all()
            around = occurrences(entries, start, end)
            coming = [each for each in around if first <= each.start.date() <= last]
            others = excepted(entries, first, last)
            coming = list(self._named(entries, coming, work))
            others = self._named_others(entries, others, work)
            originals = [each.original_start for each in coming]
            originals += [each.occurrence.original_start for each in others]
            done = [*_ticks(work, originals, (start, end)), *_extra(work, start, end)]
            records = work.days.between(first, last)
        marks = {each.day: each.mark for each in records if each.mark is not None}
        return adherence(Days(first, last, today, marks), coming, others, done)

    def done_besides(self, first: date, last: date) -> Mapping[date, DoneBesides]:
        """Return what was done from first to last that is not in the plan, one for each such day.

        Raises:
            CoreappError: plan or log cannot be read.
        """
        start, end = _around(first, last)
        with self._database.reading() as work:
            found = list(_besides(work, start, end))
        days: dict[date, DoneBesides] = {}
        for done, what in found:
            if first <= done.day <= last:
                days.setdefault(done.day, what)
        return days

    def _named(
        self, entries: Sequence[ScheduleEntry], found: Sequence[Occurrence], work: Work
    ) -> Sequence[Occurrence]:
        return self._series.follow(entries, found, work) if self._series and found else found

    def _named_others(
        self, entries: Sequence[ScheduleEntry], others: Sequence[Excepted], work: Work
    ) -> Sequence[Excepted]:
        named = self._named(entries, [each.occurrence for each in others], work)
        return [
            Excepted(occurrence, each.is_skipped)
            for occurrence, each in zip(named, others, strict=True)
        ]


def _around(first: date, last: date) -> tuple[datetime, datetime]:
    """Return moments between which the days are, in whatever zone something was done."""
    start = datetime.combine(first, time(), UTC) - _MARGIN
    return start, datetime.combine(last, time(), UTC) + _A_DAY + _MARGIN


def _ticks(
    work: Work, originals: Iterable[datetime], around: tuple[datetime, datetime]
) -> Sequence[Done]:
    """Return what ticks off occurrences, by their original starts."""
    moments = [*map(in_utc, originals), *around]
    first, end = min(moments), max(moments) + _MOMENT
    return [
        *(_done(each, is_activity=False) for each in work.sessions.ticks(first, end)),
        *(_done(each, is_activity=True) for each in work.activities.ticks(first, end)),
    ]


def _done(tick: Tick, *, is_activity: bool) -> Done:
    return Done(
        id=tick.id,
        day=in_zone(tick.started_at, tick.zone).date(),
        planned=tick.planned,
        planned_day=in_zone(tick.planned.original_start, tick.zone).date(),
        is_activity=is_activity,
    )


def _extra(work: Work, start: datetime, end: datetime) -> Iterable[Done]:
    """Return what was done besides the plan: whole sessions, and training entered by hand."""
    return (done for done, _what in _besides(work, start, end))


def _besides(work: Work, start: datetime, end: datetime) -> Iterable[tuple[Done, DoneBesides]]:
    for line in work.sessions.unplanned(start, end):
        day = in_zone(line.started_at, line.zone).date()
        yield Done(line.id, day), DoneBesides(line.routine)
    for activity in work.activities.between(start, end):
        if activity.planned is None and activity.type in TRAINING:
            day = in_zone(activity.started_at, activity.zone).date()
            done = Done(activity.id, day, is_activity=True)
            yield done, DoneBesides(activity=activity.type)
