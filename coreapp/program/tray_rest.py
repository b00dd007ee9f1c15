"""Gives back what pages and sessions take while the window is closed.

Pages, with their pictures, take some 40 MB once all were open. A program that lives in the tray all
day does not keep them for the next time: made anew, each goes on where one was. The pictures of a
session take as much again, and a routine at the desk is played while the window is closed.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog

from coreapp.desktop.light_start import give_back
from coreapp.ui.main_window import MainWindow

CLOSED_MS: Final = 60_000
"""So long the window is closed until nobody is taken to come back at once."""


class TrayRest(QObject):
    """Puts the pages away a minute after the window was closed; not while anything is open."""

    def __init__(
        self,
        window: MainWindow,
        is_busy: Callable[[], bool],
        forget: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Begin to look at the window.

        Args:
            window: whose pages are put away.
            is_busy: nothing is put away while this says yes.
            forget: lets go of what was kept for the pages.
            parent: owns this.
        """
        super().__init__(parent)
        self._window = window
        self._is_busy = is_busy
        self._forget = forget
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLOSED_MS)
        self._timer.timeout.connect(self._rest)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Wait a minute if the window is closed: what was seen without it may be over."""
        if self._window.isHidden():
            self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window being closed and opened."""
        # What the desktop hides, on another workspace or as an icon, is not closed.
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._timer.start()
        elif event.type() is QEvent.Type.Show:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def _rest(self) -> None:
        if self._is_busy() or self._window.is_covered or _has_open_dialog():
            self._timer.start()
            return
        self._window.put_pages_away()
        _free_picture(self._window)
        # Once Qt has deleted them.
        QTimer.singleShot(0, self, self._give_back)

    def _give_back(self) -> None:
        QPixmapCache.clear()
        self._forget()
        give_back()


def _free_picture(window: MainWindow) -> None:
    """Let go of the picture of a hidden window, four bytes a pixel; it has the same place again."""
    state, place = window.saved_state(), window.geometry()
    is_large = window.isMaximized() or window.isFullScreen()
    window.destroy()
    if is_large:
        window.restore_state(state)
    else:
        # Nothing but the place: what is restored is also made smaller where the screen is.
        window.setGeometry(place)


def _has_open_dialog() -> bool:
    windows = QApplication.topLevelWidgets()
    return any(isinstance(each, QDialog) and each.isVisible() for each in windows)
