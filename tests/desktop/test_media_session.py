"""Which way of showing a session is picked, and that nothing fails where there is none."""

import socket
import sys
from dataclasses import replace

import pytest

from coreapp.desktop import bus_connection, media_session
from coreapp.desktop.bus_messages import Call
from coreapp.desktop.media_session import (
    MediaUnavailableError,
    MprisSession,
    NullMedia,
    pick_media_session,
)
from coreapp.services.media_session import MediaCommand, MediaStatus, NowPlaying
from tests.fakes.clock import FakeClock
from tests.fakes.media import FakeBus, FakeMedia

PLANK = NowPlaying("Plank", "Evening", MediaStatus.PLAYING, position=20, length=165, runs_until=165)
NEXT = Call("org.mpris.MediaPlayer2.Player", "Next")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="MPRIS is spoken on Linux only")


def test_the_first_that_works_is_taken():
    def broken(_clock):
        raise MediaUnavailableError("broken")

    assert pick_media_session(FakeClock(), [broken, lambda _clock: FakeMedia()]).name == "fake"


def test_without_a_bus_nobody_looks_and_nothing_fails():
    media = pick_media_session(FakeClock())

    media.listen(lambda _wish: None)
    media.show(PLANK)
    media.close()

    assert isinstance(media, NullMedia)
    assert media.name == "none"


def test_without_its_library_it_is_not_taken(qtbot, monkeypatch):
    monkeypatch.setattr(media_session, "find_spec", lambda _name: None)

    with pytest.raises(MediaUnavailableError):
        MprisSession(FakeClock(), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"})


@pytest.fixture
def buses(monkeypatch):
    """The buses that are connected to, in order."""
    made: list[FakeBus] = []

    def connect(_address) -> FakeBus:
        made.append(FakeBus())
        return made[-1]

    monkeypatch.setattr(media_session, "BusConnection", connect)
    return made


@pytest.fixture
def media(qtbot, buses):
    media = MprisSession(FakeClock(), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/fake"})
    yield media
    media.close()


@LINUX
def test_buttons_are_heard_where_the_windows_are(qtbot, media, buses):
    heard = []
    media.listen(heard.append)
    media.show(PLANK)
    media.show(replace(PLANK, position=30))
    qtbot.waitUntil(lambda: bool(buses))

    buses[0].call(NEXT)
    before = list(heard)
    qtbot.waitUntil(lambda: bool(heard))

    assert (before, heard) == ([], [MediaCommand.NEXT])
    assert media.name == "MPRIS"


@LINUX
def test_a_session_that_has_ended_hears_nothing(qtbot, media, buses):
    heard = []
    media.listen(heard.append)
    media.show(PLANK)
    qtbot.waitUntil(lambda: bool(buses))
    buses[0].call(NEXT)

    media.close()
    media.listen(heard.append)
    media.show(PLANK)
    qtbot.waitUntil(lambda: len(buses) == 2)
    buses[1].call(Call(NEXT.interface, "Pause"))
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [MediaCommand.PAUSE]
    qtbot.waitUntil(lambda: buses[0].is_closed)


@LINUX
def test_a_bus_that_fails_is_shown_on_the_list_of_what_works(qtbot):
    media = MprisSession(FakeClock(), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"})
    media.show(PLANK)

    qtbot.waitUntil(lambda: media.name == "none")
    media.close()


@LINUX
def test_a_bus_that_hangs_holds_up_nobody(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(bus_connection, "ANSWER_SECONDS", 0.1)
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind("bus")
        silent.listen()
        media = MprisSession(FakeClock(), {"DBUS_SESSION_BUS_ADDRESS": "unix:path=bus"})
        media.show(PLANK)
        media.show(PLANK)
        meanwhile = media.name
        qtbot.waitUntil(lambda: media.name == "none")
        media.close()

    assert meanwhile == "MPRIS"
