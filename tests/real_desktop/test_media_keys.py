"""The session as playerctl sees and steers it, on a bus of its own."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.player_view import PlayerState
from tests.e2e.world import World
from tests.real_desktop.session_bus import is_there, private_bus, skip_without

pytestmark = pytest.mark.real_desktop

ROUTINE = "core-basics-runners"
NAME = "org.mpris.MediaPlayer2.coreapp"


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    skip_without("dbus-daemon", "dbus-monitor", "playerctl")
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def playerctl(*words: str) -> str:
    """Ask the media keys something; a complaint fails the test."""
    done = subprocess.run(
        ["playerctl", *words], capture_output=True, text=True, timeout=10, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


def position() -> object:
    """Return where the session is; playerctl counts on by itself from what it was told."""
    return pytest.approx(float(playerctl("position")), abs=0.4)


@pytest.fixture
def world(qtbot: QtBot, address: str, open_world: Callable[..., World]) -> World:
    """A session that has begun, and that is seen on the bus."""
    world = open_world().start()
    world.begin(ROUTINE)
    qtbot.waitUntil(lambda: is_there(address, NAME))
    return world


def state(world: World) -> PlayerState:
    return world.player.conductor.state


def test_a_session_is_seen_and_steered_and_gone_with_its_end(
    qtbot: QtBot, world: World, address: str
) -> None:
    """One session, as each begins with a bus and a program."""
    it_is_seen_and_its_position_moves_with_the_clock(world)
    play_pause_leads_in_again(qtbot, world)
    next_previous_seek_and_set_the_position(qtbot, world)
    the_name_is_gone_with_the_session_and_the_next_one_is_seen_again(qtbot, world, address)


def it_is_seen_and_its_position_moves_with_the_clock(world: World) -> None:
    live = world.player.conductor.live

    assert playerctl("--list-all") == "coreapp"
    assert playerctl("status") == "Playing"
    first = world.services.library.exercise_name(live.timeline.phases[0].exercise)
    assert playerctl("metadata", "title") == first
    assert playerctl("metadata", "artist") == live.session.title
    assert playerctl("metadata", "mpris:length") == str(round(live.timeline.seconds * 1_000_000))

    before = position()
    world.clock.advance(0.9)
    assert (before, position()) == (0, 0.9)


def next_previous_seek_and_set_the_position(qtbot: QtBot, world: World) -> None:
    view = world.player.conductor.view
    playerctl("next")
    qtbot.waitUntil(lambda: view().index == 1)
    qtbot.waitUntil(lambda: position() == world.player.conductor.live.timeline.starts[1])

    playerctl("previous")
    qtbot.waitUntil(lambda: view().index == 0)
    qtbot.waitUntil(lambda: position() == 0)

    playerctl("position", "60")
    qtbot.waitUntil(lambda: view().session_into == 60)
    qtbot.waitUntil(lambda: position() == 60)

    playerctl("position", "10-")
    qtbot.waitUntil(lambda: view().session_into == 50)


def play_pause_leads_in_again(qtbot: QtBot, world: World) -> None:
    before = world.player.conductor.view().session_into
    playerctl("play-pause")
    qtbot.waitUntil(lambda: state(world) is PlayerState.PAUSED)
    qtbot.waitUntil(lambda: playerctl("status") == "Paused")
    world.clock.advance(60)
    assert position() == before

    playerctl("play-pause")
    qtbot.waitUntil(lambda: state(world) is PlayerState.LEAD_IN)
    qtbot.waitUntil(lambda: playerctl("status") == "Playing")
    world.clock.advance(3)
    assert position() == before
    world.clock.advance(1)
    assert position() == before + 1


def test_those_who_watch_or_count_on_by_themselves_are_told(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    told, jumps = tmp_path / "told.txt", tmp_path / "jumps.txt"
    follow = ["playerctl", "--follow", "metadata", "--format", "{{status}} {{title}}"]
    with (
        watching(follow, told),
        watching(["dbus-monitor", "member='Seeked'"], jumps),
    ):
        qtbot.waitUntil(lambda: "Playing" in told.read_text(), timeout=10_000)
        qtbot.waitUntil(lambda: "NameLost" in jumps.read_text(), timeout=10_000)
        world.player.conductor.seek(60)
        qtbot.waitUntil(lambda: len(set(told.read_text().splitlines())) > 1, timeout=10_000)
        qtbot.waitUntil(lambda: "int64 60000000" in jumps.read_text(), timeout=10_000)
        world.player.conductor.pause()
        qtbot.waitUntil(lambda: "Paused" in told.read_text(), timeout=10_000)


@contextmanager
def watching(words: list[str], file: Path) -> Iterator[None]:
    """Let a program write into a file what it is told, until the end of the block."""
    with file.open("w") as output:
        watcher = subprocess.Popen(words, stdout=output, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        watcher.terminate()
        watcher.wait()


def the_name_is_gone_with_the_session_and_the_next_one_is_seen_again(
    qtbot: QtBot, world: World, address: str
) -> None:
    world.player.conductor.end()
    qtbot.waitUntil(lambda: not is_there(address, NAME))

    world.begin("sun-salutation-5")
    qtbot.waitUntil(lambda: is_there(address, NAME))
    assert playerctl("metadata", "artist") == world.player.conductor.live.session.title

    world.player.close_now()
    qtbot.waitUntil(lambda: not is_there(address, NAME))
