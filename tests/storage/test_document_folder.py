"""Documents by id: one promise, kept by the folder and by the fake; and what only files can do."""

import errno
import logging
import os
from pathlib import Path

import pytest

from coreapp.domain.errors import DiskFullError, FileUnreadableError, InvalidValueError
from coreapp.storage.document_folder import DocumentFolder
from tests.fakes.documents import FakeDocuments


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "exercises"


@pytest.fixture(params=["folder", "fake"])
def documents(request, folder):
    return DocumentFolder(folder) if request.param == "folder" else FakeDocuments()


PLANK = {"id": "my-plank", "name": "Größer", "steps": ["Lie down.", "Lift."], "levels": [{"n": 1}]}


def test_there_is_nothing_at_first(documents):
    assert documents.all() == {}


def test_documents_come_back_as_they_were_in_the_order_of_their_ids(documents):
    documents.save("my-plank", PLANK)
    documents.save("a-bridge", {"name": "Bridge"})
    assert documents.all() == {"a-bridge": {"name": "Bridge"}, "my-plank": PLANK}
    assert list(documents.all()) == ["a-bridge", "my-plank"]


def test_one_with_the_same_id_is_replaced(documents):
    documents.save("my-plank", PLANK)
    documents.save("my-plank", {"name": "Other"})
    assert documents.all() == {"my-plank": {"name": "Other"}}


def test_what_is_deleted_is_gone_and_only_that(documents):
    documents.save("my-plank", PLANK)
    documents.save("a-bridge", {"name": "Bridge"})
    documents.delete("my-plank")
    documents.delete("my-plank")
    assert list(documents.all()) == ["a-bridge"]


def test_what_is_handed_out_does_not_change_what_is_kept(documents):
    documents.save("my-plank", PLANK)
    documents.all()["my-plank"]["steps"].append("Rest.")
    assert documents.all() == {"my-plank": PLANK}


def test_an_id_that_is_no_safe_name_is_refused(documents):
    for identity in ("", "..", "a/b", "Plank", "con", "a b", "x" * 101, "é"):
        for change in (lambda it: documents.save(it, PLANK), documents.delete):
            with pytest.raises(InvalidValueError, match="small letters"):
                pytest.fail(f"{identity!r} is taken: {change(identity)}")
    assert documents.all() == {}


def test_no_folder_is_made_before_there_is_something_to_keep(folder):
    DocumentFolder(folder).all()
    DocumentFolder(folder).delete("my-plank")
    assert not folder.parent.exists()


def test_what_is_no_document_is_set_aside_and_the_others_are_there(folder, caplog):
    DocumentFolder(folder).save("my-plank", PLANK)
    (folder / "broken.json").write_text("{")
    (folder / "Not Ours.json").write_text("{}")
    (folder / "notes.txt").write_text("mine")
    with caplog.at_level(logging.WARNING):
        assert DocumentFolder(folder).all() == {"my-plank": PLANK}
    assert "broken.json" in caplog.text
    names = {each.name for each in folder.iterdir()}
    assert names == {"my-plank.json", "broken.json.bad", "Not Ours.json", "notes.txt"}


def test_a_folder_that_cannot_be_read_is_told(folder, caplog):
    folder.parent.mkdir()
    folder.write_text("a file")
    assert DocumentFolder(folder).all() == {}
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize(
    ("number", "failure"), [(errno.ENOSPC, DiskFullError), (errno.EACCES, FileUnreadableError)]
)
def test_a_failed_save_leaves_the_old_document(folder, monkeypatch, number, failure):
    DocumentFolder(folder).save("my-plank", PLANK)

    def fail(_file):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(failure, match="my-plank"):
        DocumentFolder(folder).save("my-plank", {"name": "Other"})
    assert DocumentFolder(folder).all() == {"my-plank": PLANK}


def test_what_cannot_be_deleted_is_told(folder, monkeypatch):
    DocumentFolder(folder).save("my-plank", PLANK)

    def fail(_path, **_options):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(FileUnreadableError, match="my-plank"):
        DocumentFolder(folder).delete("my-plank")


def test_what_cannot_be_read_is_told_then_and_later(folder):
    DocumentFolder(folder).save("a-bridge", PLANK)
    for content in (b"{", b"", b"[]", b"{}", b'{"name": "\\ud800"}'):
        (folder / "my-plank.json").write_bytes(content)

        for _start in range(2):
            documents = DocumentFolder(folder)
            assert documents.all() == {"a-bridge": PLANK}, content
            assert list(documents.damaged()) == ["my-plank"], content
            assert documents.damaged()["my-plank"].startswith("my-plank.json"), content

        DocumentFolder(folder).save("my-plank", PLANK)
        documents = DocumentFolder(folder)
        assert list(documents.all()) == ["a-bridge", "my-plank"], content
        assert documents.damaged() == {}, content


def test_a_folder_that_cannot_be_read_is_damaged(folder):
    folder.parent.mkdir()
    folder.write_text("a file")
    documents = DocumentFolder(folder)
    assert documents.all() == {}
    assert documents.damaged() == {"exercises": "exercises"}
