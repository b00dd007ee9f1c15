"""Settings and other small documents: never half written, never lost."""

import errno
import json
import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from coreapp.domain.errors import DiskFullError, FileUnreadableError
from coreapp.storage.state_file import JsonFile

DOCUMENT = {"language": "de", "sizes": [1, 2.5, None], "breaks": {"limit": 30}, "name": "Größe"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "settings.json"


@pytest.fixture
def written(path):
    """Writes any content into the file."""

    def write(content: bytes) -> Path:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    return write


def test_a_document_comes_back_as_it_was(path):
    JsonFile(path).save(DOCUMENT)
    assert JsonFile(path).load() == DOCUMENT
    JsonFile(path).save({"language": "nl"})
    assert JsonFile(path).load() == {"language": "nl"}
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_the_file_can_be_read_by_people(path):
    JsonFile(path).save({"name": "Größe"})
    assert path.read_text(encoding="utf-8") == '{\n  "version": 1,\n  "name": "Größe"\n}\n'


def test_what_nobody_reads_is_one_line(path):
    JsonFile(path, is_for_people=False).save(DOCUMENT)
    assert path.read_text(encoding="utf-8").count("\n") == 1
    assert JsonFile(path).load() == DOCUMENT


def test_no_file_is_an_empty_document_and_none_is_made(path):
    assert JsonFile(path).load() == {}
    assert not path.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_the_file_and_its_folder_are_private(path):
    JsonFile(path).save({})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_is_no_document_is_set_aside(written, caplog):
    broken = (b"", b"{", b"[1]", b'"text"', b'{"a": "\xff"}', b"[" * 100_000)
    for content in (*broken, b'{"version": 0}', b'{"version": "2"}'):
        path = written(content)
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            assert JsonFile(path).load() == {}, content[:20]
        assert path.with_name("settings.json.bad").read_bytes() == content
        assert not path.exists(), content[:20]
        assert "settings.json.bad" in caplog.text, content[:20]


def test_a_file_that_cannot_be_read_is_told_and_left(path, caplog):
    path.mkdir(parents=True)
    assert JsonFile(path).load() == {}
    assert path.is_dir()
    assert "cannot be read" in caplog.text


def test_what_cannot_be_set_aside_stays(written, caplog):
    path = written(b"{")
    path.with_name("settings.json.bad").mkdir()
    assert JsonFile(path).load() == {}
    assert path.read_bytes() == b"{"


UPGRADES = (
    lambda document: {**document, "steps": "2"},
    lambda document: {**document, "steps": f"{document['steps']}3"},
)


def test_older_documents_are_upgraded_in_order(written):
    for version, steps in (({}, "23"), ({"version": 1}, "23"), ({"version": 2}, "13")):
        path = written(json.dumps({"steps": "1"} | version).encode())
        assert JsonFile(path, UPGRADES).load() == {"steps": steps}, version


def test_a_document_of_this_or_a_newer_version_is_taken_as_it_is(written):
    for version in (3, 4):
        path = written(json.dumps({"steps": "1", "version": version}).encode())
        assert JsonFile(path, UPGRADES).load() == {"steps": "1"}, version


def test_the_version_is_stored(path):
    JsonFile(path, UPGRADES).save({"steps": "1"})
    assert json.loads(path.read_text())["version"] == 3
    assert JsonFile(path, UPGRADES).load() == {"steps": "1"}


def test_a_failed_save_leaves_the_old_document(path, monkeypatch):
    JsonFile(path).save(DOCUMENT)
    for number, failure in {
        errno.ENOSPC: DiskFullError,
        errno.EDQUOT: DiskFullError,
        errno.EACCES: FileUnreadableError,
        errno.EIO: FileUnreadableError,
    }.items():

        def fail(_file, it=number):
            raise OSError(it, os.strerror(it))

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(failure, match=r"settings\.json"):
            JsonFile(path).save({"language": "nl"})
        assert JsonFile(path).load() == DOCUMENT, number
        assert [each.name for each in path.parent.iterdir()] == ["settings.json"], number


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(FileUnreadableError, match=r"settings\.json"):
        JsonFile(tmp_path / "data" / "settings.json").save({})
