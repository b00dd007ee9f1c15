"""What the player's window says in passing: to a screen reader, and in its calm line."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coreapp.domain.player_events import PauseReason
from coreapp.domain.tempo import has_tempo
from coreapp.i18n import _, format_clock
from coreapp.services.explanations import explain
from coreapp.ui.player.announce import announce
from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.icons import Icon


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
        """Ask what is still asked in the language that is shown now."""
        if self._session.question.text:
            self._ask(self._asked)

    def tell_stop(self, seconds: float) -> None:
        """Say that a set was stopped, and after how many seconds."""
        if not self._troubled:
            text = _("Stopped at {seconds} s; that is what the log says.")
            self._session.line.say(text.format(seconds=round(seconds)))

    def tell_tempo(self, percent: int) -> None:
        """Say the tempo; where it is seen, to a screen reader only."""
        text = _("Repetitions and flows: {percent}% of the planned tempo.").format(percent=percent)
        announce(self._window, text)
        if not has_tempo(self._conductor.view().phase) and not self._troubled:
            self._session.line.say(text)

    def tell_waiting(self, *, waits: bool) -> None:
        """Say who ends a phase from now on."""
        text = _("By the clock again.")
        if waits:
            text = _(
                "At your own pace: every part waits for Space, Enter or a click on the figure."
            )
        announce(self._window, text)
        if not self._troubled:
            self._session.line.say(text)

    def _tell_phase(self, index: int) -> None:
        if not self._troubled:
            self._session.line.clear()
        announce(self._window, self._words.spoken(self._conductor.live.timeline.phases[index]))

    def _tell_position(self) -> None:
        announce(self._window, self._words.texts(self._conductor.view()).title)

    def _tell_pause(self, reason: PauseReason) -> None:
        announce(self._window, _("Paused"))
        if reason is PauseReason.GAP:
            into = format_clock(int(self._conductor.view().session_into))
            self._ask(lambda: _("You were away, so it stopped at {time}.").format(time=into))

    def _ask(self, words: Callable[[], str]) -> None:
        self._asked = words
        self._session.question.ask(words())
