"""Reminders of planned sessions: each told once, and what was missed told in one go.

What is planned for today can still be done and is told as such, however late. What is of an earlier
day was missed while the computer slept, was off, or the program did not run. On days that were
marked as rest, sick or travel nothing is told, and nothing is missed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from coreapp.domain.occurrences import Occurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock, StateFile
from coreapp.services.reminder_notes import (
    Key,
    Later,
    Name,
    ReminderNotes,
    Told,
    keep_notes,
    read_notes,
)

LONGEST_LOOK_BACK = timedelta(days=7)
"""What was missed longer ago than this is told by the plan page alone."""

STILL_NEW = timedelta(hours=3)
"""So long after its time a session is told as planned for now, also after midnight."""

_WRONG_BY = timedelta(days=1)
"""A clock that is set back by more than this was wrong before: what it told has not been yet."""

LONGEST_SLEEP = timedelta(minutes=5)
"""A timer stands still while the machine sleeps; so late a reminder can be after waking."""

LONGEST_QUIET = timedelta(minutes=30)
"""So far ahead the plan is known from one reading, and a look is no more than one at the clock.

To read it with every look took about a fifth of the processor time in the tray. What changes plan
or log says so; what does not, such as another computer with the same database, is noticed late.
"""

PUT_OFF = timedelta(minutes=10)
"""So much later a reminder comes again that was put off."""

PUT_OFF_FOR_GOOD = timedelta(hours=12)
"""What was put off until longer ago than this does not come again: it has been told once."""


@dataclass(frozen=True, slots=True)
class Due:
    """What there is to remind of; each in the order of time.

    Attributes:
        now: planned for today, or a short while ago; what was put off is among it.
        missed: of earlier days, and not done.
        next_look: in how many seconds to look again.
    """

    now: tuple[Occurrence, ...]
    missed: tuple[Occurrence, ...]
    next_look: float

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
        self._has_looked = False
        self._on_time: Sequence[Key] = ()
        self._quiet: tuple[datetime, datetime] | None = None

    @cached_property
    def _notes(self) -> ReminderNotes:
        return read_notes(self._file)

    def due(self) -> Due:
        """Return the reminders that came due since the last call.

        Each is returned once, and once more when it was put off and is still to be done, or when
        nobody had answered it before the program ended.

        Raises:
            CoreappError: the plan cannot be read; nothing is lost, the next call tells it.
        """
        now = self._clock.reading().utc
        # A clock that is set back, or far on, leaves what is known.
        if self._quiet is not None and self._quiet[0] <= now < self._quiet[1]:
            return Due((), (), _wait(now, self._quiet[1]))
        self._quiet = None
        until = self._reminded_until(now)
        after = max(min(until, now), now - LONGEST_LOOK_BACK)
        found = self._planning.reminders(after, now + LONGEST_QUIET)
        past = [each for each in found if in_utc(each.start) <= now]
        told = self._told_so_far(now, until)
        # The computer's clock may be set back: then the same moments come by again.
        new = [each for each in past if _key(each) not in told]
        # What the first look finds was missed while the program did not run: told this once.
        on_time = new if self._has_looked else []
        again = [*self._put_off_until(now), *self._left_open(now)]
        back = [each for each in again if _key(each) not in map(_key, new)]
        self._on_time = [_key(each) for each in (*on_time, *back)]
        self._notes.until = now
        self._notes.told = told | {_key(each): Told(*_key(each), now) for each in new}
        waiting = [each for each in self._notes.later if _waits(each, now)]
        if new or until > now or len(waiting) < len(self._notes.later):
            self._notes.later = waiting
            self._keep()
        starts = [in_utc(each.start) for each in found[len(past) :][:1]]
        later = [each.until for each in self._notes.later]
        self._quiet = now, min([now + LONGEST_QUIET, *starts, *later])
        current, late = self._apart(new, now)
        return Due(
            tuple(sorted([*current, *back], key=_start)),
            tuple(sorted(late, key=_start)),
            _wait(now, self._quiet[1]),
        )

    def forget(self) -> None:
        """Read anew at the next look: plan or log may be different now."""
        self._quiet = None

    def put_off(self, occurrence: Occurrence) -> None:
        """Remind of this one again in a while, unless it is done, moved or skipped by then."""
        now, start = self._clock.reading().utc, in_utc(occurrence.start)
        name = _name(occurrence)
        others = [each for each in self._notes.later if (each.entry, each.start) != name]
        self._notes.later = [*others, Later(occurrence.entry, start, now + PUT_OFF)]
        self.forget()
        self._keep()

    def leave_open(self, occurrence: Occurrence) -> None:
        """Remember that this one is on the screen, to be told again after a restart.

        One that was told late is not: nobody is to hear of the same session at each start.
        """
        if _key(occurrence) not in self._on_time:
            return
        self._notes.open = _name(occurrence)
        self._keep()

    def note_answer(self) -> None:
        """Note that what was on the screen was answered, or read and closed."""
        if self._notes.open is not None:
            self._notes.open = None
            self._keep()

    def is_pending(self, occurrence: Occurrence) -> bool:
        """Tell whether it is still to be done, at the moment it was planned for.

        Raises:
            CoreappError: the plan cannot be read.
        """
        return self._find(occurrence.entry, occurrence.start) is not None

    def _apart(
        self, new: Sequence[Occurrence], now: datetime
    ) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
        """Return what can still be done today, and what was missed."""
        today = self._planning.today()[0]
        late = [
            each
            for each in new
            if in_utc(each.start) < in_utc(today) and in_utc(each.start) < now - STILL_NEW
        ]
        return [each for each in new if each not in late], late

    def _told_so_far(self, now: datetime, until: datetime) -> dict[Key, Told]:
        """Return what was told and may come by again, if the clock is set back."""
        was_wrong = until > now + _WRONG_BY
        oldest = now - LONGEST_LOOK_BACK - _WRONG_BY
        return {
            key: each
            for key, each in self._notes.told.items()
            if each.at >= oldest and not (was_wrong and each.at > now)
        }

    def _put_off_until(self, now: datetime) -> Sequence[Occurrence]:
        """Return what was put off until now and is still to be done."""
        oldest = now - PUT_OFF_FOR_GOOD
        over = (each for each in self._notes.later if not _waits(each, now))
        due = [each for each in over if each.until >= oldest]
        found = (self._find(each.entry, each.start) for each in due)
        return [each for each in found if each is not None]

    def _left_open(self, now: datetime) -> Sequence[Occurrence]:
        """Return what nobody had answered when the program ended, if that is not long ago."""
        if self._has_looked:
            return ()
        left = self._notes.open
        found = None if left is None else self._find(*left)
        self._has_looked, self._notes.open = True, None
        if found is None:
            return ()
        return (found,) if now - STILL_NEW <= in_utc(found.start) <= now else ()

    def _find(self, entry: str, start: datetime) -> Occurrence | None:
        for each in self._planning.between(start, start + timedelta(microseconds=1)):
            if each.occurrence.entry == entry and not (each.done or each.is_excused):
                return each.occurrence
        return None

    def _reminded_until(self, now: datetime) -> datetime:
        if self._notes.until is None:
            # What is missed from now on, until the next start, is told there.
            self._notes.until = now
            self._keep()
        return self._notes.until

    def _keep(self) -> None:
        keep_notes(self._file, self._notes)


def _key(occurrence: Occurrence) -> Key:
    """Return what is told once: an occurrence that is moved after its reminder is told again."""
    return occurrence.entry, occurrence.planned.original_start, in_utc(occurrence.start)


def _wait(now: datetime, until: datetime) -> float:
    """Return after how many seconds to look again, where nothing is due until a moment."""
    return max(0.5, min(LONGEST_SLEEP, until - now).total_seconds())


def _start(occurrence: Occurrence) -> datetime:
    # Aware times of one zone compare by the wall, which is wrong in the hour that comes twice.
    return in_utc(occurrence.start)


def _name(occurrence: Occurrence) -> Name:
    return occurrence.entry, in_utc(occurrence.start)


def _waits(later: Later, now: datetime) -> bool:
    """Tell whether its time is still to come; one that a clock set back would keep does not."""
    return now < later.until <= now + PUT_OFF
