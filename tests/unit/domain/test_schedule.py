"""Entries of the plan: their plain form, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.occurrences import skip
from coreapp.domain.schedule import (
    OccurrenceException,
    ScheduleEntry,
    checked_entry,
)
from tests.each_case import each_case
from tests.fakes.entries import berlin, entry


def test_an_entry_carries_what_was_given_in_plain_form():
    made = entry(rrule=" rrule:freq=weekly;byday=mo,th ", title=" Evening core ")
    assert made == ScheduleEntry(
        id="entry-1",
        title="Evening core",
        routine="core-basics-runners",
        rrule="FREQ=WEEKLY;BYDAY=MO,TH",
        at=time(7, 30),
        start_date=date(2026, 3, 2),
        zone="Europe/Berlin",
    )


@each_case(
    ("changes", "key", "value"),
    [
        ({"title": " "}, "title", ""),
        ({"routine": ""}, "routine", ""),
        ({"at": "24:00"}, "at", "24:00"),
        ({"at": "07:60"}, "at", "07:60"),
        ({"at": "7.30"}, "at", "7.30"),
        ({"at": "07:30+02:00"}, "at", "07:30+02:00"),
        ({"start_date": "2026-02-29"}, "from", "2026-02-29"),
        ({"start_date": "20260302"}, "from", "20260302"),
        ({"start_date": "1969-12-31"}, "from", "1969-12-31"),
        ({"start_date": "2200-01-01"}, "from", "2200-01-01"),
        ({"zone": "Europe/Nowhere"}, "zone", "Europe/Nowhere"),
        ({"zone": "Europe"}, "zone", "Europe"),
        ({"zone": "../../etc/passwd"}, "zone", "../../etc/passwd"),
        ({"zone": ""}, "zone", ""),
        ({"rrule": "FREQ=WEEKLY;INTERVAL=7;BYDAY=MO;UNTIL=20260301"}, "rrule", None),
        ({"rrule": "FREQ=DAILY;INTERVAL=7;BYDAY=TU"}, "rrule", None),
    ],
)
def test_a_wrong_draft_is_refused_by_name(changes, key, value):
    with pytest.raises(InvalidValueError) as caught:
        entry(**changes)
    assert caught.value.key == key
    assert caught.value.value == (changes["rrule"] if value is None else value)
    assert caught.value.remedy.endswith(".")


@each_case(
    ("changes", "key"),
    [
        ({"title": " "}, "title"),
        ({"rrule": "FREQ=HOURLY"}, "rrule"),
        ({"at": time(7, 30, 15)}, "at"),
        ({"at": time(7, 30, tzinfo=UTC)}, "at"),
        ({"start_date": date(2200, 1, 1)}, "from"),
        ({"zone": "Nowhere"}, "zone"),
        (
            {
                "exceptions": (
                    OccurrenceException(date(2026, 3, 4), skipped=True),
                    OccurrenceException(date(2026, 3, 4), moved_to=berlin(5)),
                )
            },
            "exceptions",
        ),
    ],
)
def test_an_entry_from_outside_is_checked_too(changes, key):
    with pytest.raises(InvalidValueError) as caught:
        checked_entry(replace(entry(), **changes))
    assert caught.value.key == key


def test_a_sound_entry_from_outside_is_put_into_plain_form():
    given = skip(entry(), date(2026, 3, 4))
    assert checked_entry(replace(given, rrule="RRULE:freq=daily")) == given


@each_case(
    "wrong",
    [
        {},
        {"skipped": True, "moved_to": berlin(4)},
        {"moved_to": datetime(2026, 3, 4)},
        {"moved_to": datetime(2200, 3, 4, tzinfo=UTC)},
    ],
)
def test_an_exception_is_moved_to_a_moment_or_skipped(wrong):
    with pytest.raises(InvalidValueError):
        OccurrenceException(date(2026, 3, 4), **wrong)
