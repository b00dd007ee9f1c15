"""Keeps the screen awake by wakepy, which knows how on Linux desktops, Windows and macOS.

Its calls may wait for a service, so each hold lives on a thread of its own and ends there. What the
system holds for us hangs on a connection or on the process, so a crash lets the screen sleep.
"""

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Final

from coreapp.desktop.bus_connection import bus_address
from coreapp.services.ports import KeepAwake

logger = logging.getLogger(__name__)


class AwakeUnavailableError(Exception):
    """The screen cannot be kept awake in this way on this desktop."""


class WakepyAwake:
    """Satisfies `coreapp.services.ports.KeepAwake` by what wakepy finds."""

    def __init__(self) -> None:
        if find_spec("wakepy") is None:
            raise AwakeUnavailableError("wakepy is not installed")
        # On Linux both methods that wakepy knows are services on the session bus.
        if sys.platform.startswith("linux") and bus_address() is None:
            raise AwakeUnavailableError("no session bus")
        self._method: str | None = None
        self._end: threading.Event | None = None

    @property
    def method(self) -> str | None:
        """What keeps the screen awake; empty if nothing does, None before the first try."""
        return self._method

    def hold(self) -> None:
        """Keep the screen awake from now on."""
        if self._end is None:
            self._end = threading.Event()
            thread = threading.Thread(
                target=self._keep, args=(self._end,), name="keep awake", daemon=True
            )
            thread.start()

    def release(self) -> None:
        """Let the screen sleep again."""
        end, self._end = self._end, None
        if end is not None:
            end.set()

    def _keep(self, end: threading.Event) -> None:
        from wakepy import keep  # noqa: PLC0415  late on purpose

        from coreapp.desktop.wake_bus import WakeBus  # noqa: PLC0415  late on purpose

        # It tells each step of each try, with every pause.
        logging.getLogger("wakepy").setLevel(logging.WARNING)
        try:
            with keep.presenting(on_fail="pass", dbus_adapter=WakeBus) as mode:
                self._note(mode.active_method.name if mode.active_method else "")
                if mode.active:
                    end.wait()
        except RuntimeError as error:
            # The service went away meanwhile, and with it what it held.
            logger.info("the screen's sleep was not given back: %s", error)

    def _note(self, method: str) -> None:
        """Say in the log what is used, when it is another than before."""
        if method != self._method:
            self._method = method
            logger.info("the screen is kept awake by: %s", method or "nothing")


class NullAwake:
    """Keeps nothing awake."""

    method: Final = ""

    def hold(self) -> None:
        """The screen may sleep."""

    def release(self) -> None:
        """Nothing is held."""


CANDIDATES: tuple[Callable[[], KeepAwake], ...] = (WakepyAwake,)


def pick_keep_awake(candidates: Iterable[Callable[[], KeepAwake]] = CANDIDATES) -> KeepAwake:
    """Return the first way that may work here; the last resort keeps nothing awake."""
    for make in candidates:
        try:
            return make()
        except AwakeUnavailableError as error:
            logger.info("the screen is not kept awake: %s", error)
    return NullAwake()
