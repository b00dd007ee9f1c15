"""What can be wished, and which exercises suit."""

from dataclasses import replace

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.vocabulary import AREAS, MUSCLES
from coreapp.domain.wish import FOCUS_AREAS, MUSCLE_AREAS, Wish, loads
from tests.each_case import each_case
from tests.fakes.shipped import shipped_library

SHIPPED = {each.id: each for each in shipped_library().exercises}


@each_case(
    ("changes", "key"),
    [
        ({"minutes": 1}, "minutes"),
        ({"minutes": 61}, "minutes"),
        ({"place": "moon"}, "place"),
        ({"area": "ears"}, "area"),
        ({"level": 4}, "level"),
        ({"not_today": frozenset({"ears"})}, "not_today"),
        ({"not_today": frozenset({"whole_body"})}, "not_today"),
        ({"area": "neck", "not_today": frozenset({"neck"})}, "area"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(changes: dict[str, object], key: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        Wish(**({"minutes": 10} | changes))  # type: ignore[arg-type]  # wrong on purpose

    assert raised.value.key == key


def test_every_muscle_lies_in_an_area() -> None:
    assert MUSCLE_AREAS.keys() == set(MUSCLES)
    assert set(MUSCLE_AREAS.values()) <= set(AREAS)


@each_case(
    ("exercise", "spared", "suits"),
    [
        ("plank", "neck", True),
        ("plank", "shoulders", False),
        ("cat-cow", "arms", True),
        # Its areas do not name the sides of the trunk, its muscles do.
        ("desk-shoulder-squeeze", "upper_back", False),
        ("russian-twist", "lower_back", False),
        ("walk-break", "neck", True),
        ("walk-break", "calves", False),
        ("sun-salutation", "neck", False),
    ],
)
def test_what_loads_a_spared_area_does_not_suit(exercise: str, spared: str, suits: bool) -> None:
    wish = Wish(10, not_today=frozenset({spared}))

    assert wish.suits(SHIPPED[exercise]) is suits


def test_a_main_muscle_loads_its_area_even_where_the_exercise_is_for_another() -> None:
    exercise = replace(SHIPPED["plank"], areas=("core",), muscles=("quadriceps",))

    assert loads(exercise) == {"core", "thighs"}


@each_case(
    ("exercise", "place", "suits"),
    [
        ("plank", "mat", True),
        ("plank", "desk", False),
        ("plank", "quiet", True),
        ("plank", "no_floor", False),
        ("desk-hinge", "desk", True),
        ("desk-march", "quiet", False),
        ("kettlebell-deadlift", "mat", False),
        ("foam-roll-glutes", "mat", False),
    ],
)
def test_the_place_and_what_is_at_hand_decide(exercise: str, place: str, suits: bool) -> None:
    assert Wish(10, place).suits(SHIPPED[exercise]) is suits


def test_nobody_lies_down_at_the_desk() -> None:
    lying = replace(SHIPPED["desk-hinge"], position="supine")

    assert not Wish(10, "desk").suits(lying)


def test_loaded_twists_are_nothing_to_begin_with() -> None:
    twist = SHIPPED["bicycle-crunch"]

    assert not Wish(10, level=1).suits(twist)
    assert Wish(10, level=2).suits(twist)


def test_all_areas_but_the_whole_body_can_be_spared() -> None:
    assert set(FOCUS_AREAS) == set(AREAS) - {"whole_body"}
