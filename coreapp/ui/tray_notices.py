"""Notifications as balloons of the tray: without buttons, the last resort.

Qt does not say which balloon was clicked, nor when one goes, so only the last one is heard of.
"""

from PySide6.QtCore import QObject, QTimer

from coreapp.services.notifying import (
    Clicked,
    Failed,
    Heard,
    Notice,
    NoticeEvent,
    text_without_buttons,
)
from coreapp.ui.tray import TrayIcon


class TrayNotices(QObject):
    """Satisfies `coreapp.services.notifying.Notifier` where there is a tray."""

    has_buttons: bool | None = False

    def __init__(self, tray: TrayIcon) -> None:
        super().__init__()
        self._tray = tray
        self._last: tuple[Notice, Heard] | None = None
        tray.reminder_clicked.connect(self._note_click)

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a tray."""
        return self._tray.available

    @property
    def method(self) -> str:
        """What shows them; empty where there is no tray."""
        return "tray" if self.is_there else ""

    def look(self) -> None:
        """Everything is known already."""

    def show(self, notice: Notice, heard: Heard) -> None:
        """Show a balloon, which says what to do instead of pressing a button."""
        self._last = notice, heard
        if not self._tray.show_reminder(notice.title, text_without_buttons(notice)):
            QTimer.singleShot(0, self, lambda: self._tell(notice, Failed("no tray")))

    def withdraw(self, name: str) -> None:
        """Hear no more of it; the balloon goes by itself."""
        if self._last is not None and self._last[0].name == name:
            self._last = None

    def close(self) -> None:
        """Hear no more of any."""
        self._last = None

    def _note_click(self) -> None:
        if self._last is not None:
            self._tell(self._last[0], Clicked())

    def _tell(self, notice: Notice, event: NoticeEvent) -> None:
        """Tell what became of a notification, if it is still the last one."""
        if self._last is not None and self._last[0] is notice:
            heard, self._last = self._last[1], None
            heard(event)
