"""The sitting breaks on the screen: one timer for the engine, the prompt, tray and small ring."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from coreapp.bootstrap import Services
from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import Fact
from coreapp.domain.training_log import SessionKind
from coreapp.services.break_offers import BreakOffers
from coreapp.services.changes import Change
from coreapp.services.playing import Request
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.breaks.prompter import Prompter, PromptLooks
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.tray import TrayIcon


class BreakStage(QObject):
    """Calls the engine when it asks to be called, and shows what it says.

    Signals:
        open_requested: the window is wanted, from the tray.
        quit_requested: the program is to end, from the tray.
        prompted: a bar opened.
    """

    open_requested = Signal()
    quit_requested = Signal()
    prompted = Signal()

    def __init__(  # noqa: PLR0913  it ties these together
        self,
        *,
        services: Services,
        theme: Theme,
        art: FigureArt,
        breaks: SittingBreaks,
        window: MainWindow,
        shell: Shell,
        watchdog: Watchdog,
    ) -> None:
        super().__init__()
        self._breaks = breaks
        self._window = window
        self._shell = shell
        looks = PromptLooks(theme, art, services.library, watchdog)
        offers = BreakOffers(services.library, services.database, services.clock, services.taste)
        self.prompter = Prompter(looks, breaks, offers, services.preferences, services.clock)
        self.tray = TrayIcon(theme, breaks, services.clock)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self.prompter.session_requested.connect(self._play)
        self.prompter.prompted.connect(self.prompted)
        self.tray.open_requested.connect(self.open_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.reminder_clicked.connect(self.open_requested)
        for part in (self.prompter, self.tray):
            part.failed.connect(shell.show_error)
        breaks.listen(self._note)

    @property
    def has_tray(self) -> bool:
        """Whether the program can be reached without a window."""
        return self.tray.available

    def start(self) -> None:
        """Begin, as the settings say."""
        if self.has_tray:
            self.tray.show()
        self._breaks.start()
        self.tray.refresh()
        self._show_ring()

    def stop(self) -> None:
        """Take everything off the screen."""
        self._timer.stop()
        self.prompter.close()
        self.tray.hide()

    def rebuild(self) -> None:
        """Write everything anew, in the language of now."""
        self.tray.rebuild()
        self.prompter.close()
        self.prompter.refresh()
        self._show_ring()

    def tick(self) -> None:
        """Let the engine work off what is due."""
        try:
            self._breaks.tick()
        except CoreappError as error:
            self._shell.show_error(error)

    def _note(self, _facts: Sequence[Fact]) -> None:
        """Something may be different: come back in time for what is next, and tell the pages."""
        wait = self._breaks.next_call()
        if wait is None:
            self._timer.stop()
        else:
            # Rounded up: a timer that is early would only have to be set again.
            self._timer.start(round(wait * 1000) + 1)
        self._show_ring()
        self._shell.changed(Change.BREAKS)

    def _show_ring(self) -> None:
        look = ring_look(self._breaks.view())
        texts = look.texts
        line = f"{texts.figure} {texts.below}".strip()
        self._window.sidebar.show_ring(look.state, look.share, texts.above, line)

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine, kind=SessionKind.BREAK))
