"""Who reads for long holds nobody up: others write meanwhile, and the reader does not see it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from coreapp.domain.errors import CoreappError
from coreapp.storage.database import SqlDatabase
from coreapp.storage.late_database import LateDatabase
from tests.fakes.records import shoe


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqlDatabase]:
    made = SqlDatabase(tmp_path / "log.db")
    made.open()
    yield made
    made.close()


def names_in(database: SqlDatabase) -> list[str]:
    with database.reading() as work:
        return [each.id for each in work.shoes.all()]


def test_one_writes_while_another_reads(database: SqlDatabase) -> None:
    errors: list[CoreappError] = []

    def write() -> None:
        try:
            with database.work() as work:
                work.shoes.add(shoe("second"))
        except CoreappError as error:
            errors.append(error)

    with database.work() as work:
        work.shoes.add(shoe("first"))
    with database.reading() as work:
        before = [each.id for each in work.shoes.all()]
        writer = Thread(target=write)
        writer.start()
        writer.join()
        after = [each.id for each in work.shoes.all()]

    assert not errors
    assert before == after == ["first"]
    assert names_in(database) == ["first", "second"]


def test_reading_works_before_the_database_was_opened(tmp_path: Path) -> None:
    database = LateDatabase(tmp_path / "log.db")
    with database.reading() as work:
        assert list(work.shoes.all()) == []
    database.close()


def test_one_writes_after_one_has_read(database: SqlDatabase) -> None:
    assert names_in(database) == []
    with database.work() as work:
        work.shoes.add(shoe("first"))
    assert names_in(database) == ["first"]
