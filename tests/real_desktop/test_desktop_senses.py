"""Lock, sleep and hands as the services of real desktops tell them, on a bus of the test's own."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from coreapp.desktop.bus_connection import Service
from coreapp.desktop.bus_watch import BusWatch
from coreapp.desktop.senses.locks import (
    LOGIND,
    SCREEN_SAVERS,
    linux_locks,
    logind_lock,
    screen_saver_lock,
)
from coreapp.desktop.senses.mutter_idle import MutterIdle
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.sleep import LogindSleep
from tests.fakes.clock import FakeClock
from tests.real_desktop.mocked_services import control, mocked, skip_without_dbusmock
from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

PATIENCE = 5.0
SESSION = Service(LOGIND.name, "/org/freedesktop/login1/session/c1", LOGIND.interface)
MUTTER = Service(
    "org.gnome.Mutter.IdleMonitor",
    "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor",
)
IN_SESSION = {"XDG_SESSION_ID": "c1"}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    skip_without("dbus-daemon")
    skip_without_dbusmock()
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def bus(address: str) -> Iterator[BusWatch]:
    bus = BusWatch(address)
    yield bus
    bus.close()


@pytest.fixture
def logind(address: str, bus: BusWatch) -> Iterator[Callable[[], None]]:
    """logind with one session and seat; gives what ends it."""
    with mocked(address, bus, "--template", "logind", name=LOGIND.name) as process:
        control(bus, LOGIND, "AddSession", "ssusb", "c1", "seat0", 1000, "somebody", True)
        yield process.kill


def heard(queue: "SimpleQueue[bool]") -> None:
    """Wait for a change, and take what came with it."""
    queue.get(timeout=PATIENCE)
    while not queue.empty():
        queue.get()


def set_hint(bus: BusWatch, *, locked: bool) -> None:
    control(
        bus,
        SESSION,
        "UpdateProperties",
        "sa{sv}",
        "org.freedesktop.login1.Session",
        {"LockedHint": ("b", locked)},
    )


def test_logind_tells_of_the_lock_and_its_death_makes_that_unknown(bus: BusWatch, logind) -> None:
    with pytest.raises(ProbeUnavailableError):  # a session that it does not know
        logind_lock(lambda: bus, {})
    probe = logind_lock(lambda: bus, IN_SESSION)
    changed: SimpleQueue[bool] = SimpleQueue()
    probe.watch(lambda: changed.put(True))
    heard(changed)
    assert probe.look() is False

    set_hint(bus, locked=True)
    heard(changed)
    assert probe.look() is True

    set_hint(bus, locked=False)
    heard(changed)
    assert probe.look() is False

    set_hint(bus, locked=True)
    heard(changed)
    logind()
    heard(changed)
    assert probe.look() is None


def test_without_logind_neither_lock_nor_sleep_are_told(bus: BusWatch, address: str) -> None:
    with pytest.raises(ProbeUnavailableError):
        logind_lock(lambda: bus, IN_SESSION)
    with pytest.raises(ProbeUnavailableError):
        LogindSleep(lambda: bus)


def test_waking_is_told_and_falling_asleep_is_not(bus: BusWatch, logind) -> None:
    probe = LogindSleep(lambda: bus)
    woke: SimpleQueue[bool] = SimpleQueue()
    probe.watch(lambda: woke.put(True))
    say = (LOGIND, "EmitSignal", "sssav", LOGIND.interface, "PrepareForSleep", "b")

    control(bus, *say, [("b", True)])
    control(bus, *say, [("b", False)])

    assert woke.get(timeout=PATIENCE)
    bus.call(LOGIND, "CanSuspend")
    assert woke.empty()

    probe.close()
    control(bus, *say, [("b", False)])
    bus.call(LOGIND, "CanSuspend")
    assert woke.empty()


def test_a_screen_saver_tells_of_the_lock(bus: BusWatch, address: str) -> None:
    saver = SCREEN_SAVERS[0]
    with mocked(address, bus, "--template", "gnome_screensaver", name=saver.name):
        probe = screen_saver_lock(lambda: bus, saver)
        changed: SimpleQueue[bool] = SimpleQueue()
        probe.watch(lambda: changed.put(True))
        heard(changed)
        assert probe.look() is False

        bus.call(saver, "SetActive", "b", (True,))
        heard(changed)

        assert probe.look() is True


def test_no_screen_saver_is_no_source(bus: BusWatch, address: str) -> None:
    for make in linux_locks(lambda: bus, lambda: bus):
        with pytest.raises(ProbeUnavailableError):
            make()


class Mutter:
    """GNOME's compositor, as far as it watches the hands."""

    def __init__(self, bus: BusWatch, clock: FakeClock) -> None:
        self._bus = bus
        self._clock = clock
        self._last = clock.reading().boot
        interface = MUTTER.interface
        methods = [
            ("GetIdletime", "", "t", "ret = getattr(self, 'rested', 0)"),
            (
                "AddUserActiveWatch",
                "",
                "u",
                "self.count = getattr(self, 'count', 0) + 1\nret = self.count",
            ),
            ("RemoveWatch", "u", "", "self.removed = args[0]"),
            ("Removed", "", "u", "ret = getattr(self, 'removed', 0)"),
            ("SetRested", "t", "", "self.rested = args[0]"),
        ]
        control(bus, MUTTER, "AddMethods", "sa(ssss)", interface, methods)

    def rest(self, seconds: float) -> None:
        self._clock.advance(seconds)
        self._bus.call(MUTTER, "SetRested", "t", (round(seconds * 1000),))

    def go_off(self, number: int) -> None:
        control(
            self._bus,
            MUTTER,
            "EmitSignal",
            "sssav",
            MUTTER.interface,
            "WatchFired",
            "u",
            [("u", number)],
        )
        self._bus.call(MUTTER, "GetIdletime")

    @property
    def removed(self) -> object:
        return self._bus.call(MUTTER, "Removed")[0]


@pytest.fixture
def gnome(address: str, bus: BusWatch):
    with mocked(
        address, bus, MUTTER.name, MUTTER.path, MUTTER.interface, name=MUTTER.name
    ) as process:
        clock = FakeClock()
        mutter = Mutter(bus, clock)
        probe = MutterIdle(lambda: bus, clock)
        came: SimpleQueue[bool] = SimpleQueue()
        probe.watch(lambda: came.put(True))
        yield mutter, probe, came, clock, process
        probe.close()


def test_mutter_is_asked_once_and_tells_who_comes_back_after_a_rest(gnome) -> None:
    mutter, probe, came, clock, _process = gnome
    assert probe.idle_seconds() is None

    mutter.rest(20)
    probe.ask()
    assert probe.idle_seconds() == pytest.approx(20)
    clock.advance(30)
    assert probe.idle_seconds() == pytest.approx(50)

    mutter.go_off(1)

    assert came.get(timeout=PATIENCE)
    assert probe.idle_seconds() == 0
    clock.advance(50)
    assert probe.idle_seconds() == 0  # the hands may have moved all the time, which nobody tells


def test_mutter_s_watches_of_others_and_short_rests_tell_nothing(gnome) -> None:
    mutter, probe, came, clock, _process = gnome
    mutter.rest(2)
    probe.ask()
    clock.advance(1)
    mutter.go_off(77)
    assert probe.idle_seconds() == pytest.approx(3)

    mutter.go_off(1)

    assert probe.idle_seconds() == 0
    assert came.empty()
    probe.ask()
    probe.close()
    assert mutter.removed == 2


def test_a_mutter_that_hangs_is_not_waited_for_and_one_that_dies_makes_it_unknown(
    gnome, monkeypatch
) -> None:
    mutter, probe, _came, _clock, process = gnome
    mutter.rest(20)
    with monkeypatch.context() as impatient:
        impatient.setattr("coreapp.desktop.bus_connection.ANSWER_SECONDS", 0.1)
        process.send_signal(signal.SIGSTOP)
        probe.ask()
        assert probe.idle_seconds() is None

    process.send_signal(signal.SIGCONT)
    probe.ask()
    assert probe.idle_seconds() is not None

    process.send_signal(signal.SIGKILL)
    process.wait(10)
    probe.ask()
    assert probe.idle_seconds() is None


def test_where_there_is_no_gnome_mutter_is_not_used(bus: BusWatch) -> None:
    with pytest.raises(ProbeUnavailableError):
        MutterIdle(lambda: bus, FakeClock())
