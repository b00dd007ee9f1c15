"""The database of the log and the plan: opening it, one transaction at a time, closing it."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.orm import Session

from coreapp.domain.errors import (
    DatabaseTooNewError,
    DatabaseUnreadableError,
    InvalidValueError,
    marked,
)
from coreapp.storage import sqlite_file
from coreapp.storage.failures import explained_opening, explained_statements
from coreapp.storage.repositories.work import READS, SqlWork
from coreapp.storage.soundness import find_problems
from coreapp.storage.sqlite_file import StoredSchema
from coreapp.storage.tables import Base
from coreapp.storage.upgrade import Migrations, make_tables

logger = logging.getLogger(__name__)

SHIPPED = Migrations()

URL_KEY = "COREAPP_DATABASE_URL"
"""How errors name the place of the database."""


class SqlDatabase:
    """A database reached by SQLAlchemy; opened when it is first used.

    It may be opened in one thread and used in others.
    """

    def __init__(self, location: str | Path, migrations: Migrations = SHIPPED) -> None:
        """Take the place; nothing is opened yet.

        Args:
            location: a file, or the URL of any database SQLAlchemy knows.
            migrations: how its tables are made.

        Raises:
            InvalidValueError: it is no URL, or of a kind there is no driver for.
        """
        self._url = _parsed(location)
        self._migrations = migrations
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    @property
    def path(self) -> Path | None:
        """The SQLite file; None for other databases."""
        is_file = self._url.get_backend_name() == "sqlite"
        return Path(str(self._url.database)) if is_file else None

    def open(self) -> None:
        """Open the database and bring it up to date; a second call does nothing.

        Raises:
            DatabaseTooNewError: a newer program has made it; it is left untouched.
            DatabaseUnreadableError: it is not ours, or damaged; it is left untouched.
            DatabaseBusyError: another program holds it.
            DiskFullError: there is no room.
        """
        self._opened()

    def close(self) -> None:
        """Close all connections; the next use opens it again."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    @contextmanager
    def work(self) -> Iterator[SqlWork]:
        """Begin a transaction; it is committed at the end, or rolled back by an exception.

        Raises:
            DatabaseTooNewError: as `open` does; so the next two.
            DatabaseUnreadableError: it cannot be opened, or was damaged meanwhile.
            DatabaseBusyError: another program holds it.
            DiskFullError: there is no room; nothing of this transaction is stored.
        """
        engine = self._opened()
        with explained_statements(), Session(engine) as session, session.begin():
            yield SqlWork(session)
            session.flush()

    @contextmanager
    def reading(self) -> Iterator[SqlWork]:
        """Begin a transaction that only reads: it may take its time while others write.

        What is written meanwhile is not seen. It is left without writing.

        Raises:
            CoreappError: as `work` does.
        """
        engine = self._opened().execution_options(**{READS: True})
        with explained_statements(), Session(engine) as session, session.begin():
            yield SqlWork(session)

    @contextmanager
    def preparing(self) -> Iterator[SqlWork]:
        """Begin a transaction that reads and makes ready for long, and then writes for short.

        Others may write until `begin_writing`.

        Raises:
            CoreappError: as `work` does.
        """
        engine = self._opened()
        with explained_statements(), engine.connect() as connection:
            connection.execution_options(**{READS: True})
            try:
                # One connection: what is made ready belongs to it alone.
                with Session(connection) as session:
                    yield SqlWork(session)
                    session.commit()
            except BaseException:
                connection.invalidate()  # what was made ready goes with it
                raise

    def check(self) -> Sequence[str]:
        """Return what is wrong with the stored data, a sentence each; empty if it is sound."""
        engine = self._opened()
        with explained_statements(), Session(engine) as session, session.begin():
            return find_problems(session)

    def _opened(self) -> Engine:
        with self._lock:
            if self._engine is None:
                with explained_opening():
                    self._engine = self._open()
            return self._engine

    def _open(self) -> Engine:
        stored = self._stored_schema()
        is_current = self._is_current(stored)
        if self.path is not None:
            if not is_current and stored.version is not None:
                self._keep_copy(self.path)
            sqlite_file.prepare(self.path)
        if not is_current:
            self._upgrade()
        return _make_engine(self._url, foreign_keys=True)

    def _stored_schema(self) -> StoredSchema:
        if self.path is not None:
            return sqlite_file.read_schema(self.path)
        engine = _make_engine(self._url, foreign_keys=True)
        try:
            with engine.connect() as connection:
                return _read_schema(connection)
        finally:
            engine.dispose()

    def _is_current(self, stored: StoredSchema) -> bool:
        """Whether the tables are those this program knows.

        Raises:
            DatabaseTooNewError: they are of a newer program.
            DatabaseUnreadableError: they are of another program, or some are missing.
        """
        if stored.version is None:
            if stored.tables:
                raise DatabaseUnreadableError("it belongs to another program")
            return False
        if stored.version != self._migrations.head:
            if not self._migrations.know(stored.version):
                raise DatabaseTooNewError(stored.version)
            return False
        if self._migrations == SHIPPED and not stored.tables >= Base.metadata.tables.keys():
            raise DatabaseUnreadableError("tables are missing")
        return True

    def _keep_copy(self, path: Path) -> None:
        copy = path.with_name(f"{path.stem}-before-{self._migrations.head}{path.suffix}")
        sqlite_file.copy_database(path, copy)
        logger.info("database copied to %s before its upgrade", copy.name)

    def _upgrade(self) -> None:
        engine = _make_engine(self._url, foreign_keys=False)
        try:
            with engine.begin() as connection:
                # Looked at again: another start may have been quicker.
                if self._migrations == SHIPPED and _read_schema(connection) == StoredSchema():
                    make_tables(connection)
                else:
                    self._migrations.upgrade(connection)
        finally:
            engine.dispose()


def sqlite_path(location: str | Path) -> Path:
    """Return the file of a database that is copied as a file.

    Raises:
        InvalidValueError: it is no such database.
    """
    path = SqlDatabase(location).path
    if path is None:
        raise InvalidValueError(
            URL_KEY,
            str(location).partition("://")[0],
            marked("Safety copies are of a file; use the tools of that database."),
        )
    return path


def _parsed(location: str | Path) -> URL:
    if isinstance(location, Path):
        return URL.create("sqlite", database=str(location))
    try:
        url = make_url(location)
        url.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise InvalidValueError(
            URL_KEY,
            location.partition("://")[0],  # the rest may hold a password
            "Give a database URL whose driver is installed, such as sqlite:////home/me/core.db.",
        ) from error
    database = url.database or ":memory:"
    if url.get_backend_name() == "sqlite" and database.startswith((":memory:", "file:")):
        raise InvalidValueError(
            URL_KEY, location, "Name a file, such as sqlite:////home/me/core.db."
        )
    return url


def _make_engine(url: URL, *, foreign_keys: bool) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        _tend_sqlite(engine, foreign_keys=foreign_keys)
    return engine


def _tend_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    """Set up every connection, and begin transactions so that all of each is one."""

    def set_up(connection: Any, _record: object) -> None:  # noqa: ANN401  SQLAlchemy's own type
        sqlite_file.set_pragmas(connection, foreign_keys=foreign_keys)

    def begin(connection: Connection) -> None:
        # At once for writing: one that turns from reading to writing may find it is too late.
        reads = connection.get_execution_options().get(READS)
        connection.exec_driver_sql("BEGIN DEFERRED" if reads else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)


def _read_schema(connection: Connection) -> StoredSchema:
    names = set(inspect(connection).get_table_names())
    version = None
    if "alembic_version" in names:
        version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return StoredSchema(version, frozenset(names - {"alembic_version"}))
