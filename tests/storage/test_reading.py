"""Who reads for long holds nobody up: others write meanwhile, and the reader does not see it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from coreapp.domain.errors import CoreappError
from coreapp.domain.settings import Settings
from coreapp.domain.training_log import DateRange
from coreapp.services.activity_log import ActivityLog
from coreapp.services.day_log import DayLog
from coreapp.services.report_reading import ReportReader
from coreapp.services.shoe_rack import ShoeRack
from coreapp.services.training import TrainingLog
from coreapp.services.training_picture import PictureReader
from coreapp.storage.database import SqlDatabase
from coreapp.storage.late_database import LateDatabase
from tests.fakes.clock import FakeClock
from tests.fakes.records import activity, shoe


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


def test_what_pages_only_read_does_not_wait_for_a_long_import(database: SqlDatabase) -> None:
    clock, days = FakeClock(), DateRange()
    today = clock.reading().utc.date()
    activities = ActivityLog(database, clock, str)
    rack, diary = ShoeRack(database, clock, str), DayLog(database, clock)
    training = TrainingLog(database, clock)
    reports = ReportReader(database, clock, Settings)
    with database.work() as work:
        work.shoes.add(shoe("first"))
        work.activities.add(activity("a1"))

    with database.work() as work:
        work.shoes.add(shoe("second"))

        assert [each.shoe.id for each in rack.pairs()] == ["first"]
        assert rack.pair("first").shoe == rack.find("first")
        assert [each.id for each in activities.between(days)] == ["a1"]
        assert activities.get("a1").id == "a1"
        assert activities.usual()
        assert diary.record(today).is_empty
        assert not diary.between(None, None)
        assert not training.history(days)
        assert PictureReader(database, clock, Settings).read().today == today
        assert reports.read(today, today).lines == ()
