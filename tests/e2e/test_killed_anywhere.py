"""Killed at any moment, a session loses at most the phase that ran."""

import os
import random
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest

from coreapp.domain.timeline import PhaseKind
from coreapp.storage.database import SqlDatabase
from tests.e2e.processes import query, running
from tests.fakes.shipped import shipped_library

ROUTINE = "core-four"
SPEED = 200
PHASE = re.compile(rb"^\d+:\d\d  ", re.MULTILINE)
LAST_LINE = 14
LATEST_SECONDS = 0.3
"""How long the fatal moment may lie after the line of a phase: some phases of it last less."""

LATE_SECONDS = 0.2
"""How late a busy machine may notice that a phase has ended."""

MOMENTS = 5
"""So often each program is killed, as far as its folder can tell."""

SESSIONS = [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 41))]


class Player:
    """A session in a process of its own, that prints a line for each phase."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._process = process
        self._pipe = process.stdout.fileno()
        self._printed = b""

    @property
    def begun(self) -> int:
        """How many phases have begun, as far as it was read."""
        return len(PHASE.findall(self._printed))

    def stop_at(self, lines: int, seconds: float) -> None:
        """Let so many phases begin and so long pass; then stop it wherever it is."""
        while self.begun < lines:
            self._read()
        with pytest.raises(subprocess.TimeoutExpired):
            self._process.wait(timeout=seconds)
        self._process.send_signal(signal.SIGSTOP)
        _pid, status = os.waitpid(self._process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), "the session was over"
        while select([self._pipe], [], [], 0)[0]:
            self._read()

    def go_on(self) -> None:
        """Play on."""
        self._process.send_signal(signal.SIGCONT)

    def _read(self) -> None:
        printed = os.read(self._pipe, 4096)
        assert printed, "the session was over"
        self._printed += printed


def killed_at(moments: list[tuple[int, float]], folder: Path) -> Iterator[tuple[int, Path]]:
    """Play a session; return how many phases had begun, and what was on the disk, at each moment.

    A process that stands still has left on the disk what it leaves if it is killed there. At the
    last moment it is.
    """
    home = folder / "played"
    words = ["play", ROUTINE, "--terminal", "--speed", str(SPEED)]
    with running(home, *words) as process:
        player = Player(process)
        for number, (lines, seconds) in enumerate(moments[:-1]):
            player.stop_at(lines, seconds)
            left = folder / str(number)
            shutil.copytree(home, left)
            player.go_on()
            yield player.begun, left
        player.stop_at(*moments[-1])
    yield player.begun, home


@pytest.mark.parametrize("seed", SESSIONS)
def test_what_had_ended_stands_in_the_log(tmp_path: Path, seed: int) -> None:
    any_of = random.Random(seed)
    lines = sorted(any_of.sample(range(1, LAST_LINE + 1), MOMENTS))
    moments = [(each, any_of.uniform(0, LATEST_SECONDS)) for each in lines]

    for begun, home in list(killed_at(moments, tmp_path)):
        what_had_ended_stands_there(home, begun)


def what_had_ended_stands_there(home: Path, begun: int) -> None:
    timeline = shipped_library().timeline(ROUTINE)
    phases = timeline.phases
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
