"""What the body carries is where its hands, its feet and its back are."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.carried import course, fits, worn
from coreapp.domain.figure.contacts import Contact, plane_of, rod_of, touch
from coreapp.domain.figure.kinematics import place_body
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.proof import complaints
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.sequence import Key, Pose, Sequence
from coreapp.domain.figure.vectors import ORIGIN, UP, Vec

HANDS = ("left_hand", "right_hand")
HIPS = ("left_hip", "right_hip")
SPINE = ("low_back", "upper_back", "head")
STANDING = ("left_foot floor", "right_foot floor")
ANGLES = st.floats(-20, 90)


def carried(kind: PropKind, on: tuple[str, ...], length: float = 0.3, thick: float = 0.02) -> Prop:
    return Prop(kind, kind.value, ORIGIN, thick, Vec(1, 0, 0), length, thick, on)


def body(**angles: float) -> Body:
    return place_body(angles).moved(Vec(0, 0, 1))


def length_of(line: tuple[Vec, ...]) -> float:
    return sum(one.minus(two).length() for one, two in itertools.pairwise(line))


def standing_with(prop: Prop, *contacts: str, **angles: float) -> Sequence:
    """Return somebody who stands and carries a thing."""
    pairs = (text.split() for text in (*STANDING, *contacts))
    pose = Pose("stand", angles, tuple(Contact(part, on) for part, on in pairs))
    return Sequence((Key(pose, 0, 1),), Camera(0, 10), (prop,))


def test_what_can_carry_what() -> None:
    assert fits(PropKind.DUMBBELL, ("left_hand",))
    assert fits(PropKind.STRAP, (*HANDS, "left_foot"))
    assert fits(PropKind.TOWEL, ())
    assert fits(PropKind.WALL, ())
    assert not fits(PropKind.DUMBBELL, ())
    assert not fits(PropKind.WALL, HANDS)
    assert not fits(PropKind.STRAP, ("left_foot",))


@given(ANGLES, ANGLES, ANGLES)
def test_a_dumbbell_is_in_the_hand_and_as_long_as_it_is(flexion, elbow, turn) -> None:
    held = body(left_shoulder_flexion=flexion, left_elbow_flexion=elbow, left_forearm_rotation=turn)
    start, end = course(carried(PropKind.DUMBBELL, ("left_hand",)), held)
    assert start.towards(end, 0.5).minus(held.left_arm.hand).length() < 0.03
    assert end.minus(start).length() == pytest.approx(0.3)
    assert abs(end.minus(start).dot(held.left_arm.palm.up)) < 1e-9


def test_a_dumbbell_in_both_hands_is_between_them() -> None:
    held = body(left_shoulder_flexion=60, right_shoulder_flexion=60)
    start, end = course(carried(PropKind.DUMBBELL, HANDS), held)
    assert abs(start.towards(end, 0.5).y) < 1e-9


@given(st.floats(-90, 90))
def test_a_weight_on_the_hips_lies_across_them_and_not_in_them(pitch: float) -> None:
    tilted = body(pitch=pitch)
    start, end = course(carried(PropKind.DUMBBELL, HIPS, 0.4, 0.16), tilted)
    middle = start.towards(end, 0.5)
    assert tilted.pelvis.frame.forward.dot(middle.minus(tilted.pelvis.at)) > 0.16
    assert abs(end.minus(start).dot(tilted.pelvis.frame.left)) == pytest.approx(0.4)


@given(st.floats(-90, 90))
def test_a_bar_lies_on_the_hips_with_its_heads_beside_them(pitch: float) -> None:
    tilted = body(pitch=pitch)
    start, end = course(carried(PropKind.DUMBBELL, HIPS, 0.6, 0.2), tilted)
    ahead = tilted.pelvis.frame.forward.dot(start.towards(end, 0.5).minus(tilted.pelvis.at))
    assert 0.12 < ahead < 0.14
    assert abs(end.minus(start).dot(tilted.pelvis.frame.left)) == pytest.approx(0.6)


def test_a_towel_hangs_over_the_front_of_the_hips() -> None:
    line = course(carried(PropKind.TOWEL, HIPS), body())
    assert line[0].y == pytest.approx(-line[-1].y)
    assert max(point.x for point in line) == line[len(line) // 2].x


def test_a_towel_is_slung_around_a_foot_like_a_strap() -> None:
    on = (*HANDS, "left_foot")
    towel, strap = (carried(kind, on) for kind in (PropKind.TOWEL, PropKind.STRAP))
    assert course(towel, body()) == course(strap, body())


def test_a_stick_touches_what_stands_out_of_a_long_back() -> None:
    stick = carried(PropKind.STICK, SPINE, 1.2, 0.026)
    straight = body(neck_flexion=-7, head_nod=4)
    gaps = [
        touch(Contact(part, "stick"), straight, {"stick": stick}).gap
        for part in ("low_back", "upper_back", "head")
    ]
    assert min(gaps) == pytest.approx(0, abs=1e-3)
    assert max(gaps) < 0.015


def test_a_round_back_leaves_the_stick() -> None:
    stick = carried(PropKind.STICK, SPINE, 1.2, 0.026)
    sequence = standing_with(stick, "head stick", thoracic_flexion=40, neck_flexion=40)
    assert any("head on stick" in str(each) for each in complaints(sequence))


def test_a_hand_goes_to_the_stick() -> None:
    stick = carried(PropKind.STICK, SPINE, 1.2, 0.026)
    angles = {
        "left_shoulder_flexion": -40.0,
        "left_shoulder_abduction": 14.0,
        "left_shoulder_rotation": 60.0,
        "left_elbow_flexion": 90.0,
    }
    moment = Movement(standing_with(stick, "left_hand stick", **angles)).key(0)
    (gap,) = (found.gap for found in moment.touches if found.contact.on == "stick")
    assert gap < 0.005


def test_a_strap_lies_on_the_far_side_of_the_foot_and_hangs_from_one_hand() -> None:
    strap = carried(PropKind.STRAP, ("right_hand", "right_foot"), 1.8, 0.014)
    kicked = body(right_knee_flexion=90)
    loose, hand, *edges, again = course(strap, kicked)
    assert hand == again == kicked.right_arm.hand
    assert loose.z < hand.z
    leg = kicked.right_leg
    sole = all(leg.foot.up.dot(edge.minus(leg.ball)) < 0 for edge in edges)
    above = leg.foot.up.dot(hand.minus(leg.ball)) > 0
    assert sole == above


def test_a_strap_in_two_hands_has_no_loose_end_and_does_not_cross() -> None:
    strap = carried(PropKind.STRAP, (*HANDS, "right_foot"), 1.8, 0.014)
    line = course(strap, body())
    assert len(line) == 4
    assert line[1].y > line[2].y


def test_a_strap_that_is_too_short_is_found() -> None:
    strap = carried(PropKind.STRAP, ("right_hand", "right_foot"), 0.5, 0.014)
    assert any("m long" in str(each) for each in complaints(standing_with(strap)))
    enough = replace(strap, length=3.0)
    assert not any("m long" in str(each) for each in complaints(standing_with(enough)))


def test_a_weight_under_the_floor_is_found() -> None:
    huge = carried(PropKind.DUMBBELL, ("left_hand",), 3.0, 0.1)
    sequence = standing_with(huge, left_forearm_rotation=0)
    texts = [str(each) for each in complaints(sequence)]
    assert not any("dumbbell" in each for each in texts)
    upright = standing_with(huge, left_shoulder_flexion=90)
    assert any("dumbbell is" in str(each) for each in complaints(upright))


@given(st.floats(-6, 40), st.floats(0, 40))
def test_a_band_is_closed_and_around_both_thighs(abduction: float, flexion: float) -> None:
    legs = body(right_hip_abduction=abduction, right_hip_flexion=flexion)
    line = course(carried(PropKind.BAND, ("left_thigh", "right_thigh")), legs)
    assert line[0] == line[-1]
    for leg in legs.legs:
        at = leg.hip.towards(leg.knee, 0.8)
        assert min(point.minus(at).length() for point in line) == pytest.approx(0.058)
    apart = legs.left_leg.knee.minus(legs.right_leg.knee).length()
    assert length_of(line) > 1.2 * apart


def test_what_stands_by_itself_is_left_alone_and_what_is_carried_moves() -> None:
    wall = Prop(PropKind.WALL, "wall", Vec(1, 0, 0), 2.2, Vec(-1, 0, 0), 0.1, 1.5)
    stick = carried(PropKind.STICK, SPINE, 1.2)
    here, there = worn((wall, stick), body())
    assert here is wall
    assert len(there.line) == 2
    moved = there.moved_to(there.at.plus(UP))
    assert moved.line[0] == pytest.approx(there.line[0].plus(UP))
    assert there.mirrored().line == tuple(point.mirrored() for point in there.line)


def test_nothing_flat_is_carried() -> None:
    stick = carried(PropKind.STICK, SPINE, 1.2, 0.026)
    weight = carried(PropKind.DUMBBELL, HIPS, 0.5, 0.16)
    room = {"stick": stick, "weight": weight}
    assert plane_of("stick", room) is None
    assert rod_of("stick", body(), room).radius == pytest.approx(0.013)
    assert rod_of("weight", body(), room).radius < 0.02


def test_the_mirror_image_carries_the_mirror_image() -> None:
    sequence = standing_with(carried(PropKind.DUMBBELL, ("left_hand",)))
    (one,), (other,) = (Movement(sequence, mirror=side).at(0.0).props for side in (False, True))
    for point, image in zip(one.line, other.line, strict=True):
        assert image == pytest.approx(point.mirrored(), abs=1e-9)
    assert one.line[0].y > m.HALF_HIPS
