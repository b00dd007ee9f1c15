"""The plan: recurring sessions, each with what became of single occurrences."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.recurrence import days
from coreapp.domain.rule_text import KEY, parse_rule
from coreapp.domain.wall_time import (
    FIRST_YEAR,
    LAST_YEAR,
    find_zone,
    in_utc,
    parse_date,
    parse_time,
    resolve,
)

USUAL_TIME: Final = time(18, 30)
"""What is offered as the time of day of something that has none yet."""


@dataclass(frozen=True, slots=True)
class OccurrenceException:
    """What became of one occurrence that does not follow the rule.

    Attributes:
        original_date: the day the rule gives it, by the wall calendar of the entry's zone.
        moved_to: the moment it was moved to, kept in UTC; None if it was skipped.

    Raises:
        InvalidValueError: it is neither moved nor skipped, or both, or moved to a naive time.
    """

    original_date: date
    moved_to: datetime | None = None
    skipped: bool = False

    def __post_init__(self) -> None:
        if (self.moved_to is None) != self.skipped:
            raise InvalidValueError(
                "skipped", self.skipped, marked("An exception is either moved or skipped.")
            )
        if self.moved_to is not None:
            object.__setattr__(self, "moved_to", in_utc(checked_moment("moved_to", self.moved_to)))


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """A recurring session in the plan; `make_entry` makes one that is checked.

    Attributes:
        id: a UUIDv7.
        title: how the plan calls it.
        routine: id of the routine.
        rrule: an RFC 5545 RRULE in capitals, without `RRULE:` and DTSTART.
        at: local time of day, whole minutes.
        start_date: the first day the rule may name.
        zone: IANA name of the zone that `at` and `start_date` are in.
        exceptions: by original date, one for each at most.
    """

    id: str
    title: str
    routine: str
    rrule: str
    at: time
    start_date: date
    zone: str
    exceptions: tuple[OccurrenceException, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry as a person or a file gives it, in text, not checked yet.

    Attributes:
        rrule: an RFC 5545 RRULE, with or without `RRULE:`.
        at: `07:30`.
        start_date: `2026-11-25`.
        zone: IANA name.
    """

    title: str
    routine: str
    rrule: str
    at: str
    start_date: str
    zone: str


def make_entry(identity: str, draft: EntryDraft) -> ScheduleEntry:
    """Check a draft and make it an entry.

    Raises:
        InvalidValueError: with one of the keys `title routine rrule at from zone`.
    """
    return checked_entry(
        ScheduleEntry(
            id=identity,
            title=draft.title.strip(),
            routine=draft.routine.strip(),
            rrule=draft.rrule,
            at=parse_time("at", draft.at),
            start_date=parse_date("from", draft.start_date),
            zone=draft.zone,
        )
    )


def checked_entry(entry: ScheduleEntry) -> ScheduleEntry:
    """Return an entry that came from outside with its rule in plain form, or refuse it.

    Raises:
        InvalidValueError: with one of the keys `title routine rrule at from zone exceptions`.
    """
    for key, value in (("title", entry.title), ("routine", entry.routine)):
        if not value.strip():
            raise InvalidValueError(key, value, marked("It must not be empty."))
    if entry.at != entry.at.replace(second=0, microsecond=0, tzinfo=None, fold=0):
        raise InvalidValueError(
            "at", entry.at.isoformat(), marked("Give whole minutes, without a zone.")
        )
    if not FIRST_YEAR <= entry.start_date.year <= LAST_YEAR:
        raise InvalidValueError(
            "from", entry.start_date.isoformat(), marked("Give a year from 1970 to 2199.")
        )
    find_zone(entry.zone)
    _check_exceptions(entry)
    entry = replace(entry, rrule=parse_rule(entry.rrule).text)
    if next(original_days(entry), None) is None:
        raise InvalidValueError(
            KEY, entry.rrule, marked("It never happens from that date on; change it.")
        )
    return entry


def original_days(entry: ScheduleEntry, since: date | None = None) -> Iterator[date]:
    """Return the days the rule of an entry names, in order; from `since` on, or all."""
    zone = find_zone(entry.zone)
    return days(parse_rule(entry.rrule), entry.start_date, entry.at, zone, since)


def checked_moment(key: str, moment: datetime, zone: ZoneInfo | None = None) -> datetime:
    """Return a moment that can be kept; a naive one is wall time in `zone`.

    Raises:
        InvalidValueError: with `key`; it is out of range, or naive without a zone.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidValueError(key, moment.isoformat(), marked("Give a year from 1970 to 2199."))
    if moment.tzinfo is not None:
        return moment
    if zone is None:
        raise InvalidValueError(
            key,
            moment.isoformat(),
            marked("Give the time with its distance from UTC, such as +01:00."),
        )
    return resolve(moment, zone)


def _check_exceptions(entry: ScheduleEntry) -> None:
    seen: set[date] = set()
    for each in entry.exceptions:
        if each.original_date in seen:
            raise InvalidValueError(
                "exceptions",
                each.original_date.isoformat(),
                marked("Give one exception for each day."),
            )
        seen.add(each.original_date)
