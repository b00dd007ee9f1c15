"""How long hands have rested, on GNOME: its compositor is asked over D-Bus, and tells who returns.

Each question leaves a watch behind that goes off once, with the next input. Until it does, the time
of the last input is known exactly, and nobody has to ask again. From then on hands are taken to be
at work until the next question: a rest that is not certain must not make a bar grow.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.probe import REST_SECONDS, ProbeUnavailableError
from coreapp.services.ports import Clock

_MONITOR: Final = Service(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)


class MutterIdle:
    """Mutter's idle monitor."""

    name = _MONITOR.name
    tells = True
    asks = True

    def __init__(self, session: Callable[[], BusWatch], clock: Clock) -> None:
        """Ask once.

        Args:
            session: opens the bus of the session.
            clock: tells when an input came.

        Raises:
            ProbeUnavailableError: no such desktop is there.
        """
        self._clock = clock
        self._lock = threading.Lock()
        """Guards what follows: asked on one thread, told on another, read on a third."""
        self._last_input: float | None = None
        self._watched: int | None = None
        self._gone_off = 0
        self._moved: Callable[[], None] | None = None
        try:
            self._bus = session()
            self._bus.call(_MONITOR, "GetIdletime")
        except BusError as error:
            raise ProbeUnavailableError(str(error)) from error

    def watch(self, moved: Callable[[], None]) -> None:
        """Call `moved`, on the thread of the bus, with the first input after a rest."""
        self._moved = moved
        self._bus.listen(
            _MONITOR.interface, "WatchFired", self._note_input, path=_MONITOR.path, sender=self.name
        )
        self._bus.follow(self.name, self._note_presence)

    def ask(self) -> None:
        """Ask for the last input, and have the next one told."""
        try:
            if self._watched is None:
                (number,) = self._bus.call(_MONITOR, "AddUserActiveWatch")
                with self._lock:
                    # It may have gone off before we know its number.
                    self._watched = None if number == self._gone_off else int(str(number))
            (rested,) = self._bus.call(_MONITOR, "GetIdletime")
            last = self._now() - float(str(rested)) / 1000
        except (BusError, ValueError):
            last = None
        with self._lock:
            self._last_input = last

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; 0 while hands are at work; None for no answer."""
        with self._lock:
            if self._last_input is None:
                return None
            return 0.0 if self._watched is None else max(0.0, self._now() - self._last_input)

    def close(self) -> None:
        """Take the watch away."""
        self._moved = None
        for listener in (self._note_input, self._note_presence):
            self._bus.forget(listener)
        watched, self._watched = self._watched, None
        if watched is not None:
            with suppress(BusError):
                self._bus.call(_MONITOR, "RemoveWatch", "u", (watched,))

    def _now(self) -> float:
        return self._clock.reading().boot

    def _note_input(self, body: tuple[object, ...]) -> None:
        number = body[0] if body and isinstance(body[0], int) else 0
        with self._lock:
            self._gone_off = number
            if number != self._watched:
                return
            self._watched = None
            now = self._now()
            had_rested = self._last_input is not None and now - self._last_input >= REST_SECONDS
            self._last_input = now
        if had_rested and self._moved is not None:
            self._moved()

    def _note_presence(self, is_there: bool) -> None:  # noqa: FBT001  as the bus tells it
        """Forget what a compositor said that is gone, and the watch that it had."""
        if not is_there:
            with self._lock:
                self._last_input = self._watched = None
