"""Which errors of a database are expected failures, and which are bugs."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError

from coreapp.domain.errors import DatabaseUnreadableError, DiskFullError
from coreapp.storage.failures import explained_opening, explained_statements


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
def test_a_server_that_does_not_answer_cannot_be_read(kind):
    with pytest.raises(DatabaseUnreadableError, match="no answer"), explained_statements():
        raise kind("SELECT 1", None, Exception("no answer"))


def test_a_full_disk_is_no_damage():
    for code, failure in (
        (sqlite3.SQLITE_FULL, DiskFullError),
        # As where a disk is full and the file beside the database cannot grow.
        (sqlite3.SQLITE_IOERR_SHMSIZE, DiskFullError),
        (sqlite3.SQLITE_IOERR_READ, DatabaseUnreadableError),
    ):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = code

        with pytest.raises(failure), explained_opening():
            raise error


def test_a_broken_rule_is_a_bug():
    with pytest.raises(IntegrityError), explained_statements():
        raise IntegrityError("INSERT", None, Exception("twice"))


def test_a_wrong_statement_is_a_bug():
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match="syntax"),
        explained_opening(),
    ):
        connection.execute("SELECTED")


def test_a_wrong_call_is_a_bug():
    with pytest.raises(sqlite3.ProgrammingError), explained_opening():
        raise sqlite3.ProgrammingError("no code at all")


def test_what_a_use_case_meets_with_files_is_its_own():
    with pytest.raises(OSError, match="mine"), explained_statements():
        raise OSError("mine")
