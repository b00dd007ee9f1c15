"""What the main window remembers from one run to the next."""

import logging
from typing import Final

from coreapp.domain.errors import CoreappError
from coreapp.services.ports import StateFile
from coreapp.ui.main_window import MainWindow

logger = logging.getLogger(__name__)

_HIDE_TOLD: Final = "told_about_tray"


class WindowMemory:
    """Keeps size and place of the window, and that hiding in the tray has been explained."""

    def __init__(self, file: StateFile, window: MainWindow) -> None:
        self._file = file
        self._window = window
        self._state = dict(file.load())

    def restore(self) -> None:
        """Bring the window to the size and place it had."""
        self._window.restore_state(self._state)

    def keep(self) -> None:
        """Keep where the window is now; if that fails the next run begins elsewhere."""
        self._state |= self._window.saved_state()
        self._save()

    def explains_hiding(self) -> bool:
        """Tell whether hiding in the tray is still to be explained; it is once."""
        if self._state.get(_HIDE_TOLD):
            return False
        self._state[_HIDE_TOLD] = True
        self._save()
        return True

    def _save(self) -> None:
        try:
            self._file.save(self._state)
        except CoreappError as error:
            logger.warning("the window's state is not saved: %s", error)
