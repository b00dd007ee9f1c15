"""What reminders know across restarts: up to when was told, what was told, put off and left open.

It lies in a file that other parts of the program write in, too. What cannot be read in it is
forgotten: a session is told once more then, or once less.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from coreapp.domain.errors import CoreappError
from coreapp.domain.wall_time import in_utc
from coreapp.services.ports import StateFile

logger = logging.getLogger(__name__)

_UNTIL: Final = "reminded_until"
_PUT_OFF: Final = "put_off"
_TOLD: Final = "told"
_OPEN: Final = "open"

Key = tuple[str, datetime, datetime]
"""What is told once: entry, when the rule has the session, and when it is planned; both in UTC."""

Name = tuple[str, datetime]
"""Entry and start in UTC."""


@dataclass(frozen=True, slots=True)
class Later:
    """A reminder that was put off.

    Attributes:
        entry: id of the entry in the plan.
        start: when the session is planned, UTC.
        until: when the reminder comes again, UTC.
    """

    entry: str
    start: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder that was told; one that is moved after it is told again at its new time.

    Attributes:
        entry: id of the entry in the plan.
        original: when the rule has the session, UTC.
        start: when it was planned then, UTC.
        at: when it was told, UTC.
    """

    entry: str
    original: datetime
    start: datetime
    at: datetime

    @property
    def key(self) -> Key:
        """What is told once."""
        return self.entry, self.original, self.start


@dataclass(slots=True)
class ReminderNotes:
    """All of it, as it is now.

    Attributes:
        until: up to when was reminded, UTC; None before the first time.
        told: what was told and may come by again.
        later: what was put off.
        open: what is on the screen; at the start, what the last run has left there.
    """

    until: datetime | None = None
    told: dict[Key, Told] = field(default_factory=dict)
    later: Sequence[Later] = ()
    open: Name | None = None


def read_notes(file: StateFile) -> ReminderNotes:
    """Return what was kept."""
    document = file.load()
    told = [
        Told(entry, *moments)
        for entry, moments in _records(document.get(_TOLD), ("original", "start", "at"))
    ]
    later = [
        Later(entry, *moments)
        for entry, moments in _records(document.get(_PUT_OFF), ("start", "until"))
    ]
    return ReminderNotes(
        until=_moment(document.get(_UNTIL)),
        told={each.key: each for each in told},
        later=later,
        open=_name(document.get(_OPEN)),
    )


def keep_notes(file: StateFile, notes: ReminderNotes) -> None:
    """Keep it; if that fails, it is known until the program ends."""
    document: dict[str, object] = {
        _PUT_OFF: _mappings(notes.later, ("start", "until")),
        _TOLD: _mappings(notes.told.values(), ("original", "start", "at")),
    }
    if notes.until is not None:
        document[_UNTIL] = notes.until.isoformat()
    if notes.open is not None:
        entry, start = notes.open
        document[_OPEN] = [entry, start.isoformat()]
    try:
        of_others = {key: each for key, each in file.load().items() if key != _OPEN}
        file.save({**of_others, **document})
    except CoreappError as error:
        logger.warning("up to when was reminded is not saved: %s", error)


def _mappings(notes: Iterable[Later | Told], moments: Sequence[str]) -> list[dict[str, str]]:
    return [
        {"entry": each.entry} | {name: getattr(each, name).isoformat() for name in moments}
        for each in notes
    ]


def _records(value: object, names: Sequence[str]) -> Iterator[tuple[str, list[datetime]]]:
    """Yield entry and moments of what was kept in a list; what cannot be used is left out."""
    for each in value if isinstance(value, list) else []:
        if isinstance(each, Mapping):
            found = [_moment(each.get(name)) for name in names]
            moments = [moment for moment in found if moment is not None]
            if len(moments) == len(names):
                yield str(each.get("entry")), moments


def _name(value: object) -> Name | None:
    match value:
        case [str(entry), start] if (moment := _moment(start)) is not None:
            return entry, moment
        case _:
            return None


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return in_utc(moment) if moment.tzinfo else None
