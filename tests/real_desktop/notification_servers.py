"""Notification servers: a real dunst, and one that cannot show buttons."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real_desktop.session_bus import is_there

NAME = "org.freedesktop.Notifications"

CONFIGURATION = """
[global]
    dmenu = {chooser}
    idle_threshold = 0
    mouse_left_click = do_action
    mouse_right_click = close_current
"""

CHOOSER = """#!/bin/sh
grep --fixed-strings "$(cat {choice})"
"""


class Dunst:
    """A dunst that is started and stopped; who looks at it is a person at the desk."""

    def __init__(self, folder: Path) -> None:
        self._output = folder / "dunst.txt"
        self._choice = folder / "choice.txt"
        self._configuration = folder / "dunstrc"
        chooser = folder / "chooser.sh"
        chooser.write_text(CHOOSER.format(choice=self._choice))
        chooser.chmod(0o700)
        self._configuration.write_text(CONFIGURATION.format(chooser=chooser))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._output.open("ab") as output:
            self._process = subprocess.Popen(
                ["dunst", "-config", str(self._configuration), "-print"],
                stdout=output,
                stderr=subprocess.DEVNULL,
            )

    @property
    def said(self) -> str:
        """Everything it has shown so far."""
        return self._output.read_text()

    @property
    def count(self) -> int:
        """How many notifications are on the screen."""
        return int(self._control("count", "displayed"))

    @property
    def window(self) -> str:
        """The window on the X server; empty while there is none to be seen."""
        words = ["xdotool", "search", "--onlyvisible", "--name", "^Dunst$"]
        return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()

    def choose(self, text: str) -> None:
        """Press a button, by what stands on it."""
        self._choice.write_text(text)
        self._control("context")

    def take_away(self) -> None:
        self._control("close")

    def click(self) -> None:
        """Click on the notification with the mouse."""
        _output("xdotool", "mousemove", "--window", self.window, "20", "20", "click", "1")

    def hang(self) -> None:
        self._signal(signal.SIGSTOP)

    def kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait(10)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        os.kill(self._process.pid, number)

    @staticmethod
    def _control(*words: str) -> str:
        return _output("dunstctl", *words)


@contextmanager
def server_without_buttons(folder: Path) -> Iterator[Path]:
    """Run a server that shows no buttons; give the file where it writes what it is asked."""
    log = folder / "mock.txt"
    log.touch()
    process = subprocess.Popen(
        [
            *("/usr/bin/python3", "-m", "dbusmock", "--session", "--logfile", str(log)),
            *("--template", "notification_daemon", "--parameters", '{"capabilities": "body"}'),
        ],
        env={**os.environ, "PYTHONPATH": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield log
    finally:
        process.terminate()
        process.wait(10)


def is_served(address: str) -> bool:
    """Tell whether a notification server is on the bus."""
    return is_there(address, NAME)


def _output(*words: str) -> str:
    return subprocess.run(
        words, capture_output=True, text=True, timeout=10, check=True
    ).stdout.strip()
