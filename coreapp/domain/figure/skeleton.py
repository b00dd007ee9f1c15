"""The skeleton and where its joints are for given directions of its segments.

Lengths are fractions of the body's height H (Drillis and Contini; Winter, Biomechanics and Motor
Control of Human Movement). The world has x to the right, y away from the viewer, z up, the floor
at z = 0. In a side view the figure faces right and its right side is near; in a front view it faces
the viewer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians, sin
from typing import Final, NamedTuple

SHANK: Final = 0.246
THIGH: Final = 0.245
HALF_TRUNK: Final = 0.144
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
KNUCKLES: Final = 0.052
FINGERS: Final = 0.046
NECK_TO_HEAD: Final = 0.122
HALF_HIPS: Final = 0.050
HALF_SHOULDERS: Final = 0.101
ANKLE_TO_BALL: Final = 0.100
BALL_TO_TOE: Final = 0.040
HEEL_BEHIND: Final = 0.024
SOLE_BELOW: Final = 0.025
BLADE_RISE: Final = 0.026


class Vec(NamedTuple):
    """A point or a direction, in units of H."""

    x: float
    y: float
    z: float

    def plus(self, other: "Vec", factor: float = 1.0) -> "Vec":
        """Return this moved by `factor` times the other."""
        return Vec(self.x + factor * other.x, self.y + factor * other.y, self.z + factor * other.z)

    def minus(self, other: "Vec") -> "Vec":
        """Return the way from the other to this."""
        return self.plus(other, -1.0)

    def times(self, factor: float) -> "Vec":
        """Return this, longer by a factor."""
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: "Vec") -> float:
        """Return the scalar product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self) -> float:
        """Return the length."""
        return hypot(self.x, self.y, self.z)

    def unit(self) -> "Vec":
        """Return the direction, of length 1; a direction must not be zero."""
        return self.times(1.0 / self.length())

    def towards(self, other: "Vec", share: float) -> "Vec":
        """Return the point that lies a share of the way to the other."""
        return self.plus(other.minus(self), share)


class View(StrEnum):
    """From where the directions of a figure are meant."""

    SIDE = "side"
    FRONT = "front"


class Segment(StrEnum):
    """A rigid part of the body; its direction points away from the pelvis."""

    LOWER_TRUNK = "lower_trunk"
    UPPER_TRUNK = "upper_trunk"
    HEAD = "head"
    RIGHT_THIGH = "right_thigh"
    LEFT_THIGH = "left_thigh"
    RIGHT_SHANK = "right_shank"
    LEFT_SHANK = "left_shank"
    RIGHT_FOOT = "right_foot"
    LEFT_FOOT = "left_foot"
    RIGHT_UPPER_ARM = "right_upper_arm"
    LEFT_UPPER_ARM = "left_upper_arm"
    RIGHT_FOREARM = "right_forearm"
    LEFT_FOREARM = "left_forearm"

    def mirrored(self) -> "Segment":
        """Return the same part of the other side."""
        name = self.value
        if name.startswith("right_"):
            return Segment("left_" + name.removeprefix("right_"))
        return Segment(name.replace("left_", "right_"))


class Direction(NamedTuple):
    """Where a segment points.

    Attributes:
        angle: degrees in the picture's plane, counter-clockwise from the right; may exceed 360 so
            that the way from one pose to the next is the joint's own way.
        near: degrees turned out of the plane towards the viewer.
    """

    angle: float
    near: float = 0.0

    def vector(self) -> Vec:
        """Return the direction as a vector of length 1."""
        flat = cos(radians(self.near))
        angle = radians(self.angle)
        return Vec(flat * cos(angle), -sin(radians(self.near)), flat * sin(angle))

    def towards(self, other: "Direction", share: float) -> "Direction":
        """Return the direction a share of the way to the other."""
        return Direction(
            self.angle + share * (other.angle - self.angle),
            self.near + share * (other.near - self.near),
        )


Stance = Mapping[Segment, Direction]


@dataclass(frozen=True, slots=True)
class Arm:
    """The joints of an arm, from the trunk outwards."""

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    knuckles: Vec
    tip: Vec

    def moved(self, by: Vec) -> "Arm":
        """Return the arm elsewhere."""
        return Arm(
            self.shoulder.plus(by),
            self.elbow.plus(by),
            self.wrist.plus(by),
            self.knuckles.plus(by),
            self.tip.plus(by),
        )


@dataclass(frozen=True, slots=True)
class Leg:
    """The joints of a leg, from the trunk outwards."""

    hip: Vec
    knee: Vec
    ankle: Vec
    heel: Vec
    ball: Vec
    toe: Vec

    def moved(self, by: Vec) -> "Leg":
        """Return the leg elsewhere."""
        return Leg(
            self.hip.plus(by),
            self.knee.plus(by),
            self.ankle.plus(by),
            self.heel.plus(by),
            self.ball.plus(by),
            self.toe.plus(by),
        )


@dataclass(frozen=True, slots=True)
class Body:
    """Where everything is: points in units of H.

    Attributes:
        across: the direction from the left to the right side.
        face: where the face looks.
        crown: from the neck to the top of the head.
    """

    view: View
    pelvis: Vec
    waist: Vec
    chest: Vec
    head: Vec
    across: Vec
    face: Vec
    crown: Vec
    right_arm: Arm
    left_arm: Arm
    right_leg: Leg
    left_leg: Leg

    def moved(self, by: Vec) -> "Body":
        """Return the body elsewhere."""
        return Body(
            self.view,
            self.pelvis.plus(by),
            self.waist.plus(by),
            self.chest.plus(by),
            self.head.plus(by),
            self.across,
            self.face,
            self.crown,
            self.right_arm.moved(by),
            self.left_arm.moved(by),
            self.right_leg.moved(by),
            self.left_leg.moved(by),
        )


def mirrored(stance: Stance, view: View) -> Stance:
    """Return the stance with right and left exchanged."""
    if view is View.SIDE:
        return {segment.mirrored(): direction for segment, direction in stance.items()}
    return {
        segment.mirrored(): Direction(180.0 - direction.angle, direction.near)
        for segment, direction in stance.items()
    }


def build_body(stance: Stance, view: View) -> Body:
    """Return the body with its pelvis at the origin.

    Raises:
        KeyError: the stance lacks a segment.
    """
    lower, upper, crown = (
        stance[segment].vector()
        for segment in (Segment.LOWER_TRUNK, Segment.UPPER_TRUNK, Segment.HEAD)
    )
    across = Vec(0.0, -1.0, 0.0) if view is View.SIDE else Vec(-lower.z, 0.0, lower.x)
    chest_across = across if view is View.SIDE else Vec(-upper.z, 0.0, upper.x)
    face = Vec(crown.z, 0.0, -crown.x) if view is View.SIDE else Vec(0.0, -1.0, 0.0)
    pelvis = Vec(0.0, 0.0, 0.0)
    waist = pelvis.plus(lower, HALF_TRUNK)
    chest = waist.plus(upper, HALF_TRUNK)
    sides = (("right", 1.0), ("left", -1.0))
    right_arm, left_arm = (
        _arm(stance, side, chest.plus(chest_across, sign * HALF_SHOULDERS), upper)
        for side, sign in sides
    )
    right_leg, left_leg = (
        _leg(stance, side, pelvis.plus(across, sign * HALF_HIPS)) for side, sign in sides
    )
    return Body(
        view,
        pelvis,
        waist,
        chest,
        chest.plus(crown, NECK_TO_HEAD),
        across,
        face,
        crown,
        right_arm,
        left_arm,
        right_leg,
        left_leg,
    )


def _arm(stance: Stance, side: str, socket: Vec, trunk: Vec) -> Arm:
    upper = stance[Segment(f"{side}_upper_arm")].vector()
    forearm = stance[Segment(f"{side}_forearm")].vector()
    shoulder = socket.plus(trunk, BLADE_RISE * max(0.0, upper.dot(trunk)))
    elbow = shoulder.plus(upper, UPPER_ARM)
    wrist = elbow.plus(forearm, FOREARM)
    knuckles = wrist.plus(forearm, KNUCKLES)
    return Arm(shoulder, elbow, wrist, knuckles, knuckles.plus(forearm, FINGERS))


def _leg(stance: Stance, side: str, hip: Vec) -> Leg:
    thigh = stance[Segment(f"{side}_thigh")].vector()
    shank = stance[Segment(f"{side}_shank")].vector()
    foot = stance[Segment(f"{side}_foot")].vector()
    knee = hip.plus(thigh, THIGH)
    ankle = knee.plus(shank, SHANK)
    sole = shank.plus(foot, -shank.dot(foot)).unit()
    heel = ankle.plus(foot, -HEEL_BEHIND).plus(sole, SOLE_BELOW)
    ball = ankle.plus(foot, ANKLE_TO_BALL).plus(sole, SOLE_BELOW)
    return Leg(hip, knee, ankle, heel, ball, ball.plus(foot, BALL_TO_TOE))
