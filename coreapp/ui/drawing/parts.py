"""What the pieces of a body are on the screen: coats of shapes, and the bones that order them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from coreapp.domain.figure.vectors import Frame, Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import Shades
from coreapp.ui.drawing.levels import Level
from coreapp.ui.drawing.shapes import Ellipse, Shape

Spot = tuple[float, float, float]
"""A point or a way on the screen in pixels: to the right, down, towards the viewer."""


class Screen:
    """Turns metres into pixels, with the depth; equal ones do the same."""

    __slots__ = ("_key", "_origin", "_right", "_toward", "_up", "build", "scale")

    def __init__(self, projector: Projector, build: float = 1.0) -> None:
        """Look through a projector at a body whose limbs and trunk are `build` times as thick."""
        self._key = (projector, build)
        self.build = build
        self.scale = projector.scale
        self._origin = projector.flat(Vec(0.0, 0.0, 0.0))
        self._right = projector.right.times(self.scale)
        self._up = projector.up.times(self.scale)
        self._toward = projector.toward.times(self.scale)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Screen) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def at(self, point: Vec) -> Spot:
        """Return where a point is."""
        x, y, z = self.way(point)
        return x + self._origin[0], y + self._origin[1], z

    def way(self, v: Vec) -> Spot:
        """Return the way that a direction of metres goes."""
        x, y, z = v
        right, up, toward = self._right, self._up, self._toward
        return (
            x * right[0] + y * right[1] + z * right[2],
            -(x * up[0] + y * up[1] + z * up[2]),
            x * toward[0] + y * toward[1] + z * toward[2],
        )


class Axes(NamedTuple):
    """A frame on the screen; each way is one metre long."""

    forward: Spot
    left: Spot
    up: Spot

    def egg(self, at: Sequence[float], radii: Spot) -> Ellipse:
        """Return an egg turned like this; radii in metres along forward, left and up."""
        (fx, fy, _), (gx, gy, _), (hx, hy, _) = self
        p, q, r = radii
        fx, fy, gx, gy, hx, hy = fx * p, fy * p, gx * q, gy * q, hx * r, hy * r
        a = fx * fx + gx * gx + hx * hx
        b = fx * fy + gx * gy + hx * hy
        c = fy * fy + gy * gy + hy * hy
        return Ellipse(at[0], at[1], (a, b, c))

    def point(self, at: Spot, forward: float, left: float, up: float) -> Spot:
        """Return a point from `at` this many metres along the axes."""
        f, g, h = self
        return (
            at[0] + forward * f[0] + left * g[0] + up * h[0],
            at[1] + forward * f[1] + left * g[1] + up * h[1],
            at[2] + forward * f[2] + left * g[2] + up * h[2],
        )


def axes_of(frame: Frame, screen: Screen) -> Axes:
    """Return a frame on the screen."""
    return Axes(screen.way(frame.forward), screen.way(frame.left), screen.way(frame.up))


class Bone(NamedTuple):
    """A capsule that stands for a piece when pieces are put in order; pixels."""

    start: Spot
    end: Spot
    radius: float


def extent_of(bones: Sequence[Bone]) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower edge of what some bones cover."""
    left = top = inf
    right = bottom = -inf
    for (x, y, _), (a, b, _), radius in bones:
        left = min(left, x - radius, a - radius)
        right = max(right, x + radius, a + radius)
        top = min(top, y - radius, b - radius)
        bottom = max(bottom, y + radius, b + radius)
    return left, top, right, bottom


class Tint(NamedTuple):
    """Where a muscle shows through.

    Attributes:
        strength: how strongly it does, 0 to 1.
        over: the piece it belongs to; it is painted on another one that covers that, and not if
            its own comes later and shows it itself.
    """

    shape: Shape
    strength: float
    over: str = ""


@dataclass(slots=True)
class Coat:
    """Shapes of one material, lit as one form.

    Attributes:
        rims: what parts the shapes from what lies behind them: shapes, and by how many times the
            usual width they are made wider.
        gentle: it has no dark edge: something on a form of the same material, like a nose.
        dark: it gets no light: the inside of a sleeve.
        crossing: it often lies across other pieces: it needs its rims even while it moves.
        rimmed: shapes whose line is not seen in motion, since their own rims cover it.
        still: whether it has been painted before: its piece does not move.
        made: the outlines it had then, by what they were for.
    """

    shades: Shades
    shapes: list[Shape]
    rims: list[tuple[Shape, float]] = field(default_factory=list)
    gentle: bool = False
    dark: bool = False
    crossing: bool = False
    rimmed: Sequence[Shape] = ()
    still: bool = False
    made: dict[Level | str, list[QPainterPath]] = field(default_factory=dict)


@dataclass(slots=True)
class Piece:
    """A part of the body that is wholly before or wholly behind any other.

    Attributes:
        name: such as "left_thigh".
        coats: from the first to the last that is painted.
        bones: where it is, for the order.
        stub: makes what is added to the coat `stub_coat` if the neighbour at the elbow or knee is
            painted earlier: a short piece of that neighbour, so that no edge shows between them.
        facing: how much the opening out of which the piece comes faces the viewer, -1 to 1.
    """

    name: str
    coats: list[Coat]
    bones: Sequence[Bone]
    stub: Callable[[], Shape] | None = None
    stub_coat: int = 0
    facing: float = 0.0
    tints: list[Tint] = field(default_factory=list)
