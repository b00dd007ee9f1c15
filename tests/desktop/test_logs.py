"""The diagnostic log: private, bounded, and never in the way."""

import errno
import io
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from coreapp.desktop import logs
from coreapp.desktop.logs import catch_qt_messages, log_to


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


class FullDisk(io.StringIO):
    """A file for which there is no room."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_lines_go_into_a_private_file(tmp_path: Path) -> None:
    file = tmp_path / "coreapp.log"
    log_to(file)

    logging.getLogger("coreapp.somewhere").info("a line with %s", "an ä")

    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert line.endswith("INFO coreapp.somewhere: a line with an ä")
    assert mode(file) == 0o600


def test_it_does_not_grow_for_ever_and_stays_private(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 200)
    log_to(tmp_path / "coreapp.log")

    for number in range(20):
        logging.getLogger("coreapp").info("line %d", number)

    files = sorted(tmp_path.glob("coreapp.log*"))
    assert [file.name for file in files] == ["coreapp.log", "coreapp.log.1", "coreapp.log.2"]
    assert {mode(file) for file in files} == {0o600}


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)

    log_to(tmp_path / "missing" / "coreapp.log")

    assert logging.getLogger().handlers == before


def test_a_full_disk_prints_nothing(tmp_path: Path, capsys) -> None:
    log_to(tmp_path / "coreapp.log")
    handler = logging.getLogger().handlers[-1]
    assert isinstance(handler, logs.PrivateLogHandler)
    handler.stream.close()
    handler.stream = FullDisk()

    logging.getLogger("coreapp").warning("this cannot be written")

    assert capsys.readouterr().err == ""


def test_what_qt_says_goes_there_too(qapp, tmp_path: Path) -> None:
    log_to(tmp_path / "coreapp.log")
    catch_qt_messages()

    qWarning("from Qt")

    qInstallMessageHandler(None)
    assert "WARNING qt: from Qt" in (tmp_path / "coreapp.log").read_text(encoding="utf-8")
