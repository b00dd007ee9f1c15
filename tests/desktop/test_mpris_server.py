"""One session on a bus: it appears, follows, hears, and is gone; a bus that fails is no error."""

from dataclasses import replace

import pytest

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.bus_messages import Call
from coreapp.desktop.mpris import BUS_NAME, PLAYER, PROPERTIES
from coreapp.desktop.mpris_server import MprisServer
from coreapp.services.media_session import MediaCommand, MediaStatus, NowPlaying
from tests.fakes.clock import FakeClock
from tests.fakes.media import FakeBus

PLANK = NowPlaying("Plank", "Evening", MediaStatus.PLAYING, position=20, length=165, runs_until=165)
POSITION = Call(PROPERTIES, "Get", "ss", (PLAYER, "Position"))
STATUS = Call(PROPERTIES, "Get", "ss", (PLAYER, "PlaybackStatus"))


class Desk:
    """A server on a bus that a test holds in its hands."""

    def __init__(self, bus: FakeBus | None = None) -> None:
        self.bus = bus or FakeBus()
        self.clock = FakeClock()
        self.wishes: list[MediaCommand] = []
        self.losses = 0
        self.server = MprisServer(
            lambda: self.bus, self.clock, lambda _server, wish: self.wishes.append(wish), self.lose
        )

    def lose(self) -> None:
        self.losses += 1


@pytest.fixture
def desk():
    desk = Desk()
    desk.server.start(PLANK)
    yield desk
    desk.server.stop()


def test_it_has_its_name_and_answers(desk):
    desk.clock.advance(5)

    assert desk.bus.call(POSITION) == ("v", (("x", 25_000_000),))
    assert desk.bus.names == [BUS_NAME]


def test_what_is_shown_is_told_before_anything_else_is_answered(desk):
    desk.server.show(replace(PLANK, status=MediaStatus.PAUSED))

    assert desk.bus.call(STATUS) == ("v", (("s", "Paused"),))
    assert [news.member for news in desk.bus.told] == ["PropertiesChanged"]


def test_a_position_counts_from_the_moment_it_was_shown(desk):
    desk.clock.advance(5)
    desk.server.show(replace(PLANK, position=60))
    desk.clock.advance(2)

    assert desk.bus.call(POSITION) == ("v", (("x", 62_000_000),))


def test_a_button_is_heard_and_answered(desk):
    assert desk.bus.call(Call(PLAYER, "Next")) == ("", ())

    assert desk.wishes == [MediaCommand.NEXT]


def test_nonsense_is_refused_and_the_server_lives_on(desk):
    error, _text = desk.bus.call(Call(PLAYER, "Dance"))

    assert error.endswith("UnknownMethod")
    assert desk.bus.call(STATUS) == ("v", (("s", "Playing"),))


def test_after_the_end_it_is_gone(qtbot, desk):
    desk.bus.call(STATUS)

    desk.server.stop()

    wait_for(qtbot, lambda: desk.bus.is_closed)
    assert desk.losses == 0


def test_a_button_pressed_just_before_the_end_is_not_heard(desk):
    desk.bus.call(STATUS)
    desk.server._stopped = True  # and not yet woken

    desk.bus.call(Call(PLAYER, "Next"))

    assert desk.wishes == []


def test_a_second_program_has_a_name_of_its_own():
    desk = Desk(FakeBus(BUS_NAME))
    desk.server.start(PLANK)

    desk.bus.call(STATUS)
    desk.server.stop()

    (name,) = desk.bus.names
    assert name.startswith(f"{BUS_NAME}.instance")


def wait_for(qtbot, seen):
    qtbot.waitUntil(seen, timeout=5_000)


def test_without_a_name_it_gives_up(qtbot):
    desk = Desk(FakeBus("*"))
    desk.server.start(PLANK)

    wait_for(qtbot, lambda: desk.bus.is_closed)
    assert desk.losses == 1


def test_a_bus_that_goes_away_is_no_error(qtbot, desk):
    desk.bus.die()

    wait_for(qtbot, lambda: desk.bus.is_closed)
    assert desk.losses == 1
    desk.server.show(PLANK)


def test_no_bus_is_no_error(qtbot):
    def nowhere() -> FakeBus:
        raise BusError("nobody is there")

    desk = Desk()
    server = MprisServer(nowhere, desk.clock, lambda _server, _wish: None, desk.lose)
    server.start(PLANK)

    wait_for(qtbot, lambda: desk.losses == 1)
    server.show(PLANK)
    server.stop()
