"""What the player's window says in passing: to a screen reader, and in its calm line."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.player_events import PauseReason
from coreapp.domain.tempo import has_tempo
from coreapp.i18n import _, format_clock
from coreapp.services.explanations import explain
from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.icons import Icon
from coreapp.ui.widgets.announce import announce


class Remarks(QObject):
    """Listens to a session, and says what is worth saying; trouble with the log goes first."""

    def __init__(
        self, window: QWidget, conductor: Conductor, session: SessionView, words: SessionWords
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conductor = conductor
        self._session = session
        self._words = words
        self._troubled = False
        self._asked: Callable[[], str] = str
        self._passing: Callable[[], str] = str
        self._said: Callable[[], str] = str
        self._icon = Icon.INFO

        conductor.phase_started.connect(self._tell_phase)
        conductor.position_reached.connect(self._tell_position)
        conductor.paused.connect(self._tell_pause)
        conductor.resumed.connect(session.question.clear)

    def show_trouble(self) -> None:
        """Say what is wrong with the log as long as something is."""
        trouble = self._conductor.live.trouble
        if trouble is not None:
            text = _("{problem} The session goes on, and saving is tried again with the next part.")
            self._session.line.say(text.format(problem=explain(trouble)), Icon.WARNING)
            self._troubled = True
        elif self._troubled:
            self._session.line.clear()
            self._troubled = False

    def ask_after_cut(self) -> None:
        """Ask whether to go on with a session that was cut off."""
        self._ask(lambda: _("This is where the session was cut off."))

    def repeat(self) -> None:
        """Say what is still said, and ask what is still asked, in the language of now."""
        if self._session.question.text:
            self._ask(self._asked)
        if self._session.line.text and not self._troubled:
            self._session.line.say(self._passing(), self._icon)
        # For who looks back at it: nothing new has happened.
        self._window.setAccessibleDescription(self._said())

    def say(self, words: Callable[[], str], icon: Icon = Icon.INFO) -> None:
        """Say something in passing, unless there is trouble; `words` are asked for each time."""
        if not self._troubled:
            self._passing, self._icon = words, icon
            self._session.line.say(words(), icon)

    def announce(self, words: Callable[[], str]) -> None:
        """Have a screen reader say something; `words` are asked for each time."""
        self._said = words
        announce(self._window, words())

    def tell_stop(self, seconds: float) -> None:
        """Say that a set was stopped, and after how many seconds."""
        whole = round(seconds)

        def words() -> str:
            return _("Stopped at {seconds} s; that is what the log says.").format(seconds=whole)

        self.say(words)

    def tell_tempo(self, percent: int) -> None:
        """Say the tempo; where it is seen, to a screen reader only."""

        def words() -> str:
            text = _("Repetitions and flows: {percent}% of the planned tempo.")
            return text.format(percent=percent)

        self.announce(words)
        if not has_tempo(self._conductor.view().phase):
            self.say(words)

    def tell_waiting(self, *, waits: bool) -> None:
        """Say who ends a phase from now on."""

        def words() -> str:
            if not waits:
                return _("By the clock again.")
            return _(
                "At your own pace: every part waits for Space, Enter or a click on the figure."
            )

        self.announce(words)
        self.say(words)

    def _tell_phase(self, index: int) -> None:
        if not self._troubled:
            self._session.line.clear()
        self.announce(partial(self._words.spoken, self._conductor.live.timeline.phases[index]))

    def _tell_position(self) -> None:
        self.announce(lambda: self._words.texts(self._conductor.view()).title)

    def _tell_pause(self, reason: PauseReason) -> None:
        self.announce(lambda: _("Paused"))
        if reason is PauseReason.GAP:
            into = format_clock(int(self._conductor.view().session_into))
            self._ask(lambda: _("You were away, so it stopped at {time}.").format(time=into))

    def _ask(self, words: Callable[[], str]) -> None:
        self._asked = words
        self._session.question.ask(words())
