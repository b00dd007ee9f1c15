"""Other colours and larger text while windows are open: all follow, and nothing is lost."""

from collections.abc import Iterator
from itertools import chain, cycle, islice

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.domain.first_answers import Step
from coreapp.domain.settings import ThemeChoice
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.breaks.answers import BreakAnswer
from tests.e2e.world import World
from tests.fakes.shipped import shipped_looks
from tests.ui.stale import colours_left
from tests.ui.stations import outside, welcome

ROUTINE = "two-to-start"
LIGHT, DARK, CONTRAST = ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST


def change(world: World, **settings: object) -> None:
    world.program.apply_settings(world.services.preferences.change(settings))
    world.settle()
    world.settle()


def stations(world: World) -> Iterator[tuple[str, list[QWidget]]]:
    """Open one window after the other, by name; what is entered in one is asked for after it."""
    world.program.enter_activity()
    world.settle()
    dialog = QApplication.activeModalWidget()
    yield "today with an entry", [world.program.window, dialog]
    dialog.reject()
    first_and_last_question = islice(welcome(world), 0, None, len(Step) - 1)
    for name, window in chain(first_and_last_question, outside(world)):
        yield name, [window]
    world.program.window.hide()  # it has been seen
    yield from breaks(world)
    yield from session(world)


def breaks(world: World) -> Iterator[tuple[str, list[QWidget]]]:
    prompter = world.program.stage.prompter
    world.hands.type()
    world.program.stage.tick()
    world.sit(29 * 60 + 45)
    yield "bar", [prompter.bar]
    world.sit(15)
    world.hands.rest()
    world.sit(4)
    windows = [prompter.grown.windows[0]]
    yield "grown", windows
    prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    yield "routine", windows
    world.play_break()
    prompter.grown.give_way()


def session(world: World) -> Iterator[tuple[str, list[QWidget]]]:
    world.begin(ROUTINE)
    world.play(lambda player: player.conductor.live.player.phase.kind is PhaseKind.WORK)
    player = world.player
    before = player.conductor.view()
    yield "player", [player]
    assert player.conductor.view().session_into == pytest.approx(before.session_into)
    assert player.conductor.view().state is before.state
    player.ask_end()
    yield "player with a question", [player, QApplication.activeModalWidget()]
    world.click(player, "go_on")
    world.play()
    player.after.card.note.setText("ab")
    player.after.card.effort.set_value(4)
    yield "after", [player]
    assert player.after.card.feeling().note == "ab"
    assert player.after.card.effort.value() == 4


def ground(window: QWidget) -> str:
    """Return the colour that most of a window has."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = picture.width(), picture.height()
    places = [(x, y) for x in range(4, width, width // 12) for y in range(4, height, height // 12)]
    colours = [picture.pixelColor(x, y).lightness() for x, y in places]
    return "dark" if sorted(colours)[len(colours) // 2] < 128 else "light"


def left_of(before: ThemeChoice, now: ThemeChoice, windows: list[QWidget]) -> list[str]:
    """Return a line for each ground of the theme before that is still to be seen."""
    looks = shipped_looks()
    return [
        line
        for window in windows
        for line in colours_left(window, looks[before.value], looks[now.value])
    ]


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
def test_colours_and_text_follow_while_it_is_open_and_come_back(world: World) -> None:
    bright = LIGHT
    change(world, theme=bright.value, reduced_motion=True)
    for (name, windows), next_bright in zip(stations(world), cycle((CONTRAST, LIGHT))):
        world.settle()
        before = [window.size() for window in windows]
        assert {ground(window) for window in windows} == {"light"}, name

        change(world, theme=DARK.value, text_percent=150)
        assert {ground(window) for window in windows} == {"dark"}, name
        assert not left_of(bright, DARK, windows), name
        assert all(window.isVisible() for window in windows), name

        change(world, theme=next_bright.value, text_percent=100)
        for window, size in zip(windows, before, strict=True):
            window.resize(size)
        world.settle()
        assert {ground(window) for window in windows} == {"light"}, name
        assert not left_of(DARK, next_bright, windows), name
        assert all(window.isVisible() for window in windows), name
        bright = next_bright
