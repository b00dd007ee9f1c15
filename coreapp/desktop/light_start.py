"""What makes the start of the program lighter, and its rest; each is measured in tests/benchmarks.

Python searches for garbage again and again while modules are imported, through more and more
objects, all of which stay. And from its first import on, PySide6 reads the source of every module
that is imported, to find those that use its `__feature__` switches; it keeps all the text, too.
"""

import builtins
import gc
import linecache
import sys
from contextlib import suppress


def put_off_searches() -> None:
    """Search for no garbage until `settle`: next to nothing of what the start makes is any.

    A command that is over soon never searches; what is not in a circle goes without a search.
    """
    gc.disable()


def import_qt() -> None:
    """Import Qt, without what PySide6 does to all further imports: nothing of ours needs it."""
    usual = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415  who calls this wants it now, and here

    builtins.__import__ = usual


def settle() -> None:
    """Put away what the start has left, and search for garbage as usual from now on.

    What is there now stays as long as the program runs, so later searches need not go through it.
    """
    linecache.clearcache()
    gc.collect()
    gc.freeze()
    gc.enable()


def give_back() -> None:
    """Give memory that is free to the system, after much was let go of.

    The C library of most Linux systems keeps it for what may come next, until it is told not to.
    """
    gc.collect()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  nothing else of the start needs it

        with suppress(OSError, AttributeError):  # another C library, that gives back by itself
            ctypes.CDLL(None).malloc_trim(0)
