"""The routine of a break in the whole program: beside others, cut off, in another language."""

import pytest

from coreapp.domain.errors import DiskFullError
from coreapp.domain.player_view import PlayerState
from coreapp.domain.sitting.view import StateWhy
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.playing import Request
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.breaks.answers import BreakAnswer
from tests.e2e.test_day import sit_at_work
from tests.e2e.world import World
from tests.fakes.sound import FakeTones

OTHER = "desk-1min-micro"


pytestmark = pytest.mark.usefixtures("tray")


def sit_until_it_covers_the_screens(world: World) -> None:
    world.hands.type()
    world.program.stage.tick()
    sit_at_work(world, 30 * 60)
    world.hands.rest()
    world.sit(3)


def begin_it(world: World) -> None:
    """Choose the routine that the break offers."""
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()


def test_another_session_waits_and_it_is_silent_and_sessions_in_the_player_are_not(
    world: World, tones: FakeTones
) -> None:
    sit_until_it_covers_the_screens(world)
    begin_it(world)
    world.program.play(Request(OTHER))
    assert world.program.sessions.player is None
    assert world.routine.conductor.state is PlayerState.RUNNING
    assert len(world.services.training.history()) == 1

    # In the tray it ends, and a minute later what it took is given back.
    rest = world.program._tray_rest._timer
    assert (world.program.window.isHidden(), rest.isActive()) == (True, False)
    world.play_break()
    assert tones.played == []
    assert rest.isActive()
    rest.stop()
    world.program.stage.prompter.grown.give_way()
    world.begin(OTHER)
    world.play()
    assert tones.played != []
    assert not rest.isActive()
    world.player.close_now()
    assert rest.isActive()


def test_another_language_does_not_end_it_and_cut_off_it_can_be_gone_on_with_in_the_player(
    world: World,
) -> None:
    sit_until_it_covers_the_screens(world)
    begin_it(world)
    grown = world.program.stage.prompter.grown
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()
    assert grown.is_playing
    assert grown.windows[0].isVisible()
    caption = world.routine.session.transport.upcoming._caption.text()
    assert "Als Nächstes" in caption or "Danach" in caption

    world.play_break(lambda routine: routine.conductor.view().index >= 2)
    world.stop()

    (session,) = world.services.training.history()
    assert (session.kind, session.outcome) == (SessionKind.BREAK, Outcome.INTERRUPTED)
    assert world.services.playing.interrupted() == session, "the next start offers it"


def test_what_the_log_does_not_take_gives_the_screens_back_and_asked_for_it_has_them_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = world.program
    grown = program.stage.prompter.grown

    def full(*_arguments: object) -> None:
        raise DiskFullError("full")

    sit_until_it_covers_the_screens(world)
    with monkeypatch.context() as disk:
        disk.setattr("coreapp.services.playing.Playing.begin", full)
        begin_it(world)
    assert not grown.is_open
    assert world.banner != ""
    view = program.breaks.view()
    assert view is not None
    assert view.why is not StateWhy.SESSION
    assert view.sitting_seconds > 0

    # Without a prompt it plays over the screens as well.
    program.stage.prompter.begin_offer(Answer.ROUTINE)
    world.settle()
    assert grown.is_playing
    world.play_break()
    view = program.breaks.view()
    assert view is not None
    assert view.sitting_seconds == 0

    # The program ends while it says that it is done.
    assert grown.is_open
    world.stop()
    assert not grown.is_open
