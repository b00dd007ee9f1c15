"""Whether the window that is worked in covers the whole screen, by what X11's window manager says.

In a Wayland session only the compositor knows, and none tells it to everybody: there this stays
unknown, which holds nothing back.
"""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from coreapp.desktop.senses.descriptor_watch import DescriptorLostError, DescriptorWatch
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

_LONGEST: Final = 1024
"""The longest property that is read, in fours of bytes."""


class X11Screen:
    """A connection to an X server, asked for what a window manager writes on windows."""

    def __init__(self) -> None:
        """Connect to the server of this session.

        Raises:
            ProbeUnavailableError: there is none.
        """
        try:
            import xcffib  # noqa: PLC0415  only where there is an X server
            from xcffib import xproto  # noqa: PLC0415

            self._protocol = xproto
            self._error: type[Exception] = xcffib.XcffibException
            # Any: the package says it is typed, but these calls carry no annotations.
            connect: Any = xcffib.connect
            self._connection = connect()
        except (ImportError, OSError) as error:
            raise ProbeUnavailableError(str(error)) from error
        except xcffib.XcffibException as error:
            raise ProbeUnavailableError(f"the X server does not answer: {error!r}") from error
        self._root: int = self._connection.setup.roots[0].root
        self._atoms: dict[str, int] = {}
        self._heard_window = 0

    def active_window(self) -> int | None:
        """Return the window that is worked in, 0 if there is none; None if nobody tells.

        Raises:
            DescriptorLostError: the server is gone.
        """
        found = self._property(self._root, "_NET_ACTIVE_WINDOW")
        if found is None:  # some write it only once a window was active
            can_tell = self._property(self._root, "_NET_SUPPORTED") or ()
            return 0 if self._atom("_NET_ACTIVE_WINDOW") in can_tell else None
        return next(iter(found), 0)

    def is_fullscreen(self, window: int) -> bool:
        """Tell whether a window says that it covers the screen; one that is gone does not.

        Raises:
            DescriptorLostError: the server is gone.
        """
        wanted = self._atom("_NET_WM_STATE_FULLSCREEN")
        return wanted in (self._property(window, "_NET_WM_STATE") or ())

    def process_of(self, window: int) -> int:
        """Return the number of the process that a window says it is of; 0 if it does not.

        Raises:
            DescriptorLostError: the server is gone.
        """
        return next(iter(self._property(window, "_NET_WM_PID") or ()), 0)

    def listen(self) -> None:
        """Have it told when another window is worked in, or when this one changes its size.

        Not the window's properties: a title that turns like a wheel would wake us ten times a
        second, and some programs write one at each key. Who becomes full screen changes its size.

        Raises:
            DescriptorLostError: the server is gone.
        """
        self._select(self._root, self._protocol.EventMask.PropertyChange)
        self._follow_active()

    def fileno(self) -> int:
        """Return the descriptor that can be read when something is told."""
        return int(self._connection.get_file_descriptor())

    def read(self) -> bool:
        """Take what was told, without waiting; tell whether it matters.

        Raises:
            DescriptorLostError: the server is gone.
        """
        matters = False
        while (event := self._next_event()) is not None:
            if isinstance(event, self._protocol.PropertyNotifyEvent):
                if event.atom == self._atom("_NET_ACTIVE_WINDOW"):
                    self._follow_active()
                    matters = True
            elif isinstance(
                event, self._protocol.ConfigureNotifyEvent | self._protocol.UnmapNotifyEvent
            ):
                matters = True
        return matters

    def close(self) -> None:
        """Disconnect."""
        with suppress(self._error):
            self._connection.disconnect()

    def _follow_active(self) -> None:
        window = self.active_window() or 0
        if window == self._heard_window:
            return
        if self._heard_window:
            self._select(self._heard_window, 0)
        if window:
            self._select(window, self._protocol.EventMask.StructureNotify)
        self._heard_window = window

    def _select(self, window: int, mask: int) -> None:
        """Choose what is told of a window; one that is gone tells nothing."""
        request = self._connection.core.ChangeWindowAttributesChecked
        self._asked(
            lambda: request(window, self._protocol.CW.EventMask, [mask]).check(),
        )

    def _property(self, window: int, name: str) -> list[int] | None:
        """Return the numbers of a property; None if the window has it not, or is gone."""
        atom = self._atom(name)
        reply = self._asked(
            lambda: self._connection.core.GetProperty(
                False, window, atom, self._protocol.GetPropertyType.Any, 0, _LONGEST
            ).reply()
        )
        if reply is None or reply.format != 32:
            return None
        return list(reply.value.to_atoms())

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            reply = self._asked(
                lambda: self._connection.core.InternAtom(False, len(name), name).reply()
            )
            self._atoms[name] = reply.atom if reply is not None else 0
        return self._atoms[name]

    def _next_event(self) -> Any:  # noqa: ANN401  the package has no types
        return self._asked(self._connection.poll_for_event)

    def _asked(self, ask: Callable[[], Any]) -> Any:  # noqa: ANN401  the package has no types
        """Return what the server answers; None for an error, such as a window that is gone."""
        try:
            return ask()
        except self._error as error:
            if self._connection.has_error():
                raise DescriptorLostError(f"the X server is gone: {error!r}") from error
            return None


class X11FullScreen:
    """The active window, as the window manager of an X session marks it."""

    capability = Capability.FULLSCREEN
    name = "X11 _NET_WM_STATE"

    def __init__(
        self,
        environment: Mapping[str, str] = os.environ,
        connect: Callable[[], X11Screen] = X11Screen,
        own_process: int | None = None,
    ) -> None:
        """Connect.

        Raises:
            ProbeUnavailableError: no X session, or no window manager that tells.
        """
        if not sys.platform.startswith("linux") or not environment.get("DISPLAY"):
            raise ProbeUnavailableError("no X display")
        if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
            raise ProbeUnavailableError("a Wayland session: X11 knows only a part of the windows")
        self._own_process = os.getpid() if own_process is None else own_process
        self._connect = connect
        self._screen = connect()
        self._ear: X11Screen | None = None
        self._watch: DescriptorWatch | None = None
        if self.look() is None:
            self._screen.close()
            raise ProbeUnavailableError("no window manager tells which window is active")

    @property
    def tells(self) -> bool:
        """Whether changes are told; where they cannot be, or no longer, it has to be asked."""
        return self._watch is not None and self._watch.is_alive

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from a thread of ours, when it may be another window or another size."""
        # A connection of its own: an answer must not wait behind what the thread reads.
        try:
            ear = self._ear = self._connect()
            ear.listen()
        except (ProbeUnavailableError, DescriptorLostError) as error:
            logger.info("windows are not watched: %s", error)
            return
        self._watch = DescriptorWatch("full screen", ear.fileno(), ear.read)
        self._watch.start(changed)

    def look(self) -> bool | None:
        """Return whether the active window is full screen and not ours; None if nobody tells."""
        try:
            window = self._screen.active_window()
            if window is None:
                return None
            return (
                window != 0
                and self._screen.is_fullscreen(window)
                and self._screen.process_of(window) != self._own_process
            )
        except DescriptorLostError as error:
            logger.info("the active window is unknown: %s", error)
            return None

    def close(self) -> None:
        """Disconnect."""
        if self._watch is not None:
            self._watch.close()
        if self._ear is not None:
            self._ear.close()
        self._screen.close()
