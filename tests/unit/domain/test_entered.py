"""What people enter by hand: only what cannot be is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark, DayRecord, Relief
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.habits import DayNote
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.shoe import Shoe
from tests.each_case import each_case

DAY = date(2026, 3, 4)
RUN = PerformedActivity(
    "run", ActivityType.RUN_EASY, datetime(2026, 3, 4, 17, tzinfo=UTC), "Europe/Berlin", 30
)
SHOE = Shoe("shoe", "Blue ones")


def test_kind_and_minutes_are_enough():
    assert (RUN.metres, RUN.effort, RUN.warmed_up) == (None, None, None)


@each_case(
    ("key", "value"),
    [
        ("minutes", 0),
        ("minutes", 24 * 60 + 1),
        ("metres", -1),
        ("metres", 500_001),
        ("effort", 10.5),
        ("effort", float("nan")),
        ("pain_before", 11),
        ("pain_during", -1),
        ("pain_after", 11),
        ("pain_next_morning", 11),
        ("started_at", datetime(2026, 3, 4, 17)),
    ],
)
def test_what_cannot_be_of_an_activity_is_refused_by_its_name(key, value):
    with pytest.raises(InvalidValueError) as refused:
        replace(RUN, **{key: value})

    assert refused.value.key == key


@each_case(
    ("key", "value"),
    [("effort", 0), ("effort", 10), ("minutes", 1), ("metres", 0), ("pain_after", 10)],
)
def test_the_ends_of_a_range_are_within(key, value):
    assert getattr(replace(RUN, **{key: value}), key) == value


@each_case(("key", "value"), [("name", "  "), ("start_metres", -1)])
def test_what_cannot_be_of_a_shoe_is_refused(key, value):
    with pytest.raises(InvalidValueError) as refused:
        replace(SHOE, **{key: value})

    assert refused.value.key == key


@each_case(
    ("key", "said"),
    [
        ("sleep_hours", {"note": DayNote(sleep_hours=24.5)}),
        ("sleep_quality", {"note": DayNote(sleep_quality=0)}),
        ("stress", {"note": DayNote(stress=11)}),
        ("sit_hours", {"note": DayNote(sit_hours=-0.5)}),
        ("longest_sit_min", {"note": DayNote(longest_sit_min=1441)}),
        ("stand_hours", {"note": DayNote(stand_hours=25)}),
        ("steps", {"steps": -1}),
        ("pain_worst", {"pain_worst": 11}),
        ("reliefs", {"reliefs": ((Relief.HEAT, 4),)}),
    ],
)
def test_what_cannot_be_of_a_day_is_refused_by_its_name(key, said):
    with pytest.raises(InvalidValueError) as refused:
        DayRecord(DAY, **said)

    assert refused.value.key == key


@each_case(
    "said",
    [{"mark": DayMark.REST}, {"pain_worst": 0}, {"note": DayNote(lifted=False)}, {"text": "x"}],
)
def test_a_day_of_which_anything_is_said_is_not_empty(said):
    assert DayRecord(DAY).is_empty
    assert not DayRecord(DAY, **said).is_empty
