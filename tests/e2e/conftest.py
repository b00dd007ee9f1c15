"""The whole program, started and ended by a test; no sound device, no tray unless one is wanted."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.services.log_ports import Database
from tests.e2e.world import World, leave_figures_unpainted, plain_look_after
from tests.fakes.clock import FakeClock
from tests.fakes.notices import FakeNotifier
from tests.fakes.sound import FakeTones


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    with plain_look_after():
        yield


@pytest.fixture
def tones(monkeypatch: pytest.MonkeyPatch) -> FakeTones:
    """What would be heard."""
    heard = FakeTones()
    monkeypatch.setattr("coreapp.program.session_stage.pick_tones", lambda _folder: heard)
    return heard


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Pretend that this desktop has a tray; return what is told from it."""
    told: list[str] = []
    monkeypatch.setattr("coreapp.ui.tray.TrayIcon.available", True)
    monkeypatch.setattr("coreapp.ui.tray.TrayIcon.show", lambda _tray: None)
    monkeypatch.setattr(
        "coreapp.ui.tray.TrayIcon.show_reminder",
        lambda _tray, title, text: told.append(f"{title}: {text}") is None,
    )
    return told


@pytest.fixture
def notifier(monkeypatch: pytest.MonkeyPatch) -> FakeNotifier:
    """A desktop that shows notifications with buttons."""
    notifier = FakeNotifier()
    monkeypatch.setattr("coreapp.program.break_stage.pick_notifier", lambda _last: notifier)
    return notifier


@pytest.fixture
def quits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each time the program asked to be ended."""
    asked: list[bool] = []
    monkeypatch.setattr(qapp, "exit", lambda: asked.append(True))
    return asked


@pytest.fixture
def paints_figures() -> bool:
    """Whether figures are painted: it takes its time. Files that are about them say yes."""
    return False


@pytest.fixture
def open_world(
    qtbot: QtBot,
    tones: FakeTones,
    quits: list[bool],
    paints_figures: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., World]]:
    """Return what makes a world, not started yet; all are ended after the test."""
    if not paints_figures:
        leave_figures_unpainted(monkeypatch)
    worlds: list[World] = []

    def make(
        clock: FakeClock | None = None,
        database: Database | None = None,
        *,
        is_new: bool = False,
        moves: bool = False,
    ) -> World:
        clock = clock or FakeClock()
        worlds.append(World(qtbot, clock, database, is_new=is_new, moves=moves))
        return worlds[-1]

    yield make
    for world in worlds:
        world.stop()


@pytest.fixture
def world(open_world: Callable[..., World], request: pytest.FixtureRequest) -> World:
    """The program, started, with nothing in its log; it is 09:00 on a Monday in Berlin.

    Where the test has a tray it waits there, and its window opens on the page that is asked for: a
    start costs a third without Today.
    """
    if "tray" not in request.fixturenames:
        return open_world().start()
    request.getfixturevalue("tray")
    return open_world().start("hide")
