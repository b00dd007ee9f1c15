"""A desktop that notes what it is shown, a screen that notes what keeps it awake, and a bus."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.bus_messages import Call, News
from coreapp.services.media_session import MediaWish, NowPlaying


@dataclass
class FakeMedia:
    """Satisfies `coreapp.services.media_session.MediaSession`.

    Attributes:
        shown: what it was shown since it was last closed.
    """

    name: str = "fake"
    shown: list[NowPlaying] = field(default_factory=list)
    closed: int = 0
    _heard: Callable[[MediaWish], None] | None = None

    def listen(self, heard: Callable[[MediaWish], None]) -> None:
        self._heard = heard

    def show(self, playing: NowPlaying) -> None:
        self.shown.append(playing)

    def close(self) -> None:
        self.closed += 1
        self.shown.clear()

    def ask(self, wish: MediaWish) -> None:
        """A button of the desktop is pressed."""
        assert self._heard is not None
        self._heard(wish)


@dataclass
class FakeAwake:
    """Satisfies `coreapp.services.ports.KeepAwake`."""

    method: str | None = None
    holds: bool = False
    changes: list[bool] = field(default_factory=list)

    def hold(self) -> None:
        self._set(True)

    def release(self) -> None:
        self._set(False)

    def _set(self, holds: bool) -> None:
        if holds != self.holds:
            self.holds = holds
            self.changes.append(holds)


class FakeBus:
    """What `coreapp.desktop.bus_connection.BusConnection` does for a server, without a bus.

    Attributes:
        told: signals.
        answers: answers and refusals, in order.
    """

    def __init__(self, *taken: str) -> None:
        self.names: list[str] = []
        self.told: list[News] = []
        self.answers: queue.Queue[tuple] = queue.Queue()
        self.is_closed = False
        self._taken = taken
        self._inbox: queue.Queue[Call | BusError | None] = queue.Queue()

    def take_name(self, name: str) -> bool:
        if name in self._taken or "*" in self._taken:
            return False
        self.names.append(name)
        return True

    def tell(self, path: str, news: News) -> None:
        self.told.append(news)

    def answer(self, call: Call, signature: str, body: tuple) -> None:
        self.answers.put((signature, body))

    def refuse(self, call: Call, error: str, text: str) -> None:
        self.answers.put((error, text))

    def receive(self) -> Call | None:
        arrived = self._inbox.get(timeout=10)
        if isinstance(arrived, BusError):
            raise arrived
        return arrived

    def wake(self) -> None:
        self._inbox.put(None)

    def close(self) -> None:
        self.is_closed = True

    def call(self, call: Call) -> tuple:
        """Somebody calls; return what is answered."""
        self._inbox.put(call)
        return self.answers.get(timeout=10)

    def die(self) -> None:
        self._inbox.put(BusError("gone"))
