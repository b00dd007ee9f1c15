"""Frames turn the way their docstrings say, and stay square."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.figure.vectors import WORLD, Frame, Vec, angle_between, frame_along

DEGREES = st.floats(-180, 180)


def near(first: Vec, second: Vec) -> bool:
    return first.minus(second).length() < 1e-12


def test_pitching_brings_the_head_forward() -> None:
    assert near(WORLD.pitched(90).up, Vec(1, 0, 0))
    assert near(WORLD.pitched(90).forward, Vec(0, 0, -1))


def test_rolling_brings_the_head_to_the_right() -> None:
    assert near(WORLD.rolled(90).up, Vec(0, -1, 0))


def test_turning_brings_the_face_to_the_left() -> None:
    assert near(WORLD.turned(90).forward, Vec(0, 1, 0))


@given(DEGREES, DEGREES, DEGREES)
def test_turned_frames_stay_square_and_right_handed(yaw: float, pitch: float, roll: float) -> None:
    frame = WORLD.turned(yaw).pitched(pitch).rolled(roll)
    assert near(frame.forward.cross(frame.left), frame.up)
    assert frame.up.length() == pytest.approx(1)


@given(DEGREES, DEGREES, DEGREES)
def test_into_undoes_out(yaw: float, pitch: float, roll: float) -> None:
    frame = WORLD.turned(yaw).pitched(pitch).rolled(roll)
    assert near(frame.into(frame.out(Vec(1, 2, 3))), Vec(1, 2, 3))


@given(DEGREES, DEGREES, DEGREES)
def test_a_mirrored_frame_is_a_frame_again(yaw: float, pitch: float, roll: float) -> None:
    frame = WORLD.turned(yaw).pitched(pitch).rolled(roll).mirrored()
    assert near(frame.forward.cross(frame.left), frame.up)


def test_a_bone_gets_its_front_as_near_as_can_be_to_what_is_asked() -> None:
    frame = frame_along(Vec(0, 0, -1), Vec(1, 0, 5))
    assert frame == Frame(Vec(1, 0, 0), Vec(0, 1, 0), Vec(0, 0, 1))


def test_angles_between_directions() -> None:
    assert angle_between(Vec(1, 0, 0), Vec(0, 3, 0)) == pytest.approx(90)
    assert angle_between(Vec(1, 0, 0), Vec(-2, 0, 0)) == pytest.approx(180)
