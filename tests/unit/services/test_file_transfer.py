"""Files that come in are looked into first."""

from pathlib import Path

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.file_transfer import FileTransfer
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from tests.fakes.records import session, shoe, span
from tests.fakes.work import FakeDatabase

FILE = Path("all.json")


class FakeFiles:
    """Files in memory; `.odd` is no format."""

    def __init__(self) -> None:
        self.kept: dict[Path, Bundle] = {}

    endings = (".json",)

    def check(self, path: Path) -> None:
        if path.suffix == ".odd":
            raise InvalidValueError("file", path.name, "Another ending.")

    def write(self, path: Path, bundle: Bundle) -> dict[Kind, int]:
        self.kept[path] = bundle
        return dict(bundle.counts)

    def read(self, path: Path) -> Bundle:
        return self.kept[path]


class World:
    def __init__(self) -> None:
        self.database, self.files = FakeDatabase(), FakeFiles()
        self.transfer = FileTransfer(Transfer(self.database), self.files)
        Transfer(self.database).merge(Bundle((session(),), spans=(span(),)))


@pytest.fixture
def world():
    return World()


def test_everything_goes_out_but_the_private_spans(world):
    counts = world.transfer.export(FILE, with_presence=False)

    assert counts[Kind.SESSIONS] == 1
    assert world.files.kept == {FILE: Bundle((session(),))}
    assert world.transfer.export(FILE, with_presence=True)[Kind.SPANS] == 1


def test_a_file_of_no_format_is_refused_before_anything_is_read(world):
    world.database.failure = AssertionError("read")

    with pytest.raises(InvalidValueError, match="ending"):
        world.transfer.export(Path("all.odd"), with_presence=False)


def test_what_a_file_brings_is_told_and_then_taken_in(world):
    world.files.kept[FILE] = Bundle((session(note="other"),), shoes=(shoe(),))
    before = world.database.stored

    arrival = world.transfer.look_into(FILE)

    assert (arrival.file, arrival.preview.total) == (FILE, Tally(added=1, changed=1))
    assert world.database.stored == before
    merged = world.transfer.take_in(arrival)
    assert merged.total == arrival.preview.total
    assert world.database.stored.shoes.kept == {"p1": shoe()}
    merged.undo()
    assert world.database.stored == before
