"""The brief's rules R5, R6 and R12 with their test vectors."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.progression import (
    Attempt,
    PainLight,
    Passes,
    PassesReason,
    Practice,
    allowed_count,
    may_move_up,
    next_passes,
    next_percent,
    pain_light,
    worst_light,
)
from tests.each_case import each_case

GREEN, AMBER, RED = PainLight.GREEN, PainLight.AMBER, PainLight.RED
TODAY = date(2026, 3, 29)
EASY = Attempt(complete=True, form_ok=True, effort=4, light=GREEN)


@each_case(
    ("before", "during", "next_morning", "light"),
    [
        (2, 3, 2, GREEN),
        (2, 4, 2, AMBER),
        (1, 3, 3, AMBER),
        (2, 3, 4, RED),
        (5, 6, 5, RED),
        (0, 0, None, GREEN),
        (None, 3, 9, GREEN),
        (None, None, 5, None),
        (1, None, 3, AMBER),
        (None, None, None, None),
    ],
)
def test_the_light_of_a_session(before, during, next_morning, light) -> None:
    assert pain_light(during, before=before, next_morning=next_morning) is light


def test_a_sign_to_stop_is_red_whatever_else_was_entered() -> None:
    assert pain_light(None, stop_sign=True) is RED
    assert pain_light(0, before=0, next_morning=0, stop_sign=True) is RED


def test_the_worst_light_counts_and_what_is_unknown_does_not() -> None:
    assert worst_light([GREEN, None, AMBER]) is AMBER
    assert worst_light([RED, AMBER]) is RED
    assert worst_light([None]) is None


@each_case(
    ("percent", "lights", "after"),
    [
        (100, [GREEN, GREEN, GREEN], 110),
        (150, [GREEN], 150),
        (130, [GREEN, AMBER], 130),
        (130, [GREEN, None], 130),
        (130, [], 130),
        (130, [AMBER, RED], 110),
        (110, [RED], 100),
    ],
)
def test_a_rung_up_when_all_was_green(percent, lights, after) -> None:
    assert next_percent(percent, lights) == after


@each_case(("previous", "allowed"), [(5, 6), (9, 10), (10, 11), (20, 22), (1, 2)])
def test_small_numbers_may_grow_by_one(previous, allowed) -> None:
    assert allowed_count(previous) == allowed


@each_case(
    ("last", "ready"),
    [
        ([EASY, EASY], True),
        ([EASY], False),
        ([Attempt(False, True, 4, GREEN), EASY], False),
        ([EASY, Attempt(True, None, 4, GREEN)], False),
        ([EASY, Attempt(True, True, 4.5, GREEN)], False),
        ([EASY, Attempt(True, True, None, GREEN)], False),
        ([EASY, Attempt(True, True, 4, None)], False),
        ([Attempt(False, True, 9, RED), EASY, EASY], True),
    ],
)
def test_moving_up_takes_two_easy_sessions(last, ready) -> None:
    assert may_move_up(last) is ready


def practised(*days_ago: int, passes: int = 5, effort: float | None = 4, **changes):
    done = changes.pop("done", passes)
    return [
        Practice(TODAY - timedelta(days=each), passes, done, effort, changes.get("light", GREEN))
        for each in days_ago
    ]


def test_it_begins_with_five() -> None:
    assert next_passes([], TODAY) == Passes(5, PassesReason.BEGIN)
    assert next_passes(practised(61, passes=9), TODAY) == Passes(5, PassesReason.BEGIN)


def test_after_five_easy_days_of_seven_it_is_one_more() -> None:
    assert next_passes(practised(7, 6, 5, 3, 1), TODAY) == Passes(6, PassesReason.MORE, 5)


@each_case(
    ("practices", "expected"),
    [
        (practised(7, 5, 3, 1), Passes(5, PassesReason.STAY_DAYS, 4)),
        (practised(7, 6), Passes(5, PassesReason.STAY_DAYS, 2)),
        (practised(6, 5, 4, 3, 2, 1), Passes(5, PassesReason.STAY_WEEK, 6)),
        (practised(7, 6, 5, 3, 1, effort=4.5), Passes(5, PassesReason.STAY_EFFORT, 5)),
        (practised(7, 6, 5, 3, 1, effort=None), Passes(5, PassesReason.STAY_EFFORT, 5)),
        (practised(7, 6, 5, 3, 1, done=4), Passes(5, PassesReason.STAY_DAYS, 0)),
        (
            [*practised(7, 6), *practised(5, light=AMBER), *practised(4, 3, 1)],
            Passes(5, PassesReason.STAY_PAIN, 6),
        ),
        (practised(8, 7, 6, 5, 4, 3, 2, 1, passes=10), Passes(10, PassesReason.MOST, 7)),
        ([*practised(3, 2), *practised(1, light=RED)], Passes(4, PassesReason.FEWER, 3)),
        (practised(1, passes=3, light=RED), Passes(3, PassesReason.FEWER, 1)),
        (practised(1, passes=40), Passes(10, PassesReason.STAY_DAYS, 1)),
    ],
)
def test_otherwise_it_stays_or_goes_back(practices, expected) -> None:
    assert next_passes(practices, TODAY) == expected


def test_days_before_the_last_change_do_not_count_for_the_next() -> None:
    practices = [*practised(7, 6, 5, 4, 3), *practised(2, 1, passes=6)]

    assert next_passes(practices, TODAY) == Passes(6, PassesReason.STAY_DAYS, 2)


def test_days_with_more_before_a_step_back_do_not_count_either() -> None:
    practices = [*practised(7, 6, 5, 4, passes=7), *practised(3, 2, 1, passes=6)]

    assert next_passes(practices, TODAY) == Passes(6, PassesReason.STAY_DAYS, 3)


def test_what_is_done_today_changes_tomorrow() -> None:
    practices = practised(7, 6, 5, 3, 1)
    today = Practice(TODAY, 6, 6, 9, RED)

    assert next_passes([*practices, today], TODAY).count == 6
    assert next_passes([*practices, today], TODAY + timedelta(days=1)).count == 5


def follow(days: int, does) -> list[int]:
    """Return the aims of so many days when a person does what `does` says."""
    practices: list[Practice] = []
    aims = []
    for number in range(days):
        day = TODAY + timedelta(days=number)
        aim = next_passes(practices, day).count
        aims.append(aim)
        practices += does(day, number, aim)
    return aims


def test_from_five_to_ten_takes_five_weeks_at_least() -> None:
    aims = follow(60, lambda day, _number, aim: [Practice(day, aim, aim, 2, GREEN)])

    assert aims.index(10) == 35
    assert max(aims) == 10
    assert [aims.index(each) for each in range(5, 11)] == [0, 7, 14, 21, 28, 35]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10), st.sampled_from([*PainLight, None]))))
def test_never_more_than_one_a_week_and_always_within_limits(days) -> None:
    def does(day, number, aim):
        trains, effort, light = days[number]
        return [Practice(day, aim, aim, effort, light)] if trains else []

    aims = follow(len(days), does)

    assert all(3 <= aim <= 10 for aim in aims)
    for number, aim in enumerate(aims):
        assert aim <= min(aims[max(0, number - 7) : number + 1]) + 1
