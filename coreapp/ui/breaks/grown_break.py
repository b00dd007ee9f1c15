"""The break over all screens: the primary one has clock, figure and answers, the others the clock.

Screens may come and go meanwhile. As long as it is open, a watchdog is armed with every paint; a
window that the system does not show (another desktop, a locked screen) is not painted by anybody,
so there the running event loop is proof enough.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from coreapp.services.ports import Clock
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.break_ground import DEAF_SECONDS, Place, places_now
from coreapp.ui.breaks.break_windows import AnswersWindow, BreakContent, CalmWindow
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme

FRAME_MS: Final = 250


class GrownBreak(QObject):
    """All windows of one break.

    Signals:
        answered: a `BreakAnswer`.
        beat: four times a second while it is open: what is shown may have changed.
    """

    answered = Signal(object)
    beat = Signal()

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        clock: Clock,
        watchdog: Watchdog,
        places: Callable[[], Sequence[Place]] = places_now,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._clock = clock
        self._watchdog = watchdog
        self._places = places
        self._content: BreakContent | None = None
        self._main: AnswersWindow | None = None
        self._windows: dict[str, AnswersWindow | CalmWindow] = {}
        self._opened_at = 0.0
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._take_turn)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.follow_screens)
            app.screenRemoved.connect(self.follow_screens)
            app.primaryScreenChanged.connect(self.follow_screens)

    @property
    def is_open(self) -> bool:
        """Whether it covers the screens."""
        return self._main is not None

    @property
    def content(self) -> BreakContent | None:
        """What was shown last."""
        return self._content

    @property
    def main(self) -> AnswersWindow | None:
        """The window with the answers; None while it is closed."""
        return self._main

    @property
    def windows(self) -> Sequence[AnswersWindow | CalmWindow]:
        """All windows that are open."""
        return list(self._windows.values())

    def open(self, content: BreakContent) -> None:
        """Cover every screen; if it is open, show what is new."""
        self._content = content
        if self.is_open:
            self._show_content()
            return
        self._opened_at = self._clock.reading().monotonic
        self._watchdog.arm()
        self._frames.start()
        self._cover_screens()

    def close(self) -> None:
        """Give all screens back."""
        self._frames.stop()
        self._watchdog.disarm()
        for name in list(self._windows):
            self._uncover(name)
        self._main = None

    def follow_screens(self, _screen: object = None) -> None:
        """Cover a screen that came, give up one that went."""
        if self.is_open:
            self._cover_screens()

    def _cover_screens(self) -> None:
        places = list(self._places())
        names = [each.name for each in places]
        for name in list(self._windows):
            is_main = self._windows[name] is self._main
            if name not in names or is_main != (name == names[0]):
                self._uncover(name)
        for index, place in enumerate(places):
            if place.name not in self._windows:
                self._windows[place.name] = self._make_window(is_main=index == 0)
        self._show_content()
        # The one with the answers comes last: it gets the keys.
        for place in reversed(places):
            if not self._windows[place.name].isVisible():
                self._windows[place.name].cover(place)
        if self._main is not None:
            self._main.activateWindow()
            self._main.setFocus()

    def _make_window(self, *, is_main: bool) -> AnswersWindow | CalmWindow:
        window: AnswersWindow | CalmWindow
        if is_main:
            window = self._main = AnswersWindow(self._theme, self._art, self._is_deaf)
            window.watch_paints(self._watchdog.arm)
        else:
            window = CalmWindow(self._theme, self._is_deaf)
        window.answered.connect(self._answer)
        return window

    def _uncover(self, name: str) -> None:
        window = self._windows.pop(name)
        if window is self._main:
            self._main = None
        window.give_back()

    def _show_content(self) -> None:
        if self._content is not None:
            for window in self._windows.values():
                window.show_content(self._content)

    def _is_deaf(self) -> bool:
        return self._clock.reading().monotonic - self._opened_at < DEAF_SECONDS

    def _answer(self, answer: BreakAnswer) -> None:
        if answer is BreakAnswer.LEFT or (self._main is not None and self._main.offers(answer)):
            self.answered.emit(answer)

    def _take_turn(self) -> None:
        """Show the clock, and have at least a corner painted: the watchdog listens for paints."""
        self.beat.emit()
        main = self._main
        if main is None:
            return
        if main.isVisible() and main.windowHandle().isExposed():
            main.update(0, 0, 1, 1)
        else:
            self._watchdog.arm()
