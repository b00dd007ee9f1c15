"""What the first window and each page cost with a year of log, and with ten years of it.

Each log has a process of its own, in a world of its own. A page is opened several times: the first
time makes it, each later one reads its data anew, as after a session. Counted is the processor time
of the thread of the windows: to go there, and the longest event until the page is painted; beside
it what other threads have done for it. Clocks on the wall say more of what else the machine does.

First visits begin when the program has got the pages ready, two or three seconds after the first
window. What somebody waits who is quicker than that is told by itself.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QThread

from tests.benchmarks.results import Results

if TYPE_CHECKING:
    from coreapp.ui.navigation import Place
    from coreapp.ui.pages.base import Page

ROOT = Path(__file__).parents[2]
YEARS = (1, 10)
ROUNDS = 3
"""So many programs open each page for the first time; one of each log opens it again."""

VISITS = 3
"""So often that one opens each page."""

GOAL_MS = 100
GOAL_TIMES = 1.3
QUIET_S = 0.12
"""When nothing has happened for so long, a page is settled."""

SETTLED_S = 0.4
"""So long is waited for it at most; figures move without end."""

LITTLE_MS = 1.0
"""A turn of the event loop that costs no more is nothing that happens."""

LONGEST_S = 60
PROGRAMME = "back-strength-8wk"
AT_ONCE = ("plan", "breaks")
"""Pages whose first visit is measured without waiting for anything, too: the dearest."""


@dataclass
class Costs:
    """Milliseconds of processor time.

    Attributes:
        window: of the whole process until the first window is painted.
        log: the same until the log is open and what needs it has begun.
        first: by page, of its first visits, on the thread of the windows.
        again: by page, the least of later visits: what else runs only adds to it.
        elsewhere: by page, the same of all other threads.
    """

    window: float = 0.0
    log: float = 0.0
    first: dict[str, list[float]] = field(default_factory=dict)
    again: dict[str, float] = field(default_factory=dict)
    elsewhere: dict[str, float] = field(default_factory=dict)

    def add(self, other: "Costs") -> None:
        """Take in another program's start, of which the least counts, and its first visits."""
        self.window, self.log = min(self.window, other.window), min(self.log, other.log)
        for page, costs in other.first.items():
            self.first[page] += costs


def measure(home: Path, at_once: str = "", visits: int = VISITS) -> Costs:
    """Return what a program costs that has a log.

    Args:
        home: where the log is.
        at_once: a page that is visited without waiting for anything, and no others; all if empty.
        visits: how often each page is opened.
    """
    command = [sys.executable, "-m", "tests.benchmarks.log_pages", at_once, str(visits)]
    environment = os.environ | {"COREAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    found = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return Costs(**json.loads(found.stdout.splitlines()[-1]))


def bench(results: Results, year_home: Path, ten_home: Path) -> None:
    """Print one line for each page, and one for the whole.

    Args:
        results: takes the lines.
        year_home: a world with a year of log; nothing is changed in it.
        ten_home: one with ten.
    """
    small, large = measure(year_home), measure(ten_home)
    for _round in range(ROUNDS - 1):
        small.add(measure(year_home, visits=0))
        large.add(measure(ten_home, visits=1))
    hurried = {page: measure(ten_home, page).first[page] for page in AT_ONCE}

    def tell(name: str, year: float, ten: float, more: str = "") -> None:
        times = f"{ten / year if year else 0.0:.2f} x"
        results.tell(f"log ×10: {name}", ten, "ms", "; ".join(filter(None, (times, more))))

    tell("first window", small.window, large.window)
    tell("log open", small.log, large.log)
    for page in small.again:
        first = large.first[page]
        more = f"first visit {min(first):.0f} ms, median {median(first):.0f} ms"
        if large.elsewhere[page] >= 1:
            more += f", on other threads {large.elsewhere[page]:.0f} ms"
        tell(page, small.again[page], large.again[page], more)
    slowest = max(large.again, key=lambda page: large.again[page])
    total = [costs.window + sum(costs.again.values()) for costs in (small, large)]
    results.tell("log ×10: all of it, times one year", total[1] / total[0], "x", goal=GOAL_TIMES)
    results.tell(f"log ×10: slowest page, {slowest}", large.again[slowest], "ms", goal=GOAL_MS)
    for page, costs in hurried.items():
        results.tell(f"log ×10: first visit at once, {page}", costs[0], "ms")
    medians = {page: median(costs) for page, costs in large.first.items()}
    slowest = max(medians, key=lambda page: medians[page])
    name = f"log ×10: slowest first visit, {slowest}, median of {ROUNDS}"
    results.tell(name, medians[slowest], "ms", goal=GOAL_MS)


class _Visitor:
    """The real program, whose pages are opened one after the other."""

    def __init__(self) -> None:
        from coreapp.app import make_application
        from coreapp.bootstrap import build_services
        from coreapp.desktop.senses.hub import SystemSenses
        from coreapp.desktop.senses.probe import DeskProbes
        from coreapp.program.program import Program
        from coreapp.ui.breaks.watchdog import NullWatchdog

        self.costs = Costs()
        self._visits: dict[str, list[tuple[float, float]]] = {}
        self._painting = _Painting()
        self._has_begun = False
        services = build_services()
        app = make_application()
        services.use_language()
        nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
        self._program = Program(app, services, nothing, NullWatchdog())
        self._program.window.first_painted.connect(self._note_window)
        self._program.begun.connect(self._note_log)

    def start(self, *, waits: bool) -> None:
        """Start the program; if somebody `waits`, until all is there that comes by itself."""
        self._program.start(["show"])
        start = perf_counter()
        while perf_counter() - start < LONGEST_S:
            _process()
            if self._has_begun and (self._program.early_pages.are_made or not waits):
                break
        if waits:
            _settle()

    def visit_all(self) -> None:
        """Open each page once."""
        from coreapp.services.changes import Change
        from coreapp.ui.navigation import PageKey, Place

        places = {key.value: Place(key) for key in PageKey}
        places["programme"] = Place(PageKey.ROUTINES, programme=PROGRAMME)
        places["exercise"] = Place(PageKey.LIBRARY, exercise="side-plank")
        for name, place in places.items():
            # Away from it, then log and plan change: what shows them reads them anew.
            other = PageKey.GUIDE if place.page is not PageKey.GUIDE else PageKey.SETTINGS
            if other.value in self._visits:
                self._program.window.go(Place(other))
            else:
                self.visit(other.value, Place(other))
            self._program.changed(Change.LOG, Change.PLAN)
            _settle()
            self.visit(name, place)

    def visit(self, name: str, place: "Place") -> None:
        """Open a page, and note what that costs."""
        window = self._program.window
        others, own = process_time() - thread_time(), thread_time()
        window.go(place)
        own = thread_time() - own + self._painting.longest_until_painted(window.page)
        _settle()
        others = process_time() - thread_time() - others
        self._visits.setdefault(name, []).append((own * 1000, others * 1000))

    def stop(self) -> Costs:
        """End the program, and return what it cost."""
        self._program.stop()
        for name, (first, *later) in self._visits.items():
            self.costs.first[name] = [first[0]]
            if later:
                self.costs.again[name] = min(own for own, _others in later)
                self.costs.elsewhere[name] = min(others for _own, others in later)
        return self.costs

    def _note_window(self) -> None:
        self.costs.window = process_time() * 1000

    def _note_log(self) -> None:
        self.costs.log = process_time() * 1000
        self._has_begun = True


class _Painting(QObject):
    """Sees when a page is painted: it comes up softly, a moment after one has gone there."""

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False

    def longest_until_painted(self, page: "Page | None") -> float:
        """Return the longest turn of the event loop until a page is painted, in seconds."""
        inner = None if page is None else page.widget()
        self._is_painted, longest, start = inner is None, 0.0, perf_counter()
        if inner is not None:
            inner.installEventFilter(self)
        while not self._is_painted and perf_counter() - start < LONGEST_S:
            longest = max(longest, _process())
        if inner is not None:
            inner.removeEventFilter(self)
        return longest

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that it is painted."""
        self._is_painted = self._is_painted or event.type() is QEvent.Type.Paint
        return False


def _run(at_once: str, visits: int) -> Costs:
    """Start the program, open every page so often, or one, and tell what that cost."""
    from coreapp.desktop.light_start import import_qt, put_off_searches, settle
    from coreapp.ui.navigation import PageKey, Place

    put_off_searches()
    import_qt()
    visitor = _Visitor()
    visitor.start(waits=visits > 0 and not at_once)
    if at_once:
        visitor.visit(at_once, Place(PageKey(at_once)))
        return visitor.stop()
    settle()
    for _each in range(visits):
        visitor.visit_all()
    return visitor.stop()


def _process() -> float:
    """Take a turn of the event loop, and return what it cost, in seconds."""
    start = thread_time()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return thread_time() - start


def _settle() -> None:
    """Let everything happen that follows, on whatever thread."""
    start = calm = perf_counter()
    while perf_counter() - start < SETTLED_S and perf_counter() - calm < QUIET_S:
        others = process_time() - thread_time()
        spent = _process()
        QThread.msleep(5)
        others = process_time() - thread_time() - others
        if max(spent, others) * 1000 > LITTLE_MS:
            calm = perf_counter()


if __name__ == "__main__":
    print(json.dumps(asdict(_run(sys.argv[1], int(sys.argv[2])))))
    sys.stdout.flush()
    os._exit(0)
