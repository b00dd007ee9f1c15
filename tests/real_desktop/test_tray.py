"""The tray of a real session: a panel that comes after the program, goes, and comes back."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.bus_connection import BusConnection
from coreapp.desktop.bus_messages import Call
from coreapp.desktop.tray_finder import WATCHER, tray_is_near
from tests.e2e.processes import REPOSITORY
from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

START_MS = 60_000


class Panel(threading.Thread):
    """Takes the icons of programs, and remembers who asked."""

    def __init__(self, address: str) -> None:
        super().__init__(name="panel")
        self._bus = BusConnection(address)
        assert self._bus.take_name(WATCHER)
        self._is_over = False
        self.icons: list[str] = []

    def run(self) -> None:
        while not self._is_over:
            call = self._bus.receive()
            if call is not None:
                self._obey(call)
        self._bus.close()

    def stop(self) -> None:
        self._is_over = True
        self._bus.wake()
        self.join()

    def _obey(self, call: Call) -> None:
        if call.member == "RegisterStatusNotifierItem":
            self.icons.append(str(call.arguments[0]))
        if call.member == "Get":
            self._bus.answer(call, "v", (("b", True),))
        else:
            self._bus.answer(call, "", ())


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    skip_without("dbus-daemon")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def program(x_server: str, address: str, coreapp_home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program, started hidden, in a session that has no panel yet."""
    started = subprocess.Popen(
        [sys.executable, "-m", "coreapp", "--hidden"],
        cwd=REPOSITORY,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": x_server},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def test_a_panel_is_found_when_it_is_there(x_server: str, address: str) -> None:
    assert not tray_is_near("linux")

    panel = Panel(address)
    panel.start()
    try:
        assert tray_is_near("linux")
    finally:
        panel.stop()
    assert not tray_is_near("linux")


def test_a_panel_of_the_older_kind_is_found(x_server: str) -> None:
    """In a process of its own: there nothing else has imported what speaks with X servers."""
    import xcffib
    import xcffib.xproto

    asks = """
from coreapp.desktop.tray_finder import tray_is_near
print(tray_is_near("linux"), flush=True)
input()
print(tray_is_near("linux"))
"""
    panel = xcffib.connect(x_server)
    with subprocess.Popen(
        [sys.executable, "-c", asks],
        cwd=REPOSITORY,
        env=os.environ | {"DISPLAY": x_server, "DBUS_SESSION_BUS_ADDRESS": "none:"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as finder:
        assert finder.stdout.readline() == "False\n"
        window = panel.get_setup().roots[0].root
        name = f"_NET_SYSTEM_TRAY_S{panel.pref_screen}"
        tray = panel.core.InternAtom(False, len(name), name).reply().atom
        panel.core.SetSelectionOwner(window, tray, xcffib.CurrentTime, is_checked=True).check()
        found, _nothing = finder.communicate("\n", timeout=20)
    panel.disconnect()
    assert found == "True\n"


def test_the_icon_is_there_though_the_panel_came_later(
    qtbot: QtBot, program: subprocess.Popen[bytes], address: str, coreapp_home: Path
) -> None:
    qtbot.waitUntil((coreapp_home / "running.lock").exists, timeout=START_MS)

    for _time in range(2):  # a panel that crashes is started again by the desktop
        panel = Panel(address)
        panel.start()
        try:
            qtbot.waitUntil(lambda: bool(panel.icons), timeout=START_MS)  # noqa: B023  at once
        finally:
            panel.stop()
    assert program.poll() is None
