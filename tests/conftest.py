"""What every test gets: no screen, a data folder and an environment of its own, nothing left over.

The environment is set before Qt is first imported, since Qt reads it once.
"""

import gc
import itertools
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

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
# new ones, thirty times as many, and what it finds becomes a test with a name.
settings.register_profile(
    "default", deadline=None, derandomize=True, print_blob=True, max_examples=60
)
settings.register_profile("soak", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

parsed_once.install()
library_once.install()  # before anybody imports what it replaces
# Files of tests need not outlast the machine. What fails on a full disk, tests say themselves.
pytest.MonkeyPatch().setattr(os, "fsync", lambda _file: None)

_NUMBERS = itertools.count()

_HERE = Path(__file__).parent
LONGEST = frozenset(
    _HERE / name
    for name in ("ui/test_walk.py", "ui/test_key_path.py", "real_desktop/test_read_from_outside.py")
)
"""Single tests of these take as long as a thousand others."""


@pytest.hookimpl(trylast=True)  # after they have been shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest: one that is left for the end keeps one core busy and no other."""
    items.sort(key=lambda item: item.path not in LONGEST)


def pytest_collection_finish() -> None:
    """Take all that has been imported and collected out of what is searched for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _folders_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tests")


@pytest.fixture(scope="session")
def qapp(qapp: Any) -> Any:
    """Give pictures of figures the room they have in the program; all worlds share them."""
    from PySide6.QtGui import QPixmapCache

    from coreapp.app import PIXMAP_CACHE_KB

    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    return qapp


@pytest.fixture
def tmp_path(_folders_of_tests: Path, request: pytest.FixtureRequest) -> Path:
    """Give the test a folder of its own, in place of pytest's.

    That one looks through the folders of all tests before to find a number: with thousands of
    them it takes longer than many a test. Names are short: a socket's path may have 107 bytes.
    """
    name = re.sub(r"\W", "_", request.node.name)[:16]
    folder = _folders_of_tests / f"{name}{next(_NUMBERS)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def coreapp_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a world of its own; return its data folder, which the program has to make."""
    home = tmp_path / "coreapp-home"
    monkeypatch.setenv("COREAPP_HOME", str(home))
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))  # Qt warns where there is none
    if hasattr(time, "tzset"):
        time.tzset()  # the test before may have told the C library of another zone
    return home


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a timer, a thread or a window behind."""
    with fail_on_leftovers(uses_qt="qapp" in request.fixturenames):
        yield
