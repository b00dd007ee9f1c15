"""Editing what repeats: what is past stays, to the moment, and nothing happens twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.occurrences import move, occurrences, skip
from coreapp.domain.schedule import EntryDraft, make_entry
from coreapp.domain.series_editing import (
    days_before,
    edit_from,
    edit_this,
    ended_before,
    left_to_do,
)
from tests.each_case import each_case

START = datetime(2026, 3, 1, tzinfo=UTC)
END = datetime(2026, 6, 1, tzinfo=UTC)
RULES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
    "FREQ=DAILY;COUNT=20",
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20260501",
]


def draft(rule: str = "FREQ=DAILY", **changes) -> EntryDraft:
    values = {
        "title": "Evening",
        "routine": "main",
        "rrule": rule,
        "at": "18:30",
        "start_date": "2026-03-02",
        "zone": "Europe/Berlin",
    }
    return EntryDraft(**(values | changes))


def starts(*entries) -> list[datetime]:
    made = [each for each in entries if each is not None]
    return [each.start for each in occurrences(made, START, END)]


@given(st.sampled_from(RULES), st.integers(0, 60))
def test_going_on_as_it_was_changes_nothing(rule, number) -> None:
    entry = make_entry("e1", draft(rule))
    found = occurrences([entry], START, END)
    assume(found)
    first = found[number % len(found)].original_date

    edited = edit_from(
        entry, first, draft(left_to_do(entry, first), start_date=first.isoformat()), "e2"
    )

    assert starts(edited.kept, edited.added) == starts(entry)


@given(st.sampled_from(RULES), st.integers(0, 60), st.sampled_from(RULES[:-1]))
def test_what_is_before_stays_and_what_follows_is_new(rule, number, other) -> None:
    entry = make_entry("e1", draft(rule))
    found = occurrences([entry], START, END)
    first = found[number % len(found)].original_date

    edited = edit_from(entry, first, draft(other, at="07:00", start_date=first.isoformat()), "e2")

    before = [each for each in starts(entry) if each.date() < first]
    now = starts(edited.kept, edited.added)
    assert now[: len(before)] == before
    assert all(each.hour == 7 and each.date() >= first for each in now[len(before) :])
    assert (edited.added is None) == (not before)


def test_the_first_one_changes_the_entry_itself() -> None:
    entry = make_entry("e1", draft())

    edited = edit_from(entry, date(2026, 3, 2), draft(at="07:00"), "e2")

    assert edited.added is None
    assert edited.kept.id == "e1"
    assert edited.kept.at.hour == 7


def test_it_may_go_on_later() -> None:
    entry = make_entry("e1", draft())

    edited = edit_from(entry, date(2026, 3, 5), draft(start_date="2026-03-10"), "e2")

    assert [each.day for each in starts(edited.kept, edited.added)][:4] == [2, 3, 4, 10]


def test_exceptions_go_to_the_part_that_they_are_in() -> None:
    entry = skip(make_entry("e1", draft()), date(2026, 3, 3))
    entry = skip(entry, date(2026, 3, 9))
    entry = move(entry, date(2026, 3, 10), datetime(2026, 3, 10, 7))
    # The new rule names no such day: what was moved on it is gone.
    entry = move(entry, date(2026, 3, 12), datetime(2026, 3, 12, 7))

    edited = edit_from(
        entry, date(2026, 3, 5), draft("FREQ=WEEKLY;BYDAY=MO,TU", start_date="2026-03-05"), "e2"
    )

    assert [each.original_date.day for each in edited.kept.exceptions] == [3]
    assert [each.original_date.day for each in edited.added.exceptions] == [9, 10]


def test_one_alone_is_moved() -> None:
    entry = make_entry("e1", draft())

    edited = edit_this(entry, date(2026, 3, 4), ("main", "Evening"), datetime(2026, 3, 5, 7), "e2")

    assert edited.added is None
    assert [each.isoformat()[:13] for each in starts(edited.kept)][1:4] == [
        "2026-03-03T18",
        "2026-03-05T07",
        "2026-03-05T18",
    ]


def test_one_alone_can_be_another_routine() -> None:
    entry = make_entry("e1", draft())

    edited = edit_this(entry, date(2026, 3, 4), ("other", "Other"), datetime(2026, 3, 5, 7), "e2")

    assert (edited.added.id, edited.added.routine, edited.added.title) == ("e2", "other", "Other")
    assert len(starts(edited.added)) == 1
    assert date(2026, 3, 4) not in {each.date() for each in starts(edited.kept)}


def test_a_day_that_is_not_planned_is_refused() -> None:
    entry = make_entry("e1", draft("FREQ=WEEKLY;BYDAY=MO"))

    with pytest.raises(InvalidValueError):
        edit_this(entry, date(2026, 3, 4), ("main", "x"), datetime(2026, 3, 5, 7), "e2")


def test_what_has_not_begun_leaves_nothing() -> None:
    entry = make_entry("e1", draft())

    assert ended_before(entry, date(2026, 3, 2)) is None
    assert days_before(entry, date(2026, 3, 4)) == 2
    assert left_to_do(make_entry("e1", draft("FREQ=DAILY;COUNT=5")), date(2026, 3, 4)) == (
        "FREQ=DAILY;COUNT=3"
    )
    assert ended_before(entry, date(2026, 3, 4)).rrule == "FREQ=DAILY;UNTIL=20260303"
    assert starts(ended_before(entry, date(2026, 3, 4)))[-1] + timedelta(days=1) < END


@each_case(
    ("rule", "ended"),
    [
        ("FREQ=DAILY;COUNT=1", "FREQ=DAILY;COUNT=1"),
        ("FREQ=DAILY;COUNT=9", "FREQ=DAILY;COUNT=4"),
        ("FREQ=DAILY;UNTIL=20260304", "FREQ=DAILY;UNTIL=20260304"),
        ("FREQ=DAILY;UNTIL=20260309", "FREQ=DAILY;UNTIL=20260305"),
    ],
)
def test_what_is_ended_has_nothing_that_it_did_not_have(rule, ended) -> None:
    entry = make_entry("e1", draft(rule))

    assert ended_before(entry, date(2026, 3, 6)).rrule == ended
