"""Tells when the screens are others than before: plugged in or out, turned, docked."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

SETTLE_MS: Final = 400
"""A dock brings its screens one by one, and each changes the place of the others."""


class ScreenWatch(QObject):
    """Listens to the screens from its making on.

    Signals:
        went: the name of a screen that is gone, at once.
        settled: what changed has come to rest.
    """

    went = Signal(str)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self.settled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._note_screen)
            app.screenRemoved.connect(self._note_loss)
            app.primaryScreenChanged.connect(self._note_change)
            for screen in app.screens():
                screen.geometryChanged.connect(self._note_change)

    @property
    def is_waiting(self) -> bool:
        """Whether something changed that has not come to rest."""
        return self._rest.isActive()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._rest.stop()

    def _note_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._note_change)
        self._note_change()

    def _note_loss(self, screen: QScreen) -> None:
        self.went.emit(screen.name())
        self._note_change()

    def _note_change(self, _what: object = None) -> None:
        self._rest.start()
