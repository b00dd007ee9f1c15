"""Who keeps the screen on, as GNOME, Plasma and logind list it, each on a bus of its own."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.our_name import OUR_NAME
from coreapp.desktop.senses.bus_probe import BusProbe
from coreapp.desktop.senses.inhibitors import (
    GNOME,
    KDE,
    LOGIND,
    ON_GNOME,
    ON_KDE,
    ON_LOGIND,
    ON_OLDER_KDE,
)
from coreapp.desktop.senses.probe import ProbeUnavailableError
from tests.real_desktop.mocked_services import skip_without_dbusmock
from tests.real_desktop.probes import until
from tests.real_desktop.scripted_services import ScriptedService, scripted
from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

INHIBITOR = "org.gnome.SessionManager.Inhibitor"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    skip_without("dbus-daemon")
    skip_without_dbusmock()
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def watch(address: str) -> Iterator[BusWatch]:
    watch = BusWatch(address)
    yield watch
    watch.close()


@pytest.fixture
def told() -> threading.Event:
    return threading.Event()


def inhibit(manager: ScriptedService, *who: tuple[str, int]) -> None:
    """Let GNOME list these programs, each with what it holds back, and tell of it."""
    paths = []
    for number, (program, flags) in enumerate(who):
        path = f"/org/gnome/SessionManager/Inhibitor{os.urandom(4).hex()}{number}"
        says = [
            ("GetAppId", "", "s", f"ret = {program!r}"),
            ("GetFlags", "", "u", f"ret = {flags}"),
        ]
        manager.add_object(path, INHIBITOR, says)
        paths.append(path)
    held = 0
    for _program, flags in who:
        held |= flags
    manager.add_method("IsInhibited", "u", "b", f"ret = bool(args[0] & {held})")
    manager.add_method("GetInhibitors", "", "ao", f"ret = dbus.Array({paths}, signature='o')")
    manager.emit("InhibitorAdded", "o", [("o", GNOME.path)])


def test_gnome_tells_of_a_film_and_of_nothing_else(address, watch, told) -> None:
    with pytest.raises(ProbeUnavailableError, match="is not on the bus"):
        BusProbe(lambda: watch, ON_GNOME)  # which is not started for that
    watch.forget_names()
    with scripted(address, GNOME) as manager:
        inhibit(manager)
        probe = BusProbe(lambda: watch, ON_GNOME)
        probe.watch(told.set)
        assert probe.look() is False

        inhibit(manager, ("org.gnome.Nautilus", 4 | 1))
        assert told.wait(10)
        assert probe.look() is False, "a copy"

        inhibit(manager, (OUR_NAME, 8), ("caffeine-gnome-extension", 12))
        assert probe.look() is False, "what we hold ourselves and what is on by hand"

        inhibit(manager, ("org.gnome.Nautilus", 4 | 1), ("org.gnome.Totem", 8))
        until(told, probe.look, True)
        inhibit(manager, (OUR_NAME, 8), ("firefox", 8))
        assert probe.look() is True


def test_plasma_tells_what_is_active_and_an_older_one_is_asked_in_its_way(
    address, watch, told
) -> None:
    with scripted(address, KDE) as agent:
        agent.add_method("HasInhibition", "u", "b", "ret = False")
        agent.add_method("ListInhibitions", "", "a(ss)", "ret = [('mpv', 'Playing')]")
        with pytest.raises(ProbeUnavailableError):
            BusProbe(lambda: watch, ON_KDE)
        older = BusProbe(lambda: watch, ON_OLDER_KDE)
        older.watch(told.set)
        assert older.look() is False

        agent.add_method("HasInhibition", "u", "b", "ret = args[0] == 4")
        agent.emit("InhibitionsChanged", "a(ss)as", [("a(ss)", [("mpv", "x")]), ("as", [""])])
        until(told, older.look, True)
        older.close()

        agent.add_property("ActiveInhibitions", "a(ssssu)", [])
        probe = BusProbe(lambda: watch, ON_KDE)
        probe.watch(told.set)
        assert probe.look() is False

        copy = ("sleep", "org.kde.dolphin", "Copying", "block", 3)
        film = ("idle:sleep", "org.videolan.vlc", "Playing", "block", 3)
        agent.change_property("ActiveInhibitions", "a(ssssu)", [copy, film])
        until(told, probe.look, True)
        agent.change_property("ActiveInhibitions", "a(ssssu)", [copy])
        until(told, probe.look, False)


def test_logind_tells_who_blocks_the_idle_screen(address, watch, told) -> None:
    with scripted(address, LOGIND) as logind:
        rows = "dbus.Array({}, signature='(ssssuu)')"
        lid = ("handle-lid-switch:sleep", "PowerDevil", "Powers", "block", 1000, 2)
        late = ("sleep:idle", "UPower", "Pauses", "delay", 0, 3)
        ours = ("idle", "somebody", "Guides", "block", 1000, os.getpid())
        film = ("idle", "mpv", "Plays", "block", 1000, 4)
        logind.add_property("BlockInhibited", "s", "sleep")
        logind.add_method("ListInhibitors", "", "a(ssssuu)", "ret = " + rows.format([lid, late]))
        probe = BusProbe(lambda: watch, ON_LOGIND)
        probe.watch(told.set)
        assert probe.look() is False

        code = "ret = " + rows.format([lid, late, ours, film])
        logind.add_method("ListInhibitors", "", "a(ssssuu)", code)
        logind.change_property("BlockInhibited", "s", "sleep:idle")
        until(told, probe.look, True)

        code = "ret = " + rows.format([lid, late, ours])
        logind.add_method("ListInhibitors", "", "a(ssssuu)", code)
        logind.change_property("BlockInhibited", "s", "sleep")
        until(told, probe.look, False)
