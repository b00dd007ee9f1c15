"""`make help` explains everything that `make` can do."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.repository import ROOT

PROMISED = {"run", "test", "lint", "bench", "soak", "format", "translations", "help", "clean"}


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_help_explains_every_target():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    outcome = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    explained = dict(re.findall(r"^  make (\S+) +(\S.*)$", outcome.stdout, re.MULTILINE))

    assert targets == explained.keys()
    assert targets >= PROMISED


def pytest_line(arguments):
    """Return how `make test` would call pytest."""
    command = ["make", "--dry-run", "--no-print-directory", "test", f"ARGS={arguments}"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return outcome.stdout.splitlines()[-1]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_whole_suite_takes_all_cores():
    for arguments in ("", "-x", "-k breaks"):
        line = pytest_line(arguments)
        assert " --numprocesses auto " in line
        assert line.endswith(arguments)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_what_is_picked_runs_in_one_process():
    for arguments in ("tests/unit -x", "-x tests/test_wording.py::test_a"):
        assert pytest_line(arguments).split(".venv/bin/pytest")[1].strip() == arguments
