"""Carries commands to the live session, and what happens in it to ears, log and windows."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from coreapp.domain.cues import CueKind
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    Paused,
    PhaseLeft,
    PhaseStarted,
    PlayerEvent,
    RestTaken,
    Resumed,
)
from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.tempo import neighbour
from coreapp.domain.timeline import PhaseKind
from coreapp.services.cue_player import CuePlayer
from coreapp.services.playing import LiveSession
from coreapp.ui.player.garbage import put_off_full_searches
from coreapp.ui.player.ticker import Ticker

_MOVING = frozenset({PlayerState.RUNNING, PlayerState.LEAD_IN})


class Conductor(QObject):
    """Plays one session; the engine's deadlines are the only ones there are.

    Signals:
        moved: something was asked for or came due; all that is shown may be different.
        phase_started: the index of the phase.
        position_reached: a position of a flow began.
        work_done: seconds of work that were added since the last time.
        paused: the `PauseReason`.
        resumed: time runs again.
        running_changed: whether time runs, the lead-in included.
        saved: what happened stands in the log.
        finished: the `Outcome`, and the seconds of work in this run.
    """

    moved = Signal()
    phase_started = Signal(int)
    position_reached = Signal()
    work_done = Signal(float)
    paused = Signal(object)
    resumed = Signal()
    running_changed = Signal(bool)
    saved = Signal()
    finished = Signal(object, float)

    def __init__(self, live: LiveSession, cues: CuePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self._cues = cues
        live.let_hear(cues.follow)
        self._worked = {each.phase: each.actual_seconds for each in live.session.sets}
        self._work_seconds = 0.0
        self._was_moving = False
        self.ticker = Ticker(self)
        self.ticker.due.connect(self.advance)

    @property
    def state(self) -> PlayerState:
        """Whether time runs."""
        return self.live.player.state

    @property
    def is_moving(self) -> bool:
        """Whether time runs, or will in a moment."""
        return self.state in _MOVING

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to lose by closing."""
        return self.state in {PlayerState.READY, PlayerState.FINISHED}

    @property
    def work_seconds(self) -> float:
        """Seconds of work in this run; those before a cut are not counted again."""
        return self._work_seconds

    @property
    def muted(self) -> bool:
        """Whether no tones are heard."""
        return self._cues.muted

    def view(self) -> PlayerView:
        """Return what is to be shown now."""
        return self.live.view()

    def start(self) -> None:
        """Begin."""
        self._obey(self.live.start)

    def advance(self) -> None:
        """Let everything happen that is due."""
        self._obey(self.live.advance)

    def toggle(self) -> None:
        """Pause or go on; where a tap is waited for, this is the tap."""
        match self.state:
            case PlayerState.RUNNING if self.live.player.phase.until_tapped:
                self._obey(self.live.tap)
            case PlayerState.RUNNING | PlayerState.LEAD_IN:
                self.pause()
            case _:
                self.resume()

    def pause(self) -> None:
        """Stop time."""
        self._obey(self.live.pause)

    def resume(self) -> None:
        """Let time run again after the lead-in."""
        self._obey(self.live.resume)

    def skip(self) -> None:
        """Go to the next phase."""
        self._obey(self.live.skip)

    def back(self) -> None:
        """Go back."""
        self._obey(self.live.back)

    def nudge(self, seconds: float) -> None:
        """Go forward, or back if negative."""
        self._obey(lambda: self.live.nudge(seconds))

    def seek(self, seconds: float) -> None:
        """Go to a moment of the session."""
        self._obey(lambda: self.live.seek(seconds))

    def restart_phase(self) -> None:
        """Go to the start of this phase."""
        self.seek(self.live.timeline.starts[self.view().index])

    def stop_set(self) -> float | None:
        """End the work here; return how long it lasted, None if there was none to end."""
        view = self.view()
        self._obey(self.live.stop_set)
        return view.seconds_into if view.phase.kind is PhaseKind.WORK else None

    def change_tempo(self, *, faster: bool) -> int:
        """Play repetitions and flows a step faster, or slower; return percent of the plan."""
        before = self.live.player.pace
        pace = replace(before, tempo=neighbour(before.tempo, faster=faster))
        self._obey(lambda: self.live.adopt(pace))
        return pace.tempo

    def change_waiting(self) -> bool:
        """Let every phase wait for a tap, or only those that were planned so; return whether."""
        pace = self.live.player.pace
        self._obey(lambda: self.live.adopt(replace(pace, waits=not pace.waits)))
        return not pace.waits

    def tap(self) -> None:
        """Say that a phase that waits for it is done."""
        self._obey(self.live.tap)

    def end(self) -> None:
        """End the session here; what was done is kept."""
        self._obey(self.live.end)

    def switch_tones(self) -> None:
        """Turn the tones off, or on again."""
        self._cues.switch_mute()

    def stop(self) -> None:
        """Call for nothing any more; the session stands in the log as it is."""
        if not self.is_over:
            self._cues.stop()
        self.ticker.stop()
        put_off_full_searches(wanted=False)

    def _obey(self, command: Callable[[], list[PlayerEvent]]) -> None:
        events = command()
        self.ticker.wake_in(self.live.next_call())
        for event in events:
            self._tell(event)
        if self.is_moving != self._was_moving:
            self._was_moving = self.is_moving
            put_off_full_searches(wanted=self.is_moving)
            self.running_changed.emit(self.is_moving)
        kept = any(isinstance(event, PhaseLeft | RestTaken | Finished) for event in events)
        if kept and self.live.trouble is None:
            self.saved.emit()
        self.moved.emit()

    def _tell(self, event: PlayerEvent) -> None:
        match event:
            case PhaseStarted(index):
                self.phase_started.emit(index)
            case PhaseLeft(index, result):
                self._add_work(index, result.actual_seconds if result else 0.0)
            case CueDue(_, cue) if cue.kind is CueKind.POSITION:
                self.position_reached.emit()
            case CueDue() | RestTaken():
                pass  # it was heard, it stands in the log
            case Paused(reason):
                self.paused.emit(reason)
            case Resumed():
                self.resumed.emit()
            case Finished(outcome):
                self.finished.emit(outcome, self._work_seconds)

    def _add_work(self, index: int, seconds: float) -> None:
        """Count work once: a set that is done again adds only what is better than before."""
        more = seconds - self._worked.get(index, 0.0)
        if more > 0:
            self._worked[index] = seconds
            self._work_seconds += more
            self.work_done.emit(more)
