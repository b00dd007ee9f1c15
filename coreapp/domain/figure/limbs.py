"""Bends arms and legs so that hands, elbows, knees and feet get to where they are held.

Two-bone inverse kinematics: the triangle of upper bone, lower bone and the way to the goal is known
by its sides; elbow and knee bulge to the side to which the pose turns them.
"""

from math import sqrt
from typing import Final, NamedTuple

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Arm, Leg
from coreapp.domain.figure.kinematics import Trunk, arm_of, leg_of
from coreapp.domain.figure.vectors import UP, Frame, Vec, frame_along

_STRAIGHT: Final = 1e-6
_WEAK: Final = 1e-5
_SETTLING: Final = 3
_HALF_STEP: Final = 0.7


class ArmGoal(NamedTuple):
    """Where an arm is held; what is None follows from the angles.

    Attributes:
        elbow, wrist, tip: where they are to be.
        palm: how the hand is turned in the world.
    """

    elbow: Vec | None = None
    wrist: Vec | None = None
    tip: Vec | None = None
    palm: Frame | None = None


class LegGoal(NamedTuple):
    """Where a leg is held; what is None follows from the angles.

    Attributes:
        knee: where the knee is to be.
        heel, ball: where they are to be; both together lay the whole foot down.
        ankle: where the ankle is to be.
        up: away from what the foot stands on.
        foot: how the foot is to be turned; as the shank carries it without.
    """

    knee: Vec | None = None
    heel: Vec | None = None
    ball: Vec | None = None
    ankle: Vec | None = None
    up: Vec = UP
    foot: Frame | None = None


def middle_joint(root: Vec, goal: Vec, first: float, second: float, bulge: Vec) -> Vec:
    """Return where knee or elbow is when the limb's end goes to `goal`.

    `first` and `second` are the lengths of the bones in metres, `bulge` points to the side to which
    the joint goes. A goal out of reach is pointed at.
    """
    way = goal.minus(root)
    length = way.length()
    if length < _STRAIGHT:
        return root.plus(bulge.unit(), first)
    line = way.times(1.0 / length)
    reach = min(max(length, abs(first - second) + _STRAIGHT), first + second - _STRAIGHT)
    along = (first * first - second * second + reach * reach) / (2.0 * reach)
    out = sqrt(max(0.0, first * first - along * along))
    side = bulge.across(line)
    if side.length() < _WEAK:
        return root.plus(line, along)
    return root.plus(line, along).plus(side.unit(), out)


def held_arm(core: Trunk, arm: Arm, goal: ArmGoal) -> Arm:
    """Return an arm, given as its angles leave it, moved to its goal."""
    side = _side_of(core, arm)
    shoulder = arm.shoulder
    upper, fore = _arm_frames(shoulder, arm, goal)
    # The shoulder follows the arm it carries; half steps let it settle where whole ones would not.
    for _ in range(_SETTLING):
        shoulder = shoulder.towards(core.shoulder(side, upper.up.times(-1.0)), _HALF_STEP)
        upper, fore = _arm_frames(shoulder, arm, goal)
    return arm_of(shoulder, upper, fore, _palm(arm, goal, fore))


def _palm(arm: Arm, goal: ArmGoal, fore: Frame) -> Frame:
    if goal.palm is not None:
        return goal.palm
    # Fingertips that rest somewhere keep the hand as it was; a free hand goes with its forearm.
    return arm.palm if goal.tip is not None else _carried(arm.fore, arm.palm, fore)


def wrist_for(arm: Arm, goal: ArmGoal) -> Vec | None:
    """Return where the wrist has to be for a goal; None if that is free."""
    if goal.tip is not None:
        return goal.tip.plus(arm.palm.up, m.WRIST_TO_KNUCKLES + m.KNUCKLES_TO_TIP)
    return goal.wrist


def _side_of(core: Trunk, arm: Arm) -> str:
    out = arm.shoulder.minus(core.neck.at).dot(core.thorax.frame.left)
    return "left" if out > 0 else "right"


def _arm_frames(shoulder: Vec, arm: Arm, goal: ArmGoal) -> tuple[Frame, Frame]:
    """Return how upper arm and forearm are turned for the goal, from where the shoulder is."""
    # The elbow bulges away from the side to which it bends.
    bulge = arm.upper.forward.times(-1.0)
    elbow, wrist = goal.elbow, wrist_for(arm, goal)
    if elbow is None and wrist is not None:
        elbow = middle_joint(shoulder, wrist, m.UPPER_ARM, m.FOREARM, bulge)
    if elbow is None:
        return arm.upper, arm.fore
    down = elbow.minus(shoulder).unit()
    if wrist is None:
        upper = frame_along(down, _not_along(arm.upper.forward, down, arm.upper.up))
        return upper, _carried(arm.upper, arm.fore, upper)
    below = shoulder.plus(down, m.UPPER_ARM)
    along = wrist.minus(below).unit()
    bend = along.across(down)
    front = bend if bend.length() > 0.02 else arm.upper.forward
    upper = frame_along(down, _not_along(front, down, arm.upper.up))
    return upper, frame_along(along, _hinged(upper, along))


def held_leg(core: Trunk, side: str, leg: Leg, goal: LegGoal) -> Leg:
    """Return a leg, given as its angles leave it, moved to its goal; toes lie on the ground."""
    foot = _foot_frame(leg, goal)
    ankle = ankle_for(leg, goal)
    bulge = leg.thigh.forward
    if goal.knee is not None:
        down = goal.knee.minus(leg.hip).unit()
        thigh = frame_along(down, _not_along(bulge, down, leg.thigh.up))
        knee = leg.hip.plus(down, m.THIGH)
        if ankle is None:
            shank = _carried(leg.thigh, leg.shank, thigh)
        else:
            along = ankle.minus(knee).unit()
            shank = frame_along(along, _hinged(thigh, along))
    elif ankle is not None:
        knee = middle_joint(leg.hip, ankle, m.THIGH, m.SHANK, bulge)
        thigh, shank = _leg_frames(leg, knee, ankle)
    else:
        thigh, shank = leg.thigh, leg.shank
    if foot is None:
        foot = _carried(leg.shank, leg.foot, shank)
    return _with_toes(leg_of(core, side, (thigh, shank, foot), 0.0), leg, goal)


def _leg_frames(leg: Leg, knee: Vec, ankle: Vec) -> tuple[Frame, Frame]:
    down, along = knee.minus(leg.hip).unit(), ankle.minus(knee).unit()
    # A bent knee says where its front is: away from the shank.
    bend = along.across(down).times(-1.0)
    front = bend if bend.length() > 0.02 else leg.thigh.forward
    thigh = frame_along(down, _not_along(front, down, leg.thigh.up))
    return thigh, frame_along(along, _hinged(thigh, along))


def _foot_frame(leg: Leg, goal: LegGoal) -> Frame | None:
    """Return how a foot on the ground is turned; None if the shank carries it."""
    if goal.heel is not None and goal.ball is not None:
        toes = goal.ball.minus(goal.heel).across(goal.up)
        return frame_along(goal.up.times(-1.0), toes)
    if goal.heel is not None or goal.ball is not None:
        return leg.foot
    return goal.foot


def ankle_for(leg: Leg, goal: LegGoal) -> Vec | None:
    """Return where the ankle has to be for a goal; None if that is free."""
    foot = _foot_frame(leg, goal)
    if goal.ball is not None and foot is not None:
        return goal.ball.plus(foot.forward, -m.ANKLE_TO_BALL).plus(foot.up, m.BALL_BELOW)
    if goal.heel is not None and foot is not None:
        return goal.heel.plus(foot.forward, m.HEEL_BEHIND).plus(foot.up, m.HEEL_BELOW)
    return goal.ankle


def _with_toes(held: Leg, leg: Leg, goal: LegGoal) -> Leg:
    """Return the leg with its toes as the pose has them, or flat under a heel that is lifted."""
    if goal.ball is None:
        return _toed(held, held.foot.out(leg.foot.into(leg.toe.minus(leg.ball))).unit())
    # Flat or upright, a foot's toes point to where its front and its instep point together.
    flat = held.foot.forward.plus(held.foot.up).across(goal.up)
    if flat.length() < _WEAK:
        return _toed(held, held.foot.forward)
    sink = (m.BALL_RADIUS - m.TOE_RADIUS) / m.BALL_TO_TOE
    return _toed(held, flat.unit().plus(goal.up, -sink).unit())


def _toed(leg: Leg, direction: Vec) -> Leg:
    toe = leg.ball.plus(direction, m.BALL_TO_TOE)
    return Leg(
        leg.hip, leg.knee, leg.ankle, leg.heel, leg.ball, toe, leg.thigh, leg.shank, leg.foot
    )


def flat_palm(arm: Arm, normal: Vec, fallback: Vec) -> Frame:
    """Return how a hand lies on a plane: fingers where they point, or to `fallback`."""
    fingers = arm.palm.up.times(-1.0)
    level = fingers.across(normal)
    if level.length() < 0.35:
        level = fallback.across(normal)
    slope = (m.WRIST_HEIGHT - m.KNUCKLE_RADIUS) / m.WRIST_TO_KNUCKLES
    down = level.unit().plus(normal, -slope).unit()
    return frame_along(down, normal.times(-1.0))


def _carried(old_parent: Frame, old_child: Frame, parent: Frame) -> Frame:
    """Return the child's frame after its parent was turned."""
    return Frame(
        parent.out(old_parent.into(old_child.forward)),
        parent.out(old_parent.into(old_child.left)),
        parent.out(old_parent.into(old_child.up)),
    )


def _hinged(upper: Frame, along: Vec) -> Vec:
    """Return the front of a lower bone that points `along`, after the hinge above it has turned.

    Beyond a right angle the upper bone's own front would be the lower one's back.
    """
    return upper.forward.times(-along.dot(upper.up)).plus(upper.up, along.dot(upper.forward))


def _not_along(front: Vec, down: Vec, other: Vec) -> Vec:
    """Return `front`, or a stand-in when the bone has turned to point along it."""
    if front.across(down).length() > _WEAK:
        return front
    return other if front.dot(down) > 0 else other.times(-1.0)
