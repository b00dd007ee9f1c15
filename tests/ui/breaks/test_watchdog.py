"""A break that is painted no more ends the program: the real watchdog, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coreapp.ui.breaks.watchdog import PATIENCE_SECONDS

SCRIPT = Path(__file__).parent / "processes" / "frozen_break.py"
REPOSITORY = Path(__file__).parents[3]


def run(log: Path, how: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, SCRIPT, log, how],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_program_that_hangs_under_a_break_ends_and_says_where(tmp_path: Path):
    done = run(tmp_path / "stacks", "hang")

    assert done.returncode != 0
    assert "good order" not in done.stdout
    stacks = (tmp_path / "stacks").read_text()
    assert stacks.startswith("Timeout")
    assert "hang_here_for_ever" in stacks


def test_a_break_that_is_not_painted_any_more_ends_it_though_the_program_runs(tmp_path: Path):
    done = run(tmp_path / "stacks", "unpainted")

    assert done.returncode != 0
    assert "Timeout" in (tmp_path / "stacks").read_text()


@pytest.mark.parametrize("how", ["nothing", "closed", "hidden"])
def test_nothing_ends_it_while_all_is_well_or_nothing_covers_the_screen(tmp_path: Path, how: str):
    done = run(tmp_path / "stacks", how)

    assert (done.stdout, done.returncode) == ("ended in good order\n", 0)
    assert (tmp_path / "stacks").read_text() == ""


def test_it_waits_five_seconds():
    assert PATIENCE_SECONDS == 5
