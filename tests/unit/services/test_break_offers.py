"""What breaks offer to somebody at a desk, by the shipped library and a log."""

import itertools
from dataclasses import replace

import pytest

from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.hurts import Hurt, left_out
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.rotation import Load, Region, focus_of, load_of
from coreapp.domain.settings import BreakClothes, BreakPlace, Settings
from coreapp.domain.sitting.facts import Cause, Fact, FactKind, Outcome, Why
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import SessionKind
from coreapp.services.break_offers import BreakOffers, Offer
from tests.each_case import each_case
from tests.fakes.break_log import BreakLog
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import fresh_library, shipped_library
from tests.fakes.work import FakeDatabase

RESET = "desk-2min-a-reset"
LEGS = "desk-2min-b-legs"
HIPS = "desk-2min-c-hips"
UPPER = "desk-2min-d-upper"
BACK_LINE = "desk-2min-e-back-line"
WALK = "desk-2min-f-walk"
MICRO = "desk-1min-micro"
THREE_MINUTES = "desk-3min-energy"


class Worker:
    """Takes every break that is offered, half an hour after the one before."""

    def __init__(self, taste: Taste = NO_TASTE, settings: Settings | None = None) -> None:
        self.clock = FakeClock()
        self.library = fresh_library()
        self.database = FakeDatabase()
        self.log = BreakLog(self.library, self.database)
        chosen = settings or Settings()
        self.offers = BreakOffers(
            self.library,
            self.database,
            self.clock,
            lambda: taste,
            settings=lambda: chosen,
        )

    def offered(self, *, lead_with_walk: bool = False, minutes: float = 2) -> Offer:
        offers = self.offers.next(lead_with_walk=lead_with_walk, break_seconds=minutes * 60)
        assert offers.routine is not None
        return offers.routine

    def movement(self, minutes: float = 2) -> Offer:
        offers = self.offers.next(break_seconds=minutes * 60)
        assert offers.exercise is not None
        return offers.exercise

    def do(self, *routines: str, kind: SessionKind = SessionKind.BREAK) -> None:
        for each in routines:
            self.log.do(each, self.clock.reading().utc, kind=kind)
            self.clock.advance(1800)

    def take(self, count: int, minutes: float = 2) -> list[str]:
        taken = []
        for _break in range(count):
            taken.append(self.offered(minutes=minutes).routine)
            self.do(taken[-1])
        return taken

    def hear(self, *facts: tuple[FactKind, Cause | None, Outcome | None]) -> None:
        now = self.clock.reading().utc
        for kind, cause, outcome in facts:
            self.offers.note([Fact(kind, 0, now, Why.LUNCH_TIME, cause=cause, outcome=outcome)])

    def load(self, routine: str) -> Load:
        phases = self.library.timeline(routine).phases
        work = [each for each in phases if each.kind is PhaseKind.WORK]
        return load_of((self.library.exercise(each.exercise).areas, each.seconds) for each in work)

    def focus(self, routine: str) -> Region | None:
        return focus_of(self.load(routine))


@pytest.fixture
def worker() -> Worker:
    return Worker()


def test_the_first_break_offers_a_routine_and_a_movement_of_another_region(worker):
    routine, movement = worker.offered(), worker.movement()

    assert (routine.routine, routine.seconds, routine.is_walk) == (RESET, 120, False)
    assert routine.name == "Desk break A – reset"
    assert routine.reason == "Nothing for your hips yet today."
    assert movement.routine == "break-desk-calf-raise"
    assert movement.name == "Calf raise"
    assert worker.library.routine_name(movement.routine) == "Calf raise"
    assert worker.library.timeline(movement.routine).seconds == movement.seconds <= 120


def test_the_same_log_gives_the_same_offer(worker):
    worker.do(RESET, LEGS)

    assert worker.offers.next() == worker.offers.next()


def test_a_day_of_breaks_has_variety_a_walk_every_fourth_time_and_no_region_twice_in_a_row(worker):
    taken = worker.take(16)

    assert [index for index, each in enumerate(taken) if each == WALK] == [3, 7, 11, 15]
    assert set(taken) == {RESET, LEGS, HIPS, UPPER, BACK_LINE, WALK}
    foci = [worker.focus(each) for each in taken if each != WALK]
    pairs = [pair for pair in itertools.pairwise(taken) if WALK not in pair]
    assert all(worker.focus(a) is not worker.focus(b) for a, b in pairs)
    assert set(foci) == set(Region)


def test_a_session_in_the_evening_spares_its_regions_the_next_day(worker):
    worker.do("strength-30", kind=SessionKind.SESSION)
    worker.clock.advance(14 * 3600)

    load = worker.load("strength-30")
    assert worker.focus(worker.offered().routine) is min(load, key=lambda region: load[region])


def test_what_was_not_done_for_days_comes_back_and_says_so(worker):
    worker.do(RESET, LEGS, HIPS, UPPER, BACK_LINE)
    worker.clock.advance(4 * 86_400)
    worker.do(WALK)

    assert worker.offered().reason == "Not done for 4 days."


@each_case(
    ("minutes", "routine", "seconds"),
    [
        (1, MICRO, 60),
        (2, RESET, 120),
        (3, THREE_MINUTES, 180),
        (4, RESET + "--twice", 240),
        (5, RESET + "--twice", 240),
    ],
)
def test_what_is_offered_is_as_long_as_the_break(worker, minutes, routine, seconds):
    offer = worker.offered(minutes=minutes)

    assert (offer.routine, offer.seconds) == (routine, seconds)
    assert worker.library.timeline(offer.routine).seconds == seconds


def test_a_routine_that_is_gone_through_twice_says_so_and_takes_the_same_turn(worker):
    offer = worker.offered(minutes=4)
    assert offer.name == "Desk break A – reset, 2 rounds"

    worker.do(offer.routine)
    assert not worker.offered(minutes=4).routine.startswith(RESET)


@pytest.mark.parametrize("minutes", [1, 2, 3, 4, 5])
def test_a_walk_lasts_as_long_as_the_break(worker, minutes):
    walk = worker.offered(lead_with_walk=True, minutes=minutes)

    assert walk.is_walk
    assert walk.seconds == minutes * 60
    assert walk.reason == "A walk comes first after long sitting and at lunch."
    worker.do(walk.routine)
    assert not worker.offered(minutes=minutes).is_walk


def test_no_day_of_short_or_long_breaks_has_one_that_is_too_long(worker):
    for minutes in (1, 2, 3, 4, 5):
        for _break in range(6):
            offers = worker.offers.next(break_seconds=minutes * 60)
            for each in (offers.routine, offers.exercise):
                assert each is not None
                assert each.seconds <= minutes * 60 + 30
            assert offers.routine is not None
            worker.do(offers.routine.routine)


def test_what_the_settings_add_to_getting_ready_is_counted():
    worker = Worker(settings=Settings(extra_ready_seconds=30))

    offers = worker.offers.next()
    assert offers.routine is not None
    assert offers.exercise is not None
    assert offers.routine.seconds == 120
    assert offers.routine.routine == MICRO
    assert offers.exercise.seconds <= 120


def test_sessions_that_were_no_breaks_do_not_turn_the_wheel(worker):
    worker.do(RESET, LEGS, HIPS, kind=SessionKind.SESSION)

    assert not worker.offered().is_walk


def test_after_a_walk_of_any_kind_no_walk_is_offered(worker):
    worker.do(RESET, LEGS, HIPS)
    assert worker.offered().reason == "Every fourth break is a walk."

    worker.do(WALK, kind=SessionKind.SESSION)
    assert not worker.offered().is_walk


def test_after_the_walk_at_lunch_that_nobody_logged_no_walk_is_offered(worker):
    worker.do(RESET, LEGS, HIPS)
    lunch = Cause.LUNCH_WALK
    worker.hear((FactKind.PROMPT, lunch, None), (FactKind.BREAK_START, lunch, None))
    assert worker.offered().is_walk

    worker.hear((FactKind.BREAK_END, None, Outcome.TAKEN))
    assert not worker.offered().is_walk
    assert worker.offered(lead_with_walk=True).is_walk


def test_a_break_that_was_not_about_lunch_is_no_walk(worker):
    worker.do(RESET, LEGS, HIPS)
    worker.hear(
        (FactKind.PROMPT, Cause.LUNCH_WALK, None),
        (FactKind.BREAK_END, None, Outcome.PARTIAL),
        (FactKind.PROMPT, Cause.LIMIT, None),
        (FactKind.BREAK_END, None, Outcome.TAKEN),
        (FactKind.SNOOZED, None, None),
    )

    assert worker.offered().is_walk


def test_a_log_that_cannot_be_read_does_not_keep_a_break_from_opening():
    database = FakeDatabase(failure=DatabaseBusyError())
    offers = BreakOffers(shipped_library(), database, FakeClock()).next()

    assert offers.routine is not None
    assert offers.exercise is not None


def exercises_of(routine: str) -> frozenset[str]:
    return frozenset(shipped_library().routine(routine).exercises)


def test_what_is_hidden_or_not_for_today_is_never_offered():
    worker = Worker(Taste(avoided=exercises_of(RESET) | exercises_of(WALK)))

    for _break in range(8):
        offers = worker.offers.next(lead_with_walk=True)
        for each in (offers.routine, offers.exercise):
            assert each is not None
            exercises = worker.library.routine(each.routine).exercises
            assert {"walk-break", *exercises_of(RESET)}.isdisjoint(exercises)
        assert offers.routine is not None
        worker.do(offers.routine.routine)


def test_nothing_is_offered_where_everything_is_hidden():
    everything = frozenset(each.id for each in shipped_library().exercises)
    offers = Worker(Taste(avoided=everything)).offers.next()
    assert (offers.routine, offers.exercise) == (None, None)


def test_what_is_disliked_is_offered_only_where_nothing_else_is_left():
    all_but_walk = frozenset(each.id for each in shipped_library().exercises) - exercises_of(WALK)
    worker = Worker(Taste(disliked=all_but_walk))
    assert worker.offered().is_walk

    worker = Worker(Taste(disliked=all_but_walk | exercises_of(WALK)))
    assert worker.offered().routine == RESET


def test_what_is_liked_comes_first_of_those_that_were_done_equally_long_ago():
    only_upper = exercises_of(UPPER) - exercises_of(RESET) - exercises_of(LEGS) - exercises_of(HIPS)
    worker = Worker(Taste(liked=only_upper))

    assert worker.offered().routine == UPPER


def sore(*hurts: Hurt) -> Taste:
    return Taste(avoided=left_out(hurts), sore=left_out(hurts))


def test_where_leaning_back_hurts_the_hinge_stands_in_for_the_back_bend():
    worker = Worker(sore(Hurt.LEANING_BACK))

    offer = worker.offered()
    assert offer.routine == RESET + "--spared"
    assert offer.name == "Desk break A – reset"
    routine = worker.library.routine(offer.routine)
    assert routine.exercises == ("desk-march", "desk-hinge", "desk-shoulder-squeeze")
    assert offer.seconds == 120
    worker.do(offer.routine)
    assert worker.offered().routine not in {RESET, offer.routine}


@each_case("hurt", Hurt)
def test_whatever_hurts_a_day_of_breaks_leaves_it_out_and_still_offers_something(hurt):
    worker = Worker(sore(hurt))

    for _break in range(8):
        offers = worker.offers.next()
        for each in (offers.routine, offers.exercise):
            assert each is not None
            assert left_out([hurt]).isdisjoint(worker.library.routine(each.routine).exercises)
        assert offers.routine is not None
        worker.do(offers.routine.routine)


def test_even_where_everything_hurts_there_is_something_and_a_routine_that_is_too_little_is_not():
    worker = Worker(sore(*Hurt))

    taken = set(worker.take(8))
    assert WALK in taken
    assert not taken & {RESET, HIPS, UPPER, BACK_LINE}
    assert not any(each.startswith((HIPS, UPPER, BACK_LINE)) for each in taken)


def test_at_the_office_nobody_lies_down_whatever_they_wear():
    for clothes in BreakClothes:
        worker = Worker(settings=Settings(break_clothes=clothes))
        for _break in range(20):
            movement = worker.movement()
            for each in worker.library.routine(movement.routine).exercises:
                exercise = worker.library.exercise(each)
                assert "no_floor" in exercise.places
            worker.do(movement.routine)


def test_at_home_there_is_a_floor():
    worker = Worker(settings=Settings(break_place=BreakPlace.HOME))

    seen = set()
    for _break in range(20):
        movement = worker.movement()
        seen.add(movement.exercise)
        worker.do(movement.routine)
    assert {"cat-cow", "child-pose"} & seen
    assert "sun-salutation" not in seen


def test_single_movements_take_turns_by_when_they_were_done_in_whatever_routine(worker):
    worker.do(UPPER)

    assert worker.movement().exercise not in exercises_of(UPPER)


def test_a_set_of_a_library_that_is_gone_and_a_skipped_one_count_for_nothing(worker):
    done = worker.log.do(RESET, worker.clock.reading().utc)
    rows = [
        replace(each, exercise="gone", skipped=index == 0) for index, each in enumerate(done.sets)
    ]
    worker.database.stored.sessions.add(replace(done, sets=tuple(rows)))
    worker.clock.advance(1800)

    assert worker.offered().reason.startswith("Nothing for")
