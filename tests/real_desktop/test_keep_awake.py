"""The screen is kept awake on a real bus while a session plays, and by nobody after a crash."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop import bus_connection
from coreapp.desktop.bus_connection import Service
from coreapp.desktop.keep_awake import WakepyAwake
from coreapp.desktop.mpris import BUS_NAME
from coreapp.domain.player_view import PlayerState
from tests.e2e.processes import REPOSITORY
from tests.e2e.world import World
from tests.real_desktop.session_bus import ScreenSaver, is_there, private_bus, skip_without

pytestmark = pytest.mark.real_desktop

ROUTINE = "desk-2min-a-reset"
START_MS = 30_000
SESSION = Path(__file__).parent / "processes" / "session_on_bus.py"
FREEDESKTOP = Service(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)
GNOME = Service("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    skip_without("dbus-daemon")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def start_service(address: str) -> Iterator[Callable[[Service], ScreenSaver]]:
    started: list[ScreenSaver] = []

    def start(service: Service) -> ScreenSaver:
        started.append(ScreenSaver(address, service))
        started[-1].start()
        return started[-1]

    yield start
    for each in started:
        each.stop()


@pytest.fixture
def awake() -> Iterator[WakepyAwake]:
    awake = WakepyAwake()
    yield awake
    awake.release()


@pytest.mark.parametrize("service", [FREEDESKTOP, GNOME], ids=["freedesktop", "GNOME"])
def test_it_is_held_and_released_under_our_name(
    qtbot: QtBot, start_service, awake, address, service
) -> None:
    saver = start_service(service)

    awake.hold()
    qtbot.waitUntil(lambda: len(saver.holds) == 1)
    ((program, reason, holder),) = saver.holds.values()
    awake.release()
    qtbot.waitUntil(lambda: not saver.holds)
    qtbot.waitUntil(lambda: not is_there(address, holder))

    assert (program, reason) == ("Coreapp", "A guided session is running")
    assert awake.method == service.name


def test_a_quick_release_is_not_lost(qtbot: QtBot, start_service, awake) -> None:
    saver = start_service(FREEDESKTOP)

    for _pause in range(5):
        awake.hold()
        awake.release()

    qtbot.waitUntil(lambda: len(saver.asked) == 10)
    qtbot.waitUntil(lambda: not saver.holds)


def test_a_service_that_hangs_holds_up_nobody(
    qtbot: QtBot, start_service, awake, monkeypatch
) -> None:
    monkeypatch.setattr(bus_connection, "ANSWER_SECONDS", 0.1)
    start_service(FREEDESKTOP).is_mute = True
    gnome = start_service(GNOME)

    awake.hold()
    qtbot.waitUntil(lambda: len(gnome.holds) == 1)
    awake.release()
    qtbot.waitUntil(lambda: not gnome.holds)


def test_a_service_that_goes_away_is_no_error(qtbot: QtBot, address, awake) -> None:
    saver = ScreenSaver(address, FREEDESKTOP)
    saver.start()
    awake.hold()
    qtbot.waitUntil(lambda: len(saver.holds) == 1)
    ((_program, _reason, holder),) = saver.holds.values()
    saver.stop()

    awake.release()

    qtbot.waitUntil(lambda: not is_there(address, holder))


def test_a_session_holds_it_while_time_runs_and_closing_it_in_the_middle_releases_it(
    start_service, qtbot: QtBot, open_world: Callable[..., World]
) -> None:
    saver = start_service(FREEDESKTOP)
    world = open_world().start()

    world.begin(ROUTINE)
    qtbot.waitUntil(lambda: len(saver.holds) == 1)
    world.player.conductor.pause()
    qtbot.waitUntil(lambda: not saver.holds)
    world.player.conductor.resume()
    qtbot.waitUntil(lambda: len(saver.holds) == 1)
    assert world.player.conductor.state is PlayerState.LEAD_IN
    world.player.conductor.end()
    qtbot.waitUntil(lambda: not saver.holds)

    world.begin(ROUTINE)
    qtbot.waitUntil(lambda: len(saver.holds) == 1)

    world.player.close_now()

    qtbot.waitUntil(lambda: not saver.holds)


def test_a_killed_program_holds_nothing_and_is_not_seen(
    start_service, qtbot: QtBot, address: str
) -> None:
    saver = start_service(FREEDESKTOP)
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen([sys.executable, SESSION], env=environment)
    try:
        qtbot.waitUntil(lambda: len(saver.holds) == 1, timeout=START_MS)
        ((_program, _reason, holder),) = saver.holds.values()
        qtbot.waitUntil(lambda: is_there(address, BUS_NAME), timeout=START_MS)
    finally:
        process.kill()
        process.wait()

    qtbot.waitUntil(lambda: not is_there(address, holder))
    qtbot.waitUntil(lambda: not is_there(address, BUS_NAME))
