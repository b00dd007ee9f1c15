"""How long a session really took: less than from its start to its end, if it was cut off.

Spent is the time that ran: getting ready, work, rests, and while a phase waits for a tap. Left out
are pauses, also those that the player makes when the machine slept, the seconds before it goes on
after one, and what lay between two runs of the program. A rest that stands beside a set is what the
muscle knew of it, with the pause in it; so rests may add up to more.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

from coreapp.domain.activity import MOST_MINUTES
from coreapp.domain.training_log import PerformedSession

_UNTOLD_REST: Final = 120.0
"""Seconds that are granted where no rest is stored. The longest rest that ships has 45, and getting
ready comes to it; those of one's own may be longer."""

_IN_DOUBT: Final = 900.0
"""Seconds that may be unaccounted for before a session counts as one that was cut off: it may have
had pauses, or more than work and rests."""


class Timed(Protocol):
    """What is known of how long a session took; see `PerformedSession`."""

    @property
    def started_at(self) -> datetime:
        """When it began."""

    @property
    def ended_at(self) -> datetime:
        """When it ended."""

    @property
    def spent_seconds(self) -> float | None:
        """What was measured."""


def seconds_of(session: Timed) -> float:
    """Return the seconds that a session took; all until its end, where nobody measured."""
    if session.spent_seconds is not None:
        return session.spent_seconds
    return (session.ended_at - session.started_at).total_seconds()


def minutes_of(session: Timed) -> int:
    """Return the whole minutes that a session counts as, at least one and at most a day."""
    return min(MOST_MINUTES, max(1, round(seconds_of(session) / 60)))


def estimated(session: PerformedSession) -> PerformedSession:
    """Return a session that nobody measured with what its sets and rests account for.

    Where they account for all but a quarter of an hour, and where there are no sets, its start and
    end are believed, and it stays as it is. Migration 0004 does the same to those that were stored.
    """
    if session.spent_seconds is not None or not session.sets:
        return session
    rests = (each.rest_seconds for each in session.sets)
    granted = sum(_UNTOLD_REST if rest is None else rest for rest in rests)
    accounted = session.work_seconds + granted + _UNTOLD_REST
    if seconds_of(session) <= accounted + _IN_DOUBT:
        return session
    return replace(session, spent_seconds=round(accounted, 3))
