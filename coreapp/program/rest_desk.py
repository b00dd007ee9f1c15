"""Asks whether a session is played whole of which sets were done in breaks today."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from coreapp.bootstrap import Services
from coreapp.domain.spreading import session_of
from coreapp.domain.training_log import SessionKind
from coreapp.services.playing import Request
from coreapp.ui.main_window import MainWindow
from coreapp.ui.player.rest_question import RestQuestion
from coreapp.ui.theme.theme import Theme


class RestDesk(QObject):
    """One question at a time, before a session begins."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        window: MainWindow,
        begin: Callable[[Request, float], None],
    ) -> None:
        """Ask nothing yet.

        Args:
            services: know what was done.
            theme: the look.
            window: the question lies over it where it is open.
            begin: begins what is answered; it may ask here again, and is told to go on.
        """
        super().__init__()
        self._services = services
        self._theme = theme
        self._window = window
        self._begin = begin
        self._answered: Request | None = None
        self.question: RestQuestion | None = None

    def asks(self, request: Request, speed: float) -> bool:
        """Ask if there is something to ask; then the answer begins the session, or none does.

        Raises:
            CoreappError: the log cannot be read.
        """
        is_whole = session_of(request.routine) == request.routine
        if request is self._answered or request.kind is SessionKind.BREAK or not is_whole:
            return False
        rest = self._services.plan_breaks.rest(request.routine)
        if rest is None:
            return False
        self.close()
        planned = request.planned or self._services.planning.due_now(request.routine)
        left = replace(request, routine=rest.routine, planned=planned)
        parent = self._window if self._window.isVisible() else None
        self.question = RestQuestion(self._theme, rest, parent)
        self.question.rest_requested.connect(partial(self._go_on, left, speed))
        self.question.whole_requested.connect(partial(self._go_on, request, speed))
        self.question.finished.connect(self._forget)
        self.question.open()
        return True

    def close(self) -> None:
        """Take the question off the screen, unanswered."""
        if self.question is not None:
            self.question.close()

    def _go_on(self, request: Request, speed: float) -> None:
        self._answered = request
        try:
            self._begin(request, speed)
        finally:
            self._answered = None

    def _forget(self) -> None:
        self.question = None
