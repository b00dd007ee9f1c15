"""Every step of the tables, with data: up, down, up again, cut off in the middle, copied before."""

import re
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateTable

from coreapp.domain.errors import DiskFullError
from coreapp.domain.time_spent import estimated
from coreapp.storage import database as database_module
from coreapp.storage import migrations, sqlite_file
from coreapp.storage.database import SHIPPED, SqlDatabase
from coreapp.storage.tables import Base
from coreapp.storage.upgrade import HEAD, Migrations, _config
from tests.fakes.records import entry, session, span

FOLDER = Path(migrations.__file__).parent
SCRIPTS = ScriptDirectory.from_config(_config(SHIPPED.location))
STEPS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]

FIRST_ROWS = """
INSERT INTO session VALUES ('s1', 'session', 'completed', 'core', 'Core',
    '2026-03-04 18:00:00.000000', '2026-03-04 18:15:00.000000', 'Europe/Berlin', 7, 6.5, 2, 1,
    'e1', '2026-03-04 17:00:00.000000', 'a note', '{}');
INSERT INTO performed_set VALUES
    ('s1', 1, 'plank', 'Plank', 'both', 1, 20.5, 18.25, NULL, NULL, 0);
INSERT INTO schedule_entry VALUES
    ('e1', 'Core', 'core', 'FREQ=DAILY', '07:30:00.000000', '2026-03-02', 'Europe/Berlin');
INSERT INTO schedule_exception VALUES ('e1', '2026-03-04', NULL, 1);
INSERT INTO break_span VALUES ('b1', '2026-03-04 18:00:00.000000',
    '2026-03-04 18:15:00.000000', 'Europe/Berlin', 'held', 'call');
"""

FELT_ROWS = FIRST_ROWS.replace("'a note', '{}')", "'a note', '{}', 3, 4, 1, 1)").replace(
    "NULL, NULL, 0);", "NULL, NULL, 0, 12.5);", 1
)

DAY_ROWS = (
    FELT_ROWS
    + """
INSERT INTO activity VALUES ('a1', 'run-easy', '2026-03-04 19:00:00.000000', 'Europe/Berlin', 42,
    7300, 4.5, 'soft', 'hilly', 'p1', 1, 0, 1, 3, 2, 0, 'a note', 'e1',
    '2026-03-04 18:55:00.000000');
INSERT INTO shoe VALUES ('p1', 'Blue', '2025-11-03', 120000, NULL);
INSERT INTO day_record VALUES ('2026-03-04', 'easy', 6.75, 3, 7, 8.5, 95, 1.25, 1, 0, 9400, 4,
    'below_knee low_back_left', 'sitting', 1, 'heat:2 walking:3', 'a text');
"""
)

SPENT_ROWS = DAY_ROWS.replace("'a note', '{}', 3, 4, 1, 1)", "'a note', '{}', 3, 4, 1, 1, 812.5)")

ROWS = {"0001": FIRST_ROWS, "0002": FELT_ROWS, "0003": DAY_ROWS, "0004": SPENT_ROWS}
"""For each step, what is stored in its tables then; a new step needs its rows here."""


@pytest.fixture
def engine(path):
    path.parent.mkdir()
    engine = database_module._make_engine(database_module._parsed(path), foreign_keys=False)
    yield engine
    engine.dispose()


def dump(path: Path) -> list[str]:
    """The whole database in words."""
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


def migrate(engine, version: str) -> None:
    with engine.begin() as connection:
        Migrations(head=version).upgrade(connection)


def downgrade(engine, version: str) -> None:
    config = _config(SHIPPED.location)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, version)


def fill(engine, version: str) -> None:
    with engine.begin() as connection:
        for statement in filter(str.strip, ROWS[version].split(";")):
            connection.exec_driver_sql(statement)


def test_the_steps_make_what_the_tables_say(engine):
    migrate(engine, "head")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_every_constraint_has_the_name_the_tables_say(engine):
    migrate(engine, "head")
    stored = MetaData()
    stored.reflect(engine)
    for name, table in Base.metadata.tables.items():
        expected = {str(each.name) for each in (*table.constraints, *table.indexes)}
        found = (*stored.tables[name].constraints, *stored.tables[name].indexes)
        assert {str(each.name) for each in found} == expected


def stored_schema(path: Path) -> dict[str, object]:
    """Everything SQLite knows of the tables, in no order: a step adds columns at the end."""
    found: dict[str, object] = {}
    with closing(sqlite3.connect(path)) as connection:

        def ask(pragma: str, name: str) -> list[tuple]:
            return connection.execute(f"PRAGMA {pragma}({name})").fetchall()

        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        for table, written in tables.fetchall():
            found[f"{table}, names"] = set(re.findall(r"CONSTRAINT [^\n,]+", written))
            found[table] = {each[1:] for each in ask("table_xinfo", table)}
            found[f"{table}, references"] = {each[2:] for each in ask("foreign_key_list", table)}
            for _number, index, *kind in ask("index_list", table):
                columns = [each[2:] for each in ask("index_xinfo", index)]
                found[f"{table}, {index}"] = kind, columns
        objects = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        return found | {"objects": sorted(objects)}


def test_a_new_database_is_what_the_steps_make(engine, path, tmp_path):
    migrate(engine, "head")
    engine.dispose()
    new = tmp_path / "new" / "coreapp.db"
    database = SqlDatabase(new)
    database.open()
    database.close()

    assert stored_schema(new) == stored_schema(path)
    assert rows(new, "SELECT * FROM alembic_version") == [(HEAD,)]


def test_of_two_first_starts_the_slower_one_finds_the_tables(path):
    first, second = SqlDatabase(path), SqlDatabase(path)
    nothing = second._stored_schema()
    first.open()
    assert not second._is_current(nothing)
    second._upgrade()
    assert second.check() == []
    assert rows(path, "SELECT * FROM alembic_version") == [(HEAD,)]
    for each in (first, second):
        each.close()


def test_the_newest_step_is_the_one_the_program_says():
    assert SCRIPTS.get_heads() == [HEAD] == STEPS[-1:]


def test_steps_are_numbered_and_named_for_what_they_do():
    files = sorted(each.name for each in (FOLDER / "versions").glob("0*.py"))
    assert [name.partition("_")[0] for name in files] == STEPS
    assert [f"{number:04}" for number in range(1, len(STEPS) + 1)] == STEPS


def test_steps_import_nothing_of_the_program():
    for file in (FOLDER / "versions").glob("0*.py"):
        assert "coreapp" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("step", STEPS)
def test_a_filled_database_of_each_step_comes_up_to_date(engine, path, step):
    migrate(engine, step)
    fill(engine, step)
    engine.dispose()
    database = SqlDatabase(path)
    assert database.check() == []
    with database.work() as work:
        (found,) = work.sessions.between(None, None)
        (planned,) = work.schedule.all()
        assert (found.id, len(found.sets), planned.id) == ("s1", 1, "e1")
        counts = [len(work.activities.between(None, None)), len(work.shoes.all())]
        assert [*counts, len(work.days.between(None, None))] == 3 * [int(step >= "0003")]
    database.close()


@pytest.mark.parametrize("step", STEPS)
def test_each_step_goes_down_and_up_with_data_unchanged(engine, path, step):
    before = STEPS[STEPS.index(step) - 1] if step != STEPS[0] else "base"
    if before != "base":
        migrate(engine, before)
        fill(engine, before)
        first = dump(path)
    migrate(engine, step)
    if before == "base":
        empty = dump(path)
        fill(engine, step)
    downgrade(engine, before)
    if before != "base":
        assert dump(path) == first
    migrate(engine, step)
    if before == "base":
        assert dump(path) == empty


OF_SESSION = """
INSERT INTO session VALUES ('{id}', 'session', 'completed', 'core', 'Core',
    '2026-03-04 18:00:00.000000', '{ended}', 'Europe/Berlin', 7, 6.5, 2, 1,
    NULL, NULL, '', '', NULL, NULL, NULL, 0);
"""
OF_SET = """
INSERT INTO performed_set VALUES
    ('{id}', {phase}, 'plank', 'Plank', 'both', 1, 20.5, {worked}, NULL, NULL, 0, {rested});
"""


def test_what_was_cut_off_gets_the_time_that_its_sets_account_for(engine, path):
    """As the domain has it: what is stored agrees with what an old file brings."""
    ends = {
        "whole": "2026-03-04 18:15:00.000000",
        "doubtful": "2026-03-04 18:20:00.000000",
        "cut-off": "2026-03-05 08:00:00.000000",
        "no-sets": "2026-03-05 08:00:00.000000",
    }
    migrate(engine, "0003")
    with engine.begin() as connection:
        for identity, ended in ends.items():
            connection.exec_driver_sql(OF_SESSION.format(id=identity, ended=ended))
            if identity != "no-sets":
                for phase, worked, rested in ((1, 30.5, 20.25), (3, 18, "NULL")):
                    line = OF_SET.format(id=identity, phase=phase, worked=worked, rested=rested)
                    connection.exec_driver_sql(line)
    engine.dispose()
    database = SqlDatabase(path)
    with database.work() as work:
        found = {each.id: each for each in work.sessions.between(None, None)}
    database.close()

    assert {each.id: each.spent_seconds for each in found.values()} == {
        "whole": None,
        "doubtful": None,
        "cut-off": 30.5 + 20.25 + 18 + 120 + 120,
        "no-sets": None,
    }
    for each in found.values():
        assert estimated(replace(each, spent_seconds=None)) == each


@pytest.mark.parametrize("dialect", ["postgresql", "mysql"])
def test_steps_can_be_written_for_other_databases(dialect):
    for step in STEPS:
        written = StringIO()
        context = MigrationContext.configure(
            dialect_name=dialect, opts={"as_sql": True, "output_buffer": written}
        )
        with Operations.context(context):
            SCRIPTS.get_revision(step).module.upgrade()
        assert written.getvalue(), step


@pytest.mark.parametrize("dialect", [postgresql.dialect(), mysql.dialect()], ids=["pg", "mysql"])
def test_tables_can_be_written_for_other_databases(dialect):
    for table in Base.metadata.sorted_tables:
        assert table.name in str(CreateTable(table).compile(dialect=dialect))


NEXT = f"{int(HEAD) + 1:04}"

SECOND = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{head}"

def upgrade():
    with op.batch_alter_table("session", recreate="always") as batch:
        batch.alter_column("note", new_column_name="words", existing_type=sa.Text())
    {more}
"""


@pytest.fixture
def second(tmp_path):
    """Makes a newer program's migrations: the shipped ones and one that makes a table anew."""

    def make(more: str = "") -> Migrations:
        folder = tmp_path / "newer 100%"
        shutil.copytree(FOLDER, folder)
        step = SECOND.format(next=NEXT, head=HEAD, more=more)
        (folder / "versions" / f"{NEXT}_words.py").write_text(step)
        return Migrations(str(folder), NEXT)

    return make


@pytest.fixture
def first(path):
    """A filled database of the newest step."""
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
        work.schedule.add(entry())
        work.spans.add([span()])
    database.close()
    return path


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_database_is_copied_before_its_upgrade(first, second):
    before = dump(first)
    database = SqlDatabase(first, second())
    database.open()
    database.close()
    assert rows(first, "SELECT version_num FROM alembic_version") == [(NEXT,)]
    assert rows(first, "SELECT words FROM session") == [(session().note,)]
    copy = first.with_name(f"coreapp-before-{NEXT}.db")
    assert dump(copy) == before
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert {each.name for each in first.parent.iterdir()} == {first.name, copy.name}
    restored = SqlDatabase(copy)
    with restored.work() as work:
        assert work.sessions.get("s1") == session()
    restored.close()


def test_what_is_not_in_the_file_yet_is_copied_too(path, second):
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
        assert path.with_name("coreapp.db-wal").exists()
    copy = path.with_name("copy.db")
    sqlite_file.copy_database(path, copy)
    assert rows(copy, "SELECT id FROM session") == [("s1",)]
    database.close()


def test_a_table_made_anew_keeps_its_children(first, second):
    database = SqlDatabase(first, second())
    database.open()
    database.close()
    assert rows(first, "SELECT phase FROM performed_set ORDER BY phase") == [(1,), (3,)]
    assert rows(first, "PRAGMA foreign_key_check") == []


def test_an_upgrade_that_fails_changes_nothing(first, second):
    before = dump(first)
    database = SqlDatabase(first, second(more='raise KeyError("half way")'))
    with pytest.raises(KeyError, match="half way"):
        database.open()
    assert dump(first) == before


def test_without_room_for_the_copy_there_is_no_upgrade(first, second, monkeypatch):
    before = dump(first)

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sqlite_file, "make_file", full)
    with pytest.raises(DiskFullError):
        SqlDatabase(first, second()).open()
    assert dump(first) == before
    assert [each.name for each in first.parent.iterdir()] == [first.name]


def test_a_new_database_needs_no_copy(path, second):
    database = SqlDatabase(path, second())
    database.open()
    database.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_version_of_other_databases_is_read_by_their_own_means(path, second):
    """The route of a database that is no file, tried on one that is."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        assert database_module._read_schema(connection) == sqlite_file.StoredSchema()
        SHIPPED.upgrade(connection)
        stored = database_module._read_schema(connection)
    assert (stored.version, stored.tables) == (HEAD, frozenset(Base.metadata.tables))
    engine.dispose()
