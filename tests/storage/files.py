"""Files of databases, for tests that look at them from outside."""

import hashlib
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coreapp.storage.database import SqlDatabase
from tests.fakes.records import session

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


def snapshot(folder: Path) -> dict[str, str]:
    """What is in a folder, byte for byte."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.iterdir()
        if each.is_file()
    }


def filled(path: Path) -> Path:
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
    database.close()
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
