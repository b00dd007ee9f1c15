"""A desk routine that is played in the windows of the break.

It is the player: its conductor, its view of the session, its keys, its log. What belongs to a
window of its own (the small window, the distance, full screen, the form afterwards) is left out.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from coreapp.domain.errors import CoreappError
from coreapp.domain.training_log import Feeling
from coreapp.services.cue_player import CuePlayer
from coreapp.services.library import Library
from coreapp.services.playing import LiveSession
from coreapp.ui.breaks.done_page import DoneWords, done_words
from coreapp.ui.breaks.esc_hint import EscHint, WayOut
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.player.commands import Commands, connect_controls
from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.keys import Action, action_of
from coreapp.ui.player.movement import Movement, Pose
from coreapp.ui.player.presenter import Presenter
from coreapp.ui.player.remarks import Remarks
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.tide import TideGround
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme

_WALK: Final = "walk-break"
"""The exercise whose figure walks on when the routine is over."""

_NOT_HERE: Final = frozenset({Action.OWN_PACE})
"""At one's own pace a break has no end, and the screens are covered meanwhile."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a moment out of the corner of an eye.

    Attributes:
        level: how high the ground's colour stands, 0 to 1.
        word: of the phase, or that time stands.
    """

    look: PhaseLook
    level: float
    word: str
    digits: str
    title: str


class PlayedRoutine(QObject):
    """One session from *get ready* to its end.

    Attributes:
        session: what is seen of it; whoever shows it takes it over.
        missing: seconds of rest that the break needs after it, known when it is finished.

    Signals:
        finished: the `Outcome`, and the seconds of work.
        running_changed: whether time runs.
        saved: what happened stands in the log.
        sound_switched: whether it is to be heard.
        moved: what is seen of it is another moment.
    """

    finished = Signal(object, float)
    running_changed = Signal(bool)
    saved = Signal()
    sound_switched = Signal(bool)
    moved = Signal()

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        live: LiveSession,
        cues: CuePlayer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._art = art
        self._live = live
        self._timeline = live.timeline
        self._words = SessionWords(library, live.timeline)
        self.missing = 0.0
        self.conductor = Conductor(live, cues, self)
        self.session = SessionView(theme, art, self.title, live.timeline)
        self.session.set_plain(EscHint(theme, WayOut.ESC_BRIEF))
        self._remarks = Remarks(self.session, self.conductor, self.session, self._words)
        self._presenter: Presenter | None = None
        self._ground: TideGround | None = None
        commands = Commands(self.conductor, self._remarks, self.session.top).table()
        commands[Action.MUTE] = self._switch_sound
        self._actions: Mapping[Action, Callable[[], object]] = {
            action: act for action, act in commands.items() if action not in _NOT_HERE
        }
        self._connect()
        self.session.top.show_muted(muted=self.conductor.muted)

    @property
    def title(self) -> str:
        """What the routine is called."""
        return self._words.title(self._live.session.title)

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to play."""
        return self.conductor.is_over

    @property
    def done_words(self) -> DoneWords:
        """What is said when it is over; its figure walks on, where there is one that does."""
        walks = Pose(FigureShot(_WALK)) if self._art.shows(_WALK) else self.session.figure.pose
        return done_words(self.title, self.missing, walks)

    def begin(self, ground: TideGround) -> None:
        """Begin to play on a ground that takes the colours of the phases."""
        self._ground = ground
        self._presenter = Presenter(self._theme, self._words, Movement(self._art), ground)
        self.conductor.start()

    def tick(self) -> None:
        """Let everything happen that is due now."""
        self.conductor.advance()

    def obey(self, key: Qt.Key, *, shift: bool) -> None:
        """Do what a key asks for, if it asks for anything here."""
        action = action_of(key, shift=shift)
        act = None if action is None else self._actions.get(action)
        if act is not None and not self.is_over:
            act()

    def leave(self) -> None:
        """End here; what was done is kept."""
        if not self.is_over:
            self.conductor.end()

    def stop(self) -> None:
        """Call for nothing any more; a routine that is not over stands in the log as cut off."""
        self.conductor.stop()
        if self._live.trouble is not None:
            with suppress(CoreappError):  # tried once more; there is nothing else to lose
                self._live.save_feeling(Feeling())

    def speak(self) -> None:
        """Say everything in the language that is shown now."""
        self.session.top.show_title(self.title)
        self._remarks.repeat()
        self._show_all()

    def say(self, words: Callable[[], str], icon: Icon) -> None:
        """Say something in passing; `words` are asked for again in another language."""
        self._remarks.say(words, icon)

    def glance(self) -> Glance | None:
        """Return what the screens without figure show; None before it begins."""
        if self._ground is None:
            return None
        view = self.conductor.view()
        texts = self._words.texts(view)
        title = " · ".join(filter(None, (texts.title, texts.side)))
        word = texts.state or texts.badge
        return Glance(self._ground.look, self._ground.level, word, texts.digits, title)

    def _connect(self) -> None:
        conductor, session = self.conductor, self.session
        conductor.moved.connect(self._show_all)
        conductor.ticker.frame.connect(self._show_frame)
        conductor.running_changed.connect(self.running_changed)
        conductor.saved.connect(self.saved)
        conductor.finished.connect(self.finished)
        session.time.describe_with(self._words.spoken)
        connect_controls(session, conductor, self._actions)
        self._theme.changed.connect(self._follow_theme)

    def _switch_sound(self) -> None:
        self.conductor.switch_tones()
        self.session.top.show_muted(muted=self.conductor.muted)
        self.sound_switched.emit(not self.conductor.muted)

    def _follow_theme(self) -> None:
        """Fit everything to other sizes of text, as soon as all parts have taken them over."""
        QTimer.singleShot(0, self, self._show_all)

    def _show_all(self) -> None:
        self._set_painting()
        if self._presenter is None or self.is_over:
            return
        if self._live.timeline is not self._timeline:
            self._timeline = self._live.timeline
            self._words.follow(self._timeline)
            self.session.time.show_timeline(self._timeline)
        self._presenter.show_all(self.conductor.view(), self.session)
        self._remarks.show_trouble()
        self.moved.emit()

    def _show_frame(self) -> None:
        if self._presenter is not None:
            self._presenter.show_frame(self.conductor.view(), self.session)
            self._set_painting()
            self.moved.emit()

    def _set_painting(self) -> None:
        ticker, reduced = self.conductor.ticker, self._theme.reduced_motion
        lasts = None if self._presenter is None else self._presenter.figure_lasts
        if self.conductor.is_moving:
            ticker.paint(reduced=reduced, figure_lasts=lasts)
        else:
            ticker.stop_painting()
