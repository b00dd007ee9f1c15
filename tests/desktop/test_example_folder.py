"""The folder of an example: made, removed, and what killed ones left behind."""

import logging
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from socket import gethostname

import pytest

from coreapp.desktop.example_folder import PREFIX, example_folder
from coreapp.desktop.logs import log_to
from coreapp.desktop.single_instance import SingleInstance

LONG_AGO = 3700


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _plain_logging() -> Iterator[None]:
    level = logging.getLogger().level
    yield
    logging.getLogger().setLevel(level)


def left_behind(temporary: Path, *, lock: str = "", seconds: int = 0) -> Path:
    folder = temporary / f"{PREFIX}left"
    folder.mkdir()
    (folder / "coreapp.db").write_bytes(b"made up")
    if lock:
        (folder / "running.lock").write_text(lock)
    moment = folder.stat().st_mtime - seconds
    os.utime(folder, (moment, moment))
    return folder


def test_it_is_private_and_gone_at_the_end(temporary: Path) -> None:
    with example_folder() as folder:
        assert folder.parent == temporary
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "coreapp.db").write_bytes(b"made up")

    assert list(temporary.iterdir()) == []


def test_it_is_gone_also_when_the_example_fails(temporary: Path) -> None:
    with pytest.raises(RuntimeError), example_folder():
        raise RuntimeError

    assert list(temporary.iterdir()) == []


def test_its_diagnostic_log_is_closed_first(temporary: Path, tmp_path: Path) -> None:
    own = tmp_path / "coreapp.log"
    log_to(own)
    before = list(logging.getLogger().handlers)
    with example_folder() as folder:
        log_to(folder / "coreapp.log")
        assert len(logging.getLogger().handlers) == len(before) + 1

    assert logging.getLogger().handlers == before
    logging.getLogger().removeHandler(before[-1])
    before[-1].close()


def test_what_a_killed_one_left_behind_goes(temporary: Path) -> None:
    # A process of this number cannot be: the kernel's highest is lower.
    left = left_behind(temporary, lock=f"{2**22 + 1}\ncoreapp\n{gethostname()}\n")

    with example_folder():
        assert not left.exists()


def test_one_that_runs_stays(temporary: Path, qapp) -> None:
    left = left_behind(temporary, seconds=LONG_AGO)
    running = SingleInstance(left)
    assert running.claim()

    with example_folder():
        assert (left / "coreapp.db").exists()

    running.release()


def test_one_that_begins_just_now_stays_and_an_old_one_goes(temporary: Path) -> None:
    left = left_behind(temporary)
    with example_folder():
        assert left.exists()

    moment = left.stat().st_mtime - LONG_AGO
    os.utime(left, (moment, moment))
    with example_folder():
        assert not left.exists()


def test_other_folders_and_links_stay(temporary: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "coreapp.db").write_bytes(b"mine")
    (temporary / f"{PREFIX}link").symlink_to(mine)
    (temporary / f"{PREFIX}file").write_bytes(b"a file")
    (temporary / "coreapp-tour-1").mkdir()

    with example_folder():
        pass

    assert (mine / "coreapp.db").read_bytes() == b"mine"
    assert {each.name for each in temporary.iterdir()} == {
        f"{PREFIX}link",
        f"{PREFIX}file",
        "coreapp-tour-1",
    }


def test_one_that_vanishes_meanwhile_is_no_trouble(
    temporary: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gone = temporary / f"{PREFIX}gone"
    monkeypatch.setattr(Path, "glob", lambda _folder, _pattern: iter([gone]))

    with example_folder() as folder:
        assert folder.is_dir()
