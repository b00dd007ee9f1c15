"""A desktop for programs that are measured: an X server, a bus with a tray, and hands that type."""

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from coreapp.desktop.bus_connection import BusConnection
from tests.real_desktop.session_bus import private_bus

NEEDED = ("Xvfb", "xdotool", "dbus-daemon")

SCREEN = "1600x1000x24"
KEY_EVERY_MS = 300
WATCHER = "org.kde.StatusNotifierWatcher"


@contextmanager
def private_desk() -> Iterator[dict[str, str]]:
    """Yield the environment of programs on a desktop that nobody else uses."""
    with ExitStack() as parts:
        folder = Path(parts.enter_context(tempfile.TemporaryDirectory()))
        display = parts.enter_context(_x_server())
        address = parts.enter_context(private_bus(folder))
        parts.enter_context(_tray(address))
        environment = os.environ | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
        }
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
            environment.pop(name, None)
        yield environment


@contextmanager
def typing_hands(display: str) -> Iterator[None]:
    """Press a key, again and again.

    Not Shift: the X server tells every Qt program that has a window each change of it, seen or not.
    """
    keys = ["xdotool", "key", "--delay", str(KEY_EVERY_MS), "--repeat", "100000", "a"]
    environment = os.environ | {"DISPLAY": display}
    hands = subprocess.Popen(keys, env=environment)
    try:
        yield
    finally:
        hands.terminate()
        hands.wait(10)
        # It may have been ended with the key down, and the X server would go on repeating it.
        subprocess.run(["xdotool", "keyup", "a"], env=environment, check=True)


@contextmanager
def _x_server() -> Iterator[str]:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _tray(address: str) -> Iterator[None]:
    """Be the place for icons that Qt looks for on the bus."""
    bus = BusConnection(address)
    bus.take_name(WATCHER)
    is_over = threading.Event()

    def obey() -> None:
        while not is_over.is_set():
            call = bus.receive()
            if call is None:
                continue
            if call.member == "Get":
                bus.answer(call, "v", (("b", True),))
            else:
                bus.answer(call, "", ())

    thread = threading.Thread(target=obey, name="tray")
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        bus.wake()
        thread.join()
        bus.close()
