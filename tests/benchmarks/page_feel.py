"""How pages feel with ten years of log: going from one to another, typing a search, scrolling.

Counted is the processor time of the thread of the windows, each time until all is painted; 95 of
100 take no longer than what is told. Of going to a page it is the longest of the events that follow
one another until it stands there. Every page was open before, and nothing has changed meanwhile:
what first visits and changes cost is told by `log_pages`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.benchmarks.results import Results, percentile

ROOT = Path(__file__).parents[2]
ROUNDS = 5
GOAL_SWITCH_MS = 50
GOAL_KEY_MS = 16
GOAL_FRAME_MS = 16
WORDS = ("plank", "bruecke", "hip", "zzz")
STEP_PX = 40
"""A notch of a wheel is 60 to 120 pixels, a frame of a touchpad less."""

LONGEST_S = 60
REST_S = 0.12
SHARE = 0.95


@dataclass
class Felt:
    """Milliseconds of the thread of the windows, each time, by what was done."""

    switches: dict[str, list[float]] = field(default_factory=dict)
    keys: dict[str, list[float]] = field(default_factory=dict)
    frames: dict[str, list[float]] = field(default_factory=dict)


def bench(results: Results, home: Path) -> None:
    """Print a line for each, and for each page.

    Args:
        home: a world with a long log.
    """
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.page_feel"],
        cwd=ROOT,
        env=os.environ | {"COREAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    felt = Felt(**json.loads(ran.stdout.splitlines()[-1]))
    for name, by_page, goal in (
        ("page switch", felt.switches, GOAL_SWITCH_MS),
        ("a key in a search", felt.keys, GOAL_KEY_MS),
        ("a frame of scrolling", felt.frames, GOAL_FRAME_MS),
    ):
        every = [cost for costs in by_page.values() for cost in costs]
        results.tell(f"{name}, 95 of 100", percentile(every, SHARE), "ms", goal=goal)
        for page, costs in by_page.items():
            longest = f"longest {max(costs):.1f} ms"
            results.tell(f"{name}: {page}", percentile(costs, SHARE), "ms", longest)


class _Person:
    """Somebody in the real program."""

    def __init__(self) -> None:
        from coreapp.app import make_application
        from coreapp.bootstrap import build_services
        from coreapp.desktop.senses.hub import SystemSenses
        from coreapp.desktop.senses.probe import DeskProbes
        from coreapp.program.program import Program
        from coreapp.ui.breaks.watchdog import NullWatchdog

        self.felt = Felt()
        self._begun: list[bool] = []
        services = build_services()
        app = make_application()
        services.use_language()
        nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
        self._program = Program(app, services, nothing, NullWatchdog())
        self._program.begun.connect(lambda: self._begun.append(True))

    def start(self) -> None:
        """Start, and open every page once."""
        from coreapp.ui.navigation import PageKey

        self._program.start(["show"])
        start = perf_counter()
        while not self._begun and perf_counter() - start < LONGEST_S:
            _process()
        for key in PageKey:
            self._program.open_page(key)
            _settle()

    def switch(self) -> None:
        """Go from page to page."""
        from coreapp.ui.navigation import PageKey

        for _round in range(ROUNDS):
            for key in PageKey:
                cost = _cost(partial(self._program.open_page, key))
                # It comes up softly: the first event paints nothing of it.
                cost = max(cost, _longest_until_settled())
                self.felt.switches.setdefault(key.value, []).append(cost)
                _settle()

    def search(self) -> None:
        """Type on the pages that can be searched."""
        from coreapp.ui.navigation import PageKey

        for key in (PageKey.LIBRARY, PageKey.LOG, PageKey.GUIDE, PageKey.SETTINGS):
            page = self._open(key)
            page.focus_search()
            search = page.findChildren(QLineEdit)[0]
            costs = self.felt.keys.setdefault(key.value, [])
            for word in WORDS:
                for letter in word:
                    costs.append(_cost(partial(QTest.keyClick, search, letter)))
                    costs.append(_longest_until_settled())
                search.clear()
                _settle()

    def scroll(self) -> None:
        """Scroll the pages with cards to their end."""
        from coreapp.ui.navigation import PageKey

        for key in (PageKey.LIBRARY, PageKey.ROUTINES, PageKey.PROGRESS, PageKey.TODAY):
            bar = self._open(key).verticalScrollBar()
            costs = self.felt.frames.setdefault(key.value, [])
            while bar.value() < bar.maximum():
                costs.append(_cost(partial(bar.setValue, bar.value() + STEP_PX)))
            if not costs:
                del self.felt.frames[key.value]

    def _open(self, key: Any) -> Any:
        self._program.open_page(key)
        _settle()
        return self._program.window.page


def _process() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _cost(do: Callable[[], object]) -> float:
    start = thread_time()
    do()
    _process()
    return (thread_time() - start) * 1000


def _longest_until_settled() -> float:
    """Return the longest event of what follows."""
    longest, start = 0.0, perf_counter()
    while perf_counter() - start < REST_S:
        longest = max(longest, _cost(lambda: None))
        QThread.msleep(2)
    return longest


def _settle() -> None:
    start = perf_counter()
    while perf_counter() - start < REST_S:
        _process()
        QThread.msleep(5)


def _run() -> Felt:
    from coreapp.desktop.light_start import import_qt, put_off_searches, settle

    put_off_searches()
    import_qt()
    person = _Person()
    person.start()
    settle()
    person.switch()
    person.search()
    person.scroll()
    return person.felt


if __name__ == "__main__":
    print(json.dumps(asdict(_run())))
    sys.stdout.flush()
    os._exit(0)
