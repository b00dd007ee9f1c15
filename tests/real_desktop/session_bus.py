"""A private session bus, a screen saver on it, and the media keys, as other programs have them."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coreapp.desktop.bus_connection import BusConnection, Service
from coreapp.desktop.bus_messages import Call

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts no service of this computer."""

DAEMON = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def skip_without(*programs: str) -> None:
    """Skip the test where a program is missing, and say which."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (see packaging/system_packages.py)")


class Daemon:
    """A bus of the test's own, which may die and come again at the same address."""

    def __init__(self, folder: Path, listen: str = "unix:tmpdir=/tmp") -> None:
        self._file = folder / "bus.conf"
        self._file.write_text(CONFIGURATION.replace("unix:tmpdir=/tmp", listen))
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """Return its address."""
        self._process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={self._file}", "--print-address", "--nofork"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        address = self._process.stdout.readline().strip()
        assert address, "the bus did not start"
        return address

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate(timeout=10)


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus of its own; give its address."""
    daemon = Daemon(folder)
    try:
        yield daemon.start()
    finally:
        daemon.stop()


def is_there(address: str, name: str) -> bool:
    """Tell whether somebody has this name on the bus."""
    bus = BusConnection(address)
    try:
        (there,) = bus.call(DAEMON, "NameHasOwner", "s", (name,))
        return bool(there)
    finally:
        bus.close()


class ScreenSaver(threading.Thread):
    """A desktop's service that lets programs keep the screen awake.

    Attributes:
        holds: who holds it awake, by cookie: program, reason and address on the bus.
        asked: every call about it, in order.
    """

    def __init__(self, address: str, service: Service) -> None:
        super().__init__(name="screen saver")
        self._bus = BusConnection(address)
        assert self._bus.take_name(service.name)
        self._is_over = False
        self.asked: list[Call] = []
        self.holds: dict[int, tuple[str, str, str]] = {}
        self.is_mute = False

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
        if call.member.lower() not in {"inhibit", "uninhibit"}:  # what senses ask it besides
            self._bus.refuse(call, "org.freedesktop.DBus.Error.UnknownMethod", call.member)
            return
        self.asked.append(call)
        if self.is_mute:
            return
        if call.member == "Inhibit":
            cookie = len(self.asked)
            program, reason = (
                call.arguments[0],
                call.arguments[-2 if len(call.arguments) > 2 else 1],
            )
            self.holds[cookie] = (program, reason, sender_of(call))
            self._bus.answer(call, "u", (cookie,))
        else:
            self.holds.pop(call.arguments[0])
            self._bus.answer(call, "", ())


def sender_of(call: Call) -> str:
    """Return the address on the bus of who calls."""
    from jeepney import HeaderFields

    return call.message.header.fields[HeaderFields.sender]
