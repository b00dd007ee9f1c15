"""Marking days: nothing that is planned goes by itself, and all of it can be undone."""

from datetime import date

import pytest

from coreapp.domain.day_record import QUIET, DayMark, DayRecord
from coreapp.domain.errors import InvalidValueError
from coreapp.services.day_marks import MOST_DAYS, Marking, Planned
from tests.each_case import each_case
from tests.fakes.plan_days import PlanHome


@pytest.fixture
def home() -> PlanHome:
    made = PlanHome()
    made.put(rule="FREQ=DAILY;COUNT=10")
    return made


def marked(home: PlanHome) -> dict[int, DayMark]:
    return {each.day.day: each.mark for each in home.march().days.values() if each.mark}


def open_days(home: PlanHome) -> list[int]:
    return [each.day.day for each in home.march().days.values() for _item in each.open]


def days(first: int, last: int, mark: DayMark | None = DayMark.SICK) -> Marking:
    return Marking(date(2026, 3, first), date(2026, 3, last), mark)


def test_several_days_are_marked_and_what_is_planned_stays(home: PlanHome) -> None:
    done = home.marks.mark(days(3, 5))

    assert marked(home) == dict.fromkeys((3, 4, 5), DayMark.SICK)
    assert open_days(home) == list(range(2, 12))
    home.marks.undo(done)
    assert marked(home) == {}
    assert home.database.stored.days.kept == {}


@pytest.mark.parametrize(
    ("then", "left"),
    [
        (Planned.STAY, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        (Planned.SKIP, [2, 5, 6, 7, 8, 9, 10, 11]),
        (Planned.MOVE, [2, 5, 5, 6, 6, 7, 8, 9, 10, 11]),
    ],
)
def test_what_is_planned_is_moved_or_skipped_together(
    home: PlanHome, then: Planned, left: list[int]
) -> None:
    marking = days(3, 4)
    planned = [each.occurrence for each in home.calendar.open_between(marking.first, marking.last)]

    done = home.marks.mark(marking, planned, then)

    assert open_days(home) == left
    home.marks.undo(done)
    assert open_days(home) == list(range(2, 12))
    assert marked(home) == {}


def test_what_else_is_said_of_a_day_stays(home: PlanHome) -> None:
    day = date(2026, 3, 3)
    home.database.stored.days.add(DayRecord(day, mark=DayMark.EASY, text="slept badly"))

    done = home.marks.mark(days(3, 3))
    assert home.database.stored.days.get(day) == DayRecord(day, DayMark.SICK, text="slept badly")

    home.database.stored.days.add(DayRecord(day, DayMark.SICK, text="better now"))
    home.marks.undo(done)
    assert home.database.stored.days.get(day) == DayRecord(day, DayMark.EASY, text="better now")

    home.marks.mark(days(3, 3, None))
    assert home.database.stored.days.get(day) == DayRecord(day, text="better now")


@each_case("last", [2, 1])
def test_days_the_wrong_way_round_are_refused(home: PlanHome, last: int) -> None:
    with pytest.raises(InvalidValueError):
        home.marks.mark(days(3, last))


def test_too_many_days_are_refused(home: PlanHome) -> None:
    with pytest.raises(InvalidValueError, match=str(MOST_DAYS + 1)):
        home.marks.mark(Marking(date(2026, 3, 1), date(2026, 4, 30), DayMark.REST))


def test_on_easy_days_one_is_reminded() -> None:
    assert days(3, 3).is_quiet
    assert not days(3, 3, DayMark.EASY).is_quiet
    assert not days(3, 3, None).is_quiet
    assert {DayMark.REST, DayMark.SICK, DayMark.TRAVEL} == QUIET
