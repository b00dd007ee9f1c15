"""The sitting breaks on the screen: one timer for the engine, the prompt, tray and small ring."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coreapp.bootstrap import Services
from coreapp.desktop.compositor import can_be_seen_through
from coreapp.desktop.focus_keeper import pick_focus_keeper
from coreapp.desktop.notifications import pick_notifier
from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import Fact
from coreapp.domain.sitting.view import View
from coreapp.domain.training_log import SessionKind
from coreapp.i18n import _
from coreapp.program.autostart_desk import AutostartDesk
from coreapp.program.outside import Outside
from coreapp.services.break_offers import BreakOffers
from coreapp.services.break_orders import BreakOrders
from coreapp.services.call_hint import call_hint
from coreapp.services.changes import Change
from coreapp.services.notifying import BackedNotifier, Clicked, Notice, NoticeEvent, Notifier
from coreapp.services.playing import Request
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.storage.state_file import JsonFile
from coreapp.ui.breaks.prompter import Prompter, PromptLooks
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.breaks.small_window import SmallWindow
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.tray import TrayIcon
from coreapp.ui.tray_notices import TrayNotices

FORGET_EVERY_MS = 6 * 3_600_000
"""So often it is looked whether times at the desk are older than they are to be kept."""


class BreakStage(QObject):
    """Calls the engine when it asks to be called, and shows what it says.

    Signals:
        open_requested: the window is wanted, from the tray.
        about_requested: the box about the program is wanted, from the tray.
        quit_requested: the program is to end, from the tray.
        prompted: a bar opened.
    """

    open_requested = Signal()
    about_requested = Signal()
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
        self._clock = services.clock
        self._services = services
        self._window = window
        self._shell = shell
        self.tray = TrayIcon(theme, breaks, services.clock, self._call_hint)
        self.balloons: Notifier = TrayNotices(self.tray)
        self.notifier = pick_notifier(self.balloons)
        # For what may be told without buttons, too.
        self.backed_notifier = self.notifier
        if self.notifier is not self.balloons:
            self.backed_notifier = BackedNotifier(self.notifier, self.balloons)
        looks = PromptLooks(
            theme,
            art,
            services.library,
            watchdog,
            focus=pick_focus_keeper(),
            notifier=self.notifier,
            glassy=can_be_seen_through,
        )
        self._offers = BreakOffers(
            services.library,
            services.database,
            services.clock,
            services.taste,
            settings=services.settings,
            plan=services.plan_breaks,
        )
        breaks.listen(self._offers.note)
        self.prompter = Prompter(looks, breaks, self._offers, services.preferences, services.clock)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        # A program may stay in the tray for weeks.
        self._forgetting = QTimer(self)
        self._forgetting.setInterval(FORGET_EVERY_MS)
        self._forgetting.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._forgetting.timeout.connect(breaks.forget_old)
        self.prompter.session_requested.connect(self._play)
        self.prompter.prompted.connect(self.prompted)
        self.outside = Outside(
            self.tray,
            window,
            lambda: SmallWindow(theme, breaks, services.clock, self._call_hint),
            JsonFile(services.paths.small_window),
        )
        self.outside.open_requested.connect(self.open_requested)
        self.outside.about_requested.connect(self.about_requested)
        self.outside.quit_requested.connect(self.quit_requested)
        for part in (self.prompter, self.outside):
            part.failed.connect(shell.show_error)
        self._autostart = AutostartDesk(
            services.autostart_offer, services.autostart, window.banner, shell
        )
        breaks.listen(self._autostart.note)
        breaks.listen(self._note)
        window.sidebar.appeared.connect(self._show_ring)

    @property
    def orders(self) -> BreakOrders:
        """What the command line may ask for."""
        return BreakOrders(self._breaks, self._clock, self.prompter.begin_offer)

    @property
    def has_tray(self) -> bool:
        """Whether the program can be reached without a window."""
        return self.outside.has_tray

    def start(self, *, outside: bool = True) -> None:
        """Begin, as the settings say; in an example nothing is shown outside the window."""
        self._breaks.start()
        self._forgetting.start()
        if outside:
            self.outside.start()
        self._show_ring()

    def stop(self) -> None:
        """Take everything off the screen."""
        self._timer.stop()
        self._forgetting.stop()
        self.prompter.close()
        self.prompter.grown.shut()  # also what says for a moment that a routine is over
        self.notifier.close()
        self.outside.stop()

    def rebuild(self) -> None:
        """Write everything anew, in the language of now."""
        self.outside.rebuild()
        self.prompter.speak()
        self._show_ring()

    def tell_hidden(self) -> None:
        """Say that the program goes on in the tray."""
        notice = Notice(
            name="tray",
            title=_("Coreapp is still there"),
            text=_("It reminds you of breaks from the tray. Quit is in its menu."),
        )
        self.balloons.show(notice, self._open_if_clicked)

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

    def _open_if_clicked(self, event: NoticeEvent) -> None:
        if event == Clicked():
            self.open_requested.emit()

    def _show_ring(self) -> None:
        """Keep the small ring true while it can be seen; in the tray it is not even looked at."""
        if not self._window.sidebar.isVisible():
            return
        look = ring_look(self._breaks.view())
        texts = look.texts
        line = f"{texts.figure} {texts.below}".strip()
        self._window.sidebar.show_ring(look.state, look.share, texts.above, line)

    def _call_hint(self, view: View | None) -> str:
        # What is avoided is looked up only where there is something to say.
        if view is None or not view.owed:
            return ""
        return call_hint(view, self._services.taste().avoided)

    def _play(self, routine: str) -> None:
        planned = self._offers.ticked_off_by(routine)
        self._shell.play(Request(routine, kind=SessionKind.BREAK, planned=planned))
