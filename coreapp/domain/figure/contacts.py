"""What touches what, and how well."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.carried import course
from coreapp.domain.figure.parts import COMPOUNDS, Capsule, balls_of, line_of
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import ORIGIN, UP, Vec

FLOOR: Final = "floor"
HANDLE_RADIUS: Final = 0.016
HANDLE_HALF: Final = 0.055
_GRIP: Final = 0.022

Room = Mapping[str, Prop]
"""The things around a body, by name."""


class Contact(NamedTuple):
    """A part of the body that touches something.

    Attributes:
        part: one of `parts.PARTS`.
        on: the floor, a thing by its name, or another part of the body.
        slides: whether the part may move along what it touches.
    """

    part: str
    on: str
    slides: bool = False

    def mirrored(self) -> "Contact":
        """Return the contact of the mirrored body; things keep their names."""
        return Contact(mirrored_name(self.part), mirrored_name(self.on), self.slides)


def atoms(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return the contacts with compound parts taken apart: a foot is a heel and a ball."""
    return tuple(
        Contact(part, contact.on, contact.slides)
        for contact in contacts
        for part in COMPOUNDS.get(contact.part, (contact.part,))
    )


class Touch(NamedTuple):
    """A contact as it is; the gap is in metres, below zero when one part is in the other."""

    contact: Contact
    gap: float


def mirrored_name(name: str) -> str:
    """Return the name of the same part of the other side."""
    for one, other in (("left_", "right_"), ("right_", "left_")):
        if name.startswith(one):
            return other + name.removeprefix(one)
    return name


def plane_of(on: str, room: Room) -> tuple[Vec, Vec] | None:
    """Return a point and the normal of a flat thing; None for what is round or alive."""
    if on == FLOOR:
        return ORIGIN, UP
    prop = room.get(on)
    if prop is None or prop.on or prop.kind in {PropKind.ROLLER, PropKind.KETTLEBELL}:
        return None
    return prop.surface()


def rod_of(on: str, body: Body, room: Room) -> Capsule:
    """Return a part of the body, a roller, a handle or a stick as a rod that can be touched."""
    prop = room.get(on)
    if prop is None:
        return line_of(on, body)
    if prop.on:
        line = course(prop, body)
        thick = HANDLE_RADIUS if prop.kind is PropKind.DUMBBELL else prop.width / 2
        return Capsule(line[0], line[-1], thick)
    across = Vec(-prop.facing.y, prop.facing.x, 0.0)
    if prop.kind is PropKind.ROLLER:
        half = prop.width / 2
        return Capsule(prop.at.plus(across, half), prop.at.plus(across, -half), prop.height / 2)
    return Capsule(
        prop.at.plus(across, HANDLE_HALF), prop.at.plus(across, -HANDLE_HALF), HANDLE_RADIUS
    )


def touch(contact: Contact, body: Body, room: Room) -> Touch:
    """Return how well a contact is kept; of a part with two ends the worse one counts."""
    plane = plane_of(contact.on, room)
    if plane is None:
        return Touch(contact, _round_gap(contact, body, room))
    point, normal = plane
    gaps = [
        ball.at.minus(point).dot(normal) - ball.radius
        for part in COMPOUNDS.get(contact.part, (contact.part,))
        for ball in balls_of(part, body)
    ]
    return Touch(contact, max(gaps, key=abs))


def _round_gap(contact: Contact, body: Body, room: Room) -> float:
    rod = rod_of(contact.on, body, room)
    prop = room.get(contact.on)
    if prop is not None and prop.kind is PropKind.ROLLER:
        return rods_apart(line_of(contact.part, body), rod)
    at, radius = touching_ball(contact, body, room)
    gap = at.minus(rod.nearest(at)).length() - radius - rod.radius
    # A hand is around its handle: only what it does not reach is a gap.
    return gap if prop is None or not is_hand(contact.part) else max(0.0, gap)


def is_hand(part: str) -> bool:
    """Tell whether a part can be closed around a thing."""
    return part.endswith("_hand")


def touching_ball(contact: Contact, body: Body, room: Room) -> tuple[Vec, float]:
    """Return middle and radius of the sphere with which a part touches something round."""
    if contact.on in room and is_hand(contact.part):
        side = contact.part.partition("_")[0]
        return body.arm(side).hand, _GRIP - HANDLE_RADIUS
    ball = balls_of(contact.part, body)[-1]
    return ball.at, ball.radius


def rods_apart(first: Capsule, second: Capsule) -> float:
    """Return the distance between the skins of two rods in metres, below zero if they cut."""
    d1, d2 = first.end.minus(first.start), second.end.minus(second.start)
    between = first.start.minus(second.start)
    a, e, f = d1.dot(d1), d2.dot(d2), d2.dot(between)
    c = d1.dot(between)
    if a < 1e-12:
        near = first.start
    elif e < 1e-12:
        near = first.nearest(second.start)
    else:
        b = d1.dot(d2)
        square = a * e - b * b
        share = min(1.0, max(0.0, (b * f - c * e) / square)) if square > 1e-12 else 0.0
        other = second.nearest(first.start.plus(d1, share))
        near = first.nearest(other)
    return near.minus(second.nearest(near)).length() - first.radius - second.radius
