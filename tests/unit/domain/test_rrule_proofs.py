"""The plan against another expansion of the same rules, in zones where clocks do odd things.

The other expansion is python-dateutil's own over plain local times, without zones, and what it
says of times that do not exist. Both know nothing of our jumping, merging and exceptions.
"""

import datetime as calendar
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import resolve_imaginary
from hypothesis import assume, given
from hypothesis import strategies as st

from coreapp.domain.occurrences import excepted, move, occurrences, skip
from coreapp.domain.recurrence import days
from coreapp.domain.rule_text import parse_rule
from coreapp.domain.schedule import EntryDraft, OccurrenceException, ScheduleEntry, make_entry
from coreapp.domain.series_editing import ended_before
from coreapp.domain.wall_time import LAST_YEAR
from tests.each_case import each_case

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "America/Santiago",  # its gap is at midnight
    "Pacific/Auckland",
    "Africa/Casablanca",  # daylight saving pauses for Ramadan
    "America/St_Johns",
    "Asia/Kathmandu",
    "UTC",
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STARTS = st.dates(date(2023, 1, 1), date(2028, 12, 31))
TIMES = st.one_of(st.times(time(0), time(4)), st.times()).map(
    lambda at: at.replace(second=0, microsecond=0)
)


class ShortCalendar(ModuleType):
    """The module `datetime` with fewer years.

    With it python-dateutil gives up where we do, and not after eight thousand years: it looks for
    the next day of a rule that names none up to its last year, seconds for each.
    """

    MAXYEAR = LAST_YEAR

    def __getattr__(self, name: str) -> object:
        return getattr(calendar, name)


def some(strategy: st.SearchStrategy[int], most: int = 4) -> st.SearchStrategy[str]:
    found = st.lists(strategy, min_size=1, max_size=most, unique=True)
    return found.map(lambda each: ",".join(str(number) for number in each))


WEEKDAYS = st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True).map(",".join)
NUMBERED = st.builds(
    lambda number, day: f"{number}{day}",
    st.sampled_from([1, 2, 3, 4, 5, -1, -2]),
    st.sampled_from(DAYS),
)
MONTH_DAYS = some(st.one_of(st.integers(1, 31), st.integers(-31, -1)))
MONTHS = some(st.integers(1, 12))
PARTS = {
    "DAILY": {"BYDAY": WEEKDAYS, "BYMONTH": MONTHS},
    "WEEKLY": {"BYDAY": WEEKDAYS, "BYMONTH": MONTHS, "WKST": st.sampled_from(["SU", "MO"])},
    "MONTHLY": {"BYDAY": st.one_of(WEEKDAYS, NUMBERED), "BYMONTHDAY": MONTH_DAYS},
    "YEARLY": {"BYMONTH": MONTHS, "BYMONTHDAY": MONTH_DAYS, "BYDAY": NUMBERED},
}
PLAIN_RULES = ("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=DAILY")


@st.composite
def rules(draw: st.DrawFn, ends: bool = True) -> str:
    """A rule that may name nothing for a long time, but can be read."""
    frequency = draw(st.sampled_from(sorted(PARTS)))
    parts = {"FREQ": frequency, "INTERVAL": str(draw(st.integers(1, 5)))}
    chosen = draw(st.sets(st.sampled_from(sorted(PARTS[frequency])), max_size=2))
    parts |= {name: draw(PARTS[frequency][name]) for name in sorted(chosen)}
    picks = {"BYDAY", "BYMONTHDAY"} & set(parts)
    if picks and frequency in {"MONTHLY", "WEEKLY"} and draw(st.booleans()):
        parts["BYSETPOS"] = draw(some(st.sampled_from([1, 2, 3, -1, -2]), 2))
    if ends and draw(st.booleans()):
        parts["COUNT"] = str(draw(st.integers(1, 20)))
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        parse_rule(text)
    except ValueError:
        assume(False)
    return text


def entry(rule: str, start: date, at: time, zone: str) -> ScheduleEntry:
    """An entry as it is stored, without asking whether it ever happens."""
    return ScheduleEntry("e", "Core", "core", parse_rule(rule).text, at, start, zone)


def plain_walls(rule: str, start: date, at: time, last: date) -> list[datetime]:
    """The other expansion, up to a day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateutil.rrule.datetime", ShortCalendar("short_calendar"))
        found = rrulestr(rule, dtstart=datetime.combine(start, at))
        return list(takewhile(lambda wall: wall.date() <= last, islice(found, 4000)))


def moment(wall: datetime, zone: str) -> datetime:
    return resolve_imaginary(wall.replace(tzinfo=ZoneInfo(zone), fold=0)).astimezone(UTC)


@given(rules(), STARTS, TIMES, st.sampled_from(ZONES), st.integers(0, 900), st.integers(1, 120))
def test_any_rule_happens_when_another_expansion_has_it(
    rule: str, start: date, at: time, zone: str, ahead: int, length: int
) -> None:
    first = datetime.combine(start + timedelta(days=ahead), time(), UTC)
    end = first + timedelta(days=length)
    walls = plain_walls(rule, start, at, end.date() + timedelta(days=2))
    expected = [moment(wall, zone) for wall in walls]

    found = occurrences([entry(rule, start, at, zone)], first, end)

    assert [each.start.astimezone(UTC) for each in found] == [
        each for each in expected if first <= each < end
    ]
    assert all(each.start.astimezone(UTC) == each.original_start.astimezone(UTC) for each in found)


@given(rules(), STARTS, TIMES, st.integers(0, 3000))
def test_a_rule_may_be_looked_at_from_any_day(rule: str, start: date, at: time, ahead: int) -> None:
    since, last = start + timedelta(days=ahead), start + timedelta(days=ahead + 400)
    zone, checked = ZoneInfo("Europe/Berlin"), parse_rule(rule)

    jumped = takewhile(lambda day: day <= last, days(checked, start, at, zone, since))
    counted = takewhile(lambda day: day <= last, days(checked, start, at, zone))

    assert [day for day in jumped if day >= since] == [day for day in counted if day >= since]


def test_a_rule_of_ten_years_is_not_counted_through() -> None:
    checked = parse_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH")
    wanted = date(2036, 3, 3)

    found = days(checked, date(2026, 3, 2), time(7), ZoneInfo("UTC"), wanted)

    assert next(found) > wanted - timedelta(days=14)


@given(rules(ends=False), STARTS, TIMES, st.sampled_from(ZONES), st.integers(0, 400))
def test_until_is_the_last_moment_in_whatever_form(
    rule: str, start: date, at: time, zone: str, ahead: int
) -> None:
    last = start + timedelta(days=ahead)
    wall = datetime.combine(last, at)
    until = moment(wall, zone)
    window = datetime.combine(start, time(), UTC) - timedelta(days=2)
    end = window + timedelta(days=500)
    everything = occurrences([entry(rule, start, at, zone)], window, end)

    def with_until(text: str) -> list[datetime]:
        ended = entry(f"{rule};UNTIL={text}", start, at, zone)
        return [each.start.astimezone(UTC) for each in occurrences([ended], window, end)]

    by_moment = [
        each.start.astimezone(UTC) for each in everything if each.start.astimezone(UTC) <= until
    ]
    by_day = [each.start.astimezone(UTC) for each in everything if each.original_date <= last]
    assert with_until(f"{until:%Y%m%dT%H%M%SZ}") == by_moment
    assert with_until(f"{wall:%Y%m%dT%H%M%S}") == by_moment
    assert with_until(f"{last:%Y%m%d}") == by_day


@given(
    st.integers(1, 12),
    st.sets(st.integers(0, 11), max_size=5),
    st.dictionaries(st.integers(0, 11), st.integers(-400, 400), max_size=5),
)
def test_count_counts_what_the_rule_names_and_not_what_is_left_of_it(
    count: int, skipped: set[int], moved: dict[int, int]
) -> None:
    plain = entry(f"FREQ=WEEKLY;COUNT={count}", date(2026, 3, 2), time(18, 30), "Europe/Berlin")
    originals = [date(2026, 3, 2) + timedelta(weeks=each) for each in range(count)]
    changed = plain
    moved = {index: hours for index, hours in moved.items() if index < count and hours}
    for index, hours in moved.items():
        to = datetime.combine(originals[index], plain.at) + timedelta(hours=hours)
        changed = move(changed, originals[index], to)
    gone = {index for index in skipped if index < count}
    for index in gone:
        changed = skip(changed, originals[index])

    found = occurrences(
        [changed], datetime(2025, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
    )

    assert sorted(each.original_date for each in found) == [
        day for index, day in enumerate(originals) if index not in gone
    ]
    assert max((each.original_date for each in found), default=originals[0]) <= originals[-1]


@given(rules(), STARTS, TIMES, st.sampled_from(ZONES), st.integers(0, 300))
def test_an_entry_that_is_ended_has_what_there_was_before(
    rule: str, start: date, at: time, zone: str, ahead: int
) -> None:
    whole, cut = entry(rule, start, at, zone), start + timedelta(days=ahead)
    window = datetime.combine(start, time(), UTC) - timedelta(days=2)
    end = window + timedelta(days=350)
    everything = occurrences([whole], window, end)

    before = ended_before(whole, cut)

    found = occurrences([before], window, end) if before else []
    assert list(found) == [each for each in everything if each.original_date < cut]


@each_case(
    ("zone", "day", "at", "expected"),
    [
        # Half an hour is left out in October, and comes twice in April.
        ("Australia/Lord_Howe", date(2026, 10, 4), "02:15", "2026-10-04T02:45:00+11:00"),
        ("Australia/Lord_Howe", date(2026, 4, 5), "01:45", "2026-04-05T01:45:00+11:00"),
        # The day begins at one o'clock.
        ("America/Santiago", date(2026, 9, 6), "00:00", "2026-09-06T01:00:00-03:00"),
        ("America/Santiago", date(2026, 9, 6), "00:30", "2026-09-06T01:30:00-03:00"),
        # 23:30 comes twice on the evening before; the first one counts.
        ("America/Santiago", date(2026, 4, 4), "23:30", "2026-04-04T23:30:00-03:00"),
        ("Pacific/Auckland", date(2026, 9, 27), "02:30", "2026-09-27T03:30:00+13:00"),
        ("Pacific/Auckland", date(2026, 4, 5), "02:30", "2026-04-05T02:30:00+13:00"),
        ("Europe/Berlin", date(2026, 3, 29), "02:00", "2026-03-29T03:00:00+02:00"),
        ("America/New_York", date(2026, 11, 1), "01:30", "2026-11-01T01:30:00-04:00"),
    ],
)
def test_on_days_with_odd_hours_it_happens_once(
    zone: str, day: date, at: str, expected: str
) -> None:
    draft = EntryDraft("Core", "core", "FREQ=DAILY", at, "2026-01-01", zone)
    noon = datetime.combine(day, time(12), ZoneInfo(zone))
    around = noon - timedelta(days=1), noon + timedelta(days=1)

    found = occurrences([make_entry("e", draft)], *around)

    (own,) = (each for each in found if each.original_date == day)
    assert own.start.isoformat() == expected
    moments = [each.start.astimezone(UTC) for each in found]
    assert all(earlier < later for earlier, later in pairwise(moments))


@each_case(
    ("rule", "start", "expected"),
    [
        ("FREQ=YEARLY", "2024-02-29", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY;INTERVAL=4", "2024-02-29", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=MONTHLY", "2026-01-31", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2027-12-31", ["2027-12-31", "2028-01-31", "2028-02-29"]),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1",
            "2026-05-15",
            ["2026-05-29", "2026-06-01", "2026-06-30"],
        ),
        ("FREQ=WEEKLY;BYDAY=SU,MO;BYSETPOS=-1", "2026-03-02", ["2026-03-08", "2026-03-15"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", ["2028-02-29", "2032-02-29"]),
    ],
)
def test_days_that_not_every_month_or_year_has(rule: str, start: str, expected: list[str]) -> None:
    found = days(parse_rule(rule), date.fromisoformat(start), time(7), ZoneInfo("Europe/Berlin"))

    assert [day.isoformat() for day in islice(found, len(expected))] == expected


def test_a_leap_year_that_is_none_is_left_out() -> None:
    found = days(parse_rule("FREQ=YEARLY"), date(2096, 2, 29), time(7), ZoneInfo("UTC"))

    assert [day.year for day in islice(found, 2)] == [2096, 2104], "2100 is no leap year"


def test_moved_over_the_change_of_the_clocks_it_keeps_the_wall_time() -> None:
    plain = entry("FREQ=DAILY", date(2026, 3, 1), time(7, 30), "Europe/Berlin")
    moved = move(plain, date(2026, 3, 27), datetime(2026, 3, 30, 7, 30))
    into_the_gap = move(moved, date(2026, 3, 28), datetime(2026, 3, 29, 2, 15))

    window = datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 3, 31, tzinfo=UTC)
    found = {each.original_date.day: each for each in occurrences([into_the_gap], *window)}

    assert found[27].start.isoformat() == "2026-03-30T07:30:00+02:00"
    assert found[27].original_start.isoformat() == "2026-03-27T07:30:00+01:00"
    assert found[28].start.isoformat() == "2026-03-29T03:15:00+02:00"


@given(st.integers(-60, 60), TIMES, st.sampled_from(ZONES))
def test_moved_by_days_and_back_it_follows_the_rule_again(by: int, at: time, zone: str) -> None:
    plain = entry("FREQ=DAILY", date(2026, 3, 1), at, zone)
    day = date(2026, 3, 29)
    away = move(plain, day, datetime.combine(day + timedelta(days=by), time(12, 1)))
    home = move(away, day, datetime.combine(day, at))

    assert home.exceptions == ()


def test_what_is_excepted_of_days_that_the_rule_has_no_more_is_nothing() -> None:
    exceptions = (
        OccurrenceException(date(2026, 3, 3), skipped=True),
        OccurrenceException(date(2026, 3, 5), moved_to=datetime(2026, 3, 6, 7, tzinfo=UTC)),
        OccurrenceException(date(2026, 3, 9), skipped=True),
    )
    weekly = ScheduleEntry(
        "e", "Core", "core", "FREQ=WEEKLY;BYDAY=MO", time(7), date(2026, 3, 2), "UTC", exceptions
    )
    window = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC)

    assert [each.original_date.day for each in occurrences([weekly], *window)] == [2, 16]
    (only,) = excepted([weekly], date(2026, 3, 1), date(2026, 3, 20))
    assert (only.occurrence.original_date, only.is_skipped) == (date(2026, 3, 9), True)


def test_what_was_moved_and_what_was_skipped_is_told_by_its_original_day() -> None:
    plain = entry("FREQ=DAILY", date(2026, 3, 1), time(7), "Europe/Berlin")
    changed = skip(
        move(plain, date(2026, 3, 4), datetime(2026, 5, 1, 7)),
        date(2026, 3, 2),
    )

    found = excepted([changed, plain], date(2026, 3, 2), date(2026, 3, 4))

    assert [(each.occurrence.original_date.day, each.is_skipped) for each in found] == [
        (2, True),
        (4, False),
    ]
    assert found[1].occurrence.start.date() == date(2026, 5, 1)
    assert excepted([changed], date(2026, 3, 3), date(2026, 3, 3)) == []
