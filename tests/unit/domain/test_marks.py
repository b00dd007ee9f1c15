"""Marks of exercises, and what they mean for choosing."""

from datetime import date

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.marks import NO_TASTE, PLAIN, Liking, Mark, mark_from, taste_of, to_mapping
from tests.each_case import each_case

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)

MARKS = {
    "plank": Mark(Liking.LIKED),
    "march": Mark(Liking.DISLIKED, not_today=MONDAY),
    "bridge": Mark(hidden=True),
    "both": Mark(Liking.LIKED, hidden=True, not_today=TUESDAY),
    "none": PLAIN,
}


def test_a_taste_sums_the_marks_up_for_a_day():
    taste = taste_of(MARKS, MONDAY)
    assert taste.liked == {"plank", "both"}
    assert taste.disliked == {"march"}
    assert taste.avoided == {"march", "bridge", "both"}


def test_not_today_ends_with_the_day():
    assert "march" not in taste_of(MARKS, TUESDAY).avoided
    assert taste_of({}, MONDAY) == NO_TASTE


@each_case("mark", MARKS.values())
def test_a_mark_comes_back_as_it_was(mark):
    assert mark_from(to_mapping(mark)) == mark


def test_what_is_as_usual_is_not_written():
    assert to_mapping(PLAIN) == {}
    assert to_mapping(MARKS["both"]) == {
        "liking": "liked",
        "hidden": True,
        "not_today": "2026-03-03",
    }


@each_case(
    ("plain", "key"),
    [
        ([], "mark"),
        ({"liking": "loved"}, "liking"),
        ({"liking": 1}, "liking"),
        ({"hidden": "yes"}, "hidden"),
        ({"not_today": "Monday"}, "not_today"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_no_mark_is_named(plain, key):
    with pytest.raises(InvalidValueError) as caught:
        mark_from(plain)
    assert caught.value.key == key
