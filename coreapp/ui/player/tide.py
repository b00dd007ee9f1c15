"""The ground of the player: the phase's colour stands as high as time is left, and sinks."""

from typing import Final

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coreapp.ui.theme.metrics import MS_PHASE
from coreapp.ui.theme.phases import PHASES, PhaseLook
from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.theme import Theme

_SURFACE: Final = 4
_REACH: Final = 16
"""How thick and how long the marks are, in pixels, that say where the colour ends where there is
high contrast. They stand at both edges of the window: a line would strike words and figure out."""


class TideGround(QWidget):
    """Paints the whole window; whatever is shown lies on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = PhaseLook.GET_READY
        self._before: tuple[QColor, QColor] | None = None
        self._level = 1.0
        self._far = False
        self._faded = 1.0
        self._fade = QPropertyAnimation(self, b"faded", self)
        self._fade.setDuration(MS_PHASE)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutCubic)
        theme.changed.connect(self.update)

    @property
    def level(self) -> float:
        """How high the colour stands, 0 to 1."""
        return self._level

    @property
    def look(self) -> PhaseLook:
        """The phase whose colours are shown."""
        return self._look

    def show_look(self, look: PhaseLook, *, far: bool = False) -> None:
        """Show the colours of a phase, the saturated ones if `far`."""
        if (look, far) == (self._look, self._far):
            return
        self._before = self._colours()
        self._look, self._far = look, far
        self._fade.stop()
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        if self._theme.reduced_motion or not self.isVisible():
            self._set_faded(1.0)
        else:
            self._fade.start()

    def show_level(self, level: float) -> None:
        """Let the colour stand at a level; only the band that differs is painted."""
        before, self._level = self._surface(), min(1.0, max(0.0, level))
        after = self._surface()
        top, bottom = min(before, after), max(before, after)
        if top != bottom:
            self.update(QRect(0, top, self.width(), bottom - top + _SURFACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and tide."""
        ground, tide = self._colours()
        if self._before is not None and self._faded < 1:
            ground = mixed(self._before[0], ground, self._faded)
            tide = mixed(self._before[1], tide, self._faded)
        painter = QPainter(self)
        surface, tokens = self._surface(), self._theme.tokens
        painter.fillRect(QRect(0, 0, self.width(), surface), ground)
        painter.fillRect(QRect(0, surface, self.width(), self.height() - surface), tide)
        if tokens.strong and not self._far and surface > 0:
            solid = tokens.colour(PHASES[self._look].solid)
            for left in (0, self.width() - _REACH):
                painter.fillRect(QRect(left, surface, _REACH, _SURFACE), solid)

    def _surface(self) -> int:
        return round(self.height() * (1 - self._level))

    def _colours(self) -> tuple[QColor, QColor]:
        names = PHASES[self._look]
        if self._far:
            far = self._theme.tokens.distance
            return QColor(getattr(far, names.far_ground)), QColor(getattr(far, names.far_tide))
        tokens = self._theme.tokens
        return tokens.colour(names.ground), tokens.colour(names.tide)

    def _get_faded(self) -> float:
        return self._faded

    def _set_faded(self, share: float) -> None:
        self._faded = share
        self.update()

    faded = Property(float, _get_faded, _set_faded)
