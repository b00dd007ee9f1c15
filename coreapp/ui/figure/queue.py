"""Draws the figures that pages wait for, one step at a time, between events.

One that was never seen takes 20 ms and more: to read its file, to place its joints, most of it to
paint. All at once would hold up the page that is just opening, and a key that is pressed.
"""

from collections.abc import Generator
from typing import Final, Protocol

from PySide6.QtCore import QTimer
from shiboken6 import isValid

_OVER: Final = object()


class Waiting(Protocol):
    """Somebody who waits for figures."""

    @property
    def is_looked_at(self) -> bool:
        """Whether anybody sees where the figures will stand."""
        ...

    def steps(self) -> Generator[None, None, None]:
        """Draw all that is waited for, with a pause after every few milliseconds."""
        ...

    def stop(self) -> None:
        """Wait no more."""
        ...


class FigureQueue:
    """Serves one after the other, with one step in each turn of the event loop.

    Whose step fails has left: the error is told once, and the next one is served.

    Who is not looked at waits no more, and joins again when it is painted next: nothing is drawn
    on a page that was left, or in the tray.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, Waiting] = {}
        self._steps: Generator[None, None, None] | None = None
        self._is_stepping = False
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_empty(self) -> bool:
        """Whether nobody waits."""
        return not self._waiting

    def join(self, number: int, waiting: Waiting) -> None:
        """Wait behind the others; who waits already keeps its place.

        Args:
            number: by which it leaves; its own as long as it lives.
            waiting: who wants figures.
        """
        self._waiting.setdefault(number, waiting)
        if not self._timer.isActive():
            self._timer.start()

    def leave(self, number: int) -> None:
        """Wait no more; what has been begun for it is given up."""
        is_served = number == next(iter(self._waiting), None)
        self._waiting.pop(number, None)
        if is_served and self._steps is not None:
            steps, self._steps = self._steps, None
            # It may leave from within its own step, which then is the last one.
            if not self._is_stepping:
                steps.close()
        # When the program ends, the timer may be gone before those who wait.
        if not self._waiting and isValid(self._timer):
            self._timer.stop()

    def _go_on(self) -> None:
        """Take one step: the events that came meanwhile go before the next."""
        number, waiting = next(iter(self._waiting.items()))
        if not waiting.is_looked_at:
            waiting.stop()
            return
        if self._steps is None:
            self._steps = waiting.steps()
        self._is_stepping, is_over = True, True  # a step that fails is the last one too
        try:
            is_over = next(self._steps, _OVER) is _OVER
        finally:
            self._is_stepping = False
            if is_over:
                self.leave(number)
