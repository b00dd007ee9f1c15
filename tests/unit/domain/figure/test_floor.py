"""Limbs that would sink bend instead, and keep out of the floor."""

from dataclasses import replace

import pytest

from coreapp.domain.figure.floor import BELOW_HEEL, BELOW_TIP, BELOW_WRIST, grounded
from coreapp.domain.figure.motion import Figures
from coreapp.domain.figure.skeleton import FOREARM, SHANK, THIGH, Body, Vec


@pytest.fixture
def standing(figures: Figures) -> Body:
    return figures.by_exercise["desk-back-bend"].body_at(0.0)


def test_a_body_on_the_floor_stays_as_it_is(standing: Body) -> None:
    assert grounded(standing) == standing


def test_a_sunk_foot_comes_up_by_bending_the_knee(standing: Body) -> None:
    body = grounded(standing.moved(Vec(0.0, 0.0, -0.05)))
    leg = body.right_leg
    assert leg.heel.z == pytest.approx(BELOW_HEEL, abs=0.003)
    assert leg.knee.x > leg.hip.x + 0.03
    assert leg.hip.minus(leg.knee).length() == pytest.approx(THIGH)
    assert leg.knee.minus(leg.ankle).length() == pytest.approx(SHANK, abs=1e-4)


def test_a_sunk_wrist_comes_up_by_bending_the_elbow(standing: Body) -> None:
    body = grounded(standing.moved(Vec(0.0, 0.0, -0.50)))
    arm = body.right_arm
    assert arm.wrist.z == pytest.approx(BELOW_WRIST)
    assert arm.elbow.minus(arm.wrist).length() == pytest.approx(FOREARM, abs=1e-4)


def test_fingers_that_point_straight_into_the_floor_turn_forward(standing: Body) -> None:
    arm = standing.right_arm
    elbow, wrist = Vec(0.0, 0.0, 0.08 + FOREARM), Vec(0.0, 0.0, 0.08)
    down = replace(
        arm, elbow=elbow, wrist=wrist, knuckles=Vec(0.0, 0.0, 0.03), tip=Vec(0.0, 0.0, -0.018)
    )
    laid = grounded(replace(standing, right_arm=down)).right_arm
    assert laid.tip.z == pytest.approx(BELOW_TIP)
    assert laid.tip.x > 0.0
