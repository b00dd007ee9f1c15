"""What keys and buttons ask of the session itself, and what is said about it in passing."""

from collections.abc import Callable, Mapping

from coreapp.ui.player.conductor import Conductor
from coreapp.ui.player.controls import TopBar
from coreapp.ui.player.keys import Action
from coreapp.ui.player.remarks import Remarks
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.transport import NUDGE_SECONDS


def connect_controls(
    session: SessionView, conductor: Conductor, actions: Mapping[Action, Callable[[], object]]
) -> None:
    """Let what is seen of a session, in its window or in a break, do what it stands for."""
    session.question.go_on_requested.connect(conductor.resume)
    session.question.end_requested.connect(conductor.end)
    session.time.seek_requested.connect(conductor.seek)
    for signal, action in (
        (session.top.pause_requested, Action.PAUSE),
        (session.top.mute_requested, Action.MUTE),
        (session.transport.back_requested, Action.BACK),
        (session.transport.next_requested, Action.NEXT),
        (session.transport.toggle_requested, Action.TOGGLE),
        (session.tapped, Action.TOGGLE),
        (session.beat.tempo.slower_requested, Action.SLOWER),
        (session.beat.tempo.faster_requested, Action.FASTER),
    ):
        signal.connect(actions[action])


class Commands:
    """Carries out the actions that concern the session, and not the window it is seen in."""

    def __init__(self, conductor: Conductor, remarks: Remarks, top: TopBar) -> None:
        self._conductor = conductor
        self._remarks = remarks
        self._top = top

    def table(self) -> dict[Action, Callable[[], object]]:
        """Return what each action does."""
        conductor = self._conductor
        return {
            Action.TOGGLE: conductor.toggle,
            Action.TAP: conductor.tap,
            Action.PAUSE: conductor.pause,
            Action.NEXT: conductor.skip,
            Action.BACK: conductor.back,
            Action.FORWARD: self._forward,
            Action.REWIND: self._rewind,
            Action.SLOWER: self._slower,
            Action.FASTER: self._faster,
            Action.OWN_PACE: self._change_waiting,
            Action.STOP_SET: self._stop_set,
            Action.RESTART: conductor.restart_phase,
            Action.MUTE: self._switch_tones,
        }

    def _forward(self) -> None:
        self._conductor.nudge(NUDGE_SECONDS)

    def _rewind(self) -> None:
        self._conductor.nudge(-NUDGE_SECONDS)

    def _slower(self) -> None:
        self._remarks.tell_tempo(self._conductor.change_tempo(faster=False))

    def _faster(self) -> None:
        self._remarks.tell_tempo(self._conductor.change_tempo(faster=True))

    def _change_waiting(self) -> None:
        self._remarks.tell_waiting(waits=self._conductor.change_waiting())

    def _stop_set(self) -> None:
        seconds = self._conductor.stop_set()
        if seconds is not None and not self._conductor.is_over:
            self._remarks.tell_stop(seconds)

    def _switch_tones(self) -> None:
        self._conductor.switch_tones()
        self._top.show_muted(muted=self._conductor.muted)
