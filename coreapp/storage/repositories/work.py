"""One transaction with all that can be read and stored in it."""

from sqlalchemy.orm import Session

from coreapp.storage.repositories.activities import SqlActivities
from coreapp.storage.repositories.days import SqlDayRecords
from coreapp.storage.repositories.log_figures import SqlLogFigures
from coreapp.storage.repositories.log_lines import SqlLogLines
from coreapp.storage.repositories.plan import SqlScheduleEntries
from coreapp.storage.repositories.sessions import SqlSessions
from coreapp.storage.repositories.shoes import SqlShoes
from coreapp.storage.repositories.spans import SqlBreakSpans

READS = "reads_only"
"""Marks a transaction that does not write."""


class SqlWork:
    """One transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sessions = SqlSessions(session)
        self._schedule = SqlScheduleEntries(session)
        self._spans = SqlBreakSpans(session)
        self._activities = SqlActivities(session)
        self._shoes = SqlShoes(session)
        self._days = SqlDayRecords(session)
        self._lines = SqlLogLines(session)
        self._figures = SqlLogFigures(session)

    def begin_writing(self) -> None:
        """Let others wait from here on; what they have written since the reading began is seen."""
        self._session.commit()
        self._session.connection(execution_options={READS: False})

    @property
    def sessions(self) -> SqlSessions:
        """Performed sessions."""
        return self._sessions

    @property
    def schedule(self) -> SqlScheduleEntries:
        """The plan."""
        return self._schedule

    @property
    def spans(self) -> SqlBreakSpans:
        """Break spans."""
        return self._spans

    @property
    def activities(self) -> SqlActivities:
        """Runs, walks and sports that were entered by hand."""
        return self._activities

    @property
    def shoes(self) -> SqlShoes:
        """Pairs of shoes."""
        return self._shoes

    @property
    def days(self) -> SqlDayRecords:
        """What was said of days."""
        return self._days

    @property
    def lines(self) -> SqlLogLines:
        """The log as it is listed."""
        return self._lines

    @property
    def figures(self) -> SqlLogFigures:
        """The log as it is added up."""
        return self._figures
