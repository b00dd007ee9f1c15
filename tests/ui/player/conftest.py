"""A player window on a small library, with a clock that the test moves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coreapp.domain.player import PlayerOptions
from coreapp.services.cue_player import CuePlayer
from coreapp.services.playing import LiveSession, Playing, Request
from coreapp.ui.player.player_window import PlayerWindow
from tests.e2e.world import leave_figures_unpainted
from tests.fakes.clock import FakeClock
from tests.fakes.session_content import session_library
from tests.fakes.shipped import shipped_art, shipped_theme
from tests.fakes.sound import FakeTones
from tests.fakes.work import FakeDatabase

OPTIONS = PlayerOptions(lead_in_seconds=3, gap_seconds=1000)
"""A test moves the clock in long steps; tests of absence take the real patience."""


@dataclass
class Scene:
    """One session in its window.

    Attributes:
        heard: what the window told, by the name of the signal.
    """

    qtbot: QtBot
    clock: FakeClock
    database: FakeDatabase
    tones: FakeTones
    live: LiveSession
    window: PlayerWindow
    heard: dict[str, list] = field(default_factory=dict)

    def wait(self, seconds: float) -> None:
        """Let time pass and the window notice."""
        self.clock.advance(seconds)
        self.window.tick()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.window, key, modifier)

    def listen(self) -> None:
        for name in (
            "started",
            "running_changed",
            "phase_work_done",
            "session_saved",
            "finished",
            "closed",
        ):
            notes = self.heard.setdefault(name, [])
            getattr(self.window, name).connect(lambda *values, notes=notes: notes.append(values))

    @property
    def index(self) -> int:
        return self.live.view().index

    @property
    def into(self) -> float:
        return self.live.view().session_into

    @property
    def logged(self):
        return self.database.stored.sessions.kept[self.live.session.id]


@pytest.fixture
def theme(qapp):
    return shipped_theme()


@pytest.fixture(autouse=True)
def figures_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have their room, and tests of their own."""
    leave_figures_unpainted(monkeypatch)


@pytest.fixture
def make_scene(qtbot, theme) -> Iterator[Callable[..., Scene]]:
    """Return what opens a player on a routine.

    Its windows are held until the test is torn down: one that only the test knew could be collected
    while it is painted for the last time.
    """
    scenes: list[Scene] = []

    def make(
        routine: str = "main",
        options: PlayerOptions = OPTIONS,
        database: FakeDatabase | None = None,
        go_on: str = "",
    ) -> Scene:
        clock, tones = FakeClock(), FakeTones()
        database = database or FakeDatabase()
        library = session_library()
        playing = Playing(library, database, clock, lambda: "s1")
        live = playing.go_on(go_on, options) if go_on else playing.begin(Request(routine), options)
        window = PlayerWindow(theme, shipped_art(), library, live, CuePlayer(tones))
        window.resize(1280, 860)
        qtbot.addWidget(window, before_close_func=lambda each: each.close_now())
        scene = Scene(qtbot, clock, database, tones, live, window)
        scene.listen()
        scenes.append(scene)
        return scene

    yield make
    scenes.clear()


@pytest.fixture
def scene(make_scene) -> Scene:
    """The main routine, begun."""
    made = make_scene()
    made.window.begin()
    return made
