"""The head: skull, face and hair."""

from functools import lru_cache
from typing import Final

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.vectors import Place, Vec
from coreapp.ui.drawing.colours import Shades
from coreapp.ui.drawing.hair import TAIL, Cap
from coreapp.ui.drawing.parts import Axes, Bone, Coat, Piece, Screen, Spot, axes_of
from coreapp.ui.drawing.shapes import Balls, Hull, Shape, ball
from coreapp.ui.drawing.tubes import Disc, Tube

_H: Final = m.STATURE
_SKULL: Final = (0.0565 * _H, 0.0460 * _H, 0.0570 * _H)
_JAW: Final = (0.036 * _H, 0.032 * _H, 0.035 * _H)
_EAR: Final = (0.0100 * _H, 0.0048 * _H, 0.0145 * _H)
_KEPT: Final = 2
"""How many are kept: those of two figures next to each other."""
_COVERED: Final = -0.8
"""How far an ear is turned away when the skull covers all of it."""


@lru_cache(maxsize=_KEPT)
def head_piece(head: Place, screen: Screen, skin: Shades, hair: Shades) -> Piece:
    """Return the head without the tail; the same one if it has not moved."""
    s = screen.scale
    at = screen.at(head.at)
    axes = axes_of(head.frame, screen)
    skull = axes.egg(at, _SKULL)
    jaw = axes.egg(axes.point(at, 0.014 * _H, 0.0, -0.026 * _H), _JAW)
    chin = ball(*axes.point(at, 0.034 * _H, 0.0, -0.048 * _H)[:2], 0.0135 * _H * s)
    face: list[Shape] = [Hull([skull, jaw]), Hull([jaw, chin])]
    cap = Cap(at, axes)
    coats = [Coat(skin, face, [(shape, 1.0) for shape in face])]
    nose = Coat(skin, [_nose(at, axes, s)], gentle=True)
    if axes.forward[2] > 0.0:
        coats.append(nose)
    else:
        coats.insert(0, nose)
    coats.append(Coat(hair, [cap], [(cap, 0.6)]))
    for sign in (1.0, -1.0):
        if sign * axes.left[2] < _COVERED * s:
            continue
        shell = _ear(at, axes, sign)
        ear = Coat(skin, [shell], [(shell, 0.5)], gentle=True)
        if sign * axes.left[2] > -0.25 * s:
            coats.append(ear)
        else:
            coats.insert(0, ear)
    return Piece("head", coats, [Bone(at, at, 0.052 * _H * s)])


@lru_cache(maxsize=_KEPT)
def tail_piece(hanging: tuple[Vec, ...], screen: Screen, hair: Shades) -> Piece:
    """Return the pony tail through these points; the same one if it has not moved."""
    s = screen.scale
    points = [screen.at(point) for point in hanging]
    row = [Disc(x, y, r * _H * s) for (x, y, _), (r, _) in zip(points, TAIL, strict=True)]
    tail = Tube(row)
    bones = [Bone(points[0], points[2], 0.02 * _H * s), Bone(points[2], points[4], 0.014 * _H * s)]
    return Piece("tail", [Coat(hair, [tail], [(tail, 0.6)])], bones)


def _nose(at: Spot, axes: Axes, s: float) -> Balls:
    bridge = axes.point(at, 0.0515 * _H, 0.0, 0.004 * _H)
    tip = axes.point(at, 0.0635 * _H, 0.0, -0.0135 * _H)
    under = axes.point(at, 0.0520 * _H, 0.0, -0.0175 * _H)
    return Balls(
        [
            Disc(bridge[0], bridge[1], 0.0050 * _H * s),
            Disc(tip[0], tip[1], 0.0072 * _H * s),
            Disc(under[0], under[1], 0.0062 * _H * s),
        ]
    )


def _ear(at: Spot, axes: Axes, sign: float) -> Hull:
    place = axes.point(at, -0.004 * _H, sign * 0.0470 * _H, -0.008 * _H)
    return Hull([axes.egg(place, _EAR)])
