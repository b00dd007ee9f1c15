"""When safety copies are made and put back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from coreapp.domain.errors import FileUnreadableError, InvalidValueError, NotNowError
from coreapp.services.safety_copies import CopyFacts, SafetyCopies
from tests.fakes.clock import MORNING, FakeClock

FACTS = CopyFacts(MORNING, 3)


class FakeArchives:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.is_damaged = False

    def write(self, target: Path, made_at: datetime, *, even_damaged: bool = False) -> CopyFacts:
        self.asked.append(f"write {target.name}{' whatever it is' * even_damaged}")
        target.touch()
        return CopyFacts(made_at, 3)

    def check(self, source: Path) -> CopyFacts:
        self.asked.append(f"check {source.name}")
        if self.is_damaged:
            raise FileUnreadableError(str(source), "damaged")
        return FACTS

    def put_back(self, source: Path) -> None:
        self.asked.append(f"put back {source.name}")


@contextmanager
def alone() -> Iterator[None]:
    yield


@contextmanager
def not_alone() -> Iterator[None]:
    raise NotNowError("it runs")
    yield


@pytest.fixture
def archives():
    return FakeArchives()


@pytest.fixture
def copies(archives, tmp_path):
    return SafetyCopies(archives, FakeClock(), tmp_path, alone)


def test_copies_have_the_local_time_for_a_name_and_never_replace_one_another(copies, archives):
    made = [copies.make(), copies.make()]

    assert [each.file.name for each in made] == [
        "coreapp-2026-03-02-090000.zip",
        "coreapp-2026-03-02-090000-2.zip",
    ]
    assert made[0].facts == CopyFacts(MORNING, 3)


def test_a_copy_goes_where_it_is_wanted(copies, tmp_path):
    assert copies.make(tmp_path / "mine.ZIP").file == tmp_path / "mine.ZIP"


def test_another_kind_of_file_is_refused(copies, archives, tmp_path):
    with pytest.raises(InvalidValueError):
        copies.make(tmp_path / "mine.json")

    assert archives.asked == []


def test_what_is_there_is_copied_before_it_is_replaced(copies, archives, tmp_path):
    done = copies.restore(tmp_path / "mine.zip")

    kept = "coreapp-2026-03-02-090000-before-restore.zip"
    assert archives.asked == [
        "check mine.zip",
        f"write {kept} whatever it is",
        "put back mine.zip",
    ]
    assert (done.facts, done.before.name) == (FACTS, kept)


def test_a_damaged_copy_replaces_nothing(copies, archives, tmp_path):
    archives.is_damaged = True

    with pytest.raises(FileUnreadableError):
        copies.restore(tmp_path / "mine.zip")

    assert archives.asked == ["check mine.zip"]


def test_while_the_program_runs_nothing_is_put_back(archives, tmp_path):
    copies = SafetyCopies(archives, FakeClock(), tmp_path, not_alone)

    with pytest.raises(NotNowError):
        copies.restore(tmp_path / "mine.zip")

    assert archives.asked == []
