"""Waits for the tray at log-in, so that no small window opens only to go again.

A program that starts hidden has nobody waiting for it: it can let the panel come first.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

LOOKS_AFTER_MS: Final = (1_000, 2_000, 3_000, 5_000, 9_000)
"""Between one look and the next: 20 seconds in all, then the small window has to do."""


class TrayWait(QObject):
    """Goes on as soon as there is a tray, and at the latest after 20 seconds."""

    def __init__(
        self, is_there: Callable[[], bool], go_on: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._is_there = is_there
        self._go_on = go_on
        self._left = list(LOOKS_AFTER_MS)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look as soon as the program runs."""
        self._timer.start(0)

    def look(self) -> None:
        """Go on if there is a tray, or if it has been waited for long enough."""
        if self._is_there() or not self._left:
            self._timer.stop()
            self._go_on()
        else:
            self._timer.start(self._left.pop(0))

    def hurry(self) -> None:
        """Go on at once if it still waits: somebody wants something of the program."""
        if self._timer.isActive():
            self._timer.stop()
            self._go_on()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()
