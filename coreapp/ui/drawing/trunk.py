"""The flesh of the trunk and the neck."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.vectors import Place, Vec
from coreapp.ui.drawing.colours import Shades
from coreapp.ui.drawing.parts import Axes, Bone, Coat, Piece, Screen, Spot, axes_of
from coreapp.ui.drawing.shapes import Balls, Ellipse, Hull, Shape, ball
from coreapp.ui.drawing.tubes import Disc

_H: Final = m.STATURE
_HEM: Final = 0.056 * _H
_THICK: Final = 0.6
"""Half the height of a row's egg, as a share of its depth."""
_KNOTS: Final = (0.0, m.HIP_TO_WAIST, m.HIP_TO_WAIST + m.WAIST_TO_CHEST)
_BLEND: Final = 0.045 * _H
"""Half the length over which the spine bends from one part into the next."""
_BREATH: Final = 0.05
_KEPT: Final = 2
"""How many are kept: those of two figures next to each other."""


class Torso(NamedTuple):
    """What of a body its trunk and its neck are made of."""

    pelvis: Place
    lumbar: Place
    thorax: Place
    neck: Place
    shoulders: tuple[Vec, ...]
    breath: float


def torso_of(body: Body) -> Torso:
    """Return what of a body its trunk and its neck are made of."""
    shoulders = tuple([arm.shoulder for arm in body.arms])
    return Torso(body.pelvis, body.lumbar, body.thorax, body.neck, shoulders, body.breath)


class Spine:
    """The smooth curve of a trunk on the screen."""

    __slots__ = ("_frames", "_points", "_scale")

    def __init__(self, torso: Torso, screen: Screen) -> None:
        parts = (torso.pelvis, torso.lumbar, torso.thorax)
        self._points = [screen.at(part.at) for part in parts]
        self._frames = [axes_of(part.frame, screen) for part in parts]
        self._scale = screen.scale

    def at(self, height: float) -> tuple[Spot, Axes]:
        """Return the point this many metres above the hips, and how the trunk is turned there."""
        first, last = _part(height - _BLEND), _part(height + _BLEND)
        if first == last:
            return self._on(first, height), self._frames[first]
        share = (height + _BLEND - _KNOTS[last]) / (2.0 * _BLEND)
        return self._curve(last, share), self._turned(first, last, share)

    def _curve(self, last: int, share: float) -> Spot:
        """Return a point of the curve that rounds the corner before a part."""
        knot = _KNOTS[last]
        low, high = self._on(last - 1, knot - _BLEND), self._on(last, knot + _BLEND)
        corner = self._points[last]
        keep = 1.0 - share
        a, b, c = keep * keep, 2.0 * keep * share, share * share
        return (
            a * low[0] + b * corner[0] + c * high[0],
            a * low[1] + b * corner[1] + c * high[1],
            a * low[2] + b * corner[2] + c * high[2],
        )

    def _on(self, part: int, height: float) -> Spot:
        up = height - _KNOTS[part]
        x, y, z = self._points[part]
        _, _, (dx, dy, dz) = self._frames[part]
        return x + up * dx, y + up * dy, z + up * dz

    def _turned(self, first: int, last: int, share: float) -> Axes:
        one, two = self._frames[first], self._frames[last]
        return Axes(*[self._mixed(a, b, share) for a, b in zip(one, two, strict=True)])

    def _mixed(self, one: Spot, two: Spot, share: float) -> Spot:
        keep = 1.0 - share
        x = keep * one[0] + share * two[0]
        y = keep * one[1] + share * two[1]
        z = keep * one[2] + share * two[2]
        factor = self._scale / ((x * x + y * y + z * z) ** 0.5 or 1.0)
        return x * factor, y * factor, z * factor


@lru_cache(maxsize=_KEPT)
def trunk_piece(torso: Torso, screen: Screen, top: Shades, leg: Shades) -> Piece:
    """Return the trunk without the neck; `top` and `leg` are shirt and leggings.

    A trunk that has not moved gives the same piece, with the outlines it has already.
    """
    spine = Spine(torso, screen)
    rows = [_row(spine, row, torso.breath, screen.build) for row in m.TRUNK_ROWS]
    pelvis = Hull([*rows[:4], *_seats(torso, screen)])
    hem_at, hem_axes = spine.at(_HEM)
    hem = hem_axes.egg(hem_at, (0.0630 * _H, 0.0875 * _H, 0.0))
    shirt: list[Shape] = [
        Hull([hem, rows[3]]),
        Hull(rows[3:5]),
        Hull(rows[4:7]),
        Hull([*rows[7:], _collar(torso, screen)]),
        _shoulders(torso, screen, spine, rows[6:8]),
    ]
    leggings = Coat(leg, [pelvis], [(pelvis, 1.0)])
    jersey = Coat(top, shirt, [(shape, 1.0) for shape in shirt])
    from_below = hem_axes.up[2] < 0.0
    spots = [screen.at(part.at) for part in (torso.pelvis, torso.lumbar, torso.thorax, torso.neck)]
    return Piece(
        "trunk",
        [jersey, leggings] if from_below else [leggings, jersey],
        [Bone(one, two, 0.062 * _H * screen.scale) for one, two in pairwise(spots)],
    )


@lru_cache(maxsize=_KEPT)
def neck_piece(torso: Torso, skull: Place, screen: Screen, skin: Shades) -> Piece:
    """Return the neck, from the collar to the skull; the same one if neither has moved."""
    s = screen.scale
    chest = axes_of(torso.thorax.frame, screen)
    head = axes_of(skull.frame, screen)
    root = chest.point(screen.at(torso.neck.at), 0.008 * _H, 0.0, 0.012 * _H)
    top = head.point(screen.at(skull.at), -0.010 * _H, 0.0, -0.026 * _H)
    low = Disc(root[0], root[1], m.NECK_RADIUS * s)
    high = Disc(top[0], top[1], 0.0290 * _H * s)
    neck = Balls([low, high])
    return Piece(
        "neck",
        [Coat(skin, [neck], [(neck, 0.5)])],
        [Bone(root, top, 0.03 * _H * s)],
        # The collar is lower in front.
        facing=(0.80 * chest.up[2] + 0.60 * chest.forward[2]) / s,
    )


def _row(spine: Spine, row: tuple[float, float, float], breath: float, build: float) -> Ellipse:
    height, width, depth = row[0], row[1] * build, row[2] * build
    at, axes = spine.at(height)
    full = _BREATH * breath * max(0.0, 1.0 - abs(height / _H - 0.2) / 0.1)
    return axes.egg(at, (depth * (1.0 + full), width * (1.0 + 0.5 * full), depth * _THICK))


def _collar(torso: Torso, screen: Screen) -> Ellipse:
    """Return the upper end of the shirt."""
    chest = axes_of(torso.thorax.frame, screen)
    at = chest.point(screen.at(torso.neck.at), -0.006 * _H, 0.0, 0.024 * _H)
    return chest.egg(at, (0.0330 * _H, 0.0350 * _H, 0.006 * _H))


def _seats(torso: Torso, screen: Screen) -> Sequence[Ellipse]:
    axes = axes_of(torso.pelvis.frame, screen)
    middle = screen.at(torso.pelvis.at)
    behind, out, up = m.SEAT
    found = []
    for sign in (1.0, -1.0):
        x, y, _ = axes.point(middle, behind, sign * out, up)
        found.append(ball(x, y, m.SEAT_RADIUS * screen.scale * screen.build))
    return found


def _shoulders(torso: Torso, screen: Screen, spine: Spine, rows: Sequence[Ellipse]) -> Hull:
    """Return what joins the arms to the chest, and what rises from there to the neck."""
    s = screen.scale
    nape, axes = spine.at(0.304 * _H)
    found = [*rows]
    for shoulder, sign in zip(torso.shoulders, (1.0, -1.0), strict=True):
        x, y, _ = screen.at(shoulder)
        a, b, _ = axes.point(nape, -0.004 * _H, sign * 0.012 * _H, 0.0)
        found += [ball(x, y, 0.0295 * _H * s), ball(a, b, 0.0310 * _H * s)]
    return Hull(found)


def _part(height: float) -> int:
    if height < _KNOTS[1]:
        return 0
    return 1 if height < _KNOTS[2] else 2
