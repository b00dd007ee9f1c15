"""What the dialog of the plan is asked, and what it answers."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.occurrences import next_occurrences as next_of
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.wall_time import find_zone, resolve
from coreapp.i18n import _, format_list, format_skeleton
from coreapp.services.rule_words import describe_entry

NEXT_DAYS = 3


class Scope(StrEnum):
    """How much of what repeats is edited."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class EntryQuestion:
    """What is to be planned or edited.

    Attributes:
        today: the day it is.
        zone: of times that are entered.
        day: the first day that is proposed.
        routine: to begin with, or empty.
        entry: the one that is edited, or None for a new one.
        occurrence: the one of it that was looked at, or None.
        goes_on: the day of the first of it that is still to be done, where all of it is edited.
    """

    today: date
    zone: str
    day: date
    routine: str = ""
    entry: ScheduleEntry | None = None
    occurrence: Occurrence | None = None
    goes_on: date | None = None


@dataclass(frozen=True, slots=True)
class EntryAnswer:
    """What is to become of it.

    Attributes:
        draft: the entry as it is to be; its first day is the first that changes.
        scope: None for a new entry.
        at: when the one session is to be, of `Scope.THIS`: a wall time (naive).
    """

    draft: EntryDraft
    scope: Scope | None = None
    at: datetime | None = None


def rule_sentence(draft: EntryDraft) -> str:
    """Return when a draft happens, in words, with its next days; why not, if it cannot be."""
    try:
        entry = make_entry("draft", draft)
    except InvalidValueError:
        return _("That never happens; change the days or the end.")
    start = resolve(datetime.combine(entry.start_date, time()), find_zone(entry.zone))
    coming = [each.start.date() for each in next_of([entry], start, NEXT_DAYS)]
    text = _("{rule}. Next: {days}")
    words = describe_entry(entry)
    days = format_list([format_skeleton(each, "MMMEd") for each in coming])
    return text.format(rule=words[:1].upper() + words[1:], days=days)
