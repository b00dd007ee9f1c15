"""A picture of a body in its room: the one function through which everything is painted."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.among import Among
from coreapp.ui.drawing.anatomy import pieces_of
from coreapp.ui.drawing.arrows import paint_arrows
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.drawing.ground import cast_of, paint_ground
from coreapp.ui.drawing.levels import COARSE, FINE, PLAIN, Level
from coreapp.ui.drawing.limbs import rim_width
from coreapp.ui.drawing.order import DrawOrder
from coreapp.ui.drawing.painter import BodyPainter
from coreapp.ui.drawing.parts import Screen
from coreapp.ui.drawing.things import things_of

_FINE_FROM = 100.0
"""Pixels of a metre from which on all levels are worth their time."""

_AT_ONCE = 4
"""So many pieces of a body are one step."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be seen: a body, and the things around it."""

    body: Body
    props: tuple[Prop, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How it is to be painted.

    Attributes:
        quick: it moves: fewer levels of light.
        tints: how strongly a muscle of `coreapp.domain.vocabulary.MUSCLES` shows, 0 to 1.
        arrows: each the points of a movement, in metres.
        ground: with mat, glow and shadow.
        vector: for a file of shapes: few, united outlines.
        build: how thick limbs and trunk are; 1 as measured.
    """

    colours: FigureColours
    quick: bool = False
    tints: Mapping[str, float] = field(default_factory=dict)
    arrows: tuple[tuple[Vec, ...], ...] = ()
    ground: bool = True
    vector: bool = False
    build: float = 1.0


def paint_scene(  # noqa: PLR0913, PLR0917 - the one door; every argument is another's business
    painter: QPainter,
    rect: QRectF,
    scene: Scene,
    camera: Camera,
    frame: QRectF,
    look: Look,
    order: DrawOrder | None = None,
) -> None:
    """Paint a scene so that `frame` (metres on the picture's plane, y downwards) fills `rect`.

    `order` remembers the last picture's order of pieces; give the same one for all pictures of
    a movement.
    """
    for _step in scene_steps(painter, rect, scene, camera, frame, look, order):
        pass


def scene_steps(  # noqa: PLR0913, PLR0917 - as `paint_scene`
    painter: QPainter,
    rect: QRectF,
    scene: Scene,
    camera: Camera,
    frame: QRectF,
    look: Look,
    order: DrawOrder | None = None,
) -> Iterator[None]:
    """Do the same as `paint_scene`, a few milliseconds at a time: whoever asks may pause between.

    It is painted when there are no more steps.
    """
    with restored(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        projector = Projector(camera, frame, rect)
        screen = Screen(projector, look.build)
        if look.ground:
            paint_ground(painter, projector, scene, look, rect)
            painter.setPen(Qt.PenStyle.NoPen)
            yield
        pieces = pieces_of(scene.body, screen, look.colours, look.tints)
        yield
        among = _things(scene, projector, look)
        among.paint_backdrops(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        names = (order or DrawOrder()).arrange(pieces, projector.scale, among.links(pieces))
        yield
        body = BodyPainter(
            painter,
            _levels(look, projector.scale),
            look.colours.muscle,
            rim_width(projector.scale),
            united=look.vector,
            quick=look.quick,
        )
        by_name = {piece.name: piece for piece in pieces}
        begun = False
        for number, name in enumerate(names):
            if number and not number % _AT_ONCE:
                yield
            piece = by_name.get(name)
            if piece is None:
                among.pieces[name].paint(painter)
                painter.setPen(Qt.PenStyle.NoPen)
                continue
            if not begun:
                # What stands behind the body is behind its line, too.
                body.silhouette(pieces, look.colours.outline)
                begun = True
            body.piece(piece)
        if look.arrows:
            paint_arrows(painter, projector, look.arrows, look.colours.room)


@contextmanager
def restored(painter: QPainter) -> Iterator[None]:
    """Leave a painter as it was, even if what is painted is given up on the way."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _levels(look: Look, scale: float) -> tuple[Level, ...]:
    if look.vector:
        return PLAIN
    return COARSE if look.quick or scale < _FINE_FROM else FINE


def _things(scene: Scene, projector: Projector, look: Look) -> Among:
    props = [prop for prop in scene.props if prop.kind is not PropKind.MAT]
    if not props:
        return Among((), projector)
    cast = cast_of(scene, look) if look.ground else None
    return Among(things_of(props, projector, look.colours.room, cast), projector)
