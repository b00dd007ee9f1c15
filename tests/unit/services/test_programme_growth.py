"""The growth of the sun salutation, as the log allows."""

from datetime import timedelta

import pytest

from coreapp.domain.errors import (
    InvalidValueError,
)
from coreapp.domain.programme import Growth
from coreapp.domain.progression import PassesReason
from coreapp.domain.training_log import Outcome
from coreapp.services.programme_standing import State
from coreapp.services.rule_words import WEEKDAYS
from tests.fakes import records
from tests.fakes.programmes import (
    BACK,
    DAYS,
    MONDAY,
    SUN,
    ProgrammeHome,
    shipped_programmes,
)


@pytest.fixture
def home() -> ProgrammeHome:
    return ProgrammeHome()


def test_the_passes_follow_from_the_log(home: ProgrammeHome) -> None:
    for days in (9, 8):
        home.saluted(5, days)
    for days in (7, 6, 4, 3, 1):
        home.saluted(6, days)

    standing = home.growth()
    assert (standing.state, standing.passes.count) == (State.RUNNING, 7)
    assert standing.passes.reason is PassesReason.MORE
    sun = shipped_programmes()[SUN]
    assert home.programmes.next_routine(sun, standing) == f"{SUN}-p7"


def test_the_same_flow_in_other_sessions_counts_if_it_is_all_there_is(home: ProgrammeHome) -> None:
    five = tuple(records.performed_set(each, exercise="sun-salutation") for each in range(5))
    mixed = (*five[:2], records.performed_set(9, exercise="plank"))
    for days in (7, 6, 5, 4):
        home.did("sun-salutation-5", days, sets=five)
    home.did("sun-salutation-5", 3, sets=five[:2], outcome=Outcome.ENDED_EARLY)
    home.did("own-mix", 2, sets=mixed)
    home.did("core-four", 2, sets=())
    assert home.growth().passes.days == 4

    home.did("sun-salutation-5", 1, sets=five)
    assert home.growth().passes.count == 6


def test_a_session_is_made_once_for_the_levels_that_are_chosen(home: ProgrammeHome) -> None:
    routine = f"{BACK}-w2-a"
    first = home.shelf.find(routine)
    assert first is not None
    assert home.shelf.find(routine) is first

    home.programmes.choose_level(BACK, "plank", "L2")
    other = home.shelf.find(routine)
    assert other is not None
    assert other.routine != first.routine


def test_passes_left_out_do_not_count_for_growing(home: ProgrammeHome) -> None:
    for days in (7, 6, 5, 4, 3):
        home.saluted(5, days, done=3)

    passes = home.growth().passes
    assert (passes.count, passes.reason, passes.days) == (5, PassesReason.STAY_DAYS, 0)


def test_a_day_of_two_sessions_is_one_day(home: ProgrammeHome) -> None:
    for days in (7, 6, 5, 4, 3, 2.8, 2.9, 3.1):
        home.saluted(5, days)

    assert home.growth().passes.days == 5


def test_the_plan_shows_as_many_passes_as_are_next(home: ProgrammeHome) -> None:
    change = home.plan(SUN, start=MONDAY - timedelta(days=7), weekdays=frozenset(WEEKDAYS))
    (entry,) = change.added
    assert (entry.rrule, entry.title) == ("FREQ=DAILY;INTERVAL=1", "Sun salutation")
    for days in (7, 6, 5, 4, 3):
        home.saluted(5, days)

    found = home.planning.between(
        home.planning.today()[0] - timedelta(days=2), home.planning.today()[1]
    )
    assert [each.occurrence.routine for each in found] == [
        f"{SUN}-p5",
        f"{SUN}-p5",
        f"{SUN}-p6",
    ]
    standing = home.growth()
    assert standing.in_plan is not None
    assert standing.in_plan.weekdays == WEEKDAYS
    assert standing.in_plan.today is not None
    assert standing.in_plan.today.routine == f"{SUN}-p6"


def test_some_days_of_the_week_will_do_but_none_will_not(home: ProgrammeHome) -> None:
    (entry,) = home.plan(SUN, weekdays=DAYS).added
    assert entry.rrule == "FREQ=WEEKLY;BYDAY=MO,WE,FR"

    with pytest.raises(InvalidValueError):
        home.plan(SUN, weekdays=frozenset())


def test_ten_passes_are_the_end(home: ProgrammeHome) -> None:
    for days in range(1, 9):
        home.saluted(10, days)

    assert home.growth().state is State.FINISHED
    assert isinstance(shipped_programmes()[SUN].plan, Growth)
