"""What a picture of a movement is made of, and what stays the same while one looks at it."""

from collections.abc import Generator
from typing import Final, NamedTuple, Self

from PySide6.QtCore import QPointF, QRectF

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import mirrored_name
from coreapp.domain.figure.movement import Movement, placing
from coreapp.domain.figure.sequence import Figure
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.frame import frame_of
from coreapp.ui.drawing.order import DrawOrder
from coreapp.ui.drawing.picture import Scene

_SAMPLES: Final = 16
_ARROW_FROM: Final = 0.15
_ARROW_TO: Final = 0.80
_ARROW_POINTS: Final = 7


class Staging(NamedTuple):
    """What a picture is made of.

    Attributes:
        frame: what is seen of the picture's plane, in metres.
        arrows: the points of each arrow, in metres.
        order: remembers what was in front of what in the picture before.
    """

    scene: Scene
    camera: Camera
    frame: QRectF
    arrows: tuple[tuple[Vec, ...], ...]
    order: DrawOrder


class Staged:
    """A movement on one side, with what stays the same while it is looked at."""

    def __init__(self, movement: Movement, *, mirror: bool) -> None:
        self.mirror = mirror
        self.order = DrawOrder()
        self.movement = movement
        focus = movement.sequence.focus
        self.focus = tuple(mirrored_name(name) if mirror else name for name in focus)
        self._scenes: tuple[Scene, ...] = ()
        self._frames: dict[Camera, QRectF] = {}

    @classmethod
    def in_steps(cls, figure: Figure, level: str, *, mirror: bool) -> Generator[None, None, Self]:
        """Place a movement, a few milliseconds at a time, and return it."""
        sequence = figure.sequence(level)
        placed = yield from placing(sequence)
        return cls(Movement(sequence, mirror=mirror, placed=placed), mirror=mirror)

    def frame(self, camera: Camera, usual: Camera) -> QRectF:
        """Return the frame that holds the whole movement.

        Turned to another side it is never smaller than usual, so that the figure keeps its size
        while it is turned.
        """
        if usual not in self._frames:
            self._frames = {usual: frame_of(self._all_scenes(), usual, self.focus)}
        if camera == usual:
            return self._frames[usual]
        least, own = self._frames[usual], frame_of(self._all_scenes(), camera, self.focus)
        size = least.size().expandedTo(own.size())
        frame = QRectF(QPointF(0.0, 0.0), size)
        frame.moveCenter(own.center())
        return frame

    def arrows(self) -> tuple[tuple[Vec, ...], ...]:
        """Return the ways of the telling joints into the pose that tells most."""
        sequence, movement = self.movement.sequence, self.movement
        moments = sequence.moments()
        end = moments[sequence.best]
        before = max(0, sequence.best - 1)
        start = moments[before] + sequence.keys[before].hold / sequence.seconds
        names = [mirrored_name(name) if self.mirror else name for name in sequence.arrows]
        step = (_ARROW_TO - _ARROW_FROM) / (_ARROW_POINTS - 1)
        shares = [_ARROW_FROM + index * step for index in range(_ARROW_POINTS)]
        joints = [movement.body_at(start + share * (end - start)).joints() for share in shares]
        return tuple(tuple(places[name] for places in joints) for name in names)

    def _all_scenes(self) -> tuple[Scene, ...]:
        if not self._scenes:
            moments = (index / _SAMPLES for index in range(_SAMPLES + 1))
            self._scenes = tuple(Scene(*each) for each in self.movement.scenes(moments))
        return self._scenes
