"""Reads the clinical angles of a body: the way back from `kinematics`."""

from math import asin, atan2, degrees
from typing import Final

from coreapp.domain.figure.angles import Angles
from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.vectors import WORLD, Frame, Vec


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
