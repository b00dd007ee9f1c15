"""Places a body: on what it touches, with the angles of its pose.

The angles give the first guess. The root is moved until what cannot bend (the trunk, a thigh on
its knee, an upper arm on its elbow) fits what it touches and no limb is out of reach; then the
limbs are bent to their goals. What two key poses both touch is held still between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from coreapp.domain.figure import rooting
from coreapp.domain.figure.anchors import (
    Anchors,
    anchored,
    arm_goal,
    leg_goal,
    resting,
    whole_feet,
)
from coreapp.domain.figure.angles import Angles
from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.clearing import cleared
from coreapp.domain.figure.contacts import Contact, Room, plane_of
from coreapp.domain.figure.grips import grip
from coreapp.domain.figure.kinematics import place_body, trunk_of
from coreapp.domain.figure.limbs import held_arm, held_leg
from coreapp.domain.figure.parts import balls_of, is_limb
from coreapp.domain.figure.props import PropKind
from coreapp.domain.figure.rooting import Pull, settled
from coreapp.domain.figure.vectors import Vec

_DRIFT: Final = 0.02
"""How much the straight way of the hips counts against what is held."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A placed body, the things around it, and where its contacts are held."""

    body: Body
    room: Room
    anchors: Anchors


def solve_key(
    angles: Angles,
    contacts: Sequence[Contact],
    room: Room,
    held: Anchors,
    at: tuple[float | None, float | None],
) -> Solved:
    """Return a key pose, placed.

    Args:
        angles: in degrees.
        contacts: what the pose touches.
        room: the things around.
        held: anchors of the pose before; those of shared contacts stay.
        at: x and height of the middle of the hips in metres where the pose fixes them.
    """
    start = place_body(angles)
    shared = {
        contact: held[contact] for contact in contacts if contact in held and not contact.slides
    }
    root = _first_root(start, contacts, room, shared, at)
    body = start.moved(root)
    found = {
        contact: shared.get(contact) or anchored(contact, body, room)
        for contact in contacts
        if plane_of(contact.on, room) is not None
    }
    anchors = whole_feet(found, shared)
    solved = _solved(start, root, contacts, anchors, room, fixed=at[1] is not None)
    # What is held from now on is where the parts have really come to lie.
    kept = {
        contact: shared.get(contact) or resting(anchor, contact, solved.body)
        for contact, anchor in anchors.items()
    }
    return replace(solved, anchors=kept)


def solve_between(
    angles: Angles, root: Vec, contacts: Sequence[Contact], anchors: Anchors, room: Room
) -> Solved:
    """Return the body on its way between two key poses.

    `root` is where the middle of the hips would be without any contact, in metres. With contacts
    it goes to where the angles bring what is held nearest to its place, so that a knee bends as
    the pose says and not as the straight way of the hips would have it.
    """
    start = place_body(angles)
    sums = [[_DRIFT, _DRIFT * axis] for axis in root]
    _sum_up(sums, start, contacts, room, anchors)
    x, y, z = (total / weight for weight, total in sums)
    return _solved(start, Vec(x, y, z), contacts, anchors, room, fixed=False)


def solve_breath(angles: Angles, contacts: Sequence[Contact], placed: Solved) -> Solved:
    """Return a placed body with angles that differ from its own by a breath.

    The hips stay where they are: a breath bends no knee.
    """
    root = placed.body.pelvis.at
    start = place_body(angles)
    return _solved(start, root, contacts, placed.anchors, placed.room, fixed=False)


def _solved(
    start: Body,
    root: Vec,
    contacts: Sequence[Contact],
    anchors: Anchors,
    room: Room,
    *,
    fixed: bool,
) -> Solved:
    """Return the body `start`, whose hips are at the origin, moved and bent to its contacts."""
    if not fixed:
        root = settled(root, _pulls(start, contacts, anchors, room))
    body = start.moved(root)
    core = trunk_of(body)
    legs, arms = {}, {}
    for side in SIDES:
        for_leg, for_arm = leg_goal(side, anchors), arm_goal(side, anchors)
        leg, arm = body.leg(side), body.arm(side)
        legs[side] = held_leg(core, side, leg, for_leg) if for_leg else leg
        arms[side] = held_arm(core, arm, for_arm) if for_arm else arm
    body = replace(
        body,
        left_leg=legs["left"],
        right_leg=legs["right"],
        left_arm=arms["left"],
        right_arm=arms["right"],
    )
    body, room = grip(core, body, contacts, room)
    return Solved(cleared(core, body, anchors), room, anchors)


def _first_root(
    start: Body,
    contacts: Sequence[Contact],
    room: Room,
    shared: Anchors,
    at: tuple[float | None, float | None],
) -> Vec:
    """Return where the middle of the hips is so that the contacts fit best, by least squares."""
    sums = [[1e-9, 0.0], [1e-9, 0.0], [1e-9, 0.0]]
    _sum_up(sums, start, contacts, room, shared)
    x, y, z = (total / weight for weight, total in sums)
    return Vec(x if at[0] is None else at[0], y, z if at[1] is None else at[1])


def _sum_up(
    sums: list[list[float]],
    start: Body,
    contacts: Sequence[Contact],
    room: Room,
    shared: Anchors,
) -> None:
    """Add to each axis what every contact wants of the root, by its weight."""
    for contact in contacts:
        plane = plane_of(contact.on, room)
        if plane is None:
            continue
        balls = balls_of(contact.part, start)
        weight = _weight(contact.part) / len(balls)
        anchor = shared.get(contact)
        for index, ball in enumerate(balls):
            if anchor is not None and not contact.slides:
                _add(sums, anchor.points[index].minus(ball.at), (1.0, 1.0, 1.0), weight)
                continue
            point, normal = plane
            gap = ball.at.minus(point).dot(normal) - ball.radius
            push = normal.times(-gap)
            _add(sums, push, (abs(normal.x), abs(normal.y), abs(normal.z)), weight)


def _add(
    sums: list[list[float]], push: Vec, share: tuple[float, float, float], weight: float
) -> None:
    for axis in range(3):
        sums[axis][0] += weight * share[axis]
        sums[axis][1] += weight * share[axis] * push[axis]


def _weight(part: str) -> float:
    """Return how much a part decides where the body is: the stiffer, the more."""
    if not is_limb(part):
        return 12.0
    return 4.0 if part.endswith(("knee", "elbow")) else 1.0


def _pulls(loose: Body, contacts: Sequence[Contact], anchors: Anchors, room: Room) -> list[Pull]:
    pulls: list[Pull] = []
    for side in SIDES:
        for_leg, for_arm = leg_goal(side, anchors), arm_goal(side, anchors)
        if for_leg is not None:
            pulls.append(rooting.leg(loose.leg(side), for_leg))
        if for_arm is not None:
            pulls.append(rooting.arm(loose.arm(side), for_arm))
    for contact in contacts:
        anchor = anchors.get(contact)
        prop = room.get(contact.on)
        if anchor is not None and not is_limb(contact.part):
            slides = anchor.normal if contact.slides else None
            balls = balls_of(contact.part, loose)
            pulls += [
                rooting.point(ball.at, goal, slides)
                for ball, goal in zip(balls, anchor.points, strict=True)
            ]
        elif prop is not None and prop.kind is PropKind.ROLLER:
            pulls.append(rooting.roller(contact, loose, room))
    return pulls
