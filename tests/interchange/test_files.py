"""Files are read whole, and written whole or not at all, for their owner alone."""

import errno
import os

import pytest

from coreapp.domain.errors import DiskFullError, FileUnreadableError
from coreapp.interchange.files import read_file, write_file


@pytest.fixture
def folder(tmp_path):
    """An empty folder."""
    made = tmp_path / "exports"
    made.mkdir()
    return made


def test_a_file_is_written_for_its_owner_alone(folder):
    write_file(folder / "log.json", "Schluß\n")

    assert (folder / "log.json").read_bytes() == "Schluß\n".encode()
    assert (folder / "log.json").stat().st_mode & 0o777 == 0o600


def test_an_older_file_is_replaced_even_if_others_could_read_it(folder):
    file = folder / "log.json"
    file.write_text("old")
    file.chmod(0o644)

    write_file(file, "new")

    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(folder.iterdir()) == [file]


@pytest.mark.parametrize(
    ("code", "failure"),
    [(errno.ENOSPC, DiskFullError), (errno.EIO, FileUnreadableError)],
)
def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(folder, monkeypatch, code, failure):
    file = folder / "log.json"
    file.write_text("old")

    def full(_handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(failure):
        write_file(file, "new")
    assert file.read_text() == "old"
    assert list(folder.iterdir()) == [file]


def test_ctrl_c_while_writing_leaves_the_old_one(folder, monkeypatch):
    def stopped(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)

    with pytest.raises(KeyboardInterrupt):
        write_file(folder / "log.json", "new")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["gone/log.json", "file/log.json"])
def test_a_folder_that_is_not_there_is_named(folder, name):
    (folder / "file").write_text("a file")

    with pytest.raises(FileUnreadableError, match=r"log\.json"):
        write_file(folder / name, "new")


def test_a_folder_cannot_be_read_or_written(folder):
    (folder / "log.json").mkdir()

    with pytest.raises(FileUnreadableError):
        read_file(folder / "log.json", 1000)
    with pytest.raises(FileUnreadableError):
        write_file(folder / "log.json", "new")
    assert [each.name for each in folder.iterdir()] == ["log.json"]


def test_a_file_that_is_not_there_is_named(folder):
    with pytest.raises(FileUnreadableError, match=r"gone\.json"):
        read_file(folder / "gone.json", 1000)
