"""Killed at any moment, a session loses at most the phase that ran."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreapp.domain.timeline import PhaseKind
from coreapp.storage.database import SqlDatabase
from tests.e2e.processes import query, running
from tests.fakes.shipped import shipped_library

ROUTINE = "core-four"
SPEED = 200
PHASE = re.compile(r"^\d+:\d\d  ")
LATEST_SECONDS = 0.3
"""How long the fatal moment may lie after the line of a phase: some phases of it last less."""

LATE_SECONDS = 0.2
"""How late a busy machine may notice that a phase has ended."""

EXAMPLES = 40 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 4
"""Each starts a program of its own."""


def play_until_killed(home: Path, lines: int, seconds: float) -> int:
    """Play, kill it `seconds` after so many phases have begun, and return how many had."""
    words = ["play", ROUTINE, "--terminal", "--speed", str(SPEED)]
    with running(home, *words) as process:
        assert process.stdout is not None
        begun = 0
        while begun < lines and (line := process.stdout.readline()):
            begun += bool(PHASE.match(line))
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=seconds)
        process.send_signal(signal.SIGKILL)
        rest, _errors = process.communicate()
    return begun + sum(bool(PHASE.match(line)) for line in rest.splitlines())


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.integers(1, 14), seconds=st.floats(0, LATEST_SECONDS))
def test_what_had_ended_stands_in_the_log(
    tmp_path_factory: pytest.TempPathFactory, lines: int, seconds: float
) -> None:
    home = tmp_path_factory.mktemp("killed")
    timeline = shipped_library().timeline(ROUTINE)
    phases = timeline.phases
    begun = play_until_killed(home, lines, seconds)

    # It is opened as the next start would open it: SQLite tidies up what the dead one left.
    database = SqlDatabase(home / "coreapp.db")
    assert list(database.check()) == []
    database.close()
    # What is printed is stored; what is stored need not have been printed yet.
    ended = {i for i, each in enumerate(phases[: begun - 1]) if each.kind is PhaseKind.WORK}
    stored = query(home, "SELECT phase, actual_seconds, planned_seconds FROM performed_set")
    assert ended <= {phase for phase, _actual, _planned in stored}
    assert all(actual == pytest.approx(planned) for _phase, actual, planned in stored)
    assert query(home, "SELECT outcome FROM session") == [("interrupted",)]
    # The time that ran until the last phase that is stored; how late that was noticed runs too.
    ((position, spent),) = query(home, "SELECT position, spent_seconds FROM session")
    reached = timeline.starts[position]
    assert reached - 0.01 <= spent <= reached + phases[position].seconds + LATE_SECONDS * SPEED
