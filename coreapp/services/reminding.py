"""Reminders of planned sessions: each told once, and what was missed told in one go.

What is planned for today can still be done and is told as such, however late. What is of an earlier
day was missed while the computer slept, was off, or the program did not run. On days that were
marked as rest, sick or travel nothing is told, and nothing is missed.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from coreapp.domain.errors import CoreappError
from coreapp.domain.schedule import Occurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock, StateFile

logger = logging.getLogger(__name__)

LONGEST_LOOK_BACK = timedelta(days=7)
"""What was missed longer ago than this is told by the plan page alone."""

STILL_NEW = timedelta(hours=3)
"""So long after its time a session is told as planned for now, also after midnight."""

_WRONG_BY = timedelta(days=1)
"""A clock that is set back by more than this was wrong before: what it told has not been yet."""

LONGEST_SLEEP = timedelta(minutes=5)
"""A timer stands still while the machine sleeps; so late a reminder can be after waking."""

PUT_OFF = timedelta(minutes=10)
"""So much later a reminder comes again that was put off."""

PUT_OFF_FOR_GOOD = timedelta(hours=12)
"""What was put off until longer ago than this does not come again: it has been told once."""

_UNTIL = "reminded_until"
_PUT_OFF = "put_off"
_TOLD = "told"
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class _Later:
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
class _Told:
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
    def key(self) -> "_Key":
        """What is told once."""
        return self.entry, self.original, self.start


_Key = tuple[str, datetime, datetime]
_Name = tuple[str, datetime]
"""Entry and start in UTC."""


@dataclass(frozen=True, slots=True)
class Due:
    """What there is to remind of; each in the order of time.

    Attributes:
        now: planned for today, or a short while ago; what was put off is among it.
        missed: of earlier days, and not done.
    """

    now: tuple[Occurrence, ...] = ()
    missed: tuple[Occurrence, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.now or self.missed)


class Reminding:
    """Knows up to when a person has been reminded, and what was put off or not yet answered.

    All of it is known across restarts.
    """

    def __init__(self, planning: Planning, clock: Clock, file: StateFile) -> None:
        self._planning = planning
        self._clock = clock
        self._file = file
        self._until: datetime | None = None
        self._told: dict[_Key, _Told] | None = None
        self._later: list[_Later] | None = None
        self._open: _Name | None = None
        self._has_looked = False
        self._on_time: Sequence[_Key] = ()

    def due(self) -> Due:
        """Return the reminders that came due since the last call.

        Each is returned once, and once more when it was put off and is still to be done, or when
        nobody had answered it before the program ended.

        Raises:
            CoreappError: the plan cannot be read; nothing is lost, the next call tells it.
        """
        now = self._clock.reading().utc
        until = self._reminded_until(now)
        after = max(min(until, now), now - LONGEST_LOOK_BACK)
        found = self._planning.reminders(after, now) if after < now else ()
        told = self._told_so_far(now, until)
        # The computer's clock may be set back: then the same moments come by again.
        new = [each for each in found if _key(each) not in told]
        # What the first look finds was missed while the program did not run: told this once.
        on_time = new if self._has_looked else []
        again = [*self._put_off_until(now), *self._left_open(now)]
        back = [each for each in again if _key(each) not in map(_key, new)]
        self._on_time = [_key(each) for each in (*on_time, *back)]
        self._until = now
        self._told = told | {_key(each): _Told(*_key(each), now) for each in new}
        waiting = [each for each in self._put_off() if _waits(each, now)]
        if new or until > now or len(waiting) < len(self._put_off()):
            self._later = waiting
            self._keep(now)
        return self._sorted(new, back, now)

    def put_off(self, occurrence: Occurrence) -> None:
        """Remind of this one again in a while, unless it is done, moved or skipped by then."""
        now, start = self._clock.reading().utc, in_utc(occurrence.start)
        others = [each for each in self._put_off() if (each.entry, each.start) != _name(occurrence)]
        self._later = [*others, _Later(occurrence.entry, start, now + PUT_OFF)]
        self._keep(self._reminded_until(now))

    def leave_open(self, occurrence: Occurrence) -> None:
        """Remember that this one is on the screen, to be told again after a restart.

        One that was told late is not: nobody is to hear of the same session at each start.
        """
        if _key(occurrence) not in self._on_time:
            return
        self._open = _name(occurrence)
        self._keep(self._reminded_until(self._clock.reading().utc))

    def note_answer(self) -> None:
        """Note that what was on the screen was answered, or read and closed."""
        if self._open is not None:
            self._open = None
            self._keep(self._reminded_until(self._clock.reading().utc))

    def is_pending(self, occurrence: Occurrence) -> bool:
        """Tell whether it is still to be done, at the moment it was planned for.

        Raises:
            CoreappError: the plan cannot be read.
        """
        return self._find(occurrence.entry, occurrence.start) is not None

    def next_look(self) -> float:
        """Return in how many seconds to look again."""
        now = self._clock.reading().utc
        soon = self._planning.reminders(now, now + LONGEST_SLEEP)
        moments = [in_utc(soon[0].start)] if soon else []
        moments += [each.until for each in self._put_off()]
        return max(0.5, (min([now + LONGEST_SLEEP, *moments]) - now).total_seconds())

    def _sorted(self, new: Sequence[Occurrence], back: Sequence[Occurrence], now: datetime) -> Due:
        """Return what can still be done today apart from what was missed."""
        today = self._planning.today()[0]
        late = [
            each
            for each in new
            if in_utc(each.start) < in_utc(today) and in_utc(each.start) < now - STILL_NEW
        ]
        current = [each for each in new if each not in late]
        return Due(tuple(sorted([*current, *back], key=_start)), tuple(sorted(late, key=_start)))

    def _told_so_far(self, now: datetime, until: datetime) -> dict[_Key, _Told]:
        """Return what was told and may come by again, if the clock is set back."""
        if self._told is None:
            self._told = {each.key: each for each in _read_told(self._file.load().get(_TOLD))}
        was_wrong = until > now + _WRONG_BY
        oldest = now - LONGEST_LOOK_BACK - _WRONG_BY
        return {
            key: each
            for key, each in self._told.items()
            if each.at >= oldest and not (was_wrong and each.at > now)
        }

    def _put_off_until(self, now: datetime) -> Sequence[Occurrence]:
        """Return what was put off until now and is still to be done."""
        oldest = now - PUT_OFF_FOR_GOOD
        due = [each for each in self._put_off() if not _waits(each, now) and each.until >= oldest]
        found = (self._find(each.entry, each.start) for each in due)
        return [each for each in found if each is not None]

    def _left_open(self, now: datetime) -> Sequence[Occurrence]:
        """Return what nobody had answered when the program ended, if that is not long ago."""
        if self._has_looked:
            return ()
        kept = _read_name(self._file.load().get(_OPEN))
        found = None if kept is None else self._find(*kept)
        self._has_looked = True
        if found is None:
            return ()
        return (found,) if now - STILL_NEW <= in_utc(found.start) <= now else ()

    def _find(self, entry: str, start: datetime) -> Occurrence | None:
        for each in self._planning.between(start, start + timedelta(microseconds=1)):
            if each.occurrence.entry == entry and not (each.done or each.is_excused):
                return each.occurrence
        return None

    def _reminded_until(self, now: datetime) -> datetime:
        if self._until is None:
            self._until = _moment(self._file.load().get(_UNTIL))
        if self._until is None:
            # What is missed from now on, until the next start, is told there.
            self._until = now
            self._keep(now)
        return self._until

    def _put_off(self) -> Sequence[_Later]:
        if self._later is None:
            self._later = _read_later(self._file.load().get(_PUT_OFF))
        return self._later

    def _told_document(self) -> list[dict[str, str]]:
        return [
            {
                "entry": each.entry,
                "original": each.original.isoformat(),
                "start": each.start.isoformat(),
                "at": each.at.isoformat(),
            }
            for each in (self._told or {}).values()
        ]

    def _keep(self, until: datetime) -> None:
        later = [
            {
                "entry": each.entry,
                "start": each.start.isoformat(),
                "until": each.until.isoformat(),
            }
            for each in self._put_off()
        ]
        try:
            document: dict[str, object] = {
                _UNTIL: until.isoformat(),
                _PUT_OFF: later,
                _TOLD: self._told_document(),
            }
            if self._open is not None:
                document[_OPEN] = [self._open[0], self._open[1].isoformat()]
            kept = {key: each for key, each in self._file.load().items() if key != _OPEN}
            self._file.save({**kept, **document})
        except CoreappError as error:
            logger.warning("up to when was reminded is not saved: %s", error)


def _key(occurrence: Occurrence) -> _Key:
    """Return what is told once: an occurrence that is moved after its reminder is told again."""
    return occurrence.entry, occurrence.planned.original_start, in_utc(occurrence.start)


def _start(occurrence: Occurrence) -> datetime:
    # Aware times of one zone compare by the wall, which is wrong in the hour that comes twice.
    return in_utc(occurrence.start)


def _name(occurrence: Occurrence) -> _Name:
    return occurrence.entry, in_utc(occurrence.start)


def _waits(later: _Later, now: datetime) -> bool:
    """Tell whether its time is still to come; one that a clock set back would keep does not."""
    return now < later.until <= now + PUT_OFF


def _read_later(value: object) -> list[_Later]:
    """Read what was put off; what cannot be used is left out."""
    found = []
    for each in value if isinstance(value, list) else []:
        if isinstance(each, Mapping):
            start, until = _moment(each.get("start")), _moment(each.get("until"))
            if start is not None and until is not None:
                found.append(_Later(str(each.get("entry")), start, until))
    return found


def _read_told(value: object) -> list[_Told]:
    """Read what was told; what cannot be used is left out."""
    found = []
    for each in value if isinstance(value, list) else []:
        if isinstance(each, Mapping):
            moments = [_moment(each.get(key)) for key in ("original", "start", "at")]
            original, start, at = moments
            if original is not None and start is not None and at is not None:
                found.append(_Told(str(each.get("entry")), original, start, at))
    return found


def _read_name(value: object) -> _Name | None:
    """Read what was on the screen; None if there was nothing that can be used."""
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
