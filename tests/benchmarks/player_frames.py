"""A session in the player's real window: how often it is painted, how long it takes.

python -m tests.benchmarks.player_frames [ROUTINE] [SECONDS]
"""

import json
import os
import statistics
import sys
import tempfile
from itertools import pairwise
from time import perf_counter, process_time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer

from coreapp.app import make_application
from coreapp.bootstrap import build_services
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.desktop.senses.probe import DeskProbes
from coreapp.program.program import Program
from coreapp.services.playing import Request
from coreapp.ui.breaks.watchdog import NullWatchdog
from coreapp.ui.player import player_window

SIZE: Final = (1280, 800)
SETTLING_MS: Final = 8_000
"""The first phase gets ready, and what is drawn for the first time is not what is meant."""

ROUTINES: Final = ("sun-salutation-5", "runner-dynamic-warmup")
"""In these the figure never rests: the first follows the breath, the second counts."""


class TimedWindow(player_window.PlayerWindow):
    """The player's window, which notes each picture."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self.pictures: list[tuple[float, float]] = []

    def event(self, event: QEvent) -> bool:
        """Time what Qt paints in one go."""
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        start = perf_counter()
        done = super().event(event)
        self.pictures.append((start, perf_counter() - start))
        return done


class Watch(QObject):
    """Plays for a while, then reports and ends."""

    def __init__(self, program: Program, routine: str, seconds: float) -> None:
        super().__init__()
        self._program = program
        self._routine = routine
        self._seconds = seconds
        self._began = self._used = 0.0

    def play(self) -> None:
        """Begin when the log is open."""
        self._program.play(Request(self._routine))
        self._window.resize(*SIZE)
        self._program.window.hide()
        QTimer.singleShot(SETTLING_MS, self, self._begin)

    @property
    def _window(self) -> TimedWindow:
        return next(
            each for each in make_application().topLevelWidgets() if isinstance(each, TimedWindow)
        )

    def _begin(self) -> None:
        self._window.pictures.clear()
        self._began, self._used = perf_counter(), process_time()
        QTimer.singleShot(round(self._seconds * 1000), self, self._end)

    def _end(self) -> None:
        took, used = perf_counter() - self._began, process_time() - self._used
        pictures = self._window.pictures
        paints = sorted(each for _start, each in pictures)
        gaps = sorted(later[0] - earlier[0] for earlier, later in pairwise(pictures))
        found = {
            "routine": self._routine,
            "width": self._window.width(),
            "height": self._window.height(),
            "a_second": len(pictures) / took,
            "core_percent": used / took * 100,
            "paint_median_ms": statistics.median(paints) * 1000,
            "paint_p99_ms": paints[len(paints) * 99 // 100] * 1000,
            "gap_p99_ms": gaps[len(gaps) * 99 // 100] * 1000,
        }
        print(json.dumps(found), flush=True)
        self._window.close_now()
        make_application().exit()


def main() -> int:
    """Play one routine and print one line of JSON."""
    routine = sys.argv[1] if len(sys.argv) > 1 else ROUTINES[0]
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    with tempfile.TemporaryDirectory() as home:
        os.environ["COREAPP_HOME"] = home
        player_window.PlayerWindow = TimedWindow  # type: ignore[misc]  where the stage finds it
        app = make_application()
        services = build_services()
        services.use_language()
        nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
        program = Program(app, services, nothing, NullWatchdog())
        watch = Watch(program, routine, seconds)
        program.log_opened.connect(watch.play)
        program.start(["show"])
        code = app.exec()
        program.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
