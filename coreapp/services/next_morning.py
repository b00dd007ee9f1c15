"""The question on the day after: how much pain there was in the morning.

It is asked once, for the last session of the day before, and only where somebody said how much
pain there was before it: the rise is what counts (rule R6).
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from coreapp.domain.training_log import DateRange, PerformedSession, SessionKind, feeling_of
from coreapp.services.log_days import in_zone
from coreapp.services.ports import Clock, StateFile
from coreapp.services.training import TrainingLog

_DISMISSED: Final = "morning_dismissed"
"""Where the file says for which session nobody wanted to answer."""


class NextMorning:
    """Asks about the session of the day before."""

    def __init__(self, log: TrainingLog, clock: Clock, file: StateFile) -> None:
        self._log = log
        self._clock = clock
        self._file = file
        self._dismissed: str | None = None

    def session(self) -> PerformedSession | None:
        """Return the session to ask about today; None if there is nothing to ask.

        Raises:
            CoreappError: the log cannot be read.
        """
        today = in_zone(self._clock.reading().utc, self._clock.zone()).date()
        yesterday = today - timedelta(days=1)
        for session in self._log.history(DateRange(yesterday, yesterday)):
            if session.kind is SessionKind.SESSION and session.pain_before is not None:
                is_open = session.pain_next_morning is None
                return session if is_open and session.id != self._known_dismissed() else None
        return None

    def answer(self, identity: str, pain: int) -> PerformedSession:
        """Store the pain of the morning, 0 to 10, with its session; return that.

        Raises:
            UnknownIdError: there is no such session any more.
            CoreappError: the log cannot be written.
        """
        felt = feeling_of(self._log.session(identity))
        return self._log.save_feeling(identity, replace(felt, pain_next_morning=pain))

    def dismiss(self, identity: str) -> None:
        """Ask no more about a session.

        Raises:
            CoreappError: it cannot be written; it is not asked again until the program ends.
        """
        self._dismissed = identity
        self._file.save({_DISMISSED: identity})

    def _known_dismissed(self) -> str:
        if self._dismissed is None:
            self._dismissed = str(self._file.load().get(_DISMISSED, ""))
        return self._dismissed
