"""Safety copies: what goes in comes out, and what is damaged changes nothing."""

import json
import shutil
import zipfile
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreapp.domain.errors import (
    CoreappError,
    DatabaseTooNewError,
    DiskFullError,
    FileUnreadableError,
    InvalidValueError,
)
from coreapp.storage import safety_archive
from coreapp.storage.database import SqlDatabase
from coreapp.storage.safety_archive import CONTENTS, LOG, SafetyArchive
from tests.fakes.records import session
from tests.storage.files import begin_with_empty_log, change

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class World:
    """A data folder with a log, documents and pictures, and what is no data."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.log = self.data / "coreapp.db"
        self.copy = folder / "copy.zip"
        begin_with_empty_log(self.log)
        self.database = SqlDatabase(self.log)
        with self.database.work() as work:
            work.sessions.add(session())
        self.write("settings.json", "{}")
        self.write("pictures/mine.png", "picture")
        self.write("coreapp.log", "diagnostics")
        self.write("running.lock", "1")
        self.write("backups/old.zip", "an earlier copy")
        self.archive = SafetyArchive(self.data, self.log)

    def write(self, name: str, text: str) -> None:
        path = self.data / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def sessions(self) -> list[str]:
        self.database.close()
        with self.database.work() as work:
            return [each.id for each in work.sessions.between(None, None)]

    def forget(self) -> None:
        """Change everything there is."""
        with self.database.work() as work:
            work.sessions.delete(session().id)
        self.database.close()
        self.write("settings.json", '{"language": "nl"}')
        self.write("marks.json", "{}")
        (self.data / "pictures" / "mine.png").unlink()

    def state(self) -> dict[str, bytes]:
        return {
            str(each.relative_to(self.data)): each.read_bytes()
            for each in self.data.rglob("*")
            if each.is_file()
        }


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.database.close()


@pytest.fixture
def whole(world) -> bytes:
    """A copy of what is there."""
    world.archive.write(world.copy, NOON)
    return world.copy.read_bytes()


def packed(world: World) -> dict[str, bytes]:
    with zipfile.ZipFile(world.copy) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repack(world: World, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(world.copy, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def change_contents(world: World, **changes: object) -> None:
    files = packed(world)
    plain = json.loads(files[CONTENTS]) | changes
    repack(world, files | {CONTENTS: json.dumps(plain).encode()})


def test_all_data_comes_back_as_they_were(world):
    made = world.archive.write(world.copy, NOON)
    world.forget()

    found = world.archive.check(world.copy)
    world.archive.put_back(world.copy)

    assert found == made
    assert (made.made_at, made.files) == (NOON, 3)
    assert world.sessions() == [session().id]
    assert (world.data / "settings.json").read_text() == "{}"
    assert (world.data / "pictures" / "mine.png").read_text() == "picture"
    assert not (world.data / "marks.json").exists()


def test_what_is_no_data_is_not_copied_and_stays(world):
    world.archive.write(world.copy, NOON)
    world.database.close()

    world.archive.put_back(world.copy)

    assert set(packed(world)) == {"settings.json", "pictures/mine.png", LOG, CONTENTS}
    assert (world.data / "coreapp.log").exists()
    assert (world.data / "backups" / "old.zip").exists()
    assert list(world.data.rglob(".*")) == []


def test_names_that_other_systems_do_not_know_do_not_spoil_a_copy(world):
    world.write("notes: mine.txt", "a stray file")
    world.write(".hidden/inner.json", "{}")

    made = world.archive.write(world.copy, NOON)

    assert world.archive.check(world.copy) == made
    assert set(packed(world)) == {"settings.json", "pictures/mine.png", LOG, CONTENTS}


def test_a_copy_is_made_while_the_log_is_written(world):
    with world.database.work() as work:
        world.archive.write(world.copy, NOON)
        work.sessions.delete(session().id)
    world.database.close()

    world.archive.put_back(world.copy)

    assert world.sessions() == [session().id]


def test_a_log_elsewhere_comes_back_to_its_place(tmp_path):
    world = World(tmp_path)
    elsewhere = tmp_path / "elsewhere.db"
    world.database.close()
    shutil.move(world.log, elsewhere)
    archive = SafetyArchive(world.data, elsewhere)
    archive.write(world.copy, NOON)
    before = elsewhere.read_bytes()
    elsewhere.unlink()

    archive.put_back(world.copy)

    assert LOG in packed(world)
    assert len(elsewhere.read_bytes()) == len(before)


def test_where_there_is_no_log_yet_there_is_none_in_the_copy(world):
    world.database.close()
    world.log.unlink()

    assert world.archive.write(world.copy, NOON).files == 2
    assert world.archive.check(world.copy).files == 2


@given(place=st.floats(0, 1, exclude_max=True), bits=st.integers(1, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_copy_that_changed_on_its_way_is_told_or_does_not_matter(world, whole, place, bits):
    changed = bytearray(whole)
    changed[int(place * len(whole))] ^= bits
    world.copy.write_bytes(changed)
    before = world.state()

    try:
        world.archive.check(world.copy)
    except CoreappError:
        assert world.state() == before
    else:
        world.database.close()
        world.archive.put_back(world.copy)
        assert world.sessions() == [session().id]


@given(share=st.floats(0, 1, exclude_max=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_copy_that_was_cut_off_is_told(world, whole, share):
    world.copy.write_bytes(whole[: int(share * len(whole))])

    with pytest.raises(InvalidValueError):
        world.archive.check(world.copy)


def test_what_is_no_copy_of_ours_is_refused(world, whole):
    refused = [
        ({"format": "other"}, "format"),
        ({"version": 2}, "version"),
        ({"files": {"../settings.json": ""}}, "file"),
        ({"files": {"/etc/passwd": ""}}, "file"),
        ({"files": {"a\\b": ""}}, "file"),
        ({"files": {"a/../b": ""}}, "file"),
        ({"files": {".hidden": ""}}, "file"),
        ({"files": {"": ""}}, "file"),
        ({"files": {"missing.json": ""}}, "file"),
        ({"files": {"settings.json": "0" * 64}}, "file"),
        ({"files": 3}, "file"),
        ({"made_at": "yesterday"}, "file"),
    ]

    def key_of(changes: dict[str, object]) -> str:
        world.copy.write_bytes(whole)
        change_contents(world, **changes)
        try:
            world.archive.check(world.copy)
        except InvalidValueError as error:
            return error.key
        return "none: it is taken"

    assert [(changes, key_of(changes)) for changes, _key in refused] == refused


def test_other_files_are_refused(world):
    repack(world, {"readme.txt": b"hello"})
    with pytest.raises(InvalidValueError):
        world.archive.check(world.copy)

    world.copy.write_text("hello")
    with pytest.raises(InvalidValueError):
        world.archive.check(world.copy)

    world.copy.unlink()
    with pytest.raises(FileUnreadableError):
        world.archive.check(world.copy)


def test_a_log_of_a_newer_program_is_refused(world):
    world.database.close()
    change(world.log, "UPDATE alembic_version SET version_num = '9999'")
    world.archive.write(world.copy, NOON)

    with pytest.raises(DatabaseTooNewError):
        world.archive.check(world.copy)


def test_a_damaged_log_is_told_and_still_kept_before_it_is_replaced(world):
    world.archive.write(world.copy, NOON)
    world.database.close()
    broken = b"no database at all, but somebody may mend it"
    world.log.write_bytes(broken)
    aside = world.copy.with_name("aside.zip")

    with pytest.raises(FileUnreadableError):
        world.archive.write(aside, NOON)
    assert not aside.exists()
    world.archive.write(aside, NOON, even_damaged=True)
    world.archive.put_back(world.copy)

    with zipfile.ZipFile(aside) as kept:
        assert kept.read("damaged/coreapp.db") == broken
    assert world.sessions() == [session().id]


def test_without_room_nothing_is_begun(world, monkeypatch):
    world.archive.write(world.copy, NOON)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(safety_archive.shutil, "disk_usage", lambda _path: usage(1, 1, 0))

    with pytest.raises(DiskFullError):
        world.archive.check(world.copy)


def test_a_wrong_place_is_told_and_not_made(world, tmp_path):
    wrong = tmp_path / "nowhere" / "copy.zip"
    with pytest.raises(FileUnreadableError) as told:
        world.archive.write(wrong, NOON)

    assert told.value.path == str(wrong)
    assert not wrong.parent.exists()
