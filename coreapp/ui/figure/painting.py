"""Paints figures; what one is made of is kept from one picture to the next."""

from collections.abc import Generator, Iterator
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from coreapp.domain.figure.sequence import Figure
from coreapp.domain.stepping import carry_out
from coreapp.ui.drawing.colours import FigureColours, figure_colours
from coreapp.ui.drawing.frame import frame_of
from coreapp.ui.drawing.ground import forget_mats
from coreapp.ui.drawing.picture import Look, Scene, restored, scene_steps
from coreapp.ui.drawing.things import forget_things
from coreapp.ui.figure.shot import FigureShot, is_mirrored
from coreapp.ui.figure.staging import Staged, Staging
from coreapp.ui.theme.tokens import Tokens

MOST_KEPT: Final = 32
"""Of so many movements it is kept what they are made of: a session has fewer; each takes 150 KB."""


class FigurePainting:
    """The part of `FigureArt` that knows how a body is drawn; much of the program is behind it."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, bool], Staged] = {}
        self._colours: dict[tuple[str, int], FigureColours] = {}

    def forget(self) -> None:
        """Let go of all that is kept."""
        self._kept.clear()
        self._colours.clear()
        forget_mats()
        forget_things()

    def stage(self, figure: Figure, shot: FigureShot, *, small: bool) -> Staging:
        """Return everything a picture of a shot needs, as `FigureArt.staging` says."""
        staged = carry_out(self.stage_steps(figure, shot))
        usual = figure.camera(shot.level, mirror=staged.mirror)
        camera = shot.camera or usual
        scene = Scene(*staged.movement.scene_at(_moment(figure, shot)))
        if shot.camera is None and (shot.moment is None or small):
            frame = frame_of([scene], camera, staged.focus)
        else:
            frame = staged.frame(camera, usual)
        arrows = staged.arrows() if shot.arrows else ()
        return Staging(scene, camera, frame, arrows, staged.order)

    def stage_steps(self, figure: Figure, shot: FigureShot) -> Generator[None, None, Staged]:
        """Find or make what stays the same of a movement, a few milliseconds at a time."""
        mirror = is_mirrored(figure, shot)
        level = shot.level if shot.level in figure.levels else ""
        key = (figure.exercise, level, mirror)
        staged = self._kept.get(key)
        if staged is None:
            staged = yield from Staged.in_steps(figure, level, mirror=mirror)
        self._kept.pop(key, None)
        self._kept[key] = staged  # the last one now: the first are those not seen for longest
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return staged

    def paint_steps(  # noqa: PLR0913  as QPainter, it is told all that a picture depends on
        self,
        painter: QPainter,
        rect: QRectF,
        shot: FigureShot,
        staging: Staging,
        look: tuple[Tokens, int, float],
        *,
        quick: bool,
        vector: bool,
    ) -> Iterator[None]:
        """Paint what was staged into `rect`, step by step.

        `look` is the theme, the skin and the build.
        """
        tokens, skin, build = look
        full = Look(
            self._colours_of(tokens, skin),
            quick=quick,
            tints=dict(shot.tints),
            arrows=staging.arrows,
            vector=vector,
            build=build,
        )
        order = staging.order if quick else None
        with restored(painter):
            # Where only a part of the body fills the picture, the rest stays outside.
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            yield from scene_steps(
                painter, rect, staging.scene, staging.camera, staging.frame, full, order
            )

    def _colours_of(self, tokens: Tokens, skin: int) -> FigureColours:
        """Return the materials of a theme; made once, with all their brushes."""
        key = (tokens.name, skin)
        if key not in self._colours:
            self._colours[key] = figure_colours(tokens, skin)
        return self._colours[key]


def _moment(figure: Figure, shot: FigureShot) -> float:
    """Return the moment of a shot; that of the pose that tells most if it names none."""
    if shot.moment is not None:
        return shot.moment
    sequence = figure.sequence(shot.level)
    return sequence.moments()[sequence.best]
