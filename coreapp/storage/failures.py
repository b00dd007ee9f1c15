"""What an error of the database means: the expected ones get their names, others are bugs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from coreapp.domain.errors import (
    CoreappError,
    DatabaseBusyError,
    DatabaseUnreadableError,
    DiskFullError,
    is_no_room,
)

_BY_CODE: dict[int, type[CoreappError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreadableError,
    sqlite3.SQLITE_CORRUPT: DatabaseUnreadableError,
    sqlite3.SQLITE_IOERR: DatabaseUnreadableError,
    sqlite3.SQLITE_NOTADB: DatabaseUnreadableError,
    sqlite3.SQLITE_PERM: DatabaseUnreadableError,
    sqlite3.SQLITE_READONLY: DatabaseUnreadableError,
}
"""The primary result codes of SQLite (sqlite.org/rescode.html) that an honest program meets."""

_BY_EXTENDED: dict[int, type[CoreappError]] = {
    # The file beside the database cannot grow: "the underlying filesystem volume is out of space".
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFullError,
}
"""Extended result codes that say more than what they are a kind of."""

_PRIMARY = 0xFF
"""An extended result code carries the primary one in its lowest byte."""


@contextmanager
def explained_statements() -> Iterator[None]:
    """Turn what goes wrong with a statement into an expected failure, if it is one.

    Raises:
        DatabaseBusyError: another program holds the database.
        DatabaseUnreadableError: it is damaged, or gone.
        DiskFullError: there is no room.
    """
    try:
        yield
    except DBAPIError as error:
        failure = _explain(error)
        if failure is None:
            raise
        raise failure from error


@contextmanager
def explained_opening() -> Iterator[None]:
    """Turn what goes wrong with opening a database into an expected failure, if it is one.

    Raises:
        DatabaseBusyError: another program holds the database.
        DatabaseUnreadableError: it is not a database, damaged, or must not be opened.
        DiskFullError: there is no room.
    """
    try:
        with explained_statements():
            yield
    except sqlite3.Error as error:
        failure = _explain_sqlite(error)
        if failure is None:
            raise
        raise failure from error
    except OSError as error:
        failure_class = DiskFullError if is_no_room(error) else DatabaseUnreadableError
        raise failure_class(str(error)) from error


def _explain(error: DBAPIError) -> CoreappError | None:
    if isinstance(error.orig, sqlite3.Error):
        return _explain_sqlite(error.orig)
    if isinstance(error, (InterfaceError, OperationalError)):
        return DatabaseUnreadableError(str(error.orig))
    return None


def _explain_sqlite(error: sqlite3.Error) -> CoreappError | None:
    code = getattr(error, "sqlite_errorcode", None)
    failure = None if code is None else _BY_EXTENDED.get(code, _BY_CODE.get(code & _PRIMARY))
    return None if failure is None else failure(str(error))
