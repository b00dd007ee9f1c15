"""The log's database for a program that shows its window before it needs one.

SQLAlchemy alone takes about 0.6 s to import on a two-core machine.
"""

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from coreapp.services.log_ports import Work

if TYPE_CHECKING:
    from coreapp.storage.database import SqlDatabase


class LateDatabase:
    """The log's database, imported and opened with the first work."""

    def __init__(self, location: Path | str) -> None:
        self._location = location
        self._lock = threading.Lock()
        self._made: SqlDatabase | None = None

    @property
    def _database(self) -> "SqlDatabase":
        # A page may ask while the worker opens it: there must be one that both of them use.
        with self._lock:
            if self._made is None:
                from coreapp.storage.database import SqlDatabase  # noqa: PLC0415  late on purpose

                self._made = SqlDatabase(self._location)
            return self._made

    def open(self) -> None:
        """Import, open and upgrade now, for example in a worker thread.

        Raises:
            CoreappError: it cannot be opened.
        """
        self._database.open()

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction."""
        return self._database.work()

    def reading(self) -> AbstractContextManager[Work]:
        """Begin a transaction that only reads."""
        return self._database.reading()

    def preparing(self) -> AbstractContextManager[Work]:
        """Begin a transaction that reads for long and writes for short."""
        return self._database.preparing()

    def check(self) -> Sequence[str]:
        """Return what is wrong with the stored data."""
        return self._database.check()

    def close(self) -> None:
        """Close the database if it was opened."""
        if self._made is not None:
            self._made.close()
