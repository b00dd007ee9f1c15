"""Services on a private bus whose methods, properties and objects a test makes up, by dbusmock."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from coreapp.desktop.bus_connection import BusConnection, Service
from tests.real_desktop.mocked_services import MOCK, PYTHON
from tests.real_desktop.session_bus import DAEMON

START_SECONDS = 20.0
"""A service that has no name by then fails the test."""


class ScriptedService:
    """A service as a test wants it; it can do nothing before the test says what."""

    def __init__(self, address: str, service: Service) -> None:
        self._bus = BusConnection(address)
        self._service = service

    def close(self) -> None:
        self._bus.close()

    def add_method(self, name: str, takes: str, gives: str, code: str) -> None:
        """Let it answer; `code` is Python that sets `ret`, and knows `args` and `self`."""
        self._tell("AddMethod", "sssss", (self._service.interface, name, takes, gives, code))

    def add_property(self, name: str, signature: str, value: object) -> None:
        self._tell("AddProperty", "ssv", (self._service.interface, name, (signature, value)))

    def change_property(self, name: str, signature: str, value: object) -> None:
        """Set a property and tell everybody."""
        changed = (self._service.interface, {name: (signature, value)})
        self._tell("UpdateProperties", "sa{sv}", changed)

    def add_object(self, path: str, interface: str, methods: list[tuple[str, ...]]) -> None:
        """Give it another object; each method is name, what it takes and gives, and code."""
        self._tell("AddObject", "ssa{sv}a(ssss)", (path, interface, {}, methods))

    def emit(self, name: str, signature: str, values: list[tuple[str, object]]) -> None:
        """Send a signal."""
        self._tell("EmitSignal", "sssav", (self._service.interface, name, signature, values))

    def _tell(self, member: str, signature: str, arguments: tuple) -> None:
        place = Service(self._service.name, self._service.path, MOCK)
        self._bus.call(place, member, signature, arguments)


@contextmanager
def scripted(address: str, service: Service) -> Iterator[ScriptedService]:
    """Run a service with this name on the bus."""
    process = subprocess.Popen(
        [PYTHON, "-m", "dbusmock", "--session", service.name, service.path, service.interface],
        env={"DBUS_SESSION_BUS_ADDRESS": address, "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_name(address, service.name, process)
        made_up = ScriptedService(address, service)
        yield made_up
        made_up.close()
    finally:
        process.terminate()
        process.wait(10)


def wait_for_name(address: str, name: str, process: subprocess.Popen) -> None:
    """Wait until a process has its name on the bus, by listening for it."""
    bus = BusConnection(address)
    try:
        rule = f"type='signal',member='NameOwnerChanged',arg0='{name}'"
        bus.call(DAEMON, "AddMatch", "s", (rule,))
        while not bus.call(DAEMON, "NameHasOwner", "s", (name,))[0]:
            assert process.poll() is None, f"{name} did not start"
            bus.take(START_SECONDS)
    finally:
        bus.close()
