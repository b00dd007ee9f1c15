"""The ending of a file's name says what is in it."""

import json
from pathlib import Path

import pytest

from coreapp.domain.errors import FileUnreadableError, InvalidValueError
from coreapp.interchange.formats import READERS, WRITERS, DataFolder
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.explanations import explain
from tests.each_case import each_case
from tests.fakes.records import activity, day_record, entry, session, shoe, span

ALL = Bundle(
    (session(),),
    (entry(),),
    (span(),),
    activities=(activity(),),
    shoes=(shoe(),),
    days=(day_record(),),
)
FILES = DataFolder()


@each_case("name", ["log.json", "log.JSON", "a.b.json", "x.csv", "x.ZIP"])
def test_the_ending_decides_the_format(name):
    FILES.check(Path(name))


@each_case("name", ["log.txt", ".json", "log", "json", "log.json.gz"])
def test_a_format_there_is_not_is_refused(name):
    with pytest.raises(InvalidValueError) as caught:
        FILES.check(Path(name))
    assert ".json, .csv, .zip" in explain(caught.value)
    with pytest.raises(InvalidValueError):
        FILES.write(Path(name), ALL)
    with pytest.raises(InvalidValueError):
        FILES.read(Path(name))


def test_no_more_of_a_file_is_read_than_tells_that_it_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("coreapp.interchange.formats.MOST_BYTES", 1000)
    file = tmp_path / "disk.json"
    with file.open("wb") as disk:
        disk.truncate(10**10)  # nothing of it is written: it is a hole

    with pytest.raises(InvalidValueError, match="too large"):
        FILES.read(file)


def test_what_can_be_written_can_be_read():
    assert WRITERS.keys() <= READERS.keys()


def test_the_programs_own_file_takes_everything(tmp_path):
    file = tmp_path / "all.json"

    counts = FILES.write(file, ALL)

    assert set(counts) == set(Kind)
    assert sum(counts.values()) == len(ALL) == 6
    assert json.loads(file.read_text())["version"] == 3
    assert FILES.read(file) == ALL


def test_tables_take_the_log_and_the_plan(tmp_path):
    counts = FILES.write(tmp_path / "all.zip", ALL)

    assert set(counts.values()) == {1}
    assert Kind.MARKS not in counts
    assert len(FILES.read(tmp_path / "all.zip")) == 6


def test_a_table_is_the_one_it_is_called_after(tmp_path):
    assert FILES.write(tmp_path / "Shoes.csv", ALL) == {Kind.SHOES: 1}
    assert FILES.write(tmp_path / "mine.csv", ALL) == {Kind.SESSIONS: 1}
    assert FILES.read(tmp_path / "Shoes.csv").shoes == ALL.shoes


def test_what_cannot_be_read_or_written_is_told(tmp_path):
    with pytest.raises(FileUnreadableError):
        FILES.read(tmp_path / "gone.csv")
    with pytest.raises(FileUnreadableError):
        FILES.write(tmp_path / "gone" / "all.json", ALL)
