"""The command line as a person's shell sees it: real processes, signals and streams."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_process import process

HEAVY = ("PySide6", "shiboken6", "sqlalchemy", "alembic")
LIGHT_COMMANDS = (
    ("--help",),
    ("exercises", "--json"),
    ("exercise", "plank"),
    ("routines",),
    ("timeline", "core-basics-runners"),
    ("breaks", "simulate", "DAY"),
)
DAY = {"start": "2026-03-04T08:00:00Z", "events": [], "until": "01:00:00"}


@pytest.fixture
def day(tmp_path):
    file = tmp_path / "day.json"
    file.write_text(json.dumps(DAY))
    return str(file)


def test_without_a_terminal_a_session_is_played_to_its_end(run_alone, run):
    played = run_alone("play", "desk-2min-f-walk", "--terminal", "--speed", "6000", "--json").json

    assert played["outcome"] == "completed"
    assert run("log", "--json").json == [played]


def test_what_needs_no_window_and_no_log_loads_neither(day):
    script = (
        "import json, sys\n"
        "from coreapp.cli import main\n"
        "for words in json.loads(sys.argv[1]):\n"
        "    code = main(words)\n"
        f"    heavy = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "    if code or heavy:\n"
        "        sys.exit(f'{words} ended with {code} and loaded: {heavy}')\n"
    )
    commands = [[day if word == "DAY" else word for word in words] for words in LIGHT_COMMANDS]

    ran = subprocess.run(
        [sys.executable, "-c", script, json.dumps(commands)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")


def test_texts_are_utf_8_whatever_the_locale_also_those_of_wrong_use(run_alone):
    ran = run_alone(
        *("exercise", "side-plank", "--language", "de"),
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )

    assert ran.out.startswith("Seitstütz")
    assert "“plank”" in run_alone("exercises", "plank", LC_ALL="C", PYTHONUTF8="0").failed(2)


def test_a_reader_that_goes_away_is_no_reason_to_complain():
    """So little is written that it is noticed at the very end."""
    with process(["routines"]) as started:
        started.stdout.close()
        err = started.stderr.read()
        started.wait(timeout=60)

    assert (started.returncode, err) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
def test_output_that_cannot_be_written_is_told_in_one_line():
    """So much is written that it is noticed in the midst."""
    words = ["exercises", "--json"]
    with open("/dev/full", "w") as full, process(words, stdout=full) as started:  # noqa: PTH123
        err = started.stderr.read()
        started.wait(timeout=60)

    assert (started.returncode, err) == (1, "coreapp: No space left on device\n")


@pytest.fixture
def _heard_interrupts():
    """Let processes that are started hear SIGINT, as from a person's terminal.

    What a script runs in the background (`pytest &`) ignores it, and passes that on to all it
    starts; what is handled here is back to its default there.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def lines_until(started, pattern):
    """Read what a session prints up to a line."""
    for line in started.stdout:
        if re.search(pattern, line):
            return
    pytest.fail(f"nothing matched {pattern}: {started.stderr.read()}")


def play_until_the_second_work():
    """A routine whose first work is done and whose second has begun."""
    started = process(["play", "two-to-start", "--terminal", "--speed", "80"])
    for _ in range(2):
        lines_until(started, "  Work  ")
    return started


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("number", "code", "outcome", "count"),
    [(signal.SIGINT, 130, "ended_early", 2), (signal.SIGKILL, -9, "interrupted", 1)],
)
@pytest.mark.usefixtures("_heard_interrupts")
def test_a_session_broken_off_keeps_what_was_done(run, number, code, outcome, count):
    with play_until_the_second_work() as started:
        started.send_signal(number)
        _out, err = started.communicate(timeout=60)

    assert (started.returncode, err) == (code, "")
    (logged,) = run("log", "--json").json
    assert logged["outcome"] == outcome
    first, *others = logged["sets"]
    assert first["actual_seconds"] == first["planned_seconds"]
    assert not first["skipped"]
    assert len(others) == count - 1
    assert all(each["actual_seconds"] < each["planned_seconds"] for each in others)
