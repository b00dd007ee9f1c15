"""Where what a body touches is held, and what that asks of its arms and legs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.contacts import Contact, Room, plane_of
from coreapp.domain.figure.limbs import ArmGoal, LegGoal, flat_palm
from coreapp.domain.figure.parts import balls_of
from coreapp.domain.figure.vectors import ORIGIN, UP, Frame, Vec


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a part that touches a plane is held.

    Attributes:
        points: the middles of the part's round ends.
        normal: away from the plane.
        palm: how a hand lies on it; None for other parts.
    """

    points: tuple[Vec, ...]
    normal: Vec
    palm: Frame | None = None


Anchors = Mapping[Contact, Anchor]


def anchored(contact: Contact, body: Body, room: Room) -> Anchor:
    """Return where a part that touches a plane for the first time is held."""
    plane = plane_of(contact.on, room)
    point, normal = plane if plane is not None else (ORIGIN, UP)
    points = tuple(
        ball.at.plus(normal, ball.radius - ball.at.minus(point).dot(normal))
        for ball in balls_of(contact.part, body)
    )
    side, _, name = contact.part.partition("_")
    if name != "hand":
        return Anchor(points, normal)
    arm = body.arm(side)
    ahead = UP if abs(normal.z) < 0.5 else _ahead(body)
    palm = flat_palm(arm, normal, ahead)
    return Anchor((points[0], points[0].plus(palm.up, -m.WRIST_TO_KNUCKLES)), normal, palm)


def whole_feet(anchors: Anchors, shared: Anchors) -> Anchors:
    """Return the anchors with every ball that comes down before a held heel at a foot's length."""
    found = dict(anchors)
    for contact, anchor in anchors.items():
        side, _, name = contact.part.partition("_")
        heel = Contact(f"{side}_heel", contact.on)
        if name != "ball" or contact in shared or heel not in shared:
            continue
        start = shared[heel].points[0]
        toes = anchor.points[0].minus(start).across(anchor.normal)
        if toes.length() > 0.0:
            length = m.HEEL_BEHIND + m.ANKLE_TO_BALL
            sole = m.BALL_RADIUS - m.HEEL_RADIUS
            ball = start.plus(toes.unit(), length).plus(anchor.normal, sole)
            found[contact] = replace(anchor, points=(ball,))
    return found


def resting(anchor: Anchor, contact: Contact, body: Body) -> Anchor:
    """Return the anchor of a part where the part has come to lie."""
    points = tuple(ball.at for ball in balls_of(contact.part, body))
    return replace(anchor, points=points)


def _ahead(body: Body) -> Vec:
    """Return where fingers point when the pose leaves it open: to the head, or to the front."""
    up = body.thorax.frame.up
    return up if abs(up.z) < 0.9 else body.thorax.frame.forward


def leg_goal(side: str, anchors: Anchors) -> LegGoal | None:
    """Return where a leg is held; None for one that is free."""
    goal = LegGoal()
    for contact, anchor in anchors.items():
        owner, _, name = contact.part.partition("_")
        if owner != side:
            continue
        match name:
            case "ball":
                goal = goal._replace(ball=anchor.points[0], up=anchor.normal)
            case "heel":
                goal = goal._replace(heel=anchor.points[0], up=anchor.normal)
            case "ankle" | "instep":
                goal = goal._replace(ankle=anchor.points[0])
            case "knee":
                goal = goal._replace(knee=anchor.points[0])
            case _:
                continue
    return None if goal == LegGoal() else goal


def arm_goal(side: str, anchors: Anchors) -> ArmGoal | None:
    """Return where an arm is held; None for one that is free."""
    goal = ArmGoal()
    for contact, anchor in anchors.items():
        owner, _, name = contact.part.partition("_")
        if owner != side:
            continue
        match name:
            case "hand":
                goal = goal._replace(wrist=anchor.points[0], palm=anchor.palm)
            case "wrist":
                goal = goal._replace(wrist=anchor.points[0])
            case "elbow":
                goal = goal._replace(elbow=anchor.points[0])
            case "fingers":
                goal = goal._replace(tip=anchor.points[0])
            case _:
                continue
    return None if goal == ArmGoal() else goal
