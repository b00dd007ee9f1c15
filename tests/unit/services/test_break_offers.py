from datetime import timedelta

import pytest

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.training_log import SessionKind
from coreapp.services.break_offers import BreakOffers
from tests.fakes import records
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

RESET = "desk-2min-a-reset"
LEGS = "desk-2min-b-legs"
HIPS = "desk-2min-c-hips"
UPPER = "desk-2min-d-upper"
BACK_LINE = "desk-2min-e-back-line"
WALK = "desk-2min-f-walk"
MICRO = "desk-1min-micro"
THREE_MINUTES = "desk-3min-energy"


def offers_after(
    *routines: str, kind: SessionKind = SessionKind.BREAK, taste: Taste = NO_TASTE
) -> BreakOffers:
    """Offers to someone who did these routines in breaks before, the newest last."""
    database = FakeDatabase()
    for index, routine in enumerate(routines):
        begun = MORNING - timedelta(hours=len(routines) - index)
        done = records.session(str(index), routine=routine, kind=kind, started_at=begun)
        database.stored.sessions.add(done)
    return BreakOffers(shipped_library(), database, FakeClock(), lambda: taste)


def test_the_routine_and_the_single_exercise_are_not_the_same():
    offers = offers_after().next()

    assert offers.routine is not None
    assert offers.exercise is not None
    assert (offers.routine.routine, offers.routine.seconds) == (RESET, 120)
    assert (offers.exercise.routine, offers.exercise.is_walk) == (WALK, True)


def test_one_exercise_is_left_out_when_the_walk_is_the_routine():
    offers = offers_after(RESET, LEGS, HIPS).next()

    assert offers.routine is not None
    assert offers.routine.routine == WALK
    assert offers.exercise is None


def test_the_newest_break_counts_and_not_the_oldest():
    offers = offers_after(BACK_LINE, UPPER, HIPS, WALK, LEGS, RESET).next()

    assert offers.routine is not None
    assert offers.routine.routine == BACK_LINE


def test_all_six_of_two_minutes_take_turns_and_every_fourth_is_the_walk():
    done: list[str] = []
    for _break in range(12):
        offers = offers_after(*done).next()
        assert offers.routine is not None
        done.append(offers.routine.routine)

    assert done == [
        *(RESET, LEGS, HIPS, WALK, UPPER, BACK_LINE),
        *(RESET, WALK, LEGS, HIPS, UPPER, WALK),
    ]


@pytest.mark.parametrize(("minutes", "routine"), [(1, MICRO), (2, RESET), (3, THREE_MINUTES)])
def test_what_is_offered_is_as_long_as_the_break(minutes: int, routine: str):
    offers = offers_after().next(break_seconds=minutes * 60)

    assert offers.routine is not None
    assert offers.routine.routine == routine


def test_a_break_that_is_longer_than_any_routine_gets_the_longest():
    offers = offers_after().next(break_seconds=300)

    assert offers.routine is not None
    assert offers.routine.routine == THREE_MINUTES


def test_the_walk_fits_into_a_break_of_any_length():
    offers = offers_after().next(break_seconds=60, lead_with_walk=True)

    assert offers.routine is not None
    assert offers.routine.routine == WALK


def test_sessions_that_were_no_breaks_do_not_turn_the_wheel():
    offers = offers_after(RESET, kind=SessionKind.SESSION).next()

    assert offers.routine is not None
    assert offers.routine.routine == RESET


def test_a_walk_can_be_asked_for():
    offers = offers_after().next(lead_with_walk=True)

    assert offers.routine is not None
    assert offers.routine.is_walk


def test_a_log_that_cannot_be_read_does_not_keep_a_break_from_opening():
    database = FakeDatabase(failure=DatabaseBusyError())
    offers = BreakOffers(shipped_library(), database, FakeClock()).next()

    assert offers.routine is not None


def exercises_of(routine: str) -> frozenset[str]:
    return frozenset(shipped_library().routine(routine).exercises)


def test_what_is_hidden_or_not_for_today_is_never_offered():
    taste = Taste(avoided=exercises_of(RESET) | exercises_of(WALK))
    done: list[str] = []
    for _break in range(8):
        offers = offers_after(*done, taste=taste).next(lead_with_walk=True)
        assert offers.routine is not None
        assert offers.exercise is None
        done.append(offers.routine.routine)
    offered = frozenset[str]().union(*(exercises_of(each) for each in done))
    assert offered.isdisjoint(taste.avoided)


def test_nothing_is_offered_where_everything_is_hidden():
    everything = frozenset(each.id for each in shipped_library().exercises)
    offers = offers_after(taste=Taste(avoided=everything)).next()
    assert (offers.routine, offers.exercise) == (None, None)


def test_what_is_disliked_is_offered_only_where_nothing_else_is_left():
    walks_only = frozenset(each.id for each in shipped_library().exercises) - exercises_of(WALK)
    offers = offers_after(WALK, taste=Taste(disliked=walks_only)).next()
    assert offers.routine is not None
    assert offers.routine.routine == WALK

    everything = walks_only | exercises_of(WALK)
    offers = offers_after(taste=Taste(disliked=everything)).next()
    assert offers.routine is not None
    assert offers.routine.routine == RESET


def test_what_is_liked_comes_first_of_those_that_were_done_equally_long_ago():
    only_upper = exercises_of(UPPER) - exercises_of(RESET) - exercises_of(LEGS) - exercises_of(HIPS)
    offers = offers_after(taste=Taste(liked=only_upper)).next()
    assert offers.routine is not None
    assert offers.routine.routine == UPPER
