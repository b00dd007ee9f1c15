"""Runs commands in the test's own data folder, within this process or in one of their own."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coreapp import cli, i18n
from coreapp.cli import main
from coreapp.storage.database import SqlDatabase
from tests import parser_once
from tests.cli_process import process
from tests.storage.files import begin_with_empty_log

ROOT = Path(__file__).resolve().parents[2]

parser_once.install()


@dataclass(frozen=True)
class Ran:
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document that was printed; nothing was said beside it."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)

    def failed(self, code: int = 1) -> str:
        """Return the one line of a command that failed as it should."""
        assert self.code == code
        assert self.out == ""
        assert self.err.startswith("coreapp: ")
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        assert "should not" not in self.err, "a failure nobody expected"
        return self.err.removeprefix("coreapp: ").strip()


Run = Callable[..., Ran]


def missed(told: Mapping[Any, str], begins: Mapping[Any, str]) -> dict[Any, str]:
    """Return what was told in other words than those it should begin with."""
    return {asked: line for asked, line in told.items() if not line.startswith(begins[asked])}


@pytest.fixture(autouse=True)
def _english_again(tmp_path: Path) -> Iterator[None]:
    yield
    i18n.install(tmp_path, "en")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Carry out a command here."""

    def carry_out(*words: object) -> Ran:
        _begin_with_empty_log()
        code = main([str(word) for word in words])
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return carry_out


def _begin_with_empty_log() -> None:
    """Spare a command the making of the tables, which takes longer than most commands.

    That a first one makes them is asked of those that run alone. Where a test has made a folder it
    has its reasons, and where there can be none, the command says so.
    """
    log = Path(os.environ["COREAPP_HOME"]) / "coreapp.db"
    with suppress(OSError):
        begin_with_empty_log(log)


@pytest.fixture
def database(coreapp_home: Path) -> Iterator[SqlDatabase]:
    """The log in the data folder, with nothing in it."""
    begin_with_empty_log(coreapp_home / "coreapp.db")
    database = SqlDatabase(coreapp_home / "coreapp.db")
    yield database
    database.close()


@pytest.fixture
def parser_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the parser for each command, which then finds what is put in a command's place."""
    monkeypatch.setattr(cli, "_parser_for", parser_once.make_anew)


@pytest.fixture
def run_alone() -> Run:
    """Carry out a command in a process of its own."""

    def carry_out(*words: object, **environment: str) -> Ran:
        with process(words, **environment) as started:
            out, err = started.communicate(timeout=60)
        return Ran(started.returncode, out, err)

    return carry_out


@pytest.fixture
def own_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a copy of its assets, and return it to be broken."""
    shipped = tmp_path / "shipped"
    for folder in ("exercises", "routines", "programmes", "guide"):
        shutil.copytree(ROOT / "assets" / folder, shipped / "assets" / folder)
    monkeypatch.setattr("coreapp.desktop.paths._shipped", lambda: shipped)
    return shipped / "assets"
