"""A session on its desktop: the screen stays awake while time runs, and the media keys see it."""

from collections.abc import Callable

import pytest

from coreapp.services.media_session import MediaCommand, MediaStatus
from tests.e2e.world import World
from tests.fakes.media import FakeAwake, FakeMedia

ROUTINE = "desk-1min-micro"


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
def world(
    open_world: Callable[..., World], tray: list[str], awake: FakeAwake, media: FakeMedia
) -> World:
    return open_world().start("hide")


def test_the_screen_is_awake_while_time_runs_and_the_media_keys_see_the_session(
    world: World, awake: FakeAwake, media: FakeMedia
) -> None:
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
    world.player.close_now()

    world.begin(ROUTINE)
    assert awake.holds
    media.ask(MediaCommand.PAUSE)
    assert media.shown[-1].status is MediaStatus.PAUSED
    assert not awake.holds, "a pause from the headphones"

    world.player.conductor.resume()
    assert awake.holds
    world.clock.sleep(600)
    world.player.tick()
    assert not awake.holds, "time that nobody watched"
    world.player.close_now()


def test_closing_or_quitting_in_the_middle_lets_go_of_screen_and_keys(
    world: World, awake: FakeAwake, media: FakeMedia
) -> None:
    world.program.obey(["play", ROUTINE, "20"])
    assert media.shown[-1].pace == 20, "a session on a faster clock says how fast"
    assert awake.holds
    world.player.close_now()

    assert not awake.holds
    assert media.closed == 1
    assert media.shown == []

    world.begin(ROUTINE)
    assert awake.holds
    assert media.shown
    world.stop()

    assert not awake.holds
    assert media.closed > 1
