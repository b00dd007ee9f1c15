"""Files of databases, for tests that look at them from outside."""

import hashlib
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from coreapp.storage.database import SqlDatabase
from tests.fakes.records import session

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


@cache
def empty_log() -> bytes:
    """A log with all its tables and nothing in them, as it lies on the disk.

    Made once in a process: making the tables takes longer than most of what is done with them.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coreapp.db"
        database = SqlDatabase(path)
        database.open()
        database.close()
        return path.read_bytes()


def begin_with_empty_log(path: Path) -> None:
    """Put an empty log into a folder that is not there yet."""
    path.parent.mkdir(mode=0o700)
    path.write_bytes(empty_log())


def snapshot(folder: Path) -> dict[str, str]:
    """What is in a folder, byte for byte."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.iterdir()
        if each.is_file()
    }


def filled(path: Path) -> Path:
    begin_with_empty_log(path)
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
    database.close()
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # it need not outlast the machine
        for statement in statements:
            connection.execute(statement)
        connection.commit()
