"""What can be done with a programme: into the plan and out, begun again, at other levels."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.programme import Course
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.programme_facts import Wish
from coreapp.services.programme_shelf import Choices
from coreapp.services.programme_shifts import ProgrammeShifts, Shift
from coreapp.services.programme_standing import offered_time
from coreapp.services.programme_words import programme_name
from coreapp.services.programmes import Programmes
from coreapp.services.rule_words import WEEKDAYS
from coreapp.services.shift_words import pushed_text, told_with_conflicts
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.dialogs.programme_plan import ProgrammePlanDialog

USUAL_DAYS: Final = ("MO", "WE", "FR")


class ProgrammeDesk(QObject):
    """Carries out what the buttons of a page ask for, with undo; its dialog does not block.

    Attributes:
        dialog: the one that asked for days last.
    """

    def __init__(
        self,
        theme: Theme,
        library: Library,
        programmes: Callable[[], Programmes],
        shifts: Callable[[], ProgrammeShifts],
        shell: Shell,
        page: QWidget,
    ) -> None:
        """Serve a page.

        Args:
            theme: the look of the dialog.
            library: names.
            programmes: how far one is, made when it is first needed.
            shifts: what can be done with programmes in the plan, likewise.
            shell: says what was done or went wrong.
            page: over which the dialog opens.
        """
        super().__init__(page)
        self._theme = theme
        self._library = library
        self._programmes = programmes
        self._shifts = shifts
        self._shell = shell
        self._page = page
        self.dialog: ProgrammePlanDialog | None = None

    def ask_for_days(self, identity: str) -> None:
        """Ask on which days a programme is to be in the plan."""
        from coreapp.ui.dialogs.programme_plan import (  # noqa: PLC0415  only who plans one needs it
            ProgrammePlanDialog,
        )

        with self._shell.guarded():
            programmes = self._programmes()
            programme = programmes.programme(identity)
            standing = programmes.standing(identity)
            count = len(programme.plan.sessions) if isinstance(programme.plan, Course) else 0
            paused = self._shifts().paused(identity)
            usual = paused.weekdays if paused else USUAL_DAYS if count else WEEKDAYS
            days = standing.in_plan.weekdays if standing.in_plan else usual
            time = offered_time(standing, paused.at if paused else "")
            offered = Wish(programmes.today(), frozenset(days), time)
            title = _("{programme}: into the plan").format(programme=programme_name(programme))
            self.dialog = ProgrammePlanDialog(
                self._theme, title, count, offered, self._page.window()
            )
            self.dialog.planned.connect(partial(self._put_into_plan, identity))
            self.dialog.open()

    def take_out(self, identity: str) -> None:
        """Take a programme out of the plan."""
        with self._shell.guarded():
            self._planned(_("Removed: {title}"), self._shifts().take_out(identity))

    def push(self, identity: str, days: int) -> None:
        """Let all that is to come of a programme be some days later."""
        with self._shell.guarded():
            shift = self._shifts().push(identity, days)
            self._tell(pushed_text(self._title(identity), days), shift)

    def go_on(self, identity: str) -> None:
        """Go on with a programme from today on."""
        with self._shell.guarded():
            self._planned(_("{title} goes on from here"), self._shifts().go_on(identity))

    def repeat_week(self, identity: str) -> None:
        """Do the week of a programme once more that one is in."""
        with self._shell.guarded():
            self._planned(_("{title}: this week comes again"), self._shifts().repeat_week(identity))

    def pause(self, identity: str) -> None:
        """Take a programme out of the plan for a while."""
        with self._shell.guarded():
            self._planned(_("{title} is paused"), self._shifts().pause(identity))

    def resume(self, identity: str) -> None:
        """Let a programme go on that was paused."""
        with self._shell.guarded():
            self._planned(_("{title} goes on from here"), self._shifts().resume(identity))

    def begin_again(self, identity: str) -> None:
        """Let a programme begin with its first week."""
        with self._shell.guarded():
            before = self._programmes().begin_again(identity)
            self._chosen(_("It begins with week 1 again."), identity, before)

    def choose_level(self, identity: str, exercise: str, level: str) -> None:
        """Do an exercise of a programme at another level."""
        with self._shell.guarded():
            before = self._programmes().choose_level(identity, exercise, level)
            text = _("{exercise}: another level from now on.").format(
                exercise=self._library.exercise_name(exercise)
            )
            self._chosen(text, identity, before)

    def _put_into_plan(self, identity: str, wish: Wish) -> None:
        if self.dialog is None:
            return
        try:
            shift = self._shifts().put_into_plan(identity, wish)
        except CoreappError as error:
            self.dialog.show_problem(explain(error))
            return
        self.dialog.accept()
        self._planned(_("Planned: {title}"), shift)

    def _planned(self, text: str, shift: Shift) -> None:
        self._tell(text.format(title=self._title(shift.programme)), shift)

    def _tell(self, text: str, shift: Shift) -> None:
        self._shell.changed(Change.PLAN)
        told = told_with_conflicts(text, shift.conflicts)
        self._shell.tell_with_undo(told, partial(self._undo, shift))

    def _title(self, identity: str) -> str:
        return programme_name(self._programmes().programme(identity))

    def _chosen(self, text: str, identity: str, before: Choices) -> None:
        self._shell.changed(Change.LOG, Change.PLAN)
        self._shell.tell_with_undo(text, partial(self._restore, identity, before))

    def _undo(self, shift: Shift) -> None:
        with self._shell.guarded():
            self._shifts().undo(shift)
            self._shell.changed(Change.PLAN)

    def _restore(self, identity: str, choices: Choices) -> None:
        with self._shell.guarded():
            self._programmes().restore(identity, choices)
            self._shell.changed(Change.LOG, Change.PLAN)
