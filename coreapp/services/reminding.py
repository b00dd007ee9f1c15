"""Reminders of planned sessions: each told once, and what was missed told in one go."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from coreapp.domain.schedule import Occurrence
from coreapp.domain.wall_time import in_utc
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock, StateFile

LONGEST_LOOK_BACK = timedelta(hours=12)
"""What was missed longer ago than this is told by the plan page alone."""

LONGEST_SLEEP = timedelta(minutes=5)
"""A timer stands still while the machine sleeps; so late a reminder can be after waking."""

_KEY = "reminded_until"


class Reminding:
    """Knows up to when a person has been reminded, also across restarts."""

    def __init__(self, planning: Planning, clock: Clock, file: StateFile) -> None:
        self._planning = planning
        self._clock = clock
        self._file = file
        self._until: datetime | None = None

    def due(self) -> Sequence[Occurrence]:
        """Return the reminders that came due since the last call; each is returned once."""
        now = self._clock.reading().utc
        after = max(self._reminded_until(now), now - LONGEST_LOOK_BACK)
        found = self._planning.reminders(after, now) if after < now else ()
        self._until = now
        if found:
            self._file.save(dict(self._file.load()) | {_KEY: now.isoformat()})
        return found

    def next_look(self) -> float:
        """Return in how many seconds to look again."""
        now = self._clock.reading().utc
        soon = self._planning.reminders(now, now + LONGEST_SLEEP)
        moment = in_utc(soon[0].start) if soon else now + LONGEST_SLEEP
        return max(0.5, (moment - now).total_seconds())

    def _reminded_until(self, now: datetime) -> datetime:
        if self._until is None:
            self._until = _moment_in(self._file.load()) or now
        return self._until


def _moment_in(document: Mapping[str, object]) -> datetime | None:
    text = document.get(_KEY)
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None
