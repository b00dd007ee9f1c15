"""What a person can do with what stands in the log: carried out, told, and undone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import Feeling, PerformedSession
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.log_editing import LogEditing, PastSession, SessionChange
from coreapp.services.training import TrainingLog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.log_model import LogRow, RowKind
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.log.day_desk import DayDesk
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.services.activity_log import ActivityLog
    from coreapp.ui.dialogs.feeling import FeelingDialog
    from coreapp.ui.dialogs.past_session import PastSessionDialog
    from coreapp.ui.dialogs.session_record import SessionDialog

_PICTURE: Final = 40
"""Of an exercise in a dialog, in pixels at 100 % text."""


@dataclass(frozen=True, slots=True)
class LogServices:
    """What the log is changed with.

    Attributes:
        activities: runs, walks and sports; asked for when they are needed.
    """

    library: Library
    log: TrainingLog
    editing: LogEditing
    activities: "Callable[[], ActivityLog]"


class LogDesk(QObject):
    """Opens, changes, deletes and adds."""

    def __init__(
        self, theme: Theme, art: FigureArt, services: LogServices, days: DayDesk, shell: Shell
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = services.library
        self._log = services.log
        self._editing = services.editing
        self._activities = services.activities
        self.days = days
        self._shell = shell
        self.session_dialog: SessionDialog | None = None
        self.feeling_dialog: FeelingDialog | None = None
        self.past_dialog: PastSessionDialog | None = None

    def open(self, row: LogRow, window: QWidget) -> None:
        """Show everything of a row, to be changed."""
        match row.kind:
            case RowKind.SESSION | RowKind.BREAK:
                self._open_session(row.key, window)
            case RowKind.ACTIVITY:
                self._shell.edit_activity(row.key)
            case _:
                self.days.ask(row.day, window)

    def delete(self, row: LogRow) -> None:
        """Delete what a row stands for; several breaks stay, they are deleted one by one."""
        match row.kind:
            case RowKind.SESSION | RowKind.BREAK:
                self._delete_session(row.key)
            case RowKind.ACTIVITY:
                self._delete_activity(row)
            case RowKind.DAY:
                self.days.forget(row.day)
            case _:
                pass

    def fill(self, menu: QMenu, row: LogRow, window: QWidget) -> None:
        """Offer in a menu what can be done with a row."""
        if row.kind in {RowKind.SESSION, RowKind.BREAK}:
            menu.addAction(_("Sets and time…")).triggered.connect(partial(self.open, row, window))
            felt = menu.addAction(_("How it felt…"))
            felt.triggered.connect(partial(self._ask_feeling, row.key, window))
        elif row.kind is RowKind.ACTIVITY:
            menu.addAction(_("Change…")).triggered.connect(partial(self.open, row, window))
        day = menu.addAction(_("How the day was…"))
        day.triggered.connect(partial(self.days.ask, row.day, window))
        if row.kind is not RowKind.BREAKS:
            menu.addSeparator()
            menu.addAction(_("Delete")).triggered.connect(partial(self.delete, row))

    def fill_adding(self, menu: QMenu, window: QWidget) -> None:
        """Offer in a menu what can be entered."""
        menu.addAction(_("A session…")).triggered.connect(partial(self.add_session, window))
        activity = menu.addAction(_("A run, a walk or a sport…"))
        activity.triggered.connect(self._enter_activity)
        menu.addAction(_("How today was…")).triggered.connect(partial(self.ask_today, window))

    def add_session(self, window: QWidget) -> None:
        """Ask for a session that was done without the player."""
        from coreapp.ui.dialogs.past_session import (  # noqa: PLC0415  with the first dialog
            Drawing,
            PastSessionDialog,
        )

        drawing = Drawing(self._art, self._picture)
        self.past_dialog = PastSessionDialog(
            self._theme, drawing, self._library, self._editing.sets_of, self._editing.now(), window
        )
        self.past_dialog.entered.connect(self._add)
        _open(self.past_dialog)

    def _picture(self, exercise: str) -> ExercisePicture:
        size = self._theme.fonts.pixels(_PICTURE)
        return ExercisePicture(self._theme, self._art, exercise, size)

    def _enter_activity(self) -> None:
        self._shell.enter_activity()

    def ask_today(self, window: QWidget) -> None:
        """Ask how today was."""
        self.days.ask(self._editing.now().date(), window)

    def _open_session(self, identity: str, window: QWidget) -> None:
        from coreapp.ui.dialogs.session_record import (  # noqa: PLC0415  with the first dialog
            RecordedSession,
            SessionDialog,
        )

        with self._shell.guarded():
            session = self._log.session(identity)
            today = self._editing.now().date()
            recorded = RecordedSession(session, session.title, today)
            self.session_dialog = SessionDialog(self._theme, recorded, self._picture, window)
            self.session_dialog.saved.connect(partial(self._change, session))
            asks = partial(self._ask_feeling, identity, window)
            self.session_dialog.feeling_requested.connect(asks)
            _open(self.session_dialog)

    def _ask_feeling(self, identity: str, window: QWidget) -> None:
        from coreapp.ui.dialogs.feeling import (  # noqa: PLC0415  with the first dialog
            FeelingDialog,
        )

        with self._shell.guarded():
            session = self._log.session(identity)
            self.feeling_dialog = FeelingDialog(self._theme, session, window)
            self.feeling_dialog.saved.connect(partial(self._save_feeling, session))
            self.feeling_dialog.doctor_requested.connect(self._show_doctor)
            _open(self.feeling_dialog)

    def _change(self, session: PerformedSession, change: SessionChange) -> None:
        if self.session_dialog is None:
            return
        try:
            former = self._editing.change(session.id, change)
        except CoreappError as error:
            self.session_dialog.show_problem(explain(error))
            return
        self.session_dialog.accept()
        with self._shell.guarded():
            if self._log.session(session.id) != former:
                self._tell_changed(former)

    def _save_feeling(self, former: PerformedSession, feeling: Feeling) -> None:
        if self.feeling_dialog is None:
            return
        try:
            kept = self._log.save_feeling(former.id, feeling)
        except CoreappError as error:
            self.feeling_dialog.show_problem(explain(error))
            return
        self.feeling_dialog.accept()
        if kept != former:
            self._tell_changed(former)

    def _add(self, past: PastSession) -> None:
        if self.past_dialog is None:
            return
        try:
            session = self._editing.add(past)
        except CoreappError as error:
            self.past_dialog.show_problem(explain(error))
            return
        self.past_dialog.accept()
        self._tell(_("Entered: {title}"), session.title, partial(self._take_back, session.id))

    def _delete_session(self, identity: str) -> None:
        with self._shell.guarded():
            session = self._log.delete(identity)
            self._tell(_("Deleted: {title}"), session.title, partial(self._restore, session))

    def _delete_activity(self, row: LogRow) -> None:
        with self._shell.guarded():
            former = self._activities().delete(row.key)
            self._tell(_("Deleted: {title}"), row.title, partial(self._restore_activity, former))

    def _tell_changed(self, former: PerformedSession) -> None:
        self._tell(_("Changed: {title}"), former.title, partial(self._restore, former))

    def _tell(self, text: str, title: str, undo: Callable[[], None]) -> None:
        # The plan ticks off what was planned by what the log has.
        self._shell.changed(Change.LOG)
        self._shell.tell_with_undo(text.format(title=title), undo)

    def _restore(self, session: PerformedSession) -> None:
        with self._shell.guarded():
            self._editing.restore(session)
            self._shell.changed(Change.LOG)

    def _restore_activity(self, activity: PerformedActivity) -> None:
        with self._shell.guarded():
            self._activities().restore(activity)
            self._shell.changed(Change.LOG)

    def _take_back(self, identity: str) -> None:
        with self._shell.guarded():
            self._editing.take_back(identity)
            self._shell.changed(Change.LOG)

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)


def _open(dialog: QDialog) -> None:
    """Open a dialog that goes for good when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
