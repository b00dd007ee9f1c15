"""The log: what was done, with edit, delete and undo."""

from collections.abc import Sequence

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.training_log import DateRange, Feeling, PerformedSession
from coreapp.services.log_days import sessions_on
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
        with self._database.reading() as work:
            return sessions_on(work, days)

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
