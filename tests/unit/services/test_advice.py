"""What the rules say of a log, in which order, and what is remembered of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import DiskFullError
from coreapp.domain.habits import DayNote, Factor, Frequency, ShoeState
from coreapp.domain.load import BuildUp, Growth, Stage, Step
from coreapp.domain.pain import Concern, PainPlace
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import SessionKind
from coreapp.services.advice import Advice, Away, hints_for
from coreapp.services.hint_choice import MOST_HINTS
from coreapp.services.hints import (
    CoreMissed,
    EasyNext,
    FewerDescents,
    HardDays,
    Hindered,
    Hint,
    LoadGrew,
    LongRun,
    OnlyRuns,
    OutOfOrder,
    PainGrew,
    RunAndWalk,
    RunningAlone,
    SeeSomebody,
    ShoesWorn,
    SofterGround,
    StopNoticed,
    StrengthMissed,
    VolumeGrew,
    WarmUpSeldom,
    is_safety,
)
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.training_days import (
    EVENING,
    TODAY,
    Kept,
    day,
    did,
    keep,
    picture_of,
    ran,
    reader_of,
)
from tests.fakes.work import FakeDatabase


def said(*kept: Kept, settings: Settings | None = None) -> list[Hint]:
    return list(hints_for(picture_of(*kept, settings=settings)))


def rules(*kept: Kept, settings: Settings | None = None) -> list[type[Hint]]:
    return [type(each) for each in said(*kept, settings=settings)]


def only(kind: type[Hint], *kept: Kept, settings: Settings | None = None) -> Hint | None:
    return next((each for each in said(*kept, settings=settings) if type(each) is kind), None)


ENOUGH = (did(1), did(4), did(8))
"""Core work often enough, so that nothing is said of it."""


def test_where_all_is_well_nothing_is_said():
    assert rules(*ENOUGH) == []
    assert rules() == []


def test_strong_pain_on_three_days_comes_first():
    strong = [did(back, pain_after=7, effort=8, minutes=90) for back in range(3)]

    assert rules(*strong, did(8, effort=3))[:2] == [SeeSomebody, EasyNext]


def test_after_a_red_session_or_run_something_easy_is_advised_for_two_days():
    assert rules(did(2, pain_during=6), *ENOUGH[1:]) == [EasyNext]
    assert EasyNext in rules(ran(1, pain_during=6), did(2, pain_during=1))
    assert rules(did(1, pain_during=1), did(2, pain_during=6), *ENOUGH[1:]) == []
    assert rules(did(3, pain_during=6), *ENOUGH) == []


def test_a_sign_to_stop_is_about_safety_for_two_days():
    assert rules(did(2, stop_sign=True), *ENOUGH[1:]) == [StopNoticed]
    assert rules(did(3, stop_sign=True), *ENOUGH) == []


def test_a_week_of_training_that_grows_too_fast_is_told():
    assert LoadGrew not in rules(did(1, effort=5, minutes=30), did(8, effort=5), did(9))
    grown = [did(0, effort=5, minutes=30), did(1, effort=4), did(8, effort=5), did(9, effort=4)]

    assert only(LoadGrew, *grown) == LoadGrew(Step(1800, 2300, Growth.AMBER))


def test_after_a_week_of_illness_the_usual_load_is_no_jump():
    weeks = [did(0, effort=5), did(8, effort=2), did(15, effort=5)]

    assert only(LoadGrew, *weeks) == LoadGrew(Step(400, 1000, Growth.RED))
    assert only(LoadGrew, *weeks, day(9, mark=DayMark.SICK)) is None


def test_a_week_of_running_that_grows_too_fast_is_told():
    assert only(VolumeGrew, ran(1, 30), ran(2, 81), ran(8, 60), ran(9, 40)) == VolumeGrew(
        Step(100, 111, Growth.AMBER), in_metres=False
    )
    assert only(VolumeGrew, ran(1, 30), ran(2, 80), ran(8, 60), ran(9, 40)) is None


def test_by_distance_a_week_is_compared_by_distance():
    settings = Settings(run_metric=RunMetric.KILOMETRES)
    runs = (ran(1, 30, metres=11_100), ran(8, 30, metres=10_000))

    assert only(VolumeGrew, *runs, settings=settings) == VolumeGrew(
        Step(10_000, 11_100, Growth.AMBER), in_metres=True
    )


def test_after_an_easy_week_the_one_before_counts():
    runs = (ran(1, 100), ran(8, 50), ran(15, 100))

    assert only(VolumeGrew, *runs) is not None
    assert only(VolumeGrew, *runs, day(9, mark=DayMark.EASY)) is None


def test_a_run_that_is_much_longer_is_told_for_two_days():
    before = ran(20, 50)

    assert only(LongRun, ran(0, 56), before) == LongRun(Step(50, 56, Growth.AMBER), in_metres=False)
    assert only(LongRun, ran(2, 101), before) == LongRun(
        Step(50, 101, Growth.DOUBLE), in_metres=False
    )
    assert only(LongRun, ran(3, 101), before) is None
    assert only(LongRun, ran(0, 55), before) is None


def test_of_several_the_worst_jump_is_told():
    found = only(LongRun, ran(0, 70), ran(1, 65), ran(20, 50))

    yesterday = TODAY - timedelta(days=1)
    assert found == LongRun(Step(50, 65, Growth.AMBER), in_metres=False, earlier=yesterday)
    found = only(LongRun, ran(0, 90), ran(1, 65), ran(20, 50))
    assert found == LongRun(Step(65, 90, Growth.RED), in_metres=False)


def test_a_run_without_a_distance_is_compared_by_its_minutes():
    settings = Settings(run_metric=RunMetric.KILOMETRES)
    before = ran(20, 50, metres=10_000)

    assert only(LongRun, ran(0, 66), before, settings=settings) == LongRun(
        Step(50, 66, Growth.RED), in_metres=False
    )
    assert only(LongRun, ran(0, 9, metres=11_001), before, settings=settings) == LongRun(
        Step(10_000, 11_001, Growth.AMBER), in_metres=True
    )


def test_what_rises_before_its_turn_is_told_to_who_has_goals():
    runs = (ran(0, 20, ActivityType.RUN_INTERVAL), ran(1), ran(8), ran(9), ran(15), ran(16))

    found = only(OutOfOrder, *runs, settings=Settings(target_sessions=3))

    assert found == OutOfOrder(BuildUp(Stage.SESSIONS, (Stage.INTERVALS,)))
    assert only(OutOfOrder, *runs) is None


def test_growth_of_running_stands_for_the_load_that_comes_of_it():
    hard = (ran(1, 120, effort=5), ran(8, 100, effort=5))
    harder = (ran(1, 120, effort=7), ran(8, 100, effort=5))

    assert LoadGrew not in rules(*hard)
    assert {VolumeGrew, LoadGrew} <= set(rules(*harder))


def test_pain_that_grows_is_told():
    before = [did(back, pain_after=1) for back in range(7, 11)]
    now = [did(back, pain_after=3) for back in range(4)]

    assert rules(*now, *before) == [PainGrew]
    days = [*(day(back, pain_worst=3) for back in range(4))]
    assert PainGrew in rules(*days, *(day(back, pain_worst=1) for back in range(7, 11)))


def test_pain_below_the_knee_is_a_reason_to_see_somebody():
    knee = [day(back, pain_places=frozenset({PainPlace.BELOW_KNEE})) for back in (0, 1)]

    (found,) = said(*knee)

    assert isinstance(found, SeeSomebody)
    assert found.concern is Concern.BELOW_KNEE


def test_worse_although_one_ran_less_is_a_reason_to_see_somebody():
    days = [day(back, pain_worst=5 if back < 7 else 2) for back in range(14)]
    found = said(*days, ran(10, 100), ran(2, 90))

    assert found[0] == replace(found[0], concern=Concern.WORSE_AT_REST)


def test_runs_that_hurt_ask_for_walking_in_between():
    assert only(RunAndWalk, ran(1, pain_during=4), ran(4, pain_during=4)) == RunAndWalk(2)
    assert only(RunAndWalk, ran(1, pain_during=4), did(4, pain_during=4)) is None


def test_six_hard_days_of_seven_are_too_many():
    hard = [did(back, effort=4, minutes=1) for back in range(6)]

    assert HardDays in rules(*hard)
    assert HardDays not in rules(*hard[:5])


def test_core_work_is_missed_only_by_who_trains_for_a_week_or_more():
    assert rules(did(8)) == [CoreMissed]
    assert rules(did(29)) == []
    assert rules(did(6)) == []
    assert rules(did(8, "desk-2min-a-reset", kind=SessionKind.BREAK)) == []


def test_who_trains_strength_hears_what_is_left_of_two_sessions_and_an_hour():
    core = [did(back) for back in (1, 3)]
    before = did(9, "strength-30", minutes=30)

    assert only(StrengthMissed, *core, before) == StrengthMissed(Frequency(2, 0, 0, 0))
    assert only(StrengthMissed, *core, did(2, "strength-30", minutes=59), before) is not None
    enough = [did(back, "strength-30", minutes=30) for back in (2, 5)]
    assert only(StrengthMissed, *core, *enough, before) is None
    assert only(StrengthMissed, *core, did(9)) is None, "who does without strength is not asked"
    assert rules(before) == [CoreMissed], "one line for both"


@each_case("mark", [DayMark.SICK, DayMark.TRAVEL])
def test_who_was_ill_or_away_has_missed_nothing(mark):
    assert rules(did(8), day(5, mark=mark)) == []
    assert rules(did(8), day(7, mark=mark)) == [CoreMissed]
    assert rules(did(8), day(5, mark=DayMark.REST)) == [CoreMissed]


def test_what_hinders_recovery_is_told_while_there_is_pain():
    tired = DayNote(sleep_hours=6, stress=8)
    days = [day(back, pain_worst=3, note=tired if back < 3 else DayNote()) for back in range(14)]

    assert only(Hindered, *days) == Hindered((Factor.SLEEP, Factor.STRESS))
    painless = [day(back, note=tired) for back in range(3)]
    assert only(Hindered, *painless) is None


def test_running_alone_is_told_once_and_not_in_two_ways():
    sitting = [day(back, note=DayNote(sit_hours=7)) for back in range(3)]
    runs = [ran(back) for back in (0, 3, 6, 9)]

    found = said(*sitting, *runs)

    assert RunningAlone(7) in found
    assert not {CoreMissed, OnlyRuns} & {type(each) for each in found}


def test_only_runs_stand_for_the_core_work_that_is_missed():
    assert rules(*(ran(back) for back in (0, 3, 7, 10))) == [OnlyRuns]


def test_ground_descents_and_warming_up_are_told_by_the_month():
    hard = [ran(back, surface=Surface.HARD, pain_after=3) for back in (3, 10)]
    down = [ran(back, 30, hills=Hills.DOWNHILL_HEAVY, pain_after=4) for back in (3, 10, 17)]
    flat = [ran(back, 29, hills=Hills.FLAT, pain_after=1) for back in (4, 11, 18)]
    cold = [ran(back, warmed_up=False, cooled_down=True) for back in (3, 10, 17, 24)]

    assert SofterGround in rules(*hard)
    assert FewerDescents in rules(*down, *flat)
    assert WarmUpSeldom in rules(*cold)


def test_shoes_that_have_gone_far_are_told_the_farthest_first():
    blue, red = Shoe("b", "Blue", start_metres=499_000), Shoe("r", "Red", start_metres=800_000)
    found = said(blue, red, ran(3, metres=1000, shoe="b"), ran(10, metres=900, shoe="r"), *ENOUGH)

    assert [(each.name, each.state) for each in found if isinstance(each, ShoesWorn)] == [
        ("Red", ShoeState.COMPARE),
        ("Blue", ShoeState.LOOK_AT_SOLES),
    ]
    assert found[-1] == ShoesWorn("b", "Blue", 500_000, ShoeState.LOOK_AT_SOLES)


def test_the_order_is_that_of_the_brief():
    knee = frozenset({PainPlace.BELOW_KNEE})
    found = rules(
        ran(0, 101, pain_during=6),
        ran(8, 40),
        ran(20, 50),
        ran(1, 20, ActivityType.RUN_INTERVAL, pain_during=4),
        day(0, pain_places=knee),
        day(1, pain_places=knee),
        settings=Settings(target_sessions=3),
    )

    assert found == [SeeSomebody, EasyNext, LongRun, VolumeGrew, OutOfOrder, RunAndWalk, CoreMissed]


class Told:
    """Advice on a log that is kept, over days and starts of the program."""

    def __init__(self, *kept: Kept, document: Mapping[str, object] | None = None) -> None:
        self.database, self.clock = FakeDatabase(), FakeClock(EVENING)
        keep(self.database, kept)
        self.file = FakeStateFile(document or {})
        self.start()

    def start(self) -> None:
        self.advice = Advice(reader_of(self.database, clock=self.clock), self.file)


def test_two_hints_a_day_are_enough_but_safety_is_never_left_out():
    hard = [did(back, effort=9, minutes=60, pain_after=8) for back in range(6)]
    world = Told(*hard, *(did(back, effort=1, pain_after=1) for back in range(7, 12)))

    found = world.advice.today()

    safety = [each for each in found if is_safety(each)]
    assert [each.concern for each in safety] == [Concern.STRONG_FOR_DAYS]
    assert len(found) - len(safety) == MOST_HINTS


@each_case(("how_long", "days"), [(Away.TODAY, 1), (Away.WEEK, 7), (Away.FOR_GOOD, None)])
def test_what_is_put_away_stays_away_over_a_start(how_long, days):
    world = Told(did(8), did(15))
    (hint,) = world.advice.today()
    world.advice.put_away(hint, how_long)
    world.start()
    away = 0
    while not world.advice.today() and away < 10:
        world.clock.advance(24 * 3600)
        away += 1

    assert away == (10 if days is None else days)


def test_after_midnight_what_still_stands_there_is_put_away_for_the_new_day():
    world = Told(did(8), did(15))
    (hint,) = world.advice.today()
    world.clock.advance(7 * 3600)

    world.advice.put_away(hint, Away.TODAY)

    assert world.advice.today() == ()


def test_it_can_be_brought_back():
    world = Told(did(8))
    (hint,) = world.advice.today()
    world.advice.put_away(hint, Away.WEEK)
    world.advice.bring_back(hint)

    assert world.advice.today() == (hint,)


def test_a_full_disk_does_not_stop_advice():
    world = Told(did(8))
    world.file.failure = DiskFullError("x")
    (hint,) = world.advice.today()
    world.advice.put_away(hint, Away.TODAY)

    assert world.advice.today() == ()


@each_case(
    "document",
    [
        {"day": 7, "chosen": "core", "told": [], "away": {"core": "soon"}},
        {"day": "2026-03-04", "chosen": ["a", "b"], "away": {"core": "2026-03-05"}},
    ],
)
def test_what_cannot_be_read_or_is_over_does_not_count(document):
    assert [type(each) for each in Told(did(8), document=document).advice.today()] == [CoreMissed]


def test_each_rule_is_asked_on_the_day_of_now():
    world = Told(did(8))
    world.clock.advance(timedelta(days=22).total_seconds())

    assert world.advice.today() == ()
