"""Windows as a screen reader gets them: read over AT-SPI by another program, under X11.

Inside the program the tests ask Qt about every window (`tests/ui/test_walk.py`); here it is asked
what arrives on the bus of the desktop: of windows of each kind, and in `make soak` of every one.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.real_desktop.session_bus import private_bus, skip_without

pytestmark = pytest.mark.real_desktop

PROCESSES = Path(__file__).parent / "processes"
REPOSITORY = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ADVICE = "not installed (see packaging/system_packages.py)"

WITHOUT_ROLE = frozenset({"filler", "unknown", "invalid", "panel", "frame"})
"""Roles that say only that something is there."""
CONTROLS = frozenset(
    {
        "check box",
        "combo box",
        "entry",
        "push button",
        "radio button",
        "slider",
        "spin button",
        "text",
        "toggle button",
    }
)
WITH_VALUE = frozenset({"slider", "spin button"})
SCROLLED = frozenset({"dialog", "layered pane"})
"""What holds pages and long texts; one takes the keyboard to be scrolled, and has a name."""

Node = dict[str, Any]


class Reader:
    """Program and screen reader, both on one private desktop."""

    def __init__(self, display: str, address: str, folder: Path) -> None:
        """Start what lies between them; `stations` starts the two."""
        self._said = folder / "said.txt"
        environment = {key: value for key, value in os.environ.items() if key != "NO_AT_BRIDGE"}
        self._environment = environment | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "PYTHONPATH": str(REPOSITORY),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._started: list[subprocess.Popen[str]] = []
        self._start(str(LAUNCHER), "--launch-immediately", "--a11y=1")
        self._windows: subprocess.Popen[str] | None = None
        self._reader: subprocess.Popen[str] | None = None

    def stations(self, which: str) -> Iterator[tuple[str, Node]]:
        """Yield `all` windows or `some`, by the name of the station, with what is read of each."""
        windows = str(PROCESSES / "walked_windows.py")
        self._windows = self._start(sys.executable, windows, which)
        told = self._windows.stdout.readline()
        self._reader = self._start(SYSTEM_PYTHON, str(PROCESSES / "tree_reader.py"))
        while told.startswith("{"):
            place = json.loads(told)
            yield place["station"], self._read(place["window"])
            told = _answer(self._windows, "")

    def end(self) -> int:
        """Wait until the way is at its end; return how it came out."""
        return self._windows.wait(30)

    @property
    def said(self) -> str:
        """What the programs complained of last."""
        return self._said.read_text()[-2000:]

    def stop(self) -> None:
        """End everything that was started."""
        for each in reversed(self._started):
            # With what it has started: the launcher has a bus of its own.
            with suppress(ProcessLookupError):
                os.killpg(each.pid, signal.SIGKILL)
            each.wait(10)
            for pipe in (each.stdin, each.stdout):
                if pipe is not None:
                    pipe.close()

    def _read(self, window: str) -> Node:
        assert self._reader is not None
        return json.loads(_answer(self._reader, window))

    def _start(self, *words: str) -> subprocess.Popen[str]:
        with self._said.open("a") as said:
            started = subprocess.Popen(
                words,
                cwd=REPOSITORY,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
                start_new_session=True,
            )
        self._started.append(started)
        return started


def _answer(process: subprocess.Popen[str], line: str) -> str:
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return process.stdout.readline()


@pytest.fixture
def reader(x_server: str, tmp_path: Path) -> Iterator[Reader]:
    skip_without("dbus-daemon")
    if not LAUNCHER.exists():
        pytest.skip(f"at-spi2-core {ADVICE}")
    has_module = shutil.which(SYSTEM_PYTHON) and subprocess.run(
        [SYSTEM_PYTHON, "-c", "from gi.repository import Atspi"], capture_output=True, check=False
    )
    if not has_module or has_module.returncode:
        pytest.skip(f"python3-pyatspi {ADVICE}")
    with private_bus(tmp_path) as address:
        made = Reader(x_server, address, tmp_path)
        try:
            yield made
        finally:
            made.stop()


def nodes(tree: Node, above: tuple[Node, ...] = ()) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Yield a node and all below it, each with those around it, in the order they are read."""
    yield tree, above
    for child in tree.get("children", ()):
        yield from nodes(child, (*above, tree))


def problems(tree: Node) -> Iterator[str]:
    """Return a line for each control somebody could not work with who hears it."""
    if "names" in tree:
        yield f"it is not there; there are {tree['names']}"
        return
    for node, above in nodes(tree):
        place = " < ".join(f"{each['role']} “{each['name']}”" for each in above[:-4:-1])
        takes_keys = "focusable" in node["states"]
        is_empty = node.get("value", [0, 0, 1])[2] == 0  # a strip that waits for its pictures
        is_control = node["role"] in CONTROLS and not is_empty
        if (is_control or takes_keys) and not node["name"] and above:
            yield f"a {node['role']} without a name in {place}"
        if takes_keys and node["role"] in WITHOUT_ROLE and not _needs_none(node, above):
            yield f"“{node['name']}” is a {node['role']} in {place}"
        if node["role"] in WITH_VALUE and "value" not in node:
            yield f"“{node['name']}” has no value in {place}"


def _needs_none(node: Node, above: tuple[Node, ...]) -> bool:
    """Tell whether it is a window, or something long that scrolls."""
    return not above or above[-1]["role"] in SCROLLED


@pytest.mark.timeout(400)  # each question goes over the bus and back
@pytest.mark.parametrize(
    ("which", "fewest"),
    [("some", 13), pytest.param("all", 81, marks=pytest.mark.soak)],
    ids=["windows of each kind", "every window"],
)
def test_windows_can_be_worked_with_by_ear(reader: Reader, which: str, fewest: int) -> None:
    found: list[str] = []
    read: dict[str, Node] = {}
    for name, tree in reader.stations(which):
        read[name] = tree
        found += [f"{name}: {line}" for line in problems(tree)]

    assert reader.end() == 0, reader.said
    assert len(read) >= fewest
    assert not found, "\n" + "\n".join(found)
    _states_are_told(read)


def find(tree: Node, role: str, name: str) -> Node:
    """Return the control of that role whose name begins so."""
    for node, _above in nodes(tree):
        if node["role"] == role and node["name"].startswith(name):
            return node
    raise AssertionError(f"no {role} “{name}”")


def _states_are_told(read: dict[str, Node]) -> None:
    """Look at single windows: what is chosen, where the keyboard is, values, tables, order."""
    plan = read["plan"]
    assert "checked" in find(plan, "check box", "Plan")["states"]
    assert "checked" not in find(plan, "check box", "Log")["states"]
    assert find(plan, "table", "March 2026")["description"]
    days = [node["name"] for node, _ in nodes(plan) if node["role"] == "table cell"]
    assert len(days) == 42
    assert "Core basics for runners" in find(plan, "table cell", "Monday, March 2, today")["name"]

    after = read["after the session"]
    effort = find(after, "slider", "Effort")
    assert effort["value"] == [0, 7, 10]
    assert "focused" in effort["states"]
    order = [node["name"] for node, _ in nodes(after) if node["role"] in CONTROLS]
    wanted = ["Effort", "There was pain", "Note", "Save", "Skip"]
    assert [name for name in order if name in wanted] == wanted

    work = find(read["player, work"], "slider", "Time line")
    assert 0 < work["value"][1] < work["value"][2]
    turned = find(read["plank"], "image", "Figure: ")
    assert "focusable" in turned["states"]
    chart = find(read["progress"], "slider", "Minutes a week")
    assert chart["description"]
    assert find(read["breaks"], "push button", "Break now")
