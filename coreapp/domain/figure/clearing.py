"""Keeps swinging limbs above the floor: a foot or a hand on its way does not go through it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import SIDES, Arm, Body, Leg
from coreapp.domain.figure.contacts import Contact
from coreapp.domain.figure.kinematics import Trunk
from coreapp.domain.figure.limbs import ArmGoal, LegGoal, held_arm, held_leg
from coreapp.domain.figure.vectors import Vec

_FREE_LEG: Final = frozenset({"hip", "thigh"})
_FREE_ARM: Final = frozenset({"shoulder"})


def cleared(core: Trunk, body: Body, held: Iterable[Contact]) -> Body:
    """Return the body with each free limb bent as far as it needs to clear the floor."""
    busy = set()
    for contact in held:
        side, _, part = contact.part.partition("_")
        if part not in _FREE_LEG and part not in _FREE_ARM:
            busy.add((side, part in _OF_LEG))
    for side in SIDES:
        if (side, True) not in busy:
            body = _leg_cleared(core, body, side)
        if (side, False) not in busy:
            body = _arm_cleared(core, body, side)
    return body


_OF_LEG: Final = frozenset({"foot", "sole", "ball", "heel", "ankle", "instep", "knee", "shin"})


def _leg_cleared(core: Trunk, body: Body, side: str) -> Body:
    leg = body.leg(side)
    sunk = _sunk_leg(leg)
    if sunk <= 0.0:
        return body
    # The foot keeps its slope: carried by the shank its toes would sink as the knee bends.
    goal = LegGoal(ankle=leg.ankle.plus(Vec(0.0, 0.0, sunk)), foot=leg.foot)
    lifted = held_leg(core, side, leg, goal)
    return replace(body, left_leg=lifted) if side == "left" else replace(body, right_leg=lifted)


def _arm_cleared(core: Trunk, body: Body, side: str) -> Body:
    arm = body.arm(side)
    sunk = _sunk_arm(arm)
    if sunk <= 0.0:
        return body
    lifted = held_arm(core, arm, ArmGoal(wrist=arm.wrist.plus(Vec(0.0, 0.0, sunk))))
    return replace(body, left_arm=lifted) if side == "left" else replace(body, right_arm=lifted)


def _sunk_leg(leg: Leg) -> float:
    """Return how far a leg is under the floor, in metres; not above zero if it is not."""
    return -min(
        leg.ankle.z - m.ANKLE_RADIUS,
        leg.heel.z - m.HEEL_RADIUS,
        leg.ball.z - m.BALL_RADIUS,
        leg.toe.z - m.TOE_RADIUS,
    )


def _sunk_arm(arm: Arm) -> float:
    """Return how far an arm is under the floor, in metres; not above zero if it is not."""
    return -min(
        arm.wrist.z - m.WRIST_RADIUS, arm.hand.z - m.KNUCKLE_RADIUS, arm.tip.z - m.TIP_RADIUS
    )
