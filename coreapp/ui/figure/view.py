"""A widget that shows one exercise, still or moving, and can be turned."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coreapp.domain.figure.camera import Camera
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.frames import (
    BREATHS_PER_SECOND,
    LONGEST_S,
    frame_at,
    milliseconds_to_next,
)
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.figure.moving_pictures import MovingPictures
from coreapp.ui.figure.spoken_picture import SpokenPicture
from coreapp.ui.theme.theme import Theme

_DEGREES_A_PIXEL: Final = 0.5
_KEY_DEGREES: Final = 10.0
_NEAR: Final = 1e-6
_LOWEST: Final = -10.0
_HIGHEST: Final = 70.0
_TURNS: Final = {
    Qt.Key.Key_Left: (-_KEY_DEGREES, 0.0),
    Qt.Key.Key_Right: (_KEY_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, _KEY_DEGREES),
    Qt.Key.Key_Down: (0.0, -_KEY_DEGREES),
}


class FigureView(SpokenPicture):
    """Shows a figure; moves by itself with `play`, or by `show_moment` from outside."""

    turned = Signal()
    """The person looks at it from another side now."""

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        parent: QWidget | None = None,
        *,
        turnable: bool = False,
        late: bool = False,
    ) -> None:
        """Make the view.

        Args:
            theme: the look.
            art: draws the figures.
            parent: the widget it lies in.
            turnable: it takes the mouse and the arrow keys.
            late: the first figure comes when all else around it has been painted, drawn a few
                milliseconds at a time: what draws it is not even imported before, so the first
                window does not wait for it.
        """
        super().__init__(parent)
        self._theme = theme
        self._art = art
        self._turnable = turnable
        self._late = LateFigures(theme, art, self) if late else None
        self._pictures = MovingPictures(self, theme, art)
        self._shot = FigureShot("")
        self._playing = False
        self._speed = 1.0
        self._started_at = 0.0
        self._dragged_from: QPointF | None = None
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)

        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_turnable(turnable=turnable)

        self._timer.timeout.connect(self._step)
        theme.changed.connect(self._follow_theme)
        if self._late is not None:
            self._late.drawn.connect(self.update)

    def set_turnable(self, *, turnable: bool) -> None:
        """Take the mouse and the arrow keys, or leave them to others: a picture has one side."""
        self._turnable = turnable
        policy = Qt.FocusPolicy.StrongFocus if turnable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not turnable)
        if turnable:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_exercise(self, exercise: str, *, mirror: bool = False, level: str = "") -> None:
        """Show another exercise in the pose that tells most, from where it is best seen."""
        tints = self._shot.tints if exercise == self._shot.exercise else ()
        self._shot = FigureShot(exercise, None, mirror, level, tints=tints)
        self._restart()
        self.update()

    def show_moment(self, moment: float) -> None:
        """Show a moment of the repetition, 0 to 1, in the frame of the whole movement."""
        self._shot = replace(self._shot, moment=moment)
        self._restart()
        self.update()

    def show_side(self, *, mirror: bool) -> None:
        """Show the left side, or the right one, from where it is best seen."""
        self._shot = replace(self._shot, mirror=mirror, camera=None)
        self.turned.emit()
        self.update()

    def show_level(self, level: str) -> None:
        """Show how a level of the exercise looks."""
        self._shot = replace(self._shot, level=level, moment=None)
        self._restart()
        self.update()

    def show_muscles(self, tints: tuple[tuple[str, float], ...]) -> None:
        """Colour muscles, each with how strongly, 0 to 1; nothing takes the colour away."""
        self._shot = replace(self._shot, tints=tints)
        self.update()

    def set_speed(self, speed: float) -> None:
        """Let a second of the movement take 1 / `speed` seconds."""
        self._speed = speed
        self._restart()

    @property
    def shot(self) -> FigureShot:
        """What is shown now."""
        return self._shot

    @property
    def moment(self) -> float:
        """The moment that is shown, 0 to 1."""
        if self._shot.moment is not None:
            return self._shot.moment
        return self._art.best_moment(self._shot.exercise, self._shot.level)

    @property
    def moving(self) -> bool:
        """Whether the picture changes by itself now."""
        return self._timer.isActive()

    def play(self) -> None:
        """Move at the figure's own pace while seen; stays still with reduced motion."""
        self._playing = True
        self._restart()
        self.update()

    def stop(self) -> None:
        """Stand still at the present moment."""
        self._playing = False
        self._timer.stop()
        self.update()

    def turn(self, azimuth: float, elevation: float) -> None:
        """Walk around the figure, and look down on it or up to it, by so many degrees."""
        camera = self._art.camera(self._shot)
        higher = min(_HIGHEST, max(_LOWEST, camera.elevation + elevation))
        around = (camera.azimuth + azimuth + 180.0) % 360.0 - 180.0
        self._shot = replace(self._shot, camera=Camera(around, higher))
        self.turned.emit()
        self.update()

    def turn_back(self) -> None:
        """Look at the figure from where it is best seen."""
        self._shot = replace(self._shot, camera=None)
        self.turned.emit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(320, 240)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which a figure cannot be read."""
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure; its key poses side by side where it must not move."""
        if self._late is not None:
            if self._late.find(self._shot, self.size(), self.devicePixelRatioF()) is not None:
                QTimer.singleShot(0, self, self._come)
            return
        painter = QPainter(self)
        room, tokens, shot = QRectF(self.rect()), self._theme.tokens, self._shot
        if self._playing and self._theme.reduced_motion and shot.moment is None:
            self._art.paint_poses(painter, room, shot, tokens)
            return
        if self._dragged_from is not None:
            self._art.paint(painter, room, shot, tokens, quick=True)
            return
        if self.moving:
            self._pictures.picture(shot, recurs=self._lasts() <= LONGEST_S).paint(painter)
            return
        if self._turnable:
            # Somebody looks closely: arrows say how the pose is reached.
            shot = replace(shot, arrows=self._shows_best())
        if shot.camera is not None:
            # From any side: too many pictures to keep.
            self._art.paint(painter, room, shot, tokens)
        else:
            dpr = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, self._art.pixmap(shot, self.size(), tokens, dpr))

    def showEvent(self, event: QShowEvent) -> None:
        """Move again when seen again."""
        super().showEvent(event)
        self._restart()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the work while nobody looks, and keep nothing for it."""
        self._timer.stop()
        self._pictures.forget()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the figure."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the figure with the mouse."""
        if self._dragged_from is None:
            return
        way = event.position() - self._dragged_from
        self._dragged_from = event.position()
        self.turn(-way.x() * _DEGREES_A_PIXEL, way.y() * _DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the figure."""
        self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Look from where it is best seen."""
        self.turn_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the figure with the arrow keys; Home looks from where it is best seen."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turn(*_TURNS[key])
        elif key == Qt.Key.Key_Home:
            self.turn_back()
        else:
            super().keyPressEvent(event)

    def _shows_best(self) -> bool:
        start, end = self._art.hold(self._shot.exercise, self._shot.level)
        return start - _NEAR <= self.moment <= end + _NEAR

    def _come(self) -> None:
        if self._late is not None:  # it may have been painted, and put off, more than once
            self._late.deleteLater()
            self._late = None
            self._restart()
            self.update()

    def _restart(self) -> None:
        seconds = self._lasts() if self._moves() else 0.0
        if seconds <= 0:
            self._timer.stop()
            return
        self._started_at = self.moment * seconds
        self._elapsed.start()
        self._step()

    def _lasts(self) -> float:
        """Return how long a repetition takes as it is shown, in seconds; 0 without a figure."""
        return self._art.seconds(self._shot.exercise, self._shot.level) / self._speed

    def _moves(self) -> bool:
        may_move = self._playing and not self._theme.reduced_motion
        return may_move and self.isVisible() and self._late is None

    def _step(self) -> None:
        shot, seconds = self._shot, self._lasts()
        passed = self._started_at + self._elapsed.nsecsElapsed() / 1e9
        frame = frame_at(passed % seconds / seconds, seconds)
        moment = self._art.settled(shot.exercise, shot.level, frame.moment, BREATHS_PER_SECOND)
        self._timer.start(milliseconds_to_next(frame.lasts))
        if moment != shot.moment:
            self._shot = replace(shot, moment=moment)
            self.update()

    def _follow_theme(self) -> None:
        self._restart()
        self.update()
