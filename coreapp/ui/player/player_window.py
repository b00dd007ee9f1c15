"""The window a session is played in, from *get ready* to how it felt."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from coreapp.domain.errors import CoreappError
from coreapp.domain.player_events import PauseReason
from coreapp.domain.training_log import Feeling, Outcome, SessionKind
from coreapp.i18n import _, format_clock
from coreapp.services.cue_player import CuePlayer
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.playing import LiveSession
from coreapp.ui.dialogs.base import Question
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.after_form import AfterForm
from coreapp.ui.player.announce import announce
from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.controls import NUDGE_SECONDS
from coreapp.ui.player.distance_view import DistanceView
from coreapp.ui.player.keys import Action, KeysSheet, action_of
from coreapp.ui.player.movement import Movement
from coreapp.ui.player.presenter import Presenter
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.summary import summary_of
from coreapp.ui.player.ticker import CALM_FRAME_MS, FRAME_MS
from coreapp.ui.player.tide import TideGround
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind

SMALLEST = (960, 640)
FIRST_SIZE = (1280, 860)


class PlayerWindow(TideGround):
    """Plays one session. It is made for it, and closed when it is over.

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
        title = live.session.title
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._live = live
        self._words = SessionWords(library, live.timeline)
        self._presenter = Presenter(theme, self._words, Movement(art), self)
        self.conductor = Conductor(live, cues, self)
        self.session = SessionView(theme, art, title, live.timeline)
        self.distance = DistanceView(theme, art)
        self.after = AfterForm(theme, title)
        self._question: Question | None = None
        self._troubled = False
        self._leaving = False
        self._closed = False
        self._felt = False
        self._actions = self._make_actions()

        self._stack = QStackedLayout(self)
        for widget in (self.session, self.distance, self.after):
            self._stack.addWidget(widget)

        self._connect()
        self.session.top.show_muted(muted=self.conductor.muted)

    def begin(self) -> None:
        """Show the window and begin; a session that was cut off waits to be gone on with."""
        self.show()
        self.setFocus()
        self.conductor.start()
        if self._live.player.goes_on:
            self.session.question.ask(_("This is where the session was cut off."))
        self.started.emit()

    def tick(self) -> None:
        """Let everything happen that is due now."""
        self.conductor.advance()

    def ask_end(self) -> None:
        """Pause, and ask whether to end here."""
        if self._question is not None:
            return
        was_moving = self.conductor.is_moving
        self.conductor.pause()
        question = Question(
            self._theme,
            _("End the session here?"),
            _("What you have done is kept in the log."),
            self,
        )
        go_on = question.add_answer(_("Go on"))
        end = question.add_answer(_("End and keep"), self.conductor.end, ButtonKind.PRIMARY)
        go_on.setObjectName("go_on")
        end.setObjectName("end_and_keep")
        if was_moving:
            question.rejected.connect(self.conductor.resume)
        question.finished.connect(self._forget_question)
        self._question = question
        question.open()

    def close_now(self) -> None:
        """Close without asking; a session that is not over stands in the log as cut off."""
        self._leaving = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        action = action_of(Qt.Key(event.key()), shift=shift)
        with_others = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if action is None or with_others or self._stack.currentWidget() is self.after:
            super().keyPressEvent(event)
            return
        self._actions[action]()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while there is something to lose."""
        if not self._leaving and not self.conductor.is_over:
            event.ignore()
            self.ask_end()
            return
        self._leaving = True
        self.conductor.stop()
        event.accept()
        if not self._closed:
            self._closed = True
            self._save_last()
            self.closed.emit(self._live.session)

    def showEvent(self, event: QShowEvent) -> None:
        """Paint what moves again."""
        super().showEvent(event)
        self._set_painting()

    def hideEvent(self, event: QHideEvent) -> None:
        """Paint nothing while nobody looks."""
        super().hideEvent(event)
        self._set_painting()

    def changeEvent(self, event: QEvent) -> None:
        """Paint nothing while the window is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._set_painting()

    def _connect(self) -> None:
        conductor, session = self.conductor, self.session
        conductor.moved.connect(self._show_all)
        conductor.ticker.frame.connect(self._show_frame)
        conductor.phase_started.connect(self._tell_phase)
        conductor.position_reached.connect(self._tell_position)
        conductor.paused.connect(self._tell_pause)
        conductor.resumed.connect(session.question.clear)
        conductor.finished.connect(self._show_after)
        conductor.running_changed.connect(self.running_changed)
        conductor.work_done.connect(self.phase_work_done)
        conductor.saved.connect(self.session_saved)
        conductor.finished.connect(self.finished)
        session.question.go_on_requested.connect(conductor.resume)
        session.question.end_requested.connect(conductor.end)
        session.time.seek_requested.connect(conductor.seek)
        session.transport.nudge_requested.connect(conductor.nudge)
        for signal, action in (
            (session.top.pause_requested, Action.PAUSE),
            (session.top.mute_requested, Action.MUTE),
            (session.top.full_screen_requested, Action.FULL_SCREEN),
            (session.top.help_requested, Action.HELP),
            (session.top.end_requested, None),
            (session.transport.back_requested, Action.BACK),
            (session.transport.next_requested, Action.NEXT),
            (session.transport.toggle_requested, Action.TOGGLE),
            (self.distance.toggle_requested, Action.TOGGLE),
        ):
            signal.connect(self.ask_end if action is None else self._actions[action])
        self.after.save_requested.connect(self._save_feeling)
        self.after.skip_requested.connect(self.close_now)
        self.after.doctor_requested.connect(self._ask_for_doctor)

    def _make_actions(self) -> dict[Action, Callable[[], object]]:
        conductor = self.conductor
        return {
            Action.TOGGLE: conductor.toggle,
            Action.PAUSE: conductor.pause,
            Action.NEXT: conductor.skip,
            Action.BACK: conductor.back,
            Action.FORWARD: self._forward,
            Action.REWIND: self._rewind,
            Action.STOP_SET: self._stop_set,
            Action.RESTART: conductor.restart_phase,
            Action.MUTE: self._switch_tones,
            Action.FULL_SCREEN: self._switch_full_screen,
            Action.DISTANCE: self._switch_distance,
            Action.HELP: self._show_keys,
            Action.LEAVE: self._leave,
        }

    def _show_all(self) -> None:
        """Show the present moment, and what is wrong with the log."""
        self._set_painting()
        if self._stack.currentWidget() is self.after:
            return
        self._presenter.show_all(self.conductor.view(), self.session, self.distance)
        trouble = self._live.trouble
        if trouble is not None:
            text = _("{problem} The session goes on, and saving is tried again with the next part.")
            self.session.line.say(text.format(problem=explain(trouble)), Icon.WARNING)
            self._troubled = True
        elif self._troubled:
            self.session.line.clear()
            self._troubled = False

    def _show_frame(self) -> None:
        self._presenter.show_frame(self.conductor.view(), self.session, self.distance)

    def _set_painting(self) -> None:
        seen = self.isVisible() and not self.isMinimized()
        frame = CALM_FRAME_MS if self._theme.reduced_motion else FRAME_MS
        self.conductor.ticker.paint_every(frame if seen and self.conductor.is_moving else None)

    def _tell_phase(self, index: int) -> None:
        if not self._troubled:
            self.session.line.clear()
        announce(self, self._words.spoken(self._live.timeline.phases[index]))

    def _tell_position(self) -> None:
        announce(self, self._words.texts(self.conductor.view()).title)

    def _tell_pause(self, reason: PauseReason) -> None:
        announce(self, _("Paused"))
        if reason is PauseReason.GAP:
            into = format_clock(int(self.conductor.view().session_into))
            text = _("You were away, so it stopped at {time}.").format(time=into)
            self.session.question.ask(text)

    def _show_after(self, outcome: Outcome) -> None:
        """Ask how it felt.

        After a session without any work there is nothing to ask, and after a sitting break of two
        minutes, eight times a day, nobody wants to be asked: the log can be changed later.
        """
        if self._question is not None:
            self._question.close()
        results = self._live.player.results.values()
        summary = summary_of(outcome, self._live.timeline, results)
        if not summary.work_seconds or self._live.session.kind is SessionKind.BREAK:
            self.close_now()
            return
        self._presenter.far = False
        self.show_look(PhaseLook.DONE)
        self.show_level(0.0)
        self._stack.setCurrentWidget(self.after)
        self.after.show_summary(summary)
        if self._live.trouble is not None:
            self.after.show_trouble(explain(self._live.trouble))
        announce(self, _("Done"))

    def _save_feeling(self, feeling: Feeling) -> None:
        try:
            self._live.save_feeling(feeling)
        except CoreappError as error:
            self.after.show_trouble(explain(error))
            return
        self._felt = True
        self.session_saved.emit()
        self.close_now()

    def _save_last(self) -> None:
        """Try once more to store what could not be stored before the window goes."""
        if self._live.trouble is not None and not self._felt:
            with suppress(CoreappError):
                self._live.save_feeling(Feeling())

    def _forget_question(self) -> None:
        self._question = None

    def _forward(self) -> None:
        self.conductor.nudge(NUDGE_SECONDS)

    def _rewind(self) -> None:
        self.conductor.nudge(-NUDGE_SECONDS)

    def _stop_set(self) -> None:
        seconds = self.conductor.stop_set()
        if seconds is not None and not self.conductor.is_over and not self._troubled:
            text = _("Stopped at {seconds} s; that is what the log says.")
            self.session.line.say(text.format(seconds=round(seconds)))

    def _switch_tones(self) -> None:
        self.conductor.switch_tones()
        self.session.top.show_muted(muted=self.conductor.muted)

    def _switch_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _switch_distance(self) -> None:
        self._presenter.far = not self._presenter.far
        self._stack.setCurrentWidget(self.distance if self._presenter.far else self.session)
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
        if self._presenter.far:
            self._switch_distance()
        elif self.isFullScreen():
            self._switch_full_screen()
        else:
            self.ask_end()
