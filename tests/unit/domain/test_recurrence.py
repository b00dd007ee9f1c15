"""The days that rules name, and how soon it is found out that one names none."""

import sys
from datetime import date, datetime, time
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from coreapp.domain.recurrence import days
from coreapp.domain.rule_text import parse_rule
from coreapp.domain.wall_time import LAST_YEAR
from tests.each_case import each_case

FIRST = date(2026, 1, 1)  # a Thursday


def first_days(text: str, count: int) -> list[str]:
    found = days(parse_rule(text), FIRST, time(7, 30), ZoneInfo("Europe/Berlin"))
    return [day.isoformat() for day in islice(found, count)]


NAMED = [
    ("FREQ=DAILY", ["2026-01-01", "2026-01-02"]),
    ("RRULE:FREQ=DAILY;INTERVAL=3", ["2026-01-01", "2026-01-04"]),
    ("freq=weekly;byday=mo,fr", ["2026-01-02", "2026-01-05"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", ["2026-01-13", "2026-01-27"]),
    ("FREQ=MONTHLY;BYDAY=-1FR", ["2026-01-30", "2026-02-27"]),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-01-30", "2026-02-27"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-31", ["2026-01-01", "2026-03-01"]),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", ["2028-02-29", "2032-02-29"]),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", ["2026-05-11", "2027-05-17"]),
    ("FREQ=YEARLY;BYYEARDAY=-1", ["2026-12-31", "2027-12-31"]),
    ("FREQ=DAILY;COUNT=1", ["2026-01-01"]),
    ("FREQ=DAILY;UNTIL=20260101", ["2026-01-01"]),
]


def test_a_rule_names_its_days():
    assert {text: first_days(text, 2) for text, _days in NAMED} == dict(NAMED)


def test_a_month_that_has_the_day_is_enough():
    assert first_days("FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=30", 1) == ["2026-04-30"]


@each_case(
    "text",
    [
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=4,1;BYDAY=1MO",
        "FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR",
    ],
)
def test_a_rule_without_any_day_is_soon_found_out(text):
    assert calls(lambda: first_days(text, 1)) < 20_000


@each_case(
    "text",
    [
        "FREQ=DAILY;INTERVAL=9",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA;WKST=SU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=5",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=900",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYYEARDAY=-1,366",
    ],
)
@each_case("begin", [date(1970, 1, 1), date(2024, 2, 29), date(2198, 12, 31)])
def test_the_days_are_those_of_the_years_they_are_in(text, begin):
    """However a rule is followed, up to the last year that can be planned."""
    plain = rrulestr(text, dtstart=datetime.combine(begin, time(7)))
    expected = list(takewhile(lambda day: day.year <= LAST_YEAR, (each.date() for each in plain)))

    assert list(days(parse_rule(text), begin, time(7), ZoneInfo("Europe/Berlin"))) == expected


def test_after_the_last_year_there_are_no_days():
    begin = date(LAST_YEAR + 1, 1, 1)

    assert not list(days(parse_rule("FREQ=DAILY"), begin, time(7), ZoneInfo("Europe/Berlin")))


def calls(do):
    """Return how many functions are called: it says the same on every machine."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(before)
    return count
