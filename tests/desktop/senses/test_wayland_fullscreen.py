"""Full screen on Wayland: what a compositor lists, by one that a test makes up."""

import shutil
import socket
import struct
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coreapp.desktop.our_name import APP_ID
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.wayland_fullscreen import (
    ACTIVATED,
    FULL_SCREEN,
    WaylandFullScreen,
    covers,
    states_in,
)
from coreapp.desktop.senses.wayland_wire import Event, WaylandError
from tests.desktop.senses.compositor import text

MANAGER = 4
MAXIMIZED = 0
FIRST = 0xFF000000

Window = tuple[str, tuple[int, ...]]


def events_of(*windows: Window) -> list[Event]:
    """Return what a compositor says of windows: name, title, app, state and that this is all."""
    said = []
    for number, (app, states) in enumerate(windows, start=FIRST):
        listed = struct.pack(f"=I{len(states)}I", 4 * len(states), *states)
        said += [
            Event(MANAGER, 0, struct.pack("=I", number)),
            Event(number, 0, text("a title")),
            Event(number, 1, text(app)),
            Event(number, 4, listed),
            Event(number, 5, b""),
        ]
    return said


def test_the_active_window_covers_the_screen_or_not() -> None:
    screens = [
        ([], False),
        ([("mpv", (ACTIVATED, FULL_SCREEN))], True),
        ([("mpv", (FULL_SCREEN, MAXIMIZED, ACTIVATED))], True),
        ([("mpv", (FULL_SCREEN,))], False),
        ([("mpv", (ACTIVATED, MAXIMIZED))], False),
        ([("mpv", (FULL_SCREEN,)), ("editor", (ACTIVATED,))], False),
        ([(APP_ID, (ACTIVATED, FULL_SCREEN))], False),
        ([(APP_ID, (FULL_SCREEN,)), ("mpv", (ACTIVATED, FULL_SCREEN))], True),
        ([("mpv", ())], False),
    ]

    def look(windows: list[Window]) -> bool:
        return covers(events_of(*windows), MANAGER, APP_ID)

    assert [(windows, look(windows)) for windows, _is_covering in screens] == screens


def test_the_last_state_counts_and_others_are_passed_over() -> None:
    full, small = events_of(("mpv", (ACTIVATED, FULL_SCREEN))), events_of(("mpv", (ACTIVATED,)))
    other = Event(7, 4, b"nonsense")

    assert not covers([*full, other, small[3]], MANAGER, APP_ID)
    assert covers([*small, full[3]], MANAGER, APP_ID)


def test_what_is_no_list_is_an_error() -> None:
    for content in (b"", b"\x08\0\0\0\1\0\0\0", b"\x02\0\0\0\1\0"):
        with pytest.raises(WaylandError):
            pytest.fail(f"{content!r} is read as {states_in(content)}")


class Compositor(threading.Thread):
    """Lists windows to whoever comes; hangs up at once if it is told to."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(name="compositor")
        self.windows: list[Window] = []
        self.hangs_up = False
        self.visits = 0
        self._version = version
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen()

    def run(self) -> None:
        with suppress(OSError):
            while True:
                caller, _address = self._door.accept()
                self.visits += 1
                with caller, suppress(OSError):
                    while not self.hangs_up and (said := caller.recv(4096)):
                        caller.sendall(self._answers(said))

    def stop(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self.join(5)

    def _answers(self, said: bytes) -> bytes:
        answers = b""
        while said:
            sender, sizes = struct.unpack_from("=II", said)
            content, said = said[8 : sizes >> 16], said[sizes >> 16 :]
            answers += b"".join(map(_packed, self._answer(sender, sizes & 0xFFFF, content)))
        return answers

    def _answer(self, sender: int, opcode: int, content: bytes) -> list[Event]:
        match sender, opcode:
            case 1, 0:
                return [Event(struct.unpack("=I", content)[0], 0, struct.pack("=I", 1))]
            case 1, 1:
                name = text("zwlr_foreign_toplevel_manager_v1")
                told = struct.pack("=I", 1) + name + struct.pack("=I", self._version)
                return [Event(struct.unpack("=I", content)[0], 0, told)] * bool(self._version)
            case _:
                assert struct.unpack("=I", content[-4:])[0] == MANAGER
                return events_of(*self.windows)


def _packed(event: Event) -> bytes:
    sizes = (8 + len(event.content)) << 16 | event.opcode
    return struct.pack("=II", event.sender, sizes) + event.content


@pytest.fixture
def run() -> Iterator[Callable[..., tuple[Path, Compositor]]]:
    folder = tempfile.mkdtemp(prefix="wl")  # the path of a socket must be short
    running: list[Compositor] = []

    def start(version: int = 3) -> tuple[Path, Compositor]:
        path = Path(folder) / "wayland-0"
        running.append(Compositor(path, version))
        running[-1].start()
        return path, running[-1]

    yield start
    for each in running:
        each.stop()
    shutil.rmtree(folder)


def test_each_look_is_a_visit_of_its_own(run) -> None:
    path, compositor = run()
    compositor.windows = [("editor", (ACTIVATED,))]
    probe = WaylandFullScreen(path)
    probe.watch(lambda: None)
    assert (probe.look(), probe.tells) == (False, False)

    compositor.windows = [("mpv", (ACTIVATED, FULL_SCREEN))] * 40

    assert probe.look() is True
    assert compositor.visits == 3
    probe.close()


def test_a_compositor_that_does_not_answer_leaves_it_unknown(run) -> None:
    path, compositor = run()
    probe = WaylandFullScreen(path)

    compositor.hangs_up = True

    assert probe.look() is None


@pytest.mark.parametrize("version", [0, 1])
def test_one_that_does_not_tell_of_full_screen_is_no_probe(run, version) -> None:
    path, _compositor = run(version)

    with pytest.raises(ProbeUnavailableError, match="full screen"):
        WaylandFullScreen(path)


def test_outside_of_a_wayland_session_there_is_none(monkeypatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)

    with pytest.raises(ProbeUnavailableError, match="no Wayland"):
        WaylandFullScreen()
