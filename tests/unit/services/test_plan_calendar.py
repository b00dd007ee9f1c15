"""The plan and the log as days of a calendar: what is shown where, and what became of it."""

from datetime import date, timedelta

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.month import month_weeks
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.plan_items import ItemState
from coreapp.services.planning import Planning
from tests.fakes import records
from tests.fakes.plan_days import MONDAY, STRONG, PlanHome
from tests.fakes.programmes import BACK, SUN


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


def states(home: PlanHome, number: int) -> list[tuple[str, ItemState]]:
    return [(each.short, each.state) for each in home.day(number).items]


def test_every_day_is_there_once_with_what_is_planned(home: PlanHome) -> None:
    home.put()

    view = home.march()

    assert len(view.days) == 7 * len(view.weeks)
    planned = [day.day.day for day in view.days.values() if day.items]
    assert planned == [4, 11, 18, 25, 1]
    assert view.day(date(2030, 1, 1)).items == ()
    assert view.item("gone") is None


def test_an_item_knows_when_it_is_and_how_long(home: PlanHome) -> None:
    home.put(STRONG)

    item = home.item(4)

    assert (item.start.hour, item.minutes) == (18, 30)
    assert ActivityType.STRENGTH in item.kinds
    assert item.is_open
    assert not item.is_habit
    assert item.picture
    assert home.march().item(item.key) == item


def test_what_is_done_is_ticked_off_with_its_real_length(home: PlanHome) -> None:
    home.put()
    identity = home.perform(home.occurrence(4))

    (item,) = home.day(4).items

    assert item.state is ItemState.DONE
    assert (item.minutes, item.done_by, item.effort) == (20, identity, 3.0)
    assert not item.is_open


def test_what_is_done_on_another_day_stands_there(home: PlanHome) -> None:
    home.put()
    home.perform(home.occurrence(4), days_later=1)

    assert [state for _name, state in states(home, 4)] == [ItemState.ELSEWHERE]
    assert home.item(4).goes_to == date(2026, 3, 5)
    assert [state for _name, state in states(home, 5)] == [ItemState.DONE]


def test_what_was_moved_leaves_a_trace(home: PlanHome) -> None:
    home.put()
    home.changes.move_to_day(home.occurrence(4), date(2026, 3, 6))

    (left,) = home.day(4).items
    (there,) = home.day(6).items

    assert (left.state, left.goes_to) == (ItemState.ELSEWHERE, date(2026, 3, 6))
    assert (there.state, there.start.hour) == (ItemState.OPEN, 18)
    assert there.original_date == date(2026, 3, 4)
    assert left.key != there.key


def test_a_place_that_another_one_took_is_not_empty(home: PlanHome) -> None:
    home.put()
    home.changes.shift([home.occurrence(4), home.occurrence(11)], 7)

    assert [state for _name, state in states(home, 4)] == [ItemState.ELSEWHERE]
    assert [state for _name, state in states(home, 11)] == [ItemState.OPEN]
    assert [state for _name, state in states(home, 18)] == [ItemState.OPEN] * 2


def test_what_was_moved_within_its_day_leaves_none(home: PlanHome) -> None:
    home.put()
    occurrence = home.occurrence(4)
    home.changes.move(occurrence.entry, occurrence.original_date, home.at(4, 7))

    assert len(home.day(4).items) == 1


def test_what_was_skipped_can_still_be_seen(home: PlanHome) -> None:
    home.put()
    home.changes.skip([home.occurrence(4)])

    assert [state for _name, state in states(home, 4)] == [ItemState.SKIPPED]
    assert not home.day(4).open
    assert not home.item(4).is_there


def test_what_was_done_besides_the_plan_is_there(home: PlanHome) -> None:
    home.log("core-four", 2)
    run = records.activity("run", type=ActivityType.RUN_TEMPO, started_at=home.at(3), planned=None)
    home.database.stored.activities.add(run)

    assert states(home, 2) == [("The core four", ItemState.DONE)]
    assert states(home, 3) == [("Run", ItemState.DONE)]
    assert home.item(3).picture == "lunch-walk"
    assert home.item(3).is_activity
    assert home.item(2).occurrence is None


def test_what_was_entered_by_hand_ticks_the_plan_off(home: PlanHome) -> None:
    home.put()
    planned = home.occurrence(4).planned
    run = records.activity("run", started_at=home.at(4), minutes=33, planned=planned)
    home.database.stored.activities.add(run)

    (item,) = home.day(4).items

    assert (item.state, item.done_by, item.minutes) == (ItemState.DONE, "run", 33)


def test_a_session_that_was_broken_off_ticks_nothing_off(home: PlanHome) -> None:
    home.put()
    home.perform(home.occurrence(4), outcome=Outcome.ENDED_EARLY)

    (item,) = home.day(4).items

    assert item.is_open


def test_breaks_at_the_desk_and_sessions_without_work_are_not_shown(home: PlanHome) -> None:
    home.log("desk-2min-b-legs", 2, kind=SessionKind.BREAK)
    home.log("core-four", 3, sets=())

    assert home.day(2).items == ()
    assert home.day(3).items == ()


@pytest.mark.parametrize(
    ("rule", "is_habit"),
    [
        ("FREQ=DAILY", True),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", True),
        ("FREQ=DAILY;INTERVAL=2", False),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", False),
        ("FREQ=MONTHLY;BYDAY=1WE", False),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=4", False),
    ],
)
def test_what_is_done_on_most_days_is_a_habit(home: PlanHome, rule: str, is_habit: bool) -> None:
    home.put("sun-salutation-5", rule)

    day = home.day(4)

    assert day.items[0].is_habit is is_habit
    assert day.items[0].passes == 5
    assert bool(day.habits) is is_habit
    assert bool(day.sessions) is not is_habit


def test_a_session_of_a_programme_is_called_by_its_letter(home: PlanHome) -> None:
    home.plan(BACK)

    item = home.item(2)

    assert (item.short, item.letter) == ("Session A", "A")
    assert item.title == "Back strength, week 1, session A"
    # Each is shown by an exercise that the others do not have.
    assert len({home.item(number).picture for number in (2, 4, 6)}) == 3


def test_weeks_of_a_programme_have_their_number_and_minutes(home: PlanHome) -> None:
    home.plan(BACK)
    home.put(STRONG)
    home.perform(home.occurrence(2), stop_sign=False, pain_next_morning=2)

    weeks = home.march().programme

    first = weeks[MONDAY]
    assert [each.number for each in weeks.values()] == [1, 2, 3, 4, 5]
    assert first.done == 20
    assert 45 <= first.minutes <= 50
    assert date(2026, 2, 23) not in weeks


def test_a_routine_that_is_gone_is_shown_all_the_same(home: PlanHome) -> None:
    entry = home.put()
    gone = records.replace(entry, routine="gone", title="Gone")
    home.database.stored.schedule.add(gone)

    item = home.item(4)

    assert (item.title, item.picture, item.minutes) == ("Gone", "", 0)


def test_a_day_of_a_growing_flow_says_its_passes(home: PlanHome) -> None:
    home.plan(SUN)

    assert home.item(2).passes == 5


def test_what_was_left_in_another_month_is_not_in_this_one(home: PlanHome) -> None:
    home.put(start_date="2026-01-07")
    january = home.calendar.view(month_weeks(date(2026, 1, 1), 0))
    home.changes.skip(each.occurrence for each in january.day(date(2026, 1, 14)).open)

    assert all(not day.items or day.open for day in home.march().days.values())


def test_days_have_their_marks(home: PlanHome) -> None:
    home.database.stored.days.add(DayRecord(date(2026, 3, 7), mark=DayMark.TRAVEL))
    home.database.stored.days.add(DayRecord(date(2026, 3, 8), text="tired"))

    assert home.day(7).mark is DayMark.TRAVEL
    assert home.day(8).mark is None


def test_what_is_open_between_two_days(home: PlanHome) -> None:
    home.put(rule="FREQ=DAILY")
    home.perform(home.occurrence(4))

    found = home.calendar.open_between(date(2026, 3, 3), date(2026, 3, 6))

    assert [each.start.day for each in found] == [3, 5, 6]


def test_conflicts_of_the_week_before_are_known(home: PlanHome) -> None:
    home.put(STRONG, "FREQ=WEEKLY;BYDAY=SU,MO")

    # The 1st of March is a Sunday before the plan begins; the 8th and 9th follow each other.
    assert [bool(home.day(number).conflicts) for number in (2, 8, 9, 10)] == [
        False,
        True,
        True,
        False,
    ]
    found = home.calendar.conflicts(date(2026, 3, 9), date(2026, 3, 12))
    assert {each.day.day for each in found} == {9}


def test_days_at_the_change_of_the_clocks_are_all_there(home: PlanHome) -> None:
    home.put(rule="FREQ=DAILY", at="02:30")

    view = home.march()
    planned = [day.day for day in view.days.values() if day.day >= MONDAY]

    assert all(len(view.day(day).items) == 1 for day in planned)
    assert view.day(date(2026, 3, 29)).items[0].start.hour == 3


def test_the_calendar_asks_once_whatever_there_is(home: PlanHome) -> None:
    home.put()
    asked = []
    reading = home.database.reading

    def counted():
        asked.append(1)
        return reading()

    home.database.reading = counted
    home.calendar = type(home.calendar)(
        home.library,
        Planning(home.library, home.database, home.clock, home.new_id),
        home.database,
        home.clock,
    )
    home.calendar.view(month_weeks(MONDAY + timedelta(days=40), 0))

    assert len(asked) == 1
    assert home.calendar.zone() == "Europe/Berlin"
