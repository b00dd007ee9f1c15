"""Where working muscles show through skin and clothes."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import Final, NamedTuple

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.vectors import Frame, Vec
from coreapp.ui.drawing.parts import Axes, Piece, Screen, Tint
from coreapp.ui.drawing.shapes import Hull
from coreapp.ui.drawing.trunk import Spine, torso_of
from coreapp.ui.drawing.tubes import Disc, Tube

_H: Final = m.STATURE


class Belly(NamedTuple):
    """A muscle along a bone of a limb.

    Attributes:
        bone: "thigh", "shank", "upper" (arm) or "neck".
        start, end: from where to where along the bone, as shares of its length.
        forward, outward: on which side of the bone it lies; together of length 1.
        radius: how thick the limb is there, in metres.
    """

    bone: str
    start: float
    end: float
    forward: float
    outward: float
    radius: float


class Sheet(NamedTuple):
    """A muscle on the trunk.

    Attributes:
        rows: height above the hips (fractions of stature), and how wide it is there as a share of
            the trunk's half width.
        forward, outward: where its middle lies, as shares of the trunk's half depth and width;
            what lies outward lies on both sides.
    """

    rows: tuple[tuple[float, float], ...]
    forward: float
    outward: float


_BELLIES: Final[Mapping[str, tuple[Belly, ...]]] = {
    "quadriceps": (Belly("thigh", 0.10, 0.78, 1.0, 0.0, 0.045 * _H),),
    "hamstrings": (Belly("thigh", 0.14, 0.78, -1.0, 0.0, 0.044 * _H),),
    "adductors": (Belly("thigh", 0.05, 0.62, 0.2, -0.98, 0.044 * _H),),
    "gluteus_maximus": (Belly("thigh", -0.16, 0.16, -1.0, 0.1, 0.060 * _H),),
    "gluteus_medius": (Belly("thigh", -0.18, 0.06, -0.3, 0.95, 0.048 * _H),),
    "piriformis": (Belly("thigh", -0.12, 0.06, -0.9, 0.43, 0.050 * _H),),
    "tensor_fasciae_latae": (Belly("thigh", -0.10, 0.30, 0.45, 0.89, 0.046 * _H),),
    "hip_flexors": (Belly("thigh", -0.16, 0.22, 1.0, 0.0, 0.050 * _H),),
    "calves": (Belly("shank", 0.06, 0.66, -1.0, 0.0, 0.033 * _H),),
    "shins": (Belly("shank", 0.08, 0.76, 0.9, 0.43, 0.028 * _H),),
    "deltoids": (Belly("upper", -0.06, 0.46, 0.0, 1.0, 0.034 * _H),),
    "shoulder_stabilisers": (Belly("upper", -0.05, 0.26, -0.4, 0.92, 0.031 * _H),),
    "triceps": (Belly("upper", 0.14, 0.76, -1.0, 0.0, 0.029 * _H),),
    "biceps": (Belly("upper", 0.18, 0.76, 1.0, 0.0, 0.028 * _H),),
    "neck_flexors": (Belly("neck", 0.05, 0.90, 1.0, 0.0, 0.029 * _H),),
    "neck_extensors": (Belly("neck", 0.0, 0.90, -1.0, 0.0, 0.029 * _H),),
}
_SHEETS: Final[Mapping[str, tuple[Sheet, ...]]] = {
    "rectus_abdominis": (Sheet(((0.050, 0.30), (0.110, 0.40), (0.185, 0.36)), 0.50, 0.0),),
    "transversus_abdominis": (Sheet(((0.045, 0.62), (0.080, 0.74), (0.110, 0.70)), 0.40, 0.0),),
    "obliques": (Sheet(((0.060, 0.30), (0.100, 0.36), (0.150, 0.32)), 0.22, 0.58),),
    "quadratus_lumborum": (Sheet(((0.055, 0.26), (0.090, 0.32), (0.125, 0.24)), -0.42, 0.46),),
    "multifidus": (Sheet(((0.015, 0.16), (0.060, 0.24), (0.130, 0.18)), -0.50, 0.0),),
    "erector_spinae": (Sheet(((0.030, 0.16), (0.110, 0.21), (0.250, 0.14)), -0.46, 0.24),),
    "latissimus": (Sheet(((0.105, 0.18), (0.165, 0.36), (0.225, 0.34)), -0.34, 0.52),),
    "rhomboids": (Sheet(((0.200, 0.18), (0.235, 0.28), (0.265, 0.22)), -0.46, 0.28),),
    "trapezius": (Sheet(((0.175, 0.08), (0.245, 0.50), (0.285, 0.62)), -0.42, 0.0),),
    "pectorals": (Sheet(((0.205, 0.30), (0.228, 0.40), (0.255, 0.36)), 0.44, 0.40),),
    "serratus_anterior": (Sheet(((0.140, 0.16), (0.175, 0.26), (0.210, 0.22)), 0.12, 0.70),),
}
_LARGE: Final = (
    "quadriceps",
    "hamstrings",
    "gluteus_maximus",
    "calves",
    "deltoids",
    "triceps",
    "biceps",
    "rectus_abdominis",
    "obliques",
    "erector_spinae",
    "latissimus",
    "pectorals",
)
_WHOLE: Final = "whole_body"
_WEAK: Final = 0.55
_SIDEWAYS: Final = 0.36
"""How far to its side a muscle's middle lies, as a share of the limb's radius."""
_THICK: Final = 0.58
_HIDDEN: Final = -0.30
_SEEN: Final = 0.25
"""Between these a muscle on the far side of the form fades: its way to the viewer."""


def add_tints(
    pieces: Sequence[Piece], body: Body, screen: Screen, tints: Mapping[str, float]
) -> None:
    """Put muscles on the pieces they belong to; strengths 0 to 1."""
    by_name = {piece.name: piece for piece in pieces}
    for muscle, strength in _spelled_out(tints).items():
        for belly in _BELLIES.get(muscle, ()):
            for name, tint in _on_bone(belly, body, screen, strength):
                by_name[name].tints.append(tint)
                if belly.start < 0.0 and belly.bone == "thigh":
                    # The pelvis may cover what lies on the hip.
                    by_name["trunk"].tints.append(tint._replace(over=name))
        for sheet in _SHEETS.get(muscle, ()):
            by_name["trunk"].tints += _on_trunk(sheet, body, screen, strength)


def _spelled_out(tints: Mapping[str, float]) -> dict[str, float]:
    """Return the tints with the whole body's share given to its large muscles."""
    weak = tints.get(_WHOLE, 0.0) * _WEAK
    found = dict.fromkeys(_LARGE, weak) if weak else {}
    for muscle, strength in tints.items():
        found[muscle] = max(strength, found.get(muscle, 0.0))
    return {muscle: strength for muscle, strength in found.items() if strength > 0.0}


def _on_bone(
    belly: Belly, body: Body, screen: Screen, strength: float
) -> Iterable[tuple[str, Tint]]:
    if belly.bone == "neck":
        start, end = body.neck.at, body.head.at.plus(body.head.frame.up, -0.03 * _H)
        shown = _spindle(belly, (start, end, body.neck.frame), 1.0, screen)
        yield from _named("neck", shown, strength)
        return
    for side in SIDES:
        sign = 1.0 if side == "left" else -1.0
        arm, leg = body.arm(side), body.leg(side)
        bones = {
            "thigh": (leg.hip, leg.knee, leg.thigh),
            "shank": (leg.knee, leg.ankle, leg.shank),
            "upper": (arm.shoulder, arm.elbow, arm.upper),
        }
        shown = _spindle(belly, bones[belly.bone], sign, screen)
        yield from _named(f"{side}_{belly.bone}", shown, strength)


def _named(name: str, shown: tuple[Tube, float], strength: float) -> Iterable[tuple[str, Tint]]:
    tube, seen = shown
    if seen > 0.0:
        yield name, Tint(tube, seen * strength)


def _spindle(
    belly: Belly, bone: tuple[Vec, Vec, Frame], sign: float, screen: Screen
) -> tuple[Tube, float]:
    """Return the outline of a muscle along a bone, and how much of it faces the viewer."""
    start, end, frame = bone
    way = frame.forward.times(belly.forward).plus(frame.left, sign * belly.outward)
    x, y, z = screen.way(way)
    out = belly.radius * _SIDEWAYS
    length = belly.end - belly.start
    discs = []
    for share, thick in ((0.0, 0.40), (0.30, 0.92), (0.55, 1.0), (1.0, 0.36)):
        a, b, _ = screen.at(start.towards(end, belly.start + share * length))
        radius = belly.radius * _THICK * thick * screen.scale
        discs.append(Disc(a + out * x, b + out * y, radius))
    return Tube(discs), _shown(z / screen.scale)


def _on_trunk(sheet: Sheet, body: Body, screen: Screen, strength: float) -> list[Tint]:
    spine = Spine(torso_of(body), screen)
    found = []
    for sign in (1.0, -1.0) if sheet.outward else (1.0,):
        eggs = []
        seen = 0.0
        for height, wide in sheet.rows:
            at, axes = spine.at(height * _H)
            width, depth = _size(height * _H)
            middle = axes.point(at, sheet.forward * depth, sign * sheet.outward * width, 0.0)
            thick = min(0.9 - abs(sheet.forward), 1.1 - hypot(sheet.forward, sheet.outward))
            eggs.append(axes.egg(middle, (thick * depth, wide * width, 0.014 * _H)))
            seen += _way(sheet, axes, sign) / screen.scale / len(sheet.rows)
        seen = _shown(seen)
        if seen > 0.0:
            found.append(Tint(Hull(eggs), seen * strength))
    return found


def _way(sheet: Sheet, axes: Axes, sign: float) -> float:
    """Return how near to the viewer the skin over a muscle is, against the spine; in pixels."""
    length = hypot(sheet.forward, sheet.outward)
    return (sheet.forward * axes.forward[2] + sign * sheet.outward * axes.left[2]) / length


def _size(height: float) -> tuple[float, float]:
    """Return half the trunk's width and depth at a height above the hips."""
    rows = m.TRUNK_ROWS
    for (low, width, depth), (high, wide, deep) in pairwise(rows):
        if height <= high:
            share = (height - low) / (high - low)
            return width + share * (wide - width), depth + share * (deep - depth)
    return rows[-1][1], rows[-1][2]


def _shown(facing: float) -> float:
    return min(1.0, max(0.0, (facing - _HIDDEN) / (_SEEN - _HIDDEN)))
