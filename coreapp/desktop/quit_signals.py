"""Ending in good order when the system, or Ctrl C in a terminal, asks for it."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier

NUMBERS = (signal.SIGINT, signal.SIGTERM)


class QuitRequests(QObject):
    """Calls `end` when the desktop asks the whole program to quit: Cmd Q, or the end of a session.

    Qt would ask every window to close first, and ours hide in the tray or ask back.
    """

    def __init__(self, app: QCoreApplication, end: Callable[[], None]) -> None:
        super().__init__()
        self._app = app
        self._end = end
        app.installEventFilter(self)

    def close(self) -> None:
        """Leave it to Qt again."""
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the application's own quit event."""
        if watched is self._app and event.type() == QEvent.Type.Quit:
            self._end()
            return True
        return False


class QuitSignals(QObject):
    """Calls `end` when a signal arrives.

    Python handles signals only between its own instructions, and a resting program runs none for
    minutes. So the system writes a byte into a socket with each signal, and the event loop wakes up
    for that: no timer has to look.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._bell, self._clapper = socket.socketpair()
        for each in (self._bell, self._clapper):
            each.setblocking(False)
        self._notifier = QSocketNotifier(self._bell.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._run_python)
        self._wakeup_before = signal.set_wakeup_fd(
            self._clapper.fileno(), warn_on_full_buffer=False
        )
        self._before = {number: signal.signal(number, self._handle) for number in NUMBERS}

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._bell.close()
        self._clapper.close()

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self._end()

    def _run_python(self) -> None:
        """Take the byte away; by being called this lets Python handle the signal."""
        self._bell.recv(64)
