"""What the steps of the exercises say, the figures do. Lengths are fractions of body height."""

from math import acos, atan2, degrees

import pytest

from coreapp.domain.figure.motion import Figure, Figures, Movement
from coreapp.domain.figure.skeleton import Body, Vec

CENTIMETRE = 0.01 / 1.70
SHIPPED = [
    "plank",
    "side-plank",
    "bird-dog",
    "glute-bridge",
    "sun-salutation",
    "dead-bug",
    "cat-cow",
    "child-pose",
    "desk-march",
    "desk-back-bend",
    "desk-shoulder-squeeze",
    "walk-break",
]


def angle(first: Vec, second: Vec) -> float:
    return degrees(acos(max(-1.0, min(1.0, first.unit().dot(second.unit())))))


def middle(first: Vec, second: Vec) -> Vec:
    return first.towards(second, 0.5)


def shoulders(body: Body) -> Vec:
    return middle(body.right_arm.shoulder, body.left_arm.shoulder)


def ankles(body: Body) -> Vec:
    return middle(body.right_leg.ankle, body.left_leg.ankle)


def knees(body: Body) -> Vec:
    return middle(body.right_leg.knee, body.left_leg.knee)


def bend(first: Vec, between: Vec, last: Vec) -> float:
    """Return by how many degrees the way from first to last turns at the point between."""
    return angle(between.minus(first), last.minus(between))


def top(figures: Figures, exercise: str) -> Body:
    """Return the body in the second key pose: the position that is meant."""
    figure = figures.by_exercise[exercise]
    return figure.body_at(figure.moments()[1])


def test_every_exercise_that_ships_has_a_figure(figures: Figures) -> None:
    assert set(figures.by_exercise) >= set(SHIPPED)
    assert figures.find("no-such-exercise") is None


@pytest.mark.parametrize("exercise", SHIPPED)
def test_nothing_sinks_below_the_floor(figures: Figures, exercise: str) -> None:
    movement = Movement(figures.by_exercise[exercise])
    for step in range(101):
        body = movement.body_at(step / 100)
        parts = [body.pelvis, body.chest, body.head]
        for arm in (body.right_arm, body.left_arm):
            parts += [arm.elbow, arm.wrist, arm.tip]
        for leg in (body.right_leg, body.left_leg):
            parts += [leg.knee, leg.ankle, leg.heel, leg.ball, leg.toe]
        assert min(part.z for part in parts) >= 0.0, f"at {step} %"


@pytest.mark.parametrize("exercise", SHIPPED)
def test_a_movement_has_no_jumps(figures: Figures, exercise: str) -> None:
    movement = Movement(figures.by_exercise[exercise])
    steps = 400
    before = movement.body_at(0.0)
    for step in range(1, steps + 1):
        now = movement.body_at(step / steps)
        for part in ("pelvis", "chest", "head"):
            moved = getattr(now, part).minus(getattr(before, part)).length()
            assert moved < 0.12, f"{part} at {step / steps:.3f}"
        before = now


@pytest.mark.parametrize("exercise", SHIPPED)
def test_the_other_side_is_an_exact_mirror(figures: Figures, exercise: str) -> None:
    figure = figures.by_exercise[exercise]
    sign = -1.0 if figure.view.value == "front" else 1.0
    for moment in (0.0, 0.17, 0.5, 0.83):
        right = figure.body_at(moment)
        left = figure.body_at(moment, mirror=True)
        assert left.left_leg.knee.z == pytest.approx(right.right_leg.knee.z)
        assert left.right_arm.wrist.z == pytest.approx(right.left_arm.wrist.z)
        reach = right.right_leg.toe.x - right.pelvis.x
        assert left.left_leg.toe.x - left.pelvis.x == pytest.approx(sign * reach)


def test_plank_is_one_line_with_elbows_under_shoulders(figures: Figures) -> None:
    body = top(figures, "plank")
    assert bend(shoulders(body), body.pelvis, ankles(body)) < 5
    assert abs(body.right_arm.elbow.x - body.right_arm.shoulder.x) < 5 * CENTIMETRE


def test_side_plank_is_one_line_off_the_floor(figures: Figures) -> None:
    body = top(figures, "side-plank")
    assert bend(shoulders(body), body.pelvis, ankles(body)) < 5
    assert abs(body.right_arm.elbow.x - body.right_arm.shoulder.x) < 5 * CENTIMETRE
    assert body.right_leg.hip.z > 0.10
    assert body.right_arm.elbow.z < body.left_arm.elbow.z


def test_bird_dog_reaches_with_opposite_limbs_in_line(figures: Figures) -> None:
    body = top(figures, "bird-dog")
    trunk = body.chest.minus(body.pelvis)
    arm = body.left_arm.wrist.minus(body.left_arm.shoulder)
    leg = body.right_leg.hip.minus(body.right_leg.ankle)
    assert angle(trunk, arm) < 15
    assert angle(trunk, leg) < 15
    assert body.right_arm.wrist.z < 5 * CENTIMETRE
    assert body.left_leg.knee.z < 6 * CENTIMETRE
    assert abs(body.left_leg.knee.x - body.left_leg.hip.x) < 0.03


def test_bridge_is_one_line_over_upright_shins_and_still_feet(figures: Figures) -> None:
    figure = figures.by_exercise["glute-bridge"]
    low, high = figure.body_at(0.0), top(figures, "glute-bridge")
    assert bend(shoulders(high), high.pelvis, knees(high)) < 8
    shin = knees(high).minus(ankles(high))
    assert abs(degrees(atan2(shin.x, shin.z))) < 10
    assert ankles(high).minus(ankles(low)).length() < 0.01
    assert high.chest.z < 0.08


def test_dead_bug_moves_opposite_limbs_over_a_flat_back(figures: Figures) -> None:
    body = top(figures, "dead-bug")
    assert angle(body.chest.minus(body.pelvis), Vec(-1.0, 0.0, 0.0)) < 2
    assert body.right_leg.ankle.x > body.left_leg.ankle.x + 0.2
    assert body.left_arm.wrist.x < body.right_arm.wrist.x - 0.2
    assert body.right_leg.heel.z > 0.03


def test_cat_and_cow_bend_opposite_ways_over_still_hands_and_knees(figures: Figures) -> None:
    figure = figures.by_exercise["cat-cow"]
    cow, cat = figure.body_at(0.0), figure.body_at(0.5)
    for body, round_back in ((cow, False), (cat, True)):
        chord = middle(body.pelvis, body.chest)
        assert (body.waist.z > chord.z) is round_back
    assert cat.right_leg.knee.minus(cow.right_leg.knee).length() < 0.01
    assert cat.right_arm.wrist.minus(cow.right_arm.wrist).length() < 0.03


def test_child_pose_sits_back(figures: Figures) -> None:
    figure = figures.by_exercise["child-pose"]
    body = top(figures, "child-pose")
    assert body.pelvis.z < figure.body_at(0.0).pelvis.z - 0.12
    assert body.head.z < 0.12


def test_march_lifts_one_knee_then_the_other(figures: Figures) -> None:
    figure = figures.by_exercise["desk-march"]
    first, second = (figure.body_at(figure.moments()[index]) for index in (1, 3))
    assert first.right_leg.knee.z > first.left_leg.knee.z + 0.1
    assert second.left_leg.knee.z == pytest.approx(first.right_leg.knee.z)


@pytest.mark.parametrize("exercise", ["desk-march", "walk-break"])
def test_one_foot_is_always_on_the_floor(figures: Figures, exercise: str) -> None:
    movement = Movement(figures.by_exercise[exercise])
    for step in range(61):
        body = movement.body_at(step / 60)
        soles = [
            point.z for leg in (body.right_leg, body.left_leg) for point in (leg.heel, leg.ball)
        ]
        assert min(soles) < 0.03, f"at {step} of 60"


def test_back_bend_leans_back_over_still_feet(figures: Figures) -> None:
    figure = figures.by_exercise["desk-back-bend"]
    stand, body = figure.body_at(0.0), top(figures, "desk-back-bend")
    lean = body.chest.minus(body.pelvis)
    assert 5 <= degrees(atan2(-lean.x, lean.z)) <= 25
    assert ankles(body).minus(ankles(stand)).length() < 0.03


def test_shoulder_squeeze_brings_the_elbows_behind_the_trunk(figures: Figures) -> None:
    figure = figures.by_exercise["desk-shoulder-squeeze"]
    before, after = figure.body_at(0.0), top(figures, "desk-shoulder-squeeze")
    assert before.right_arm.elbow.x > before.chest.x
    assert after.right_arm.elbow.x < after.chest.x
    assert after.right_arm.shoulder.z == pytest.approx(before.right_arm.shoulder.z, abs=0.01)


def test_walking_swings_arms_against_legs(figures: Figures) -> None:
    body = top(figures, "walk-break")
    assert body.right_leg.ankle.x > body.left_leg.ankle.x
    assert body.right_arm.wrist.x < body.left_arm.wrist.x


def sun(figures: Figures) -> tuple[Figure, tuple[Body, ...]]:
    figure = figures.by_exercise["sun-salutation"]
    return figure, figure.key_bodies()


def test_sun_salutation_has_its_twelve_positions_in_72_seconds(figures: Figures) -> None:
    figure, bodies = sun(figures)
    assert len(bodies) == 12
    assert figure.seconds == 72
    for first, last in ((0, 11), (1, 10), (2, 9)):
        assert figure.keys[first].stance == figure.keys[last].stance


def test_sun_salutation_keeps_the_hands_from_lunge_to_lunge(figures: Figures) -> None:
    _, bodies = sun(figures)
    places = [body.right_arm.wrist.x for body in bodies[3:9]]
    assert max(places) - min(places) < 0.03


def test_sun_salutation_each_leg_is_the_rear_leg_once(figures: Figures) -> None:
    _, bodies = sun(figures)
    assert bodies[3].right_leg.ankle.x < bodies[3].left_leg.ankle.x
    assert bodies[8].left_leg.ankle.x < bodies[8].right_leg.ankle.x


def test_sun_salutation_plank_and_dog(figures: Figures) -> None:
    _, bodies = sun(figures)
    plank, dog = bodies[4], bodies[7]
    assert bend(shoulders(plank), plank.pelvis, ankles(plank)) < 5
    assert dog.pelvis.z > max(dog.chest.z, dog.right_leg.knee.z, dog.head.z)
    assert plank.right_leg.ball.x < plank.pelvis.x - 0.3
