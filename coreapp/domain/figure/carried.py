"""Things that go where the body goes: held in hands, slung around a foot, tied around the thighs.

Where such a thing is follows from the body alone, at every moment; no pose has to say it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import cos, pi, radians, sin
from typing import Final

from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.parts import balls_of
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import ORIGIN, Vec

_HANDS: Final = tuple(f"{side}_hand" for side in SIDES)
_HIPS: Final = tuple(f"{side}_hip" for side in SIDES)
_SPINE: Final = ("low_back", "upper_back", "head")
_BY_HAND: Final = frozenset({(_HANDS[0],), (_HANDS[1],), _HANDS})
_SLUNG: Final = frozenset((*hands, f"{side}_foot") for hands in _BY_HAND for side in SIDES)
_CARRIERS: Final[Mapping[PropKind, frozenset[tuple[str, ...]]]] = {
    PropKind.DUMBBELL: frozenset({*_BY_HAND, _HIPS}),
    PropKind.STICK: frozenset({_SPINE}),
    PropKind.STRAP: _SLUNG,
    PropKind.TOWEL: frozenset({*_SLUNG, _HIPS, ()}),
    PropKind.BAND: frozenset({tuple(f"{side}_thigh" for side in SIDES)}),
}

# Metres. How our own body is held, so that nothing is in the flesh.
_IN_PALM: Final = 0.018
_STICK_BELOW: Final = 0.12
_LAP_RISE: Final = 0.055
_LAP_AHEAD: Final = 0.100
_LAP_TOWEL: Final = 0.030
_BAR_LENGTH: Final = 0.5
"""What is as long as this has its heads beside the hips, and lies on them with its bar."""
_LAP_HALF: Final = 0.16
_LAP_BEND: Final = 62.0
"""Degrees to each side over which a towel hangs over the front of the hips."""
_MIDFOOT: Final = 0.80
_HALF_FOOT: Final = 0.046
_SOLE: Final = 0.027
_INSTEP: Final = 0.042
_LOOSE_END: Final = 0.17
_ABOVE_KNEE: Final = 0.80
_THIGH: Final = 0.058
_BENDS: Final = 4


def fits(kind: PropKind, on: tuple[str, ...]) -> bool:
    """Tell whether a thing can be carried by these parts; without any it stands by itself."""
    return on in _CARRIERS.get(kind, frozenset({()}))


def worn(props: Iterable[Prop], body: Body) -> tuple[Prop, ...]:
    """Return the things with those that the body carries where it carries them."""
    return tuple(_placed(prop, body) if prop.on else prop for prop in props)


def course(prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the line along which a carried thing runs: points in metres, two for a straight one.

    A loop ends where it begins.
    """
    return _COURSES[prop.kind](prop, body)


def _placed(prop: Prop, body: Body) -> Prop:
    line = course(prop, body)
    return replace(prop, at=line[0], line=line)


def _dumbbell(prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the ends of a dumbbell in the hands, or across the front of the hips."""
    if prop.on == _HIPS:
        is_bar = prop.length >= _BAR_LENGTH
        ahead = _LAP_AHEAD + (_LAP_TOWEL if is_bar else prop.width / 2)
        middle, axis = body.pelvis.point(Vec(ahead, 0.0, _LAP_RISE)), body.pelvis.frame.left
    else:
        middle, axis = _in_hands(prop, body)
    half = axis.times(prop.length / 2)
    return middle.plus(half), middle.plus(half, -1.0)


def _in_hands(prop: Prop, body: Body) -> tuple[Vec, Vec]:
    """Return the middle between the palms that hold a thing, and the way across their fingers."""
    arms = [body.arm(part.partition("_")[0]) for part in prop.on]
    middle, axis = ORIGIN, ORIGIN
    for arm in arms:
        middle = middle.plus(arm.hand.plus(arm.palm.forward, _IN_PALM), 1.0 / len(arms))
        across = arm.palm.left
        axis = axis.plus(across, -1.0 if axis.dot(across) < 0.0 else 1.0)
    return middle, axis.unit()


def _towel(prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the way of a towel around a foot, or from hip to hip over the front."""
    if prop.on != _HIPS:
        return _sling(prop, body)
    turns = [radians(_LAP_BEND) * (2 * bend / _BENDS - 1) for bend in range(_BENDS + 1)]
    return tuple(
        body.pelvis.point(Vec(_LAP_AHEAD * cos(turn), _LAP_HALF * sin(turn), _LAP_RISE))
        for turn in turns
    )


def _stick(prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the ends of a stick along the back, on whatever of it stands out most."""
    start = body.pelvis.at
    way = body.neck.at.minus(start).unit()
    back = body.thorax.frame.forward.across(way).unit().times(-1.0)
    balls = [ball for part in prop.on for ball in balls_of(part, body)]
    out = max(ball.at.minus(start).dot(back) + ball.radius for ball in balls)
    low = start.plus(back, out + prop.width / 2).plus(way, -_STICK_BELOW)
    return low, low.plus(way, prop.length)


def _sling(prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the way of a strap from a hand around the foot and back.

    It lies on the side of the foot that is away from the hands, since they pull; what is left
    over hangs from a single hand.
    """
    leg = body.leg(prop.on[-1].partition("_")[0])
    hands = [body.arm(part.partition("_")[0]).hand for part in prop.on[:-1]]
    middle = leg.heel.towards(leg.ball, _MIDFOOT)
    over_sole = leg.foot.up.dot(hands[0].minus(middle)) > 0.0
    thick = prop.height / 2
    bend = middle.plus(leg.foot.up, -(_SOLE + thick) if over_sole else _INSTEP + thick)
    edges = tuple(bend.plus(leg.foot.left, sign * (_HALF_FOOT + thick)) for sign in (1.0, -1.0))
    if len(hands) > 1:
        return hands[0], *edges, hands[1]
    hand = hands[0]
    loose = hand._replace(z=max(thick, hand.z - _LOOSE_END))
    return loose, hand, *edges, hand


def _loop(_prop: Prop, body: Body) -> tuple[Vec, ...]:
    """Return the way of a band around both thighs, just above the knees."""
    legs = body.legs
    left, right = (leg.hip.towards(leg.knee, _ABOVE_KNEE) for leg in legs)
    down = legs[0].thigh.up.plus(legs[1].thigh.up).unit()
    out = left.minus(right).across(down).unit()
    ahead = out.cross(down)
    around = [pi * (bend / _BENDS - 0.5) for bend in range(_BENDS + 1)]
    points = [
        middle.plus(out, sign * _THIGH * cos(turn)).plus(ahead, sign * _THIGH * sin(turn))
        for middle, sign in ((left, 1.0), (right, -1.0))
        for turn in around
    ]
    return *points, points[0]


_COURSES: Final[Mapping[PropKind, Callable[[Prop, Body], tuple[Vec, ...]]]] = {
    PropKind.DUMBBELL: _dumbbell,
    PropKind.STICK: _stick,
    PropKind.STRAP: _sling,
    PropKind.TOWEL: _towel,
    PropKind.BAND: _loop,
}
