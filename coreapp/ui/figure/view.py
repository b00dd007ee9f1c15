"""A widget that shows one exercise, still or moving."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.theme import Theme

_FRAME_MS: Final = 33


class FigureView(QWidget):
    """Shows a figure; moves by itself with `play`, or by `show_moment` from outside."""

    def __init__(self, theme: Theme, art: FigureArt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._art = art
        self._exercise = ""
        self._mirror = False
        self._moment: float | None = None
        self._playing = False
        self._started_at = 0.0
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)

        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        self._timer.timeout.connect(self._step)
        theme.changed.connect(self._follow_theme)

    def show_exercise(self, exercise: str, *, mirror: bool = False) -> None:
        """Show another exercise in the pose that tells most."""
        self._exercise, self._mirror = exercise, mirror
        self._moment = None
        self._restart()
        self.update()

    def show_moment(self, moment: float) -> None:
        """Show a moment of the repetition, 0 to 1, in the frame of the whole movement."""
        self._moment = moment
        self._restart()
        self.update()

    def set_description(self, text: str) -> None:
        """Say in words what the picture shows, for screen readers and as a tool tip of none."""
        self.setAccessibleName(text)

    @property
    def moment(self) -> float:
        """The moment that is shown, 0 to 1."""
        return self._art.best_moment(self._exercise) if self._moment is None else self._moment

    @property
    def moving(self) -> bool:
        """Whether the picture changes by itself now."""
        return self._timer.isActive()

    def play(self) -> None:
        """Move at the figure's own pace while seen; stays still with reduced motion."""
        self._playing = True
        self._restart()

    def stop(self) -> None:
        """Stand still at the present moment."""
        self._playing = False
        self._timer.stop()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which a figure cannot be read."""
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure."""
        shot = FigureShot(self._exercise, self._moment, self._mirror)
        painter = QPainter(self)
        if self.moving:
            tokens = self._theme.tokens
            self._art.paint(painter, QRectF(self.rect()), shot, tokens, quick=True)
            return
        dpr = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._art.pixmap(shot, self.size(), self._theme.tokens, dpr))

    def showEvent(self, event: QShowEvent) -> None:
        """Move again when seen again."""
        super().showEvent(event)
        self._restart()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the work while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _restart(self) -> None:
        seconds = self._art.seconds(self._exercise)
        if not self._playing or self._theme.reduced_motion or seconds <= 0 or not self.isVisible():
            self._timer.stop()
            return
        self._moment = self.moment
        self._started_at = self._moment * seconds
        self._elapsed.start()
        self._timer.start()

    def _step(self) -> None:
        seconds = self._art.seconds(self._exercise)
        passed = self._started_at + self._elapsed.elapsed() / 1000
        self._moment = (passed % seconds) / seconds
        self.update()

    def _follow_theme(self) -> None:
        self._restart()
        self.update()
