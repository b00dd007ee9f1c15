"""Puts each SQL statement together once in a process: hundreds of tests open a database each.

SQLAlchemy remembers what it made of a statement, but for one engine alone. Those of the tests are
all for SQLite and made alike, so what one of them has made serves all. What is sent to a database,
and in what order, stays the same.
"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from coreapp.storage import database

_MOST_KEPT = 5_000
"""Statements; a program has about 300, the rest is what single tests ask."""

MakeEngine = Callable[..., Engine]
MakeTables = Callable[[Connection], None]


def with_one_memory(make: MakeEngine) -> MakeEngine:
    """Return `create_engine` for engines that share what they remember."""
    memory: LRUCache[Any, Any] = LRUCache(_MOST_KEPT)

    def made(*place: object, **options: object) -> Engine:
        engine = make(*place, **options)
        if type(engine.dialect) is SQLiteDialect_pysqlite:
            engine._compiled_cache = memory
        return engine

    return made


def tables_once(make: MakeTables) -> MakeTables:
    """Return `make_tables` with a memory of what it sent to the first database."""
    kept: list[tuple[str, Any]] = []

    def remembered(connection: Connection) -> None:
        if type(connection.dialect) is not SQLiteDialect_pysqlite:
            make(connection)
        elif kept:
            for statement, values in kept:
                connection.exec_driver_sql(statement, values)
        else:
            sent: list[tuple[str, Any]] = []

            def note(_connection: object, _cursor: object, *told: Any) -> None:
                sent.append(told[:2])

            event.listen(connection, "before_cursor_execute", note)
            make(connection)
            event.remove(connection, "before_cursor_execute", note)
            kept.extend(sent)  # not before all went well

    return remembered


def install() -> None:
    """Let all of this process share them; it stays so until the process ends."""
    patch = pytest.MonkeyPatch()
    patch.setattr(database, "create_engine", with_one_memory(database.create_engine))
    patch.setattr(database, "make_tables", tables_once(database.make_tables))
    # By these an engine, and the mapper when it writes, knows a statement again.
    patch.setattr(SQLiteDialect_pysqlite, "__eq__", lambda one, other: type(one) is type(other))
    patch.setattr(SQLiteDialect_pysqlite, "__hash__", lambda one: hash(type(one)))
