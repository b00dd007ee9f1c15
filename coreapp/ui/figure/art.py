"""Pictures of exercises for widgets and files: painted, or as pixmaps kept for reuse."""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from coreapp.domain.exercise import Exercise
from coreapp.domain.figure.camera import Camera
from coreapp.domain.settings import FigureBuild, Settings
from coreapp.domain.stepping import carry_out
from coreapp.ui.figure.given_up import GivenUp
from coreapp.ui.figure.own_pictures import OwnPictures
from coreapp.ui.figure.pose_cells import pose_cells
from coreapp.ui.figure.queue import FigureQueue
from coreapp.ui.figure.shot import FigureShot, is_mirrored
from coreapp.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from coreapp.domain.figure.sequence import Figure
    from coreapp.ui.figure.painting import FigurePainting
    from coreapp.ui.figure.staging import Staging

__all__ = ["BUILDS", "FigureArt", "FigureShot"]

BUILDS: Final = {FigureBuild.SLIM: 0.92, FigureBuild.MEDIUM: 1.0, FigureBuild.STRONG: 1.09}
"""How thick limbs and trunk are: so little that what touches still touches to the eye."""

_SMALL: Final = 160
_SAME: Final = 1e-6


class FigureArt:
    """Draws every exercise that has a figure, and shows one's own pictures where there is none.

    Attributes:
        queue: in which `LateFigures` wait for theirs.
    """

    def __init__(
        self, find: "Callable[[str], Figure | None]", pictures: OwnPictures | None = None
    ) -> None:
        """Draw the figures that `find` returns for the ids of exercises; else their `pictures`."""
        self._find = find
        self._pictures = pictures or OwnPictures(lambda _exercise: None)
        self.queue = FigureQueue()
        self._given_up = GivenUp()
        self._times_renewed = 0
        self._skin = Settings().figure_skin
        self._build = FigureBuild.MEDIUM

    @cached_property
    def _painting(self) -> "FigurePainting":
        """What paints; made, and imported, with the first figure that is painted."""
        from coreapp.ui.figure.painting import FigurePainting  # noqa: PLC0415  see above

        return FigurePainting()

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

    def forget(self) -> None:
        """Let go of what is kept to paint faster; it is made again where it is needed."""
        self._pictures.forget()
        painting: FigurePainting | None = vars(self).get("_painting")
        if painting is not None:
            painting.forget()

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

    def settled(self, exercise: str, level: str, moment: float, breaths: int) -> float:
        """Return a moment that looks like another one: the same for as long as a pose is held."""
        figure = self._find(exercise)
        return moment if figure is None else figure.sequence(level).settled(moment, breaths)

    def holds_one(self, exercise: str, level: str = "") -> bool:
        """Tell whether a single pose is held, and not one after another."""
        figure = self._find(exercise)
        return figure is None or figure.sequence(level).holds_one()

    def camera(self, shot: FigureShot) -> Camera:
        """Return from where a shot is seen."""
        figure = self._find(shot.exercise)
        if shot.camera is not None or figure is None:
            return shot.camera or Camera(0.0, 0.0)
        return figure.camera(shot.level, mirror=is_mirrored(figure, shot))

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
        """Paint a moment into `rect`; of one's own without a figure its picture, else nothing.

        A figure that cannot be drawn fails once, and is as good as none from then on.
        """
        carry_out(self.paint_steps(painter, rect, shot, tokens, quick=quick, vector=vector))

    def paint_steps(
        self,
        painter: QPainter,
        rect: QRectF,
        shot: FigureShot,
        tokens: Tokens,
        *,
        quick: bool = False,
        vector: bool = False,
    ) -> Generator[None, None, None]:
        """Do the same as `paint`, a few milliseconds at a time."""
        small = min(rect.width(), rect.height()) < _SMALL
        staging = self.staging(shot, small=small)
        if staging is None:
            self.paint_picture(painter, rect, shot, tokens)
        elif not rect.isEmpty():
            look = (tokens, self._skin, self.build)
            with self._given_up.trying(self._drawn(shot)):
                yield from self._painting.paint_steps(
                    painter, rect, shot, staging, look, quick=quick, vector=vector
                )

    def staging(self, shot: FigureShot, *, small: bool = False) -> "Staging | None":
        """Return everything a picture of a shot needs; None without a figure.

        A still picture, and a `small` one, is filled by its one pose; the others of a movement
        share the frame of all of it.
        """
        figure, drawn = self._find(shot.exercise), self._drawn(shot)
        if figure is None or drawn in self._given_up:
            return None
        with self._given_up.trying(drawn):
            return self._painting.stage(figure, shot, small=small)

    def stage_steps(self, shot: FigureShot) -> Generator[None, None, None]:
        """Place what a picture of a shot needs, a few milliseconds at a time, for `staging`."""
        figure, drawn = self._find(shot.exercise), self._drawn(shot)
        if figure is not None and drawn not in self._given_up:
            with self._given_up.trying(drawn):
                yield from self._painting.stage_steps(figure, shot)

    def paint_poses(
        self, painter: QPainter, rect: QRectF, shot: FigureShot, tokens: Tokens
    ) -> None:
        """Paint the key poses side by side: a movement for those who do not want any."""
        poses = self.distinct_moments(shot)
        if not poses:
            self.paint_picture(painter, rect, shot, tokens)
            return
        staging = self.staging(replace(shot, moment=poses[0]))
        shape = staging.frame.width() / staging.frame.height() if staging else 1.0
        for moment, cell in zip(poses, pose_cells(rect, len(poses), shape), strict=True):
            best = abs(moment - self.best_moment(shot.exercise, shot.level)) < _SAME
            posed = replace(shot, moment=moment, arrows=best)
            self._paint_kept(painter, cell.toAlignedRect(), posed, tokens)

    def _paint_kept(self, painter: QPainter, rect: QRect, shot: FigureShot, tokens: Tokens) -> None:
        """Paint a still picture that is kept for the next time; seen from any side there are many.

        Whatever changes above or beside it paints it again, and with reduced motion there is one
        for each pose.
        """
        if rect.isEmpty():
            return
        if shot.camera is not None:
            self.paint(painter, QRectF(rect), shot, tokens)
            return
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.pixmap(shot, rect.size(), tokens, dpr))

    def distinct_moments(self, shot: FigureShot) -> tuple[float, ...]:
        """Return when each different key pose is reached for the first time."""
        figure = self._find(shot.exercise)
        return () if figure is None else tuple(figure.sequence(shot.level).first_moments().values())

    def pixmap(self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0) -> QPixmap:
        """Return a picture on a clear ground, `size` in logical pixels; made once."""
        kept = self.kept_pixmap(shot, size, tokens, dpr)
        if kept is not None:
            return kept
        return carry_out(self.pixmap_steps(shot, size, tokens, dpr))

    def pixmap_steps(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0
    ) -> Generator[None, None, QPixmap]:
        """Make such a picture anew, a few milliseconds at a time, and return it."""
        key = self._cache_key(shot, size, tokens, dpr)
        pixmap = yield from self._fresh_steps(shot, size, tokens, dpr)
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def fresh_pixmap(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float, *, quick: bool
    ) -> QPixmap:
        """Return such a picture for now: the pictures of a movement would fill what is kept."""
        return carry_out(self._fresh_steps(shot, size, tokens, dpr, quick=quick))

    def _fresh_steps(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float, *, quick: bool = False
    ) -> Generator[None, None, QPixmap]:
        pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        rect = QRectF(0, 0, size.width(), size.height())
        try:
            yield from self.paint_steps(painter, rect, shot, tokens, quick=quick)
        finally:
            # A pixmap that dies while it is painted on takes the process with it.
            painter.end()
        return pixmap

    def kept_pixmap(
        self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float = 1.0
    ) -> QPixmap | None:
        """Return a picture that has been made before; None if it would have to be drawn."""
        pixmap = QPixmap()
        key = self._cache_key(shot, size, tokens, dpr)
        return pixmap if QPixmapCache.find(key, pixmap) else None

    def _drawn(self, shot: FigureShot) -> tuple[object, ...]:
        """Return what fails in one shot if it fails in another."""
        return shot.exercise, shot.level, self.person

    def _cache_key(self, shot: FigureShot, size: QSize, tokens: Tokens, dpr: float) -> str:
        return f"figure {shot} {size.width()}x{size.height()} {tokens.name} {self.person} {dpr}"
