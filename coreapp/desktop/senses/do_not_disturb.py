"""Whether the desktop is asked not to disturb: what the programs that show notifications say."""

from typing import Final

from coreapp.desktop.bus_connection import Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.bus_probe import (
    Question,
    Telling,
    one,
    property_changes,
    property_of,
    truth,
    unwrapped,
)
from coreapp.services.desk_senses import Capability

_SERVER: Final = "org.freedesktop.Notifications"
_SERVER_PATH: Final = "/org/freedesktop/Notifications"

KDE: Final = Service(_SERVER, _SERVER_PATH, _SERVER)
"""Plasma’s property for it became a part of the specification, as far as servers have it."""
DUNST: Final = Service(_SERVER, _SERVER_PATH, "org.dunstproject.cmd0")
SWAYNC: Final = Service(
    "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc"
)
XFCONF: Final = Service("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
XFCE_NOTIFYD: Final = ("xfce4-notifyd", "/do-not-disturb")
"""Where Xfce keeps it: the channel of its notification server, and the property."""


def _kde(bus: BusWatch) -> bool:
    return truth(property_of(bus, KDE, "Inhibited"))


def _dunst(bus: BusWatch) -> bool:
    return truth(property_of(bus, DUNST, "paused"))


def _swaync(bus: BusWatch) -> bool:
    return truth(one(bus.call(SWAYNC, "GetDnd")))


def _xfce(bus: BusWatch) -> bool:
    # A switch that nobody has ever touched is not stored, and off.
    if not truth(one(bus.call(XFCONF, "PropertyExists", "ss", XFCE_NOTIFYD))):
        return False
    return truth(unwrapped(one(bus.call(XFCONF, "GetProperty", "ss", XFCE_NOTIFYD))))


def is_xfce_switch(body: tuple[object, ...]) -> bool:
    """Tell whether what Xfce says about a changed setting is about this one."""
    return body[:2] == XFCE_NOTIFYD


ON_KDE: Final = Question(
    "org.freedesktop.Notifications Inhibited",
    Capability.DO_NOT_DISTURB,
    _SERVER,
    _kde,
    (property_changes(KDE, "Inhibited"),),
    starts=True,
)
ON_DUNST: Final = Question(
    "dunst paused",
    Capability.DO_NOT_DISTURB,
    _SERVER,
    _dunst,
    (property_changes(DUNST, "paused"),),
)
ON_SWAYNC: Final = Question(
    "swaync GetDnd",
    Capability.DO_NOT_DISTURB,
    SWAYNC.name,
    _swaync,
    (
        Telling(SWAYNC.interface, "Subscribe", SWAYNC.path),
        Telling(SWAYNC.interface, "SubscribeV2", SWAYNC.path),
    ),
)
ON_XFCE: Final = Question(
    "xfce4-notifyd do-not-disturb",
    Capability.DO_NOT_DISTURB,
    XFCONF.name,
    _xfce,
    tuple(
        Telling(XFCONF.interface, member, XFCONF.path, is_xfce_switch)
        for member in ("PropertyChanged", "PropertyRemoved")
    ),
)

QUESTIONS: Final = (ON_KDE, ON_DUNST, ON_SWAYNC)
"""What is asked in any session; Xfce keeps its switch where other desktops may have a stale one."""
