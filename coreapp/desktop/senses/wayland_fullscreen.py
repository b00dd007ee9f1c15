"""Whether the window that is worked in covers the whole screen, on Wayland, where that is told.

Compositors for window lists and docks, such as sway, Hyprland, labwc and niri, list all windows by
`wlr-foreign-toplevel-management`; GNOME’s and Plasma’s do not. Each look makes a connection of its
own, about a millisecond: one that stayed would be woken by every title that changes.
"""

import struct
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from coreapp.desktop.our_name import APP_ID
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.wayland_wire import (
    DISPLAY,
    Event,
    WaylandError,
    WaylandLink,
    number_in,
    socket_path,
    text_in,
)
from coreapp.services.desk_senses import Capability

_MANAGER: Final = "zwlr_foreign_toplevel_manager_v1"
_TELLS_FULL_SCREEN: Final = 2
"""The version of the protocol that this came with."""
_SYNC: Final = 0
_DONE: Final = 0
_WINDOW: Final = 0
"""What the manager tells of each window; what follows each window tells of itself."""
_APP_ID: Final = 1
_STATE: Final = 4

ACTIVATED: Final = 2
FULL_SCREEN: Final = 3


class WaylandFullScreen:
    """The active window, as the compositor lists it."""

    capability = Capability.FULLSCREEN
    tells = False
    name = "wlr-foreign-toplevel-management"

    def __init__(self, path: Path | None = None, own_app: str = APP_ID) -> None:
        """Ask once.

        Args:
            path: where the compositor listens; None for that of this session.
            own_app: what our windows say they are.

        Raises:
            ProbeUnavailableError: no Wayland session, or the compositor lists no windows.
        """
        path = path or socket_path()
        if path is None:
            raise ProbeUnavailableError("no Wayland session")
        self._path, self._own_app = path, own_app
        try:
            self._ask()
        except WaylandError as error:
            raise ProbeUnavailableError(str(error)) from error

    def watch(self, changed: Callable[[], None]) -> None:
        """Nothing is told."""

    def look(self) -> bool | None:
        """Return whether the active window is full screen and not ours; None if nobody says."""
        try:
            return self._ask()
        except WaylandError:
            return None

    def close(self) -> None:
        """Nothing is held."""

    def _ask(self) -> bool:
        link = WaylandLink(self._path)
        try:
            offer = link.offers.get(_MANAGER)
            if offer is None or offer.version < _TELLS_FULL_SCREEN:
                raise WaylandError(f"no {_MANAGER} that tells of full screen")
            manager = link.bind(_MANAGER, _TELLS_FULL_SCREEN)
            done = link.make(DISPLAY, _SYNC)
            events: list[Event] = []
            while not any((each.sender, each.opcode) == (done, _DONE) for each in events):
                events += link.read()
            return covers(events, manager, self._own_app)
        finally:
            link.close()


def covers(events: Iterable[Event], manager: int, own_app: str) -> bool:
    """Tell from what a compositor lists whether a window that is worked in covers the screen.

    Args:
        events: all that it said.
        manager: the number of the object that lists the windows.
        own_app: what our windows say they are; they do not count.

    Raises:
        WaylandError: it cannot be read.
    """
    apps: dict[int, str] = {}
    covering: set[int] = set()
    for event in events:
        if (event.sender, event.opcode) == (manager, _WINDOW):
            apps[number_in(event.content, 0)] = ""
        elif event.sender not in apps:
            continue
        elif event.opcode == _APP_ID:
            apps[event.sender] = text_in(event.content, 0)
        elif event.opcode == _STATE:
            is_covering = {ACTIVATED, FULL_SCREEN} <= states_in(event.content)
            covering = covering | {event.sender} if is_covering else covering - {event.sender}
    return any(apps[window] != own_app for window in covering)


def states_in(content: bytes) -> set[int]:
    """Return the numbers in a list.

    Raises:
        WaylandError: it is none.
    """
    size = number_in(content, 0)
    listed = content[4 : 4 + size]
    if len(listed) != size or size % 4:
        raise WaylandError("the compositor speaks nonsense")
    return set(struct.unpack(f"={size // 4}I", listed))
