"""Pictures: one promise, kept by the folder and by the fake; and what only files can do."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from coreapp.domain.errors import DiskFullError, FileUnreadableError, InvalidValueError
from coreapp.storage.picture_folder import PictureFolder
from tests.fakes.pictures import JPEG, PNG, FakePictures


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "pictures"


@pytest.fixture(params=["folder", "fake"])
def pictures(request, folder):
    return PictureFolder(folder) if request.param == "folder" else FakePictures()


def test_a_picture_comes_back_as_it_was(pictures):
    assert pictures.names() == ()
    assert pictures.load("b.jpg") is None
    pictures.save("b.jpg", JPEG)
    pictures.save("a.png", PNG)
    pictures.save("b.jpg", PNG)
    assert pictures.names() == ("a.png", "b.jpg")
    assert pictures.load("b.jpg") == PNG
    assert pictures.path("b.jpg").name == "b.jpg"


def test_a_deleted_picture_is_gone(pictures):
    pictures.save("a.png", PNG)
    pictures.delete("a.png")
    pictures.delete("a.png")
    assert pictures.names() == ()


def test_a_name_that_is_not_safe_is_refused(pictures):
    asks = (pictures.path, pictures.load, pictures.delete, lambda name: pictures.save(name, JPEG))
    for name in ("../a.jpg", "a.exe", "A.jpg", "jpg", ""):
        for ask in asks:
            with pytest.raises(InvalidValueError):
                pytest.fail(f"{name!r} is taken: {ask(name)}")


def test_other_files_are_no_pictures(folder):
    PictureFolder(folder).save("a.jpg", JPEG)
    (folder / "notes.txt").write_text("mine")
    assert PictureFolder(folder).names() == ("a.jpg",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_picture_is_private(folder):
    PictureFolder(folder).save("a.jpg", JPEG)
    assert stat.S_IMODE((folder / "a.jpg").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "failure"), [(errno.ENOSPC, DiskFullError), (errno.EACCES, FileUnreadableError)]
)
def test_a_failed_save_leaves_what_was_there(folder, monkeypatch, number, failure):
    PictureFolder(folder).save("a.jpg", JPEG)

    def fail(_file):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(failure, match=r"a\.jpg"):
        PictureFolder(folder).save("a.jpg", PNG)
    assert PictureFolder(folder).load("a.jpg") == JPEG
    assert [each.name for each in folder.iterdir()] == ["a.jpg"]


def test_what_cannot_be_deleted_is_told_in_the_log(folder, monkeypatch, caplog):
    PictureFolder(folder).save("a.jpg", JPEG)

    def fail(_path, **_options):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "unlink", fail)
    PictureFolder(folder).delete("a.jpg")
    assert "cannot be deleted" in caplog.text
