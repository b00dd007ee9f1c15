"""What every test gets: no screen, a data folder and an environment of its own, nothing left over.

The environment is set before Qt is first imported, since Qt reads it once.
"""

import gc
import itertools
import logging
import os
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist import get_xdist_worker_id

from coreapp.desktop.light_start import import_qt
from tests import library_once, parsed_once
from tests.leftovers import fail_on_leftovers

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PERSONAL = (
    "COREAPP_",
    "LC_",
    "LANGUAGE",
    "QT_STYLE",
    "QT_SCALE",
    "QT_FONT",
    "QT_QPA_PLATFORMTHEME",
)
for name in [name for name in os.environ if name.startswith(PERSONAL)]:
    del os.environ[name]
os.environ |= {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    # A person's own session must not hear of a test.
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/system_bus",
    "NO_AT_BRIDGE": "1",
    # No test is spoken, or starts a speech server, unless it brings its own.
    "SPEECHD_ADDRESS": "unix_socket:/nowhere",
    # QtMultimedia warns of video libraries (VA, PipeWire) that a program with tones does not need.
    "QT_LOGGING_RULES": "qt.multimedia.symbolsresolver.warning=false",
}

# The same examples each time: whoever runs the suite sees what others saw. `make soak` looks for
# new ones, seventy times as many, and what it finds becomes a test with a name. What needs more or
# fewer than usual says so as a part of `settings.default.max_examples`, which is true for both.
settings.register_profile(
    "default", deadline=None, derandomize=True, print_blob=True, max_examples=30
)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# As the program does. Hypothesis imports with every draw, and all of that went through Qt's hands.
import_qt()
parsed_once.install()
library_once.install()  # before anybody imports what it replaces
# Files of tests need not outlast the machine. What fails on a full disk, tests say themselves.
pytest.MonkeyPatch().setattr(os, "fsync", lambda _file: None)

_NUMBERS = itertools.count()
_FOLDER = pytest.StashKey[Path]()

_HERE = Path(__file__).parent
LONGEST = frozenset(
    _HERE / name
    for name in (
        "ui/test_walk.py",
        "ui/test_key_path.py",
        "e2e/test_look_while_running.py",
        "e2e/test_language_while_running.py",
    )
)
"""Single tests of these take as long as a thousand others."""

ODD = frozenset(f"gw{number}" for number in range(1, 64, 2))
"""Names of every other worker."""


class FromBehind(pytest.Dir):
    """A folder whose last file is collected first."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Return what is in it, the other way round."""
        return list(super().collect())[::-1]


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Let every other worker collect from behind.

    All of them collect everything. In a fresh clone most of that is compiling the tests, which is
    kept: so each compiles one half and finds the other done, where they would do it side by side.
    """
    if get_xdist_worker_id(parent) in ODD:
        return FromBehind.from_parent(parent, path=path)
    return None


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Search for no garbage meanwhile: what is imported and collected stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(tryfirst=True, specname="pytest_collection_modifyitems")
def put_in_one_order(items: list[pytest.Item]) -> None:
    """Give all workers the same order, from whichever end they collected; then it is shuffled."""
    items.sort(key=lambda item: item.path)


@pytest.hookimpl(trylast=True)  # after they have been shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest: one that is left for the end keeps one core busy and no other."""
    items.sort(key=lambda item: item.path not in LONGEST)


def pytest_collection_finish() -> None:
    """Take all that has been imported and collected out of what is searched for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """Give pictures of figures the room they have in the program; all worlds share them."""
    from PySide6.QtGui import QPixmapCache

    from coreapp.app import PIXMAP_CACHE_KB

    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    return qapp


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> Any:
    """Return the bot of pytest-qt, with more patience."""
    from tests.patient_bot import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def _own_world(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Give the test a world of its own, and fail it if it leaves something behind.

    Most tests touch no file. The folder is made for those that ask for one, or for Qt, which warns
    where there is no XDG_RUNTIME_DIR: for all it would take longer than many a test.
    """
    name = re.sub(r"\W", "_", request.node.name)[:16]
    folder = _folder_of_all(request) / f"{name}{next(_NUMBERS)}"
    uses_qt = "qapp" in request.fixturenames
    if uses_qt or "tmp_path" in request.fixturenames:
        _make(folder)
    # Each test sets them anew, so nothing has to be put back.
    os.environ["COREAPP_HOME"] = str(folder / "coreapp-home")
    os.environ["XDG_RUNTIME_DIR"] = str(folder / "runtime")
    if hasattr(time, "tzset"):
        time.tzset()  # the test before may have told the C library of another zone
    level = logging.root.level
    with fail_on_leftovers(uses_qt=uses_qt):
        yield folder
    if logging.root.level != level:
        _stop_diagnostics(level)


def _stop_diagnostics(level: int) -> None:
    """End the diagnostic log that the test began: all the next ones would be written down in it."""
    from coreapp.desktop.logs import PrivateLogHandler

    logging.root.setLevel(level)
    for handler in list(logging.root.handlers):
        if isinstance(handler, PrivateLogHandler):
            logging.root.removeHandler(handler)
            handler.close()


def _folder_of_all(request: pytest.FixtureRequest) -> Path:
    """Return the folder of all tests of this process."""
    if _FOLDER not in request.config.stash:
        factory: pytest.TempPathFactory = request.getfixturevalue("tmp_path_factory")
        request.config.stash[_FOLDER] = factory.mktemp("tests")
    return request.config.stash[_FOLDER]


def _make(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700)
        (folder / "runtime").mkdir(mode=0o700)


@pytest.fixture
def tmp_path(_own_world: Path) -> Path:
    """Give the test a folder of its own, in place of pytest's.

    That one looks through the folders of all tests before to find a number: with thousands of
    them it takes longer than many a test. Names are short: a socket's path may have 107 bytes.
    """
    _make(_own_world)
    return _own_world


@pytest.fixture
def coreapp_home(tmp_path: Path) -> Path:
    """Return the data folder of the test, which the program has to make."""
    return tmp_path / "coreapp-home"
