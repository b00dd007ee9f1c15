"""Databases that share what makes their SQL are those that each one alone would be."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, select

from coreapp.storage import database, upgrade
from coreapp.storage.database import SqlDatabase
from coreapp.storage.tables import Base
from tests.statements_once import tables_once, with_one_memory


@contextmanager
def engine_of(path: Path, make=create_engine) -> Iterator[Engine]:
    engine = make(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def schema_of(path: Path) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            *connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"),
            *connection.execute("SELECT * FROM alembic_version"),
        ]


def test_it_is_in_use(tmp_path: Path) -> None:
    for each in (database.create_engine, database.make_tables):
        assert each.__module__ == "tests.statements_once"


def test_tables_are_those_that_are_made_anew(tmp_path: Path) -> None:
    remembered = tables_once(upgrade.make_tables)
    for name, make in (("anew", upgrade.make_tables), ("first", remembered), ("next", remembered)):
        with engine_of(tmp_path / name) as engine, engine.begin() as connection:
            make(connection)

    anew, first, following = (schema_of(tmp_path / name) for name in ("anew", "first", "next"))
    assert len(anew) > 20
    assert first == anew
    assert following == anew


def test_tables_that_failed_are_not_remembered(tmp_path: Path) -> None:
    def stumble(connection) -> None:
        upgrade.make_tables(connection)
        raise OSError("full")

    remembered = tables_once(stumble)
    for name in ("first", "next"):
        with (
            engine_of(tmp_path / name) as engine,
            pytest.raises(OSError, match="full"),
            engine.begin() as connection,
        ):
            remembered(connection)


def test_a_statement_is_put_together_once_and_sent_to_each(tmp_path: Path, monkeypatch) -> None:
    table = Base.metadata.sorted_tables[0]
    statement = select(table).limit(7)
    put_together = []
    compile_it = statement._compiler
    monkeypatch.setattr(
        type(statement),
        "_compiler",
        lambda self, *told, **more: put_together.append(self) or compile_it(*told, **more),
    )
    sent = []
    make = with_one_memory(create_engine)
    for name in ("first", "next"):
        SqlDatabase(tmp_path / name).open()
        with engine_of(tmp_path / name, make) as engine:
            event.listen(engine, "before_cursor_execute", lambda *told: sent.append(told[2]))
            with engine.connect() as connection:
                assert connection.execute(statement).all() == []

    assert len(put_together) == 1
    assert len(sent) == 2
    assert sent[0] == sent[1]
