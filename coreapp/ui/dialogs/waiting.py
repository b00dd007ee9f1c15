"""Long work that somebody waits for: how far it is, and a way out."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from coreapp.domain.errors import CancelledError
from coreapp.i18n import _
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.theme import Theme

PATIENCE_MS = 1000
"""What takes longer shows how far it is."""

_STEPS = 1000
_ABOVE_ANSWERS = 2
"""What stands above the bar: the title and what is worked on."""


class Waiting(Question):
    """A bar with a button that cancels; Esc does the same. Whoever opened it closes it.

    Signals:
        cancel_requested: somebody does not want to wait.
    """

    cancel_requested = Signal()

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, text, parent)
        self.setObjectName("waiting")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(0)
        self.column.insertSpacing(_ABOVE_ANSWERS, 6)
        self.column.insertWidget(_ABOVE_ANSWERS + 1, self._bar)
        self.column.insertSpacing(_ABOVE_ANSWERS + 2, 8)
        self._cancel = self.add_answer(_("Cancel"))

    def show_share(self, share: float) -> None:
        """Show how much is done, 0 to 1."""
        self._bar.setValue(round(share * _STEPS))

    def reject(self) -> None:
        """Ask for an end instead of closing: what is half done has to be taken back first."""
        if self._cancel.isEnabled():
            self._cancel.setEnabled(False)
            self._cancel.setText(_("Cancelling…"))
            self.cancel_requested.emit()


class PatientWatch(QObject):
    """Watches work on another thread, and opens the bar when it takes long.

    Signals:
        told: how much is done, 0 to 1; from whatever thread it was heard on.
    """

    told = Signal(float)

    def __init__(self, waiting: Waiting) -> None:
        """Begin to wait.

        Args:
            waiting: what shows it; is deleted at the end.
        """
        super().__init__(waiting.parentWidget())
        self._waiting = waiting
        self._is_unwanted = threading.Event()
        waiting.cancel_requested.connect(self._is_unwanted.set)
        self.told.connect(waiting.show_share)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(waiting.open)
        self._patience.start(PATIENCE_MS)

    def reached(self, share: float) -> None:
        """Hear how much is done; called by the work, on its thread.

        Raises:
            CancelledError: it is not wanted any more.
        """
        if self._is_unwanted.is_set():
            raise CancelledError
        self.told.emit(share)

    def end(self) -> None:
        """Wait no longer: the work is over."""
        self._patience.stop()
        self.told.disconnect(self._waiting.show_share)
        self._waiting.accept()
        self._waiting.deleteLater()
        self.deleteLater()
