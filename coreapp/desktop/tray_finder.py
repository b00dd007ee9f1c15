"""Whether this desktop has a tray by now, before anything of Qt's is made for it."""

import logging
import os
import sys
from typing import Final

from coreapp.desktop.bus_connection import BusConnection, BusError, bus_address
from coreapp.desktop.bus_wishes import DAEMON
from coreapp.desktop.x11_selection import has_owner

logger = logging.getLogger(__name__)

WATCHER: Final = "org.kde.StatusNotifierWatcher"
"""Who takes icons over D-Bus: KDE, GNOME with its extension, and most panels."""


def tray_is_near(platform: str = sys.platform) -> bool:
    """Tell whether a tray is there by now, or need not be waited for.

    Windows and macOS always have one; without a bus and an X server none can come. It takes a
    moment of waiting for both, two seconds where one hangs.
    """
    if not platform.startswith("linux"):
        return True
    address, display = bus_address(), os.environ.get("DISPLAY")
    if address is None and not display:
        return True
    return bool(address and _is_on_the_bus(address)) or bool(display and _is_on_the_x_server())


def _is_on_the_bus(address: str) -> bool:
    try:
        bus = BusConnection(address)
    except BusError as error:
        logger.info("no tray on the bus: %s", error)
        return False
    try:
        return bus.call(DAEMON, "NameHasOwner", "s", (WATCHER,)) == (True,)
    except BusError as error:
        logger.info("no tray on the bus: %s", error)
        return False
    finally:
        bus.close()


def _is_on_the_x_server() -> bool:
    """Tell whether a panel of the older kind owns the tray's selection."""
    return bool(has_owner("_NET_SYSTEM_TRAY_S"))
