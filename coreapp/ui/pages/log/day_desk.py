"""How a day was, wherever it is asked for: shown, kept, told, and undone."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.day_record import DayRecord
from coreapp.domain.errors import CoreappError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.habits import DayNote
from coreapp.i18n import _, format_skeleton
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.services.day_log import DayLog
    from coreapp.ui.dialogs.day_record import DayRecordDialog


class DayDesk(QObject):
    """Asks how a day was."""

    def __init__(
        self,
        theme: Theme,
        day_log: "Callable[[], DayLog]",
        sensed: Callable[[date], DayNote],
        shell: Shell,
    ) -> None:
        """Make the desk.

        Args:
            theme: the look.
            day_log: what is kept of days; asked for when it is needed.
            sensed: returns what the computer has sensed of a day's sitting.
            shell: tells what was done.
        """
        super().__init__()
        self._theme = theme
        self._day_log = day_log
        self._sensed = sensed
        self._shell = shell
        self.dialog: DayRecordDialog | None = None

    def ask(self, day: date, window: QWidget) -> None:
        """Ask how a day was; a day to come can only be marked."""
        from coreapp.ui.dialogs.day_record import (  # noqa: PLC0415  with the first dialog
            DayRecordDialog,
        )

        with self._shell.guarded():
            log = self._day_log()
            today = log.today()
            sensed = self._sensed(day) if day <= today else DayNote()
            self.dialog = DayRecordDialog(self._theme, log.record(day), sensed, today, window)
            self.dialog.saved.connect(self._save)
            self.dialog.doctor_requested.connect(self._show_doctor)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

    def forget(self, day: date) -> None:
        """Delete what was written of a day."""
        with self._shell.guarded():
            former = self._day_log().save(DayRecord(day))
            self._tell(_("Deleted: notes of {day}"), day, former)

    def _save(self, record: DayRecord) -> None:
        if self.dialog is None:
            return
        try:
            former = self._day_log().save(record)
        except CoreappError as error:
            self.dialog.show_problem(explain(error))
            return
        self.dialog.accept()
        if (former or DayRecord(record.day)) != record:
            self._tell(_("Noted: how {day} was"), record.day, former)

    def _tell(self, text: str, day: date, former: DayRecord | None) -> None:
        self._shell.changed(Change.LOG)
        self._shell.tell_with_undo(
            text.format(day=format_skeleton(day, "MMMEd")), partial(self._restore, day, former)
        )

    def _restore(self, day: date, former: DayRecord | None) -> None:
        with self._shell.guarded():
            self._day_log().restore(day, former)
            self._shell.changed(Change.LOG)

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)
