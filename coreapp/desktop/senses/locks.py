"""Whether the screen is locked, on Linux: by logind, and by the screen savers of the desktops.

logind's signals `Lock` and `Unlock` are wishes, which a desktop may or may not follow, so after
them it is only asked again. What counts is the session's `LockedHint`. Not every desktop keeps it,
so the screen savers are asked as well, and each is believed that says locked.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Final

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.bus_probe import (
    BusProbe,
    Question,
    Telling,
    one,
    property_changes,
    property_of,
    truth,
)
from coreapp.desktop.senses.inhibitors import LOGIND
from coreapp.desktop.senses.probe import HoldProbeMaker, ProbeUnavailableError
from coreapp.services.desk_senses import Capability

_SESSION: Final = "org.freedesktop.login1.Session"

SCREEN_SAVERS: Final = (
    Service("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    Service(
        "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
    ),
    Service("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    Service("org.mate.ScreenSaver", "/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    Service("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
)
"""They have different names and say the same; KDE's and others' have the second."""


def logind_lock(
    system: Callable[[], BusWatch], environment: Mapping[str, str] = os.environ
) -> BusProbe:
    """Return what asks logind about the session that this program runs in.

    Raises:
        ProbeUnavailableError: there is no logind, or no session.
    """
    try:
        session = Service(LOGIND.name, _session_path(system(), environment), _SESSION)
    except BusError as error:
        raise ProbeUnavailableError(str(error)) from error
    question = Question(
        "logind LockedHint",
        Capability.LOCK,
        LOGIND.name,
        lambda bus: truth(property_of(bus, session, "LockedHint")),
        (
            property_changes(session, "LockedHint"),
            Telling(_SESSION, "Lock", session.path),
            Telling(_SESSION, "Unlock", session.path),
        ),
        starts=True,
    )
    return BusProbe(system, question)


def screen_saver_lock(session: Callable[[], BusWatch], service: Service) -> BusProbe:
    """Return what asks a screen saver.

    Raises:
        ProbeUnavailableError: it is not there.
    """
    question = Question(
        service.name,
        Capability.LOCK,
        service.name,
        lambda bus: truth(one(bus.call(service, "GetActive"))),
        (Telling(service.interface, "ActiveChanged"),),
    )
    return BusProbe(session, question)


def linux_locks(
    session: Callable[[], BusWatch], system: Callable[[], BusWatch]
) -> tuple[HoldProbeMaker, ...]:
    """Return what makes all of these."""
    savers = (partial(screen_saver_lock, session, each) for each in SCREEN_SAVERS)
    return (partial(logind_lock, system), *savers)


def _session_path(bus: BusWatch, environment: Mapping[str, str]) -> str:
    """Return the object of this program's session.

    A program that the user's service manager started is in none; `auto` then is the user's screen.

    Raises:
        BusError: there is no logind, or no session.
    """
    named = environment.get("XDG_SESSION_ID", "")
    for name in filter(None, (named, "auto")):
        with suppress(BusError):
            return str(one(bus.call(LOGIND, "GetSession", "s", (name,))))
    return str(one(bus.call(LOGIND, "GetSessionByPID", "u", (os.getpid(),))))
