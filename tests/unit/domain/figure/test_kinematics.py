"""Clinical angles move what they say to where they say, and can be read back from a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.angles import RANGES
from coreapp.domain.figure.body import JOINTS, Body
from coreapp.domain.figure.kinematics import place_body, pointed
from coreapp.domain.figure.measuring import measured
from coreapp.domain.figure.vectors import Vec
from tests.each_case import each_case


def standing() -> Body:
    return place_body({}, Vec(0, 0, m.THIGH + m.SHANK + m.HEEL_BELOW + m.HEEL_RADIUS))


def test_a_standing_body_is_as_tall_as_its_measures_say() -> None:
    body = standing()
    assert body.head.at.z + m.HEAD_RADIUS == pytest.approx(1.70, abs=0.01)
    assert body.left_leg.heel.z == pytest.approx(m.HEEL_RADIUS)
    assert set(body.joints()) == set(JOINTS)
    assert body.left_leg.hip.y > 0 > body.right_leg.hip.y


@each_case(
    ("angle", "joint", "way"),
    [
        ("left_hip_flexion", "left_knee", Vec(1, 0, 0)),
        ("left_hip_abduction", "left_knee", Vec(0, 1, 0)),
        ("right_hip_abduction", "right_knee", Vec(0, -1, 0)),
        ("left_knee_flexion", "left_ankle", Vec(-1, 0, 0)),
        ("right_ankle_dorsiflexion", "right_toe", Vec(0, 0, 1)),
        ("left_shoulder_flexion", "left_elbow", Vec(1, 0, 0)),
        ("right_shoulder_abduction", "right_elbow", Vec(0, -1, 0)),
        ("left_elbow_flexion", "left_wrist", Vec(1, 0, 0)),
        ("lumbar_flexion", "neck", Vec(1, 0, 0)),
        ("thoracic_side_bend", "neck", Vec(0, -1, 0)),
        ("neck_flexion", "head", Vec(1, 0, 0)),
        ("thoracic_rotation", "right_shoulder", Vec(1, 0, 0)),
        ("pitch", "head", Vec(1, 0, 0)),
    ],
)
def test_a_positive_angle_goes_the_clinical_way(angle: str, joint: str, way: Vec) -> None:
    moved = place_body({angle: 20.0}).joints()[joint]
    assert moved.minus(place_body({}).joints()[joint]).dot(way) > 0.01


def test_turning_a_thigh_inwards_turns_the_bent_shank_outwards() -> None:
    bent = {"left_knee_flexion": 90.0}
    inwards = place_body({**bent, "left_hip_rotation": 30.0}).left_leg.ankle
    assert inwards.y > place_body(bent).left_leg.ankle.y + 0.1


def test_pronation_turns_the_palm_back() -> None:
    neutral, pronated = place_body({}), place_body({"left_forearm_rotation": 90.0})
    assert neutral.left_arm.palm.forward.dot(Vec(0, -1, 0)) == pytest.approx(1)
    assert pronated.left_arm.palm.forward.dot(Vec(-1, 0, 0)) == pytest.approx(1)
    pointing = place_body({"left_forearm_rotation": 90.0, "left_wrist_extension": 80.0})
    assert pointing.left_arm.tip.minus(pointing.left_arm.wrist).x > 0.1


def test_the_shoulder_rises_with_its_arm() -> None:
    low, high = place_body({}), place_body({"left_shoulder_flexion": 170.0})
    assert high.left_arm.shoulder.z - low.left_arm.shoulder.z > 0.04
    assert high.right_arm.shoulder == low.right_arm.shoulder


@st.composite
def poses(draw: st.DrawFn) -> dict[str, float]:
    """Draw angles away from where the clinical ones lose their meaning."""
    angles = {}
    for name, (low, high) in RANGES.items():
        least, most = max(low, -80.0), min(high, 80.0)
        if name.endswith("abduction"):
            least, most = -20.0, 60.0
        angles[name] = draw(st.floats(least, most))
    return angles


@given(poses())
def test_the_angles_of_a_body_are_those_it_was_made_from(angles: dict[str, float]) -> None:
    found = measured(place_body(angles), angles)
    for name, value in angles.items():
        assert found[name] == pytest.approx(value, abs=1e-6), name


@given(st.floats(-1, 1), st.floats(0.05, 1), st.floats(-1, 1))
def test_an_arm_can_be_given_as_a_direction(x: float, y: float, z: float) -> None:
    way = Vec(x, y, z).unit()
    pose = {"pitch": 30.0, "thoracic_rotation": 20.0}
    arm = place_body({**pose, **pointed(pose, "left", way)}).left_arm
    assert arm.elbow.minus(arm.shoulder).unit().minus(way).length() < 1e-9


@given(poses())
def test_left_and_right_are_mirrors(angles: dict[str, float]) -> None:
    body = place_body(angles)
    mirrored = body.mirrored().joints()
    for name, place in body.joints().items():
        other = name.translate({}).replace("left_", "?").replace("right_", "left_")
        other = other.replace("?", "right_")
        assert mirrored[other].minus(Vec(place.x, -place.y, place.z)).length() < 1e-12


def test_an_arm_raised_past_the_side_keeps_the_angles_it_was_given() -> None:
    raised = {"left_shoulder_flexion": 0.0, "left_shoulder_abduction": 170.0}
    assert measured(place_body(raised), raised)["left_shoulder_abduction"] == pytest.approx(170)
