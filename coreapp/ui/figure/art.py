"""Pictures of exercises for widgets and files: painted, or as pixmaps kept for reuse."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from coreapp.domain.exercise import Exercise
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.sequence import Figure
from coreapp.domain.settings import FigureBuild
from coreapp.ui.drawing.colours import USUAL_SKIN, FigureColours, figure_colours
from coreapp.ui.drawing.frame import frame_of
from coreapp.ui.drawing.picture import Look, Scene, paint_scene
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.figure.staging import Staged, Staging
from coreapp.ui.theme.tokens import Tokens

BUILDS: Final = {FigureBuild.SLIM: 0.92, FigureBuild.MEDIUM: 1.0, FigureBuild.STRONG: 1.09}
"""How thick limbs and trunk are: so little that what touches still touches to the eye."""

_SMALL: Final = 160
_SAME: Final = 1e-6


@dataclass(frozen=True, slots=True)
class FigureShot:
    """Which moment of which exercise a picture shows.

    Attributes:
        moment: 0 to 1 of one repetition; None for the moment that tells most.
        mirror: the left side; otherwise the right one, or both.
        level: of the exercise, where it looks different.
        camera: from where it is seen; None for where it is best seen.
        tints: muscles that are coloured, with how strongly, 0 to 1.
        arrows: whether the way to the pose is drawn.
        picture: which of its own pictures is shown where an exercise has no figure, from 0.
    """

    exercise: str
    moment: float | None = None
    mirror: bool = False
    level: str = ""
    camera: Camera | None = None
    tints: tuple[tuple[str, float], ...] = ()
    arrows: bool = False
    picture: int = 0


class FigureArt:
    """Draws every exercise that has a figure, and shows one's own pictures where there is none."""

    def __init__(
        self, find: Callable[[str], Figure | None], pictures: OwnPictures | None = None
    ) -> None:
        """Draw the figures that `find` returns for the ids of exercises; else their `pictures`."""
        self._find = find
        self._pictures = pictures or OwnPictures(lambda _exercise: None)
        self._times_renewed = 0
        self._kept: dict[tuple[str, str, bool], Staged] = {}
        self._skin = USUAL_SKIN
        self._build = FigureBuild.MEDIUM
        self._colours: dict[tuple[str, int], FigureColours] = {}

    @property
    def skin(self) -> int:
        """The skin of all figures, an index of `SKINS`."""
        return self._skin

    def set_skin(self, index: int) -> bool:
        """Draw all figures with another skin from now on; tell whether it is another one."""
        before, self._skin = self._skin, index
        return index != before

    @property
    def build(self) -> float:
        """How thick limbs and trunk of all figures are, 1 as measured."""
        return BUILDS[self._build]

    @property
    def person(self) -> tuple[int, FigureBuild, int]:
        """What tells pictures that are kept from those of now: skin, build, one's own pictures."""
        return self._skin, self._build, self._times_renewed

    def renew(self) -> None:
        """Draw everything anew: exercises of one's own have other figures or pictures now."""
        self._times_renewed += 1
        self._pictures.forget()

    def set_build(self, build: FigureBuild) -> bool:
        """Draw all figures with another build from now on; tell whether it is another one."""
        before, self._build = self._build, build
        return build is not before

    def has(self, exercise: str) -> bool:
        """Tell whether there is a figure for an exercise."""
        return self._find(exercise) is not None

    def shows(self, exercise: str) -> bool:
        """Tell whether there is anything to show for an exercise, a figure or a picture."""
        return self.has(exercise) or self._pictures.has(exercise)

    def pictures(self, exercise: str) -> int:
        """Return how many pictures of one's own an exercise has."""
        return self._pictures.count(exercise)

    def paint_picture(
        self, painter: QPainter, rect: QRectF, shot: FigureShot, tokens: Tokens
    ) -> None:
        """Paint one of the pictures of an exercise of one's own, or the placeholder."""
        self._pictures.paint(painter, rect, shot.exercise, shot.picture, tokens)

    def has_level(self, exercise: str, level: str) -> bool:
        """Tell whether a level of an exercise looks different from the usual one."""
        figure = self._find(exercise)
        return figure is not None and level in figure.levels

    def seconds(self, exercise: str, level: str = "") -> float:
        """Return how long one repetition takes at its own pace; 0 without a figure."""
        figure = self._find(exercise)
        return 0.0 if figure is None else figure.sequence(level).seconds

    def moments(self, exercise: str, level: str = "") -> tuple[float, ...]:
        """Return when each key pose is reached, 0 to 1; nothing without a figure."""
        figure = self._find(exercise)
        return () if figure is None else figure.sequence(level).moments()

    def position_moments(self, exercise: Exercise) -> tuple[float, ...]:
        """Return when each position of a flow is reached, 0 to 1; nothing without a figure.

        On the way into a position the figure may have poses of its own; the last one that is
        reached in the position's time is the position.
        """
        moments, total = self.moments(exercise.id), exercise.seconds_per_rep or 0.0
        found, end = [], 0.0
        for position in exercise.positions:
            end += position.seconds / total
            reached = [moment for moment in moments if moment <= end + _SAME]
            if reached:
                found.append(reached[-1])
        return tuple(found) if len(found) == len(exercise.positions) else ()

    def step_at(self, exercise: str, level: str, moment: float) -> int:
        """Return the number of the written step that a moment shows, from 1; 0 for none.

        The way into a pose belongs to the step of that pose.
        """
        figure = self._find(exercise)
        return 0 if figure is None else figure.sequence(level).step_at(moment)

    def best_moment(self, exercise: str, level: str = "") -> float:
        """Return the moment of the pose that tells most."""
        figure = self._find(exercise)
        if figure is None:
            return 0.0
        sequence = figure.sequence(level)
        return sequence.moments()[sequence.best]

    def hold(self, exercise: str, level: str = "") -> tuple[float, float]:
        """Return from when to when the pose that tells most is held, 0 to 1."""
        figure = self._find(exercise)
        return (0.0, 0.0) if figure is None else figure.sequence(level).hold()

    def holds_one(self, exercise: str, level: str = "") -> bool:
        """Tell whether a single pose is held, and not one after another."""
        figure = self._find(exercise)
        return figure is None or figure.sequence(level).holds_one()

    def camera(self, shot: FigureShot) -> Camera:
        """Return from where a shot is seen."""
        figure = self._find(shot.exercise)
        if shot.camera is not None or figure is None:
            return shot.camera or Camera(0.0, 0.0)
        return figure.camera(shot.level, mirror=_is_mirrored(figure, shot))

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        shot: FigureShot,
        tokens: Tokens,
        *,
        quick: bool = False,
        vector: bool = False,
    ) -> None:
        """Paint a moment into `rect`; of one's own without a figure its picture, else nothing."""
        small = min(rect.width(), rect.height()) < _SMALL
        staging = self.staging(shot, small=small)
        if staging is None:
            self.paint_picture(painter, rect, shot, tokens)
            return
        if rect.isEmpty():
            return
        look = Look(
            self._colours_of(tokens),
            quick=quick,
            tints=dict(shot.tints),
            arrows=staging.arrows,
            vector=vector,
            build=self.build,
        )
        order = staging.order if quick else None
        painter.save()
        # Where only a part of the body fills the picture, the rest stays outside.
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        paint_scene(painter, rect, staging.scene, staging.camera, staging.frame, look, order)
        painter.restore()

    def staging(self, shot: FigureShot, *, small: bool = False) -> Staging | None:
        """Return everything a picture of a shot needs; None without a figure.

        A still picture, and a `small` one, is filled by its one pose; the others of a movement
        share the frame of all of it.
        """
        figure = self._find(shot.exercise)
        if figure is None:
            return None
        staged = self._staged(figure, shot)
        camera = self.camera(shot)
        best = self.best_moment(shot.exercise, shot.level)
        scene = Scene(*staged.movement.scene_at(best if shot.moment is None else shot.moment))
        if shot.camera is None and (shot.moment is None or small):
            frame = frame_of([scene], camera, staged.focus)
        else:
            frame = staged.frame(camera, figure.camera(shot.level, mirror=staged.mirror))
        arrows = staged.arrows() if shot.arrows else ()
        return Staging(scene, camera, frame, arrows, staged.order)

    def paint_poses(
        self, painter: QPainter, rect: QRectF, shot: FigureShot, tokens: Tokens
    ) -> None:
        """Paint the key poses side by side: a movement for those who do not want any."""
        poses = self.distinct_moments(shot)
        if not poses:
            self.paint_picture(painter, rect, shot, tokens)
            return
        width = rect.width() / len(poses)
        for index, moment in enumerate(poses):
            cell = QRectF(rect.left() + index * width, rect.top(), width, rect.height())
            best = abs(moment - self.best_moment(shot.exercise, shot.level)) < _SAME
            posed = replace(shot, moment=moment, arrows=best)
            self.paint(painter, cell.adjusted(4, 0, -4, 0), posed, tokens)

    def distinct_moments(self, shot: FigureShot) -> tuple[float, ...]:
        """Return when each different key pose is reached for the first time."""
        figure = self._find(shot.exercise)
        return () if figure is None else tuple(figure.sequence(shot.level).first_moments().values())

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
        QPixmapCache.insert(self._cache_key(shot, size, tokens, dpr), pixmap)
        return pixmap

    def kept_pixmap(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0
    ) -> QPixmap | None:
        """Return a picture that has been made before; None if it would have to be drawn."""
        pixmap = QPixmap()
        key = self._cache_key(shot, size, tokens, dpr)
        return pixmap if QPixmapCache.find(key, pixmap) else None

    def _cache_key(self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float) -> str:
        return f"figure {shot} {size.width()}x{size.height()} {tokens.name} {self.person} {dpr}"

    def _colours_of(self, tokens: Tokens) -> FigureColours:
        """Return the materials of a theme; made once, with all their brushes."""
        key = (tokens.name, self._skin)
        if key not in self._colours:
            self._colours[key] = figure_colours(tokens, self._skin)
        return self._colours[key]

    def _staged(self, figure: Figure, shot: FigureShot) -> Staged:
        mirror = _is_mirrored(figure, shot)
        level = shot.level if shot.level in figure.levels else ""
        key = (figure.exercise, level, mirror)
        if key not in self._kept:
            self._kept[key] = Staged(figure, level, mirror=mirror)
        return self._kept[key]


def _is_mirrored(figure: Figure, shot: FigureShot) -> bool:
    """Tell whether a shot shows the side that is not in the file."""
    return (figure.side == "left") is not shot.mirror
