"""What comes after a session: tells it to the form, and carries out what was chosen there."""

from collections.abc import Callable
from functools import partial

from coreapp.bootstrap import Services
from coreapp.domain.taken_doses import TakenDoses
from coreapp.domain.training_log import Feeling, PerformedSession, feeling_of
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.next_time_words import next_time_lines
from coreapp.ui.navigation import Shell
from coreapp.ui.player.next_lines import Ahead, DoseChoice


class DoseDesk:
    """Looks ahead, and takes doses over or gives them back, with undo."""

    def __init__(self, services: Services, shell: Shell) -> None:
        self._services = services
        self._shell = shell

    def look_ahead(self, session: PerformedSession) -> Callable[[Feeling], Ahead]:
        """Return what tells the changes of the next time, by how the session felt.

        Raises:
            CoreappError: log, programmes or routine cannot be read.
        """
        services = self._services
        outlook, library = services.next_time.look(session), services.library
        was_taken = services.dose_taking.has_any(library.routine(session.routine))

        def look(feeling: Feeling) -> Ahead:
            prospect = outlook.after(feeling)
            lines = next_time_lines(prospect, library)
            return Ahead(lines, prospect.can_be_taken, was_taken)

        return look

    def choose(self, session: PerformedSession, choice: DoseChoice) -> None:
        """Carry out what was chosen for the doses of a session, as it stands in the log."""
        with self._shell.guarded():
            match choice:
                case DoseChoice.AS_NOW:
                    return
                case DoseChoice.TAKE:
                    self._take(session)
                case DoseChoice.GIVE_BACK:
                    routine = self._services.library.routine(session.routine)
                    before = self._services.dose_taking.give_back(routine)
                    self._tell(_("The next time: the routine’s own doses"), before)

    def _take(self, session: PerformedSession) -> None:
        prospect = self._services.next_time.look(session).after(feeling_of(session))
        if prospect.can_be_taken:
            before = self._services.dose_taking.take(prospect)
            self._tell(_("The next time: the new doses"), before)

    def _tell(self, text: str, before: TakenDoses) -> None:
        self._shell.changed(Change.LIBRARY, Change.PLAN)
        self._shell.tell_with_undo(text, partial(self._restore, before))

    def _restore(self, doses: TakenDoses) -> None:
        with self._shell.guarded():
            self._services.dose_taking.restore(doses)
            self._shell.changed(Change.LIBRARY, Change.PLAN)
