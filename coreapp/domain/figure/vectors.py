"""Points, directions and turned frames in three dimensions; everything the figures reckon with."""

from math import acos, cos, degrees, hypot, radians, sin
from typing import Final, NamedTuple

_made: Final = tuple.__new__
"""Makes a named tuple in half the time that its own name takes; for what is made by hundreds."""


class Vec(NamedTuple):
    """A point in metres, or a direction: x ahead of a standing body, y to its left, z up."""

    x: float
    y: float
    z: float

    def plus(self, other: "Vec", factor: float = 1.0) -> "Vec":
        """Return this moved by `factor` times the other."""
        x, y, z = self
        a, b, c = other
        return _made(Vec, (x + factor * a, y + factor * b, z + factor * c))

    def minus(self, other: "Vec") -> "Vec":
        """Return the way from the other to this."""
        x, y, z = self
        a, b, c = other
        return _made(Vec, (x - a, y - b, z - c))

    def times(self, factor: float) -> "Vec":
        """Return this, longer by a factor."""
        x, y, z = self
        return _made(Vec, (x * factor, y * factor, z * factor))

    def dot(self, other: "Vec") -> float:
        """Return the scalar product."""
        x, y, z = self
        a, b, c = other
        return x * a + y * b + z * c

    def cross(self, other: "Vec") -> "Vec":
        """Return the vector product."""
        x, y, z = self
        a, b, c = other
        return _made(Vec, (y * c - z * b, z * a - x * c, x * b - y * a))

    def length(self) -> float:
        """Return the length."""
        return hypot(*self)

    def unit(self) -> "Vec":
        """Return the direction, of length 1; a direction must not be zero."""
        x, y, z = self
        factor = 1.0 / hypot(x, y, z)
        return _made(Vec, (x * factor, y * factor, z * factor))

    def towards(self, other: "Vec", share: float) -> "Vec":
        """Return the point that lies a share of the way to the other."""
        x, y, z = self
        a, b, c = other
        return _made(Vec, (x + share * (a - x), y + share * (b - y), z + share * (c - z)))

    def across(self, direction: "Vec") -> "Vec":
        """Return the part of this that is square to a direction of length 1."""
        x, y, z = self
        a, b, c = direction
        along = x * a + y * b + z * c
        return _made(Vec, (x - along * a, y - along * b, z - along * c))

    def mirrored(self) -> "Vec":
        """Return this with left and right exchanged."""
        x, y, z = self
        return _made(Vec, (x, -y, z))


ORIGIN = Vec(0.0, 0.0, 0.0)
UP = Vec(0.0, 0.0, 1.0)


class Frame(NamedTuple):
    """Which way a part of the body is turned: where its front, its left and its upper end point.

    The three are of length 1 and square to each other; standing upright they are x, y and z.
    """

    forward: Vec
    left: Vec
    up: Vec

    def out(self, local: Vec) -> Vec:
        """Return a direction of this frame in the world."""
        forward, left, up = self
        x, y, z = local
        return _made(
            Vec,
            (
                forward[0] * x + left[0] * y + up[0] * z,
                forward[1] * x + left[1] * y + up[1] * z,
                forward[2] * x + left[2] * y + up[2] * z,
            ),
        )

    def into(self, direction: Vec) -> Vec:
        """Return a direction of the world in this frame."""
        forward, left, up = self
        x, y, z = direction
        return _made(
            Vec,
            (
                forward[0] * x + forward[1] * y + forward[2] * z,
                left[0] * x + left[1] * y + left[2] * z,
                up[0] * x + up[1] * y + up[2] * z,
            ),
        )

    def pitched(self, angle: float) -> "Frame":
        """Return the frame turned about its left axis in degrees: up goes forward."""
        if angle == 0.0:
            return self
        forward, left, up = self
        turn = radians(angle)
        c, s = cos(turn), sin(turn)
        return _made(Frame, (_mix(forward, c, up, -s), left, _mix(forward, s, up, c)))

    def rolled(self, angle: float) -> "Frame":
        """Return the frame turned about its front axis in degrees: up goes to the right."""
        if angle == 0.0:
            return self
        forward, left, up = self
        turn = radians(angle)
        c, s = cos(turn), sin(turn)
        return _made(Frame, (forward, _mix(left, c, up, s), _mix(left, -s, up, c)))

    def turned(self, angle: float) -> "Frame":
        """Return the frame turned about its upright axis in degrees: the front goes to the left."""
        if angle == 0.0:
            return self
        forward, left, up = self
        turn = radians(angle)
        c, s = cos(turn), sin(turn)
        return _made(Frame, (_mix(forward, c, left, s), _mix(forward, -s, left, c), up))

    def mirrored(self) -> "Frame":
        """Return the frame of the mirrored part of the body."""
        return Frame(self.forward.mirrored(), self.left.mirrored().times(-1.0), self.up.mirrored())


WORLD = Frame(Vec(1.0, 0.0, 0.0), Vec(0.0, 1.0, 0.0), Vec(0.0, 0.0, 1.0))


class Place(NamedTuple):
    """Where a part of the body begins, and which way it is turned."""

    at: Vec
    frame: Frame

    def point(self, local: Vec) -> Vec:
        """Return a point of this part in the world; `local` in metres from where it begins."""
        return self.at.plus(self.frame.out(local))

    def moved(self, by: Vec) -> "Place":
        """Return the place elsewhere."""
        return Place(self.at.plus(by), self.frame)

    def mirrored(self) -> "Place":
        """Return the place of the mirrored part."""
        return Place(self.at.mirrored(), self.frame.mirrored())


def frame_along(down: Vec, front: Vec) -> Frame:
    """Return the frame of a bone that points `down`, its front as near to `front` as can be.

    `down` has length 1 and must not be parallel to `front`.
    """
    forward = front.across(down).unit()
    x, y, z = down
    up = _made(Vec, (-x, -y, -z))
    return _made(Frame, (forward, up.cross(forward), up))


def angle_between(first: Vec, second: Vec) -> float:
    """Return the angle between two directions of any length, in degrees, 0 to 180."""
    share = first.dot(second) / (first.length() * second.length())
    return degrees(acos(min(1.0, max(-1.0, share))))


def _mix(first: Vec, one: float, second: Vec, other: float) -> Vec:
    x, y, z = first
    a, b, c = second
    return _made(Vec, (x * one + a * other, y * one + b * other, z * one + c * other))
