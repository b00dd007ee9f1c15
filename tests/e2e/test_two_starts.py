"""Starts of one's own program: over a killed one, before a second one, beside one that is dumb."""

import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coreapp.cli import main
from coreapp.desktop.single_instance import SingleInstance
from tests.e2e.processes import LONGEST_SECONDS, leave_lock, query, run, running_script

START_MS = 60_000
WATCHED_START = """
import sys
from coreapp.desktop.light_start import import_qt, put_off_searches
put_off_searches()
import_qt()
from coreapp.app import run
from coreapp.bootstrap import build_services
from coreapp.program.program import Program
from tests.benchmarks.painted_window import FirstPaint

class Watched(Program):
    def start(self, words):
        self.watcher = FirstPaint(self)
        self.window.installEventFilter(self.watcher)
        super().start(words)

sys.exit(run(build_services(), ["show"], kind=Watched))
"""
"""As its command starts the program, which says what is imported when its window is painted."""


def starts(home: Path) -> int:
    """Return how many programs have begun in a world, by its diagnostic log."""
    file = home / "coreapp.log"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return sum(" starts" in line for line in lines)


def wait_for_start(qtbot: QtBot, home: Path) -> None:
    """Wait until a program has begun, and its log is open."""
    qtbot.waitUntil(
        lambda: starts(home) == 1 and query(home, "SELECT count(*) FROM session") != [],
        timeout=START_MS,
    )


def test_a_killed_one_is_not_in_the_way_and_a_second_start_hands_its_words_to_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """One test, as each program takes long to start; another world stays free beside it."""
    home, other = tmp_path / "one", tmp_path / "two"
    for each in (home, other):
        each.mkdir()
    # Without settings the first window is that of the first start.
    (home / "settings.json").write_text('{"reduced_motion": true}', encoding="utf-8")
    leave_lock(home)

    with running_script(home, WATCHED_START) as first:
        the_window_is_painted_before_what_it_can_do_without_is_imported(first.stdout.readline())
        wait_for_start(qtbot, home)

        stranger = SingleInstance(other)
        assert stranger.claim(), "a program in one folder is in the way in another"
        stranger.release()
        second = run(home, "play", "sun-salutation-5")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        qtbot.waitUntil(
            lambda: query(home, "SELECT routine FROM session") == [("sun-salutation-5",)],
            timeout=START_MS,
        )
        assert first.poll() is None
        assert starts(home) == 1

        first.send_signal(signal.SIGTERM)
        assert first.wait(LONGEST_SECONDS) == 0
        assert not (home / "running.lock").exists()


def the_window_is_painted_before_what_it_can_do_without_is_imported(line: str) -> None:
    """Database, figures, player, breaks on the screen, tray and sound: `LATER` has them all."""
    assert line.split() == ["window"]


@pytest.mark.usefixtures("qapp")
def test_a_program_that_does_not_answer_is_told_of(
    coreapp_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coreapp_home.mkdir()
    lock = QLockFile(str(coreapp_home / "running.lock"))
    assert lock.tryLock(0)

    code = main([])

    lock.unlock()
    assert code == 1
    assert capsys.readouterr() == ("", "Coreapp runs already but does not answer.\n")
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())
