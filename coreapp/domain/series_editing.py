"""Editing a recurring session: this one alone, this one and those that follow, or all to come.

What is past stays as it was: its occurrences are ticked off by the sessions of the log. So a rule
is never changed backwards; the entry ends before the change, and another one goes on.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.occurrences import move, skip
from coreapp.domain.recurrence import days
from coreapp.domain.rule_form import ONCE_RULE
from coreapp.domain.rule_text import parse_rule
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, checked_entry, make_entry
from coreapp.domain.wall_time import find_zone

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Edited:
    """What becomes of an entry.

    Attributes:
        kept: the entry as it is now; None if nothing of it is left.
        added: another entry that goes on from there, or None.
    """

    kept: ScheduleEntry | None
    added: ScheduleEntry | None = None


def edit_this(
    entry: ScheduleEntry, original_date: date, routine: tuple[str, str], to: datetime, new_id: str
) -> Edited:
    """Change one occurrence alone.

    Args:
        entry: the entry.
        original_date: the day the rule gives the occurrence.
        routine: id and title of the routine that is done then.
        to: the wall time (naive) in the entry's zone.
        new_id: for an entry of its own, if it is another routine.

    Raises:
        InvalidValueError: the rule has no occurrence on that day, or the time is out of range.
    """
    identity, title = routine
    if identity == entry.routine:
        return Edited(move(entry, original_date, to))
    alone = EntryDraft(
        title=title,
        routine=identity,
        rrule=ONCE_RULE,
        at=to.strftime("%H:%M"),
        start_date=to.date().isoformat(),
        zone=entry.zone,
    )
    return Edited(skip(entry, original_date), make_entry(new_id, alone))


def edit_from(entry: ScheduleEntry, first: date, draft: EntryDraft, new_id: str) -> Edited:
    """Change an entry from a day on; what comes before stays as it was.

    Occurrences that were moved or skipped alone stay so where the new rule has them too.

    Args:
        entry: the entry.
        first: the first day, by the wall calendar of the entry's zone, that is as the draft says.
        draft: how it goes on; its own first day is not before `first`. Its COUNT is counted from
            there.
        new_id: for the entry that goes on, if there is something before it.

    Raises:
        InvalidValueError: the draft cannot be used.
    """
    begins = max(first, date.fromisoformat(draft.start_date))
    going_on = make_entry(new_id, replace(draft, start_date=begins.isoformat()))
    going_on = with_exceptions(going_on, entry, first)
    before = ended_before(entry, first)
    if before is None:
        # Nothing has happened of it yet: it is the same entry, and keeps its id.
        return Edited(replace(going_on, id=entry.id))
    return Edited(before, going_on)


def ended_before(entry: ScheduleEntry, first: date) -> ScheduleEntry | None:
    """Return what there is of an entry before a day; None if that is nothing."""
    past = days_before(entry, first)
    if past == 0:
        return None
    exceptions = tuple(each for each in entry.exceptions if each.original_date < first)
    parts = dict(part.split("=", 1) for part in entry.rrule.split(";"))
    if "COUNT" in parts:
        parts["COUNT"] = str(past)
    elif _goes_on(entry, first):
        parts["UNTIL"] = f"{first - _A_DAY:%Y%m%d}"
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    return checked_entry(replace(entry, rrule=rule, exceptions=exceptions))


def _goes_on(entry: ScheduleEntry, first: date) -> bool:
    """Tell whether the rule of an entry names a day from `first` on."""
    zone = find_zone(entry.zone)
    named = days(parse_rule(entry.rrule), entry.start_date, entry.at, zone, since=first)
    return any(day >= first for day in named)


def days_before(entry: ScheduleEntry, first: date) -> int:
    """Return how many times the rule of an entry names a day before `first`."""
    named = days(parse_rule(entry.rrule), entry.start_date, entry.at, find_zone(entry.zone))
    return sum(1 for _day in takewhile(lambda day: day < first, named))


def left_to_do(entry: ScheduleEntry, first: date) -> str:
    """Return the rule for what is left of an entry from a day on: a COUNT counts only that.

    Args:
        entry: the entry.
        first: the day; the rule names one on it or after it.
    """
    parts = dict(part.split("=", 1) for part in entry.rrule.split(";"))
    if "COUNT" in parts:
        parts["COUNT"] = str(max(1, int(parts["COUNT"]) - days_before(entry, first)))
    return ";".join(f"{name}={value}" for name, value in parts.items())


def with_exceptions(entry: ScheduleEntry, source: ScheduleEntry, first: date) -> ScheduleEntry:
    """Return an entry with what was moved or skipped alone in another, where its rule allows it.

    Args:
        entry: the one that goes on.
        source: has the exceptions.
        first: from this day on.
    """
    for each in source.exceptions:
        if each.original_date < first:
            continue
        try:
            if each.moved_to is None:
                entry = skip(entry, each.original_date)
            else:
                entry = move(entry, each.original_date, each.moved_to)
        except InvalidValueError:
            continue  # the new rule has nothing on that day
    return entry
