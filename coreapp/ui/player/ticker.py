"""The two timers of the player: one for the engine's next deadline, one for what is painted."""

import math
from collections import deque
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

FRAME_MS: Final = 16
FIGURE_FRAME_MS: Final = 32
"""A moving figure takes some 8 ms to draw: twice as many frames would take half of a processor.

So it is painted 30 times a second, although a frame now and then comes with what is due."""

CALM_FRAME_MS: Final = 1000

QUIET_MS: Final = 60
LEAST_QUIET_MS: Final = 20
"""So shortly before something is due no frame is begun: a cue that waits for one is heard late.

A large figure in full has taken up to the first of them on a slow machine. Frames that were quicker
of late leave a shorter gap, and so the figure hardly halts before each cue."""

REMEMBERED: Final = 24


def frame_ms(*, reduced: bool, figure_moves: bool) -> int:
    """Return how long a frame is shown, in milliseconds.

    Args:
        reduced: movement is not wanted.
        figure_moves: the large figure changes with every frame, and not only tide and digits.
    """
    if reduced:
        return CALM_FRAME_MS
    return FIGURE_FRAME_MS if figure_moves else FRAME_MS


class Ticker(QObject):
    """Calls when something is due, and for each frame while somebody looks.

    A frame that would come right before something is due comes right after it.

    Signals:
        due: the moment has come that `wake_in` named.
        frame: something that moves is to be painted anew.
    """

    due = Signal()
    frame = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._deadline.timeout.connect(self._tell_due)
        self._frames.timeout.connect(self._paint)
        self._has_waited = False
        self._since_frame = QElapsedTimer()
        self._took: deque[int] = deque((QUIET_MS,), maxlen=REMEMBERED)
        # Due as soon as there is nothing else to do, so that all of the frame is painted then.
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)
        self._painted.timeout.connect(self._note_length)

    @property
    def waiting(self) -> bool:
        """Whether a moment is being waited for."""
        return self._deadline.isActive()

    @property
    def painting(self) -> bool:
        """Whether frames are asked for."""
        return self._frames.isActive()

    def wake_in(self, seconds: float | None) -> None:
        """Call `due` once in `seconds`, never early; None means not at all."""
        if seconds is None:
            self._deadline.stop()
        else:
            self._deadline.start(math.ceil(seconds * 1000))

    def paint_every(self, milliseconds: int | None) -> None:
        """Ask for a frame so often; None means not at all."""
        if milliseconds is None:
            self._frames.stop()
            self._has_waited = False
        elif not self._frames.isActive() or self._frames.interval() != milliseconds:
            self._frames.start(milliseconds)

    @property
    def quiet_ms(self) -> int:
        """How long before something is due no frame is begun: over two of the slowest of late."""
        return max(LEAST_QUIET_MS, min(QUIET_MS, max(self._took) * 5 // 2))

    def _tell_due(self) -> None:
        self.due.emit()
        if self._has_waited:
            self._paint()

    def _paint(self) -> None:
        if self._painted.isActive():
            # The frames follow each other without a moment to spare.
            self._note_length()
        self._has_waited = 0 <= self._deadline.remainingTime() < self.quiet_ms
        if not self._has_waited:
            self._since_frame.start()
            self.frame.emit()
            self._painted.start()

    def _note_length(self) -> None:
        self._took.append(self._since_frame.elapsed())

    def stop(self) -> None:
        """Call nothing any more."""
        self.wake_in(None)
        self.paint_every(None)
        self._painted.stop()
