"""Gives the keys back to the window that had them before the break covered the screens.

Window managers do that by themselves, most of the time. On X11 it is asked for, too: without a
window manager nobody would, and with several windows of ours some give the keys to the wrong one.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

from coreapp.services.ports import FocusKeeper

logger = logging.getLogger(__name__)

_NO_WINDOW = 0
_THE_ROOT = 1
"""The focus is wherever the pointer is: nobody's."""

_FROM_A_PAGER = 2
"""As what a request to activate comes: one of an application itself may be refused."""


class FocusKeeperUnavailableError(Exception):
    """The keys cannot be followed on this desktop."""


class X11FocusKeeper:
    """Asks the X server who has the keys; a connection is held only while a break is open."""

    def __init__(self) -> None:
        if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY"):
            raise FocusKeeperUnavailableError("no X display")
        if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland":
            raise FocusKeeperUnavailableError("a Wayland session")
        try:
            import xcffib  # noqa: PLC0415  only where there is an X server
            from xcffib import xproto  # noqa: PLC0415
        except ImportError as error:
            raise FocusKeeperUnavailableError(str(error)) from error
        self._errors: tuple[type[Exception], ...] = (xcffib.XcffibException, OSError)
        # Any: the package says it is typed, but these calls carry no annotations.
        self._connect: Any = xcffib.connect
        self._x: Any = xproto
        self._connection: Any = None
        self._window = _NO_WINDOW

    def remember(self) -> None:
        """Take note of the window that has the keys now."""
        self._forget()
        try:
            self._connection = self._connect()
            self._window = self._active() or self._focused()
        except self._errors as error:
            logger.info("the window with the keys is not known: %r", error)
            self._forget()

    def give_back(self, *, wanted: bool) -> None:
        """Give it the keys, if it is still there, and forget it."""
        if self._connection is not None and wanted and self._window > _THE_ROOT:
            try:
                self._activate()
            except self._errors as error:
                logger.info("the keys are not given back: %r", error)
        self._forget()

    def _forget(self) -> None:
        connection, self._connection, self._window = self._connection, None, _NO_WINDOW
        if connection is not None:
            connection.disconnect()

    @property
    def _root(self) -> int:
        root: int = self._connection.setup.roots[0].root
        return root

    def _atom(self, name: str) -> int:
        atom: int = self._connection.core.InternAtom(False, len(name), name).reply().atom
        return atom

    def _active(self) -> int:
        """Return what the window manager calls active; 0 without one."""
        window = self._x.Atom.WINDOW
        asked = self._connection.core.GetProperty(
            False, self._root, self._atom("_NET_ACTIVE_WINDOW"), window, 0, 1
        )
        found = asked.reply().value.to_atoms()
        return int(found[0]) if found else _NO_WINDOW

    def _focused(self) -> int:
        return int(self._connection.core.GetInputFocus().reply().focus)

    def _activate(self) -> None:
        if self._active():
            data = self._x.ClientMessageData.synthetic(
                [_FROM_A_PAGER, self._x.Time.CurrentTime, 0, 0, 0], "5I"
            )
            event = self._x.ClientMessageEvent.synthetic(
                32, self._window, self._atom("_NET_ACTIVE_WINDOW"), data
            )
            mask = self._x.EventMask.SubstructureRedirect | self._x.EventMask.SubstructureNotify
            self._connection.core.SendEventChecked(False, self._root, mask, event.pack()).check()
            return
        self._connection.core.SetInputFocusChecked(
            self._x.InputFocus.PointerRoot, self._window, self._x.Time.CurrentTime
        ).check()


class NullFocusKeeper:
    """Leaves it to the desktop."""

    def remember(self) -> None:
        """Take note of nothing."""

    def give_back(self, *, wanted: bool) -> None:
        """Give nothing back."""


CANDIDATES: tuple[Callable[[], FocusKeeper], ...] = (X11FocusKeeper,)


def pick_focus_keeper(
    candidates: Iterable[Callable[[], FocusKeeper]] = CANDIDATES,
) -> FocusKeeper:
    """Return the first one that works on this desktop; the last resort leaves it to the desktop."""
    for make in candidates:
        try:
            return make()
        except FocusKeeperUnavailableError as error:
            logger.info("focus keeper not used: %s", error)
    return NullFocusKeeper()
