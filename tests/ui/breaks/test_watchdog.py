"""A break that is painted no more ends the program: the real watchdog, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from coreapp.ui.breaks.watchdog import PATIENCE_SECONDS

SCRIPT = Path(__file__).parent / "processes" / "frozen_break.py"
REPOSITORY = Path(__file__).parents[3]


def start(log: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", SCRIPT, log, how],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_a_program_that_hangs_or_is_not_painted_ends_and_one_that_is_well_does_not(tmp_path: Path):
    """Three programs at the same time, since most of their time is waiting."""
    programs = {how: start(tmp_path / how, how) for how in ("hang", "unpainted", "well")}
    try:
        told = {how: program.communicate(timeout=60)[0] for how, program in programs.items()}
    finally:
        for program in programs.values():
            program.kill()
            program.wait()
    stacks = {how: (tmp_path / how).read_text() for how in programs}

    for how in ("hang", "unpainted"):
        assert programs[how].returncode != 0, how
        assert "good order" not in told[how], how
        assert stacks[how].startswith("Timeout"), how
    assert "hang_here_for_ever" in stacks["hang"]

    assert told["well"].splitlines()[-1] == "ended in good order", "it ended while it was that"
    assert programs["well"].returncode == 0
    assert stacks["well"] == ""


def test_it_waits_five_seconds():
    assert PATIENCE_SECONDS == 5
