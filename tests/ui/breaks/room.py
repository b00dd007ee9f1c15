"""A desk at which the routine of a break can be played."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.player import PlayerOptions
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.program.break_player import BreakPlayer, BreakSound, share_out_of_chair
from coreapp.services.cue_player import CuePlayer
from coreapp.services.playing import Playing, Request
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.break_windows import BreakWindow, CalmWindow
from coreapp.ui.breaks.held_key import HeldKey
from coreapp.ui.breaks.played_routine import PlayedRoutine
from coreapp.ui.theme.theme import Theme
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import shipped_art, shipped_library
from tests.fakes.sound import FakeSpeech, FakeTones
from tests.ui.breaks.conftest import Office

OPTIONS = PlayerOptions(lead_in_seconds=3, gap_seconds=1000)
"""A test moves the clock in long steps."""


def wait_until_decided(qtbot: QtBot, key: HeldKey) -> None:
    """Wait until nothing that was pressed or let go can have a consequence any more."""
    qtbot.waitUntil(lambda: not key._down.isActive() and not key._up.isActive())


class FakeKeepAwake:
    """Knows whether the screen is kept awake; satisfies `coreapp.services.ports.KeepAwake`."""

    method = "fake"

    def __init__(self) -> None:
        self.is_held = False

    def hold(self) -> None:
        self.is_held = True

    def release(self) -> None:
        self.is_held = False


class Room:
    """An office with a player in its break.

    Attributes:
        routine: played instead of what the break offers, if it is not empty.
        served: the outcomes and seconds of work that the engine was told.
    """

    def __init__(self, office: Office, theme: Theme) -> None:
        self.office = office
        self.desk = office.desk
        self.grown = office.prompter.grown
        self.tones, self.speech, self.awake = FakeTones(), FakeSpeech(), FakeKeepAwake()
        self.state = FakeStateFile()
        self.cues = CuePlayer(self.tones, self.speech)
        self.routine = ""
        self.served: list[tuple[Outcome, float]] = []
        self.changes = 0
        self._share = 1.0
        library, desk = shipped_library(), self.desk
        ids = iter(f"session {number}" for number in range(1, 100))
        self._playing = Playing(library, desk.database, desk.clock, lambda: next(ids))
        self.player = BreakPlayer(
            theme=theme,
            art=shipped_art(),
            library=library,
            cues=self.cues,
            sound=BreakSound(self.cues, self.state),
            awake=self.awake,
            breaks=desk.breaks,
            host=lambda: self.grown,
            serve=self._serve,
            changed=self._note_change,
        )
        office.prompter.session_requested.connect(self.begin)

    def begin(self, routine: str) -> None:
        """Play a routine, as the program does."""
        request = Request(self.routine or routine, kind=SessionKind.BREAK)
        live = self._playing.begin(request, OPTIONS)
        self._share = share_out_of_chair(live)
        self.player.play(live)

    def answer(self, answer: BreakAnswer = BreakAnswer.ROUTINE) -> "Room":
        """Work until the break, and choose a routine in it."""
        self.office.work_until_the_break()
        self.grown.answered.emit(answer)
        self.desk.clock.advance(1.1)
        return self

    @property
    def played(self) -> PlayedRoutine:
        """The routine that is played; there must be one."""
        assert self.player.routine is not None, "nothing is played"
        return self.player.routine

    @property
    def main(self) -> BreakWindow:
        """The window that asks, and plays; the break must be open."""
        assert self.grown.main is not None, "the break is not open"
        return self.grown.main

    @property
    def calm(self) -> list[CalmWindow]:
        """The other windows."""
        return [each for each in self.grown.windows if isinstance(each, CalmWindow)]

    @property
    def logged(self):
        """The last session in the log."""
        return list(self.desk.database.stored.sessions.kept.values())[-1]

    def play(self, seconds: float = 10_000.0, until: Callable[[], bool] | None = None) -> None:
        """Let the routine go on, called whenever it wants to be, with the hands off the desk."""
        self.desk.hands.rest()
        end = self.desk.clock.reading().monotonic + seconds
        while self.player.routine is not None and not (until and until()):
            wanted = self.played.conductor.live.next_call()
            left = end - self.desk.clock.reading().monotonic
            if left <= 0 or wanted is None:
                return
            self.desk.clock.advance(min(left, max(wanted, 0.01)))
            self.played.tick()
            self.desk.breaks.tick()

    def press(self, key: Qt.Key, window: QWidget | None = None, *, shift: bool = False) -> None:
        """Press a key in a window of the break, the main one if none is named."""
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window or self.main, key, held)

    def settle(self) -> None:
        """Let Qt carry out what it put off."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _serve(self, outcome: Outcome, work_seconds: float) -> None:
        self.served.append((outcome, work_seconds))
        self.desk.breaks.session_finished(round(work_seconds * self._share, 3))

    def _note_change(self) -> None:
        self.changes += 1
