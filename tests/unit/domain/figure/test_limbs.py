"""Hands and feet get to where they are held, with elbows and knees on their right side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.kinematics import attach, trunk
from coreapp.domain.figure.limbs import ArmGoal, LegGoal, held_arm, held_leg, middle_joint
from coreapp.domain.figure.vectors import ORIGIN, Vec
from tests.each_case import each_case

CORE = trunk({}, ORIGIN)
BODY = attach(CORE, {})


@given(st.floats(-0.4, 0.4), st.floats(-0.2, 0.4), st.floats(-0.6, -0.3))
def test_an_ankle_gets_to_its_goal(x: float, y: float, z: float) -> None:
    goal = Vec(x, y, z)
    leg = held_leg(CORE, "left", BODY.left_leg, LegGoal(ankle=goal))
    assert leg.ankle.minus(goal).length() < 1e-9
    assert leg.knee.minus(leg.hip).length() == pytest.approx(m.THIGH)
    assert leg.ankle.minus(leg.knee).length() == pytest.approx(m.SHANK)
    # The knee goes to the front of the line from hip to ankle.
    middle = leg.hip.towards(leg.ankle, 0.5)
    assert leg.knee.minus(middle).dot(leg.thigh.forward) > 0


@given(st.floats(0.1, 0.4), st.floats(0.0, 0.5), st.floats(0.2, 0.7))
def test_a_wrist_gets_to_its_goal(x: float, y: float, z: float) -> None:
    goal = Vec(x, y, z)
    arm = held_arm(CORE, BODY.left_arm, ArmGoal(wrist=goal))
    assert arm.wrist.minus(goal).length() < 1e-6
    assert arm.elbow.minus(arm.shoulder).length() == pytest.approx(m.UPPER_ARM)


def test_a_goal_out_of_reach_is_pointed_at() -> None:
    leg = held_leg(CORE, "left", BODY.left_leg, LegGoal(ankle=Vec(5, 0, 0)))
    assert leg.ankle.minus(leg.hip).length() == pytest.approx(m.THIGH + m.SHANK, abs=1e-5)


def test_a_whole_foot_lies_flat() -> None:
    goal = LegGoal(heel=Vec(0.1, 0.1, -0.8), ball=Vec(0.25, 0.15, -0.8))
    leg = held_leg(CORE, "left", BODY.left_leg, goal)
    assert leg.foot.up.minus(Vec(0, 0, 1)).length() < 1e-9
    assert leg.ball.minus(Vec(0.25, 0.15, -0.8)).length() < 1e-9


@each_case("dorsiflexion", [0.0, -30.0, -60.0, -85.0])
def test_toes_lie_on_the_ground_under_a_lifted_heel(dorsiflexion: float) -> None:
    loose = attach(CORE, {"left_ankle_dorsiflexion": dorsiflexion}).left_leg
    leg = held_leg(CORE, "left", loose, LegGoal(ball=Vec(0.1, 0.1, -0.75)))
    slope = (leg.toe.z - leg.ball.z) / m.BALL_TO_TOE
    assert slope == pytest.approx((m.TOE_RADIUS - m.BALL_RADIUS) / m.BALL_TO_TOE, abs=0.02)
    assert leg.toe.x > leg.ball.x


def test_the_middle_joint_bulges_to_the_side_it_is_told() -> None:
    knee = middle_joint(Vec(0, 0, 1), Vec(0, 0, 0.4), 0.4, 0.4, Vec(0, 1, 0))
    assert knee.y > 0.2
    assert knee.x == pytest.approx(0)
