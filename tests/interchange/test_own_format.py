"""What is one's own in the program's own file."""

import json
from datetime import UTC, datetime

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.marks import Liking, Mark
from coreapp.domain.programme import ChosenLevel
from coreapp.interchange.json_format import decode, encode
from coreapp.services.bundle import Bundle
from coreapp.services.own_exercises import MOST_PICTURE_BYTES
from coreapp.services.own_transfer import OwnBundle
from coreapp.services.programme_shelf import Choices
from tests.each_case import each_case
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.pictures import JPEG

OWN = OwnBundle(
    (own_exercise(), own_exercise("other")),
    (own_routine(),),
    {"plank": Mark(Liking.LIKED, hidden=True)},
    {"my-plank-1.jpg": JPEG},
    {("plank", 20): 22, ("plank", 30): 33, ("side-plank", 20): 22},
    {
        "back-strength-8wk": Choices(
            datetime(2026, 3, 2, 8, tzinfo=UTC), {"plank": ChosenLevel("L2", 3)}
        ),
        "sun-salutation-5-to-10": Choices(),
    },
)
KEYS = {"format", "version", "sessions", "schedule", "spans", "activities", "shoes", "days"}


def document():
    return json.loads(encode(Bundle(own=OWN)))


def test_everything_comes_back_as_it_was():
    assert decode(encode(Bundle(own=OWN))) == Bundle(own=OWN)


def test_the_keys_are_promised():
    written = document()
    assert written.keys() == KEYS | {
        *("exercises", "routines", "marks", "pictures"),
        *("doses", "programmes"),
    }
    assert written["exercises"][0]["name"] == "Größere Brücke"
    assert written["marks"] == {"plank": {"liking": "liked", "hidden": True}}
    assert written["doses"] == {"plank": {"20": 22, "30": 33}, "side-plank": {"20": 22}}
    assert written["programmes"]["back-strength-8wk"] == {
        "begun": "2026-03-02T08:00:00+00:00",
        "levels": {"plank": {"level": "L2", "week": 3}},
    }


def test_without_anything_of_ones_own_the_file_is_as_it_was_before():
    assert json.loads(encode(Bundle())).keys() == KEYS


@each_case(
    ("change", "key"),
    [
        ({"exercises": [{}]}, "exercises[0].id"),
        ({"exercises": 3}, "exercises"),
        ({"routines": [{"id": "x", "name": "X"}]}, "routines[0].blocks"),
        ({"marks": {"plank": {"liking": "loved"}}}, "marks.plank.liking"),
        ({"marks": {"../x": {}}}, "marks.../x.id"),
        ({"marks": {"plank": 3}}, "marks"),
        ({"pictures": {"../x.jpg": ""}}, "pictures.../x.jpg"),
        ({"pictures": {"x.jpg": "QUJD"}}, "pictures.x.jpg"),
        ({"pictures": {"x.jpg": "not base64!"}}, "pictures"),
        ({"doses": {"plank": {"20": 41}}}, "doses.plank"),
        ({"doses": {"plank": {"20": 22, "020": 24}}}, "doses.plank"),
        ({"doses": {"plank": {}}}, "doses.plank"),
        ({"doses": {"plank": 22}}, "doses"),
        ({"programmes": {"x": {}}}, "programmes.x"),
        ({"programmes": {"x": {"begun": "monday", "levels": {}}}}, "programmes.x"),
        ({"programmes": {"x": {"begun": None, "levels": {"plank": "L2"}}}}, "programmes.x"),
    ],
)
def test_what_cannot_be_used_is_named(change, key):
    with pytest.raises(InvalidValueError) as caught:
        decode(json.dumps(document() | change))
    assert caught.value.key.startswith(key)


def test_an_id_that_is_there_twice_is_refused():
    written = document()
    written["exercises"].append(written["exercises"][0])
    with pytest.raises(InvalidValueError) as caught:
        decode(json.dumps(written))
    assert caught.value.key == "exercises[2].id"


def test_a_picture_that_is_too_large_is_refused():
    own = OwnBundle(pictures={"x.jpg": JPEG + bytes(MOST_PICTURE_BYTES)})
    with pytest.raises(InvalidValueError, match="too large"):
        decode(encode(Bundle(own=own)))
