"""What is left of a session of which sets were done in breaks, and what the log makes of it."""

import pytest

from coreapp.domain.player import PlayerOptions
from coreapp.domain.programme import CoursePlace
from coreapp.domain.spreading import session_of, split_portion
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.made_for_breaks import find_made
from coreapp.services.playing import LiveSession, Request
from tests.fakes.plan_worker import BASICS, PlanWorker
from tests.fakes.programmes import BACK


@pytest.fixture
def worker() -> PlanWorker:
    return PlanWorker()


# The session itself, later


def test_who_did_nothing_in_breaks_is_offered_no_rest(worker):
    worker.plans()
    assert worker.plan.rest(BASICS) is None

    worker.log.do(BASICS, worker.clock.reading().utc, kind=SessionKind.SESSION, works=3)
    assert worker.plan.rest(BASICS) is None


def test_a_session_begun_later_offers_what_is_left(worker):
    worker.plans()
    worker.take(worker.offered())
    worker.take(worker.offered(5))

    rest = worker.plan.rest(BASICS)
    assert rest is not None
    assert (rest.session, rest.done, rest.total) == (BASICS, 4, 13)
    assert rest.routine == f"{BASICS}--sets-5to13"
    assert rest.seconds < rest.whole_seconds == worker.library.timeline(BASICS).seconds
    assert worker.library.timeline(rest.routine).seconds == rest.seconds


def test_the_rest_played_to_its_end_leaves_nothing_for_breaks(worker):
    worker.plans()
    worker.take(worker.offered())
    rest = worker.plan.rest(BASICS)
    assert rest is not None

    start, end = worker.home.planning.today()
    planned = worker.home.planning.between(start, end)[0].occurrence.planned
    worker.log.do(
        rest.routine, worker.clock.reading().utc, kind=SessionKind.SESSION, planned=planned
    )
    assert worker.is_done()
    assert worker.plan.rest(BASICS) is None
    assert not worker.offered().is_planned


def test_portions_of_which_no_set_was_done_leave_the_session_whole(worker):
    worker.plans()
    worker.take(worker.offered(), works=0)

    assert worker.plan.rest(BASICS) is None


def test_yesterdays_sets_are_forgotten(worker):
    worker.plans()
    worker.take(worker.offered())
    worker.clock.advance(86_400)

    assert worker.plan.rest(BASICS) is None
    assert worker.offered().reason.startswith("Set 1 of")


# A programme


def test_a_session_of_a_programme_done_in_breaks_counts_for_the_programme(worker):
    worker.home.plan()
    offer = worker.offered(5)
    assert session_of(offer.routine) == f"{BACK}-w1-a"

    worker.take(offer)
    standing = worker.home.course()
    assert standing.done == frozenset()
    worker.take_portions(5)

    assert worker.is_done()
    standing = worker.home.course()
    assert standing.done == {CoursePlace(1, "a")}
    assert standing.next == CoursePlace(1, "b")


# Through the player and the real log


def play(worker: PlanWorker, request: Request) -> LiveSession:
    live = worker.playing.begin(request, PlayerOptions())
    live.start()
    while (wait := live.next_call()) is not None:
        worker.clock.advance(wait + 0.001)
        live.advance()
    return live


def test_played_for_real_the_log_says_which_sets_of_what(worker):
    worker.plans("two-to-start")
    done: list[int] = []
    while (offer := worker.portion(3)).is_planned:
        ticks = worker.offers.ticked_off_by(offer.routine)
        live = play(worker, Request(offer.routine, kind=SessionKind.BREAK, planned=ticks))
        assert live.session.outcome is Outcome.COMPLETED
        assert live.session.title == "Part of: Two to start with"
        parts = split_portion(live.session.routine)
        assert parts is not None
        done += parts[1]
        worker.clock.advance(1800)

    assert done == list(range(1, worker.total("two-to-start") + 1))
    assert worker.is_done()


def test_what_was_made_for_a_break_is_found_after_a_restart(worker):
    library = worker.library
    for identity, name in (
        (f"{BASICS}--sets-2to4", "Part of: Core basics for runners"),
        ("desk-2min-a-reset--twice", "Desk break A – reset"),
        ("desk-2min-f-walk--5min", "Desk break F – walk"),
        ("break-desk-chin-tuck", "Chin tuck"),
    ):
        found = find_made(library, identity)
        assert found is not None
        assert (found.name(), found.series()) == (name, name)
    for identity in (
        *(f"{BASICS}--sets-99", "gone--sets-1", "gone--twice", "break-gone", "gone"),
        "break-mcgill-curl-up",
    ):
        assert find_made(library, identity) is None
