"""When entries of the plan happen: gaps and repeated hours, and what was moved or skipped."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.occurrences import move, next_occurrences, occurrences, restore, skip
from coreapp.domain.schedule import OccurrenceException
from coreapp.domain.training_log import PlannedOccurrence
from tests.each_case import each_case
from tests.fakes.entries import BERLIN, berlin, entry


def starts(found) -> list[str]:
    return [each.start.isoformat() for each in found]


def test_a_window_has_its_start_and_not_its_end():
    daily = entry()
    found = occurrences([daily], berlin(3, 7, 30), berlin(5, 7, 30))
    assert starts(found) == ["2026-03-03T07:30:00+01:00", "2026-03-04T07:30:00+01:00"]
    assert all(each.zone == "Europe/Berlin" for each in found)


def test_nothing_happens_before_the_first_day():
    assert starts(next_occurrences([entry()], berlin(1), 1)) == ["2026-03-02T07:30:00+01:00"]


def test_entries_are_merged_in_order_of_moments_over_zones():
    early = entry("b", at="07:30")
    late = entry("a", at="08:00")
    far = entry("c", at="01:15", zone="America/New_York")
    same = entry("d", at="07:30")
    found = next_occurrences([late, far, same, early], berlin(4), 4)
    # 01:15 in New York is 07:15 in Berlin.
    assert [each.entry for each in found] == ["c", "b", "d", "a"]


def test_a_local_time_that_does_not_exist_moves_by_the_gap():
    found = occurrences([entry(at="02:30")], berlin(28), berlin(31))
    assert starts(found) == [
        "2026-03-28T02:30:00+01:00",
        "2026-03-29T03:30:00+02:00",
        "2026-03-30T02:30:00+02:00",
    ]
    assert not any(each.is_moved for each in found)


def test_a_local_time_that_occurs_twice_happens_once_the_first_time():
    found = occurrences([entry(at="02:30")], berlin(24, month=10), berlin(27, month=10))
    assert starts(found) == [
        "2026-10-24T02:30:00+02:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-26T02:30:00+01:00",
    ]


def test_a_gap_over_midnight_keeps_the_day_the_rule_gives():
    nuuk = entry(at="23:30", start_date="2024-03-29", zone="America/Nuuk")
    found = next_occurrences([nuuk], datetime(2024, 3, 29, tzinfo=UTC), 3)
    assert [each.original_date.day for each in found] == [29, 30, 31]
    assert starts(found)[1] == "2024-03-31T00:30:00-01:00"
    assert len(next_occurrences([skip(nuuk, date(2024, 3, 30))], found[0].start, 2)) == 2


def test_a_day_left_out_of_the_calendar_is_not_done_twice():
    apia = entry(at="07:30", start_date="2011-12-28", zone="Pacific/Apia")
    found = next_occurrences([apia], datetime(2011, 12, 28, tzinfo=UTC), 4)
    assert [each.start.day for each in found] == [28, 29, 31, 1]


def test_a_rule_that_ended_has_no_more():
    assert len(next_occurrences([entry(rrule="FREQ=DAILY;COUNT=3")], berlin(3), 10)) == 2
    assert next_occurrences([entry(rrule="FREQ=DAILY;COUNT=3")], berlin(9), 10) == []
    assert next_occurrences([], berlin(1), 3) == []


@each_case(
    ("until", "last_day"),
    [
        ("20260305", 5),
        ("20260305T073000", 5),
        ("20260305T072959", 4),
        ("20260305T063000Z", 5),
        ("20260305T062959Z", 4),
    ],
)
def test_the_last_moment_belongs_to_the_rule(until, last_day):
    found = next_occurrences([entry(rrule=f"FREQ=DAILY;UNTIL={until}")], berlin(1), 99)
    assert found[-1].start.day == last_day


def test_until_is_judged_on_moments_where_a_local_time_occurs_twice():
    # 02:30 the first time is 00:30 in UTC; a clock at the end of the rule shows 02:15 again.
    rule = "FREQ=DAILY;UNTIL=20261025T011500Z"
    found = occurrences([entry(at="02:30", rrule=rule)], berlin(25, month=10), berlin(30, month=10))
    assert starts(found) == ["2026-10-25T02:30:00+02:00"]


def test_far_planning_ends_within_the_calendar():
    yearly = entry(rrule="FREQ=YEARLY", start_date="2197-06-01")
    found = next_occurrences([yearly], datetime.max.replace(year=2100, tzinfo=UTC), 10)
    assert [each.start.year for each in found] == [2197, 2198, 2199]
    assert next_occurrences([yearly], datetime.max.replace(tzinfo=UTC), 10) == []


def test_one_occurrence_moves_alone_and_keeps_its_original_start():
    moved = move(entry(), date(2026, 3, 4), datetime(2026, 3, 4, 18, 0))
    found = occurrences([moved], berlin(3), berlin(6))
    assert starts(found) == [
        "2026-03-03T07:30:00+01:00",
        "2026-03-04T18:00:00+01:00",
        "2026-03-05T07:30:00+01:00",
    ]
    assert found[1].original_start == berlin(4, 7, 30)
    assert [each.is_moved for each in found] == [False, True, False]


def test_a_moved_occurrence_is_found_by_its_new_time_alone():
    moved = move(entry(), date(2026, 3, 4), berlin(20, 12))
    assert occurrences([moved], berlin(4), berlin(5)) == []
    (found,) = occurrences([moved], berlin(20, 10), berlin(21))
    assert (found.start, found.original_date) == (berlin(20, 12), date(2026, 3, 4))
    earlier = move(entry(), date(2026, 3, 20), berlin(1, 12))
    assert starts(next_occurrences([earlier], berlin(1), 2)) == [
        "2026-03-01T12:00:00+01:00",
        "2026-03-02T07:30:00+01:00",
    ]


def test_two_moved_occurrences_come_in_order_of_their_new_times():
    moved = move(move(entry(), date(2026, 3, 4), berlin(9, 12)), date(2026, 3, 5), berlin(9, 9))
    found = [each for each in occurrences([moved], berlin(1), berlin(15)) if each.is_moved]
    assert [each.original_date.day for each in found] == [5, 4]


def test_moments_of_the_repeated_hour_are_in_order():
    at_night = entry(rrule="FREQ=DAILY;COUNT=9", start_date="2026-10-19", at="02:45")
    second_time = datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)
    moved = move(at_night, date(2026, 10, 20), second_time)
    found = occurrences([moved], berlin(25, month=10), berlin(26, month=10))
    assert starts(found) == ["2026-10-25T02:45:00+02:00", "2026-10-25T02:15:00+01:00"]
    assert occurrences([moved], berlin(25, month=10), second_time) == found[:1]


def test_a_naive_new_time_is_wall_time_in_the_zone_of_the_entry():
    into_the_gap = move(entry(), date(2026, 3, 4), datetime(2026, 3, 29, 2, 30))
    assert into_the_gap.exceptions[0].moved_to == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    elsewhere = move(
        entry(), date(2026, 3, 4), datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=-5)))
    )
    assert starts(occurrences([elsewhere], berlin(4), berlin(5))) == ["2026-03-04T18:00:00+01:00"]


def test_a_skipped_occurrence_vanishes_alone():
    skipped = skip(entry(), date(2026, 3, 4))
    assert [each.start.day for each in occurrences([skipped], berlin(3), berlin(6))] == [3, 5]


def test_a_skipped_occurrence_still_counts():
    skipped = skip(entry(rrule="FREQ=DAILY;COUNT=3"), date(2026, 3, 3))
    assert [each.start.day for each in next_occurrences([skipped], berlin(1), 9)] == [2, 4]


def test_the_last_word_wins():
    day = date(2026, 3, 4)
    once = move(entry(), day, berlin(4, 9))
    assert skip(once, day).exceptions == (OccurrenceException(day, skipped=True),)
    again = move(skip(once, day), day, berlin(4, 10))
    assert again.exceptions == (OccurrenceException(day, moved_to=berlin(4, 10)),)
    assert move(again, day, berlin(4, 7, 30)) == entry()
    assert restore(skip(entry(), day), day) == entry()


def test_exceptions_are_kept_in_order_of_their_days():
    both = skip(skip(entry(), date(2026, 3, 9)), date(2026, 3, 4))
    assert [each.original_date.day for each in both.exceptions] == [4, 9]


@each_case("day", [date(2026, 3, 1), date(2026, 3, 7), date(2026, 3, 17)])
def test_a_day_without_an_occurrence_is_refused_by_name(day):
    weekdays = entry(rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=10")
    for change in (lambda: skip(weekdays, day), lambda: move(weekdays, day, berlin(9))):
        with pytest.raises(InvalidValueError, match=day.isoformat()):
            change()


@each_case("year", [1969, 2200])
def test_a_new_time_outside_the_calendar_is_refused(year):
    with pytest.raises(InvalidValueError, match="to: "):
        move(entry(), date(2026, 3, 4), datetime(year, 1, 1, 12))


def test_an_exception_to_a_day_the_rule_does_not_name_is_of_no_effect():
    stray = replace(
        entry(rrule="FREQ=WEEKLY;BYDAY=MO"),
        exceptions=(OccurrenceException(date(2026, 3, 3), moved_to=berlin(4)),),
    )
    assert [each.start.day for each in occurrences([stray], berlin(1), berlin(15))] == [2, 9]


def test_an_occurrence_names_itself_to_the_log_in_utc():
    (found,) = next_occurrences([entry(at="02:30")], berlin(25, month=10), 1)
    assert found.planned == PlannedOccurrence("entry-1", datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


def test_a_naive_window_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="2026"):
        occurrences([entry()], datetime(2026, 3, 1), datetime(2026, 3, 2))
