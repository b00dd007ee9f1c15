"""Runs, walks, sports and shoes: opens their dialogs, and stores what was entered, with undo."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft
from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import find_zone
from coreapp.i18n import _
from coreapp.services.activity_words import activity_line, type_label
from coreapp.services.changes import Change
from coreapp.services.explanations import explain_remedy
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.services.plan_fit import Fit
    from coreapp.services.run_word import RunWord
    from coreapp.ui.dialogs.activity_dialog import ActivityDialog
    from coreapp.ui.dialogs.shoes import ShoesDialog


class ActivityDesk:
    """Asks for activities and shoes; one dialog of each at a time."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow, shell: Shell) -> None:
        self._services = services
        self._theme = theme
        self._window = window
        self._shell = shell
        self._dialog: ActivityDialog | None = None
        self._shoes: ShoesDialog | None = None

    @property
    def dialog(self) -> "ActivityDialog | None":
        """The dialog for an activity while it is open."""
        return self._dialog

    @property
    def shoes(self) -> "ShoesDialog | None":
        """The dialog with the shoes while it is open."""
        return self._shoes

    def enter(self) -> None:
        """Ask for an activity."""
        if not self._come_back():
            with self._shell.guarded():
                self._open(None)

    def edit(self, identity: str) -> None:
        """Show an activity, to change it."""
        if not self._come_back():
            with self._shell.guarded():
                self._open(self._services.activity_log.get(identity))

    def show_shoes(self) -> None:
        """Show the shoes."""
        from coreapp.ui.dialogs.shoes import ShoesDialog  # noqa: PLC0415  when it is wanted

        if self._shoes is not None:
            self._shoes.raise_()
            return
        with self._shell.guarded():
            parent = self._dialog or self._window
            dialog = ShoesDialog(self._theme, self._services.shoe_rack, self._here().date(), parent)
            dialog.changed.connect(self._note_shoes)
            dialog.finished.connect(self._forget_shoes)
            self._shoes = dialog
            dialog.open()

    def _come_back(self) -> bool:
        """Show the dialog that is there, open or out of the way; tell whether there is one."""
        if self._dialog is None:
            return False
        self._dialog.open()
        self._dialog.raise_()
        return True

    def _here(self) -> datetime:
        """Return the present moment on the clocks of this place."""
        clock = self._services.clock
        return clock.reading().utc.astimezone(find_zone(clock.zone()))

    def _open(self, activity: PerformedActivity | None) -> None:
        from coreapp.services.run_word import RunWord  # noqa: PLC0415  when it is wanted
        from coreapp.ui.dialogs.activity_dialog import ActivityDialog  # noqa: PLC0415
        from coreapp.ui.dialogs.entry_basis import EntryBasis, no_word  # noqa: PLC0415

        services = self._services
        basis = EntryBasis(
            now=self._here(),
            usual=services.activity_log.usual(),
            pairs=services.shoe_rack.pairs(),
            activity=activity,
            fits=self._fits,
            word=no_word
            if activity
            else partial(self._word, RunWord(services.picture_reader.read)),
        )
        dialog = ActivityDialog(self._theme, basis, self._window)
        identity = "" if activity is None else activity.id
        dialog.entered.connect(partial(self._store, identity))
        dialog.shoes_requested.connect(self.show_shoes)
        dialog.doctor_requested.connect(self._show_doctor)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _word(
        self, words: "RunWord", kind: ActivityType, day: date, minutes: int, metres: int | None
    ) -> str:
        """Return what the rules say of a run; nothing while the log cannot be read."""
        try:
            return words.about(kind, day, minutes, metres)
        except CoreappError:
            return ""

    def _fits(
        self, kind: ActivityType, day: date, own: PlannedOccurrence | None
    ) -> "Sequence[Fit]":
        """Return which planned sessions it may have been; none while the plan cannot be read."""
        try:
            return self._services.plan_fit.on(kind, day, own)
        except CoreappError as error:
            self._shell.show_error(error)
            return ()

    def _store(self, identity: str, draft: ActivityDraft) -> None:
        """Put what was entered into the log; what cannot be used is said in the dialog."""
        dialog = self._dialog
        if dialog is None:
            return
        log = self._services.activity_log
        undo: Callable[[], object]
        try:
            if identity:
                undo = partial(log.restore, log.change(identity, draft))
                stored = log.get(identity)
            else:
                stored = log.add(draft)
                undo = partial(log.delete, stored.id)
        except InvalidValueError as error:
            dialog.show_problem(explain_remedy(error))
            return
        except CoreappError as error:
            self._shell.show_error(error)
            return
        dialog.accept()
        self._shell.changed(Change.LOG, Change.PLAN)
        self._shell.tell_with_undo(_told(stored), partial(self._undo, undo))

    def _undo(self, undo: Callable[[], object]) -> None:
        with self._shell.guarded():
            undo()
            self._shell.changed(Change.LOG, Change.PLAN)

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)
        if self._dialog is not None:
            # It could not be stored, and is only out of the way.
            self._shell.tell(_("What you entered is kept: enter an activity to go on with it."))

    def _note_shoes(self) -> None:
        self._shell.changed(Change.LOG)
        if self._dialog is not None:
            with self._shell.guarded():
                self._dialog.offer_shoes(self._services.shoe_rack.pairs())

    def _forget(self) -> None:
        self._dialog = None

    def _forget_shoes(self) -> None:
        self._shoes = None


def _told(activity: PerformedActivity) -> str:
    """Return what is said in passing of an activity that was stored."""
    return _("In the log: {activity}, {figures}").format(
        activity=type_label(activity.type), figures=activity_line(activity)
    )
