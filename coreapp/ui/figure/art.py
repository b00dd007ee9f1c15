"""Pictures of exercises for widgets: painted, or as pixmaps kept for reuse."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from coreapp.domain.figure.motion import Figure, Figures, Movement
from coreapp.ui.figure.camera import Scene, make_scene
from coreapp.ui.figure.colours import figure_colours
from coreapp.ui.figure.painter import paint_figure
from coreapp.ui.theme.tokens import Tokens

_SMALL: Final = 160


@dataclass(frozen=True, slots=True)
class FigureShot:
    """Which moment of which exercise a picture shows.

    Attributes:
        moment: 0 to 1 of one repetition; None for the moment that tells most.
        mirror: the left side; figures are drawn for the right.
    """

    exercise: str
    moment: float | None = None
    mirror: bool = False


class FigureArt:
    """Draws every exercise that has a figure."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._scenes: dict[tuple[str, bool], Scene] = {}
        self._movements: dict[tuple[str, bool], Movement] = {}

    def has(self, exercise: str) -> bool:
        """Tell whether there is a figure for an exercise."""
        return self._figures.find(exercise) is not None

    def seconds(self, exercise: str) -> float:
        """Return how long one repetition takes at its own pace; 0 without a figure."""
        figure = self._figures.find(exercise)
        return 0.0 if figure is None else figure.seconds

    def moments(self, exercise: str) -> tuple[float, ...]:
        """Return when each key pose is reached, 0 to 1; nothing without a figure."""
        figure = self._figures.find(exercise)
        return () if figure is None else figure.moments()

    def best_moment(self, exercise: str) -> float:
        """Return the moment of the pose that is held longest after the first."""
        figure = self._figures.find(exercise)
        if figure is None or len(figure.keys) == 1:
            return 0.0
        index = max(range(1, len(figure.keys)), key=[key.hold for key in figure.keys].__getitem__)
        return figure.moments()[index]

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        shot: FigureShot,
        tokens: Tokens,
        *,
        quick: bool = False,
    ) -> None:
        """Paint a moment into `rect`; nothing is painted for an exercise without a figure."""
        figure = self._figures.find(shot.exercise)
        if figure is None or rect.isEmpty():
            return
        moment = self.best_moment(shot.exercise) if shot.moment is None else shot.moment
        body = self._movement(figure, mirror=shot.mirror).body_at(moment)
        if shot.moment is None or min(rect.width(), rect.height()) < _SMALL:
            scene = make_scene(figure, mirror=shot.mirror, one=body)
        else:
            scene = self._scene(figure, mirror=shot.mirror)
        paint_figure(painter, rect, body, scene, figure_colours(tokens), quick=quick)

    def pixmap(self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0) -> QPixmap:
        """Return a picture on a clear ground, `size` in logical pixels; made once."""
        kept = self.kept_pixmap(shot, size, tokens, dpr)
        if kept is not None:
            return kept
        pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            self.paint(painter, QRectF(0, 0, size.width(), size.height()), shot, tokens)
        finally:
            # A pixmap that dies while it is painted on takes the process with it.
            painter.end()
        QPixmapCache.insert(_cache_key(shot, size, tokens, dpr), pixmap)
        return pixmap

    def kept_pixmap(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0
    ) -> QPixmap | None:
        """Return a picture that has been made before; None if it would have to be drawn."""
        pixmap = QPixmap()
        return pixmap if QPixmapCache.find(_cache_key(shot, size, tokens, dpr), pixmap) else None

    def _scene(self, figure: Figure, *, mirror: bool) -> Scene:
        key = (figure.exercise, mirror)
        if key not in self._scenes:
            self._scenes[key] = make_scene(figure, mirror=mirror)
        return self._scenes[key]

    def _movement(self, figure: Figure, *, mirror: bool) -> Movement:
        key = (figure.exercise, mirror)
        if key not in self._movements:
            self._movements[key] = Movement(figure, mirror=mirror)
        return self._movements[key]


def _cache_key(shot: FigureShot, size: QSize, tokens: Tokens, dpr: float) -> str:
    return f"figure {shot} {size.width()}x{size.height()} {tokens.name} {dpr}"
