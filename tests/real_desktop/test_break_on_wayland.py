"""The break on a real Wayland compositor: sway, whose screens are plugged in by the test."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.real_desktop.session_bus import skip_without
from tests.real_desktop.test_full_screen_wayland import sway  # noqa: F401  a fixture

pytestmark = pytest.mark.real_desktop

SCRIPT = Path(__file__).parent / "processes" / "break_on_screen.py"
REPOSITORY = Path(__file__).parents[2]
PATIENCE_SECONDS = 20.0


class Compositor:
    """A compositor, and the program that has bar and break."""

    def __init__(self, socket: Path) -> None:
        self._socket = next(socket.parent.glob("sway-ipc*"))
        self._process = subprocess.Popen(
            [sys.executable, SCRIPT],
            env=os.environ
            | {
                "PYTHONPATH": str(REPOSITORY),
                "QT_QPA_PLATFORM": "wayland",
                "XDG_SESSION_TYPE": "wayland",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            bufsize=1,
        )
        self._hear()

    def tell(self, line: str) -> str:
        """Give an order; return what is answered."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._hear()

    def screens(self) -> dict[str, str]:
        """Return which window is on which screen, in its size."""
        told = self.tell("screens").split()[1:]
        return {place: kind for kind, _at, place in (each.partition("@") for each in told)}

    def outputs(self) -> dict[str, str]:
        """Return the compositor's own screens, as `screens` names them."""
        told = json.loads(self._sway("-t", "get_outputs"))
        sizes = ((each["name"], each["rect"]) for each in told)
        return {f"{name}:{box['width']}x{box['height']}": name for name, box in sizes}

    def plug_in(self) -> None:
        """Give it one screen more."""
        self._sway("create_output")

    def stop(self) -> None:
        """End the program."""
        self._process.terminate()
        self._process.communicate(timeout=PATIENCE_SECONDS)

    def _sway(self, *words: str) -> str:
        return subprocess.run(
            ["swaymsg", "-s", self._socket, *words], capture_output=True, text=True, check=True
        ).stdout

    def _hear(self) -> str:
        assert self._process.stdout is not None
        ready, _writable, _failed = select.select([self._process.stdout], [], [], PATIENCE_SECONDS)
        assert ready, "nothing was said"
        line: str = self._process.stdout.readline().strip()
        assert line, "it ended"
        return line


@pytest.fixture
def compositor(sway: Path) -> Iterator[Compositor]:  # noqa: F811  the fixture
    skip_without("swaymsg")
    made = Compositor(sway)
    yield made
    made.stop()


def test_the_bar_is_not_activated_and_the_break_covers_each_screen_whole_also_a_new_one(
    qtbot: QtBot, compositor: Compositor
) -> None:
    patience = round(PATIENCE_SECONDS * 1000)
    compositor.tell("bar")
    assert compositor.tell("active") == "active False"

    compositor.tell("break")
    qtbot.waitUntil(
        lambda: compositor.screens().keys() == compositor.outputs().keys(), timeout=patience
    )
    assert list(compositor.screens().values()) == ["BreakWindow"]

    compositor.plug_in()
    qtbot.waitUntil(lambda: len(compositor.outputs()) == 2, timeout=patience)
    qtbot.waitUntil(
        lambda: compositor.screens().keys() == compositor.outputs().keys(), timeout=patience
    )

    assert sorted(compositor.screens().values()) == ["BreakWindow", "CalmWindow"]
