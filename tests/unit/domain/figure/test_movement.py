"""Bodies stand on what they touch, between key poses as in them, and breathe in holds."""

from dataclasses import replace

import pytest

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import Contact
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.sequence import Figure, Key, Pose, Sequence
from coreapp.domain.figure.vectors import Vec
from tests.each_case import each_case

MOMENTS = [index / 40 for index in range(41)]


def test_key_poses_are_reached_when_their_time_has_come(bird_dog: Sequence) -> None:
    assert bird_dog.seconds == pytest.approx(6.6)
    assert bird_dog.moments() == pytest.approx((0, 2.3 / 6.6, 6.3 / 6.6))
    assert Movement(bird_dog).pose_at(0.0) == "quadruped"
    assert Movement(bird_dog).pose_at(0.2) == ""
    assert Movement(bird_dog).pose_at(0.5) == "reach"


def test_what_touches_the_floor_stays_where_it_is(bird_dog: Sequence) -> None:
    movement = Movement(bird_dog)
    first = movement.body_at(0.0)
    for moment in MOMENTS:
        state = movement.at(moment)
        assert all(abs(touch.gap) < 0.002 for touch in state.touches)
        assert state.body.right_arm.wrist.minus(first.right_arm.wrist).length() < 0.002
        assert state.body.left_leg.knee.minus(first.left_leg.knee).length() < 0.002


def test_a_moment_of_a_key_pose_is_the_key_pose(bird_dog: Sequence) -> None:
    movement = Movement(bird_dog)
    for index, moment in enumerate(bird_dog.moments()):
        key, there = movement.key(index).body.joints(), movement.body_at(moment).joints()
        assert all(key[name].minus(there[name]).length() < 1e-6 for name in key)


def held(seconds: float) -> Sequence:
    """A pose is moved to for a second, held, and left again in two."""
    low, high = Pose("low", {}, ()), Pose("high", {}, ())
    return Sequence((Key(low, 0.0, 0.0), Key(high, 1.0, seconds), Key(low, 2.0, 0.0)), 1)


def test_a_pose_that_is_held_without_a_breath_is_one_moment() -> None:
    sequence = held(2.0)

    shown = [
        sequence.settled(at / 5.0, 10) * 5.0 for at in (0.5, 0.99, 1.0, 2.0, 2.99, 3.0, 4.0, 5.0)
    ]

    assert shown == pytest.approx([0.5, 0.99, 1.0, 1.0, 1.0, 3.0, 4.0, 5.0])


def test_a_breath_is_another_one_so_many_times_a_second() -> None:
    sequence = held(3.0)
    moments = [1.001 + step / 100 for step in range(299)]

    shown = {sequence.settled(at / 6.0, 10) for at in moments}

    assert len(shown) == 30
    assert all(0.0 <= at - sequence.settled(at / 6.0, 10) * 6.0 < 0.1 + 1e-9 for at in moments)
    assert sequence.settled(0.9 / 6.0, 10) == 0.9 / 6.0


def test_what_is_settled_looks_like_the_moment(bird_dog: Sequence) -> None:
    movement = Movement(bird_dog)
    for moment in MOMENTS:
        there = movement.body_at(moment).joints()
        shown = movement.body_at(bird_dog.settled(moment, 10)).joints()
        assert all(there[name].minus(shown[name]).length() < 0.002 for name in there)


@each_case("mirror", [False, True])
def test_the_angles_alone_are_those_of_the_moment(bird_dog: Sequence, *, mirror: bool) -> None:
    movement = Movement(bird_dog, mirror=mirror)
    for moment in MOMENTS:
        assert movement.angles_at(moment) == movement.at(moment).angles


def test_the_way_is_without_jumps(bird_dog: Sequence) -> None:
    movement = Movement(bird_dog)
    before = movement.body_at(0.0).joints()
    for index in range(1, 331):
        now = movement.body_at(index / 330).joints()
        assert max(now[name].minus(before[name]).length() for name in now) < 0.025
        before = now


def test_the_other_side_is_its_mirror(bird_dog: Sequence) -> None:
    one, other = Movement(bird_dog), Movement(bird_dog, mirror=True)
    for moment in MOMENTS:
        joints, mirrored = one.body_at(moment).joints(), other.body_at(moment).joints()
        assert mirrored["left_ankle"] == joints["right_ankle"].mirrored()
        assert mirrored["head"] == joints["head"].mirrored()
    state = other.at(0.5)
    assert {touch.contact.part for touch in state.touches} == {"left_hand", "right_shin"}
    assert state.angles["left_hip_flexion"] == pytest.approx(
        one.at(0.5).angles["right_hip_flexion"]
    )


def test_a_foot_that_rolls_onto_its_ball_keeps_the_ball_where_it_is(calf_raise: Sequence) -> None:
    movement = Movement(calf_raise)
    ball = movement.body_at(0.0).left_leg.ball
    heights = []
    for moment in MOMENTS:
        body = movement.body_at(moment)
        assert body.left_leg.ball.minus(ball).length() < 0.002
        heights.append(body.pelvis.at.z)
    assert max(heights) - min(heights) > 0.04
    told = {touch.contact.part for touch in movement.at(0.2).touches}
    assert told == {"left_ball", "right_ball"}


def test_a_hold_breathes_and_begins_and_ends_empty(calf_raise: Sequence) -> None:
    movement = Movement(calf_raise)
    start = calf_raise.moments()[1]
    held = [movement.body_at(start + share * 4 / 7).breath for share in (0, 0.25, 0.5, 0.75)]
    assert held[0] == pytest.approx(0)
    assert max(held) > 0.9


def test_all_places_of_a_movement_come_once_and_without_breath(calf_raise: Sequence) -> None:
    movement = Movement(calf_raise)
    places = [body for body, _props in movement.scenes(MOMENTS)]

    assert len(places) < len(MOMENTS)
    assert len({id(body) for body in places}) == len(places)
    assert {body.breath for body in places} == {0}
    for moment in MOMENTS:
        head = movement.body_at(moment).head.at
        assert min(body.head.at.minus(head).length() for body in places) < 0.01


def test_all_places_are_mirrored_as_each_of_them(bird_dog: Sequence) -> None:
    ((body, props),) = Movement(bird_dog, mirror=True).scenes([0.0])

    assert (body, props) == Movement(bird_dog, mirror=True).scene_at(0.0)


def test_a_mat_lies_under_all_key_poses(bird_dog: Sequence) -> None:
    movement = Movement(replace(bird_dog, mat=True))
    body, props = movement.scene_at(0.5)
    mat = next(prop for prop in props if prop.kind is PropKind.MAT)
    assert mat.top == pytest.approx(0)
    start, end = mat.at.x - mat.length / 2, mat.at.x + mat.length / 2
    assert start < body.left_leg.toe.x < body.right_arm.tip.x < end


def test_a_kettlebell_goes_where_the_hands_go() -> None:
    def hanging(flexion: float) -> Pose:
        angles = {"left_shoulder_flexion": flexion, "right_shoulder_flexion": flexion}
        contacts = [Contact(part, "kettlebell") for part in ("left_hand", "right_hand")]
        return Pose(f"at {flexion}", angles, (*STANDING, *contacts))

    bell = Prop(PropKind.KETTLEBELL, "kettlebell", Vec(0.3, 0, 0), 0.24, Vec(-1, 0, 0), 0.17, 0.17)
    keys = (Key(hanging(20), 0, 0.5), Key(hanging(50), 1, 0.5))
    movement = Movement(Sequence(keys, Camera(0, 0), (bell,), best=1))
    for moment in (0.0, 0.5, 1.0):
        body, (prop,) = movement.scene_at(moment)
        middle = body.left_arm.hand.towards(body.right_arm.hand, 0.5)
        assert prop.at.minus(middle).length() < 0.03
        assert body.left_arm.hand.minus(body.right_arm.hand).length() < 0.12


def test_a_thing_is_put_where_a_pose_says_and_stays_there() -> None:
    block = Prop(PropKind.BLOCK, "block", Vec(0.5, 0.0, 0.0), 0.1, Vec(-1, 0, 0), 0.15, 0.23)
    places = ((), (0.2, 0.3), (0.4,), ())
    poses = [
        Pose(str(number), {}, STANDING, things={"block": place} if place else {})
        for number, place in enumerate(places)
    ]
    keys = tuple(Key(pose, 1.0, 0.5) for pose in poses)
    movement = Movement(Sequence(keys, Camera(0, 0), (block,)))
    spots = [movement.key(index).props[0].at[:2] for index in range(4)]
    assert spots == [(0.5, 0.0), (0.2, 0.3), (0.4, 0.3), (0.4, 0.3)]


STANDING = (Contact("left_foot", "floor"), Contact("right_foot", "floor"))


def test_a_camera_goes_round_with_a_figure_that_turns(bird_dog: Sequence) -> None:
    turning = Figure("side-plank", "right", turns=True, normal=bird_dog)
    assert turning.camera() == Camera(26, 13)
    assert turning.camera(mirror=True) == Camera(154, 13)
    assert replace(turning, turns=False).camera(mirror=True) == Camera(26, 13)


def test_a_level_that_looks_the_same_is_the_usual_movement(
    bird_dog: Sequence, calf_raise: Sequence
) -> None:
    figure = Figure("one", "right", turns=False, normal=bird_dog, levels={"L3": calf_raise})
    assert figure.sequence("L1") is bird_dog
    assert figure.sequence("L3") is calf_raise


def test_a_moment_belongs_to_a_written_step(bird_dog: Sequence) -> None:
    start, reach, end = bird_dog.keys
    keys = (replace(start, step=1), replace(reach, step=3), end)
    sequence = replace(bird_dog, keys=keys)
    assert [sequence.step_at(moment) for moment in (0.0, 0.02, 0.1, 0.5, 0.9, 1.0)] == [
        1,
        1,
        3,
        3,
        3,
        3,
    ]
    assert bird_dog.step_at(0.5) == 0


def test_each_pose_has_the_moment_when_it_is_first_reached(bird_dog: Sequence) -> None:
    names = [key.pose.name for key in bird_dog.keys]
    assert names[0] == names[2]
    assert (
        list(bird_dog.first_moments().items())
        == list(zip(names, bird_dog.moments(), strict=False))[:2]
    )
