"""The window a session is played in, from *get ready* to how it felt."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from coreapp.domain.training_log import Outcome
from coreapp.i18n import _
from coreapp.services.cue_player import CuePlayer
from coreapp.services.help_topics import HelpTopic
from coreapp.services.library import Library
from coreapp.services.playing import LiveSession
from coreapp.ui.dialogs.base import Question
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.after_form import AfterForm
from coreapp.ui.player.commands import Commands, connect_controls
from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.distance_view import DistanceView
from coreapp.ui.player.end_question import EndQuestion
from coreapp.ui.player.ending import Ending
from coreapp.ui.player.keys import Action, KeysSheet, action_of
from coreapp.ui.player.movement import Movement
from coreapp.ui.player.next_lines import LookAhead
from coreapp.ui.player.presenter import Presenter
from coreapp.ui.player.remarks import Remarks
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.small_window import SmallMode, SmallWindow
from coreapp.ui.player.tide import TideGround
from coreapp.ui.player.untouched import Untouched
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.help_pane import explain_here
from coreapp.ui.widgets.help_topic import set_topic

_LARGE_ONLY = frozenset({Action.DISTANCE, Action.FULL_SCREEN, Action.HELP, Action.EXPLAIN})
"""What is seen in the large window only."""

SMALLEST = (960, 640)
FIRST_SIZE = (1280, 860)


class PlayerWindow(TideGround):
    """Plays one session. It is made for it, and closed when it is over.

    Attributes:
        look_ahead: what the form asks for the changes of the next time, if anything.
        after: the form; None until the session is over, and where there is nothing to ask. It takes
            as long to make as the rest of the window.
        ending: asks how it felt, and keeps the answer.

    Signals:
        started: time runs for the first time.
        running_changed: whether time runs.
        phase_work_done: seconds of work, as each set ends.
        session_saved: what happened stands in the log.
        finished: the `Outcome`, and the seconds of work in this run.
        closed: the `PerformedSession` as it stands in the log.
        doctor_requested: the person wants to read when to see a doctor.
    """

    started = Signal()
    running_changed = Signal(bool)
    phase_work_done = Signal(float)
    session_saved = Signal()
    finished = Signal(object, float)
    closed = Signal(object)
    doctor_requested = Signal()

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, live: LiveSession, cues: CuePlayer
    ) -> None:
        super().__init__(theme)
        self.look_ahead: LookAhead | None = None
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_topic(self, HelpTopic.PLAYER)
        self._art = art
        self._library = library
        self._live = live
        self._timeline = live.timeline
        self._words = SessionWords(library, live.timeline)
        title = self._words.title(live.session.title)
        self.setWindowTitle(title)
        self._presenter = Presenter(theme, self._words, Movement(art), self)
        self.conductor = Conductor(live, cues, self)
        self.session = SessionView(theme, art, title, live.timeline)
        self._remarks = Remarks(self, self.conductor, self.session, self._words)
        self.distance = DistanceView(theme, art)
        self.after: AfterForm | None = None
        self.ending = Ending(live, self)
        self.small = SmallMode(
            lambda: SmallWindow(theme, art, self.windowTitle(), self._obey), self
        )
        self.untouched = Untouched(self)
        self._question: Question | None = None
        self._leaving = False
        self._closed = False
        self._far_by_itself = False
        commands = Commands(self.conductor, self._remarks, self.session.top)
        self._actions = commands.table() | self._window_actions()

        self._stack = QStackedLayout(self)
        for widget in (self.session, self.distance):
            self._stack.addWidget(widget)

        self._connect()
        self.session.top.show_muted(muted=self.conductor.muted)

    def begin(self) -> None:
        """Show the window and begin; a session that was cut off waits to be gone on with."""
        self.show()
        self.setFocus()
        self.conductor.start()
        if self._live.player.goes_on:
            self._remarks.ask_after_cut()
        self.started.emit()

    def tick(self) -> None:
        """Let everything happen that is due now."""
        self.conductor.advance()

    def ask_end(self) -> None:
        """Pause, and ask whether to end here."""
        if self._question is not None:
            return
        self.small.leave()
        was_moving = self.conductor.is_moving
        self.conductor.pause()
        question = EndQuestion(self._theme, self, self.conductor.end)
        if was_moving:
            question.rejected.connect(self.conductor.resume)
        question.finished.connect(self._forget_question)
        self._question = question
        question.open()

    def say(self, words: Callable[[], str], icon: Icon) -> None:
        """Say something in passing; `words` are asked for again in another language."""
        self._remarks.say(words, icon)

    def close_now(self) -> None:
        """Close without asking; a session that is not over stands in the log as cut off."""
        self._leaving = True
        self.close()

    def bring_to_front(self) -> None:
        """Show the session before everything else, in the large window."""
        self.small.leave()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""
        if not self._obey(event):
            super().keyPressEvent(event)

    def _obey(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        action = action_of(Qt.Key(event.key()), shift=shift)
        with_others = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        # The form has keys of its own.
        is_asking = self.after is not None and action is not Action.EXPLAIN
        if action is None or with_others or is_asking:
            return False
        if action in _LARGE_ONLY:
            self.small.leave()
        self._actions[action]()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while there is something to lose."""
        if not self._leaving and not self.conductor.is_over:
            event.ignore()
            self.ask_end()
            return
        self._leaving = True
        self.conductor.stop()
        self.small.close()
        self._presenter.small = None
        self.untouched.watch(wanted=False)
        event.accept()
        if not self._closed:
            self._closed = True
            self.ending.save_last()
            self.closed.emit(self._live.session)

    def showEvent(self, event: QShowEvent) -> None:
        """Paint what moves again; there is one window at a time."""
        super().showEvent(event)
        self.small.leave()
        self._set_painting()

    def hideEvent(self, event: QHideEvent) -> None:
        """Paint nothing while nobody looks."""
        super().hideEvent(event)
        self._set_painting()

    def changeEvent(self, event: QEvent) -> None:
        """Paint nothing while the window is minimised; follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._set_painting()
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()

    def _connect(self) -> None:
        conductor, session = self.conductor, self.session
        conductor.moved.connect(self._show_all)
        conductor.ticker.frame.connect(self._show_frame)
        conductor.finished.connect(self._show_after)
        conductor.running_changed.connect(self.running_changed)
        conductor.work_done.connect(self.phase_work_done)
        conductor.saved.connect(self.session_saved)
        conductor.finished.connect(self.finished)
        session.time.describe_with(self._words.spoken)
        session.transport.nudge_requested.connect(conductor.nudge)
        connect_controls(session, conductor, self._actions)
        for signal, action in (
            (session.top.own_pace_requested, Action.OWN_PACE),
            (session.top.muscles_requested, Action.MUSCLES),
            (session.top.small_requested, Action.SMALL),
            (session.top.full_screen_requested, Action.FULL_SCREEN),
            (session.top.help_requested, Action.HELP),
            (session.top.end_requested, None),
            (self.distance.toggle_requested, Action.TOGGLE),
            (self.small.toggle_requested, Action.TOGGLE),
            (self.small.next_requested, Action.NEXT),
        ):
            signal.connect(self.ask_end if action is None else self._actions[action])
        self._theme.changed.connect(self._follow_theme)
        self.untouched.left_alone.connect(self._show_far_by_itself)
        self.untouched.touched.connect(self._show_near_again)
        self.small.changed.connect(self._show_small)
        self.ending.saved.connect(self._finish)

    def _window_actions(self) -> dict[Action, Callable[[], object]]:
        return {
            Action.FULL_SCREEN: self._switch_full_screen,
            Action.DISTANCE: self._switch_distance,
            Action.SMALL: self.small.switch,
            Action.MUSCLES: self._switch_muscles,
            Action.HELP: self._show_keys,
            Action.EXPLAIN: lambda: explain_here(self._theme, self),
            Action.LEAVE: self._leave,
        }

    def _switch_muscles(self) -> None:
        self._presenter.switch_muscles(self.conductor.view())
        self._show_all()

    def _follow_theme(self) -> None:
        """Fit everything to other sizes of text, as soon as all parts have taken them over."""
        QTimer.singleShot(0, self, self._show_all)

    def _speak(self) -> None:
        """Say everything in the language that is shown now."""
        title = self._words.title(self._live.session.title)
        self.setWindowTitle(title)
        self.session.top.show_title(title)
        if self.after is not None:
            self.after.show_title(title)
        if self.small.window is not None:
            self.small.window.setWindowTitle(title)
        self._remarks.repeat()
        self._show_all()

    def _show_all(self) -> None:
        """Show the present moment, and what is wrong with the log."""
        self._set_painting()
        if self.after is not None:
            return
        if self._live.timeline is not self._timeline:
            self._timeline = self._live.timeline
            self._words.follow(self._timeline)
            self.session.time.show_timeline(self._timeline)
        self._presenter.show_all(self.conductor.view(), self.session, self.distance)
        self._remarks.show_trouble()

    def _show_frame(self) -> None:
        self._presenter.show_frame(self.conductor.view(), self.session, self.distance)
        self._set_painting()

    def _set_painting(self) -> None:
        seen = self.small.is_on or (self.isVisible() and not self.isMinimized())
        ticker, reduced = self.conductor.ticker, self._theme.reduced_motion
        if seen and self.conductor.is_moving:
            ticker.paint(reduced=reduced, figure_lasts=self._presenter.figure_lasts)
        else:
            ticker.stop_painting()

    def _show_after(self, outcome: Outcome) -> None:
        """Ask how it felt, or close where there is nothing to ask."""
        self.small.leave()
        if self._question is not None:
            self._question.close()
        summary = self.ending.summary(outcome)
        if summary is None:
            self.close_now()
            return
        self._presenter.far = False
        self.show_look(PhaseLook.DONE)
        self.show_level(0.0)
        name_of = self._library.exercise_name
        self.after = form = AfterForm(self._theme, self._art, self.windowTitle(), name_of)
        form.skip_requested.connect(self.close_now)
        form.doctor_requested.connect(self._ask_for_doctor)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.ending.ask(form, summary, self.look_ahead)
        self._remarks.announce(lambda: _("Done"))

    def _finish(self) -> None:
        """Close: what was answered stands in the log."""
        self.session_saved.emit()
        self.close_now()

    def _forget_question(self) -> None:
        self._question = None

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _switch_distance(self) -> None:
        self._far_by_itself = False
        self._presenter.far = not self._presenter.far
        self._stack.setCurrentWidget(self.distance if self._presenter.far else self.session)
        self._show_all()

    def _show_far_by_itself(self) -> None:
        """Show the session large, if it is what is seen and runs."""
        near = self._stack.currentWidget() is self.session and not self.small.is_on
        if near and self.conductor.is_moving:
            self._switch_distance()
            self._far_by_itself = True

    def _show_near_again(self) -> None:
        if self._far_by_itself and self._presenter.far:
            self._switch_distance()

    def _show_small(self) -> None:
        """Show the present moment where it is seen now."""
        self._presenter.small = self.small.window if self.small.is_on else None
        self._show_all()

    def _show_keys(self) -> None:
        KeysSheet(self._theme, self).open()

    def _ask_for_doctor(self) -> None:
        """Make room for the article; what was entered waits here."""
        if self.isFullScreen():
            self._switch_full_screen()
        self.doctor_requested.emit()

    def _leave(self) -> None:
        """Step out: of the distance, of the full screen, of the session."""
        if self.small.is_on:
            self.small.leave()
        elif self._presenter.far:
            self._switch_distance()
        elif self.isFullScreen():
            self._switch_full_screen()
        else:
            self.ask_end()
