"""Services of a desktop by Debian's python3-dbusmock, in a process of the system's own Python."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from coreapp.desktop.bus_connection import BusError, Service
from coreapp.desktop.bus_watch import BusWatch

PYTHON = "/usr/bin/python3"
MOCK = "org.freedesktop.DBus.Mock"
PATIENCE_TURNS = 500


@cache
def has_dbusmock() -> bool:
    """Tell whether the package is there: asked once, as it starts a Python."""
    check = [PYTHON, "-c", "import dbusmock"]
    return (
        Path(PYTHON).exists()
        and not subprocess.run(check, check=False, capture_output=True).returncode
    )


def skip_without_dbusmock() -> None:
    """Skip the test where the package is missing, and say which."""
    if not has_dbusmock():
        pytest.skip("python3-dbusmock not installed (see packaging/system_packages.py)")


@contextmanager
def mocked(
    address: str, watch: BusWatch, *arguments: str, name: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a service until the block ends.

    Args:
        address: of the bus.
        watch: another one on the bus, to see it come.
        arguments: of `python3 -m dbusmock`.
        name: of the service.
    """
    process = subprocess.Popen(
        [PYTHON, "-m", "dbusmock", *arguments],
        env={"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _turn in range(PATIENCE_TURNS):
            if _is_there(watch, name):
                break
            assert process.poll() is None, "dbusmock ended"
            try:
                process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
        yield process
    finally:
        process.kill()
        process.wait(10)


def control(watch: BusWatch, service: Service, member: str, signature: str, *arguments) -> None:
    """Tell a mocked object what to do."""
    watch.call(Service(service.name, service.path, MOCK), member, signature, arguments)


def _is_there(watch: BusWatch, name: str) -> bool:
    bus = Service("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    try:
        return watch.call(bus, "NameHasOwner", "s", (name,)) == (True,)
    except BusError:
        return False
