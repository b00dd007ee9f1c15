"""Notifications with buttons, by the first way that is there.

On Linux that is the notification server of the desktop, org.freedesktop.Notifications, through the
bus. Windows and macOS have none of ours: there the tray's own balloon is the last resort, without
buttons; windows can be placed there, so the bar asks.
"""

import logging
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec

from PySide6.QtCore import QObject, Qt, Signal

from coreapp.desktop.bus_connection import bus_address
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.notification_thread import Bus, NotificationThread
from coreapp.desktop.notification_wire import ACTIONS, NAME
from coreapp.services.notifying import Heard, Notice, NoticeEvent, Notifier

logger = logging.getLogger(__name__)


class NotifierUnavailableError(Exception):
    """This way of showing notifications does not work on this desktop."""


class FreedesktopNotifier(QObject):
    """The server on the session bus; brings what it tells over to the thread of the windows."""

    is_there = True

    _told = Signal(int, object)

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        connect: Callable[[str], Bus] = BusWatch,
    ) -> None:
        """Find the bus; nothing is opened.

        Raises:
            NotifierUnavailableError: there is no session bus, or no library for it.
        """
        super().__init__()
        address = bus_address() if environment is None else bus_address(environment)
        if not sys.platform.startswith("linux") or address is None:
            raise NotifierUnavailableError("no session bus")
        if find_spec("jeepney") is None:
            raise NotifierUnavailableError("jeepney is not installed")
        self._thread = NotificationThread(lambda: connect(address), self._told.emit)
        self._tokens = 0
        self._open: dict[str, tuple[int, Heard]] = {}
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def method(self) -> str:
        """What shows them; empty if nobody answered the last time."""
        return "" if self._thread.has_failed else NAME

    @property
    def has_buttons(self) -> bool | None:
        """Whether the server shows buttons, as it says; None if it has not been asked."""
        capabilities = self._thread.capabilities
        return None if capabilities is None else ACTIONS in capabilities

    def look(self) -> None:
        """Ask the server what it can do."""
        self._thread.look()

    def show(self, notice: Notice, heard: Heard) -> None:
        """Show a notification, in place of the one of the same name."""
        self._tokens += 1
        self._open[notice.name] = self._tokens, heard
        self._thread.show(self._tokens, notice)

    def withdraw(self, name: str) -> None:
        """Take one away; what is answered to it from now on is not heard."""
        if self._open.pop(name, None) is not None:
            self._thread.withdraw(name)

    def close(self) -> None:
        """Take all away and let go of the bus."""
        self._open.clear()
        self._thread.stop()

    def _tell(self, token: int, event: NoticeEvent) -> None:
        """Tell what was heard, unless it was meant for one that is gone or replaced since."""
        for name, (open_token, heard) in self._open.items():
            if open_token == token:
                del self._open[name]
                heard(event)
                return


CANDIDATES: tuple[Callable[[], Notifier], ...] = (FreedesktopNotifier,)


def pick_notifier(
    last_resort: Notifier, candidates: Iterable[Callable[[], Notifier]] = CANDIDATES
) -> Notifier:
    """Return the first way that is there on this desktop, or the last resort."""
    for make in candidates:
        try:
            return make()
        except NotifierUnavailableError as error:
            logger.info("notifications not used: %s", error)
    return last_resort
