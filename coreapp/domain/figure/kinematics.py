"""Makes a body of clinical angles: from the pelvis outwards, joint by joint."""

from math import atan2, degrees, hypot

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.angles import Angles
from coreapp.domain.figure.body import Arm, Body, Leg
from coreapp.domain.figure.vectors import ORIGIN, WORLD, Frame, Place, Vec


def place_body(angles: Angles, pelvis: Vec = ORIGIN) -> Body:
    """Return the body with these angles; those that are missing are zero."""
    return attach(trunk(angles, pelvis), angles)


class Trunk:
    """Pelvis to head of a body: where the limbs are attached."""

    __slots__ = ("head", "lumbar", "neck", "pelvis", "thorax")

    def __init__(
        self, pelvis: Place, lumbar: Place, thorax: Place, neck: Place, head: Place
    ) -> None:
        self.pelvis = pelvis
        self.lumbar = lumbar
        self.thorax = thorax
        self.neck = neck
        self.head = head

    def hip(self, side: str) -> Vec:
        """Return the hip joint of a side."""
        out = m.HALF_HIPS if side == "left" else -m.HALF_HIPS
        return self.pelvis.at.plus(self.pelvis.frame.left, out)

    def shoulder(self, side: str, arm: Vec) -> Vec:
        """Return the shoulder joint for an upper arm that points along `arm`.

        The blade carries the joint up, inwards and forwards as the arm rises and reaches.
        """
        frame = self.thorax.frame
        sign = 1.0 if side == "left" else -1.0
        raised = max(0.0, (arm.dot(frame.up) + 0.3) / 1.3)
        return (
            self.neck.at.plus(frame.left, sign * (m.HALF_SHOULDERS - m.BLADE_IN * raised))
            .plus(frame.up, m.BLADE_RISE * raised)
            .plus(frame.forward, m.BLADE_FORWARD * arm.dot(frame.forward))
        )


def root_frame(angles: Angles) -> Frame:
    """Return how the pelvis is turned in the world."""
    get = angles.get
    return WORLD.turned(get("yaw", 0.0)).pitched(get("pitch", 0.0)).rolled(get("roll", 0.0))


def trunk(angles: Angles, pelvis: Vec) -> Trunk:
    """Return the trunk and the head with these angles."""
    get = angles.get
    root = root_frame(angles)
    waist = pelvis.plus(root.up, m.HIP_TO_WAIST)
    lumbar = _bent(root, angles, "lumbar")
    chest = waist.plus(lumbar.up, m.WAIST_TO_CHEST)
    thorax = _bent(lumbar, angles, "thoracic")
    neck_at = chest.plus(thorax.up, m.CHEST_TO_NECK)
    neck = _bent(thorax, angles, "neck")
    skull = neck_at.plus(neck.up, m.NECK_TO_SKULL)
    head = neck.pitched(get("head_nod", 0.0))
    return Trunk(
        Place(pelvis, root),
        Place(waist, lumbar),
        Place(chest, thorax),
        Place(neck_at, neck),
        Place(skull.plus(head.up, m.SKULL_TO_HEAD), head),
    )


def attach(core: Trunk, angles: Angles) -> Body:
    """Return the body of a trunk with the limbs at these angles."""
    breath = angles.get("breath", 0.0)
    return Body(
        core.pelvis,
        core.lumbar,
        core.thorax,
        core.neck,
        core.head,
        free_arm(core, "left", angles),
        free_arm(core, "right", angles),
        free_leg(core, "left", angles),
        free_leg(core, "right", angles),
        breath,
    )


def trunk_of(body: Body) -> Trunk:
    """Return the trunk of a body that is placed already."""
    return Trunk(body.pelvis, body.lumbar, body.thorax, body.neck, body.head)


def thigh_frame(core: Trunk, side: str, angles: Angles) -> Frame:
    """Return how a thigh is turned."""
    return _ball_joint(core.pelvis.frame, side, "hip", angles)


def upper_frame(core: Trunk, side: str, angles: Angles) -> Frame:
    """Return how an upper arm is turned."""
    return _ball_joint(core.thorax.frame, side, "shoulder", angles)


def free_arm(core: Trunk, side: str, angles: Angles) -> Arm:
    """Return an arm that touches nothing."""
    upper = upper_frame(core, side, angles)
    fore = upper.pitched(-angles.get(f"{side}_elbow_flexion", 0.0))
    shoulder = core.shoulder(side, upper.up.times(-1.0))
    return arm_of(shoulder, upper, fore, palm_frame(fore, side, angles))


def palm_frame(fore: Frame, side: str, angles: Angles) -> Frame:
    """Return how a hand is turned: `forward` is the way the palm faces, `up` to the wrist."""
    sign = 1.0 if side == "left" else -1.0
    pronation = angles.get(f"{side}_forearm_rotation", 0.0)
    # With the thumb forward the palm of the left hand faces right: a quarter turn.
    turned = fore.turned(-sign * (90.0 + pronation))
    return turned.pitched(angles.get(f"{side}_wrist_extension", 0.0))


def arm_of(shoulder: Vec, upper: Frame, fore: Frame, palm: Frame) -> Arm:
    """Return the arm that hangs on a shoulder and whose parts are turned like this."""
    elbow = shoulder.plus(upper.up, -m.UPPER_ARM)
    wrist = elbow.plus(fore.up, -m.FOREARM)
    hand = wrist.plus(palm.up, -m.WRIST_TO_KNUCKLES)
    return Arm(
        shoulder, elbow, wrist, hand, hand.plus(palm.up, -m.KNUCKLES_TO_TIP), upper, fore, palm
    )


def free_leg(core: Trunk, side: str, angles: Angles) -> Leg:
    """Return a leg that touches nothing."""
    thigh = thigh_frame(core, side, angles)
    shank = thigh.pitched(angles.get(f"{side}_knee_flexion", 0.0))
    foot = shank.pitched(-angles.get(f"{side}_ankle_dorsiflexion", 0.0))
    toes = angles.get(f"{side}_toe_extension", 0.0)
    return leg_of(core, side, (thigh, shank, foot), toes)


def leg_of(core: Trunk, side: str, frames: tuple[Frame, Frame, Frame], toes: float) -> Leg:
    """Return the leg whose thigh, shank and foot are turned like this; `toes` in degrees."""
    thigh, shank, foot = frames
    hip = core.hip(side)
    knee = hip.plus(thigh.up, -m.THIGH)
    ankle = knee.plus(shank.up, -m.SHANK)
    heel = ankle.plus(foot.forward, -m.HEEL_BEHIND).plus(foot.up, -m.HEEL_BELOW)
    ball = ankle.plus(foot.forward, m.ANKLE_TO_BALL).plus(foot.up, -m.BALL_BELOW)
    toe = ball.plus(foot.pitched(-toes).forward, m.BALL_TO_TOE)
    return Leg(hip, knee, ankle, heel, ball, toe, thigh, shank, foot)


def pointed(angles: Angles, side: str, direction: Vec) -> dict[str, float]:
    """Return flexion and abduction of a shoulder whose arm points in a direction of the world.

    `angles` are those of the rest of the pose, in degrees; `direction` has length 1. For arms that
    point sideways, where the clinical angles mean little.
    """
    down = trunk(angles, ORIGIN).thorax.frame.into(direction)
    sign = 1.0 if side == "left" else -1.0
    raised = hypot(down.x, down.z)
    flexion = degrees(atan2(down.x, -down.z)) if raised > 1e-6 else 0.0
    if flexion < -75.0:
        flexion += 360.0
    return {
        f"{side}_shoulder_flexion": flexion,
        f"{side}_shoulder_abduction": degrees(atan2(sign * down.y, raised)),
    }


def _bent(parent: Frame, angles: Angles, name: str) -> Frame:
    get = angles.get
    flexed = parent.pitched(get(f"{name}_flexion", 0.0))
    return flexed.rolled(get(f"{name}_side_bend", 0.0)).turned(get(f"{name}_rotation", 0.0))


def _ball_joint(parent: Frame, side: str, joint: str, angles: Angles) -> Frame:
    get = angles.get
    sign = 1.0 if side == "left" else -1.0
    flexed = parent.pitched(-get(f"{side}_{joint}_flexion", 0.0))
    spread = flexed.rolled(sign * get(f"{side}_{joint}_abduction", 0.0))
    return spread.turned(-sign * get(f"{side}_{joint}_rotation", 0.0))
