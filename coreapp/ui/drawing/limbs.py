"""The flesh of arms and legs."""

from collections.abc import Sequence
from functools import lru_cache
from math import hypot
from typing import Final, NamedTuple

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Arm, Leg
from coreapp.domain.figure.vectors import Place
from coreapp.ui.drawing.colours import Shades
from coreapp.ui.drawing.parts import Axes, Bone, Coat, Piece, Screen, Spot, axes_of
from coreapp.ui.drawing.shapes import Balls, Hull, Shape
from coreapp.ui.drawing.tubes import Disc, Tube

_H: Final = m.STATURE
_KEPT: Final = 4
"""How many arms and legs are kept: those of two figures next to each other."""


class Ring(NamedTuple):
    """The flesh at one place of a bone.

    Attributes:
        at: where along the bone, 0 to 1.
        radius: in metres.
        front: how far its middle lies in front of the bone, in metres.
        melt: how far it has melted into what the limb grows out of.
    """

    at: float
    radius: float
    front: float = 0.0
    melt: float = 0.0


_THIGH: Final = (
    Ring(0.0, 0.0505 * _H),
    Ring(0.22, 0.0510 * _H, 0.002 * _H),
    Ring(0.45, 0.0455 * _H, 0.005 * _H),
    Ring(0.72, 0.0375 * _H, 0.003 * _H),
    Ring(0.86, 0.0333 * _H, 0.001 * _H),
    Ring(1.0, m.KNEE_RADIUS, 0.001 * _H),
)
_THIGH_STUB: Final = _THIGH[-2:]
_SHANK: Final = (
    Ring(0.0, m.KNEE_RADIUS, 0.001 * _H),
    Ring(0.13, 0.0302 * _H, -0.001 * _H),
    Ring(0.30, 0.0325 * _H, -0.006 * _H),
    Ring(0.55, 0.0282 * _H, -0.004 * _H),
    Ring(0.80, 0.0218 * _H),
)
_SHANK_STUB: Final = _SHANK[:2]
_ANKLE: Final = (
    Ring(0.775, 0.0204 * _H),
    Ring(0.84, 0.0195 * _H),
    Ring(1.0, m.ANKLE_RADIUS),
)
_UPPER_ARM: Final = (
    Ring(0.50, 0.0268 * _H, 0.002 * _H),
    Ring(0.62, 0.0258 * _H, 0.002 * _H),
    Ring(0.82, 0.0228 * _H),
    Ring(1.0, m.ELBOW_RADIUS),
)
_UPPER_STUB: Final = _UPPER_ARM[-2:]
_SLEEVE: Final = (
    Ring(0.0, 0.0308 * _H, 0.0, 0.3),
    Ring(0.20, 0.0322 * _H),
    Ring(0.34, 0.0316 * _H, 0.001 * _H),
    Ring(0.52, 0.0308 * _H, 0.001 * _H),
)
_FOREARM: Final = (
    Ring(0.0, m.ELBOW_RADIUS),
    Ring(0.22, 0.0236 * _H, 0.001 * _H),
    Ring(0.60, 0.0192 * _H),
    Ring(1.0, m.WRIST_RADIUS),
)
_FOREARM_STUB: Final = _FOREARM[:2]


@lru_cache(maxsize=_KEPT)
def leg_pieces(
    leg: Leg, pelvis: Place, name: str, screen: Screen, cloth: Shades, skin: Shades
) -> tuple[Piece, Piece]:
    """Return thigh and shank; `name` is the side.

    A leg that has not moved gives the same pieces, with the outlines they have already.
    """
    s, build = screen.scale, screen.build
    hip, knee, ankle = screen.at(leg.hip), screen.at(leg.knee), screen.at(leg.ankle)
    thigh_axes, shank_axes = axes_of(leg.thigh, screen), axes_of(leg.shank, screen)
    thigh_discs = discs(hip, knee, thigh_axes, _THIGH, build)
    thigh = Piece(
        f"{name}_thigh",
        [
            Coat(
                cloth,
                [_hip(pelvis, name, screen, thigh_discs), Tube(thigh_discs)],
                [(_fading(thigh_discs[1:]), 1.0)],
                crossing=True,
            )
        ],
        [Bone(hip, knee, 0.042 * _H * s)],
        lambda: Tube(discs(knee, ankle, shank_axes, _SHANK_STUB, build), end=0.0, lead=1.0),
    )
    shank_discs = discs(knee, ankle, shank_axes, _SHANK, build)
    opening = openness(shank_axes)
    foot = _foot(leg, screen)
    bare = Coat(
        skin,
        [Tube(discs(knee, ankle, shank_axes, _ANKLE, build), start=opening), *foot],
        [(shape, 1.0) for shape in foot],
    )
    legging = Coat(
        cloth,
        [Tube(shank_discs, end=opening)],
        [(_fading(shank_discs[1:], opening), 1.0)],
        crossing=True,
    )
    cloth_first = shank_axes.up[2] < 0.0
    shank = Piece(
        f"{name}_shank",
        [legging, bare] if cloth_first else [bare, legging],
        [Bone(knee, ankle, 0.028 * _H * s), Bone(ankle, screen.at(leg.toe), 0.02 * _H * s)],
        lambda: Tube(discs(hip, knee, thigh_axes, _THIGH_STUB, build), start=0.0, lead=1.0),
        0 if cloth_first else 1,
    )
    return thigh, shank


@lru_cache(maxsize=_KEPT)
def arm_pieces(
    arm: Arm, name: str, screen: Screen, cloth: Shades, skin: Shades
) -> tuple[Piece, Piece]:
    """Return upper arm and forearm; `name` is the side.

    An arm that has not moved gives the same pieces, with the outlines they have already.
    """
    s, build = screen.scale, screen.build
    shoulder, elbow, wrist = screen.at(arm.shoulder), screen.at(arm.elbow), screen.at(arm.wrist)
    upper_axes, fore_axes = axes_of(arm.upper, screen), axes_of(arm.fore, screen)
    opening = openness(upper_axes)
    cloth_first = upper_axes.up[2] < 0.0
    sleeve_discs = discs(shoulder, elbow, upper_axes, _SLEEVE, build)
    bare_discs = discs(shoulder, elbow, upper_axes, _UPPER_ARM, build)
    sleeve = Coat(
        cloth,
        [Tube(sleeve_discs, end=opening)],
        [(_fading(sleeve_discs[1:], opening), 1.0)],
        crossing=True,
    )
    bare = Coat(
        skin, [Tube(bare_discs, start=opening)], [(_fading(bare_discs[1:]), 1.0)], crossing=True
    )
    upper = Piece(
        f"{name}_upper",
        [sleeve, bare] if cloth_first else [bare, sleeve],
        [Bone(shoulder, elbow, 0.03 * _H * s)],
        lambda: Tube(discs(elbow, wrist, fore_axes, _FOREARM_STUB, build), end=0.0, lead=1.0),
        1 if cloth_first else 0,
    )
    if cloth_first:
        mouth = upper_axes.egg(sleeve_discs[-1], (sleeve_discs[-1].r / s,) * 2 + (0.0,))
        upper.coats.insert(1, Coat(cloth, [Hull([mouth])], dark=True))
        upper.stub_coat = 2
    fore_discs = discs(elbow, wrist, fore_axes, _FOREARM, build)
    hand = _hand(arm, name, screen)
    fore = Piece(
        f"{name}_fore",
        [
            Coat(
                skin,
                [Tube(fore_discs), *hand],
                [(_fading(fore_discs[1:]), 1.0), *((shape, 1.0) for shape in hand)],
                crossing=True,
                rimmed=hand,
            )
        ],
        [Bone(elbow, wrist, 0.02 * _H * s), Bone(wrist, screen.at(arm.tip), 0.02 * _H * s)],
        lambda: Tube(discs(shoulder, elbow, upper_axes, _UPPER_STUB, build), start=0.0, lead=1.0),
    )
    return upper, fore


def discs(
    start: Spot, end: Spot, axes: Axes, rings: Sequence[Ring], build: float = 1.0
) -> list[Disc]:
    """Return the rings of a bone on the screen, `build` times as thick."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    fx, fy, _ = axes.forward
    ux, uy, uz = axes.up
    scale = hypot(ux, uy, uz) * build
    return [
        Disc(start[0] + at * dx + front * fx, start[1] + at * dy + front * fy, radius * scale, melt)
        for at, radius, front, melt in rings
    ]


def _fading(row: Sequence[Disc], end: float | None = None) -> Tube:
    """Return what makes the rim of a limb, which fades in from its start."""
    first, *others = row
    return Tube([first._replace(melt=1.0), *others], end=end)


def rim_width(scale: float) -> float:
    """Return how wide a rim is, in pixels; `scale` in pixels of a metre."""
    return min(2.2, max(0.5, 0.0031 * scale))


def openness(axes: Axes) -> float:
    """Return how open a cut across a bone looks: 0 from the side, 1 from straight ahead."""
    x, y, z = axes.up
    return abs(z) / hypot(x, y, z)


def _hip(pelvis: Place, name: str, screen: Screen, thigh: Sequence[Disc]) -> Balls:
    """Return the buttock, which joins thigh and pelvis."""
    s = screen.scale
    axes = axes_of(pelvis.frame, screen)
    behind, out, up = m.SEAT
    side = 1.0 if name == "left" else -1.0
    middle = screen.at(pelvis.at)
    x, y, _ = axes.point(middle, behind, side * out, up)
    seat = Disc(x, y, m.SEAT_RADIUS * s * screen.build)
    a, b, _ = axes.point(middle, -0.004 * _H, side * 0.014 * _H, -0.006 * _H)
    inner = Disc(a, b, 0.0500 * _H * s * screen.build, 1.0)
    return Balls([seat, thigh[0]._replace(melt=0.0), inner, thigh[2]])


def _foot(leg: Leg, screen: Screen) -> list[Shape]:
    axes = axes_of(leg.foot, screen)
    s = screen.scale
    ankle, heel = screen.at(leg.ankle), screen.at(leg.heel)
    middle, toe = screen.at(leg.ball), screen.at(leg.toe)
    rear = Disc(heel[0], heel[1], m.HEEL_RADIUS * s)
    joint = Disc(ankle[0], ankle[1], m.ANKLE_RADIUS * s * 0.97)
    instep = axes.point(ankle, 0.030 * _H, 0.0, -0.008 * _H)
    arch = Disc(instep[0], instep[1], 0.0150 * _H * s)
    balls = _pair(axes, middle, 0.0125 * _H, m.BALL_RADIUS * s)
    tips = _pair(axes, toe, 0.0110 * _H, m.TOE_RADIUS * s)
    return [Balls([joint, rear, arch]), Balls([arch, rear, *balls]), Balls([*balls, *tips])]


def _hand(arm: Arm, name: str, screen: Screen) -> list[Shape]:
    s = screen.scale
    axes = axes_of(arm.palm, screen)
    wrist, knuckles, tip = screen.at(arm.wrist), screen.at(arm.hand), screen.at(arm.tip)
    # The palm's left axis points to the thumb of the one hand and away from that of the other.
    side = 1.0 if name == "left" else -1.0
    root = Disc(wrist[0], wrist[1], m.WRIST_RADIUS * s * 0.98)
    row = _pair(axes, knuckles, 0.0135 * _H, m.KNUCKLE_RADIUS * s * 0.92)
    ends = _pair(axes, axes.point(tip, 0.002 * _H, 0.0, 0.0), 0.008 * _H, m.TIP_RADIUS * s)
    near = axes.point(wrist, 0.004 * _H, side * 0.012 * _H, -0.014 * _H)
    far = axes.point(wrist, 0.010 * _H, side * 0.034 * _H, -0.050 * _H)
    thumb = [Disc(near[0], near[1], 0.0105 * _H * s), Disc(far[0], far[1], 0.0072 * _H * s)]
    return [Balls([root, *row, *ends]), Balls(thumb)]


def _pair(axes: Axes, middle: Spot, out: float, radius: float) -> list[Disc]:
    """Return two balls side by side; `out` in metres, `radius` in pixels."""
    x, y, _ = axes.left
    return [
        Disc(middle[0] + out * x, middle[1] + out * y, radius),
        Disc(middle[0] - out * x, middle[1] - out * y, radius),
    ]
