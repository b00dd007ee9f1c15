"""Poses to try the solver with, as content files would give them."""

import pytest

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import Contact
from coreapp.domain.figure.sequence import Key, Pose, Sequence

_ON_ALL_FOURS = {
    "pitch": 76.0,
    **{
        f"{side}_{name}": value
        for side in ("left", "right")
        for name, value in {
            "hip_flexion": 76.0,
            "knee_flexion": 90.0,
            "ankle_dorsiflexion": -84.0,
            "shoulder_flexion": 76.0,
            "forearm_rotation": 80.0,
            "wrist_extension": 85.0,
        }.items()
    },
}
_REACHING = {
    **_ON_ALL_FOURS,
    "right_hip_flexion": -14.0,
    "right_knee_flexion": 0.0,
    "right_ankle_dorsiflexion": -10.0,
    "left_shoulder_flexion": 166.0,
    "left_forearm_rotation": 0.0,
    "left_wrist_extension": 0.0,
}


def on(*texts: str) -> tuple[Contact, ...]:
    """Return contacts such as "left_hand floor"."""
    pairs = (text.split() for text in texts)
    return tuple(Contact(part, thing) for part, thing in pairs)


QUADRUPED = Pose(
    "quadruped",
    _ON_ALL_FOURS,
    on("left_hand floor", "right_hand floor", "left_shin floor", "right_shin floor"),
)
REACH = Pose("reach", _REACHING, on("right_hand floor", "left_shin floor"))
STAND = Pose("stand", {}, on("left_foot floor", "right_foot floor"))
ON_TIPTOE = Pose(
    "tiptoe",
    {"left_ankle_dorsiflexion": -30.0, "right_ankle_dorsiflexion": -30.0},
    on("left_ball floor", "right_ball floor"),
)


@pytest.fixture
def bird_dog() -> Sequence:
    """A bird dog: on all fours, reaching, and back."""
    keys = (Key(QUADRUPED, 0, 0.3), Key(REACH, 2, 2), Key(QUADRUPED, 2, 0.3))
    return Sequence(keys, Camera(26, 13), best=1)


@pytest.fixture
def calf_raise() -> Sequence:
    """Up on the toes and down again."""
    keys = (Key(STAND, 0, 0.5), Key(ON_TIPTOE, 1, 4), Key(STAND, 1, 0.5))
    return Sequence(keys, Camera(28, 10), best=1)
