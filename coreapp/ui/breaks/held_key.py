"""Tells when a key has been held for a while, also on a machine that is busy."""

import math
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

LETTING_GO_SECONDS: Final = 0.15
"""A release counts when no press has followed for so long; keys repeat some 25 times a second."""


class HeldKey(QObject):
    """Hears presses and releases of one key, those of its repeating included.

    On X11 a key that repeats is released and pressed again each time. Qt takes that for repeating
    only if both have arrived when it looks; with a busy processor they have not, and a key that is
    held seems to be let go and pressed anew. So a release counts only when no press follows it.

    Signals:
        held: it has been down for as long as was asked for.
    """

    held = Signal()

    def __init__(self, seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._milliseconds = math.ceil(seconds * 1000)
        self._down = QTimer(self)
        self._down.setSingleShot(True)
        self._down.timeout.connect(self._decide)
        self._up = QTimer(self)
        self._up.setSingleShot(True)
        self._up.setInterval(math.ceil(LETTING_GO_SECONDS * 1000))
        self._up.timeout.connect(self._down.stop)

    def press(self) -> None:
        """Hear a press, the first one or one of its repeating."""
        self._up.stop()
        if not self._down.isActive():
            self._down.start(self._milliseconds)

    def release(self) -> None:
        """Hear a release, which a press may follow at once."""
        self._up.start()

    def forget(self) -> None:
        """Take the key for let go."""
        self._up.stop()
        self._down.stop()

    def _decide(self) -> None:
        if self._up.isActive():
            self._down.start(self._up.remainingTime() + 1)
            return
        self.held.emit()
