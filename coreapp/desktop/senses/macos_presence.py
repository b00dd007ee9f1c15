"""Hands, lock and sleep on macOS. Not yet tried on the real system."""

import time
from collections.abc import Callable
from typing import Final, Protocol

from coreapp.desktop.senses.macos_calls import MacCalls
from coreapp.desktop.senses.probe import AnswersAtOnce, ProbeUnavailableError
from coreapp.services.desk_senses import Capability

LOCKED: Final = "CGSSessionScreenIsLocked"


class PresenceCalls(Protocol):
    """What of macOS is asked here."""

    def seconds_since_input(self) -> float:
        """Return seconds since the last input of hands."""

    def session_says(self, name: str) -> bool | None:
        """Return whether something is so of the session; None if there is no session."""


def mac_calls() -> MacCalls:
    """Return macOS' functions.

    Raises:
        ProbeUnavailableError: this is no macOS.
    """
    try:
        return MacCalls()
    except (OSError, AttributeError) as error:
        raise ProbeUnavailableError(str(error)) from error


class MacIdle(AnswersAtOnce):
    """The last input of hands."""

    name = "CGEventSourceSecondsSinceLastEventType"

    def __init__(self, calls: PresenceCalls | None = None) -> None:
        """Get ready.

        Raises:
            ProbeUnavailableError: this is no macOS.
        """
        self._calls = calls or mac_calls()

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if what macOS says is none."""
        seconds = self._calls.seconds_since_input()
        return seconds if seconds >= 0 else None

    def close(self) -> None:
        """Nothing is held."""


class MacLock:
    """The lock of this session."""

    capability = Capability.LOCK
    tells = False
    name = "CGSessionCopyCurrentDictionary"

    def __init__(self, calls: PresenceCalls | None = None) -> None:
        """Ask once.

        Raises:
            ProbeUnavailableError: this is no macOS, or nobody is logged in at a screen.
        """
        self._calls = calls or mac_calls()
        if self.look() is None:
            raise ProbeUnavailableError("no session at a screen")

    def watch(self, changed: Callable[[], None]) -> None:
        """Nothing is told."""

    def look(self) -> bool | None:
        """Return whether the screen is locked; None if there is no session at a screen."""
        return self._calls.session_says(LOCKED)

    def close(self) -> None:
        """Nothing is held."""


class MacSleep:
    """The clock that stands still in sleep, beside the one that goes on."""

    name = "CLOCK_UPTIME_RAW"

    def __init__(self) -> None:
        """Look whether there is one.

        Raises:
            ProbeUnavailableError: there is none.
        """
        if not hasattr(time, self.name):
            raise ProbeUnavailableError("no clock that stands still in sleep")

    def watch(self, woke: Callable[[], None]) -> None:
        """Nothing is told: a sleep is seen when the breaks look at the clocks next."""

    def close(self) -> None:
        """Nothing is held."""
