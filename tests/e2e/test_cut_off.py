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
from coreapp.ui.navigation import PageKey
from tests.e2e.processes import query, running
from tests.e2e.world import World, texts_of
from tests.fakes.clock import FakeClock

ROUTINE = "desk-2min-c-hips"
"""Its first set is soon over, and much longer than a busy machine needs to be killed is left."""
OTHER = "sun-salutation-5"
WAYS = ["copied", *(pytest.param(each, marks=pytest.mark.soak) for each in ("window", "terminal"))]
"""A copy of what is on the disk in the middle of a session, or a process that was really killed."""

START_MS = 60_000
"""A loaded machine takes a while to start a process; nothing waits when it is done."""


def kill_in_a_session(qtbot: QtBot, home: Path, *, in_terminal: bool) -> None:
    home.mkdir()
    (home / "settings.json").write_text('{"reduced_motion": true}', encoding="utf-8")
    words = ["--speed", "20", *(["--terminal"] if in_terminal else [])]
    with running(home, "play", ROUTINE, *words) as process:
        qtbot.waitUntil(
            lambda: len(query(home, "SELECT phase FROM performed_set")) > 0, timeout=START_MS
        )
        process.send_signal(signal.SIGKILL)
        process.wait()


def copy_in_a_session(world: World, left: Path) -> None:
    """Copy what a program would leave if it were killed after the first set."""
    world.begin(ROUTINE)
    world.play(lambda player: len(player.conductor.live.session.sets) == 1)
    shutil.copytree(world.home, left)
    world.stop()


def only_session(world: World) -> PerformedSession:
    (session,) = world.services.training.history()
    return session


@pytest.mark.parametrize("way", WAYS)
def test_it_can_go_on_or_what_was_done_is_kept(
    way: str,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    open_world: Callable[..., World],
) -> None:
    """One program is killed for both, after the first set of a session."""
    left, other = tmp_path / "left", tmp_path / "other"
    if way == "copied":
        copy_in_a_session(open_world().start("hide"), left)
    else:
        kill_in_a_session(qtbot, left, in_terminal=way == "terminal")
    shutil.copytree(left, other)

    monkeypatch.setenv("COREAPP_HOME", str(left))
    assert_can_go_on(open_world)
    monkeypatch.setenv("COREAPP_HOME", str(other))
    assert_can_be_kept(open_world)


def nothing_is_cut_off(world: World) -> bool:
    """Tell whether the next start has nothing to ask for."""
    return world.services.playing.interrupted() is None


def next_morning(open_world: Callable[..., World]) -> World:
    """The program, started again."""
    world = open_world(FakeClock())
    cut_off = only_session(world)
    assert cut_off.outcome is Outcome.INTERRUPTED
    world.clock.jump((cut_off.ended_at - world.clock.reading().utc).total_seconds() + 3600)
    return opened(world)


def opened(world: World) -> World:
    """Start it in the tray, and open its window on a page that takes no time."""
    world.start("hide").open_page(PageKey.GUIDE)
    return world


def assert_can_go_on(open_world: Callable[..., World]) -> None:
    world = next_morning(open_world)
    before = only_session(world)
    offer = world.program.sessions.offer
    assert offer is not None
    assert any(f"{len(before.sets)} of 7 sets" in text for text in texts_of(offer))

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

    assert nothing_is_cut_off(world)
    world.stop()


def assert_can_be_kept(open_world: Callable[..., World]) -> None:
    world = next_morning(open_world)
    before = only_session(world)
    offer = world.program.sessions.offer
    assert offer is not None

    world.click(offer, "Keep what was done")

    after = only_session(world)
    assert after.outcome is Outcome.ENDED_EARLY
    assert after.sets == before.sets
    assert world.program.sessions.player is None
    assert nothing_is_cut_off(world)


def cut_off_in(world: World) -> PerformedSession:
    """End the program in the middle of a session."""
    world.begin(ROUTINE)
    world.play(lambda player: len(player.conductor.live.session.sets) == 1)
    world.clock.advance(4)
    world.player.tick()
    world.stop()
    return only_session(world)


def test_what_ended_with_the_program_is_asked_for_until_it_is_decided_but_over_no_session(
    open_world: Callable[..., World], tray: list[str]
) -> None:
    world = open_world().start("hide")
    session = cut_off_in(world)
    assert session.outcome is Outcome.INTERRUPTED
    assert len(session.sets) == 1

    # In the tray it asks when its window is opened, and once in a run.
    in_tray = open_world(world.clock).start("hide")
    assert in_tray.program.sessions.offer is None
    in_tray.program.obey(["show"])
    offer = in_tray.program.sessions.offer
    assert offer is not None
    in_tray.click(offer, "Decide later")
    assert in_tray.program.sessions.offer is None
    assert only_session(in_tray).outcome is Outcome.INTERRUPTED
    in_tray.program.obey(["show"])
    assert in_tray.program.sessions.offer is None
    in_tray.stop()

    again = open_world(world.clock).start()
    offer = again.program.sessions.offer
    assert offer is not None
    assert offer.isVisible()
    again.program.obey(["play", OTHER])
    assert not offer.isVisible()
    assert again.player.conductor.is_moving


def test_two_that_were_cut_off_are_asked_for_one_after_the_other_and_not_over_a_routine(
    open_world: Callable[..., World],
) -> None:
    world = open_world().start("hide")
    cut_off_in(world)
    again = open_world(world.clock).start("play", OTHER, "1.0")
    assert again.program.sessions.offer is None
    assert again.player.conductor.live.session.routine == OTHER
    world.clock.advance(1)
    again.stop()
    world.clock.advance(timedelta(hours=1).total_seconds())

    kept = []
    for _ in range(2):
        third = opened(open_world(world.clock))
        offer = third.program.sessions.offer
        assert offer is not None
        third.click(offer, "Keep what was done")
        kept.append([each.outcome for each in third.services.training.history()])
        is_over = nothing_is_cut_off(third)
        third.stop()

    assert kept == [
        [Outcome.ENDED_EARLY, Outcome.INTERRUPTED],
        [Outcome.ENDED_EARLY, Outcome.ENDED_EARLY],
    ]
    assert is_over
