"""Where the bus is, and what becomes of one that is not there, says nothing or speaks nonsense."""

import shutil
import socket
import tempfile
import threading
from pathlib import Path

import pytest

from coreapp.desktop import bus_connection
from coreapp.desktop.bus_connection import BusConnection, BusError, bus_address, system_bus_address

pytest.importorskip("jeepney", reason="D-Bus is spoken on Linux only")


@pytest.fixture
def short_folder():
    """A folder whose path leaves room for the name of a socket."""
    folder = tempfile.mkdtemp(prefix="bus")
    yield Path(folder)
    shutil.rmtree(folder)


def test_the_environment_names_the_bus():
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"


def test_a_bus_that_we_cannot_speak_to_is_none():
    others = ("disabled:", "", "tcp:host=localhost,port=1", "autolaunch:")

    assert {each: bus_address({"DBUS_SESSION_BUS_ADDRESS": each}) for each in others} == (
        dict.fromkeys(others)
    )


def test_where_nothing_is_named_the_usual_place_is_looked_at(short_folder):
    environment = {"XDG_RUNTIME_DIR": str(short_folder)}
    nothing = bus_address(environment)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(short_folder / "bus"))
        found = bus_address(environment)

    assert (nothing, found) == (None, f"unix:path={short_folder}/bus")
    assert bus_address({}) is None


def test_in_a_test_there_is_no_bus():
    assert bus_address() is None
    with pytest.raises(BusError):
        BusConnection(system_bus_address())


def test_the_environment_names_the_bus_of_the_system():
    assert system_bus_address({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    assert system_bus_address({"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=localhost"}) is None


def test_the_bus_of_the_system_is_looked_for_at_its_usual_places(short_folder, monkeypatch):
    usual = short_folder / "system_bus_socket"
    monkeypatch.setattr(bus_connection, "_SYSTEM_SOCKETS", (short_folder / "elsewhere", usual))
    nothing = system_bus_address({})
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(usual))
        found = system_bus_address({})

    assert (nothing, found) == (None, f"unix:path={usual}")


def test_a_bus_that_is_not_there_is_told():
    for address in ("unix:path=/nowhere/bus", "unix:", "unix:path", "disabled:"):
        with pytest.raises(BusError):
            pytest.fail(f"{BusConnection(address)} at {address}")


class OddServer(threading.Thread):
    """Accepts one connection and says what it was told to say, however it is asked.

    A last word that is empty means that it hangs up; else it stays, silent.
    """

    def __init__(self, path: Path, *words: bytes) -> None:
        super().__init__(name="odd server")
        self.address = f"unix:path={path}"
        self._words = words
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(path))
        self._socket.listen()
        self.over = threading.Event()

    def run(self) -> None:
        connection, _address = self._socket.accept()
        with connection, self._socket:
            for word in self._words:
                connection.recv(4096)
                if not word:
                    return
                connection.sendall(word)
            self.over.wait(10)


@pytest.mark.parametrize(
    "words",
    [
        (),
        (b"",),
        (b"REJECTED EXTERNAL\r\n",),
        (b"OK 0123456789abcdef0123456789abcdef\r\n",),
        (b"OK 0123456789abcdef0123456789abcdef\r\n", b""),
    ],
    ids=["silent", "hangs up", "refuses", "silent after the greeting", "hangs up after it"],
)
def test_an_odd_bus_is_told_and_not_waited_for(short_folder, monkeypatch, words):
    monkeypatch.setattr(bus_connection, "ANSWER_SECONDS", 0.05)
    server = OddServer(short_folder / "odd", *words)
    server.start()
    try:
        with pytest.raises(BusError):
            BusConnection(server.address)
    finally:
        server.over.set()
        server.join()
