"""The SQLite file itself: looked at without being touched, copied, kept private."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coreapp.domain.errors import DatabaseUnreadableError
from coreapp.storage.private_files import make_file, make_folder, make_private

BUSY_MS = 5000
"""How long a statement waits for another program, in milliseconds. Ten years that are brought in
hold up others for one second of work; on a slow or busy computer that takes some more."""

_BESIDE = ("-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database; they take the rights it has."""

_UNFINISHED = ("-wal", "-journal")
"""Endings of the files that hold what is not in the database file yet."""


_MAGIC = b"SQLite format 3\0"
"""What a database begins with (sqlite.org/fileformat.html)."""


@dataclass(frozen=True, slots=True)
class StoredSchema:
    """What a database says of itself.

    Attributes:
        version: the migration it is at, or None.
        tables: names of all tables but Alembic's own.
    """

    version: str | None = None
    tables: frozenset[str] = frozenset()


def read_schema(path: Path) -> StoredSchema:
    """Return what the file says of itself; nothing of it is changed.

    Raises:
        DatabaseUnreadableError: it is not a database.
        sqlite3.Error: it cannot be opened, or is damaged.
        OSError: it cannot be read.
    """
    if not path.exists():
        return StoredSchema()
    with path.open("rb") as file:
        beginning = file.read(len(_MAGIC))
    # SQLite itself takes a file of a few bytes for an empty database, and would overwrite it.
    if beginning not in (b"", _MAGIC):
        raise DatabaseUnreadableError("it is not a database")
    with closing(_open_untouched(path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = {str(name) for (name,) in connection.execute(query)}
        version = None
        if "alembic_version" in names:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            version = None if row is None else str(row[0])
    return StoredSchema(version, frozenset(names - {"alembic_version"}))


def prepare(path: Path) -> None:
    """Make the file and its folder if they are not there, private to the user.

    Raises:
        OSError: they cannot be made.
    """
    make_folder(path.parent)
    make_file(path)
    for ending in _BESIDE:
        make_private(path.with_name(path.name + ending))


def copy_database(source: Path, target: Path) -> None:
    """Copy a whole database, with what is not in its file yet; an older copy is replaced.

    Raises:
        sqlite3.Error: it cannot be read, or there is no room.
        OSError: the copy cannot be made.
    """
    new = target.with_name(target.name + ".new")
    new.unlink(missing_ok=True)
    try:
        make_file(new)
        with closing(_open_untouched(source)) as reader, closing(sqlite3.connect(new)) as writer:
            reader.backup(writer)
            # A copy is one file: it is opened alone, from anywhere.
            writer.execute("PRAGMA journal_mode = DELETE")
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def beside(path: Path) -> list[Path]:
    """Return the files that SQLite may keep beside a database."""
    return [path.with_name(path.name + ending) for ending in {*_BESIDE, *_UNFINISHED}]


def set_pragmas(connection: sqlite3.Connection, *, foreign_keys: bool) -> None:
    """Set up a connection; transactions are begun by hand from here on.

    Args:
        connection: a new connection.
        foreign_keys: whether they are enforced; not while tables are made anew by a migration,
            which would delete the children of each table it replaces.
    """
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _open_untouched(path: Path) -> sqlite3.Connection:
    """Open for reading; if nothing is unfinished, without even a lock or a file beside it."""
    unfinished = (path.with_name(path.name + ending) for ending in _UNFINISHED)
    is_at_rest = not any(each.exists() and each.stat().st_size for each in unfinished)
    mode = "immutable=1" if is_at_rest else "mode=ro"
    uri = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000)
