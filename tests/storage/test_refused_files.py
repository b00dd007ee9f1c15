"""Files that are refused, locked, damaged, or have no room to grow."""

import errno
import shutil
import sqlite3
from contextlib import closing

import pytest

from coreapp.domain.errors import (
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnreadableError,
    DiskFullError,
)
from coreapp.storage import sqlite_file
from coreapp.storage.database import SqlDatabase
from tests.fakes.records import session
from tests.storage.files import change, filled, snapshot


def test_a_newer_database_is_refused_and_left_untouched(path):
    change(filled(path), "UPDATE alembic_version SET version_num = '9999'")
    before = snapshot(path.parent)
    database = SqlDatabase(path)
    for attempt in (database.open, database.check, lambda: database.work().__enter__()):
        with pytest.raises(DatabaseTooNewError, match="9999"):
            attempt()
    assert snapshot(path.parent) == before


def test_a_newer_database_of_a_killed_program_is_left_untouched_too(path, sql, tmp_path):
    with sql.work() as work:
        work.sessions.add(session())
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    left = tmp_path / "left"
    left.mkdir()
    for name in ("coreapp.db", "coreapp.db-wal"):
        shutil.copy(path.with_name(name), left)
    before = snapshot(left)
    with pytest.raises(DatabaseTooNewError):
        SqlDatabase(left / "coreapp.db").open()
    assert before.items() <= snapshot(left).items()


def test_a_file_that_is_no_database_is_refused_and_left_untouched(path):
    path.parent.mkdir()
    notes = b"these are my running notes\n" * 100
    for content in (notes, b"x", b"SQLite format 3\0" + b"\xff" * 4096):
        path.write_bytes(content)
        before = snapshot(path.parent)
        with pytest.raises(DatabaseUnreadableError):
            pytest.fail(f"{content[:20]} is opened: {SqlDatabase(path).open()}")
        assert snapshot(path.parent) == before, content[:20]


def test_a_database_of_another_program_is_refused_and_left_untouched(path):
    path.parent.mkdir()
    change(path, "CREATE TABLE bookmarks (url TEXT)")
    before = snapshot(path.parent)
    with pytest.raises(DatabaseUnreadableError, match="another program"):
        SqlDatabase(path).open()
    assert snapshot(path.parent) == before


def test_a_database_that_lost_a_table_is_refused(path):
    change(filled(path), "DROP TABLE performed_set")
    with pytest.raises(DatabaseUnreadableError, match="missing"):
        SqlDatabase(path).open()


def test_an_empty_file_becomes_a_database(path):
    path.parent.mkdir()
    path.touch()
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
    assert database.check() == []
    database.close()


def test_a_folder_in_its_place_is_refused(path):
    path.mkdir(parents=True)
    with pytest.raises(DatabaseUnreadableError):
        SqlDatabase(path).open()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DatabaseUnreadableError):
        SqlDatabase(tmp_path / "data" / "coreapp.db").open()


def test_damage_found_later_is_told_as_such(path):
    database = SqlDatabase(filled(path))
    database.open()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(DatabaseUnreadableError), database.work() as work:
        work.sessions.between(None, None)
    database.close()


@pytest.fixture
def impatient(monkeypatch):
    """Do not wait for another program."""
    monkeypatch.setattr(sqlite_file, "BUSY_MS", 0)


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_is_busy_and_free_again_later(path):
    filled(path)
    database = SqlDatabase(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusyError), database.work() as work:
            work.sessions.add(session("s2"))
        other.execute("ROLLBACK")
    with database.work() as work:
        assert [each.id for each in work.sessions.between(None, None)] == ["s1"]
    database.close()


@pytest.mark.usefixtures("impatient")
def test_a_database_locked_before_its_first_use_is_busy(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseBusyError):
            SqlDatabase(path).open()


def test_a_full_disk_keeps_what_was_saved_and_goes_on_when_there_is_room(path):
    database = SqlDatabase(filled(path))
    with database.work() as work:
        connection = work.sessions._session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError), database.work() as work:
        work.sessions.add(session("s2", note="x" * 1_000_000))
    with database.work() as work:
        assert [each.id for each in work.sessions.between(None, None)] == ["s1"]
        connection = work.sessions._session.connection()
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with database.work() as work:
        work.sessions.add(session("s2", note="x" * 1_000_000))
    assert database.check() == []
    database.close()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_too_full_to_begin_is_told_as_such(path, monkeypatch, number):
    def full(_path):
        raise OSError(number, "no room")

    monkeypatch.setattr(sqlite_file, "make_file", full)
    with pytest.raises(DiskFullError):
        SqlDatabase(path).open()
