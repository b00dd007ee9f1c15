"""Who keeps the screen from going blank: a film, a video call, a presentation.

Only what holds back the idle screen counts. What merely holds back sleep or shutting down is a
download or a copy, and what a person has switched on by hand to keep the computer awake says
nothing of what is looked at. What we hold ourselves, while a session runs, does not count.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.our_name import OUR_NAME
from coreapp.desktop.senses.bus_probe import (
    Question,
    Telling,
    one,
    property_changes,
    property_of,
    rows,
    truth,
)
from coreapp.services.desk_senses import Capability

BY_HAND: Final = (
    "amphetamine",
    "caffeinate",
    "caffeine",
    "keep-awake",
    "keepawake",
    "plasmashell",
    "stay-awake",
)
"""What is in the names of programs that keep the screen on because somebody told them to."""

GNOME: Final = Service(
    "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"
)
"""Also what Cinnamon and MATE call theirs."""
_GNOME_INHIBITOR: Final = "org.gnome.SessionManager.Inhibitor"
GNOME_IDLE: Final = 8
"""GNOME’s flag for the idle screen; 4 is sleep, 1 and 2 are the end of the session."""

KDE: Final = Service(
    "org.kde.Solid.PowerManagement.PolicyAgent",
    "/org/kde/Solid/PowerManagement/PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
)
KDE_SCREEN: Final = 4
"""Plasma’s flag for the screen; 1 is sleep."""
_KDE_ACTIVE: Final = 1

XFCE: Final = Service(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
"""Xfce’s power manager. Others have it as well, for sleep alone, so it is asked on Xfce only."""

LOGIND: Final = Service(
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
)


def counts(who: object) -> bool:
    """Tell whether who keeps the screen on shows something."""
    name = str(who)
    return name != OUR_NAME and not any(word in name.lower() for word in BY_HAND)


def kde_shows(inhibitions: Iterable[tuple[object, ...]]) -> bool:
    """Tell from Plasma’s list, of 6.5 and later, whether the screen is kept on by a program.

    Args:
        inhibitions: what is held back, by whom, why, how, and flags.
    """
    return any(
        "idle" in str(what).split(":")
        and counts(who)
        and isinstance(flags, int)
        and flags & _KDE_ACTIVE
        for what, who, _why, _mode, flags in inhibitions
    )


def logind_shows(inhibitors: Iterable[tuple[object, ...]], own_process: int) -> bool:
    """Tell from logind’s list whether a program keeps the screen on.

    Args:
        inhibitors: what is held back, by whom, why, how, and the user’s and process’ numbers.
        own_process: the number of this process.
    """
    return any(
        "idle" in str(what).split(":")
        and mode == "block"
        and process != own_process
        and counts(who)
        for what, who, _why, mode, _user, process in inhibitors
    )


def _gnome(bus: BusWatch) -> bool:
    if not truth(one(bus.call(GNOME, "IsInhibited", "u", (GNOME_IDLE,)))):
        return False
    paths = one(bus.call(GNOME, "GetInhibitors"))
    if not isinstance(paths, list):
        raise BusError(f"no list: {paths}")
    return any(_gnome_shows(bus, str(path)) for path in paths)


def _gnome_shows(bus: BusWatch, path: str) -> bool:
    place = Service(GNOME.name, path, _GNOME_INHIBITOR)
    with suppress(BusError):  # it is over since we were told of it
        flags = one(bus.call(place, "GetFlags"))
        if isinstance(flags, int) and flags & GNOME_IDLE:
            return counts(one(bus.call(place, "GetAppId")))
    return False


def _kde(bus: BusWatch) -> bool:
    return kde_shows(rows(property_of(bus, KDE, "ActiveInhibitions"), 5))


def _older_kde(bus: BusWatch) -> bool:
    if not truth(one(bus.call(KDE, "HasInhibition", "u", (KDE_SCREEN,)))):
        return False
    return any(counts(who) for who, _why in rows(one(bus.call(KDE, "ListInhibitions")), 2))


def _xfce(bus: BusWatch) -> bool:
    if not truth(one(bus.call(XFCE, "HasInhibit"))):
        return False
    programs = one(bus.call(XFCE, "GetInhibitors"))
    return isinstance(programs, list) and any(counts(program) for program in programs)


def _logind(own_process: int) -> Callable[[BusWatch], bool]:
    def ask(bus: BusWatch) -> bool:
        return logind_shows(rows(one(bus.call(LOGIND, "ListInhibitors")), 6), own_process)

    return ask


ON_GNOME: Final = Question(
    "org.gnome.SessionManager IsInhibited",
    Capability.VIDEO,
    GNOME.name,
    _gnome,
    tuple(
        Telling(GNOME.interface, member, GNOME.path)
        for member in ("InhibitorAdded", "InhibitorRemoved")
    ),
)
ON_KDE: Final = Question(
    "org.kde.Solid.PowerManagement ActiveInhibitions",
    Capability.VIDEO,
    KDE.name,
    _kde,
    (property_changes(KDE, "ActiveInhibitions"),),
)
ON_OLDER_KDE: Final = Question(
    "org.kde.Solid.PowerManagement HasInhibition",
    Capability.VIDEO,
    KDE.name,
    _older_kde,
    (Telling(KDE.interface, "InhibitionsChanged", KDE.path),),
)
ON_XFCE: Final = Question(
    "org.freedesktop.PowerManagement HasInhibit",
    Capability.VIDEO,
    XFCE.name,
    _xfce,
    (Telling(XFCE.interface, "HasInhibitChanged", XFCE.path),),
)
ON_LOGIND: Final = Question(
    "logind ListInhibitors",
    Capability.VIDEO,
    LOGIND.name,
    _logind(os.getpid()),
    (property_changes(LOGIND, "BlockInhibited"),),
)
