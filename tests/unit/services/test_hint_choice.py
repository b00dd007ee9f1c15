"""Two hints a day that stay, reasons to see somebody once in seven days, and what is put away."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.habits import Frequency, ShoeState
from coreapp.domain.load import Growth, Step
from coreapp.domain.pain import Concern, TwoWeeks
from coreapp.services.hint_choice import MOST_HINTS, Shown, choose, put_away
from coreapp.services.hints import (
    CoreMissed,
    EasyNext,
    HardDays,
    Hint,
    LongRun,
    OnlyRuns,
    SeeSomebody,
    ShoesWorn,
    StopNoticed,
    is_safety,
    key_of,
    order_of,
)
from coreapp.services.training_picture import Felt
from tests.fakes.training_days import EVENING, TODAY, did

PAIN = TwoWeeks(0, 0, 0, 0)
OFTEN = Frequency(1, 0, 0, 6)
STRONG, KNEE = SeeSomebody(Concern.STRONG_FOR_DAYS, PAIN), SeeSomebody(Concern.BELOW_KNEE, PAIN)
HARD, CORE, RUNS = HardDays(OFTEN), CoreMissed(OFTEN), OnlyRuns(4)
LONG = LongRun(Step(50, 66, Growth.RED), in_metres=False)
FELT = Felt(EVENING, TODAY, did(0, stop_sign=True), None, stop_sign=True)
STOP, EASY = StopNoticed(FELT), EasyNext(FELT)
SHOES = ShoesWorn("a", "Blue", 500_000, ShoeState.LOOK_AT_SOLES)
ALL: list[Hint] = [STRONG, KNEE, STOP, LONG, HARD, CORE, RUNS, SHOES]


def test_safety_is_never_counted():
    found, _ = choose([STRONG, KNEE, STOP, HARD, CORE, RUNS], Shown(), TODAY)

    assert found == (STRONG, KNEE, STOP, HARD, CORE)


def test_the_two_of_a_day_stay_and_nobody_moves_up():
    _, shown = choose([HARD, CORE], Shown(), TODAY)

    assert choose([RUNS, HARD, CORE, SHOES], shown, TODAY)[0] == (HARD, CORE)
    assert choose([RUNS, CORE], shown, TODAY)[0] == (CORE,)
    assert choose([RUNS, CORE], shown, TODAY + timedelta(days=1))[0] == (RUNS, CORE)


def test_a_second_one_may_still_come_on_a_day_with_one():
    _, shown = choose([CORE], Shown(), TODAY)

    assert choose([HARD, CORE, RUNS], shown, TODAY)[0] == (HARD, CORE)


def test_what_was_just_done_takes_the_place_of_the_last():
    _, shown = choose([HARD, CORE], Shown(), TODAY)
    found, later = choose([LONG, HARD, CORE], shown, TODAY)

    assert found == (LONG, HARD)
    assert choose([LONG, HARD, CORE], later, TODAY) == (found, later)


def test_a_reason_to_see_somebody_is_said_all_day_and_again_after_seven():
    shown = Shown()
    said = []
    for later in range(15):
        today = TODAY + timedelta(days=later)
        for _time in range(2):
            found, shown = choose([STRONG], shown, today)
        said.append(bool(found))

    assert [day for day, is_said in enumerate(said) if is_said] == [0, 7, 14]


def test_after_a_clock_that_was_wrong_it_is_said_at_once():
    _, shown = choose([STRONG], Shown(), TODAY + timedelta(days=400))

    assert choose([STRONG], shown, TODAY)[0] == (STRONG,)


def test_one_reason_does_not_silence_another():
    _, shown = choose([STRONG], Shown(), TODAY)

    assert choose([STRONG, KNEE], shown, TODAY + timedelta(days=1))[0] == (KNEE,)


def test_what_was_put_away_comes_again_in_its_time_and_makes_no_room():
    _, shown = choose([HARD, CORE], Shown(), TODAY)
    tomorrow = TODAY + timedelta(days=1)
    shown = put_away(shown, HARD, tomorrow)

    found, shown = choose([HARD, CORE, RUNS], shown, TODAY)
    assert found == (CORE,)
    assert choose([HARD, CORE, RUNS], shown, tomorrow)[0] == (HARD, CORE)


def test_what_is_away_on_a_new_day_leaves_room_for_others():
    shown = put_away(Shown(), HARD, TODAY + timedelta(days=7))

    assert choose([HARD, CORE, RUNS], shown, TODAY)[0] == (CORE, RUNS)


def test_safety_cannot_be_put_away():
    for each in (STRONG, STOP):
        assert put_away(Shown(), each, TODAY + timedelta(days=7)) == Shown()


def test_what_is_remembered_tells_each_thing_from_the_next():
    worn = ShoesWorn("a", "Blue", 900_000, ShoeState.COMPARE)

    assert len({key_of(each) for each in [*ALL, worn]}) == len(ALL) + 1
    assert key_of(HardDays(OFTEN)) == key_of(HardDays(Frequency(0, 0, 0, 7)))
    assert key_of(EASY) == key_of(STOP)


@given(st.lists(st.sets(st.sampled_from(ALL)), max_size=12), st.data())
def test_never_more_than_two_at_a_time_and_safety_on_its_first_day(days, data):
    shown = Shown()
    for later, holding in enumerate(days):
        today = TODAY + timedelta(days=later // 3)
        hints = sorted(holding, key=order_of)
        found, shown = choose(hints, shown, today)
        assert sum(not is_safety(each) for each in found) <= MOST_HINTS
        assert len(shown.chosen) <= MOST_HINTS
        assert [each for each in hints if each in found] == list(found)
        assert STOP not in hints or STOP in found
        if found and data.draw(st.booleans()):
            shown = put_away(shown, found[-1], today + timedelta(days=1))
