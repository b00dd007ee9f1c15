"""Notices that nobody touches mouse, keyboard or screen: then the session is read from afar."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

UNTOUCHED_MS: Final = 20_000

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Untouched(QObject):
    """Watches all windows of the program while it is asked to.

    Signals:
        left_alone: nothing was touched for so long.
        touched: something was touched again after that.
    """

    left_alone = Signal()
    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_alone = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNTOUCHED_MS)
        self._timer.timeout.connect(self._tell_alone)

    @property
    def is_watching(self) -> bool:
        """Whether time runs until nobody is there."""
        return self._timer.isActive()

    def watch(self, *, wanted: bool) -> None:
        """Begin to watch, or leave it."""
        application = QCoreApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        self._timer.stop()
        self._is_alone = False
        if wanted:
            application.installEventFilter(self)
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of what is touched; nothing is kept from anybody."""
        if event.type() in _TOUCHES:
            self._timer.start()
            if self._is_alone:
                self._is_alone = False
                self.touched.emit()
        return False

    def _tell_alone(self) -> None:
        self._is_alone = True
        self.left_alone.emit()
