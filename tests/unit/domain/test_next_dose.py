"""The next dose of an exercise: rules R5 and G-UP of the brief, session by session."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.exercise import Side
from coreapp.domain.next_dose import (
    DoseReason,
    NextDose,
    Turn,
    dose_above,
    dose_below,
    ladder,
    next_dose,
    one_level_at_a_time,
)
from coreapp.domain.progression import Attempt, PainLight, allowed_count, pain_light
from tests.each_case import each_case

MONDAY = date(2026, 3, 2)
EASY = Attempt(complete=True, form_ok=True, effort=4, light=PainLight.GREEN)
SHORT = replace(EASY, complete=False)
AMBER = replace(EASY, light=PainLight.AMBER)
RED = replace(EASY, light=PainLight.RED)
Why = DoseReason


def turns(*found: tuple[int, int, Attempt]) -> list[Turn]:
    """Turns of day, dose and attempt."""
    return [Turn(MONDAY + timedelta(days=day), dose, how) for day, dose, how in found]


@each_case(
    ("base", "doses"),
    [
        (10, (10, 11, 12, 13, 14, 15)),
        (20, (20, 22, 24, 26, 28, 30)),
        (3, (3, 4, 5)),
        (1, (1, 2)),
    ],
)
def test_the_ladder_is_the_brief_s(base, doses) -> None:
    assert ladder(base) == doses


@each_case(
    ("base", "now", "higher"),
    [(20, 20, 22), (20, 28, 30), (20, 30, None), (8, 8, 9), (15, 15, 16), (3, 3, 4), (20, 10, 11)],
)
def test_a_rung_up_is_a_tenth_or_one(base, now, higher) -> None:
    assert dose_above(base, now) == higher


@each_case(
    ("now", "rungs", "lower"),
    [(30, 2, 26), (24, 2, 20), (22, 2, 20), (20, 2, 20), (22, 1, 20), (15, 2, 15), (23, 1, 22)],
)
def test_rungs_down_end_at_the_first_dose(now, rungs, lower) -> None:
    assert dose_below(20, now, rungs) == lower


CASES = [
    # two easy sessions, and the second of them is what decides
    ([(0, 20, EASY)], 20, Why.STAY_FEW),
    ([(0, 20, EASY), (3, 20, EASY)], 22, Why.MORE),
    # one rung a week, also after a step down
    ([(0, 20, EASY), (3, 22, EASY), (9, 22, EASY)], 22, Why.STAY_WEEK),
    ([(0, 20, EASY), (3, 22, EASY), (10, 22, EASY)], 24, Why.MORE),
    ([(0, 24, EASY), (2, 20, EASY), (4, 20, EASY)], 20, Why.STAY_WEEK),
    # pain
    ([(0, 20, AMBER), (3, 20, EASY)], 20, Why.STAY_PAIN),
    ([(0, 20, AMBER), (9, 20, EASY)], 20, Why.STAY_PAIN),
    ([(0, 20, AMBER), (9, 20, EASY), (11, 20, EASY)], 22, Why.MORE),
    ([(0, 26, EASY), (3, 26, RED)], 22, Why.FEWER_RED),
    ([(0, 26, RED), (3, 26, EASY)], 22, Why.FEWER_RED),
    ([(0, 22, RED)], 20, Why.FEWER_RED),
    ([(0, 20, RED)], 20, Why.STAY_RED),
    # cut short
    ([(0, 22, EASY), (3, 22, SHORT)], 22, Why.STAY_SHORT),
    ([(0, 22, SHORT), (3, 22, SHORT)], 20, Why.FEWER_SHORT),
    ([(0, 20, SHORT), (3, 20, SHORT)], 20, Why.STAY_SHORT),
    ([(0, 20, SHORT), (3, 20, EASY)], 20, Why.STAY_FEW),
    # what is not easy, or not said
    ([(0, 20, EASY), (3, 20, replace(EASY, effort=4.5))], 20, Why.STAY_EFFORT),
    ([(0, 20, EASY), (3, 20, replace(EASY, form_ok=False))], 20, Why.STAY_EFFORT),
    ([(0, 20, EASY), (3, 20, replace(EASY, form_ok=None))], 22, Why.MORE),
    ([(0, 20, EASY), (3, 20, replace(EASY, effort=None))], 20, Why.STAY_UNKNOWN),
    ([(0, 20, replace(EASY, light=None)), (3, 20, EASY)], 20, Why.STAY_UNKNOWN),
    # the top
    ([(0, 30, EASY), (3, 30, EASY)], 30, Why.LEVEL_UP),
    ([(0, 30, EASY), (3, 30, replace(EASY, form_ok=None))], 30, Why.TOP),
]


def test_the_next_dose_and_why() -> None:
    for log, dose, reason in CASES:
        found = next_dose(20, turns(*log))

        assert found is not None, log
        assert (found.now, found.dose, found.reason) == (log[-1][1], dose, reason), log


def test_what_was_never_done_has_no_next_dose() -> None:
    assert next_dose(20, []) is None


def test_an_easy_day_comes_after_a_red_one() -> None:
    after_red = next_dose(20, turns((0, 26, EASY), (3, 26, RED)))
    later = next_dose(20, turns((0, 26, RED), (3, 26, EASY)))

    assert after_red is not None
    assert later is not None
    assert after_red.easy_day
    assert not later.easy_day


def test_the_side_that_was_short_is_known() -> None:
    (turn,) = turns((0, 22, SHORT))

    found = next_dose(20, [replace(turn, short_side=Side.LEFT)])

    assert found == NextDose(22, 22, Why.STAY_SHORT, short_side=Side.LEFT)


@each_case("light", [PainLight.AMBER, PainLight.RED])
def test_after_pain_in_another_session_nothing_grows(light) -> None:
    easy = turns((0, 20, EASY), (3, 20, EASY))

    assert next_dose(20, easy, light) == NextDose(20, 20, Why.STAY_PAIN)
    assert next_dose(20, easy, PainLight.GREEN) == NextDose(20, 22, Why.MORE)


def test_one_exercise_of_a_session_moves_up() -> None:
    ready, more = NextDose(30, 30, Why.LEVEL_UP), NextDose(20, 22, Why.MORE)

    found = one_level_at_a_time([more, ready, ready, more])

    reasons = [Why.MORE, Why.LEVEL_UP, Why.LEVEL_WAITS, Why.MORE]
    assert [each.reason for each in found] == reasons


PAIN = st.one_of(st.none(), st.integers(0, 10))
ATTEMPTS = st.builds(
    Attempt,
    complete=st.booleans(),
    form_ok=st.sampled_from([None, True, False]),
    effort=st.one_of(st.none(), st.integers(0, 10)),
    light=st.builds(pain_light, PAIN, before=PAIN, next_morning=PAIN, stop_sign=st.booleans()),
)


@given(
    base=st.integers(1, 60),
    log=st.lists(st.tuples(st.integers(0, 4), st.one_of(st.just(EASY), ATTEMPTS)), max_size=40),
)
def test_who_follows_it_grows_by_a_rung_a_week_at_most(base, log) -> None:
    done: list[Turn] = []
    day, dose = MONDAY, base
    for pause, how in log:
        day += timedelta(days=pause)
        done.append(Turn(day, dose, how))
        found = next_dose(base, done)
        assert found is not None
        assert base <= found.dose <= ladder(base)[-1]
        assert found.dose <= allowed_count(dose)
        dose = found.dose
    rises = [after.day for before, after in pairwise(done) if after.dose > before.dose]
    assert all(
        (later - earlier).days >= 7 or later == earlier for earlier, later in pairwise(rises)
    )


@given(
    log=st.lists(
        st.tuples(
            st.integers(0, 9), st.sampled_from([20, 22, 24]), st.integers(0, 9), st.booleans()
        ),
        min_size=1,
        max_size=6,
    ),
    which=st.integers(0, 5),
)
def test_more_pain_never_means_more(log, which) -> None:
    def dose(more: int) -> int:
        day, done = MONDAY, []
        for index, (pause, planned, pain, complete) in enumerate(log):
            day += timedelta(days=pause)
            light = pain_light(pain + (more if index == which % len(log) else 0))
            done.append(Turn(day, planned, replace(EASY, complete=complete, light=light)))
        found = next_dose(20, done)
        assert found is not None
        return found.dose

    assert dose(1) <= dose(0)
