"""Probes of a desktop that a test moves, for the senses."""

import threading
from collections.abc import Callable

from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability


class FakeHoldProbe:
    """Satisfies `HoldProbe`; it says `says`, whoever asks.

    Attributes:
        failure: raised when it is asked.
        looks: how often it was asked.
        on_threads: the names of the threads that asked.
    """

    def __init__(
        self, capability: Capability = Capability.CAMERA, name: str = "fake", *, tells: bool = True
    ) -> None:
        self.capability = capability
        self.name = name
        self.tells = tells
        self.says: bool | None = False
        self.failure: Exception | None = None
        self.looks = 0
        self.on_threads: set[str] = set()
        self.closed = 0
        self.changed: Callable[[], None] = lambda: None

    def watch(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def say(self, says: bool | None) -> None:
        """Say something else, and tell that."""
        self.says = says
        self.changed()

    def look(self) -> bool | None:
        self.looks += 1
        self.on_threads.add(threading.current_thread().name)
        if self.failure is not None:
            raise self.failure
        return self.says

    def close(self) -> None:
        self.closed += 1


class FakeHands:
    """Satisfies `IdleProbe`."""

    def __init__(self, name: str = "hands", *, tells: bool = True, asks: bool = False) -> None:
        self.name = name
        self.tells = tells
        self.asks = asks
        self.rested: float | None = 0.0
        self.asked = 0
        self.closed = 0
        self.moved: Callable[[], None] = lambda: None

    def watch(self, moved: Callable[[], None]) -> None:
        self.moved = moved

    def ask(self) -> None:
        self.asked += 1

    def idle_seconds(self) -> float | None:
        return self.rested

    def close(self) -> None:
        self.closed += 1


class FakeSleep:
    """Satisfies `SleepProbe`."""

    name = "sleep"

    def __init__(self) -> None:
        self.woke: Callable[[], None] = lambda: None

    def watch(self, woke: Callable[[], None]) -> None:
        self.woke = woke

    def close(self) -> None:
        pass


class Absent:
    """A maker of probes that do not work here, until there is one."""

    def __init__(self, reason: str = "not here") -> None:
        self.reason = reason
        self.probe: FakeHoldProbe | FakeHands | None = None
        self.tries = 0

    def __call__(self):
        self.tries += 1
        if self.probe is None:
            raise ProbeUnavailableError(self.reason)
        return self.probe
