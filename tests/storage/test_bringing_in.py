"""An import into the real database: all of it or nothing, and back again exactly."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import event

from coreapp.domain.errors import DiskFullError
from coreapp.interchange.formats import DataFolder
from coreapp.services.bundle import Bundle
from coreapp.services.file_transfer import FileTransfer
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from tests.fakes.records import activity, day_record, entry, session, shoe, span

HERE = Bundle(
    (session("s1"), session("s2")),
    (entry("e1"),),
    (span("b1"),),
    activities=(activity("a1"),),
    shoes=(shoe("p1"),),
    days=(day_record(),),
)
THERE = Bundle(
    (session("s1", sets=()), session("s9")),
    (entry("e1", changed=False), entry("e9")),
    (span("b1", kind="standing"), span("b9")),
    activities=(activity("a1", shoe=""), activity("a9")),
    shoes=(shoe("p1", name="Other"), shoe("p9")),
    days=(day_record(text="other"), day_record(date(2026, 3, 9))),
)


def dump(path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.iterdump())


@pytest.fixture
def transfer(sql):
    made = Transfer(sql)
    made.merge(HERE)
    return made


def test_an_import_is_taken_back_to_the_last_row(transfer, path):
    before = dump(path)
    merged = transfer.merge(THERE)
    assert merged.total == Tally(added=6, changed=6)
    assert dump(path) != before

    merged.undo()

    assert dump(path) == before


def test_a_look_at_a_bundle_writes_nothing(transfer, path):
    before = dump(path)

    assert transfer.preview(THERE).total == Tally(added=6, changed=6)
    assert dump(path) == before


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_the_same_file_twice_changes_nothing(transfer, path, tmp_path, ending):
    files = FileTransfer(transfer, DataFolder())
    file = tmp_path / f"all.{ending}"
    before = dump(path)

    files.export(file, with_presence=True)

    arrival = files.look_into(file)
    assert arrival.preview.total == Tally(same=7)
    assert files.take_in(arrival).total == Tally(same=7)
    assert dump(path) == before


@pytest.mark.parametrize("statement", range(1, 40, 3))
def test_an_import_that_fails_anywhere_changes_nothing(transfer, sql, path, statement):
    before = dump(path)
    left = statement

    def fail(*_execution):
        nonlocal left
        left -= 1
        if not left:
            raise DiskFullError("full")

    engine = sql._opened()
    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(DiskFullError):
        transfer.merge(THERE)
    event.remove(engine, "before_cursor_execute", fail)

    assert dump(path) == before
    assert transfer.merge(THERE).total == Tally(added=6, changed=6)
