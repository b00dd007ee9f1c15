"""Whatever is wished: on time, allowed, both sides, nothing spared, the same again."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.chooser import part_of
from coreapp.domain.composer import TOLERANCE_SECONDS, Composition, compose
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import Exercise, Side, Sides
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.portion import portion_of
from coreapp.domain.routine import Block, Routine
from coreapp.domain.timeline import PhaseKind, Timeline, compile_timeline
from coreapp.domain.vocabulary import AREAS
from coreapp.domain.wish import (
    AT_HAND,
    DESK,
    FOCUS_AREAS,
    LEVELS,
    MAT,
    TWISTS,
    WISH_PLACES,
    Wish,
    loads,
)
from tests.fakes.shipped import shipped_library

EXERCISES = {each.id: each for each in shipped_library().exercises}

seeds = st.integers(0, 10_000)
recents = st.lists(st.sampled_from(sorted(EXERCISES)), unique=True, max_size=12)


@st.composite
def wishes(draw: st.DrawFn) -> Wish:
    area = draw(st.sampled_from(AREAS))
    spared = draw(st.frozensets(st.sampled_from(FOCUS_AREAS), max_size=3)) - {area}
    return Wish(
        minutes=draw(st.integers(2, 60)),
        place=draw(st.sampled_from(WISH_PLACES)),
        area=area,
        level=draw(st.sampled_from(LEVELS)),
        not_today=spared,
    )


def composed(wish: Wish, recent: list[str], seed: int) -> Composition | None:
    """The routine, or None if there is none for it."""
    try:
        return compose(wish, EXERCISES.values(), recent, seed)
    except InvalidValueError as error:
        # Everybody who spares nothing gets something for as long as there is.
        possible = not wish.not_today and not wish.has_focus
        return pytest.fail(str(error)) if possible else None


def chosen(composition: Composition) -> list[Exercise]:
    return [EXERCISES[each] for each in composition.routine.exercises]


def assert_fair(composition: Composition, timeline: Timeline) -> None:
    """Both sides get the same, and nothing comes twice in a row."""
    works = [phase for phase in timeline.phases if phase.kind is PhaseKind.WORK]
    for exercise in chosen(composition):
        if exercise.sides is Sides.EACH_SIDE:
            mine = [phase for phase in works if phase.exercise == exercise.id]
            left = [phase.seconds for phase in mine if phase.side is Side.LEFT]
            right = [phase.seconds for phase in mine if phase.side is Side.RIGHT]
            assert left == right
            assert left
    in_order = [(phase.exercise, phase.step, phase.round) for phase in works]
    steps = list(dict.fromkeys(in_order))
    assert all(one[0] != other[0] for one, other in pairwise(steps))


@settings(max_examples=settings.default.max_examples * 2)
@given(wish=wishes(), recent=recents, seed=seeds)
def test_every_wish_is_kept_and_both_sides_get_the_same(
    wish: Wish, recent: list[str], seed: int
) -> None:
    composition = composed(wish, recent, seed)
    if composition is None:
        return
    timeline = compile_timeline(composition.routine, EXERCISES)
    exercises = chosen(composition)

    assert abs(timeline.seconds - wish.seconds) <= TOLERANCE_SECONDS
    assert all(wish.suits(each) for each in exercises)
    assert not any(wish.not_today & loads(each) for each in exercises)
    if wish.place != MAT:
        assert all(wish.place in each.places for each in exercises)
    assert all(AT_HAND.issuperset(each.equipment) for each in exercises)
    if wish.level == 1:
        assert TWISTS.isdisjoint(composition.routine.exercises)
    if wish.has_focus:
        assert any(wish.area in each.areas for each in exercises)
    assert composition.reasons.exercises == len(exercises)
    assert_fair(composition, timeline)


@given(wish=wishes(), recent=recents, seed=seeds)
def test_the_same_seed_gives_the_same(wish: Wish, recent: list[str], seed: int) -> None:
    assert composed(wish, recent, seed) == composed(wish, recent, seed)


@given(
    minutes=st.integers(2, 60), place=st.sampled_from(WISH_PLACES), level=st.sampled_from(LEVELS)
)
def test_other_seeds_give_others(minutes: int, place: str, level: int) -> None:
    wish = Wish(minutes, place, level=level)

    first, *others = range(8)
    usual = compose(wish, EXERCISES.values(), [], first).routine.blocks
    made = (compose(wish, EXERCISES.values(), [], seed).routine.blocks for seed in others)
    assert any(blocks != usual for blocks in made)


@given(
    minutes=st.integers(10, 60),
    place=st.sampled_from((MAT, "quiet")),
    level=st.sampled_from(LEVELS),
    seed=seeds,
)
def test_from_ten_minutes_on_it_begins_lightly_and_ends_calmly(
    minutes: int, place: str, level: int, seed: int
) -> None:
    composition = compose(Wish(minutes, place, level=level), EXERCISES.values(), [], seed)
    first, *_between, last = composition.routine.blocks

    assert composition.reasons.warm_up
    assert composition.reasons.calm_end
    assert all("strength" not in EXERCISES[step.exercise].purposes for step in first.steps)
    assert all(EXERCISES[step.exercise].kind.value == "hold" for step in last.steps)
    assert all("strength" not in EXERCISES[step.exercise].purposes for step in last.steps)


@given(minutes=st.integers(10, 60), level=st.sampled_from(LEVELS), seed=seeds)
def test_the_mat_trains_the_trunk_from_all_around(minutes: int, level: int, seed: int) -> None:
    composition = compose(Wish(minutes, level=level), EXERCISES.values(), [], seed)
    strong = {part_of(each).value for each in chosen(composition) if "strength" in each.purposes}

    assert {"front", "back", "side", "hips"} <= strong


@given(minutes=st.integers(5, 15), place=st.sampled_from((MAT, "quiet")), seed=seeds)
def test_what_was_done_last_waits_for_what_was_not(minutes: int, place: str, seed: int) -> None:
    """On the mat there are at least twice as many exercises as so few minutes hold."""
    wish = Wish(minutes, place)
    last = compose(wish, EXERCISES.values(), [], seed).routine.exercises

    again = compose(wish, EXERCISES.values(), last, seed)

    repeated = set(again.routine.exercises) & set(last)
    assert again.reasons.repeated == len(repeated)
    assert len(repeated) <= len(last) // 2


@given(
    exercise=st.sampled_from(sorted(EXERCISES)),
    level=st.sampled_from(LEVELS),
    grains=st.integers(-4, 4),
    deeper=st.integers(0, 3),
)
def test_a_portion_takes_as_long_as_it_says(
    exercise: str, level: int, grains: int, deeper: int
) -> None:
    portion = portion_of(EXERCISES[exercise], level)
    if portion is None:
        return
    portion = portion.shifted(grains) or portion
    for _ in range(deeper):
        portion = portion.deeper or portion

    routine = Routine("one", "One", (Block((portion.step,)),))
    assert compile_timeline(routine, EXERCISES).seconds == portion.seconds


def test_desk_routines_keep_to_the_chair_and_the_feet() -> None:
    for seed in range(20):
        exercises = chosen(compose(Wish(10, DESK), EXERCISES.values(), [], seed))
        positions = [each.position for each in exercises]
        assert set(positions) <= {"standing", "seated"}
        changes = sum(one != other for one, other in pairwise(positions))
        assert changes <= 1


tastes = st.builds(
    Taste,
    liked=st.frozensets(st.sampled_from(sorted(EXERCISES)), max_size=12),
    disliked=st.frozensets(st.sampled_from(sorted(EXERCISES)), max_size=12),
    avoided=st.frozensets(st.sampled_from(sorted(EXERCISES)), max_size=8),
)


@given(wishes(), recents, seeds, tastes)
def test_what_is_avoided_is_never_chosen_and_the_same_taste_gives_the_same_again(
    wish: Wish, recent: list[str], seed: int, taste: Taste
):
    try:
        made = compose(wish, EXERCISES.values(), recent, seed, taste)
    except InvalidValueError:
        return
    assert taste.avoided.isdisjoint(made.routine.exercises)
    assert made == compose(wish, EXERCISES.values(), recent, seed, taste)
    assert abs(compile_timeline(made.routine, EXERCISES).seconds - wish.seconds) <= (
        TOLERANCE_SECONDS
    )


def counted(taste: Taste) -> dict[str, int]:
    """Return in how many of thirty routines for ten minutes each of `TASTED` is."""
    made = [compose(Wish(10), EXERCISES.values(), (), seed, taste) for seed in range(30)]
    return {each: sum(each in one.routine.exercises for one in made) for each in TASTED}


TASTED = ("plank", "dead-bug", "glute-bridge")


def test_what_is_liked_comes_more_often_and_what_is_disliked_hardly_ever():
    usual = counted(NO_TASTE)
    disliked = counted(Taste(disliked=frozenset(TASTED)))
    for exercise in TASTED:
        liked = counted(Taste(liked=frozenset({exercise})))
        assert disliked[exercise] < usual[exercise] < liked[exercise] < 30, exercise
        assert disliked[exercise] <= 1, exercise


def test_what_is_disliked_is_chosen_where_nothing_else_serves():
    everything = Taste(disliked=frozenset(EXERCISES))
    wish = Wish(10)
    assert compose(wish, EXERCISES.values(), (), 1, everything) == compose(
        wish, EXERCISES.values(), (), 1
    )


def test_a_copy_does_not_come_beside_its_original_while_there_is_something_else():
    copies = {
        f"{each.id}-copy": replace(each, id=f"{each.id}-copy", figure=each.id)
        for each in EXERCISES.values()
    }
    for seed in range(20):
        made = compose(Wish(6), [*EXERCISES.values(), *copies.values()], (), seed)
        shown = [each.removesuffix("-copy") for each in made.routine.exercises]
        assert len(set(shown)) == len(shown)
