"""Whether hands rest, on Wayland: the compositor tells it by the protocol `ext-idle-notify-v1`.

It cannot be asked how long hands have rested: one orders a notice for a length of rest. A long one
is always there, and tells when the last input was. Each question orders a short one for some
seconds, since a bar that is open has to know of two seconds of rest. So hands that rest for less
than the long notice may be taken for hands at work, and an absence may begin that much late.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from coreapp.desktop.senses.descriptor_watch import DescriptorLostError, DescriptorWatch
from coreapp.desktop.senses.probe import REST_SECONDS, ProbeUnavailableError
from coreapp.desktop.senses.wayland_wire import Event, WaylandError, WaylandLink, socket_path
from coreapp.services.ports import Clock

LONG_REST_SECONDS: Final = 5.0
SHORT_REST_SECONDS: Final = 1.0
SHORT_FOR_SECONDS: Final = 10.0
"""So long after the last question the short notice is kept."""

_NOTIFIER: Final = "ext_idle_notifier_v1"
_SEAT: Final = "wl_seat"
_GET_NOTICE, _GET_INPUT_NOTICE = 1, 2
"""Requests to the notifier; the second, of version 2, is not kept silent by a video that plays."""
_DESTROY = 0
_IDLED = 0


class WaylandIdle:
    """The compositor's notices of resting hands."""

    name = "ext-idle-notify-v1"
    tells = True
    asks = True

    def __init__(self, clock: Clock, path: Path | None = None) -> None:
        """Connect, and order the long notice.

        Args:
            clock: tells when a notice came.
            path: where the compositor listens; None for that of this session.

        Raises:
            ProbeUnavailableError: there is none, or it does not have this.
        """
        self._clock = clock
        self._moved: Callable[[], None] | None = None
        self._lock = threading.Lock()
        """Guards all of it: asked on one thread, told on another, read on a third."""
        self._last_input: float | None = None
        """When the last input was, while hands rest; None while they do not."""
        self._short: int | None = None
        self._asked_at = 0.0
        self._is_closed = False
        path = path or socket_path()
        if path is None:
            raise ProbeUnavailableError("no Wayland session")
        try:
            self._link = WaylandLink(path)
        except WaylandError as error:
            raise ProbeUnavailableError(str(error)) from error
        try:
            self._seat = self._link.bind(_SEAT, 1)
            version = min(2, self._link.offers[_NOTIFIER].version) if self._offers_it() else 0
            self._notifier = self._link.bind(_NOTIFIER, version)
            self._request = _GET_INPUT_NOTICE if version > 1 else _GET_NOTICE
            self._long = self._order(LONG_REST_SECONDS)
        except WaylandError as error:
            self._link.close()
            raise ProbeUnavailableError(str(error)) from error
        self._watch = DescriptorWatch("wayland hands", self._link.fileno(), self._read)
        self._watch.start(lambda: None)

    def watch(self, moved: Callable[[], None]) -> None:
        """Call `moved`, on a thread of its own, with the first input after a rest."""
        self._moved = moved

    def ask(self) -> None:
        """Have short rests told for a while."""
        with self._lock, suppress(WaylandError):  # then the thread notices it as well
            self._asked_at = self._now()
            if self._short is None:
                self._short = self._order(SHORT_REST_SECONDS)

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; 0 while hands are at work; None if nobody tells."""
        with self._lock:
            if not self._watch.is_alive:
                return None
            return 0.0 if self._last_input is None else max(0.0, self._now() - self._last_input)

    def close(self) -> None:
        """Disconnect."""
        self._moved = None
        self._watch.close()
        self._link.close()

    def _offers_it(self) -> bool:
        return _NOTIFIER in self._link.offers

    def _now(self) -> float:
        return self._clock.reading().boot

    def _order(self, rest: float) -> int:
        """Order a notice; the new object has the number that is returned."""
        return self._link.make(self._notifier, self._request, round(rest * 1000), self._seat)

    def _read(self) -> bool:
        """Take what has come; nothing of it has to wait for more.

        Raises:
            DescriptorLostError: the compositor is gone.
        """
        try:
            with self._lock:
                returned = [self._note(event) for event in self._link.read()]
        except WaylandError as error:
            raise DescriptorLostError(str(error)) from error
        if any(returned) and self._moved is not None:
            self._moved()
        return False

    def _note(self, event: Event) -> bool:
        """Take over a notice; tell whether it is a return from a rest."""
        if event.sender not in {self._long, self._short}:
            return False
        now, is_long = self._now(), event.sender == self._long
        if event.opcode == _IDLED:
            rest = LONG_REST_SECONDS if is_long else SHORT_REST_SECONDS
            if is_long or self._last_input is None:
                self._last_input = now - rest
            returns = False
        else:
            returns = self._last_input is not None and now - self._last_input >= REST_SECONDS
            self._last_input = None
        self._drop_short(now)
        return returns

    def _drop_short(self, now: float) -> None:
        """Take the short notice away if it is not needed any more.

        Not while hands rest: nobody else would tell that a short rest is over.
        """
        is_old = now - self._asked_at >= SHORT_FOR_SECONDS
        if self._short is not None and self._last_input is None and is_old:
            self._link.send(self._short, _DESTROY)
            self._short = None
