"""Reminding of planned sessions at their time, by one timer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from coreapp.domain.errors import CoreappError
from coreapp.services.reminding import Reminding


class ReminderTimer(QObject):
    """Looks for due reminders when there may be one.

    Signals:
        due: the occurrences (a list) that came due since the last look.
    """

    due = Signal(list)

    def __init__(
        self,
        reminding: Reminding,
        is_wanted: Callable[[], bool],
        failed: Callable[[CoreappError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminding = reminding
        self._is_wanted = is_wanted
        self._failed = failed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Remind of what is due, and come back in time for the next."""
        try:
            found = self._reminding.due()
            self._timer.start(round(self._reminding.next_look() * 1000))
        except CoreappError as error:
            self._failed(error)
            return
        if found and self._is_wanted():
            self.due.emit(list(found))

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()
