"""The first start in the window: when it is shown, and what its end leads to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coreapp.bootstrap import Services
from coreapp.domain.errors import CoreappError
from coreapp.i18n import _, format_date, format_time
from coreapp.services.changes import Change
from coreapp.services.playing import Request
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.welcome.page import WelcomePage


class Welcoming(QObject):
    """Shows the questions over the pages, and carries out what they end with.

    Signals:
        settings_changed: the `Settings` as they are now, after an answer.
    """

    settings_changed = Signal(object)

    def __init__(
        self, services: Services, theme: Theme, art: FigureArt, window: MainWindow, shell: Shell
    ) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._art = art
        self._start = services.first_start
        self._window = window
        self._shell = shell
        self._page: WelcomePage | None = None
        self._start.listen(self._renew_today)

    @property
    def page(self) -> "WelcomePage | None":
        """The questions, while they are shown."""
        return self._page if self._window.is_covered else None

    def greet(self, words: list[str]) -> None:
        """Show a new person the questions; behind the tray, or a session, they wait.

        Args:
            words: what the program was asked for.
        """
        if not self._start.is_wanted or words[:1] == ["play"]:
            return
        with self._shell.guarded():
            self._start.expect()
        if words != ["hide"] and not self._window.is_covered:
            self._show()

    def show_again(self) -> None:
        """Show the questions once more, with what was answered."""
        with self._shell.guarded():
            self._start.begin_again()
            self._show()

    def speak(self) -> None:
        """Say everything in the language that is shown now."""
        if self.page is not None:
            self.page.speak()

    def _show(self) -> None:
        # Who has been welcomed never imports it.
        from coreapp.ui.welcome.page import WelcomePage, WelcomeParts  # noqa: PLC0415

        parts = WelcomeParts(self._theme, self._art, self._services.library, self._start)
        page = self._page = WelcomePage(parts)
        page.settings_changed.connect(self.settings_changed)
        page.failed.connect(self._shell.show_error)
        page.left.connect(self._leave)
        page.start_requested.connect(self._play)
        page.plan_requested.connect(self._plan)
        page.example_requested.connect(self._shell.show_example)
        self._window.cover(page)
        page.begin()

    def _leave(self) -> None:
        """Ask nothing more, and show the pages."""
        with self._shell.guarded():
            self._start.finish()
        self._page = None
        self._window.renew(PageKey.SETTINGS)  # its form was filled before the answers
        self._window.uncover()

    def _play(self, routine: str) -> None:
        self._leave()
        self._shell.play(Request(routine))

    def _plan(self) -> None:
        found, planning = self._start.suggestion(), self._services.planning
        title = self._services.library.routine_name(found.routine)
        try:
            entry = planning.add(self._start.draft(title))
        except CoreappError as error:
            self._shell.show_error(error)
            return
        self._leave()
        self._shell.open_page(PageKey.TODAY)
        self._shell.changed(Change.PLAN)

        def take_back() -> None:
            with self._shell.guarded():
                planning.remove(entry.id)
                self._shell.changed(Change.PLAN)

        text = _("In your plan: {day}, {time}")
        day = format_date(found.day, "full")
        self._shell.tell_with_undo(text.format(day=day, time=format_time(found.at)), take_back)

    def _renew_today(self) -> None:
        """Make Today anew, once whoever reported the change is through with it."""
        QTimer.singleShot(0, self, self._make_today_anew)

    def _make_today_anew(self) -> None:
        self._window.renew(PageKey.TODAY)
