"""What all tests of windows share."""

import gc
from collections.abc import Callable, Generator, Iterator

import pytest
from pytestqt.qtbot import QtBot

from coreapp.bootstrap import Services
from coreapp.desktop.paths import find_paths
from tests.e2e.world import World, leave_figures_unpainted, plain_look_after
from tests.fakes.clock import FakeClock
from tests.fakes.sound import FakeTones
from tests.ui.looks import WalkLook


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Leave windows alone until they are closed.

    A test's window is only held by the test: if memory is tidied while the last events run, it is
    taken apart in the middle of one. In the program windows are held by the program.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.fixture
def walk_in(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., World]]:
    """Return what opens a program in a language and a look; figures have their room and no more."""
    leave_figures_unpainted(monkeypatch)
    monkeypatch.setattr("coreapp.program.session_stage.pick_tones", lambda _folder: FakeTones())
    worlds: list[World] = []

    def make(look: WalkLook) -> World:
        # Chosen before the program is made, or what stands in the window at once is in English.
        Services(find_paths(), FakeClock()).preferences.change(look.settings)
        world = World(qtbot, FakeClock())
        worlds.append(world)
        world.start()
        world.program.window.resize(*look.size)
        world.settle()
        return world

    with plain_look_after():
        yield make
        for world in worlds:
            world.stop()
