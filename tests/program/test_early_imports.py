"""Pages are imported before they are visited, one after the other."""

import subprocess
import sys
import threading
from functools import partial
from importlib.util import find_spec

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import QTimer

from coreapp.domain.errors import DatabaseUnreadableError
from coreapp.i18n import install, names_in_all_languages
from coreapp.program.early_imports import BUSY_MS, MODULES, EarlyImports, Modules
from coreapp.ui.background import Background


def _nothing():
    """Nothing is read ahead."""


def _free():
    return False


def _parted(names):
    """One module is imported apart, the others as pages are."""
    return Modules(names[:1], names[1:])


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.wait()
    for each in made.findChildren(QTimer):
        each.stop()


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Three modules that nobody has imported."""
    names = ("early_one", "early_two", "early_three")
    for name in names:
        (tmp_path / f"{name}.py").touch()
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_every_page_is_a_module_that_is_there():
    assert all(find_spec(each) is not None for each in (*MODULES.apart, *MODULES.pages))


def test_all_are_imported_in_the_end(qtbot, background, modules):
    EarlyImports(background, lambda: False, _free, _nothing, _nothing, _parted(modules)).begin()

    qtbot.waitUntil(lambda: set(modules) <= set(sys.modules))


def test_nothing_is_imported_when_the_program_ends(qtbot, background, modules):
    EarlyImports(
        background,
        lambda: "early_two" in sys.modules,
        _free,
        _nothing,
        _nothing,
        _parted(modules),
    ).begin()

    qtbot.waitUntil(lambda: "early_two" in sys.modules)
    qtbot.wait(50)
    assert "early_three" not in sys.modules


def test_what_is_read_ahead_is_read_once_when_all_are_imported(qtbot, background, modules):
    seen = []

    def read():
        seen.append(set(modules) <= set(sys.modules))

    early = EarlyImports(background, lambda: False, _free, read, _nothing, _parted(modules))
    early.begin()
    qtbot.waitUntil(lambda: bool(seen))
    early.begin()
    background.wait()

    assert seen == [True]


@pytest.mark.parametrize("error", [None, DatabaseUnreadableError("damaged")])
def test_the_end_is_told_once_whatever_came_of_reading(qtbot, background, modules, error):
    told = []

    def read():
        if error is not None:
            raise error

    early = EarlyImports(
        background,
        lambda: False,
        _free,
        read,
        lambda: told.append(True),
        _parted(modules),
    )
    early.begin()
    qtbot.waitUntil(lambda: bool(told))
    early.begin()
    background.wait()
    qtbot.wait(10)

    assert told == [True]
    assert set(modules) <= set(sys.modules)


def test_a_program_that_ends_is_not_told(qtbot, background, modules):
    told, over = [], []

    EarlyImports(
        background,
        lambda: bool(over),
        _free,
        lambda: over.append(1),
        lambda: told.append(1),
        _parted(modules),
    ).begin()
    qtbot.waitUntil(lambda: bool(over))
    background.wait()
    qtbot.wait(10)

    assert not told


def test_a_plan_that_cannot_be_read_ahead_is_nobodys_trouble(background, qtbot):
    tried = []

    def fail():
        tried.append(True)
        raise DatabaseUnreadableError("damaged")

    with qtbot.captureExceptions() as raised:
        EarlyImports(background, lambda: False, _free, fail, _nothing, Modules((), ())).begin()
        qtbot.waitUntil(lambda: bool(tried))
        background.wait()

    assert not raised


def test_it_begins_once(qtbot, background, modules):
    early = EarlyImports(background, lambda: False, _free, _nothing, _nothing, _parted(modules))
    early.begin()
    qtbot.waitUntil(lambda: set(modules) <= set(sys.modules))
    sys.modules.pop("early_one")

    early.begin()
    qtbot.wait(50)

    assert "early_one" not in sys.modules


def test_names_in_other_languages_are_at_hand_in_the_end(qtbot, background, tmp_path):
    told = []
    catalogue = Catalog(locale="de")
    catalogue.add("Bridge", "Brücke", context="exercise bridge")
    file = tmp_path / "de" / "LC_MESSAGES" / "coreapp.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalogue)
    install(tmp_path, "en")

    finished = partial(told.append, True)
    EarlyImports(background, lambda: False, _free, _nothing, finished, _parted(())).begin()
    qtbot.waitUntil(lambda: bool(told))
    file.unlink()

    assert names_in_all_languages("exercise bridge", "Bridge")["de"] == "Brücke"


def test_pages_are_imported_where_the_windows_live_and_nothing_is_held_up(
    qtbot, background, modules, tmp_path
):
    """A class of Qt that is made on another thread while something is painted ends the process."""
    for name in modules:
        (tmp_path / f"{name}.py").write_text("import threading\nthread = threading.get_ident()\n")
    busy = [True]
    early = EarlyImports(
        background,
        lambda: False,
        lambda: bool(busy),
        _nothing,
        _nothing,
        _parted(modules),
    )
    early.begin()
    qtbot.waitUntil(lambda: early._timer.interval() == BUSY_MS)
    assert modules[1] not in sys.modules

    busy.clear()
    early._timer.start(0)
    qtbot.waitUntil(lambda: modules[2] in sys.modules)

    threads = [sys.modules[name].thread for name in modules]
    assert threads[0] != threading.get_ident()
    assert threads[1:] == [threading.get_ident()] * 2


def test_what_is_imported_apart_has_no_class_of_qt():
    """Told by a process that has imported nothing else."""
    imports = "; ".join(f"import {name}" for name in MODULES.apart)
    told = "print([name for name in sys.modules if name.startswith(('PySide6', 'coreapp.ui'))])"
    command = [sys.executable, "-c", f"import sys; {imports}; {told}"]

    answer = subprocess.run(command, capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"
