"""The flesh on the joints: which circles make up each part of the body.

Radii are fractions of the body's height, measured along each segment.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from coreapp.domain.figure.skeleton import Arm, Body, Leg, Vec, View
from coreapp.ui.figure.camera import Ball, Projector
from coreapp.ui.figure.shapes import Hull, chain

_THIGH: Final = ((0.0, 0.0530), (0.25, 0.0505), (0.6, 0.0415), (1.0, 0.0330))
_SHANK: Final = ((0.0, 0.0330), (0.12, 0.0320), (0.3, 0.0345), (0.62, 0.0270), (0.8, 0.0230))
_CALF_END: Final = ((0.7, 0.0235), (1.0, 0.0195))
_UPPER_ARM: Final = ((0.0, 0.0310), (0.3, 0.0285), (0.65, 0.0255), (1.0, 0.0220))
_FOREARM: Final = ((0.0, 0.0220), (0.22, 0.0238), (0.6, 0.0195), (1.0, 0.0155))
_SLEEVE: Final = ((0.0, 0.0350), (0.3, 0.0330), (0.56, 0.0315))
# Height above the hips, half width, half depth.
_SHIRT: Final = (
    (0.050, 0.086, 0.062),
    (0.080, 0.080, 0.058),
    (0.115, 0.075, 0.056),
    (0.155, 0.081, 0.060),
    (0.195, 0.090, 0.066),
    (0.235, 0.090, 0.064),
    (0.266, 0.074, 0.052),
    (0.288, 0.050, 0.040),
)
_HIPS: Final = ((-0.028, 0.068, 0.058), (0.004, 0.093, 0.067), (0.022, 0.091, 0.064))
_HIP_LENGTH: Final = 0.288


@dataclass(frozen=True, slots=True)
class LimbHulls:
    """A leg or an arm: bare skin, and the cloth over it; the cloth's last hull is cut flat."""

    skin: tuple[Hull, ...]
    cloth: tuple[Hull, ...]


@dataclass(frozen=True, slots=True)
class HeadParts:
    """The head: hulls of skin, circles of hair, and the circle that hair leaves free."""

    neck: tuple[Hull, ...]
    skull: tuple[Hull, ...]
    ear: Ball
    hair: Ball
    free: Ball
    bun: tuple[Hull, ...]


def leg_hulls(leg: Leg, back: Vec, projector: Projector) -> LimbHulls:
    """Return a leg in leggings with a bare foot; `back` points behind the pelvis."""
    thigh = [_along(leg.hip, leg.knee, part, projector) for part in _THIGH]
    shank = [_along(leg.knee, leg.ankle, part, projector) for part in _SHANK]
    seat = leg.hip.plus(back, 0.026).plus(leg.knee.minus(leg.hip).unit(), 0.008)
    buttock = projector.ball(seat, 0.0500)
    bare = [_along(leg.knee, leg.ankle, part, projector) for part in _CALF_END]
    ankle = projector.ball(leg.ankle, 0.0200)
    heel, ball, toe = (
        projector.ball(point, radius)
        for point, radius in ((leg.heel, 0.0155), (leg.ball, 0.0140), (leg.toe, 0.0100))
    )
    foot = ((ankle, heel), (ankle, ball), (heel, ball), (ball, toe))
    seat_hull = (buttock, thigh[0], thigh[1], thigh[2])
    return LimbHulls((*chain(bare), *foot), (seat_hull, *chain(thigh), *chain(shank)))


def arm_hulls(arm: Arm, projector: Projector) -> LimbHulls:
    """Return a bare arm in a short sleeve."""
    upper = [_along(arm.shoulder, arm.elbow, part, projector) for part in _UPPER_ARM]
    fore = [_along(arm.elbow, arm.wrist, part, projector) for part in _FOREARM]
    wrist = projector.ball(arm.wrist, 0.0150)
    palm = projector.ball(arm.wrist.towards(arm.knuckles, 0.75), 0.0185)
    knuckles = projector.ball(arm.knuckles, 0.0165)
    tip = projector.ball(arm.tip, 0.0090)
    hand = ((wrist, palm), (palm, knuckles), (knuckles, tip))
    sleeve = [_along(arm.shoulder, arm.elbow, part, projector) for part in _SLEEVE]
    return LimbHulls((*chain(upper), *chain(fore), *hand), chain(sleeve))


def trunk_hulls(body: Body, projector: Projector) -> tuple[Hull, ...]:
    """Return the shirt without sleeves, from the hem to the collar, with the shoulders."""
    hulls = _rows(body, _SHIRT, projector)
    top = body.chest
    upper = body.chest.minus(body.waist).unit()
    shoulders: list[Hull] = []
    for arm in (body.left_arm, body.right_arm):
        ball = projector.ball(arm.shoulder, 0.0345)
        inner = top.towards(arm.shoulder, 0.35)
        collar = projector.ball(top.towards(arm.shoulder, 0.3).plus(upper, 0.004), 0.036)
        ribs = projector.ball(inner.plus(upper, -0.085), 0.056)
        shoulders.append((ball, collar, ribs))
    return (*hulls, *shoulders)


def hip_hulls(body: Body, projector: Projector) -> tuple[Hull, ...]:
    """Return the part of the leggings that covers the pelvis."""
    return _rows(body, _HIPS, projector)


def head_parts(body: Body, projector: Projector) -> HeadParts:
    """Return head and neck."""
    head, crown, face = body.head, body.crown, body.face
    frontal = body.view is View.FRONT
    upper = body.chest.minus(body.waist).unit()
    root = body.chest.plus(upper, -0.02)
    nape = head.plus(crown, -0.036).plus(face, -0.012)
    neck = (projector.ball(root, 0.036), projector.ball(nape, 0.0275))
    skull = projector.ball(head.plus(crown, 0.006).plus(face, -0.004), 0.0560)
    brow = projector.ball(head.plus(face, 0.020).plus(crown, 0.008), 0.0410)
    chin = projector.ball(head.plus(crown, -0.043).plus(face, 0.027), 0.0215)
    jaw = projector.ball(head.plus(crown, -0.026).plus(face, 0.012), 0.0350)
    nose = projector.ball(head.plus(face, 0.0635).plus(crown, -0.012), 0.0085)
    bridge = projector.ball(head.plus(face, 0.048).plus(crown, 0.006), 0.0120)
    bun_at = head.plus(face, -0.056).plus(crown, 0.030)
    knot = head.plus(face, -0.044).plus(crown, 0.024)
    free = head.plus(face, 0.047).plus(crown, -0.040 if frontal else -0.027)
    hulls: tuple[Hull, ...] = ((skull, brow), (skull, jaw), (jaw, chin, brow))
    if not frontal:
        hulls = (*hulls, (bridge, nose))
    return HeadParts(
        neck=(neck,),
        skull=hulls,
        ear=projector.ball(head.plus(face, -0.010).plus(crown, -0.010), 0.0115),
        hair=projector.ball(head.plus(crown, 0.0085).plus(face, -0.0065), 0.0600),
        free=projector.ball(free, 0.0640 if frontal else 0.0560),
        bun=((projector.ball(bun_at, 0.0255), projector.ball(knot, 0.022)),),
    )


def pelvis_back(body: Body) -> Vec:
    """Return where the seat points: away from the belly."""
    lower = body.waist.minus(body.pelvis).unit()
    return Vec(0.0, 1.0, 0.0) if body.view is View.FRONT else Vec(-lower.z, 0.0, lower.x)


def _along(start: Vec, end: Vec, part: tuple[float, float], projector: Projector) -> Ball:
    return projector.ball(start.towards(end, part[0]), part[1])


def _rows(
    body: Body, rows: tuple[tuple[float, float, float], ...], projector: Projector
) -> tuple[Hull, ...]:
    """Return hulls around the trunk's curve; each row is two spheres side by side."""
    pairs: list[tuple[Ball, Ball]] = []
    for height, width, depth in rows:
        middle = _on_spine(body, height / _HIP_LENGTH)
        out = width - depth
        pairs.append(
            (
                projector.ball(middle.plus(body.across, out), depth),
                projector.ball(middle.plus(body.across, -out), depth),
            )
        )
    return tuple((*first, *second) for first, second in pairwise(pairs))


def _on_spine(body: Body, share: float) -> Vec:
    """Return a point of the smooth curve from the hips to the shoulders."""
    if share < 0.0:
        return body.pelvis.plus(body.waist.minus(body.pelvis), 2 * share)
    first = body.pelvis.towards(body.waist, share)
    return first.towards(body.waist.towards(body.chest, share), share)
