"""Opens windows in turn, `all` or `some` of them, and waits at each until it has been looked at.

It writes the name of the station and of its window as one line of JSON, and goes on when it is
given a line; the windows answer meanwhile.
"""

import json
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qt_compat import qt_api

import coreapp.program.session_stage
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, leave_figures_unpainted
from tests.fakes.clock import FakeClock
from tests.fakes.sound import FakeTones
from tests.patient_bot import PatientBot
from tests.ui.key_path import escape
from tests.ui.session_stations import break_stations, player_stations
from tests.ui.stations import WINDOW, plan_and_play, stations, wait_for_page

SHOWN = (PageKey.TODAY, PageKey.PLAN, PageKey.PROGRESS, PageKey.BREAKS, PageKey.SETTINGS)
SEEN_OF_SESSIONS = (f"player, {PhaseKind.WORK}", "end the session?", "after the session")
SEEN_OF_BREAKS = ("bar", "break", "work in the break")


def some_stations(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield windows of each kind: pages, a dialog, player, bar and break."""
    program, window = world.program, world.program.window
    plan_and_play(world)
    yield from (
        (name, each) for name, each in player_stations(world, WINDOW) if name in SEEN_OF_SESSIONS
    )
    for key in SHOWN:
        program.open_page(key)
        wait_for_page(world)
        yield str(key), window
    program.open_exercise("plank")
    wait_for_page(world)
    yield "plank", window
    program.enter_activity()
    yield "enter a run", program.activities.dialog
    escape(program.activities.dialog)
    yield from (
        (name, each) for name, each in break_stations(world, WINDOW) if name in SEEN_OF_BREAKS
    )


WAYS = {"all": stations, "some": some_stations}


def waits(notifier: QSocketNotifier, name: str, window: QWidget) -> None:
    """Say where the walk is, and wait for a line."""
    window.activateWindow()
    QApplication.processEvents()
    title = window.windowTitle() or window.accessibleName()
    assert title, f"{name} has no name"
    print(json.dumps({"station": name, "window": title}), flush=True)
    loop = QEventLoop()
    connection = notifier.activated.connect(loop.quit)
    loop.exec()
    notifier.activated.disconnect(connection)
    sys.stdin.readline()


def walk(chosen: Iterator[tuple[str, QWidget]], world: World) -> None:
    """Go the way to its end."""
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    for name, window in chosen:
        world.settle()
        # A menu that pops up is no window of its program: Qt leaves it out, and a reader follows
        # the keyboard into it.
        if not isinstance(window, QMenu):
            waits(notifier, name, window)
    notifier.setEnabled(False)


qt_api.set_qt_api("pyside6")
app = QApplication([])
app.setApplicationName("coreapp")
app.setQuitOnLastWindowClosed(False)
coreapp.program.session_stage.pick_tones = lambda _folder: FakeTones()
# Nobody looks: figures are not drawn.
leave_figures_unpainted(pytest.MonkeyPatch())
world = World(PatientBot(None), FakeClock())
world.services.preferences.change({"language": "en", "reduced_motion": True})
world.services.use_language()
world.start()
world.program.window.resize(*WINDOW)
walk(WAYS[sys.argv[1]](world), world)
world.stop()
