"""The start without searches for garbage, and Qt without a hand in every import."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def run(code: str) -> list[str]:
    """Return what a fresh Python prints: what is tried here holds for a whole process."""
    done = subprocess.run(
        [sys.executable, "-c", f"from coreapp.desktop import light_start\n{code}"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.split()


def test_garbage_is_searched_for_again_when_the_start_is_over() -> None:
    code = """
import gc, weakref
class Thing: pass
light_start.put_off_searches()
print(gc.isenabled())
thing = Thing()
thing.itself = thing
gone = weakref.ref(thing)
del thing
light_start.settle()
print(gone() is None, gc.isenabled(), gc.get_freeze_count() > 1000)
"""
    assert run(code) == ["False", "True", "True", "True"]


def test_the_source_of_what_is_imported_after_qt_is_not_read() -> None:
    code = """
import builtins, linecache
usual = builtins.__import__
light_start.import_qt()
from PySide6.QtCore import QObject
import coreapp.domain.exercise
print(builtins.__import__ is usual, any("coreapp" in name for name in linecache.cache))
"""
    assert run(code) == ["True", "False"]


def test_what_stood_in_the_cache_of_sources_is_let_go() -> None:
    code = """
import linecache
linecache.getline(light_start.__file__, 1)
light_start.settle()
print(len(linecache.cache))
"""
    assert run(code) == ["0"]


def test_what_is_given_back_was_garbage() -> None:
    code = """
import gc, weakref
class Thing: pass
gc.disable()
thing = Thing()
thing.itself = thing
gone = weakref.ref(thing)
del thing
light_start.give_back()
print(gone() is None)
"""
    assert run(code) == ["True"]
