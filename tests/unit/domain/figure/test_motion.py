"""What holds still during a step does; limbs keep their lengths."""

import pytest

from coreapp.domain.figure.motion import Anchor, Figures, Movement
from coreapp.domain.figure.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Segment


def test_the_anchor_of_a_step_does_not_move(figures: Figures) -> None:
    figure = figures.by_exercise["plank"]
    places = [figure.body_at(step / 50).right_arm.elbow for step in range(51)]
    assert max(place.minus(places[0]).length() for place in places) < 0.01


def test_limbs_keep_their_lengths(figures: Figures) -> None:
    for figure in figures.by_exercise.values():
        movement = Movement(figure)
        for step in range(41):
            body = movement.body_at(step / 40)
            for leg in (body.right_leg, body.left_leg):
                assert leg.hip.minus(leg.knee).length() == pytest.approx(THIGH, abs=0.012)
                assert leg.knee.minus(leg.ankle).length() == pytest.approx(SHANK, abs=0.012)
            for arm in (body.right_arm, body.left_arm):
                assert arm.shoulder.minus(arm.elbow).length() == pytest.approx(UPPER_ARM, abs=1e-3)
                assert arm.elbow.minus(arm.wrist).length() == pytest.approx(FOREARM, abs=1e-3)


def test_moments_outside_are_taken_as_start_and_end(figures: Figures) -> None:
    figure = figures.by_exercise["glute-bridge"]
    assert figure.body_at(-1.0) == figure.body_at(0.0)
    assert figure.body_at(2.0) == figure.body_at(1.0)


@pytest.mark.parametrize("anchor", list(Anchor))
def test_every_anchor_has_a_place_and_a_mirror(figures: Figures, anchor: Anchor) -> None:
    body = figures.by_exercise["plank"].body_at(0.5)
    mirrored = figures.by_exercise["plank"].body_at(0.5, mirror=True)
    assert anchor.mirrored().mirrored() is anchor
    assert anchor.of(body).z == pytest.approx(anchor.mirrored().of(mirrored).z)


def test_the_middle_has_no_other_side() -> None:
    assert Segment.HEAD.mirrored() is Segment.HEAD
    assert Segment.RIGHT_FOOT.mirrored() is Segment.LEFT_FOOT
