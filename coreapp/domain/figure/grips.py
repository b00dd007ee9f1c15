"""Brings limbs to other parts of the body and to what hands hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.contacts import (
    HANDLE_HALF,
    Contact,
    Room,
    is_hand,
    plane_of,
    rod_of,
    touching_ball,
)
from coreapp.domain.figure.kinematics import Trunk
from coreapp.domain.figure.limbs import ArmGoal, LegGoal, held_arm, held_leg
from coreapp.domain.figure.parts import ARM_PARTS
from coreapp.domain.figure.props import PropKind
from coreapp.domain.figure.vectors import UP, Vec

_PASSES: Final = 3
_INWARDS: Final = 0.6


def grip(core: Trunk, body: Body, contacts: Sequence[Contact], room: Room) -> tuple[Body, Room]:
    """Return the body with its limbs on each other, and the room with what hands carry."""
    room = _carried(body, contacts, room)
    touching = [contact for contact in contacts if _is_grip(contact, room)]
    # Legs first: hands and elbows go to where knees are.
    touching.sort(key=lambda contact: contact.part.partition("_")[2] in ARM_PARTS)
    for _ in range(_PASSES if touching else 0):
        for contact in touching:
            body = _brought(core, body, contact, room)
    return body, room


def _is_grip(contact: Contact, room: Room) -> bool:
    prop = room.get(contact.on)
    if prop is not None and (prop.kind is PropKind.ROLLER or not is_hand(contact.part)):
        return False
    return "_" in contact.part and plane_of(contact.on, room) is None


def _carried(body: Body, contacts: Sequence[Contact], room: Room) -> Room:
    """Return the room with every kettlebell in the middle of the hands that hold it."""
    held: dict[str, list[Vec]] = {}
    for contact in contacts:
        prop = room.get(contact.on)
        if prop is not None and prop.kind is PropKind.KETTLEBELL:
            held.setdefault(prop.name, []).append(body.arm(contact.part.partition("_")[0]).hand)
    if not held:
        return room
    moved = {name: room[name].moved_to(_middle(hands)) for name, hands in held.items()}
    return {**room, **moved}


def _middle(points: Sequence[Vec]) -> Vec:
    total = Vec(0.0, 0.0, 0.0)
    for point in points:
        total = total.plus(point)
    return total.times(1.0 / len(points))


def _brought(core: Trunk, body: Body, contact: Contact, room: Room) -> Body:
    """Return the body with one limb a step nearer to what it touches."""
    side, _, name = contact.part.partition("_")
    at, radius = touching_ball(contact, body, room)
    rod = rod_of(contact.on, body, room)
    nearest = rod.nearest(at)
    if contact.on in room and not room[contact.on].on:
        out = HANDLE_HALF * _INWARDS if side == "left" else -HANDLE_HALF * _INWARDS
        nearest = room[contact.on].at.plus(body.thorax.frame.left, out)
    away = at.minus(nearest)
    length = away.length()
    direction = away.times(1.0 / length) if length > 1e-6 else UP
    shift = direction.times(rod.radius + radius - length)
    if name in ARM_PARTS and contact.on.endswith(("_hand", "_fingers")):
        # The other hand comes half the way.
        shift = shift.times(0.5)
    return _shifted(core, body, (side, name), shift)


def _shifted(core: Trunk, body: Body, part: tuple[str, str], shift: Vec) -> Body:
    side, name = part
    if name in ARM_PARTS:
        arm = body.arm(side)
        if name in {"elbow", "forearm", "arm"}:
            goal = ArmGoal(elbow=arm.elbow.plus(shift))
        else:
            goal = ArmGoal(wrist=arm.wrist.plus(shift))
        return _with(body, f"{side}_arm", held_arm(core, arm, goal))
    leg = body.leg(side)
    if name == "knee":
        leg_goal = LegGoal(knee=leg.knee.plus(shift))
    else:
        leg_goal = LegGoal(ankle=leg.ankle.plus(shift))
    return _with(body, f"{side}_leg", held_leg(core, side, leg, leg_goal))


def _with(body: Body, name: str, limb: object) -> Body:
    changes: Mapping[str, object] = {name: limb}
    return replace(body, **changes)  # type: ignore[arg-type]  # one limb of the body, by name
