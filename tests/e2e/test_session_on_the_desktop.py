"""A session on its desktop: the screen stays awake while time runs, and the media keys see it."""

from collections.abc import Callable

import pytest

from coreapp.services.media_session import MediaCommand, MediaStatus
from tests.e2e.world import World
from tests.fakes.media import FakeAwake, FakeMedia

ROUTINE = "desk-2min-a-reset"


@pytest.fixture
def awake(monkeypatch: pytest.MonkeyPatch) -> FakeAwake:
    awake = FakeAwake()
    monkeypatch.setattr("coreapp.program.session_stage.pick_keep_awake", lambda: awake)
    return awake


@pytest.fixture
def media(monkeypatch: pytest.MonkeyPatch) -> FakeMedia:
    media = FakeMedia()
    monkeypatch.setattr("coreapp.program.session_stage.pick_media_session", lambda _clock: media)
    return media


@pytest.fixture
def world(open_world: Callable[..., World], awake: FakeAwake, media: FakeMedia) -> World:
    return open_world().start()


def test_the_screen_sleeps_in_a_pause_and_at_the_end(world: World, awake: FakeAwake) -> None:
    before = awake.holds
    world.begin(ROUTINE)
    playing = awake.holds
    world.player.conductor.pause()
    paused = awake.holds
    world.player.conductor.resume()
    resumed = awake.holds
    world.play()

    assert (before, playing, paused, resumed, awake.holds) == (False, True, False, True, False)
    assert awake.changes == [True, False, True, False]


def test_time_that_nobody_watched_lets_it_sleep_too(world: World, awake: FakeAwake) -> None:
    world.begin(ROUTINE)
    world.clock.sleep(600)
    world.player.tick()

    assert not awake.holds


def test_closing_in_the_middle_lets_go_of_screen_and_keys(
    world: World, awake: FakeAwake, media: FakeMedia
) -> None:
    world.begin(ROUTINE)
    seen = bool(media.shown)
    world.player.close_now()

    assert seen
    assert not awake.holds
    assert media.closed
    assert media.shown == []


def test_quitting_in_the_middle_lets_go_too(
    world: World, awake: FakeAwake, media: FakeMedia
) -> None:
    world.begin(ROUTINE)
    world.stop()

    assert not awake.holds
    assert media.closed


def test_a_pause_from_the_headphones_lets_the_screen_sleep(
    world: World, awake: FakeAwake, media: FakeMedia
) -> None:
    world.begin(ROUTINE)
    media.ask(MediaCommand.PAUSE)

    assert media.shown[-1].status is MediaStatus.PAUSED
    assert not awake.holds


def test_a_session_on_a_faster_clock_says_how_fast(world: World, media: FakeMedia) -> None:
    world.program.obey(["play", ROUTINE, "20"])

    assert media.shown[-1].pace == 20
