"""What can be done with a programme: into the plan and out, begun again, at other levels."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.programme import Course
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.programme_facts import PlanChange, Wish
from coreapp.services.programme_shelf import Choices
from coreapp.services.programme_words import programme_name
from coreapp.services.programmes import Programmes
from coreapp.services.rule_words import WEEKDAYS
from coreapp.ui.dialogs.programme_plan import ProgrammePlanDialog
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

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
        shell: Shell,
        page: QWidget,
    ) -> None:
        """Serve a page.

        Args:
            theme: the look of the dialog.
            library: names.
            programmes: the use cases, made when they are first needed.
            shell: says what was done or went wrong.
            page: over which the dialog opens.
        """
        super().__init__(page)
        self._theme = theme
        self._library = library
        self._programmes = programmes
        self._shell = shell
        self._page = page
        self.dialog: ProgrammePlanDialog | None = None

    def ask_for_days(self, identity: str) -> None:
        """Ask on which days a programme is to be in the plan."""
        with self._shell.guarded():
            programmes = self._programmes()
            programme = programmes.programme(identity)
            standing = programmes.standing(identity)
            count = len(programme.plan.sessions) if isinstance(programme.plan, Course) else 0
            usual = USUAL_DAYS if count else WEEKDAYS
            days = standing.in_plan.weekdays if standing.in_plan else usual
            title = _("{programme}: into the plan").format(programme=programme_name(programme))
            self.dialog = ProgrammePlanDialog(
                self._theme, title, programmes.today(), count, days, self._page.window()
            )
            self.dialog.planned.connect(partial(self._put_into_plan, identity))
            self.dialog.open()

    def take_out(self, identity: str) -> None:
        """Take a programme out of the plan."""
        with self._shell.guarded():
            change = self._programmes().take_out(identity)
            self._planned(_("Removed: {title}"), identity, change)

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
            change = self._programmes().put_into_plan(identity, wish)
        except CoreappError as error:
            self.dialog.show_problem(explain(error))
            return
        self.dialog.accept()
        self._planned(_("Planned: {title}"), identity, change)

    def _planned(self, text: str, identity: str, change: PlanChange) -> None:
        title = programme_name(self._programmes().programme(identity))
        self._shell.changed(Change.PLAN)
        self._shell.tell_with_undo(text.format(title=title), partial(self._undo, change))

    def _chosen(self, text: str, identity: str, before: Choices) -> None:
        self._shell.changed(Change.LOG, Change.PLAN)
        self._shell.tell_with_undo(text, partial(self._restore, identity, before))

    def _undo(self, change: PlanChange) -> None:
        with self._shell.guarded():
            self._programmes().undo(change)
            self._shell.changed(Change.PLAN)

    def _restore(self, identity: str, choices: Choices) -> None:
        with self._shell.guarded():
            self._programmes().restore(identity, choices)
            self._shell.changed(Change.LOG, Change.PLAN)
