"""Sets of a planned session, spread over the breaks of a day, all in one log."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.settings import BreakPlace, Settings
from coreapp.domain.spreading import done_sets, sets_of, split_portion
from coreapp.domain.training_log import SessionKind
from tests.fakes.plan_worker import BASICS, OFFICE, PlanWorker


@pytest.fixture
def worker() -> PlanWorker:
    return PlanWorker()


def test_a_break_offers_the_first_sets_of_what_is_planned_for_today(worker):
    worker.plans()

    offer = worker.offered()
    assert offer.is_planned
    assert (offer.routine, offer.exercise) == (f"{BASICS}--sets-1", "cat-cow")
    assert offer.name == "Part of: Core basics for runners"
    assert offer.reason == "Set 1 of 13 of the session that is planned for today."
    assert offer.seconds <= 120

    offer = worker.offered(5)
    assert offer.reason == "Sets 1 to 3 of 13 of the session that is planned for today."


def test_nobody_is_given_sets_who_did_not_ask_for_them(worker):
    worker.plans()
    worker.chosen = Settings()

    assert not worker.offered().is_planned


@pytest.mark.parametrize(("mark", "is_offered"), [(DayMark.SICK, False), (DayMark.EASY, True)])
def test_on_a_day_off_no_break_is_fed_by_the_plan(worker, mark, is_offered):
    worker.plans()
    today = worker.home.planning.today()[0].date()
    worker.database.stored.days.add(DayRecord(today, mark))

    assert worker.offered().is_planned is is_offered


def test_what_was_done_is_not_offered_again_and_the_order_stays(worker):
    worker.plans()

    numbers = worker.take_portions()
    assert numbers == list(range(1, worker.total() + 1))
    assert not worker.offered().is_planned


def test_every_break_stays_within_its_minutes(worker):
    worker.plans()
    worker.chosen = Settings(
        breaks_from_plan=True, break_place=BreakPlace.HOME, extra_ready_seconds=10
    )

    for minutes in (2, 3, 5, 2, 4):
        offer = worker.offered(minutes)
        if offer.is_planned:
            assert offer.seconds <= minutes * 60
        worker.take(offer)


def test_the_last_set_ticks_the_plan_off_and_no_earlier_one(worker):
    worker.plans()

    for _break in range(40):
        offer = worker.offered(5)
        if not offer.is_planned and not offer.is_walk:
            break
        assert not worker.is_done()
        worker.take(offer)
    assert worker.is_done()
    closing = [each for each in worker.database.stored.sessions.kept.values() if each.planned]
    assert [each.kind for each in closing] == [SessionKind.BREAK]


def test_a_last_portion_that_is_left_early_ticks_nothing_off_and_comes_again(worker):
    worker.plans("two-to-start")
    offer = worker.portion(5)
    while worker.offers.ticked_off_by(offer.routine) is None:
        worker.take(offer)
        offer = worker.portion(5)

    worker.take(offer, works=0)
    assert not worker.is_done()
    assert worker.portion(5).routine == offer.routine


def test_what_ticked_off_yesterdays_session_does_not_tick_off_todays(worker):
    worker.plans("desk-1min-micro")
    last = worker.offered(1)
    assert worker.offers.ticked_off_by(last.routine) is not None

    worker.clock.advance(86_400)
    worker.chosen = Settings(breaks_from_plan=True, extra_ready_seconds=1)
    first = worker.offered(1)
    assert first.is_planned
    assert worker.offers.ticked_off_by(last.routine) is None


def test_sets_of_a_portion_that_was_cut_short_come_again_and_its_done_ones_do_not(worker):
    worker.plans()
    worker.take(worker.offered())
    offer = worker.offered(5)
    assert offer.routine == f"{BASICS}--sets-2to4"

    worker.take(offer, works=2)
    assert worker.offered(5).routine.startswith(f"{BASICS}--sets-4")


def test_every_fourth_break_is_a_walk_still_and_a_long_sit_leads_with_one(worker):
    worker.plans()

    assert worker.offered(lead_with_walk=True).is_walk
    for _break in range(3):
        offer = worker.offered()
        assert offer.is_planned
        worker.take(offer)
    assert worker.offered().is_walk


def test_at_the_office_only_what_fits_there_is_offered():
    worker = PlanWorker(OFFICE)
    worker.plans()

    assert not worker.offered().is_planned
    worker.plans("runner-dynamic-warmup", at="07:00")
    offer = worker.offered(5)
    assert offer.is_planned
    exercises = worker.library.routine(offer.routine).exercises
    assert all("desk" in worker.library.exercise(each).places for each in exercises)


def test_what_does_not_fit_is_left_for_the_session_and_nothing_is_ticked_off():
    worker = PlanWorker(OFFICE)
    worker.plans("runner-dynamic-warmup")

    done = worker.take_portions(5)
    assert 0 < len(done) < worker.total("runner-dynamic-warmup")
    assert not worker.is_done()
    rest = worker.plan.rest("runner-dynamic-warmup")
    assert rest is not None
    parts = split_portion(rest.routine)
    assert parts is not None
    assert sorted([*done, *parts[1]]) == list(range(1, rest.total + 1))


def test_passes_of_a_flow_stay_in_a_row():
    worker = PlanWorker()
    worker.plans("sun-salutation-5")

    assert not worker.offered(5).is_planned


def test_what_is_done_or_gone_or_for_tomorrow_feeds_no_break(worker):
    worker.plans(rule="FREQ=WEEKLY;BYDAY=TU")
    assert not worker.offered().is_planned

    worker.plans()
    start, end = worker.home.planning.today()
    occurrence = worker.home.planning.between(start, end)[0].occurrence
    worker.home.did(BASICS, planned=occurrence.planned)
    assert not worker.offered().is_planned


def test_a_session_that_is_gone_feeds_no_break(worker):
    own = worker.library.routine(BASICS)
    worker.library.put_routine(type(own)(id="mine", name="Mine", blocks=own.blocks))
    worker.plans("mine")
    assert worker.offered().is_planned

    worker.library.drop_routine("mine")
    assert not worker.offered().is_planned


def test_what_is_planned_twice_a_day_begins_anew(worker):
    worker.plans("two-to-start", at="12:00")
    worker.plans("two-to-start", at="20:00")

    numbers = worker.take_portions(5)
    count = worker.total("two-to-start")
    assert numbers == [*range(1, count + 1), *range(1, count + 1)]
    assert worker.is_done()


def test_a_plan_that_cannot_be_read_does_not_keep_a_break_from_opening(worker, caplog):
    worker.plans()
    worker.database.failure = DatabaseBusyError()

    assert not worker.offered().is_planned
    assert "without the plan" in caplog.text
    caplog.clear()


@settings(max_examples=settings.default.max_examples // 2)
@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 6)), max_size=14),
    st.sampled_from([BASICS, "strength-30", "runners-six", "hips-piriformis"]),
)
def test_however_breaks_go_no_set_is_lost_and_none_comes_twice(breaks, routine):
    worker = PlanWorker()
    worker.plans(routine)
    finished: set[int] = set()
    exercises = {each.id: each for each in worker.library.exercises}
    whole = worker.library.as_done(routine)
    for minutes, left in breaks:
        offer = worker.offered(minutes)
        if not offer.is_planned:
            worker.take(offer)
            continue
        parts = split_portion(offer.routine)
        assert parts is not None
        assert finished.isdisjoint(parts[1])
        assert offer.seconds <= minutes * 60
        worker.take(offer, works=None if left == 0 else left)
        newest = max(worker.database.stored.sessions.kept.values(), key=lambda each: each.id)
        finished |= done_sets(whole, exercises, newest.routine, newest.sets)
    rest = worker.plan.rest(routine)
    left_sets = {each.number for each in sets_of(whole, exercises)} - finished
    if finished and left_sets:
        assert rest is not None
        parts = split_portion(rest.routine)
        assert parts is not None
        assert set(parts[1]) == left_sets
