"""Moves the root until everything stiff fits what it touches."""

from collections.abc import Callable, Sequence
from typing import Final

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Arm, Body, Leg
from coreapp.domain.figure.contacts import Contact, Room, rod_of, rods_apart
from coreapp.domain.figure.limbs import ArmGoal, LegGoal, ankle_for, wrist_for
from coreapp.domain.figure.parts import Capsule, line_of
from coreapp.domain.figure.vectors import ORIGIN, Vec

Pull = Callable[[Vec], Vec]
"""Tells how far the root, given in metres, has to go for one contact's sake."""

_ROUNDS: Final = 30
_CLOSE: Final = 5e-5
_SHORTEST: Final = 0.10
_LEG: Final = m.THIGH + m.SHANK - 0.0005
_ARM: Final = m.UPPER_ARM + m.FOREARM - 0.0005


def rod(local: Vec, goal: Vec, least: float, most: float) -> Pull:
    """Return the pull of a bone: its upper end `local` stays so far from its lower end `goal`."""

    def pull(root: Vec) -> Vec:
        way = goal.minus(root.plus(local))
        length = way.length()
        if length < 1e-9:
            return ORIGIN
        return way.times((length - min(most, max(least, length))) / length)

    return pull


def point(local: Vec, goal: Vec, normal: Vec | None = None) -> Pull:
    """Return the pull of a stiff point to its goal, or only to the plane through it."""

    def pull(root: Vec) -> Vec:
        way = goal.minus(root.plus(local))
        return way if normal is None else normal.times(way.dot(normal))

    return pull


def leg(loose: Leg, goal: LegGoal) -> Pull:
    """Return the pull of a leg: its knee is where it kneels, or it is no longer than it is."""
    if goal.knee is not None:
        return rod(loose.hip, goal.knee, m.THIGH, m.THIGH)
    ankle = ankle_for(loose, goal) or loose.ankle
    return rod(loose.hip, ankle, _SHORTEST, _LEG)


def arm(loose: Arm, goal: ArmGoal) -> Pull:
    """Return the pull of an arm: its elbow is where it leans, or it is no longer than it is."""
    if goal.elbow is not None:
        return rod(loose.shoulder, goal.elbow, m.UPPER_ARM, m.UPPER_ARM)
    wrist = wrist_for(loose, goal) or loose.wrist
    return rod(loose.shoulder, wrist, _SHORTEST, _ARM)


def roller(contact: Contact, loose: Body, room: Room) -> Pull:
    """Return the pull of a part down or up to a roller, which stays where the pose puts it."""
    line, axis = line_of(contact.part, loose), rod_of(contact.on, loose, room)

    def pull(root: Vec) -> Vec:
        moved = Capsule(line.start.plus(root), line.end.plus(root), line.radius)
        return Vec(0.0, 0.0, -rods_apart(moved, axis))

    return pull


def settled(root: Vec, pulls: Sequence[Pull]) -> Vec:
    """Return the root after every pull had its way in turn until nothing moves any more."""
    for _ in range(_ROUNDS):
        furthest = 0.0
        for pull in pulls:
            step = pull(root)
            root = root.plus(step)
            furthest = max(furthest, abs(step.x), abs(step.y), abs(step.z))
        if furthest < _CLOSE:
            break
    return root
