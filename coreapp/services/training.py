"""The log: what was done, with edit, delete and undo."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.training_log import DateRange, Feeling, PerformedSession
from coreapp.domain.wall_time import find_zone
from coreapp.services.log_ports import Database
from coreapp.services.playing import with_feeling
from coreapp.services.ports import Clock

ALL_DAYS = DateRange()


class TrainingLog:
    """Performed sessions."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def history(self, days: DateRange = ALL_DAYS) -> Sequence[PerformedSession]:
        """Return the sessions begun on these days, newest first.

        A session belongs to the day it was begun on in the zone it happened in.
        """
        # A day lasts from 14 hours before to 12 hours after its UTC day, over all zones there are.
        margin = timedelta(hours=15)
        start = _midnight(days.first) - margin if days.first else None
        end = _midnight(days.last) + timedelta(days=1) + margin if days.last else None
        with self._database.reading() as work:
            sessions = work.sessions.between(start, end)
        return [session for session in sessions if _is_within(session, days)]

    def session(self, identity: str) -> PerformedSession:
        """Return one session.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.reading() as work:
            session = work.sessions.get(identity)
        if session is None:
            raise UnknownIdError("session", identity)
        return session

    def save_feeling(self, identity: str, feeling: Feeling) -> PerformedSession:
        """Change how a session felt; return it as it is now.

        Raises:
            UnknownIdError: there is none with that id.
        """
        session = with_feeling(self.session(identity), feeling)
        with self._database.work() as work:
            work.sessions.update(session)
        return session

    def delete(self, identity: str) -> PerformedSession:
        """Delete a session and return it, for `restore` to undo it.

        Raises:
            UnknownIdError: there is none with that id.
        """
        session = self.session(identity)
        with self._database.work() as work:
            work.sessions.delete(identity)
        return session

    def restore(self, session: PerformedSession) -> None:
        """Put a deleted session back as it was."""
        with self._database.work() as work:
            work.sessions.add(session)


def local_start(session: PerformedSession) -> datetime:
    """Return when a session began, on the clocks of the place it happened in."""
    return in_zone(session.started_at, session.zone)


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return a moment of the log on the clocks of its zone.

    A zone that is not known here, perhaps because it has been renamed, must not make the log
    unreadable: then it is UTC's.
    """
    try:
        return moment.astimezone(find_zone(zone))
    except InvalidValueError:
        return moment.astimezone(UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _is_within(session: PerformedSession, days: DateRange) -> bool:
    day = local_start(session).date()
    return (days.first is None or day >= days.first) and (days.last is None or day <= days.last)
