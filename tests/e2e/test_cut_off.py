"""A session that the program did not survive: nothing is lost, nothing is counted twice."""

import shutil
import signal
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome, PerformedSession
from tests.e2e.processes import query, running
from tests.e2e.world import World, texts_of
from tests.fakes.clock import FakeClock

ROUTINE = "desk-2min-a-reset"
START_MS = 60_000
"""A loaded machine takes a while to start a process; nothing waits when it is done."""


@pytest.fixture(scope="module")
def killed_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that keeps each data folder of a killed program: several tests go on from it."""
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(params=["window", "terminal"])
def killed(
    request: pytest.FixtureRequest, qtbot: QtBot, coreapp_home: Path, killed_before: Path
) -> Path:
    """A data folder whose program was killed in the second set of a session."""
    kept = killed_before / request.param
    if not kept.exists():
        kill_in_a_session(qtbot, coreapp_home, in_terminal=request.param == "terminal")
        shutil.copytree(coreapp_home, kept)
    else:
        shutil.copytree(kept, coreapp_home)
    return coreapp_home


def kill_in_a_session(qtbot: QtBot, home: Path, *, in_terminal: bool) -> None:
    words = ["--speed", "20", *(["--terminal"] if in_terminal else [])]
    with running(home, "play", ROUTINE, *words) as process:
        qtbot.waitUntil(
            lambda: len(query(home, "SELECT phase FROM performed_set")) > 0, timeout=START_MS
        )
        process.send_signal(signal.SIGKILL)
        process.wait()


def only_session(world: World) -> PerformedSession:
    (session,) = world.services.training.history()
    return session


@pytest.fixture
def next_morning(killed: Path, open_world: Callable[..., World]) -> World:
    """The program, started again."""
    world = open_world(FakeClock())
    cut_off = only_session(world)
    assert cut_off.outcome is Outcome.INTERRUPTED
    world.clock.jump((cut_off.ended_at - world.clock.reading().utc).total_seconds() + 3600)
    return world.start()


def test_it_can_go_on(next_morning: World, open_world: Callable[..., World]) -> None:
    world = next_morning
    before = only_session(world)
    offer = world.program.sessions.offer
    assert offer is not None
    assert any(f"{len(before.sets)} of 3 sets" in text for text in texts_of(offer))

    world.click(offer, "Go on")
    assert world.player.isVisible()
    assert world.player.session.question.text == "This is where the session was cut off."
    world.click(world.player, "notice_go_on")
    world.play()
    world.player.close_now()

    after = only_session(world)
    assert after.id == before.id
    assert after.outcome is Outcome.COMPLETED
    timeline = world.services.library.timeline(ROUTINE)
    work = [i for i, each in enumerate(timeline.phases) if each.kind is PhaseKind.WORK]
    assert [each.phase for each in after.sets] == work
    assert after.sets[: len(before.sets)] == before.sets
    assert after.started_at == before.started_at
    # The hour in between is no part of it; the phase that was cut off was begun anew.
    assert before.spent_seconds is not None
    assert after.spent_seconds is not None
    played = timeline.seconds - timeline.starts[before.position]
    assert after.spent_seconds == pytest.approx(before.spent_seconds + played, abs=1)
    assert (after.ended_at - after.started_at).total_seconds() > 3600
    assert world.services.database.check() == []

    world.stop()
    again = open_world(world.clock).start()
    assert again.program.sessions.offer is None


def test_what_was_done_can_be_kept(next_morning: World, open_world: Callable[..., World]) -> None:
    world = next_morning
    before = only_session(world)
    offer = world.program.sessions.offer
    assert offer is not None

    world.click(offer, "Keep what was done")

    after = only_session(world)
    assert after.outcome is Outcome.ENDED_EARLY
    assert after.sets == before.sets
    assert world.program.sessions.player is None
    world.stop()
    again = open_world(world.clock).start()
    assert again.program.sessions.offer is None


def cut_off_in(world: World) -> PerformedSession:
    """End the program in the middle of a session."""
    world.begin(ROUTINE)
    world.play(lambda player: len(player.conductor.live.session.sets) == 1)
    world.clock.advance(4)
    world.player.tick()
    world.stop()
    return only_session(world)


def test_ending_the_program_in_a_session_cuts_it_off(
    world: World, open_world: Callable[..., World]
) -> None:
    session = cut_off_in(world)

    assert session.outcome is Outcome.INTERRUPTED
    assert len(session.sets) == 1
    assert open_world(world.clock).start().program.sessions.offer is not None


def test_deciding_later_asks_again_with_the_next_start(
    world: World, open_world: Callable[..., World]
) -> None:
    cut_off_in(world)
    again = open_world(world.clock).start()
    offer = again.program.sessions.offer
    assert offer is not None

    again.click(offer, "Decide later")

    assert again.program.sessions.offer is None
    assert only_session(again).outcome is Outcome.INTERRUPTED
    again.stop()
    assert open_world(world.clock).start().program.sessions.offer is not None


def test_a_program_in_the_tray_asks_when_its_window_is_opened(
    world: World, open_world: Callable[..., World], tray: list[str]
) -> None:
    cut_off_in(world)
    again = open_world(world.clock).start("hide")
    assert again.program.sessions.offer is None

    again.program.obey(["show"])
    offer = again.program.sessions.offer
    assert offer is not None
    again.click(offer, "Decide later")
    again.program.obey(["show"])
    assert again.program.sessions.offer is None


def test_the_offer_does_not_lie_over_a_session(
    world: World, open_world: Callable[..., World]
) -> None:
    cut_off_in(world)
    again = open_world(world.clock).start()
    offer = again.program.sessions.offer
    assert offer is not None

    again.program.obey(["play", "sun-salutation-5"])

    assert not offer.isVisible()
    assert again.player.conductor.is_moving


def test_a_start_with_a_routine_plays_it_and_asks_another_time(
    world: World, open_world: Callable[..., World]
) -> None:
    cut_off_in(world)
    again = open_world(world.clock).start("play", "sun-salutation-5", "1.0")

    assert again.program.sessions.offer is None
    assert again.player.conductor.live.session.routine == "sun-salutation-5"


def test_two_that_were_cut_off_are_asked_for_one_after_the_other(
    world: World, open_world: Callable[..., World]
) -> None:
    cut_off_in(world)
    again = open_world(world.clock).start("play", ROUTINE)
    world.clock.advance(1)
    again.stop()
    world.clock.advance(timedelta(hours=1).total_seconds())

    for _ in range(2):
        third = open_world(world.clock).start()
        offer = third.program.sessions.offer
        assert offer is not None
        third.click(offer, "Keep what was done")
        third.stop()

    assert open_world(world.clock).start().program.sessions.offer is None
