"""What does not go well together: told with its reason, for what is still to come."""

from datetime import date

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.services.plan_conflicts import conflict_text
from coreapp.services.plan_items import ConflictKind
from tests.fakes import records
from tests.fakes.plan_days import STRONG, PlanHome


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def kinds(home: PlanHome, number: int) -> list[ConflictKind]:
    return [each.kind for each in home.day(number).conflicts]


def test_two_days_of_strength_are_told_on_both(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=WE,TH")

    assert kinds(home, 4) == kinds(home, 5) == [ConflictKind.STRONG_NEIGHBOURS]
    text = conflict_text(home.day(4).conflicts[0])
    assert (
        text == "Strength on Thursday too. With a day between them the body has time to build up."
    )


def test_a_day_between_is_enough(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=WE,FR")

    assert kinds(home, 4) == kinds(home, 5) == []


def test_what_was_done_yesterday_counts_and_is_not_told(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=MO")
    home.log(STRONG, 1)

    assert kinds(home, 1) == []
    assert kinds(home, 2) == [ConflictKind.STRONG_NEIGHBOURS]


def test_what_is_done_can_not_be_changed(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=MO,TU")
    home.perform(home.occurrence(2))

    assert kinds(home, 2) == []
    assert kinds(home, 3) == [ConflictKind.STRONG_NEIGHBOURS]


def test_what_is_skipped_is_no_neighbour(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=WE,TH")
    home.changes.skip([home.occurrence(5)])

    assert kinds(home, 4) == []


def test_two_at_one_time_are_told(home: PlanHome) -> None:
    home.put(STRONG)
    home.put("core-four", at="18:45")
    home.put("easy-day-mobility", at="19:00")

    (conflict,) = home.day(4).conflicts

    assert conflict_text(conflict) == "At the same time: Strength 30 minutes and The core four."


def test_one_after_the_other_is_fine(home: PlanHome) -> None:
    home.put(STRONG)
    home.put("core-four", at="19:00")

    assert kinds(home, 4) == []


def test_more_than_five_hard_days_in_seven_are_told(home: PlanHome) -> None:
    for number in range(1, 6):
        run = records.activity(
            f"run{number}",
            type=ActivityType.RUN_TEMPO,
            started_at=home.at(number),
            effort=6.0,
            planned=None,
        )
        home.database.stored.activities.add(run)
    home.put(STRONG, "FREQ=DAILY;COUNT=1", start_date="2026-03-06")

    (conflict,) = home.day(6).conflicts
    assert (conflict.kind, conflict.count) == (ConflictKind.HARD_DAYS, 6)
    assert conflict_text(conflict) == "6 hard days in seven. At most five leave time to recover."


def test_an_easy_effort_is_no_hard_day(home: PlanHome) -> None:
    for number in range(1, 6):
        run = records.activity(
            f"run{number}",
            type=ActivityType.RUN_EASY,
            started_at=home.at(number),
            effort=3.0,
            planned=None,
        )
        home.database.stored.activities.add(run)
    home.put(STRONG, "FREQ=DAILY;COUNT=1", start_date="2026-03-06")

    assert home.day(6).conflicts == ()
    assert home.calendar.conflicts(date(2026, 3, 6), date(2026, 3, 6)) == frozenset()
