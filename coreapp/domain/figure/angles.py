"""The clinical angles of a pose: their names, their normal ranges, and what they do to a body.

Degrees; all zero in the anatomical position, except the forearm's rotation, which is counted from
the thumb pointing forward, as the neutral-zero method does. Flexion, abduction, dorsiflexion,
pronation and turning inwards are positive; a side bend is positive to the right, a rotation of
spine, neck or pelvis to the left.
"""

from collections.abc import Mapping
from math import asin, atan2, degrees, hypot
from typing import Final

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import SIDES, Arm, Body, Leg
from coreapp.domain.figure.vectors import ORIGIN, WORLD, Frame, Place, Vec

Angles = Mapping[str, float]

_ROOT: Final = {"pitch": (-180.0, 180.0), "roll": (-180.0, 180.0), "yaw": (-180.0, 180.0)}
_SPINE: Final = {
    "lumbar_flexion": (-35.0, 60.0),
    "lumbar_side_bend": (-25.0, 25.0),
    "lumbar_rotation": (-15.0, 15.0),
    "thoracic_flexion": (-30.0, 45.0),
    "thoracic_side_bend": (-30.0, 30.0),
    "thoracic_rotation": (-40.0, 40.0),
    "neck_flexion": (-60.0, 50.0),
    "neck_side_bend": (-45.0, 45.0),
    "neck_rotation": (-80.0, 80.0),
    "head_nod": (-25.0, 25.0),
}
_LIMBS: Final = {
    "hip_flexion": (-30.0, 160.0),
    "hip_abduction": (-30.0, 60.0),
    "hip_rotation": (-60.0, 45.0),
    "knee_flexion": (-2.0, 160.0),
    "ankle_dorsiflexion": (-90.0, 30.0),
    "toe_extension": (-40.0, 90.0),
    "shoulder_flexion": (-75.0, 190.0),
    "shoulder_abduction": (-50.0, 180.0),
    "shoulder_rotation": (-95.0, 95.0),
    "elbow_flexion": (-2.0, 150.0),
    "forearm_rotation": (-90.0, 90.0),
    "wrist_extension": (-80.0, 90.0),
}
RANGES: Final[Mapping[str, tuple[float, float]]] = {
    **_ROOT,
    **_SPINE,
    **{f"{side}_{name}": limits for name, limits in _LIMBS.items() for side in SIDES},
}
"""The range of every angle in degrees: lowest, highest.

Hips, knees, ankles, shoulders, elbows and wrists follow the American Academy of Orthopaedic
Surgeons (Joint Motion, 1965), neck and trunk the same for the whole region, shared between its
parts here. Widened, because weight or the floor moves the joint further than its muscles do: ankle
-90 to 30 (tops of the feet on the floor; a deep lunge), knee 160 and hip 160 with the pelvis' tilt
(child's pose), shoulder 75 backwards (hands on the low back) and 190 overhead (prone arm raise,
with the shoulder blade), hip 60 outwards with the thigh turned out (butterfly), wrist 90 back (a
hand under the shoulder), toes 90. `pitch`, `roll` and `yaw` turn the whole body and have no limit.
"""

SINGLES: Final = (*_ROOT, *_SPINE)
LIMB_ANGLES: Final = tuple(_LIMBS)


def is_one_sided(name: str) -> bool:
    """Tell whether an angle of the whole body or the spine changes its sign in the mirror."""
    return name in {"roll", "yaw"} or (
        not name.startswith(("left_", "right_")) and name.endswith(("side_bend", "rotation"))
    )


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


def measured(body: Body, near: Angles) -> dict[str, float]:
    """Return the angles of a body in degrees.

    Where two sets of angles give the same position (an arm raised past the side), the one nearer
    to `near` is returned.
    """
    angles = {
        "pitch": near.get("pitch", 0.0),
        "roll": near.get("roll", 0.0),
        "yaw": near.get("yaw", 0.0),
        "breath": body.breath,
    }
    chain = (
        ("lumbar", body.pelvis.frame, body.lumbar.frame),
        ("thoracic", body.lumbar.frame, body.thorax.frame),
        ("neck", body.thorax.frame, body.neck.frame),
    )
    for name, parent, child in chain:
        angles |= _bend_between(name, parent, child)
    angles["head_nod"] = _pitch_between(body.neck.frame, body.head.frame)
    for side in SIDES:
        angles |= _arm_angles(body, side, near)
        angles |= _leg_angles(body, side, near)
    return angles


def _arm_angles(body: Body, side: str, near: Angles) -> dict[str, float]:
    arm = body.arm(side)
    sign = 1.0 if side == "left" else -1.0
    palm = Frame(*(arm.fore.into(axis) for axis in arm.palm))
    # The reverse of `palm_frame`: the palm's left axis stays in the forearm's cross-section.
    across = Vec(palm.left.x, palm.left.y, 0.0)
    turn = degrees(atan2(-across.x, across.y)) if across.length() > 1e-9 else 0.0
    extension = degrees(atan2(palm.up.dot(_turned_forward(turn)), palm.up.z))
    return {
        **_ball_angles(side, "shoulder", body.thorax.frame, arm.upper, near),
        f"{side}_elbow_flexion": -_pitch_between(arm.upper, arm.fore),
        f"{side}_forearm_rotation": _wrapped(-sign * turn - 90.0),
        f"{side}_wrist_extension": extension,
    }


def _turned_forward(turn: float) -> Vec:
    return WORLD.turned(turn).forward


def _leg_angles(body: Body, side: str, near: Angles) -> dict[str, float]:
    leg = body.leg(side)
    toes = leg.foot.into(leg.toe.minus(leg.ball))
    return {
        **_ball_angles(side, "hip", body.pelvis.frame, leg.thigh, near),
        f"{side}_knee_flexion": _pitch_between(leg.thigh, leg.shank),
        f"{side}_ankle_dorsiflexion": -_pitch_between(leg.shank, leg.foot),
        f"{side}_toe_extension": degrees(atan2(toes.z, toes.x)),
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


def _bend_between(name: str, parent: Frame, child: Frame) -> dict[str, float]:
    up, forward, left = (parent.into(axis) for axis in (child.up, child.forward, child.left))
    side = degrees(asin(min(1.0, max(-1.0, -up.y))))
    return {
        f"{name}_flexion": degrees(atan2(up.x, up.z)),
        f"{name}_side_bend": side,
        f"{name}_rotation": degrees(atan2(forward.y, left.y)),
    }


def _ball_angles(
    side: str, joint: str, parent: Frame, child: Frame, near: Angles
) -> dict[str, float]:
    """Return flexion, abduction and rotation of a ball joint, the solution nearest to `near`."""
    sign = 1.0 if side == "left" else -1.0
    up = parent.into(child.up)
    hint = near.get(f"{side}_{joint}_flexion", 0.0)
    spread = degrees(asin(min(1.0, max(-1.0, -sign * up.y))))
    # Out to the side flexion has no meaning: it stays what the pose says.
    flexion = hint if abs(up.y) > _SIDEWAYS else degrees(atan2(-up.x, up.z))
    solutions = ((flexion, spread), (flexion + 180.0, 180.0 - spread))
    wanted = near.get(f"{side}_{joint}_abduction", 0.0)
    first, second = min(
        ((hint + _wrapped(one - hint), other) for one, other in solutions),
        key=lambda pair: abs(pair[0] - hint) + abs(pair[1] - wanted),
    )
    unturned = parent.pitched(-first).rolled(sign * second)
    front = unturned.into(child.forward)
    return {
        f"{side}_{joint}_flexion": first,
        f"{side}_{joint}_abduction": second,
        f"{side}_{joint}_rotation": -sign * degrees(atan2(front.y, front.x)),
    }


_SIDEWAYS: Final = 0.9998


def _pitch_between(parent: Frame, child: Frame) -> float:
    up = parent.into(child.up)
    return degrees(atan2(up.x, up.z))


def _wrapped(angle: float) -> float:
    """Return the same angle between -180 and 180 degrees."""
    return (angle + 180.0) % 360.0 - 180.0
