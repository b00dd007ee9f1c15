"""What comes a moment after a page: its first paint does not wait for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

Step = Callable[[], None]


class LaterSteps(QObject):
    """Carries out steps once a widget has been painted, one with each turn of the event loop.

    Whoever uses it keeps the room for what comes, so that nothing jumps.

    Signals:
        stepped: a step was carried out in its turn. Of those that `finish` takes together nothing
            is told: who asks for them puts in order what has come, once.
    """

    stepped = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Wait for nothing yet.

        Args:
            widget: whose paint is waited for; while it is not seen, nothing is done: what is left
                of a page that one went away from comes after the next visit's paint.
        """
        super().__init__(widget)
        self._widget = widget
        self._steps: list[Step] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_settled(self) -> bool:
        """Whether everything is there."""
        return not self._steps

    def begin(self, steps: Sequence[Step]) -> None:
        """Carry out these steps after the next paint, and no others that were waiting."""
        self._timer.stop()
        self._steps = list(steps)
        if self._steps:
            self._widget.installEventFilter(self)
            # A corner is enough to be told of the paint in which all the rest takes part; one that
            # is scrolled out of sight would not be painted.
            corner = self._widget.visibleRegion().boundingRect().topLeft()
            self._widget.update(corner.x(), corner.y(), 1, 1)

    def finish(self) -> None:
        """Carry out at once what is waiting."""
        steps, self._steps = self._steps, []
        self._timer.stop()
        for step in steps:
            step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the widget is painted."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start()
        return False

    def _go_on(self) -> None:
        if not self._widget.isVisible():
            self._widget.installEventFilter(self)
        elif self._steps:
            step = self._steps.pop(0)
            if self._steps:
                self._timer.start()
            step()
            self.stepped.emit()
