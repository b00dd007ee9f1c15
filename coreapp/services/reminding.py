"""Reminders of planned sessions: each told once, and what was missed told in one go."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from coreapp.domain.errors import CoreappError
from coreapp.domain.schedule import Occurrence
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock, StateFile

logger = logging.getLogger(__name__)

LONGEST_LOOK_BACK = timedelta(hours=12)
"""What was missed longer ago than this is told by the plan page alone."""

LONGEST_SLEEP = timedelta(minutes=5)
"""A timer stands still while the machine sleeps; so late a reminder can be after waking."""

_UNTIL = "reminded_until"


class Reminding:
    """Knows up to when a person has been reminded, also across restarts."""

    def __init__(self, planning: Planning, clock: Clock, file: StateFile) -> None:
        self._planning = planning
        self._clock = clock
        self._file = file
        self._until: datetime | None = None
        self._told: set[tuple[PlannedOccurrence, datetime]] = set()

    def due(self) -> Sequence[Occurrence]:
        """Return the reminders that came due since the last call; each is returned once.

        Raises:
            CoreappError: the plan cannot be read; nothing is lost, the next call tells it.
        """
        now = self._clock.reading().utc
        after = max(self._reminded_until(now), now - LONGEST_LOOK_BACK)
        found = self._planning.reminders(after, now) if after < now else ()
        # The computer's clock may be set back: then the same moments come by again.
        new = [each for each in found if _key(each) not in self._told]
        self._until = now
        self._told |= {_key(each) for each in new}
        if new:
            self._keep(now)
        return new

    def next_look(self) -> float:
        """Return in how many seconds to look again."""
        now = self._clock.reading().utc
        soon = self._planning.reminders(now, now + LONGEST_SLEEP)
        moment = in_utc(soon[0].start) if soon else now + LONGEST_SLEEP
        return max(0.5, (moment - now).total_seconds())

    def _reminded_until(self, now: datetime) -> datetime:
        if self._until is None:
            self._until = _moment_in(self._file.load())
        if self._until is None:
            # What is missed from now on, until the next start, is told there.
            self._until = now
            self._keep(now)
        return self._until

    def _keep(self, now: datetime) -> None:
        try:
            self._file.save({**self._file.load(), _UNTIL: now.isoformat()})
        except CoreappError as error:
            logger.warning("up to when was reminded is not saved: %s", error)


def _key(occurrence: Occurrence) -> tuple[PlannedOccurrence, datetime]:
    """Return what is told once: an occurrence that is moved after its reminder is told again."""
    return occurrence.planned, in_utc(occurrence.start)


def _moment_in(document: Mapping[str, object]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(document.get(_UNTIL)))
    except ValueError:
        return None
    return in_utc(moment) if moment.tzinfo else None
