"""Finds what a test left running: it would run into the next one and fail that instead."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

PATIENCE_SECONDS = 2.0
"""How long a thread that was told to stop may take; nothing waits when nothing is left."""


@contextmanager
def fail_on_leftovers(*, uses_qt: bool) -> Iterator[None]:
    """Fail if threads, Qt timers, Qt threads or visible windows outlive the block.

    Args:
        uses_qt: whether to look at Qt; a test without it must not have to import it.
    """
    before = set(threading.enumerate())
    if uses_qt:
        with _started_qt_objects() as started:
            yield
        leftovers = _running(started) + _visible_windows()
    else:
        yield
        leftovers = []
    leftovers += _threads_since(before)
    if leftovers:
        pytest.fail("left over by this test:\n" + "\n".join(leftovers), pytrace=False)


@contextmanager
def _started_qt_objects() -> Iterator[list[tuple[Any, str]]]:
    """Note each timer and thread that is started, with the line that did it."""
    from PySide6.QtCore import QThread, QTimer

    started: list[tuple[Any, str]] = []

    def noting(original: Any) -> Any:
        def start(self: Any, *arguments: Any) -> None:
            original(self, *arguments)
            caller = sys._getframe(1)
            started.append((self, f"{caller.f_code.co_filename}:{caller.f_lineno}"))

        return start

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(QTimer, "start", noting(QTimer.start))
        patched.setattr(QThread, "start", noting(QThread.start))
        yield started


def _running(started: list[tuple[Any, str]]) -> list[str]:
    """Return a line for each timer or thread that still runs, and stop it."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    lines = {}
    for thing, place in started:
        if not isValid(thing):
            continue
        if isinstance(thing, QTimer):
            if thing.isActive():
                thing.stop()
                lines[place] = f"- an active QTimer, started at {place}"
        elif thing.isRunning():
            thing.quit()
            if not thing.wait(int(PATIENCE_SECONDS * 1000)):
                lines[place] = f"- a running QThread, started at {place}"
    return list(lines.values())


def _visible_windows() -> list[str]:
    """Return a line for each window still shown, and remove it."""
    from PySide6.QtWidgets import QApplication

    lines = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            lines.append(f"- an open window: {type(window).__name__} {window.windowTitle()!r}")
            window.hide()
            window.deleteLater()
    return lines


def _threads_since(before: set[threading.Thread]) -> list[str]:
    """Return a line for each Python thread that was started and did not end."""
    lines = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):  # a Qt thread that once ran Python
            continue
        thread.join(PATIENCE_SECONDS)
        if thread.is_alive():
            lines.append(f"- a running thread: {thread.name}")
    return lines
