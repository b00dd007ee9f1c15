"""Only windows are shown as windows.

A part that is shown before it has its place is a window of its own for a moment: it flashes on the
screen, and takes the keys away from the window it belongs to.
"""

import traceback
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.services.changes import Change
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World


class Watcher(QObject):
    """Notes what is shown as a window, and where that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each window that appears."""
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window and not isinstance(watched, MainWindow):
            place = "".join(traceback.format_stack(limit=8))
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}\n{place}")
        return False


def test_the_start_and_a_walk_through_the_pages_show_one_window(
    open_world: Callable[..., World], qapp: QApplication
) -> None:
    watcher = Watcher()
    qapp.installEventFilter(watcher)
    try:
        world = open_world().start()
        for key in PageKey:
            world.open_page(key)
            world.program.changed(*Change)
            world.settle()
    finally:
        qapp.removeEventFilter(watcher)

    assert not watcher.shown, "\n".join(watcher.shown)
    assert qapp.activeWindow() is world.program.window
