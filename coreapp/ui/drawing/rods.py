"""The rods whose shadow is that of a body or a thing."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple, assert_never

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.prop_places import axis_of, ball_of, spot_of

_LEG: Final = 0.016
"""Radius of the foot of a chair's or a desk's leg."""

_FEET: Final = {PropKind.CHAIR: (0.022, 0.033, 0.010), PropKind.DESK: (0.070, 0.070, 0.070)}
"""How far the feet are from the edges: from the sides, the front and the back."""


class Rod(NamedTuple):
    """A rod with round ends that throws a shadow; in metres."""

    start: Vec
    end: Vec
    radius: float


def rods_of(body: Body) -> tuple[Rod, ...]:
    """Return the rods whose shadow is the body's."""
    pelvis, chest = body.pelvis, body.thorax
    rods = [Rod(body.head.at, body.head.at, m.HEAD_RADIUS * 0.9)]
    for sign in (1.0, -1.0):
        side = Vec(0.0, sign * 0.036 * m.STATURE, 0.0)
        low, high = pelvis.point(side), chest.point(side)
        top = body.neck.at.plus(chest.frame.left, sign * 0.05 * m.STATURE)
        rods += [Rod(low, high, 0.054 * m.STATURE), Rod(high, top, 0.058 * m.STATURE)]
    for leg in body.legs:
        rods += [
            Rod(leg.hip, leg.knee, 0.042 * m.STATURE),
            Rod(leg.knee, leg.ankle, 0.026 * m.STATURE),
            Rod(leg.heel, leg.ball, 0.019 * m.STATURE),
            Rod(leg.ball, leg.toe, 0.017 * m.STATURE),
        ]
    for arm in body.arms:
        rods += [
            Rod(arm.shoulder, arm.elbow, 0.026 * m.STATURE),
            Rod(arm.elbow, arm.wrist, 0.019 * m.STATURE),
            Rod(arm.wrist, arm.tip, 0.017 * m.STATURE),
        ]
    return tuple(rods)


def few_rods_of(body: Body) -> tuple[Rod, ...]:
    """Return fewer rods, for a body that moves."""
    rods = [Rod(body.head.at, body.head.at, m.HEAD_RADIUS * 0.9)]
    for sign in (1.0, -1.0):
        low = body.pelvis.point(Vec(0.0, sign * 0.036 * m.STATURE, 0.0))
        high = body.neck.at.plus(body.thorax.frame.left, sign * 0.045 * m.STATURE)
        rods.append(Rod(low, high, 0.055 * m.STATURE))
    for leg in body.legs:
        rods += [
            Rod(leg.hip, leg.knee, 0.042 * m.STATURE),
            Rod(leg.knee, leg.ankle, 0.026 * m.STATURE),
            Rod(leg.heel, leg.toe, 0.018 * m.STATURE),
        ]
    for arm in body.arms:
        rods += [
            Rod(arm.shoulder, arm.elbow, 0.026 * m.STATURE),
            Rod(arm.elbow, arm.tip, 0.018 * m.STATURE),
        ]
    return tuple(rods)


def rods_of_things(props: Iterable[Prop]) -> tuple[Rod, ...]:
    """Return the rods whose shadow on the floor is that of the things."""
    return tuple(rod for prop in props for rod in _of(prop))


def _of(prop: Prop) -> tuple[Rod, ...]:
    deep, wide = prop.length / 2, prop.width / 2
    match prop.kind:
        case (
            PropKind.WALL
            | PropKind.MAT
            | PropKind.STRAP
            | PropKind.BAND
            | PropKind.STICK
            | PropKind.DUMBBELL
        ):
            return _along(prop)
        case PropKind.CHAIR | PropKind.DESK:
            inset, front, back = _FEET[prop.kind]
            legs = tuple(
                Rod(foot, foot, _LEG)
                for ahead in (-front, back - prop.length)
                for side in (inset - wide, wide - inset)
                for foot in (spot_of(prop, ahead, side, _LEG),)
            )
            return (*legs, *_filled(prop, -deep, prop.height))
        case PropKind.BENCH:
            return _filled(prop, -deep, 0.0)
        case PropKind.STEP | PropKind.BLOCK | PropKind.CUSHION | PropKind.TOWEL:
            return _along(prop) or _filled(prop, 0.0, 0.0)
        case PropKind.ROLLER:
            return (Rod(*axis_of(prop), prop.height / 2),)
        case PropKind.KETTLEBELL:
            middle = ball_of(prop)
            return (Rod(middle, middle, prop.width / 2),)
        case _:
            assert_never(prop.kind)


def _along(prop: Prop) -> tuple[Rod, ...]:
    """Return the rods of a thing that runs along a line."""
    radius = min(prop.height, prop.width) / 2
    return tuple(Rod(start, end, radius) for start, end in pairwise(prop.line))


def _filled(prop: Prop, ahead: float, high: float) -> tuple[Rod, ...]:
    """Return rods side by side that fill the plan of a block, its lower side `high`."""
    deep, wide = prop.length / 2, prop.width / 2
    radius = min(deep, wide, 0.12)
    lines = max(2, int(2 * (wide - radius) / radius) + 2)
    rods = []
    for line in range(lines):
        side = (wide - radius) * (2 * line / (lines - 1) - 1)
        start = spot_of(prop, ahead + deep - radius, side, high + radius)
        end = spot_of(prop, ahead - deep + radius, side, high + radius)
        rods.append(Rod(start, end, radius))
    return tuple(rods)
