"""Other colours and larger text while windows are open: all follow, and nothing is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.domain.settings import ThemeChoice
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.player.player_window import PlayerWindow
from tests.e2e.world import World

ROUTINE = "two-to-start"


def change(world: World, **settings: object) -> None:
    world.program.apply_settings(world.services.preferences.change(settings))
    world.settle()
    world.settle()


def playing(world: World) -> PlayerWindow:
    world.begin(ROUTINE)
    world.play(lambda player: player.conductor.live.player.phase.kind is PhaseKind.WORK)
    return world.player


def player_with_question(world: World) -> list[QWidget]:
    player = playing(world)
    player.ask_end()
    return [player, QApplication.activeModalWidget()]


def after(world: World) -> list[QWidget]:
    world.begin(ROUTINE)
    world.play()
    world.player.after.card.note.setText("ab")
    world.player.after.card.effort.set_value(4)
    return [world.player]


def grown(world: World) -> list[QWidget]:
    world.hands.type()
    world.program.stage.tick()
    world.sit(30 * 60)
    world.hands.rest()
    world.sit(4)
    return [world.program.stage.prompter.grown.windows[0]]


def routine(world: World) -> list[QWidget]:
    windows = grown(world)
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    return windows


def bar(world: World) -> list[QWidget]:
    world.hands.type()
    world.program.stage.tick()
    world.sit(29 * 60 + 45)
    return [world.program.stage.prompter.bar]


def today_with_entry(world: World) -> list[QWidget]:
    world.program.enter_activity()
    world.settle()
    return [world.program.window, QApplication.activeModalWidget()]


WINDOWS: dict[str, Callable[[World], list[QWidget]]] = {
    each.__name__: each
    for each in (player_with_question, after, grown, routine, bar, today_with_entry)
}


def ground(window: QWidget) -> str:
    """Return the colour that most of a window has."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = picture.width(), picture.height()
    places = [(x, y) for x in range(4, width, width // 12) for y in range(4, height, height // 12)]
    colours = [picture.pixelColor(x, y).lightness() for x, y in places]
    return "dark" if sorted(colours)[len(colours) // 2] < 128 else "light"


@pytest.mark.parametrize("name", WINDOWS)
def test_colours_and_text_follow_while_it_is_open_and_come_back(world: World, name: str) -> None:
    change(world, theme=ThemeChoice.LIGHT.value, reduced_motion=True)
    windows = WINDOWS[name](world)
    world.settle()
    before = [window.size() for window in windows]
    assert {ground(window) for window in windows} == {"light"}

    change(world, theme=ThemeChoice.DARK.value)
    assert {ground(window) for window in windows} == {"dark"}
    change(world, theme=ThemeChoice.CONTRAST.value, text_percent=150)
    assert all(window.isVisible() for window in windows)
    change(world, theme=ThemeChoice.LIGHT.value, text_percent=100)
    for window, size in zip(windows, before, strict=True):
        window.resize(size)
    world.settle()

    assert {ground(window) for window in windows} == {"light"}
    assert all(window.isVisible() for window in windows)


def test_a_session_keeps_its_time_and_what_was_entered(world: World) -> None:
    played = playing(world)
    before = played.conductor.view()

    change(world, theme=ThemeChoice.DARK.value, text_percent=150)

    assert played.conductor.view().session_into == pytest.approx(before.session_into)
    assert played.conductor.state is before.state
    world.play()
    played.after.card.note.setText("ab")
    change(world, theme=ThemeChoice.LIGHT.value, text_percent=100)
    assert played.after.card.feeling().note == "ab"
