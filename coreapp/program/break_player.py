"""The routine that answers a prompt, played in the break's own windows."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coreapp.domain.errors import CoreappError
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.cue_player import CuePlayer
from coreapp.services.library import Library
from coreapp.services.playing import LiveSession
from coreapp.services.ports import KeepAwake, StateFile
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.played_routine import PlayedRoutine
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

logger = logging.getLogger(__name__)

GETTING_UP_SECONDS = 5.0

SOUND_KEY = "break_sound"
"""Under this key the player's state remembers whether a routine at the desk is to be heard."""


class BreakSound:
    """Keeps a routine at the desk silent, unless somebody switched its sound on.

    The switch in the break is its own: sessions elsewhere are heard as the settings say, before
    and after.
    """

    def __init__(self, cues: CuePlayer, state: StateFile) -> None:
        self._cues = cues
        self._state = state
        self._was_muted = False

    def begin(self) -> None:
        """Be silent, or heard as it was the last time."""
        self._was_muted = self._cues.muted
        self._cues.muted = self._state.load().get(SOUND_KEY) is not True
        if not self._cues.muted:
            self._cues.prepare()

    def keep(self, is_heard: bool) -> None:  # noqa: FBT001  a signal's slot
        """Remember the switch for the next break."""
        if is_heard:
            self._cues.prepare()
        try:
            self._state.save({**self._state.load(), SOUND_KEY: is_heard})
        except CoreappError as error:
            logger.warning("the sound of breaks is not remembered: %s", error)

    def end(self) -> None:
        """Let other sessions be heard as they were."""
        self._cues.muted = self._was_muted


class BreakPlayer(QObject):
    """One routine at a time, in the break that `host` is.

    Signals:
        ended: it is over, and no other one has begun.
    """

    ended = Signal()

    def __init__(  # noqa: PLR0913  it ties these together
        self,
        *,
        theme: Theme,
        art: FigureArt,
        library: Library,
        cues: CuePlayer,
        sound: BreakSound,
        awake: KeepAwake,
        breaks: SittingBreaks,
        host: Callable[[], GrownBreak],
        serve: Callable[[Outcome, float], None],
        changed: Callable[[], None],
    ) -> None:
        """Play nothing yet.

        Args:
            theme: colours and fonts.
            art: paints the figures.
            library: names the exercises.
            cues: let the routine be heard.
            sound: whether they may.
            awake: keeps the screen awake.
            breaks: tell what the break still needs.
            host: the windows of the break.
            serve: told the outcome and the seconds of work, when it is over.
            changed: told that the log is another.
        """
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._cues = cues
        self._sound = sound
        self._awake = awake
        self._breaks = breaks
        self._host = host
        self._serve = serve
        self._changed = changed
        self._needed = 0.0
        self.routine: PlayedRoutine | None = None

    def play(self, live: LiveSession) -> None:
        """Play a session in the break, which covers the screens if it does not yet."""
        self._sound.begin()
        routine = self.routine = PlayedRoutine(
            self._theme, self._art, self._library, live, self._cues, self
        )
        routine.finished.connect(self._finish)
        routine.saved.connect(self._changed)
        routine.running_changed.connect(self._keep_awake)
        routine.sound_switched.connect(self._sound.keep)
        view = self._breaks.view()
        self._needed = 0.0 if view is None or view.break_left is None else view.break_left
        self._host().play(routine)
        self._changed()

    def tell_voice_trouble(self, words: Callable[[], str]) -> None:
        """Say why nothing is spoken, if a routine is to be heard."""
        if self.routine is not None and not self._cues.muted:
            self.routine.say(words, Icon.SOUND_OFF)

    def stop(self) -> None:
        """Give the screens back; a routine that is played stands in the log as cut off."""
        routine = self.routine
        if routine is not None:
            work = routine.conductor.work_seconds
            self._host().shut()
            self._forget()
            self._serve(Outcome.INTERRUPTED, work)

    def _finish(self, outcome: Outcome, work_seconds: float) -> None:
        """Tell the engine, and what the break lacks after it; the windows close by themselves."""
        routine = self.routine
        if routine is None:
            return
        away = work_seconds * share_out_of_chair(routine.conductor.live)
        taken = self._taken()
        self._forget()
        self._serve(outcome, work_seconds)
        # Hands that rested longer than there was work count as well: the engine has the last word.
        is_served = self._taken() > taken
        routine.missing = 0.0 if is_served else max(0.0, round(self._needed - away, 3))

    def _taken(self) -> int:
        """Return how many breaks were taken today."""
        view = self._breaks.view()
        return 0 if view is None else view.today.taken

    def _forget(self) -> None:
        routine, self.routine = self.routine, None
        self._awake.release()
        self._sound.end()
        if routine is not None:
            routine.stop()
            routine.deleteLater()
            self.ended.emit()

    def _keep_awake(self, is_running: bool) -> None:  # noqa: FBT001  a signal's slot
        if is_running:
            self._awake.hold()
        else:
            self._awake.release()


def share_out_of_chair(live: LiveSession) -> float:
    """Return how much absence from the chair a second of work stands for.

    In a session only work counts. A desk routine that answers a prompt is done standing from its
    first second to its last: each set brings its share of getting ready and of rest with it, so
    that the two-minute routine serves the two-minute break. Where the whole minutes that its button
    promises are longer by a breath, they count: nobody is up and down again in no time.
    """
    if live.session.kind is not SessionKind.BREAK:
        return 1.0
    phases, seconds = live.timeline.phases, live.timeline.seconds
    work = sum(phase.seconds for phase in phases if phase.kind is PhaseKind.WORK)
    promised = round(seconds / 60) * 60
    if 0 < promised - seconds <= GETTING_UP_SECONDS:
        seconds = promised
    return seconds / work
