"""Bar and break on a real X server, beside the window of another program that somebody types in."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.real_desktop

PROCESSES = Path(__file__).parent / "processes"
REPOSITORY = Path(__file__).parents[2]
PATIENCE_SECONDS = 15.0
WINDOW_MANAGER = "openbox"


class Screen:
    """A display with a program that somebody types in, and one that has bar and break."""

    def __init__(self, qtbot: QtBot, display: str, folder: Path) -> None:
        self._qtbot = qtbot
        self._environment = os.environ | {
            "DISPLAY": display,
            "PYTHONPATH": str(REPOSITORY),
            "QT_QPA_PLATFORM": "xcb",
        }
        self._text = folder / "typed.txt"
        self._text.touch()
        self._other = self._start("someone_elses_window.py", str(self._text))
        self._ours = self._start("break_on_screen.py")
        self.window = ""

    def settle(self) -> None:
        """Wait until both are there and the keys are in the other program's window."""
        self.hear("ready")
        self.wait_for(lambda: self.do("search", "--name", "^report$") != "")
        self.window = self.do("search", "--name", "^report$").split()[0]
        self.wait_for(self._takes_keys)

    @property
    def typed(self) -> str:
        """What arrived in the other program's window."""
        return self._text.read_text()

    @property
    def has_focus(self) -> bool:
        """Whether the other program's window has the keys."""
        return self.do("getwindowfocus") == self.window

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Wait for another program, looking again and again."""
        self._qtbot.waitUntil(happened, timeout=round(PATIENCE_SECONDS * 1000))

    def do(self, *words: str) -> str:
        """Use keyboard, mouse or windows, as a person would."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def type(self, text: str) -> None:
        """Type, and wait until the server has it all."""
        self.do("type", "--delay", "20", text)

    def tell(self, line: str) -> str:
        """Give an order; return what is answered."""
        assert self._ours.stdin is not None
        self._ours.stdin.write(line + "\n")
        self._ours.stdin.flush()
        return self.hear(line)

    def hear(self, start: str) -> str:
        """Return the next line, which must begin so."""
        assert self._ours.stdout is not None
        ready, _writable, _failed = select.select([self._ours.stdout], [], [], PATIENCE_SECONDS)
        assert ready, f"nothing was said that begins with {start!r}"
        line: str = self._ours.stdout.readline().strip()
        assert line.startswith(start), line
        return line

    def press(self, key: str) -> None:
        """Press a key and let it go, and wait until ours has heard of it; it may answer nothing."""
        before = self.tell("keys")
        self.do("key", key)
        self.wait_for(lambda: self.tell("keys") != before)

    def stop(self) -> None:
        """End both programs."""
        for process in (self._ours, self._other):
            process.terminate()
            process.communicate(timeout=PATIENCE_SECONDS)

    def _takes_keys(self) -> bool:
        # Asked once it may be lost: a window manager that begins gives the keys to whom it likes.
        self.do("windowfocus", self.window)
        return self.has_focus

    def _start(self, script: str, *words: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, PROCESSES / script, *words],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )


@pytest.fixture(params=["without a window manager", WINDOW_MANAGER])
def _window_manager(request: pytest.FixtureRequest, x_server: str) -> Iterator[None]:
    """Run a window manager, or none."""
    if request.param != WINDOW_MANAGER:
        yield
        return
    if shutil.which(WINDOW_MANAGER) is None:
        pytest.skip(f"{WINDOW_MANAGER} not installed (see packaging/system_packages.py)")
    manager = subprocess.Popen(
        [WINDOW_MANAGER, "--sm-disable"],
        env=os.environ | {"DISPLAY": x_server},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield
    manager.terminate()
    manager.wait(PATIENCE_SECONDS)


@pytest.fixture
def screen(qtbot: QtBot, x_server: str, _window_manager: None, tmp_path: Path) -> Iterator[Screen]:
    made = Screen(qtbot, x_server, tmp_path)
    try:
        made.settle()
        yield made
    finally:
        made.stop()


def test_bar_and_break_take_the_keys_only_when_they_may_and_give_them_back(screen: Screen) -> None:
    """One test, as both programs take long to start."""
    bar_leaves_the_keys_where_somebody_types_and_takes_a_click(screen)
    break_has_the_keys_and_ignores_those_of_the_first_second(screen)
    esc_let_go_too_early_stays_and_held_leaves_and_the_keys_go_back(screen)
    a_window_that_is_gone_meanwhile_is_no_trouble(screen)


def bar_leaves_the_keys_where_somebody_types_and_takes_a_click(screen: Screen) -> None:
    screen.type("half a ")

    screen.tell("bar")
    screen.type("sentence nose")  # with letters that are answers

    screen.wait_for(lambda: screen.typed == "half a sentence nose")
    assert screen.has_focus
    assert screen.tell("keys") == "keys 0"  # and an answer would have been said before

    screen.wait_for(lambda: screen.do("search", "--onlyvisible", "--name", "^Sitting break$") != "")
    _where, x, y = screen.tell("where").split()

    def point_at_the_button() -> bool:
        # By its place in the window, again and again: a window manager takes its time with a
        # window that is new, and may have put it elsewhere meanwhile.
        screen.do("search", "--name", "^Sitting break$", "mousemove", "--window", "%1", x, y)
        return screen.tell("over") == "over True"

    screen.wait_for(point_at_the_button)
    screen.do("click", "1")

    screen.hear("answered stand")
    screen.type(" on")
    screen.wait_for(lambda: screen.typed == "half a sentence nose on")


def break_has_the_keys_and_ignores_those_of_the_first_second(screen: Screen) -> None:
    before = screen.typed
    screen.tell("break")
    screen.wait_for(lambda: screen.tell("active") == "active True")
    screen.press("n")

    screen.tell("later")
    screen.do("key", "s")

    screen.hear("answered stand")
    assert screen.typed == before


def esc_let_go_too_early_stays_and_held_leaves_and_the_keys_go_back(screen: Screen) -> None:
    screen.wait_for(lambda: screen.has_focus)
    before = screen.typed
    screen.tell("break")
    screen.wait_for(lambda: screen.tell("active") == "active True")

    screen.press("Escape")
    screen.wait_for(lambda: screen.tell("esc") == "esc False")
    assert screen.tell("active") == "active True"

    screen.do("keydown", "Escape")
    screen.hear("answered left")
    screen.do("keyup", "Escape")

    screen.wait_for(lambda: screen.has_focus)
    screen.type("after")
    screen.wait_for(lambda: screen.typed == f"{before}after")


def a_window_that_is_gone_meanwhile_is_no_trouble(screen: Screen) -> None:
    screen.tell("break")
    screen.wait_for(lambda: screen.tell("active") == "active True")
    screen._other.terminate()
    screen._other.wait(PATIENCE_SECONDS)
    screen.tell("later")

    screen.do("key", "s")

    screen.hear("answered stand")
    screen.tell("bar")
