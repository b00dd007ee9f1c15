"""Keeps a body above the floor: supporting hands lie flat, toes bend, swinging feet clear it."""

from dataclasses import replace
from math import sqrt
from typing import Final

from coreapp.domain.figure.skeleton import (
    BALL_TO_TOE,
    FINGERS,
    KNUCKLES,
    Arm,
    Body,
    Leg,
    Vec,
    View,
)

# From a joint's centre to the skin beneath it, in units of H.
BELOW_TRUNK: Final = 0.060
BELOW_HEAD: Final = 0.058
BELOW_ELBOW: Final = 0.022
BELOW_WRIST: Final = 0.017
BELOW_TIP: Final = 0.009
BELOW_KNEE: Final = 0.032
BELOW_ANKLE: Final = 0.022
BELOW_HEEL: Final = 0.0155
BELOW_BALL: Final = 0.014
BELOW_TOE: Final = 0.010


def on_floor(body: Body, lift: float) -> Body:
    """Return the body with its lowest part on the floor, or `lift` (units of H) above it."""
    lowest = min(
        *(point.z - BELOW_TRUNK for point in (body.pelvis, body.waist, body.chest)),
        body.head.z - BELOW_HEAD,
        *(_lowest_of_arm(arm) for arm in (body.right_arm, body.left_arm)),
        *(_lowest_of_leg(leg) for leg in (body.right_leg, body.left_leg)),
    )
    return body.moved(Vec(0.0, 0.0, lift - lowest))


def grounded(body: Body) -> Body:
    """Return the body with limbs bent so that none sinks, its hands and toes laid on the floor.

    A wrist near the floor under a steep forearm is a supporting hand: it lies flat. Toes under a
    steep foot bend at the ball.
    """
    return replace(
        body,
        right_arm=_hand_laid(_arm_cleared(body.right_arm), body.view),
        left_arm=_hand_laid(_arm_cleared(body.left_arm), body.view),
        right_leg=_toes_bent(_leg_cleared(body.right_leg)),
        left_leg=_toes_bent(_leg_cleared(body.left_leg)),
    )


def _lowest_of_arm(arm: Arm) -> float:
    return min(arm.elbow.z - BELOW_ELBOW, arm.wrist.z - BELOW_WRIST)


def _lowest_of_leg(leg: Leg) -> float:
    return min(
        leg.knee.z - BELOW_KNEE,
        leg.ankle.z - BELOW_ANKLE,
        leg.heel.z - BELOW_HEEL,
        leg.ball.z - BELOW_BALL,
    )


def _share(value: float, start: float, end: float) -> float:
    """Return how far the value is from start to end, 0 to 1."""
    return min(1.0, max(0.0, (value - start) / (end - start)))


def _leg_cleared(leg: Leg) -> Leg:
    """Return the leg with its knee bent until the foot is above the floor."""
    sunk = -min(leg.ankle.z - BELOW_ANKLE, leg.heel.z - BELOW_HEEL, leg.ball.z - BELOW_BALL)
    if sunk <= 0.0:
        return leg
    up = Vec(0.0, 0.0, sunk)
    ankle = leg.ankle.plus(up)
    knee = _middle_joint(leg.hip, leg.knee, leg.ankle, ankle)
    rise = max(0.0, BELOW_KNEE - knee.z)
    return replace(
        leg,
        knee=knee.plus(Vec(0.0, 0.0, rise)),
        ankle=ankle,
        heel=leg.heel.plus(up),
        ball=leg.ball.plus(up),
        toe=leg.toe.plus(up),
    )


def _arm_cleared(arm: Arm) -> Arm:
    """Return the arm with its elbow bent until the wrist is above the floor."""
    sunk = BELOW_WRIST - arm.wrist.z
    if sunk <= 0.0:
        return arm
    up = Vec(0.0, 0.0, sunk)
    wrist = arm.wrist.plus(up)
    elbow = _middle_joint(arm.shoulder, arm.elbow, arm.wrist, wrist)
    return replace(
        arm, elbow=elbow, wrist=wrist, knuckles=arm.knuckles.plus(up), tip=arm.tip.plus(up)
    )


def _middle_joint(root: Vec, middle: Vec, end: Vec, target: Vec) -> Vec:
    """Return where knee or elbow goes when the end goes to `target` (two-bone kinematics).

    It stays on the side of the line to which it pointed before; a stretched limb bends forwards.
    """
    first, second = middle.minus(root).length(), end.minus(middle).length()
    way = target.minus(root)
    reach = min(way.length(), first + second - 1e-6)
    line = way.unit()
    along = (first * first - second * second + reach * reach) / (2 * reach)
    out = sqrt(max(0.0, first * first - along * along))
    old_line = end.minus(root).unit()
    pole = middle.minus(root)
    pole = pole.plus(old_line, -pole.dot(old_line))
    if pole.length() < 1e-4:
        pole = Vec(1.0, 0.0, 0.2)
    pole = pole.plus(line, -pole.dot(line))
    return root.plus(line, along).plus(pole.unit(), out)


def _hand_laid(arm: Arm, view: View) -> Arm:
    forearm = arm.wrist.minus(arm.elbow).unit()
    share = _share(arm.wrist.z, 0.075, 0.045) * _share(-forearm.z, 0.35, 0.6)
    hand = arm.tip.minus(arm.wrist).unit()
    if view is View.SIDE and share > 0.0:
        hand = forearm.towards(Vec(1.0, 0.0, -0.12).unit(), share).unit()
    return _with_hand(arm, _above_floor(arm.wrist, hand, KNUCKLES + FINGERS, BELOW_TIP))


def _with_hand(arm: Arm, hand: Vec) -> Arm:
    knuckles = arm.wrist.plus(hand, KNUCKLES)
    return replace(arm, knuckles=knuckles, tip=knuckles.plus(hand, FINGERS))


def _toes_bent(leg: Leg) -> Leg:
    foot = leg.toe.minus(leg.ball).unit()
    share = _share(leg.ball.z, 0.06, 0.035) * _share(-foot.z, 0.2, 0.5)
    instep = leg.ankle.minus(leg.heel)
    instep = instep.plus(foot, -instep.dot(foot))
    flat = Vec(instep.x, instep.y, 0.0)
    toes = foot
    if share > 0.0 and flat.length() > 0.0:
        toes = foot.towards(flat.unit(), share).unit()
    toes = _above_floor(leg.ball, toes, BALL_TO_TOE, BELOW_TOE)
    return replace(leg, toe=leg.ball.plus(toes, BALL_TO_TOE))


def _above_floor(start: Vec, direction: Vec, length: float, clearance: float) -> Vec:
    """Return the direction, turned up as far as its end needs to stay above the floor."""
    least = (clearance - start.z) / length
    if direction.z >= least or least >= 1.0:
        return direction
    flat = Vec(direction.x, direction.y, 0.0)
    if flat.length() < 1e-6:
        flat = Vec(1.0, 0.0, 0.0)
    level = sqrt(max(0.0, 1.0 - least * least))
    return flat.unit().times(level).plus(Vec(0.0, 0.0, least))
