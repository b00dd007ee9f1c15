"""Opening, locking, full disks, rights: what happens around the rows."""

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, StatementError

from coreapp.domain.errors import (
    DatabaseTooNewError,
    InvalidValueError,
)
from coreapp.storage import sqlite_file
from coreapp.storage.database import SqlDatabase
from coreapp.storage.identities import new_id
from tests.fakes.records import EVENING, performed_set, session, span
from tests.storage.files import change, filled

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_made_before_it_is_used(path):
    SqlDatabase(path)
    assert not path.parent.exists()


@POSIX_ONLY
def test_all_files_are_private_to_the_user(path):
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
    names = {each.name for each in path.parent.iterdir()}
    assert names == {"coreapp.db", "coreapp.db-wal", "coreapp.db-shm"}
    assert {mode(each) for each in path.parent.iterdir()} == {0o600}
    assert mode(path.parent) == 0o700
    database.close()


@POSIX_ONLY
def test_a_file_that_others_could_read_becomes_private(path):
    filled(path).chmod(0o644)
    database = SqlDatabase(path)
    database.open()
    assert mode(path) == 0o600
    database.close()


def test_it_can_be_reached_by_an_address(path):
    filled(path)
    database = SqlDatabase(f"sqlite:///{path}")
    with database.work() as work:
        assert work.sessions.get("s1") == session()
    assert database.path == path
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses some of the names")
def test_a_file_may_have_any_name(tmp_path):
    for name in ("a b.db", "50%.db", "what?.db", "a#b.db", "größe.db"):
        folder = tmp_path / f"of {name}"
        database = SqlDatabase(folder / name)
        with database.work() as work:
            work.sessions.add(session())
        database.close()
        assert database.check() == [], name
        database.close()
        assert {each.name for each in folder.iterdir()} == {name}


def test_a_wrong_address_is_refused_without_telling_the_password():
    wrong = ("garbage", "nosuch://host/base", "sqlite+nosuch:///a.db", "nosuch://me:secret@host")
    for address in wrong:
        with pytest.raises(InvalidValueError, match="COREAPP_DATABASE_URL") as caught:
            pytest.fail(f"{address} is taken: {SqlDatabase(address)}")
        assert "secret" not in str(caught.value)


def test_what_is_no_file_is_refused():
    for address in ("sqlite://", "sqlite:///:memory:", "sqlite:///file:a.db?uri=true"):
        with pytest.raises(InvalidValueError, match="Name a file"):
            pytest.fail(f"{address} is taken: {SqlDatabase(address)}")


class Served(SqlDatabase):
    """A database that is no file, as one behind a server."""

    path = None


def test_a_database_that_is_no_file_is_opened_by_its_own_means(path):
    path.parent.mkdir()
    for _ in range(2):
        database = Served(path)
        with database.work() as work:
            work.sessions.add(session())
            assert work.sessions.get("s1") == session()
        database.close()
    change(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNewError):
        Served(path).open()


def test_what_is_stored_outlives_the_program(path):
    database = SqlDatabase(filled(path))
    with database.work() as work:
        assert work.sessions.get("s1") == session()
    database.close()


def test_it_opens_again_after_it_was_closed(sql):
    with sql.work() as work:
        work.sessions.add(session())
    sql.close()
    sql.close()
    with sql.work() as work:
        assert work.sessions.get("s1") == session()


def test_opened_in_one_thread_it_is_used_in_another(sql):
    opening = threading.Thread(target=sql.open)
    opening.start()
    opening.join()
    with sql.work() as work:
        work.sessions.add(session())
    found = []

    def read():
        with sql.work() as work:
            found.append(work.sessions.get("s1"))

    reading = threading.Thread(target=read)
    reading.start()
    reading.join()
    assert found == [session()]


def test_two_threads_that_open_at_once_open_it_once(path):
    opened = []
    first_is_opening, second_has_begun = threading.Event(), threading.Event()

    class Counted(SqlDatabase):
        def _open(self):
            opened.append(path)
            first_is_opening.set()
            second_has_begun.wait()
            return super()._open()

    def open_second():
        second_has_begun.set()
        database.open()

    database = Counted(path)
    first = threading.Thread(target=database.open)
    second = threading.Thread(target=open_second)
    first.start()
    first_is_opening.wait()
    second.start()
    first.join()
    second.join()
    assert opened == [path]
    assert database.check() == []
    database.close()


def test_two_programs_see_what_the_other_stored(path, sql):
    other = SqlDatabase(path)
    with sql.work() as work:
        work.sessions.add(session())
    with other.work() as work:
        work.sessions.save_set("s1", performed_set(8))
    with sql.work() as work:
        assert len(work.sessions.get("s1").sets) == 3
    other.close()


def test_what_a_transaction_read_stays_true_until_it_ends(path, sql):
    with sql.work() as work:
        assert work.sessions.get("s1") is None
        with (
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("DELETE FROM session")
        work.sessions.add(session())


def test_a_naive_time_is_refused(sql):
    naive = datetime(2026, 3, 4, 18)
    with pytest.raises(StatementError, match="naive datetime"), sql.work() as work:
        work.spans.add([span(start=naive)])
    with pytest.raises(StatementError, match="naive datetime"), sql.work() as work:
        work.sessions.between(naive, None)


def test_any_zone_is_stored_as_the_same_moment(path, sql):
    berlin = EVENING.astimezone(ZoneInfo("Europe/Berlin"))
    with sql.work() as work:
        work.spans.add([span(start=berlin)])
        assert work.spans.between(berlin, span().end) == [span()]
    sql.close()
    with closing(sqlite3.connect(path)) as connection:
        (stored,) = connection.execute("SELECT started_at FROM break_span").fetchone()
    assert stored == "2026-03-04 18:00:00.250000"


def test_the_pragmas_are_set(sql):
    with sql.work() as work:
        answers = [
            work.sessions._session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        ]
    assert answers == [1, "wal", 1, sqlite_file.BUSY_MS]


def test_a_set_cannot_belong_to_nothing(sql):
    statement = "UPDATE performed_set SET session_id = 'nobody'"
    with sql.work() as work:
        work.sessions.add(session())
    with pytest.raises(IntegrityError), sql.work() as work:
        work.sessions._session.connection().exec_driver_sql(statement)


def test_ids_are_new_and_sort_by_time():
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert {each[14] for each in ids} == {"7"}
    assert {len(each) for each in ids} == {36}


@pytest.mark.parametrize("module", ["coreapp.storage.state_file", "coreapp.storage.identities"])
def test_the_light_modules_do_not_import_sqlalchemy(module):
    code = f"import sys, {module}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_new_database_and_one_that_is_up_to_date_open_without_alembic(path, tmp_path):
    code = (
        "import sys; from pathlib import Path; from coreapp.storage.database import SqlDatabase; "
        f"SqlDatabase(Path({str(filled(path))!r})).open(); assert 'alembic' not in sys.modules; "
        f"SqlDatabase(Path({str(tmp_path / 'new.db')!r})).open(); "
        "assert 'alembic' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


CRASHING = """
import sys
from dataclasses import replace
from pathlib import Path
from coreapp.domain.training_log import Outcome
from coreapp.storage.database import SqlDatabase
from tests.fakes.records import performed_set, session

database = SqlDatabase(Path(sys.argv[1]))
with database.work() as work:
    work.sessions.add(session(outcome=Outcome.INTERRUPTED, sets=()))
for phase in range(1_000_000):
    with database.work() as work:
        work.sessions.save_set("s1", performed_set(phase))
        work.sessions.update(session(outcome=Outcome.INTERRUPTED, position=phase, sets=()))
    print(phase, flush=True)
"""


def test_a_killed_program_loses_no_finished_set(path):
    command = [sys.executable, "-c", CRASHING, str(path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        finished = 0
        for line in program.stdout:
            finished = int(line)
            if finished >= 20:
                break
        program.kill()
    database = SqlDatabase(path)
    assert database.check() == []
    with database.work() as work:
        found = work.sessions.last_interrupted()
    # What was killed in the middle of a transaction is either all there or not at all.
    assert [each.phase for each in found.sets] == list(range(found.position + 1))
    assert found.position >= finished
    database.close()


def test_a_day_is_read_without_the_year_before_it(path, sql):
    with sql.work() as work:
        work.spans.add([span(f"s{each}", (each * 60, each * 60 + 60)) for each in range(400)])
    read: list[str] = []

    def note(_connection, _cursor, statement, parameters, *_rest):
        if "break_span" in statement:
            rows = connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            read.append(next(row[-1] for row in rows))

    with closing(sqlite3.connect(path)) as connection, sql.work() as work:
        engine = work.spans._session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        day = work.spans.between(EVENING + timedelta(hours=300), EVENING + timedelta(hours=310))
        event.remove(engine, "before_cursor_execute", note)

    assert len(day) == 10
    assert len(read) == 2
    assert "(ended_at>?)" in read[0]
    assert "(started_at>? AND started_at<?)" in read[1]
