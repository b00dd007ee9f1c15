"""The program as a process of its own, without a screen, ended for certain."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from socket import gethostname

REPOSITORY = Path(__file__).parents[2]
LONGEST_SECONDS = 60


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a program in a world of its own."""
    return os.environ | {
        "COREAPP_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(REPOSITORY),
    }


def leave_lock(folder: Path) -> None:
    """Leave the lock of a killed program in a folder, for a process of a number that cannot be."""
    # The kernel's highest is lower.
    lock = f"{2**22 + 1}\ncoreapp\n{gethostname()}\n"
    (folder / "running.lock").write_text(lock, encoding="utf-8")


def running(home: Path, *words: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """Run the program; it is killed at the end of the block if it still runs."""
    return _running(home, "-m", "coreapp", *words)


def running_script(home: Path, script: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """Run a script of Python, as `running` does."""
    return _running(home, "-c", script)


@contextmanager
def _running(home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, *words],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=LONGEST_SECONDS)


def run(home: Path, *words: str) -> subprocess.CompletedProcess:
    """Run a command to its end."""
    return _to_its_end(home, "-m", "coreapp", *words)


def run_script(home: Path, script: str, *words: str) -> subprocess.CompletedProcess:
    """Run a script of Python to its end, which finds the words as those of a command."""
    return _to_its_end(home, "-c", script, *words)


def _to_its_end(home: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )


def query(home: Path, sql: str) -> list[tuple]:
    """Ask the log of a running program; empty while there is none."""
    file = home / "coreapp.db"
    if not file.exists():
        return []
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            return connection.execute(sql).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error) and "locked" not in str(error):
            raise
        return []  # the tables are being made
