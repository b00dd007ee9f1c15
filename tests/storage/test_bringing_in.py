"""An import into the real database: all of it or nothing, and back again exactly."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from coreapp.domain.errors import CancelledError, DiskFullError
from coreapp.interchange.formats import DataFolder
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.file_transfer import FileTransfer
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from coreapp.storage.database import SqlDatabase
from tests.fakes.records import activity, day_record, entry, performed_set, session, shoe, span

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


@pytest.fixture(scope="module")
def here(tmp_path_factory) -> bytes:
    """A log with what is here, as it lies on the disk: made once, for all tests."""
    path = tmp_path_factory.mktemp("here") / "coreapp.db"
    database = SqlDatabase(path)
    Transfer(database).merge(HERE)
    database.close()
    return path.read_bytes()


@pytest.fixture
def transfer(path, here, sql):
    path.write_bytes(here)
    return Transfer(sql)  # which opens the file with the first question


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


class Watching:
    """Does something when a share of the work is done."""

    def __init__(self, act, times: int = 1, share: float = 0.4) -> None:
        self.act, self.times, self.share = act, times, share
        self.shares: list[float] = []

    def reached(self, share: float) -> None:
        self.shares.append(share)
        if share >= self.share and self.times:
            self.times -= 1
            self.act()


def test_an_import_can_be_cancelled_until_it_is_stored(transfer, path):
    before = dump(path)

    def cancel():
        raise CancelledError

    for share in (0.0, 0.3, 0.5, 1.0):
        with pytest.raises(CancelledError):
            transfer.merge(THERE, Watching(cancel, share=share))
        assert dump(path) == before
        with pytest.raises(CancelledError):
            transfer.preview(THERE, Watching(cancel, share=share))
    assert transfer.merge(THERE).total == Tally(added=6, changed=6)


def test_whoever_watches_hears_of_all_of_it_in_order(transfer):
    watch = Watching(list)

    transfer.merge(THERE, watch)

    assert watch.shares == sorted(watch.shares)
    assert watch.shares[-1] == 1
    assert 0.4 in watch.shares


@pytest.mark.parametrize("times", [1, 2, 3, 5])
def test_a_session_that_runs_meanwhile_is_written_and_stays(transfer, sql, times):
    """As often as somebody writes between reading and storing."""
    running = session("running", spent_seconds=0.0)
    with sql.work() as work:
        work.sessions.add(running)

    def finish_a_phase():
        with sql.work() as work:
            work.sessions.update(replace(running, position=watch.times))
            work.sessions.save_set("running", performed_set(5 + watch.times))

    watch = Watching(finish_a_phase, times)
    merged = transfer.merge(THERE, watch)

    assert merged.total == Tally(added=6, changed=6)
    with sql.reading() as work:
        assert work.sessions.get("s9") == session("s9")
        assert len(work.sessions.get("running").sets) >= 2 + min(times, 3)


def test_what_was_edited_while_it_was_compared_is_compared_again(transfer, sql):
    def edit():
        with sql.work() as work:
            work.sessions.add(session("s9", note="edited meanwhile"))

    merged = transfer.merge(THERE, Watching(edit))
    assert merged.tallies[Kind.SESSIONS] == Tally(added=0, changed=2)

    merged.undo()
    with sql.reading() as work:
        assert work.sessions.get("s9").note == "edited meanwhile"


@pytest.mark.usefixtures("small_batches")
def test_many_come_in_through_several_statements(sql):
    many = Bundle(
        sessions=tuple(session(f"s{n}") for n in range(12)),
        spans=tuple(span(f"b{n}") for n in range(12)),
    )
    transfer = Transfer(sql)
    merged = transfer.merge(many)
    assert merged.total == Tally(added=24)
    assert set(transfer.collect(with_presence=True).sessions) == set(many.sessions)
    assert transfer.preview(many).changes_nothing

    merged.undo()
    assert transfer.collect(with_presence=True) == Bundle()


def test_an_import_that_fails_anywhere_changes_nothing(transfer, sql, path):
    before = dump(path)
    left = 0

    def fail(*_execution):
        nonlocal left
        left -= 1
        if not left:
            raise DiskFullError("full")

    event.listen(sql._opened(), "before_cursor_execute", fail)
    for statement in range(1, 48, 3):
        left = statement
        with pytest.raises(DiskFullError):
            transfer.merge(THERE)
        assert dump(path) == before, statement

    assert transfer.merge(THERE).total == Tally(added=6, changed=6)
