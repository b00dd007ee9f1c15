"""The clinical angles of a pose: their names and their normal ranges.

Degrees; all zero in the anatomical position, except the forearm's rotation, which is counted from
the thumb pointing forward, as the neutral-zero method does. Flexion, abduction, dorsiflexion,
pronation and turning inwards are positive; a side bend is positive to the right, a rotation of
spine, neck or pelvis to the left.
"""

from collections.abc import Mapping
from typing import Final

from coreapp.domain.figure.body import SIDES

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

LIMB_ANGLES: Final = tuple(_LIMBS)


def is_one_sided(name: str) -> bool:
    """Tell whether an angle of the whole body or the spine changes its sign in the mirror."""
    return name in {"roll", "yaw"} or (
        not name.startswith(("left_", "right_")) and name.endswith(("side_bend", "rotation"))
    )
