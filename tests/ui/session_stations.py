"""The part of the way that time goes by in: the player, and the break."""

from collections.abc import Callable, Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coreapp.domain.timeline import PhaseKind
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.player.keys import KeysSheet
from tests.e2e.world import STRIDE, World
from tests.ui.key_path import escape

ROUTINE = "core-basics-runners"


def player_stations(world: World, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """Yield the player in each kind of phase, what it asks, and what comes after a session."""
    world.program.obey(["play", ROUTINE])
    player = world.player
    player.resize(*size)
    for kind in (PhaseKind.GET_READY, PhaseKind.WORK, PhaseKind.REST, PhaseKind.SWITCH_SIDES):
        _stride(world, lambda kind=kind: player.conductor.view().phase.kind is kind)
        yield f"player, {kind}", player
    player._switch_distance()
    yield "player from a distance", player
    player._switch_distance()
    yield from _keys(world)
    player.ask_end()
    yield "end the session?", player._question
    escape(player._question)
    _stride(world, lambda: player.conductor.is_over)
    player.after.card.effort.set_value(7)
    yield "after the session", player
    player.after.card.pain.choose_some()
    QTest.keyClicks(player.after.card.pain.scales["pain_after"], "8")
    yield "after the session, with pain", player
    world.click(player, player.after.card.save.text())


def _keys(world: World) -> Iterator[tuple[str, QWidget]]:
    player = world.player
    player._show_keys()
    (sheet,) = player.findChildren(KeysSheet)
    yield "all keys of the player", sheet
    escape(sheet)


def _stride(world: World, until: Callable[[], bool]) -> None:
    """Let a session come to a point in great steps."""
    while not until():
        wait = world.player.conductor.live.next_call()
        assert wait is not None, "the session waits for somebody"
        world.clock.advance(max(wait, STRIDE))
        world.player.tick()
    world.settle()


def break_stations(world: World, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """Yield the bar that asks for a break, and the break."""
    prompter = world.program.stage.prompter
    world.hands.type()
    world.program.stage.tick()
    world.sit(29 * 60 + 40)  # from the first input, which is noticed some seconds later
    yield "bar", prompter.bar
    world.sit(31)
    yield "bar that stands out", prompter.bar
    world.hands.rest()
    world.sit(3)
    (screen,) = prompter.grown.windows
    screen.resize(*size)
    yield "break", screen
    prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    screen.resize(*size)
    yield "routine in the break", screen
    world.play_break(lambda routine: routine.conductor.view().phase.kind is PhaseKind.WORK)
    yield "work in the break", screen
    world.play_break()
    yield "done in the break", screen
    prompter.grown.give_way()
