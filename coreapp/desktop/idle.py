"""How long hands have rested: asked of the system by the first probe that works here.

On X11 the screen-saver extension knows it, through xcffib, the kept binding to XCB. In a Wayland
session XWayland misses native input, so X11 is never asked there; other systems have no probe yet.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

from coreapp.services.ports import IdleProbe

logger = logging.getLogger(__name__)


class ProbeUnavailableError(Exception):
    """This probe does not work on this desktop."""


class X11Idle:
    """The X server's screen-saver extension."""

    name = "X11 MIT-SCREEN-SAVER"

    def __init__(self) -> None:
        if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY"):
            raise ProbeUnavailableError("no X display")
        if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
            raise ProbeUnavailableError("a Wayland session: X11 misses native input there")
        try:
            import xcffib  # noqa: PLC0415  only where there is an X server
            from xcffib import screensaver  # noqa: PLC0415

            self._errors: tuple[type[Exception], ...] = (xcffib.XcffibException,)
            # Any: the package says it is typed, but these calls carry no annotations.
            connect: Any = xcffib.connect
            self._connection = connect()
            self._extension = self._connection(screensaver.key)
            self._root = self._connection.get_setup().roots[0].root
        except (ImportError, OSError) as error:
            raise ProbeUnavailableError(str(error)) from error
        except xcffib.XcffibException as error:
            raise ProbeUnavailableError(str(error)) from error
        if self.idle_seconds() is None:
            self.close()
            raise ProbeUnavailableError("no screen-saver extension")

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if the server does not answer."""
        try:
            answer = self._extension.QueryInfo(self._root).reply()
        except self._errors as error:
            logger.info("idle time is unknown: %r", error)
            return None
        return float(answer.ms_since_user_input) / 1000

    def close(self) -> None:
        """Disconnect from the X server."""
        self._connection.disconnect()


class NullIdle:
    """Knows nothing: the break engine then goes by the clock."""

    name = "none"

    def idle_seconds(self) -> float | None:
        """Return None: unknown."""
        return None

    def close(self) -> None:
        """Nothing is held."""


CANDIDATES: tuple[Callable[[], IdleProbe], ...] = (X11Idle,)


def pick_idle_probe(candidates: Iterable[Callable[[], IdleProbe]] = CANDIDATES) -> IdleProbe:
    """Return the first probe that works on this desktop; the last resort knows nothing."""
    for make in candidates:
        try:
            return make()
        except ProbeUnavailableError as error:
            logger.info("idle probe not used: %s", error)
    return NullIdle()
