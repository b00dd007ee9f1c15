"""Real processes: a second start finds the first, a killed one leaves nothing in the way."""

import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from tests.e2e.processes import (
    LONGEST_SECONDS,
    REPOSITORY,
    environment,
    query,
    run,
    run_script,
    running,
)

START_MS = 60_000
CLAIM_AND_DIE = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from coreapp.desktop.single_instance import SingleInstance
app = QCoreApplication(sys.argv)
running = SingleInstance(Path(sys.argv[1]))
assert running.claim()
os.kill(os.getpid(), signal.SIGKILL)
"""
"""As a program is killed that has just become the running one: lock and socket are left."""


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
    """One test, as each program takes long to start; beside it runs one in a world of its own."""
    home, other = tmp_path / "one", tmp_path / "two"
    home.mkdir()
    (home / "settings.json").write_text('{"reduced_motion": true}', encoding="utf-8")
    killed = run_script(home, CLAIM_AND_DIE, str(home))
    assert (killed.returncode, killed.stderr) == (-signal.SIGKILL, "")
    assert (home / "running.lock").exists()

    with running(home) as first, running(other, "--hidden") as stranger:
        wait_for_start(qtbot, home)
        wait_for_start(qtbot, other)

        assert (starts(home), starts(other)) == (1, 1)
        stranger.send_signal(signal.SIGINT)
        assert stranger.wait(LONGEST_SECONDS) == 0
        assert first.poll() is None

        assert run(home).returncode == 0
        second = run(home, "play", "sun-salutation-5")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        qtbot.waitUntil(
            lambda: query(home, "SELECT routine FROM session") == [("sun-salutation-5",)],
            timeout=START_MS,
        )
        assert query(other, "SELECT count(*) FROM session") == [(0,)]
        assert first.poll() is None
        assert starts(home) == 1

        first.send_signal(signal.SIGTERM)
        assert first.wait(LONGEST_SECONDS) == 0
        assert not (home / "running.lock").exists()


def test_a_program_that_does_not_answer_is_told_of(tmp_path: Path, coreapp_home: Path) -> None:
    coreapp_home.mkdir()
    lock = QLockFile(str(coreapp_home / "running.lock"))
    assert lock.tryLock(0)

    second = run(coreapp_home)

    lock.unlock()
    assert second.returncode == 1
    assert second.stderr == "Coreapp runs already but does not answer.\n"


def test_the_window_is_painted_before_what_it_can_do_without_is_imported(
    coreapp_home: Path,
) -> None:
    """Database, figures, player, breaks on the screen, tray and sound: `LATER` has them all."""
    # Else the first window is that of the first start.
    coreapp_home.mkdir(parents=True)
    (coreapp_home / "settings.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_window"],
        cwd=REPOSITORY,
        env=environment(coreapp_home),
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=True,
    )

    assert [line.split() for line in done.stdout.splitlines()] == [["window"], ["log"]]
