"""The two timers of the player: one for the engine's next deadline, one for what is painted."""

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 16
CALM_FRAME_MS = 1000

QUIET_MS = 60
"""So shortly before something is due no frame is begun: painting a large figure in full has taken
up to this long on a slow machine, and a cue that waits for it is heard late."""


class Ticker(QObject):
    """Calls when something is due, and for each frame while somebody looks.

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
        self._deadline.timeout.connect(self.due)
        self._frames.timeout.connect(self._paint)

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
        elif not self._frames.isActive() or self._frames.interval() != milliseconds:
            self._frames.start(milliseconds)

    def _paint(self) -> None:
        if not 0 <= self._deadline.remainingTime() < QUIET_MS:
            self.frame.emit()

    def stop(self) -> None:
        """Call nothing any more."""
        self.wake_in(None)
        self.paint_every(None)
