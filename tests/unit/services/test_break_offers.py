from datetime import timedelta

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.training_log import SessionKind
from coreapp.services.break_offers import BreakOffers
from tests.fakes import records
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

RESET = "desk-2min-a-reset"
WALK = "desk-2min-f-walk"


def offers_after(*routines: str, kind: SessionKind = SessionKind.BREAK) -> BreakOffers:
    """Offers to someone who did these routines in breaks before, the newest last."""
    database = FakeDatabase()
    for index, routine in enumerate(routines):
        begun = MORNING - timedelta(hours=len(routines) - index)
        done = records.session(str(index), routine=routine, kind=kind, started_at=begun)
        database.stored.sessions.add(done)
    return BreakOffers(shipped_library(), database, FakeClock())


def test_the_routine_and_the_single_exercise_are_not_the_same():
    offers = offers_after().next()

    assert offers.routine is not None
    assert offers.exercise is not None
    assert (offers.routine.routine, offers.routine.seconds) == (RESET, 120)
    assert (offers.exercise.routine, offers.exercise.is_walk) == (WALK, True)


def test_one_exercise_is_left_out_when_the_walk_is_the_routine():
    offers = offers_after(RESET).next()

    assert offers.routine is not None
    assert offers.routine.routine == WALK
    assert offers.exercise is None


def test_the_newest_break_counts_and_not_the_oldest():
    offers = offers_after(RESET, WALK).next()

    assert offers.routine is not None
    assert offers.routine.routine == RESET


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
