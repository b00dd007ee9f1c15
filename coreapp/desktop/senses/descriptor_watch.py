"""Waits for news on a file descriptor, on a thread that sleeps until something comes."""

import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from typing import Final

logger = logging.getLogger(__name__)

QUIET_SECONDS: Final = 0.25
"""News comes in bursts: it is told when none came for so long.

A program that looks for cameras opens each one and closes it again within this time, and a window
that becomes full screen has by then got its state as well as its size.
"""

LONGEST_BURST: Final = 8
"""After so many such pauses it is told while news still comes: it may never end, as with a game
that plays one short sound after the other.
"""


class DescriptorLostError(Exception):
    """Whoever sends the news is gone; there is nothing to read any more."""


class DescriptorWatch:
    """Tells that something has happened."""

    def __init__(self, name: str, descriptor: int, read: Callable[[], bool]) -> None:
        """Get ready; `start` begins.

        Args:
            name: of the thread.
            descriptor: what can be read if there is news.
            read: takes all that has come and tells whether it matters; called on the thread.
                It raises DescriptorLostError or OSError if nothing more will come.
        """
        self._name = name
        self._read = read
        self._woken, self._waker = socket.socketpair()
        self._selector = DefaultSelector()
        self._selector.register(descriptor, EVENT_READ, data=True)
        self._selector.register(self._woken, EVENT_READ, data=False)
        self._thread: threading.Thread | None = None
        self._is_closed = False

    @property
    def is_alive(self) -> bool:
        """Whether it waits: not before `start`, nor when what it waited for is gone."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, changed: Callable[[], None]) -> None:
        """Call `changed`, on a thread of its own, when something has happened that matters."""
        self._thread = threading.Thread(
            target=self._run, args=(changed,), name=self._name, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End the thread. The descriptor stays the caller's."""
        if self._is_closed:
            return
        self._is_closed = True
        with suppress(OSError):
            self._waker.send(b"!")
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
        self._selector.close()
        for end in (self._woken, self._waker):
            end.close()

    def _run(self, changed: Callable[[], None]) -> None:
        pauses = 0
        while True:
            ready = {key.data for key, _events in self._selector.select(0 if pauses else None)}
            if False in ready:
                return
            try:
                matters = bool(ready) and self._read()
            except (OSError, DescriptorLostError) as error:
                logger.info("%s: nothing more will come: %s", self._name, error)
                changed()
                return
            if matters and pauses < LONGEST_BURST:
                pauses += 1
                if self._is_closed_within(QUIET_SECONDS):
                    return
            elif pauses:
                pauses = 0
                changed()

    def _is_closed_within(self, seconds: float) -> bool:
        """Pause, and tell whether `close` was called; news waits meanwhile, and wakes nobody."""
        self._woken.settimeout(seconds)
        try:
            return bool(self._woken.recv(1))
        except TimeoutError:
            return False
