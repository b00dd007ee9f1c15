"""When the sessions of the plan happen, and single ones that are moved or skipped."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.schedule import (
    OccurrenceException,
    ScheduleEntry,
    checked_moment,
    original_days,
)
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import (
    find_zone,
    in_utc,
    resolve,
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an entry happens.

    Attributes:
        entry: the entry's id.
        start: when it happens, aware, in the entry's zone.
        original_start: when the rule has it; differs from `start` if it was moved.
        original_date: the day the rule gives it, which names it to `move` and `skip`; not the
            day of `original_start` where a gap reaches over midnight.
        zone: IANA name of the zone.
    """

    entry: str
    title: str
    routine: str
    start: datetime
    original_start: datetime
    original_date: date
    zone: str

    @property
    def planned(self) -> PlannedOccurrence:
        """What a session carries that ticks this occurrence off; equal by value, in UTC."""
        return PlannedOccurrence(self.entry, in_utc(self.original_start))

    @property
    def is_moved(self) -> bool:
        """Whether it happens at another moment than the rule says."""
        return in_utc(self.start) != in_utc(self.original_start)


@dataclass(frozen=True, slots=True)
class Excepted:
    """An occurrence that does not follow the rule.

    Attributes:
        occurrence: where it is now; one that was skipped is where the rule has it.
        is_skipped: it does not happen at all.
    """

    occurrence: Occurrence
    is_skipped: bool


def occurrences(
    entries: Iterable[ScheduleEntry], start: datetime, end: datetime
) -> Sequence[Occurrence]:
    """Return what happens in start <= t < end (both aware), in order.

    A moved occurrence is where it was moved to; skipped ones are left out.
    """
    last = in_utc(end)
    return list(takewhile(lambda each: in_utc(each.start) < last, _merged(entries, start)))


def next_occurrences(
    entries: Iterable[ScheduleEntry], start: datetime, count: int
) -> Sequence[Occurrence]:
    """Return the next `count` occurrences at or after `start` (aware), fewer if there are none."""
    return list(islice(_merged(entries, start), count))


def excepted(entries: Iterable[ScheduleEntry], first: date, last: date) -> Sequence[Excepted]:
    """Return what was moved or skipped of first <= original date <= last, by date and entry.

    An exception for a day that the rule does not name, or no longer, is none.
    """
    found = []
    for entry in entries:
        zone = find_zone(entry.zone)
        own = {
            each.original_date: each
            for each in entry.exceptions
            if first <= each.original_date <= last
        }
        for day in _named_days(entry, own) if own else ():
            original = resolve(datetime.combine(day, entry.at), zone)
            to = own[day].moved_to
            start = original if to is None else to.astimezone(zone)
            found.append(Excepted(_occurrence(entry, day, start, original), to is None))
    return sorted(found, key=lambda each: (each.occurrence.original_date, each.occurrence.entry))


def move(entry: ScheduleEntry, original_date: date, to: datetime) -> ScheduleEntry:
    """Return the entry with one occurrence at another time; moved back it follows the rule again.

    Args:
        entry: the entry.
        original_date: the day the rule gives the occurrence, whatever became of it since.
        to: the new time; a naive one is wall time in the entry's zone.

    Raises:
        InvalidValueError: the rule has no occurrence on that day, or the time is out of range.
    """
    original = _original_start(entry, original_date)
    moment = checked_moment("to", to, find_zone(entry.zone))
    if in_utc(moment) == in_utc(original):
        return restore(entry, original_date)
    return _with_exception(entry, OccurrenceException(original_date, moved_to=moment))


def skip(entry: ScheduleEntry, original_date: date) -> ScheduleEntry:
    """Return the entry without one occurrence.

    Raises:
        InvalidValueError: the rule has no occurrence on that day.
    """
    _original_start(entry, original_date)
    return _with_exception(entry, OccurrenceException(original_date, skipped=True))


def restore(entry: ScheduleEntry, original_date: date) -> ScheduleEntry:
    """Return the entry with one occurrence as the rule has it."""
    kept = (each for each in entry.exceptions if each.original_date != original_date)
    return replace(entry, exceptions=tuple(kept))


def _merged(entries: Iterable[ScheduleEntry], start: datetime) -> Iterator[Occurrence]:
    streams = [stream for entry in entries for stream in _streams(entry, in_utc(start))]
    return heapq.merge(*streams, key=lambda each: (in_utc(each.start), each.entry))


def _streams(entry: ScheduleEntry, first: datetime) -> tuple[Iterator[Occurrence], ...]:
    """Return what follows the rule, lazily, and what was moved, each in order from `first` on."""
    zone = find_zone(entry.zone)
    return _regular(entry, zone, first), iter(_moved(entry, zone, first))


def _regular(entry: ScheduleEntry, zone: ZoneInfo, first: datetime) -> Iterator[Occurrence]:
    excepted = {each.original_date for each in entry.exceptions}
    # Local dates differ from UTC's by one at most; a gap can add another.
    earliest = first.date().toordinal() - 2
    before = None
    for day in original_days(entry, _day(earliest)):
        if day.toordinal() < earliest or day in excepted:
            continue
        start = resolve(datetime.combine(day, entry.at), zone)
        # Where a whole day was left out of the calendar, two wall times are one moment.
        if in_utc(start) >= first and in_utc(start) != before:
            before = in_utc(start)
            yield _occurrence(entry, day, start, start)


def _moved(entry: ScheduleEntry, zone: ZoneInfo, first: datetime) -> Sequence[Occurrence]:
    moved = {
        each.original_date: each.moved_to
        for each in entry.exceptions
        if each.moved_to is not None and each.moved_to >= first
    }
    if not moved:
        return ()
    named = _named_days(entry, moved)
    found = [
        _occurrence(entry, day, to.astimezone(zone), resolve(datetime.combine(day, entry.at), zone))
        for day, to in moved.items()
        if day in named
    ]
    return sorted(found, key=lambda each: in_utc(each.start))


def _named_days(entry: ScheduleEntry, wanted: Collection[date]) -> set[date]:
    """Return those of some days, at least one, that the rule of an entry names."""
    last = max(wanted)
    named = original_days(entry, min(wanted))
    return set(takewhile(lambda each: each <= last, named)) & set(wanted)


def _day(ordinal: int) -> date:
    return date.fromordinal(max(1, ordinal))


def _occurrence(
    entry: ScheduleEntry, day: date, start: datetime, original_start: datetime
) -> Occurrence:
    return Occurrence(
        entry=entry.id,
        title=entry.title,
        routine=entry.routine,
        start=start,
        original_start=original_start,
        original_date=day,
        zone=entry.zone,
    )


def _original_start(entry: ScheduleEntry, day: date) -> datetime:
    if day not in _named_days(entry, (day,)):
        raise InvalidValueError(
            "date",
            day.isoformat(),
            marked("Nothing is planned on that day; give the original date."),
        )
    return resolve(datetime.combine(day, entry.at), find_zone(entry.zone))


def _with_exception(entry: ScheduleEntry, exception: OccurrenceException) -> ScheduleEntry:
    others = restore(entry, exception.original_date).exceptions
    exceptions = sorted((*others, exception), key=lambda each: each.original_date)
    return replace(entry, exceptions=tuple(exceptions))
