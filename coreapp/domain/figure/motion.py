"""How a figure moves: key poses in time, and the body at any moment between them.

What touches the floor stays where it is: every step of a movement names the part that holds still,
and the pelvis is placed so that it does.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi
from typing import assert_never

from coreapp.domain.figure.floor import grounded, on_floor
from coreapp.domain.figure.pose import between, other_side
from coreapp.domain.figure.skeleton import (
    Arm,
    Body,
    Leg,
    Stance,
    Vec,
    View,
    build_body,
)


class Anchor(StrEnum):
    """The part that holds still during a step."""

    PELVIS = "pelvis"
    RIGHT_FOOT = "right_foot"
    LEFT_FOOT = "left_foot"
    RIGHT_TOES = "right_toes"
    LEFT_TOES = "left_toes"
    RIGHT_KNEE = "right_knee"
    LEFT_KNEE = "left_knee"
    RIGHT_HAND = "right_hand"
    LEFT_HAND = "left_hand"
    RIGHT_ELBOW = "right_elbow"
    LEFT_ELBOW = "left_elbow"

    def mirrored(self) -> "Anchor":
        """Return the same part of the other side."""
        if self.value.startswith("right_"):
            return Anchor("left_" + self.value.removeprefix("right_"))
        return Anchor(self.value.replace("left_", "right_"))

    def of(self, body: Body) -> Vec:
        """Return where that part of a body is."""
        match self:
            case Anchor.PELVIS:
                return body.pelvis
            case Anchor.RIGHT_FOOT | Anchor.RIGHT_TOES | Anchor.RIGHT_KNEE:
                return _of_leg(self, body.right_leg)
            case Anchor.LEFT_FOOT | Anchor.LEFT_TOES | Anchor.LEFT_KNEE:
                return _of_leg(self, body.left_leg)
            case Anchor.RIGHT_HAND | Anchor.RIGHT_ELBOW:
                return _of_arm(self, body.right_arm)
            case Anchor.LEFT_HAND | Anchor.LEFT_ELBOW:
                return _of_arm(self, body.left_arm)
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class Key:
    """A key pose: how long the way to it takes, how long it is held, what holds still on the way.

    Attributes:
        move: seconds from the key before; 0 for the first.
        hold: seconds in the pose.
        lift: how high above the floor the lowest part is, in units of H.
    """

    stance: Stance
    move: float
    hold: float
    anchor: Anchor
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class Camera:
    """From where a figure is looked at, in degrees.

    Attributes:
        azimuth: turned from the square side view towards where the figure faces.
        elevation: above the horizon.
    """

    azimuth: float
    elevation: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One exercise as a moving figure, drawn for its right side."""

    exercise: str
    view: View
    mat: bool
    camera: Camera
    keys: tuple[Key, ...]

    @property
    def seconds(self) -> float:
        """How long one repetition takes at its own pace."""
        return sum(key.move + key.hold for key in self.keys)

    def moments(self) -> tuple[float, ...]:
        """Return when each key pose is reached, 0 to 1."""
        reached, passed = [], 0.0
        for key in self.keys:
            passed += key.move
            reached.append(passed / self.seconds)
            passed += key.hold
        return tuple(reached)

    def key_bodies(self, *, mirror: bool = False) -> tuple[Body, ...]:
        """Return the body in every key pose, placed on the floor."""
        bodies: list[Body] = []
        for key in self.keys:
            stance = other_side(key.stance, self.view, mirror=mirror)
            body = on_floor(build_body(stance, self.view), key.lift)
            if bodies:
                anchor = key.anchor.mirrored() if mirror else key.anchor
                way = anchor.of(bodies[-1]).x - anchor.of(body).x
                body = body.moved(Vec(way, 0.0, 0.0))
            bodies.append(body)
        return tuple(grounded(body) for body in bodies)

    def body_at(self, moment: float, *, mirror: bool = False) -> Body:
        """Return the body at a moment of one repetition, 0 to 1."""
        return Movement(self, mirror=mirror).body_at(moment)


class Movement:
    """A figure on one side, with its key poses placed once: for many moments of it."""

    def __init__(self, figure: Figure, *, mirror: bool = False) -> None:
        self._figure = figure
        self._mirror = mirror
        self._bodies = figure.key_bodies(mirror=mirror)

    def body_at(self, moment: float) -> Body:
        """Return the body at a moment of one repetition, 0 to 1."""
        figure, bodies = self._figure, self._bodies
        index, share = self._step_at(min(1.0, max(0.0, moment)) * figure.seconds)
        if share >= 1.0 or index == 0:
            return bodies[index]
        key = figure.keys[index]
        anchor = key.anchor.mirrored() if self._mirror else key.anchor
        stance = between(figure.keys[index - 1].stance, key.stance, share)
        body = build_body(other_side(stance, figure.view, mirror=self._mirror), figure.view)
        stays = anchor.of(bodies[index - 1]).towards(anchor.of(bodies[index]), share)
        return grounded(body.moved(stays.minus(anchor.of(body))))

    def _step_at(self, seconds: float) -> tuple[int, float]:
        """Return the key that is moved to at that time, and the eased share of the way."""
        passed = 0.0
        for index, key in enumerate(self._figure.keys):
            if seconds < passed + key.move:
                return index, _eased((seconds - passed) / key.move)
            passed += key.move + key.hold
            if seconds < passed:
                return index, 1.0
        return len(self._figure.keys) - 1, 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures, by the id of their exercise."""

    by_exercise: dict[str, Figure]

    def find(self, exercise: str) -> Figure | None:
        """Return the figure of an exercise, or None if it has none."""
        return self.by_exercise.get(exercise)


def _of_leg(anchor: Anchor, leg: Leg) -> Vec:
    match anchor:
        case Anchor.RIGHT_KNEE | Anchor.LEFT_KNEE:
            return leg.knee
        case Anchor.RIGHT_TOES | Anchor.LEFT_TOES:
            return leg.ball
        case _:
            return leg.ankle


def _of_arm(anchor: Anchor, arm: Arm) -> Vec:
    return arm.elbow if anchor in {Anchor.RIGHT_ELBOW, Anchor.LEFT_ELBOW} else arm.wrist


def _eased(share: float) -> float:
    """Return the share of the way after a share of the time: slow, fast, slow."""
    return (1.0 - cos(pi * share)) / 2.0
