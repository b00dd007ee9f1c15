"""A posed body: where every joint is and which way every part is turned."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coreapp.domain.figure.vectors import Frame, Place, Vec

SIDES: Final = ("left", "right")

JOINTS: Final = (
    "head",
    "neck",
    "chest",
    "waist",
    "pelvis",
    *(
        f"{side}_{joint}"
        for side in SIDES
        for joint in (
            "shoulder",
            "elbow",
            "wrist",
            "hand",
            "hip",
            "knee",
            "ankle",
            "heel",
            "toe",
        )
    ),
)
"""The names under which joints are told to the world."""


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm, from the trunk outwards.

    Attributes:
        shoulder, elbow, wrist, hand, tip: the joints; `hand` is at the knuckles, `tip` at the end
            of the fingers.
        upper, fore, palm: which way upper arm, forearm and hand are turned. `up` points back
            towards the trunk; `forward` is the side to which the elbow bends, and for the palm the
            way it faces.
    """

    shoulder: Vec
    elbow: Vec
    wrist: Vec
    hand: Vec
    tip: Vec
    upper: Frame
    fore: Frame
    palm: Frame

    def moved(self, by: Vec) -> "Arm":
        """Return the arm elsewhere."""
        return Arm(
            self.shoulder.plus(by),
            self.elbow.plus(by),
            self.wrist.plus(by),
            self.hand.plus(by),
            self.tip.plus(by),
            self.upper,
            self.fore,
            self.palm,
        )

    def mirrored(self) -> "Arm":
        """Return the arm of the other side."""
        return Arm(
            self.shoulder.mirrored(),
            self.elbow.mirrored(),
            self.wrist.mirrored(),
            self.hand.mirrored(),
            self.tip.mirrored(),
            self.upper.mirrored(),
            self.fore.mirrored(),
            self.palm.mirrored(),
        )


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg, from the trunk outwards.

    Attributes:
        hip, knee, ankle, heel, ball, toe: the joints; `ball` is where the toes begin, `toe` where
            they end.
        thigh, shank, foot: which way they are turned. `up` points back towards the trunk,
            `forward` is the side of the kneecap; the foot's `forward` points to the toes, its `up`
            to the instep.
    """

    hip: Vec
    knee: Vec
    ankle: Vec
    heel: Vec
    ball: Vec
    toe: Vec
    thigh: Frame
    shank: Frame
    foot: Frame

    def moved(self, by: Vec) -> "Leg":
        """Return the leg elsewhere."""
        return Leg(
            self.hip.plus(by),
            self.knee.plus(by),
            self.ankle.plus(by),
            self.heel.plus(by),
            self.ball.plus(by),
            self.toe.plus(by),
            self.thigh,
            self.shank,
            self.foot,
        )

    def mirrored(self) -> "Leg":
        """Return the leg of the other side."""
        return Leg(
            self.hip.mirrored(),
            self.knee.mirrored(),
            self.ankle.mirrored(),
            self.heel.mirrored(),
            self.ball.mirrored(),
            self.toe.mirrored(),
            self.thigh.mirrored(),
            self.shank.mirrored(),
            self.foot.mirrored(),
        )


@dataclass(frozen=True, slots=True)
class Body:
    """All parts of a body; lengths in metres, the floor at z = 0.

    Attributes:
        pelvis: begins between the hip joints.
        lumbar: begins at the waist.
        thorax: begins at the chest.
        neck: begins between the shoulders.
        head: the middle of the skull; `forward` is where the face looks.
        breath: how full the lungs are, 0 to 1.
    """

    pelvis: Place
    lumbar: Place
    thorax: Place
    neck: Place
    head: Place
    left_arm: Arm
    right_arm: Arm
    left_leg: Leg
    right_leg: Leg
    breath: float = 0.0

    @property
    def arms(self) -> tuple[Arm, Arm]:
        """The left and the right arm."""
        return self.left_arm, self.right_arm

    @property
    def legs(self) -> tuple[Leg, Leg]:
        """The left and the right leg."""
        return self.left_leg, self.right_leg

    def arm(self, side: str) -> Arm:
        """Return the arm of "left" or "right"."""
        return self.left_arm if side == "left" else self.right_arm

    def leg(self, side: str) -> Leg:
        """Return the leg of "left" or "right"."""
        return self.left_leg if side == "left" else self.right_leg

    def joints(self) -> Mapping[str, Vec]:
        """Return where each joint of `JOINTS` is, in metres."""
        places = {
            "head": self.head.at,
            "neck": self.neck.at,
            "chest": self.thorax.at,
            "waist": self.lumbar.at,
            "pelvis": self.pelvis.at,
        }
        for side in SIDES:
            arm, leg = self.arm(side), self.leg(side)
            places |= {
                f"{side}_shoulder": arm.shoulder,
                f"{side}_elbow": arm.elbow,
                f"{side}_wrist": arm.wrist,
                f"{side}_hand": arm.hand,
                f"{side}_hip": leg.hip,
                f"{side}_knee": leg.knee,
                f"{side}_ankle": leg.ankle,
                f"{side}_heel": leg.heel,
                f"{side}_toe": leg.toe,
            }
        return places

    def moved(self, by: Vec) -> "Body":
        """Return the body elsewhere."""
        return Body(
            self.pelvis.moved(by),
            self.lumbar.moved(by),
            self.thorax.moved(by),
            self.neck.moved(by),
            self.head.moved(by),
            self.left_arm.moved(by),
            self.right_arm.moved(by),
            self.left_leg.moved(by),
            self.right_leg.moved(by),
            self.breath,
        )

    def mirrored(self) -> "Body":
        """Return the body with left and right exchanged: the mirror is the plane y = 0."""
        return Body(
            self.pelvis.mirrored(),
            self.lumbar.mirrored(),
            self.thorax.mirrored(),
            self.neck.mirrored(),
            self.head.mirrored(),
            self.right_arm.mirrored(),
            self.left_arm.mirrored(),
            self.right_leg.mirrored(),
            self.left_leg.mirrored(),
            self.breath,
        )
