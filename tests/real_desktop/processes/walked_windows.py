"""Opens every window in turn, and waits at each one until it has been looked at.

It writes the name of the station and of its window as one line of JSON, and goes on when it is
given a line; the windows answer meanwhile.
"""

import json
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qt_compat import qt_api

import coreapp.program.session_stage
from tests.e2e.world import World, leave_figures_unpainted
from tests.fakes.clock import FakeClock
from tests.fakes.sound import FakeTones
from tests.patient_bot import PatientBot
from tests.ui.stations import WINDOW, stations


def waits(notifier: QSocketNotifier, name: str, window: QWidget) -> None:
    """Say where the walk is, and wait for a line."""
    window.activateWindow()
    QApplication.processEvents()
    title = window.windowTitle() or window.accessibleName()
    print(json.dumps({"station": name, "window": title}), flush=True)
    loop = QEventLoop()
    connection = notifier.activated.connect(loop.quit)
    loop.exec()
    notifier.activated.disconnect(connection)
    sys.stdin.readline()


def walk(chosen: Iterator[tuple[str, QWidget]], world: World) -> None:
    """Go the whole way."""
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    for name, window in chosen:
        world.settle()
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
walk(stations(world), world)
world.stop()
