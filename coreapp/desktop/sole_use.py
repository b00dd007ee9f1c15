"""Keeps the data folder to oneself for a moment: no program runs on it, and none can start."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from coreapp.domain.errors import NotNowError, marked

RUNS = marked("Coreapp is running. Quit it first; nothing was changed.")


@contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Hold the lock of the running program meanwhile.

    Raises:
        NotNowError: a program runs on this folder.
    """
    lock = QLockFile(str(folder / "running.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise NotNowError(RUNS)
    try:
        yield
    finally:
        lock.unlock()
