"""The program while it runs: windows, use cases, sitting breaks and tray, tied together."""

import logging
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from coreapp.bootstrap import Services
from coreapp.domain.errors import CoreappError
from coreapp.domain.settings import Settings
from coreapp.i18n import _
from coreapp.program.early_pages import EarlyPages
from coreapp.program.log_opening import LogOpening
from coreapp.program.look import Look
from coreapp.program.page_maker import PageMaker
from coreapp.program.question_desk import QuestionDesk
from coreapp.program.tray_rest import TrayRest
from coreapp.program.tray_wait import TrayWait
from coreapp.program.welcoming import Welcoming
from coreapp.program.window_memory import WindowMemory
from coreapp.program.window_shell import WindowShell
from coreapp.services.changes import Change
from coreapp.services.desk_senses import DeskSenses
from coreapp.services.playing import Request
from coreapp.services.presence_log import PresenceLog
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.storage.state_file import JsonFile
from coreapp.ui.background import Background
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.help_keys import HelpKeys
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Place

if TYPE_CHECKING:
    from coreapp.program.about_desk import AboutDesk
    from coreapp.program.activity_desk import ActivityDesk
    from coreapp.program.break_stage import BreakStage
    from coreapp.program.reminders import Reminders
    from coreapp.program.sensing import Sensing
    from coreapp.program.session_stage import SessionStage

logger = logging.getLogger(__name__)

UNPAINTED_MS = 3000
"""So long the log waits for the window's first paint."""
_EXAMPLE_COMES: Final = 5.0
"""Seconds until the example's window is there, on a slow machine: who clicks again wants one."""


class Program(WindowShell):
    """One running program; the shell that pages see.

    Signals:
        log_opened: the log's database is open, and everything that needs it has begun.
        begun: the start is over, whether the log could be opened or not.
    """

    log_opened = Signal()
    begun = Signal()

    def __init__(
        self,
        app: QApplication,
        services: Services,
        senses: DeskSenses,
        watchdog: Watchdog,
        tray_is_near: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._app = app
        self._services = services
        self._senses = senses
        self._has_offered = False
        self._has_begun = False
        self._background = Background(self)
        self._log = LogOpening(services.open_log, self._background, self)
        self._look = Look(app, services)
        self.theme, self.art = self._look.theme, self._look.art
        self.breaks = SittingBreaks(
            services.clock,
            senses,
            # Written every minute, and never by hand.
            JsonFile(services.paths.sitting_state, is_for_people=False),
            PresenceLog(services.database, services.new_id),
            services.preferences,
        )
        self._pages = PageMaker(
            services=services,
            theme=self.theme,
            art=self.art,
            breaks=self.breaks,
            shell=self,
            is_ready=lambda: self._log.is_open,
            settings_changed=self.apply_settings,
            sensing=lambda: self.sensing,
            sound=lambda: self.sessions.sound_check,
            welcome_again=self.welcome_again,
        )
        self.window = MainWindow(
            self.theme,
            self._pages.make,
            self._pages.make_exercise_page,
            self._pages.make_programme_page,
        )
        self._memory = WindowMemory(JsonFile(services.paths.window_state), self.window)
        self._tray_wait = TrayWait(tray_is_near, self._log.begin, self)
        self._tray_rest = TrayRest(self.window, self._is_playing, self._forget, self)
        self.questions = QuestionDesk(self._tray_wait.hurry)
        self.early_pages = EarlyPages(
            self.window, services, self._background, self._is_playing, self
        )
        self._reminders: Reminders | None = None
        self._first_words: list[str] = []
        self._next_example = 0.0
        self._help_keys = HelpKeys(self.theme, app, self)
        self._log.opened.connect(self._note_log_opened)
        self._log.failed.connect(self._note_log_failed)
        self.window.close_requested.connect(self._close_window)
        self.window.activity_requested.connect(self.enter_activity)
        self._watchdog = watchdog
        self.welcoming = Welcoming(services, self.theme, self.art, self.window, self)
        self.welcoming.settings_changed.connect(self.apply_settings)

    @cached_property
    def sessions(self) -> "SessionStage":
        """The player's window; made, and imported, when it is first needed."""
        from coreapp.program.session_stage import SessionStage  # noqa: PLC0415  see above

        sessions = SessionStage(
            services=self._services,
            theme=self.theme,
            art=self.art,
            breaks=self.breaks,
            window=self.window,
            shell=self,
            host=lambda: self.stage.prompter.grown,
        )
        sessions.ended.connect(self._tray_rest.begin)
        return sessions

    @cached_property
    def stage(self) -> "BreakStage":
        """Prompt and tray; made, and imported, when they are first needed."""
        from coreapp.program.break_stage import BreakStage  # noqa: PLC0415  see above

        stage = BreakStage(
            services=self._services,
            theme=self.theme,
            art=self.art,
            breaks=self.breaks,
            window=self.window,
            shell=self,
            watchdog=self._watchdog,
        )
        stage.open_requested.connect(self.show_window)
        stage.about_requested.connect(self._show_about_in_front)
        stage.quit_requested.connect(self._quit)
        stage.prompted.connect(self._sound_prompt)
        return stage

    @cached_property
    def sensing(self) -> "Sensing":
        """The self-test; made, and imported, for one page only."""
        from coreapp.program.sensing import Desktop, Sensing  # noqa: PLC0415  see above

        here = Desktop(self._senses, self.stage, self.sessions, self._services.autostart)
        return Sensing(here, self.theme, self.art, self)

    @cached_property
    def activities(self) -> "ActivityDesk":
        """What asks for runs, walks, sports and shoes; made when it is first needed."""
        from coreapp.program.activity_desk import ActivityDesk  # noqa: PLC0415  see above

        return ActivityDesk(self._services, self.theme, self.window, self)

    @cached_property
    def about(self) -> "AboutDesk":
        """The box about the program; made, and imported, when it is first needed."""
        from coreapp.program.about_desk import AboutDesk  # noqa: PLC0415  see above

        return AboutDesk(self._services, self.theme, self.window)

    @property
    def services(self) -> Services:
        """The use cases."""
        return self._services

    def start(self, words: list[str]) -> None:
        """Show the window, then open the log.

        Args:
            words: `["show"]`, `["hide"]`, or `["play", ROUTINE, SPEED]`.
        """
        self._first_words = words
        self._look.begin()
        self._memory.restore()
        self.welcoming.greet(words)
        if words != ["hide"]:
            # The window is painted before the log's database is even imported. The figure comes
            # between the two: both at once would be slower.
            self.window.first_painted.connect(
                partial(QTimer.singleShot, 0, self._log, self._log.begin)
            )
            self.window.go(Place(PageKey.TODAY))
            self.window.show()
            # On a hidden workspace it may never be painted; the breaks must begin all the same.
            QTimer.singleShot(UNPAINTED_MS, self._log, self._log.begin)
        else:
            self._tray_wait.start()

    def stop(self) -> None:
        """Keep what has to be kept, and let go of everything."""
        self.early_pages.stop()
        self._log.stop()
        self._tray_wait.stop()
        self._memory.keep()
        for part in ("sessions", "stage", "sensing"):
            if part in self.__dict__:
                getattr(self, part).stop()
        self._tray_rest.stop()  # after the last session, which is over now
        if self._reminders is not None:
            self._reminders.stop()
        self.breaks.stop()
        self._background.wait()
        self._senses.close()
        self.window.hide()
        self._look.take_off()
        self._services.close()

    def obey(self, words: list[str]) -> None:
        """Do what a later start, or the command line, asks for."""
        if words[:1] == ["changed"]:
            self._note_from_outside(words[1:])
            return
        self._tray_wait.hurry()
        match words:
            case ["play", routine]:
                self.play(Request(routine))
            case ["play", routine, speed]:
                self.play(Request(routine), float(speed))
            case ["show"]:
                self.show_window()
            case _:
                logger.info("nothing to do for %s", words)

    def show_window(self) -> None:
        """Bring the window to the front."""
        self.welcoming.greet(["show"])
        self.window.go(self.window.place)
        self.window.bring_to_front()
        self._offer_to_resume()
        self._begin_pages()

    def play(self, request: Request, speed: float = 1.0) -> None:
        """Open the player with a routine.

        Args:
            request: what to play.
            speed: so many times as fast as the real clock runs the session's, for trying out.
        """
        with self.guarded():
            self.sessions.begin(request, speed)

    def welcome_again(self) -> None:
        """Show the questions of the first start once more."""
        self.welcoming.show_again()

    def enter_activity(self) -> None:
        """Ask for a run, a walk or a sport; until the log is open nothing can be entered."""
        if self._log.is_open:
            self.activities.enter()

    def edit_activity(self, identity: str) -> None:
        """Show an activity of the log, to change it."""
        self.activities.edit(identity)

    def show_shoes(self) -> None:
        """Show the pairs of shoes."""
        self.activities.show_shoes()

    def show_about(self) -> None:
        """Show what this program is."""
        with self.guarded():
            self.about.show()

    def show_example(self) -> None:
        """Open the example beside this program; a double click opens one."""
        now = self._services.clock.reading().monotonic
        if now < self._next_example:
            return
        with self.guarded():
            self._services.start_example()
            self._next_example = now + _EXAMPLE_COMES
            self.tell(_("The example opens in a window of its own."))

    def changed(self, *changes: Change) -> None:
        """Tell all pages what is different now."""
        self.window.note(frozenset(changes))
        if self._reminders is not None and self._log.is_open:
            self._reminders.note(frozenset(changes))

    def _show_about_in_front(self) -> None:
        self.show_window()
        self.show_about()

    def _note_from_outside(self, kinds: list[str]) -> None:
        """Show what the command line has changed meanwhile."""
        if self._log.is_open:
            self.changed(*(each for each in Change if each.value in kinds))

    def apply_settings(self, settings: Settings) -> None:
        """Let changed settings have their effect at once."""
        self._look.follow(settings)
        self.sessions.apply_settings(settings)
        self.breaks.apply_settings()
        if self._look.switch_language(settings):
            # The page that reported the change is being replaced: not while it still reports.
            QTimer.singleShot(0, self, self._rebuild)
        self.changed(Change.SETTINGS, Change.BREAKS)

    def _rebuild(self) -> None:
        self.window.rebuild()
        self.welcoming.speak()
        self.stage.rebuild()
        if self._reminders is not None:
            self._reminders.speak()

    def _is_playing(self) -> bool:
        if "sessions" not in self.__dict__:
            return False
        return bool(self.sessions.player or self.sessions.in_break.routine)

    def _note_log_opened(self) -> None:
        self._begin_the_rest()
        if self.window.banner.isHidden():
            # What stands there is told once, too; this can wait for the next start.
            self.warn(self._services.lost_choices.news())
        self.changed(Change.LOG, Change.PLAN)
        if self._first_words[:1] == ["play"]:
            self.obey(self._first_words)
        elif self.window.isVisible():
            self._offer_to_resume()
        self.log_opened.emit()

    def _note_log_failed(self, error: CoreappError) -> None:
        self.show_error(error)
        self._begin_the_rest()

    def _offer_to_resume(self) -> None:
        """Offer it once in a run, when somebody looks: a program in the tray asks nothing."""
        if self._log.is_open and not self._has_offered:
            self._has_offered = True
            with self.guarded():
                self.sessions.offer_to_resume()

    def _begin_the_rest(self) -> None:
        """Begin what may wait until the window is there."""
        self._begin_outside()
        self._has_begun = True
        self.begun.emit()
        self._begin_pages()

    def _begin_outside(self) -> None:
        """Be there outside the window, and remind."""
        from coreapp.program.reminders import Reminders  # noqa: PLC0415  see above

        self.stage.start()
        self.questions.begin(self.stage.orders.carry_out)
        notifier = self.stage.backed_notifier
        self._reminders = Reminders(self._services, self.window.banner, notifier, self, self)
        self._reminders.window_requested.connect(self.show_window)

    def _begin_pages(self) -> None:
        """Get the pages ready when the start is over and somebody looks."""
        if self._has_begun and self.window.isVisible():
            self.early_pages.begin()

    def _forget(self) -> None:
        """Let go of what was kept for the pages."""
        self._look.forget()
        self._services.library.forget_searches()

    def _close_window(self) -> None:
        """Hide in the tray, said once, or leave the small window, which speaks for itself."""
        self.window.hide()
        if self.stage.has_tray and self._memory.explains_hiding():
            self.stage.tell_hidden()

    def _quit(self) -> None:
        """End the program. Qt's own `quit` asks every window first, and ours goes to the tray."""
        self._app.exit()

    def _sound_prompt(self) -> None:
        if self._services.preferences.settings.prompt_sound:
            self.sessions.sound_prompt()
