"""Things of one's own as documents: nothing is lost, and what does not fit is named."""

import json

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import ExerciseKind, Sides
from coreapp.services.own_documents import document_of, exercise_from, routine_from
from tests.each_case import each_case
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.shipped import shipped_library

REPS = {"kind": ExerciseKind.REPS, "sides": Sides.ALTERNATING, "tempo": (2, 0, 1.5)}


def through_json(thing):
    return json.loads(json.dumps(document_of(thing)))


def test_an_exercise_comes_back_as_it_was():
    assert exercise_from(through_json(own_exercise())) == own_exercise()


def test_a_routine_comes_back_as_it_was():
    assert routine_from(through_json(own_routine())) == own_routine()


@each_case("kind", ["exercises", "routines"])
def test_everything_shipped_would_come_back_as_it_was(kind):
    make = {"exercises": exercise_from, "routines": routine_from}[kind]
    for thing in getattr(shipped_library(), kind):
        assert make(through_json(thing)) == thing


@each_case(
    ("change", "key"),
    [
        ({"name": 3}, "name"),
        ({"kind": "swim"}, "kind"),
        ({"steps": "Lie down."}, "steps"),
        ({"levels": [{"id": "start"}]}, "levels[0].text"),
        ({"colour": "red"}, "colour"),
        ({"name": " "}, "name"),
    ],
)
def test_what_does_not_fit_is_named(change, key):
    with pytest.raises(InvalidValueError) as caught:
        exercise_from(through_json(own_exercise()) | change)
    assert caught.value.key == key


def test_what_is_missing_is_named():
    document = through_json(own_routine())
    del document["blocks"]
    with pytest.raises(InvalidValueError) as caught:
        routine_from(document)
    assert (caught.value.key, caught.value.value) == ("blocks", None)
