"""Where the program is reached while its window is closed: the tray, or a small window."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CoreappError
from coreapp.services.ports import StateFile
from coreapp.ui.breaks.small_window import SmallWindow
from coreapp.ui.tray import TrayIcon

logger = logging.getLogger(__name__)

LOOKS_AFTER_MS: Final = (2_000, 5_000, 10_000, 30_000, 60_000, 120_000)
"""After the start a tray is looked for so often: a panel may come after us."""

PLACE: Final = "place"
"""Under this key the small window's place is kept."""


class Outside(QObject):
    """Follows a tray that comes and goes; without one the small window stands in for it.

    The small window is there only while the large one is closed. A tray is looked for a few times
    after the start, and again when the large window is closed, for none tells of itself.

    Signals:
        open_requested: the window is wanted.
        about_requested: the box about the program is wanted.
        quit_requested: the program is to end.
        failed: a `CoreappError`.
    """

    open_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()
    failed = Signal(object)

    def __init__(
        self,
        tray: TrayIcon,
        window: QWidget,
        make_small: Callable[[], SmallWindow],
        file: StateFile,
    ) -> None:
        """Make it; nothing is shown before `start`.

        Args:
            tray: the icon, shown or not.
            window: the large window.
            make_small: makes the small one, when it is first needed.
            file: keeps its place.
        """
        super().__init__()
        self._tray = tray
        self._window = window
        self._make_small = make_small
        self._file = file
        self._small: SmallWindow | None = None
        self._has_begun = False
        self._looks_left = list(LOOKS_AFTER_MS)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_again)
        self._connect(tray)
        window.installEventFilter(self)

    @property
    def has_tray(self) -> bool:
        """Whether this desktop has a tray now."""
        return self._tray.available

    @property
    def small(self) -> SmallWindow | None:
        """The small window, if it has been needed."""
        return self._small

    def start(self) -> None:
        """Be seen from now on."""
        self._has_begun = True
        self._look_again()

    def stop(self) -> None:
        """Take everything off the screen."""
        self._has_begun = False
        self._window.removeEventFilter(self)
        self._timer.stop()
        self._put_small_away()
        self._tray.hide()

    def rebuild(self) -> None:
        """Write everything anew, in the language of now."""
        self._tray.rebuild()
        self._put_small_away()
        self.look()

    def look(self) -> None:
        """Show what this desktop has room for, now."""
        if not self._has_begun:
            return
        if self.has_tray:
            self._tray.refresh()
            self._tray.show()
        if self.has_tray or not self._window.isHidden():
            self._put_small_away()
        elif self._small is None:
            self._show_small()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the large window was opened or closed."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide} and not event.spontaneous():
            # Once Qt is through with it: the window still counts as shown while it hides.
            QTimer.singleShot(0, self, self.look)
        return super().eventFilter(watched, event)

    def _look_again(self) -> None:
        self.look()
        if not self.has_tray and self._looks_left:
            self._timer.start(self._looks_left.pop(0))

    def _show_small(self) -> None:
        self._small = self._make_small()
        self._connect(self._small)
        self._small.restore_state(self._file.load(), PLACE)
        self._small.appear()

    def _put_small_away(self) -> None:
        small, self._small = self._small, None
        if small is None:
            return
        try:
            self._file.save({PLACE: small.saved_state()})
        except CoreappError as error:
            logger.warning("the small window's place is not saved: %s", error)
        small.let_go()
        small.deleteLater()

    def _connect(self, part: TrayIcon | SmallWindow) -> None:
        part.open_requested.connect(self.open_requested)
        part.entries.about_requested.connect(self.about_requested)
        part.quit_requested.connect(self.quit_requested)
        part.failed.connect(self.failed)
