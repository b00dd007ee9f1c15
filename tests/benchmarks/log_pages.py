"""What the first window and each page cost with a year of log, and with ten years of it.

Each log has a process of its own, in a world of its own. A page is opened several times: the first
time imports and makes it, each later one reads its data anew, as after a session. Counted is the
processor time of the thread of the windows until the page is painted, and beside it what other
threads have done for it. Clocks on the wall say more of what else runs on the machine.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter, process_time, thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QThread

from tests.benchmarks.results import Results

ROOT = Path(__file__).parents[2]
YEARS = (1, 10)
VISITS = 3
GOAL_MS = 100
GOAL_TIMES = 1.3
SETTLED_S = 0.15
"""So long a page may go on, on whatever thread, before the next one; figures move without end."""

LONGEST_S = 60
PROGRAMME = "back-strength-8wk"


@dataclass
class Costs:
    """Milliseconds of processor time.

    Attributes:
        window: of the whole process until the first window is painted.
        log: the same until the log is open and what needs it has begun.
        first: by page, of its first visit, on the thread of the windows.
        again: by page, the least of later visits: what else runs only adds to it.
        elsewhere: by page, the same of all other threads.
    """

    window: float = 0.0
    log: float = 0.0
    first: dict[str, float] = field(default_factory=dict)
    again: dict[str, float] = field(default_factory=dict)
    elsewhere: dict[str, float] = field(default_factory=dict)


def measure(years: int) -> Costs:
    """Return what a program costs whose log goes back so far."""
    from tests.benchmarks.log_of_years import home_with_log

    with home_with_log(years) as home:
        command = [sys.executable, "-m", "tests.benchmarks.log_pages"]
        environment = os.environ | {"COREAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        found = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
        )
        return Costs(**json.loads(found.stdout.splitlines()[-1]))


def measure_all(rounds: int = 1) -> dict[int, Costs]:
    """Return the least of some rounds, in which the logs take turns."""
    found: dict[int, list[Costs]] = {years: [] for years in YEARS}
    for _each in range(rounds):
        for years in YEARS:
            found[years].append(measure(years))
    return {years: _least(each) for years, each in found.items()}


def bench(results: Results) -> None:
    """Print one line for each page, and one for the whole."""
    found = measure_all()
    small, large = (found[years] for years in YEARS)

    def tell(name: str, year: float, ten: float, more: str = "") -> None:
        times = f"{ten / year if year else 0.0:.2f} x"
        results.tell(f"log ×10: {name}", ten, "ms", "; ".join(filter(None, (times, more))))

    tell("first window", small.window, large.window)
    tell("log open", small.log, large.log)
    for page in small.again:
        more = f"first visit {large.first[page]:.0f} ms"
        if large.elsewhere[page] >= 1:
            more += f", on other threads {large.elsewhere[page]:.0f} ms"
        tell(page, small.again[page], large.again[page], more)
    slowest = max(large.again, key=lambda page: large.again[page])
    total = [costs.window + sum(costs.again.values()) for costs in (small, large)]
    results.tell("log ×10: all of it, times one year", total[1] / total[0], "x", goal=GOAL_TIMES)
    results.tell(f"log ×10: slowest page, {slowest}", large.again[slowest], "ms", goal=GOAL_MS)
    slowest = max(large.first, key=lambda page: large.first[page])
    results.tell(
        f"log ×10: slowest first visit, {slowest}", large.first[slowest], "ms", goal=GOAL_MS
    )


def _least(found: list[Costs]) -> Costs:
    plain = [asdict(each) for each in found]

    def least(values: list[object]) -> object:
        first = values[0]
        if isinstance(first, dict):
            return {key: least([each[key] for each in values]) for key in first}
        return min(values)

    return Costs(**{key: least([each[key] for each in plain]) for key in plain[0]})


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
        self._has_begun = False
        services = build_services()
        app = make_application()
        services.use_language()
        nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
        self._program = Program(app, services, nothing, NullWatchdog())
        self._program.window.first_painted.connect(self._note_window)
        self._program.begun.connect(self._note_log)

    def start(self) -> None:
        """Start the program, and wait until its start is over."""
        self._program.start(["show"])
        start = perf_counter()
        while not self._has_begun and perf_counter() - start < LONGEST_S:
            _process()
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
            elsewhere = PageKey.GUIDE if place.page is not PageKey.GUIDE else PageKey.SETTINGS
            self._program.window.go(Place(elsewhere))
            self._program.changed(Change.LOG, Change.PLAN)
            _settle()
            others, own = process_time() - thread_time(), thread_time()
            self._program.window.go(place)
            _process()
            own = thread_time() - own
            _settle()
            others = process_time() - thread_time() - others
            self._visits.setdefault(name, []).append((own * 1000, others * 1000))

    def stop(self) -> Costs:
        """End the program, and return what it cost."""
        self._program.stop()
        for name, (first, *later) in self._visits.items():
            self.costs.first[name] = first[0]
            self.costs.again[name] = min(own for own, _others in later)
            self.costs.elsewhere[name] = min(others for _own, others in later)
        return self.costs

    def _note_window(self) -> None:
        self.costs.window = process_time() * 1000

    def _note_log(self) -> None:
        self.costs.log = process_time() * 1000
        self._has_begun = True


def _run() -> Costs:
    """Start the program, open every page, and tell what that cost."""
    from coreapp.desktop.light_start import import_qt, put_off_searches, settle

    put_off_searches()
    import_qt()
    visitor = _Visitor()
    visitor.start()
    settle()
    for _each in range(VISITS + 1):
        visitor.visit_all()
    return visitor.stop()


def _process() -> None:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle() -> None:
    """Let everything happen that follows."""
    start = perf_counter()
    while perf_counter() - start < SETTLED_S:
        _process()
        QThread.msleep(5)


if __name__ == "__main__":
    print(json.dumps(asdict(_run())))
    sys.stdout.flush()
    os._exit(0)
