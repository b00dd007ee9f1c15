"""The break over all screens: the primary one has clock, figure and answers, the others the clock.

A routine that is chosen plays in the same windows: nothing closes and nothing opens in between.
Screens may come and go meanwhile; the window that asks, or plays, is never made anew for that, it
moves. As long as it is open, a watchdog is armed with every paint; a window that the system does
not show (another desktop, a locked screen) is not painted by anybody, so there the running event
loop is proof enough.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coreapp.domain.training_log import Outcome
from coreapp.services.ports import Clock, FocusKeeper
from coreapp.ui.breaks.answers import KEYS, BreakAnswer
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.break_ground import DEAF_SECONDS, Place, places_now
from coreapp.ui.breaks.break_windows import BreakWindow, CalmWindow
from coreapp.ui.breaks.done_page import DoneWords
from coreapp.ui.breaks.played_routine import PlayedRoutine
from coreapp.ui.breaks.screens import ScreenWatch
from coreapp.ui.breaks.watchdog import Watchdog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme

FRAME_MS: Final = 250
DONE_SECONDS: Final = 6.0
"""So long it is said that a routine is over, unless a key or a click ends it."""


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
        focus: FocusKeeper | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._clock = clock
        self._watchdog = watchdog
        self._places = places
        self._focus = focus
        self._content: BreakContent | None = None
        self._main: BreakWindow | None = None
        self._calm: dict[str, CalmWindow] = {}
        self._routine: PlayedRoutine | None = None
        self._done: tuple[Callable[[], DoneWords], float] | None = None
        self._opened_at = 0.0
        self._hands_over = self._close_asked = False
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._take_turn)
        self._watch = ScreenWatch(self)
        self._watch.went.connect(self._uncover)
        self._watch.settled.connect(self.follow_screens)

    @property
    def is_open(self) -> bool:
        """Whether it covers the screens."""
        return self._main is not None

    @property
    def is_playing(self) -> bool:
        """Whether a routine is played in it."""
        return self._routine is not None

    @property
    def content(self) -> BreakContent | None:
        """What was shown last."""
        return self._content

    @property
    def main(self) -> BreakWindow | None:
        """The window with the answers; None while it is closed."""
        return self._main

    @property
    def windows(self) -> Sequence[BreakWindow | CalmWindow]:
        """All windows that are open, the one with the answers first."""
        return [] if self._main is None else [self._main, *self._calm.values()]

    def open(self, content: BreakContent) -> None:
        """Cover every screen; if it is open, show what is new.

        A routine that is played goes on; one that is over makes room.
        """
        self._content = content
        if self._routine is not None and not self._routine.is_over:
            return
        self._forget_routine()
        if self.is_open:
            self._show_content()
            return
        self._make_main()
        self._cover_screens()

    def play(self, routine: PlayedRoutine) -> None:
        """Play a routine in the windows that are there, or cover the screens with it."""
        self._forget_routine()
        main = self._main or self._make_main()
        self._routine = routine
        routine.finished.connect(self._note_end)
        routine.moved.connect(self._show_glance)
        main.language_changed.connect(routine.speak)
        main.show_session(routine.session)
        routine.begin(main)
        self._cover_screens()

    def close(self) -> None:
        """Give all screens back; what is played stays, and what it came to for a moment."""
        if self._hands_over:
            self._close_asked = True
        elif self._routine is None and (self._done is None or self._is_done_over()):
            self._shut()

    def give_way(self) -> None:
        """Close for something else that is to be seen; only a routine that is played stays."""
        if self._routine is None or self._routine.is_over:
            self._shut()

    def shut(self) -> None:
        """Give all screens back, whatever is shown; a routine is not ended by it."""
        self._shut()

    @contextmanager
    def handing_over(self) -> Iterator[None]:
        """Keep the windows while the engine ends the question and a routine takes its place."""
        self._hands_over, self._close_asked = True, False
        try:
            yield
        finally:
            self._hands_over = False
            if self._close_asked:
                self.close()

    def follow_screens(self) -> None:
        """Cover a screen that came, give up one that went."""
        if self.is_open:
            self._cover_screens()

    def _make_main(self) -> BreakWindow:
        self._opened_at = self._now()
        if self._focus is not None:
            self._focus.remember()
        self._watchdog.arm()
        self._frames.start()
        main = self._main = BreakWindow(self._theme, self._art, self._is_deaf)
        main.watch_paints(self._watchdog.arm)
        main.done.dismissed.connect(self._shut)
        main.language_changed.connect(self._speak_done)
        self._listen_to(main)
        return main

    def _cover_screens(self) -> None:
        places = list(self._places())
        if self._main is None or not places:
            return  # a laptop that is docked has no screen for a moment: what comes is covered
        names = [each.name for each in places[1:]]
        for name in [name for name in self._calm if name not in names]:
            self._uncover(name)
        for place in places[1:]:
            if place.name not in self._calm:
                window = self._calm[place.name] = CalmWindow(self._theme, self._is_deaf)
                self._listen_to(window)
        self._show_everywhere()
        # The one with the answers comes last: it gets the keys.
        for place in reversed(places[1:]):
            self._calm[place.name].cover(place)
        self._main.cover(places[0])
        self._main.activateWindow()
        self._main.setFocus()

    def _listen_to(self, window: BreakWindow | CalmWindow) -> None:
        window.answered.connect(self._answer)
        window.pressed.connect(self._take_key)

    def _uncover(self, name: str) -> None:
        window = self._calm.pop(name, None)
        if window is not None:
            window.give_back()

    def _shut(self) -> None:
        """Give all screens back, and the keys to whoever had them."""
        was_active = any(each.isActiveWindow() for each in self.windows)
        self._forget_routine()
        self._frames.stop()
        self._watch.stop()
        self._watchdog.disarm()
        for name in list(self._calm):
            self._uncover(name)
        main, self._main = self._main, None
        if main is None:
            return
        main.give_back()
        if self._focus is not None:
            self._focus.give_back(wanted=was_active)

    def _show_everywhere(self) -> None:
        if self._routine is not None:
            self._show_glance()
        elif self._done is not None:
            self._show_done(self._done[0]())
        else:
            self._show_content()

    def _show_content(self) -> None:
        if self._content is not None:
            for window in self.windows:
                window.show_content(self._content)

    def _show_glance(self) -> None:
        if self._routine is None or not self._calm:
            return
        glance = self._routine.glance()
        if glance is not None:
            for window in self._calm.values():
                window.show_glance(glance)

    def _show_done(self, words: DoneWords) -> None:
        for window in self.windows:
            window.show_done(words)

    def _speak_done(self) -> None:
        if self._done is not None:
            self._show_done(self._done[0]())

    def _is_deaf(self) -> bool:
        return self._now() - self._opened_at < DEAF_SECONDS

    def _now(self) -> float:
        return self._clock.reading().monotonic

    def _take_key(self, key: Qt.Key, shift: bool) -> None:  # noqa: FBT001  a signal's slot
        if self._routine is not None:
            self._routine.obey(key, shift=shift)
        elif self._done is not None:
            self._shut()
        elif key in KEYS:
            self._answer(KEYS[key])

    def _answer(self, answer: BreakAnswer) -> None:
        routine = self._routine
        if routine is not None:
            if answer is BreakAnswer.LEFT:
                # The screens first: whatever the log or the engine say, nobody is kept.
                self._shut()
                routine.leave()
        elif self._done is not None:
            self._shut()
        elif answer is BreakAnswer.LEFT or (self._main is not None and self._main.offers(answer)):
            self.answered.emit(answer)

    def _note_end(self, outcome: Outcome) -> None:
        """Say for a moment that it is done; whoever left early wants the screen."""
        routine = self._routine
        if routine is None:
            return
        if outcome is not Outcome.COMPLETED:
            self._shut()
            return

        def words() -> DoneWords:
            return routine.done_words

        self._forget_routine()
        self._done = (words, self._now())
        self._show_done(words())

    def _is_done_over(self) -> bool:
        return self._done is not None and self._now() - self._done[1] >= DONE_SECONDS

    def _forget_routine(self) -> None:
        routine, self._routine, self._done = self._routine, None, None
        if routine is not None:
            routine.finished.disconnect(self._note_end)
            routine.moved.disconnect(self._show_glance)

    def _take_turn(self) -> None:
        """Show the clock, and have at least a corner painted: the watchdog listens for paints."""
        self.beat.emit()
        if self._is_done_over():
            self._shut()
        main = self._main
        if main is None:
            return
        if main.isVisible() and main.windowHandle().isExposed():
            main.update(0, 0, 1, 1)
        else:
            self._watchdog.arm()
