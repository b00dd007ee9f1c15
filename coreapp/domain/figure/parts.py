"""The parts with which a body touches something, as round shapes."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import SIDES, Arm, Body, Leg
from coreapp.domain.figure.vectors import Place, Vec


class Ball(NamedTuple):
    """A sphere: its middle and its radius in metres."""

    at: Vec
    radius: float


class Capsule(NamedTuple):
    """A rod with round ends, in metres."""

    start: Vec
    end: Vec
    radius: float

    def nearest(self, point: Vec) -> Vec:
        """Return the point of the rod's middle line that is nearest to a point."""
        way = self.end.minus(self.start)
        length = way.dot(way)
        if length == 0.0:
            return self.start
        share = point.minus(self.start).dot(way) / length
        return self.start.plus(way, min(1.0, max(0.0, share)))


_BELLY: Final = 0.0625 * m.STATURE
_BACK: Final = 0.0690 * m.STATURE
_UPPER_BACK: Final = 0.0660 * m.STATURE
_CHEST_HEIGHT: Final = 0.028 * m.STATURE
_CHIN: Final = Vec(0.030 * m.STATURE, 0.0, -0.044 * m.STATURE)
_CHIN_RADIUS: Final = 0.024 * m.STATURE
_THIGH_RADIUS: Final = 0.0430 * m.STATURE

_ARM_BALLS: Final[dict[str, Callable[[Arm], tuple[Ball, ...]]]] = {
    "hand": lambda arm: (Ball(arm.wrist, m.WRIST_HEIGHT), Ball(arm.hand, m.KNUCKLE_RADIUS)),
    "fingers": lambda arm: (Ball(arm.tip, m.TIP_RADIUS),),
    "wrist": lambda arm: (Ball(arm.wrist, m.WRIST_RADIUS),),
    "elbow": lambda arm: (Ball(arm.elbow, m.ELBOW_RADIUS),),
    "shoulder": lambda arm: (Ball(arm.shoulder, m.SHOULDER_RADIUS),),
}
_LEG_BALLS: Final[dict[str, Callable[[Leg], tuple[Ball, ...]]]] = {
    "ball": lambda leg: (Ball(leg.ball, m.BALL_RADIUS),),
    "heel": lambda leg: (Ball(leg.heel, m.HEEL_RADIUS),),
    "ankle": lambda leg: (Ball(leg.ankle, m.ANKLE_RADIUS),),
    "instep": lambda leg: (Ball(leg.ankle, m.ANKLE_RADIUS),),
    "knee": lambda leg: (Ball(leg.knee, m.KNEE_RADIUS),),
    "thigh": lambda leg: (Ball(leg.hip.towards(leg.knee, 0.5), _THIGH_RADIUS),),
    "hip": lambda leg: (Ball(leg.hip, m.HIP_RADIUS),),
}
_TRUNK_BALLS: Final[dict[str, Callable[[Body], tuple[Ball, ...]]]] = {
    "left_seat": lambda body: (_seat(body.pelvis, 1.0),),
    "right_seat": lambda body: (_seat(body.pelvis, -1.0),),
    "low_back": lambda body: (Ball(body.pelvis.at, _BACK),),
    "upper_back": lambda body: (_blades(body),),
    "chest": lambda body: (_blades(body),),
    "belly": lambda body: (Ball(body.pelvis.at, _BELLY),),
    "head": lambda body: (Ball(body.head.at, m.HEAD_RADIUS),),
    "forehead": lambda body: (Ball(body.head.at, m.HEAD_RADIUS),),
    "chin": lambda body: (Ball(body.head.point(_CHIN), _CHIN_RADIUS),),
}

ARM_PARTS: Final = frozenset(_ARM_BALLS)
LEG_PARTS: Final = frozenset(_LEG_BALLS)

COMPOUNDS: Final[Mapping[str, tuple[str, str]]] = {
    "back": ("low_back", "upper_back"),
    **{f"{side}_foot": (f"{side}_heel", f"{side}_ball") for side in SIDES},
    **{f"{side}_shin": (f"{side}_knee", f"{side}_instep") for side in SIDES},
    **{f"{side}_forearm": (f"{side}_elbow", f"{side}_wrist") for side in SIDES},
}
"""Parts that rest on two others at once."""

PARTS: Final = (
    *_TRUNK_BALLS,
    *(f"{side}_{part}" for side in SIDES for part in (*_ARM_BALLS, *_LEG_BALLS)),
    *COMPOUNDS,
)
"""Everything that can touch something."""

PLURALS: Final[Mapping[str, str]] = {
    "hands": "hand",
    "fingertips": "fingers",
    "wrists": "wrist",
    "elbows": "elbow",
    "forearms": "forearm",
    "shoulders": "shoulder",
    "feet": "foot",
    "balls": "ball",
    "heels": "heel",
    "ankles": "ankle",
    "insteps": "instep",
    "knees": "knee",
    "shins": "shin",
    "thighs": "thigh",
    "hips": "hip",
    "seat": "seat",
}
"""Words for both sides at once."""


def both_sides(word: str) -> tuple[str, ...]:
    """Return the parts that a word means: both hands for "hands"."""
    if word not in PLURALS:
        return (word,)
    return tuple(f"{side}_{PLURALS[word]}" for side in SIDES)


def is_limb(part: str) -> bool:
    """Tell whether a part can be bent to where it touches; others move with the trunk."""
    name = part.partition("_")[2]
    return name in _BENDING


_BENDING: Final = (ARM_PARTS | LEG_PARTS) - {"shoulder", "hip", "thigh"}


def balls_of(part: str, body: Body) -> tuple[Ball, ...]:
    """Return the round ends of a part that lie on what it touches."""
    if part in _TRUNK_BALLS:
        return _TRUNK_BALLS[part](body)
    side, _, name = part.partition("_")
    if name in _ARM_BALLS:
        return _ARM_BALLS[name](body.arm(side))
    return _LEG_BALLS[name](body.leg(side))


def line_of(part: str, body: Body) -> Capsule:
    """Return a part as a rod: something can roll along it, or lie anywhere on it."""
    if part in _TRUNK_LINES:
        return _TRUNK_LINES[part](body)
    side, _, name = part.partition("_")
    if name in _LEG_LINES:
        return _LEG_LINES[name](body.leg(side))
    if name in _ARM_LINES:
        return _ARM_LINES[name](body.arm(side))
    ball = balls_of(part, body)[0]
    return Capsule(ball.at, ball.at, ball.radius)


def all_balls(body: Body) -> dict[str, Ball]:
    """Return spheres for everything that must not sink into the floor."""
    found = {
        "belly": _TRUNK_BALLS["belly"](body)[0],
        "chest": _blades(body),
        "head": _TRUNK_BALLS["head"](body)[0],
        "left_seat": _seat(body.pelvis, 1.0),
        "right_seat": _seat(body.pelvis, -1.0),
    }
    for side in SIDES:
        arm, leg = body.arm(side), body.leg(side)
        found |= {
            f"{side}_shoulder": Ball(arm.shoulder, m.SHOULDER_RADIUS),
            f"{side}_elbow": Ball(arm.elbow, m.ELBOW_RADIUS),
            f"{side}_wrist": Ball(arm.wrist, m.WRIST_RADIUS),
            f"{side}_hand": Ball(arm.hand, m.KNUCKLE_RADIUS),
            f"{side}_tip": Ball(arm.tip, m.TIP_RADIUS),
            f"{side}_hip": Ball(leg.hip, m.HIP_RADIUS),
            f"{side}_knee": Ball(leg.knee, m.KNEE_RADIUS),
            f"{side}_ankle": Ball(leg.ankle, m.ANKLE_RADIUS),
            f"{side}_heel": Ball(leg.heel, m.HEEL_RADIUS),
            f"{side}_ball": Ball(leg.ball, m.BALL_RADIUS),
            f"{side}_toe": Ball(leg.toe, m.TOE_RADIUS),
        }
    return found


def _seat(pelvis: Place, sign: float) -> Ball:
    return Ball(pelvis.point(Vec(m.SEAT.x, sign * m.SEAT.y, m.SEAT.z)), m.SEAT_RADIUS)


def _blades(body: Body) -> Ball:
    return Ball(body.thorax.point(Vec(0.0, 0.0, _CHEST_HEIGHT)), _UPPER_BACK)


_LEG_LINES: Final[dict[str, Callable[[Leg], Capsule]]] = {
    "thigh": lambda leg: Capsule(leg.hip, leg.knee, _THIGH_RADIUS),
    "shin": lambda leg: Capsule(leg.knee, leg.ankle, m.ANKLE_RADIUS),
    "foot": lambda leg: Capsule(leg.heel, leg.ball, m.BALL_RADIUS),
}
_ARM_LINES: Final[dict[str, Callable[[Arm], Capsule]]] = {
    "hand": lambda arm: Capsule(arm.wrist, arm.hand, m.KNUCKLE_RADIUS),
    "forearm": lambda arm: Capsule(arm.elbow, arm.wrist, m.WRIST_RADIUS),
}
_TRUNK_LINES: Final[dict[str, Callable[[Body], Capsule]]] = {
    "upper_back": lambda body: Capsule(body.thorax.at, body.neck.at, _UPPER_BACK),
    "chest": lambda body: _wide(body.thorax.point(Vec(0.0, 0.0, _CHEST_HEIGHT)), body, 0.03),
    "low_back": lambda body: _wide(body.lumbar.at, body, 0.02, 0.055),
    "belly": lambda body: _wide(body.pelvis.point(Vec(0.0, 0.0, 0.06)), body, 0.03, 0.060),
}


def _wide(at: Vec, body: Body, half: float, radius: float = 0.064) -> Capsule:
    """Return a rod across the trunk; `half` its length and `radius` in units of stature."""
    out = body.pelvis.frame.left.times(half * m.STATURE)
    return Capsule(at.plus(out), at.plus(out, -1.0), radius * m.STATURE)
