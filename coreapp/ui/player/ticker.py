"""The two timers of the player: one for the engine's next deadline, one for what is painted."""

import math
from collections import deque
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from coreapp.ui.figure.frames import milliseconds_to_next

FRAME_MS: Final = 16
CALM_FRAME_MS: Final = 1000

QUIET_MS: Final = 60
LEAST_QUIET_MS: Final = 20
"""So shortly before something is due no frame is begun: a cue that waits for one is heard late.

A large figure in full has taken up to the first of them on a slow machine. Frames that were quicker
of late leave a shorter gap, and so the figure hardly halts before each cue."""

REMEMBERED: Final = 24


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

    def paint(self, *, reduced: bool, figure_lasts: float | None) -> None:
        """Ask for frames; whoever is asked for one says again what is to be seen then.

        Args:
            reduced: movement is not wanted.
            figure_lasts: until the large figure is another one, in seconds: the next frame shows
                that. With None only tide and digits move.
        """
        if figure_lasts is not None and not reduced:
            self._frames.start(milliseconds_to_next(figure_lasts))
            return
        length = CALM_FRAME_MS if reduced else FRAME_MS
        if not self._frames.isActive() or self._frames.interval() != length:
            self._frames.start(length)

    def stop_painting(self) -> None:
        """Ask for no more frames."""
        self._frames.stop()
        self._has_waited = False

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
        self.stop_painting()
        self._painted.stop()
