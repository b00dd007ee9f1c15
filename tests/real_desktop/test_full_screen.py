"""Full screen on a real X server, where the test is the window manager that marks windows."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from coreapp.desktop.senses import descriptor_watch
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.x11_fullscreen import X11FullScreen, X11Screen
from tests.real_desktop.other_window import another_window
from tests.real_desktop.probes import eventually, until
from tests.real_desktop.session_bus import skip_without

pytestmark = pytest.mark.real_desktop


class Manager:
    """Makes windows, and writes on them what a window manager does."""

    def __init__(self) -> None:
        import xcffib
        from xcffib import xproto

        self._x = xproto
        self._connection = xcffib.connect()
        self._screen = self._connection.get_setup().roots[0]

    def window(self, process: int = 0) -> int:
        window = self._connection.generate_id()
        core, kind = self._connection.core, self._x.WindowClass.InputOutput
        visual = self._screen.root_visual
        core.CreateWindow(24, window, self._screen.root, 0, 0, 400, 300, 0, kind, visual, 0, [])
        core.MapWindow(window)
        self.write(window, "_NET_WM_PID", "CARDINAL", process)
        return window

    def come(self) -> None:
        """Say what a window manager says first: what it will tell."""
        told = self._atom("_NET_ACTIVE_WINDOW")
        self.write(self._screen.root, "_NET_SUPPORTED", "ATOM", told)

    def activate(self, window: int) -> None:
        self.write(self._screen.root, "_NET_ACTIVE_WINDOW", "WINDOW", window)

    def fill(self, window: int) -> None:
        """Make it full screen: its size first, then its state, as the slower ones do."""
        both = self._x.ConfigWindow.Width | self._x.ConfigWindow.Height
        self._connection.core.ConfigureWindow(window, both, [1280, 800])
        self.write(window, "_NET_WM_STATE", "ATOM", self._atom("_NET_WM_STATE_FULLSCREEN"))

    def shrink(self, window: int) -> None:
        both = self._x.ConfigWindow.Width | self._x.ConfigWindow.Height
        self._connection.core.ConfigureWindow(window, both, [400, 300])
        self.write(window, "_NET_WM_STATE", "ATOM")

    def destroy(self, window: int) -> None:
        self._connection.core.DestroyWindow(window)
        self._connection.flush()

    def write(self, window: int, name: str, kind: str, *values: int) -> None:
        self._connection.core.ChangeProperty(
            self._x.PropMode.Replace,
            window,
            self._atom(name),
            self._atom(kind),
            32,
            len(values),
            values,
        )
        self._connection.flush()

    def close(self) -> None:
        self._connection.disconnect()

    def _atom(self, name: str) -> int:
        return self._connection.core.InternAtom(False, len(name), name).reply().atom


@pytest.fixture
def manager(x_server: str, monkeypatch) -> Iterator[Manager]:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.05)
    manager = Manager()
    manager.activate(0)
    yield manager
    manager.close()


@pytest.fixture
def probe(manager: Manager) -> Iterator[X11FullScreen]:
    probe = X11FullScreen()
    yield probe
    probe.close()


def test_without_a_window_manager_there_is_no_probe(x_server: str) -> None:
    with pytest.raises(ProbeUnavailableError, match="no window manager"):
        X11FullScreen()


def test_before_the_first_window_nothing_is_full_screen(x_server: str) -> None:
    manager = Manager()
    manager.come()

    probe = X11FullScreen()

    assert probe.look() is False
    probe.close()
    manager.close()


def test_windows_that_cannot_be_watched_are_to_be_asked_for(manager) -> None:
    screens = [X11Screen()]

    def connect() -> X11Screen:
        if not screens:
            raise ProbeUnavailableError("the X server takes no more")
        return screens.pop()

    probe = X11FullScreen(connect=connect)
    probe.watch(lambda: None)

    assert (probe.look(), probe.tells) == (False, False)
    probe.close()


def test_in_a_wayland_session_x11_is_not_asked(x_server: str, monkeypatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    with pytest.raises(ProbeUnavailableError, match="Wayland"):
        X11FullScreen()


def test_a_window_becomes_full_screen_and_small_again(manager, probe) -> None:
    told = threading.Event()
    window = manager.window()
    probe.watch(told.set)
    manager.activate(window)
    assert told.wait(10)
    assert probe.look() is False

    manager.fill(window)
    until(told, probe.look, True)
    manager.shrink(window)
    until(told, probe.look, False)


def test_it_counts_only_while_it_is_worked_in(manager, probe) -> None:
    told = threading.Event()
    film, letter = manager.window(), manager.window()
    manager.fill(film)
    manager.activate(film)
    probe.watch(told.set)
    assert probe.look() is True

    manager.activate(letter)
    until(told, probe.look, False)
    manager.activate(film)
    until(told, probe.look, True)
    manager.destroy(film)
    until(told, probe.look, False)


def test_what_is_typed_and_titles_that_turn_wake_nobody(manager, probe) -> None:
    told = threading.Event()
    window = manager.window()
    manager.activate(window)
    probe.watch(told.set)

    for moment in range(20):
        manager.write(window, "_NET_WM_USER_TIME", "CARDINAL", moment)
        manager.write(window, "_NET_WM_NAME", "CARDINAL", moment)

    assert not told.wait(3 * descriptor_watch.QUIET_SECONDS)


def test_our_own_windows_never_count(manager, probe) -> None:
    window = manager.window(process=os.getpid())
    manager.fill(window)
    manager.activate(window)

    assert probe.look() is False


def test_a_server_that_is_gone_is_told_and_then_nobody_knows() -> None:
    skip_without("Xvfb")
    told = threading.Event()
    with pytest.MonkeyPatch.context() as patched:
        reader, writer = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as number:
            patched.delenv("WAYLAND_DISPLAY", raising=False)
            patched.delenv("XDG_SESSION_TYPE", raising=False)
            patched.setenv("DISPLAY", f":{number.readline().strip()}")
        manager = Manager()
        manager.activate(0)
        probe = X11FullScreen()
        probe.watch(told.set)

        server.terminate()
        server.wait(10)

        until(told, probe.look, None)
        probe.close()


@pytest.fixture
def openbox(x_server: str) -> Iterator[None]:
    """Run a real window manager."""
    skip_without("openbox")
    stays = Manager()  # a server that nobody is connected to begins anew
    process = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)
        stays.close()


def test_a_real_window_manager_makes_a_window_full_screen(openbox, monkeypatch) -> None:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.05)
    told = threading.Event()
    made: list[X11FullScreen] = []

    def there() -> bool:
        with suppress(ProbeUnavailableError):
            made.append(X11FullScreen())
        return bool(made)

    eventually(there)
    (probe,) = made
    probe.watch(told.set)
    with another_window("mpv", platform="xcb") as tell:
        assert told.wait(10)
        tell("full")
        until(told, probe.look, True)
        tell("small")
        until(told, probe.look, False)
        tell("full")
        until(told, probe.look, True)
    until(told, probe.look, False)
    probe.close()
