"""That the machine slept, on Linux: logind tells it, and two of the kernel's clocks measure it."""

import time
from collections.abc import Callable

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.inhibitors import LOGIND
from coreapp.desktop.senses.probe import ProbeUnavailableError


class LogindSleep:
    """logind's signal before and after sleep: after it the breaks look at the clocks at once."""

    name = "logind PrepareForSleep"

    def __init__(self, system: Callable[[], BusWatch]) -> None:
        """Look whether logind is there.

        Raises:
            ProbeUnavailableError: it is not.
        """
        self._woke: Callable[[], None] | None = None
        try:
            self._bus = system()
            self._bus.call(LOGIND, "CanSuspend")
        except BusError as error:
            raise ProbeUnavailableError(str(error)) from error

    def watch(self, woke: Callable[[], None]) -> None:
        """Call `woke`, on the thread of the bus, whenever the machine is awake again."""
        self._woke = woke
        self._bus.listen(
            LOGIND.interface, "PrepareForSleep", self._note, path=LOGIND.path, sender=LOGIND.name
        )

    def close(self) -> None:
        """Nothing is told any more."""
        self._woke = None
        self._bus.forget(self._note)

    def _note(self, body: tuple[object, ...]) -> None:
        begins = body[:1] == (True,)
        if not begins and self._woke is not None:
            self._woke()


class ClockSleep:
    """Nothing tells it, but the kernel has a clock that goes on in sleep and one that does not."""

    name = "CLOCK_BOOTTIME"

    def __init__(self) -> None:
        if not hasattr(time, "CLOCK_BOOTTIME"):
            raise ProbeUnavailableError("no clock that goes on in sleep")

    def watch(self, woke: Callable[[], None]) -> None:
        """Nothing is told: a sleep is seen when the breaks look at the clocks next."""

    def close(self) -> None:
        """Nothing is held."""
