"""Sees to it that only windows are shown as windows.

A part that is shown before it has its place is a window of its own for a moment: it flashes on the
screen, and takes the keys away from the window it belongs to.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.ui.main_window import MainWindow


class Watcher(QObject):
    """Notes what is shown as a window, and where that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each window that appears."""
        if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and not isinstance(watched, MainWindow):
            place = "".join(traceback.format_stack(limit=8))
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}\n{place}")
        return False


@contextmanager
def one_window_only(app: QApplication) -> Iterator[None]:
    """Fail if anything but the main window is shown as a window in the block."""
    watcher = Watcher()
    app.installEventFilter(watcher)
    try:
        yield
    finally:
        app.removeEventFilter(watcher)
    assert not watcher.shown, "\n".join(watcher.shown)
