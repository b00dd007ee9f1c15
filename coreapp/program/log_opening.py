"""The log is opened once, on a worker, when the window is there or nobody waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coreapp.domain.errors import CoreappError
from coreapp.ui.background import Background, Job


class LogOpening(QObject):
    """Opens the log.

    Signals:
        opened: it can be read and written now.
        failed: a `CoreappError`; the program goes on without it.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(
        self, open_log: Callable[[], None], background: Background, parent: QObject
    ) -> None:
        """Wait for `begin`.

        Args:
            open_log: opens it; takes its time, and raises a `CoreappError`.
            background: does so.
            parent: owns this.
        """
        super().__init__(parent)
        self._open_log = open_log
        self._background = background
        self._has_begun = False
        self._is_over = False
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether the log can be read."""
        return self._is_open

    def begin(self) -> None:
        """Open it; a second time changes nothing."""
        if self._has_begun or self._is_over:
            return
        self._has_begun = True
        self._background.run(Job(self._open_log, self._note_open, self._note_failure))

    def stop(self) -> None:
        """Tell nothing any more: the program ends."""
        self._is_over = True

    def _note_open(self, _nothing: object) -> None:
        if not self._is_over:
            self._is_open = True
            self.opened.emit()

    def _note_failure(self, error: CoreappError) -> None:
        if not self._is_over:
            self.failed.emit(error)
