"""The routine of a break in the whole program: beside others, cut off, in another language."""

from collections.abc import Callable

import pytest

from coreapp.domain.player_view import PlayerState
from coreapp.domain.sitting.view import StateWhy
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.playing import Request
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.breaks.answers import BreakAnswer
from tests.e2e.world import World
from tests.fakes.sound import FakeTones

OTHER = "sun-salutation-5"


@pytest.fixture
def playing(world: World) -> World:
    """Somebody has just chosen the routine of a break, and begun."""
    world.hands.type()
    world.program.stage.tick()
    world.sit(30 * 60)
    world.hands.rest()
    world.sit(3)
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    return world


def test_another_session_waits(playing: World) -> None:
    playing.program.play(Request(OTHER))

    assert playing.program.sessions.player is None
    assert playing.routine.conductor.state is PlayerState.RUNNING
    assert len(playing.services.training.history()) == 1


def test_it_is_silent_and_sessions_in_the_player_are_not(playing: World, tones: FakeTones) -> None:
    playing.play_break()
    assert tones.played == []

    playing.program.stage.prompter.grown.give_way()
    playing.begin(OTHER)
    playing.play()

    assert tones.played != []


def test_cut_off_it_can_be_gone_on_with_in_the_player(
    playing: World, open_world: Callable[..., World]
) -> None:
    playing.play_break(lambda routine: routine.conductor.view().index >= 2)
    playing.stop()

    (session,) = playing.services.training.history()
    assert (session.kind, session.outcome) == (SessionKind.BREAK, Outcome.INTERRUPTED)
    later = open_world(playing.clock).start()
    assert later.program.sessions.offer is not None


def test_a_session_that_the_log_does_not_take_gives_the_screens_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coreapp.domain.errors import DiskFullError

    def full(*_arguments: object) -> None:
        raise DiskFullError("full")

    world.hands.type()
    world.program.stage.tick()
    world.sit(30 * 60)
    world.hands.rest()
    world.sit(3)
    monkeypatch.setattr("coreapp.services.playing.Playing.begin", full)
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()

    assert not world.program.stage.prompter.grown.is_open
    assert world.banner != ""
    view = world.program.breaks.view()
    assert view is not None
    assert view.why is not StateWhy.SESSION


def test_asked_for_without_a_prompt_it_plays_over_the_screens_as_well(world: World) -> None:
    world.hands.type()
    world.program.stage.tick()
    world.sit(5 * 60)

    world.program.stage.prompter.begin_offer(Answer.ROUTINE)
    world.settle()

    assert world.program.stage.prompter.grown.is_playing
    world.play_break()
    view = world.program.breaks.view()
    assert view is not None
    assert view.sitting_seconds == 0


def test_another_language_does_not_end_it(playing: World) -> None:
    grown = playing.program.stage.prompter.grown
    playing.services.preferences.change({"language": "de"})
    playing.program.apply_settings(playing.services.preferences.settings)
    playing.settle()

    assert grown.is_playing
    assert grown.windows[0].isVisible()
    assert "Als Nächstes" in playing.routine.session.transport.upcoming._caption.text() or (
        "Danach" in playing.routine.session.transport.upcoming._caption.text()
    )


def test_the_program_ends_while_it_says_that_it_is_done(playing: World) -> None:
    playing.play_break()
    grown = playing.program.stage.prompter.grown
    assert grown.is_open

    playing.stop()

    assert not grown.is_open
