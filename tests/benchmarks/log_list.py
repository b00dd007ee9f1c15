"""What ten years of log cost on the thread of the windows: typing a search, scrolling, a change.

Reading is done on a worker; counted is the processor time of the thread of the windows, event by
event, as an event that takes long is what a person feels.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread
from PySide6.QtTest import QTest

from tests.benchmarks.results import Results

ROOT = Path(__file__).parents[2]
WORDS = ("side plank", "bruecke", "walk", "zzzz")
GOAL_KEY_MS = 16
GOAL_EVENT_MS = 50
LONGEST_S = 60
REST_S = 0.3
STILL = 5
"""After so many steps that bring nothing more it is the end."""

A_KEY_S = 0.1
"""So fast somebody types."""


@dataclass(frozen=True)
class Costs:
    """Milliseconds of the thread of the windows.

    Attributes:
        key: of a key in the search, with its paint; 95 of 100 take no longer.
        found: the longest event while and after somebody types.
        step: the longest event while the list is scrolled to its end.
        rows: so many rows it has then.
        change: the longest event after a change of the log, at the end of the list.
        back: of opening the page again with all of the list loaded.
    """

    key: float
    found: float
    step: float
    rows: int
    change: float
    back: float


def bench(results: Results, home: Path) -> None:
    """Print a line for each.

    Args:
        home: a world with a long log.
    """
    environment = os.environ | {"COREAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.log_list"]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    found = Costs(**json.loads(ran.stdout.splitlines()[-1]))
    for name, cost, goal in (
        ("a key in the search, 95 of 100", found.key, GOAL_KEY_MS),
        ("longest event of a search", found.found, GOAL_EVENT_MS),
        (f"longest event of scrolling {found.rows} rows", found.step, GOAL_EVENT_MS),
        ("longest event of a change at its end", found.change, GOAL_EVENT_MS),
        ("back on the page", found.back, GOAL_EVENT_MS),
    ):
        results.tell(f"list of the log: {name}", cost, "ms", goal=goal)


class _Reader:
    """Somebody who searches and scrolls in the real program."""

    def __init__(self) -> None:
        from coreapp.app import make_application
        from coreapp.bootstrap import build_services
        from coreapp.desktop.senses.hub import SystemSenses
        from coreapp.desktop.senses.probe import DeskProbes
        from coreapp.program.program import Program
        from coreapp.ui.breaks.watchdog import NullWatchdog

        begun: list[bool] = []
        services = build_services()
        app = make_application()
        services.use_language()
        nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
        self._program = Program(app, services, nothing, NullWatchdog())
        self._program.begun.connect(lambda: begun.append(True))
        self._program.start(["show"])
        _let_pass(lambda: bool(begun))

    def open(self) -> None:
        """Open the log for the first time."""
        from coreapp.ui.navigation import PageKey

        self._log, self._elsewhere = PageKey.LOG, PageKey.GUIDE
        self._program.open_page(self._log)
        self._page = self._program.window.page
        _let_pass(lambda: self._page.is_settled)

    def read(self) -> Costs:
        """Do all of it, and return what it cost."""
        from coreapp.services.changes import Change

        keys, found = self._search()
        step = self._scroll()
        rows = len(self._page.rows)
        change = max(_cost(lambda: self._program.changed(Change.LOG)), self._wait())
        self._program.open_page(self._elsewhere)
        _let_pass(lambda: True)
        back = max(_cost(lambda: self._program.open_page(self._log)), self._wait())
        return Costs(sorted(keys)[int(len(keys) * 0.95)], found, step, rows, change, back)

    def _search(self) -> tuple[list[float], float]:
        keys: list[float] = []
        longest = 0.0
        field = self._page._search
        field.setFocus()
        for word in WORDS:
            for letter in word:
                keys.append(_cost(lambda letter=letter: QTest.keyClick(field, letter)))
                longest = max(longest, self._wait(A_KEY_S))
            longest = max(longest, self._wait())
            field.clear()
            longest = max(longest, self._wait())
        return keys, longest

    def _scroll(self) -> float:
        longest, before, still = 0.0, -1, 0
        bar = self._page.verticalScrollBar()
        while still < STILL:
            still = still + 1 if len(self._page.rows) == before else 0
            before = len(self._page.rows)
            longest = max(longest, _cost(lambda: bar.setValue(bar.maximum())), self._wait())
        return longest

    def _wait(self, seconds: float = 0.0) -> float:
        """Let everything happen that follows; return the longest event."""
        longest, start = 0.0, perf_counter()
        while perf_counter() - start < seconds or not self._page.is_settled:
            longest = max(longest, _cost(lambda: None))
            assert perf_counter() - start < LONGEST_S
            QThread.msleep(1)
        return max(longest, _cost(lambda: None))


def _cost(do: Callable[[], object]) -> float:
    """Return what something costs with one round of events."""
    start = thread_time()
    do()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return (thread_time() - start) * 1000


def _let_pass(happened: Callable[[], bool]) -> None:
    """Wait until something is so, and for what follows."""
    start = perf_counter()
    while not happened():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        assert perf_counter() - start < LONGEST_S
    start = perf_counter()
    while perf_counter() - start < REST_S:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(5)


def _run() -> Costs:
    from coreapp.desktop.light_start import import_qt, put_off_searches, settle

    put_off_searches()
    import_qt()
    reader = _Reader()
    settle()
    reader.open()
    return reader.read()


if __name__ == "__main__":
    print(json.dumps(asdict(_run())))
    sys.stdout.flush()
    os._exit(0)
