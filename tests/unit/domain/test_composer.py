"""How a composed routine is built, by example."""

from dataclasses import replace

import pytest

from coreapp.domain.chooser import Part, part_of
from coreapp.domain.composer import compose, routine_id
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import Exercise
from coreapp.domain.timeline import compile_timeline
from coreapp.domain.wish import Wish
from tests.each_case import each_case
from tests.fakes.shipped import shipped_library

SHIPPED = {each.id: each for each in shipped_library().exercises}


def library(*ids: str) -> list[Exercise]:
    return [SHIPPED[each] for each in ids]


def test_the_id_tells_the_whole_wish() -> None:
    wish = Wish(10, "no_floor", "lower_back", 1, frozenset({"neck", "upper_back"}))

    assert routine_id(wish, 7) == "minutes-10-no-floor-lower-back-1-no-neck-no-upper-back-7"


@each_case(
    ("exercise", "part"),
    [
        ("plank", Part.FRONT),
        ("bird-dog", Part.BACK),
        ("side-plank", Part.SIDE),
        ("hip-abduction-side-lying", Part.HIPS),
        ("knee-push-up", Part.UPPER),
        ("forward-lunge", Part.LEGS),
    ],
)
def test_the_first_muscle_decides_what_an_exercise_counts_under(exercise: str, part: Part) -> None:
    assert part_of(SHIPPED[exercise]) is part


def test_an_exercise_without_muscles_counts_somewhere() -> None:
    assert part_of(replace(SHIPPED["plank"], muscles=())) is Part.UPPER


def test_nothing_for_the_wished_area_names_the_area() -> None:
    with pytest.raises(InvalidValueError) as raised:
        compose(Wish(5, area="neck"), library("plank", "glute-bridge"), [], 1)

    assert raised.value.key == "area"


@each_case("ids", [(), ("plank",), ("plank", "dead-bug")])
def test_too_few_exercises_name_the_minutes(ids: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as raised:
        compose(Wish(30), library(*ids), [], 1)

    assert raised.value.key == "minutes"


def test_what_is_for_the_wished_area_leads() -> None:
    for seed in range(10):
        made = compose(Wish(10, area="hips"), SHIPPED.values(), [], seed)
        assert made.reasons.in_focus > made.reasons.exercises / 2


def test_few_exercises_are_gone_through_again() -> None:
    ids = ("plank", "glute-bridge", "bird-dog", "side-plank", "dead-bug", "prone-y-t-raise")

    routine = compose(Wish(45), library(*ids), [], 1).routine

    (main,) = routine.blocks
    assert main.rounds > 1
    assert main.rest_seconds > 0


def test_who_goes_through_it_again_does_fewer_sets_each_time() -> None:
    for seed in range(5):
        blocks = compose(Wish(60, "desk"), SHIPPED.values(), [], seed).routine.blocks
        (main,) = [block for block in blocks if block.rounds > 1]
        assert max(step.sets for step in main.steps) <= 2


def test_a_long_time_at_the_desk_begins_with_a_long_walk() -> None:
    first = compose(Wish(60, "desk"), SHIPPED.values(), [], 1).routine.blocks[0]

    assert "lunch-walk" in {step.exercise for step in first.steps}


def test_nobody_sits_down_between_two_movements_at_the_desk() -> None:
    seated = replace(SHIPPED["desk-shoulder-squeeze"], id="seated", position="seated")

    made = compose(Wish(5, "desk"), [*SHIPPED.values(), seated], [], 1)

    assert "seated" not in made.routine.exercises


def test_with_nothing_calm_or_light_it_says_so() -> None:
    ids = ("plank", "glute-bridge", "bird-dog", "side-plank", "dead-bug", "prone-y-t-raise")

    reasons = compose(Wish(10), library(*ids), [], 1).reasons

    assert (reasons.warm_up, reasons.calm_end) == (False, False)


def test_what_was_done_longest_ago_comes_back_first() -> None:
    fronts = library("plank", "dead-bug", "mcgill-curl-up", "glute-bridge")
    for newest, oldest in (("plank", "dead-bug"), ("dead-bug", "plank")):
        made = compose(Wish(3, area="core"), fronts, [newest, oldest], 1)
        assert oldest in made.routine.exercises


def test_a_level_without_a_dose_takes_the_next_lower_one() -> None:
    made = compose(
        Wish(5, level=3), library("bird-dog", "plank", "side-plank", "child-pose"), [], 1
    )

    levels = {step.exercise: step.level for step in made.routine.blocks[0].steps}
    assert levels["bird-dog"] == "L2"
    assert levels["plank"] == "L3"


def test_its_times_are_those_of_the_shipped_routines() -> None:
    """As the first round of `core-basics-runners` and `desk-2min-c-hips` have them."""
    made = compose(Wish(2, "desk"), library("desk-hip-flexor", "desk-side-bend"), [], 1)

    (block,) = made.routine.blocks
    assert {(step.ready_seconds, step.switch_seconds) for step in block.steps} == {(5, 3)}
    timeline = compile_timeline(made.routine, SHIPPED)
    assert abs(timeline.seconds - 120) <= 30
