"""Ends the program if a break covers the screen and nothing is painted any more.

A break must never be a trap: when the program hangs, nobody could leave it.
"""

import faulthandler
from typing import Protocol, TextIO

PATIENCE_SECONDS = 5.0
"""So long a break may stay unpainted before the program is ended (rule 18 of the breaks)."""


class Watchdog(Protocol):
    """Told that all is well with every paint, and that nothing covers the screen any more."""

    def arm(self) -> None:
        """Everything is painted: wait anew."""

    def disarm(self) -> None:
        """Nothing covers the screen: stop waiting."""


class StackWatchdog:
    """Writes the stacks of all threads and ends the program when it is not armed in time."""

    def __init__(self, log: TextIO, patience: float = PATIENCE_SECONDS) -> None:
        """Watch nothing yet.

        Args:
            log: a real file, where the stacks are written.
            patience: seconds.
        """
        self._log = log
        self._patience = patience

    def arm(self) -> None:
        """Wait anew, by the system's own timer: it runs while Python hangs."""
        faulthandler.dump_traceback_later(self._patience, exit=True, file=self._log)

    def disarm(self) -> None:
        """Stop waiting."""
        faulthandler.cancel_dump_traceback_later()


class NullWatchdog:
    """Watches nothing: for a clock that does not run by itself, as on the tour and in tests."""

    def arm(self) -> None:
        """Do nothing."""

    def disarm(self) -> None:
        """Do nothing."""
