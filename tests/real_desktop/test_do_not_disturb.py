"""Do not disturb as real notification servers and settings have it, each on a bus of its own."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coreapp.desktop.bus_connection import Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.bus_probe import BusProbe
from coreapp.desktop.senses.desktop_settings import SWITCHES, SettingProbe, Switch, portal_question
from coreapp.desktop.senses.do_not_disturb import (
    KDE,
    ON_DUNST,
    ON_KDE,
    ON_SWAYNC,
    ON_XFCE,
    SWAYNC,
    XFCONF,
)
from coreapp.desktop.senses.probe import ProbeUnavailableError
from tests.real_desktop.mocked_services import skip_without_dbusmock
from tests.real_desktop.probes import until
from tests.real_desktop.scripted_services import scripted, wait_for_name
from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

GNOME = SWITCHES[0]
DCONF_SERVICE = Path("/usr/libexec/dconf-service")
SCHEMAS = Path("/usr/share/glib-2.0/schemas/org.gnome.desktop.notifications.gschema.xml")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    skip_without("dbus-daemon")
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


@pytest.fixture
def dunst(address: str, x_server: str) -> Iterator[Callable[..., None]]:
    """Run dunst; give what sets it."""
    skip_without("dunst", "dunstctl")
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DISPLAY": x_server}
    process = subprocess.Popen(["dunst"], env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for_name(address, KDE.name, process)
        yield lambda *words: subprocess.run(
            ["dunstctl", *words], env=environment, check=True, timeout=10
        )
    finally:
        process.terminate()
        process.wait(10)


def test_dunst_that_is_paused_is_not_to_be_disturbed(dunst, watch, told) -> None:
    with pytest.raises(ProbeUnavailableError):
        BusProbe(lambda: watch, ON_KDE)
    probe = BusProbe(lambda: watch, ON_DUNST)
    probe.watch(told.set)
    assert probe.look() is False

    dunst("set-paused", "true")
    until(told, probe.look, True)
    dunst("set-paused", "false")
    until(told, probe.look, False)


def test_plasma_tells_of_its_property(address, watch, told) -> None:
    skip_without_dbusmock()
    with scripted(address, KDE) as server:
        server.add_property("Inhibited", "b", False)
        probe = BusProbe(lambda: watch, ON_KDE)
        probe.watch(told.set)
        assert probe.look() is False

        server.change_property("Inhibited", "b", True)
        until(told, probe.look, True)

    # The server is gone: that is told as well, and then nobody knows.
    until(told, probe.look, None)


def test_swaync_tells_with_each_notification(address, watch, told) -> None:
    skip_without_dbusmock()
    with scripted(address, SWAYNC) as server:
        server.add_method("GetDnd", "", "b", "ret = False")
        probe = BusProbe(lambda: watch, ON_SWAYNC)
        probe.watch(told.set)
        assert probe.look() is False

        server.add_method("GetDnd", "", "b", "ret = True")
        server.emit("Subscribe", "ub", [("u", 1), ("b", True)])
        until(told, probe.look, True)


def test_xfce_has_it_among_its_settings(address, watch, told) -> None:
    skip_without_dbusmock()
    with scripted(address, XFCONF) as settings:
        settings.add_method("PropertyExists", "ss", "b", "ret = False")
        settings.add_method("GetProperty", "ss", "v", "ret = True")
        probe = BusProbe(lambda: watch, ON_XFCE)
        probe.watch(told.set)
        assert probe.look() is False

        settings.add_method("PropertyExists", "ss", "b", "ret = True")
        values = [("s", "xfce4-notifyd"), ("s", "/do-not-disturb"), ("v", ("b", True))]
        settings.emit("PropertyChanged", "ssv", values)
        until(told, probe.look, True)


def test_a_portal_that_hands_out_the_setting(address, watch, told) -> None:
    skip_without_dbusmock()
    question = portal_question(GNOME)
    portal = Service(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
    )
    with scripted(address, portal) as settings:
        with pytest.raises(ProbeUnavailableError):
            BusProbe(lambda: watch, question)
        settings.add_method("Read", "ss", "v", "ret = dbus.Boolean(True, variant_level=1)")
        probe = BusProbe(lambda: watch, question)
        probe.watch(told.set)
        assert probe.look() is False

        settings.add_method("Read", "ss", "v", "ret = dbus.Boolean(False, variant_level=1)")
        values = [("s", GNOME.schema), ("s", GNOME.key), ("v", ("b", False))]
        settings.emit("SettingChanged", "ssv", values)
        until(told, probe.look, True)


@pytest.fixture
def set_gnome(address: str, tmp_path: Path, monkeypatch) -> Iterator[Callable[[str], None]]:
    """Keep GNOME's settings in a folder of the test's; give what sets the switch."""
    skip_without("gsettings")
    if not DCONF_SERVICE.exists() or not SCHEMAS.exists():
        pytest.skip("dconf-service or gsettings-desktop-schemas not installed")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("GSETTINGS_BACKEND", "dconf")
    process = subprocess.Popen([DCONF_SERVICE])
    try:
        wait_for_name(address, "ca.desrt.dconf", process)
        yield lambda value: subprocess.run(
            ["gsettings", "set", GNOME.schema, GNOME.key, value], check=True, timeout=10
        )
    finally:
        process.terminate()
        process.wait(10)


def test_gnome_keeps_it_as_a_setting(set_gnome, watch, told) -> None:
    set_gnome("true")
    probe = SettingProbe(lambda: watch, GNOME)
    probe.watch(told.set)
    assert probe.look() is False

    set_gnome("false")
    until(told, probe.look, True)
    set_gnome("true")
    until(told, probe.look, False)


def test_a_setting_that_is_not_there_is_no_probe(address, watch) -> None:
    skip_without("gsettings")

    with pytest.raises(ProbeUnavailableError, match="cannot be read"):
        SettingProbe(lambda: watch, Switch("Nowhere", "org.example.nowhere", "quiet", quiet=True))
