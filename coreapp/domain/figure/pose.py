"""A pose in the clinical angles of its file, and the directions that follow from them.

Angles are in degrees, zero when standing upright with the arms hanging. Flexion is positive.
"""

from dataclasses import dataclass

from coreapp.domain.figure.skeleton import Direction, Segment, Stance, View, mirrored

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class JointAngles:
    """A pose seen from the side; pairs are right, left.

    Attributes:
        trunk: where the lower trunk points: 90 upright, 0 prone with the head to the right, 180 on
            the back with the head to the left.
        spine: flexion between the halves of the trunk; negative arches.
        neck: flexion of the neck.
        hips: flexion; 0 is the thigh in line with the trunk.
        knees: flexion.
        ankles: dorsiflexion; 0 is the foot square to the shank.
        shoulders: flexion; 0 is the arm along the trunk, 180 overhead.
        elbows: flexion.
        forearms_in: degrees by which both forearms turn towards the middle of the body.
    """

    trunk: float
    spine: float
    neck: float
    hips: Pair
    knees: Pair
    ankles: Pair
    shoulders: Pair
    elbows: Pair
    forearms_in: float = 0.0

    def stance(self) -> Stance:
        """Return the directions of all segments."""
        upper = self.trunk - self.spine
        stance = {
            Segment.LOWER_TRUNK: Direction(self.trunk),
            Segment.UPPER_TRUNK: Direction(upper),
            Segment.HEAD: Direction(upper - self.neck),
        }
        for index, side in enumerate(("right", "left")):
            thigh = self.trunk + 180 + self.hips[index]
            shank = thigh - self.knees[index]
            arm = upper + 180 + self.shoulders[index]
            stance[Segment(f"{side}_thigh")] = Direction(thigh)
            stance[Segment(f"{side}_shank")] = Direction(shank)
            stance[Segment(f"{side}_foot")] = Direction(shank + 90 + self.ankles[index])
            stance[Segment(f"{side}_upper_arm")] = Direction(arm)
            inwards = -self.forearms_in if side == "right" else self.forearms_in
            forearm = Direction(arm + self.elbows[index], inwards)
            stance[Segment(f"{side}_forearm")] = forearm
        return stance


def between(first: Stance, second: Stance, share: float) -> Stance:
    """Return the stance a share (0 to 1) of the way from the first to the second."""
    return {
        segment: direction.towards(second[segment], share) for segment, direction in first.items()
    }


def other_side(stance: Stance, view: View, *, mirror: bool) -> Stance:
    """Return the stance, mirrored if asked for."""
    return mirrored(stance, view) if mirror else stance
