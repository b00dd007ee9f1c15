"""`make bench PEERS=1`: this program beside others that remind of breaks, on one X server and bus.

What is compared is what a person has of it: how soon the first window is painted, and what a
program costs that rests in the tray all day. Each runs alone, in a home of its own, as its package
sets it up. Their figures are facts about those packages on this machine, in this hour.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep  # noqa: TID251  a process of its own runs on the real clock
from typing import Any, Final

import xcffib
import xcffib.xproto

from tests.benchmarks import visited_pages
from tests.benchmarks.desk import private_desk, typing_hands
from tests.benchmarks.processes import Costs, family, watch
from tests.benchmarks.results import Results

ROOT = Path(__file__).parents[2]

RUNS: Final = 10
"""First windows of each program; the first run of all is not counted."""

SETTLED_AFTER: Final = 20.0
AWAY_AFTER: Final = 80.0
"""By then resting hands are an absence for all of them; ours takes a minute for one. What is done
when it begins is not what being away costs."""

STRETCH: Final = 20.0
PATIENCE: Final = 30.0

LEAST_SIZE: Final = 60
"""Windows smaller than this are icons, or not meant to be seen, in pixels."""

LOOKED_AT: Final = 96
"""So wide a strip at the left of a window is looked at, in pixels; all have something there.

A picture of all of a large window has megabytes: who fetches it again and again takes time from the
program that is measured and from the X server that is to show it."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One program.

    Attributes:
        window: the command that shows its first window; empty if it has none.
        resting: the command that lets it rest in the tray.
        package: what brings it, for Debian.
    """

    name: str
    window: tuple[str, ...]
    resting: tuple[str, ...] = ()
    package: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


_EMPTY: Final = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("An empty window")
label.resize(400, 300)
label.show()
application.exec()
"""

_SETTINGS: Final = json.dumps(
    {
        "breaks": {
            "working_hours": {
                day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            }
        }
    }
)

OURS: Final = Contestant(
    "coreapp",
    (sys.executable, "-m", "coreapp"),
    (sys.executable, "-m", "coreapp", "--hidden"),
    files={"coreapp/settings.json": _SETTINGS},
)
FLOOR: Final = Contestant("an empty PySide6 window", (sys.executable, "-c", _EMPTY))
PEERS: Final = (
    Contestant("Workrave", ("workrave",), ("workrave",), "workrave"),
    Contestant("Safe Eyes", (), ("safeeyes",), "safeeyes"),
    Contestant("RSIBreak", (), ("rsibreak",), "rsibreak"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured of one program.

    Attributes:
        windows: seconds to the first painted window, of each run.
        memory: PSS at rest, in bytes; None if it does not rest.
        costs: what it cost in each state.
    """

    windows: tuple[float, ...] = ()
    memory: int | None = None
    costs: Mapping[str, Costs] = field(default_factory=dict)


def install_missing() -> list[str]:
    """Install the others as root, best effort; return the names of those that are not there."""
    wanted = [each for each in PEERS if shutil.which(each.resting[0]) is None]
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        packages = [each.package for each in wanted]
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
            check=False,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
        )
    return [each.name for each in wanted if shutil.which(each.resting[0]) is None]


def measure(runs: int = RUNS, stretch: float = STRETCH) -> dict[str, Found]:
    """Measure all programs that are there; first all windows in turn, then each at rest."""
    there = [FLOOR, OURS, *(each for each in PEERS if shutil.which(each.resting[0]))]
    windows: dict[str, list[float]] = {each.name: [] for each in there}
    with private_desk() as environment:
        for _run in range(runs + 1 if runs else 0):
            for each in there:
                if each.window:
                    windows[each.name].append(_first_window(each, environment))
    found = {}
    for each in there:
        memory, costs = (None, {}) if not each.resting else _at_rest(each, stretch)
        found[each.name] = Found(tuple(windows[each.name][1:]), memory, costs)
    return found


def _first_window(each: Contestant, environment: Mapping[str, str]) -> float:
    """Return after how many seconds a window of the program is painted."""
    screen = Screen(environment["DISPLAY"])
    try:
        began = perf_counter()
        with running(each.window, each, environment):
            screen.wait_for_picture(began + PATIENCE)
            return perf_counter() - began
    finally:
        screen.close()


def _at_rest(each: Contestant, stretch: float) -> tuple[int, Mapping[str, Costs]]:
    with private_desk() as environment, running(each.resting, each, environment) as process:
        with typing_hands(environment["DISPLAY"]):
            sleep(SETTLED_AFTER)
            typing = watch(process, stretch)
        memory = sum(member.memory() for member in family(process))
        sleep(AWAY_AFTER)
        return memory, {"typing": typing, "away": watch(process, stretch)}


@contextmanager
def running(
    command: Sequence[str], each: Contestant, environment: Mapping[str, str]
) -> Iterator[int]:
    """Run a program in a home of its own; yield its process."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for name, text in each.files.items():
            path = Path(home) / name
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        own = {"HOME": home, "COREAPP_HOME": f"{home}/coreapp", "XDG_RUNTIME_DIR": home}
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environment, **own},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process.pid
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


class Screen:
    """Looks at what is shown, as somebody before it would."""

    def __init__(self, display: str) -> None:
        # Any: the package says it is typed, but these calls carry no annotations.
        self._x: Any = xcffib.connect(display)
        self._root = self._x.get_setup().roots[0].root
        mask = xcffib.xproto.EventMask.SubstructureNotify
        self._x.core.ChangeWindowAttributes(self._root, xcffib.xproto.CW.EventMask, [mask])
        self._x.flush()

    def wait_for_picture(self, until: float) -> None:
        """Wait until a window is shown, and more than one colour is at its left.

        Raises:
            TimeoutError: none was.
        """
        shown: set[int] = set()
        while perf_counter() < until:
            while (event := self._x.poll_for_event()) is not None:
                if isinstance(event, xcffib.xproto.MapNotifyEvent):
                    shown.add(event.window)
            if any(self._is_painted(window) for window in shown):
                return
            sleep(0.002)
        raise TimeoutError("no window was painted")

    def close(self) -> None:
        """Disconnect."""
        self._x.disconnect()

    def _is_painted(self, window: int) -> bool:
        try:
            box = self._x.core.GetGeometry(window).reply()
            if min(box.width, box.height) < LEAST_SIZE:
                return False
            pixmap = xcffib.xproto.ImageFormat.ZPixmap
            width = min(box.width, LOOKED_AT)
            image = self._x.core.GetImage(
                pixmap, window, 0, 0, width, box.height, 0xFFFFFFFF
            ).reply()
        except xcffib.XcffibException:
            return False
        pixels = bytes(image.data)
        return pixels != pixels[:4] * (len(pixels) // 4)


def tell(results: Results, found: Mapping[str, Found]) -> None:
    """Print one figure a line, and beside it how many times as much as theirs ours is."""
    for title, read, unit in _figures():
        values = {name: value for name, each in found.items() if (value := read(each)) is not None}
        ours = values.get(OURS.name)
        for name, value in values.items():
            ratio = "" if not ours or not value else f"coreapp is {ours / value:.2f} x"
            results.tell(f"{title}, {name}", value, unit, ratio)


def tell_visited(results: Results, found: Mapping[str, Found], rest: float) -> None:
    """Print what all pages leave behind, beside what the others hold."""
    memory = visited_pages.measure(rest)["after"]
    results.tell("memory after all pages and a rest (PSS), coreapp", memory / 1e6, "MB")
    for name, each in found.items():
        if each.memory is not None and name != OURS.name:
            ratio = memory / each.memory
            results.tell(f"memory after all pages, times {name} at rest", ratio, "x")


def _figures() -> tuple[tuple[str, Callable[[Found], float | None], str], ...]:
    def cost(state: str, name: str) -> Callable[[Found], float | None]:
        def read(each: Found) -> float | None:
            return getattr(each.costs[state], name) if state in each.costs else None

        return read

    states = ("typing", "away")
    return (
        (
            "first window",
            lambda each: statistics.median(each.windows) if each.windows else None,
            "s",
        ),
        (
            "memory at rest (PSS)",
            lambda each: None if each.memory is None else each.memory / 1e6,
            "MB",
        ),
        *((f"processor time, {state}", cost(state, "cpu_ms"), "ms/s") for state in states),
        *((f"context switches, {state}", cost(state, "switches"), "/s") for state in states),
    )


def main(results: Results, runs: int = RUNS, stretch: float = STRETCH, rest: float = 5.0) -> None:
    """Measure and tell.

    Args:
        runs: first windows of each program; none are opened for 0.
        stretch: how long each rests while somebody types, and again while nobody is there.
        rest: how long ours rests after all its pages were open.
    """
    missing = install_missing()
    if missing:
        print(f"not compared, since not installed: {', '.join(missing)}", flush=True)
    found = measure(runs, stretch)
    tell(results, found)
    tell_visited(results, found, rest)


if __name__ == "__main__":
    main(Results())
