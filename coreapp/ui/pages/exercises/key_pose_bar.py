"""The bar beneath a moving figure: where it is, and its key poses to jump to."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from coreapp.i18n import _
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme

_STEPS: Final = 1000
_GROOVE: Final = 4.0
_DOT: Final = 4.5
_HANDLE: Final = 8.0
_NEAR: Final = 0.004
"""How near to a key pose counts as being in it, as a share of the movement."""


class KeyPoseBar(QSlider):
    """One repetition from left to right; a dot for each key pose."""

    moment_requested = Signal(float)
    """The person wants to see this moment, 0 to 1."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._moments: tuple[float, ...] = ()
        self.setRange(0, _STEPS)
        self.setAccessibleName(_("Moment of the movement"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_poses(self, moments: tuple[float, ...]) -> None:
        """Show where the key poses are."""
        self._moments = moments
        self.update()

    def show_moment(self, moment: float) -> None:
        """Show where the figure is, 0 to 1."""
        self.setValue(round(moment * _STEPS))

    @property
    def moment(self) -> float:
        """Where it is, 0 to 1."""
        return self.value() / _STEPS

    def sizeHint(self) -> QSize:
        """Return a bar that can be hit."""
        return QSize(240, metrics.HIT_MIN)

    def minimumSizeHint(self) -> QSize:
        """Return the shortest bar."""
        return QSize(80, metrics.HIT_MIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove up to the moment in ember, the dots and the handle."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        here, middle = self._x_of(self.moment), self.height() / 2
        for left, right, colour in (
            (here, self._x_of(1), tokens.border),
            (self._x_of(0), here, tokens.accent),
        ):
            painter.setBrush(colour)
            box = QRectF(left, middle - _GROOVE / 2, right - left, _GROOVE)
            painter.drawRoundedRect(box, _GROOVE / 2, _GROOVE / 2)
        for moment in self._moments:
            painter.setBrush(tokens.accent if moment <= self.moment else tokens.border)
            painter.drawEllipse(QPointF(self._x_of(moment), middle), _DOT, _DOT)
        painter.setBrush(tokens.stage)
        painter.drawEllipse(QPointF(here, middle), _HANDLE + 2, _HANDLE + 2)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(QPointF(here, middle), _HANDLE, _HANDLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from key pose to key pose with the arrow keys."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                later = (each for each in self._moments if each > self.moment + _NEAR)
                self._ask(next(later, 1.0))
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                before = [each for each in self._moments if each < self.moment - _NEAR]
                self._ask(before[-1] if before else 0.0)
            case Qt.Key.Key_Home:
                self._ask(0.0)
            case Qt.Key.Key_End:
                self._ask(1.0)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the mouse is."""
        self._ask(self._moment_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(self._moment_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the mouse left it."""

    def _ask(self, moment: float) -> None:
        self.show_moment(moment)
        self.moment_requested.emit(moment)

    def _x_of(self, moment: float) -> float:
        edge = _HANDLE + 2
        return edge + moment * (self.width() - 2 * edge)

    def _moment_at(self, x: float) -> float:
        edge = _HANDLE + 2
        return min(1.0, max(0.0, (x - edge) / max(1.0, self.width() - 2 * edge)))
