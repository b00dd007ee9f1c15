"""What signs ask for together, and which figures of pain lead to them."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.guide import (
    Advice,
    Article,
    Section,
    Sign,
    Urgency,
    Verdict,
    advice_for,
    is_serious,
)
from tests.each_case import each_case

EMERGENCY = Sign("RF-01", "numb", Advice.EMERGENCY)
OTHER_EMERGENCY = Sign("RF-18", "chest", Advice.EMERGENCY)
TODAY = Sign("RF-06", "fever", Advice.DOCTOR, Urgency.TODAY)
DAYS = Sign("RF-09", "severe", Advice.DOCTOR, Urgency.DAYS)
WEEKS = Sign("RF-14", "lasting", Advice.DOCTOR, Urgency.WEEKS)
STOP = Sign("RF-15", "sudden", Advice.STOP)
ASK = Sign("RF-19", "pregnant", Advice.ASK_FIRST)
FROM_THE_MOST_PRESSING = (EMERGENCY, TODAY, DAYS, WEEKS, STOP, ASK)

ANY_SIGNS = st.lists(st.sampled_from(FROM_THE_MOST_PRESSING), unique=True)


def test_no_sign_asks_for_nothing() -> None:
    assert advice_for([]) == Verdict(None, None, ())
    assert advice_for([]).allows_exercise


@each_case("sign", FROM_THE_MOST_PRESSING)
def test_one_sign_asks_for_what_it_says(sign: Sign) -> None:
    assert advice_for([sign]) == Verdict(sign.advice, sign.urgency, (sign,))


@each_case("number", range(len(FROM_THE_MOST_PRESSING) - 1))
def test_the_highest_level_wins_in_whatever_order(number: int) -> None:
    more, less = FROM_THE_MOST_PRESSING[number : number + 2]

    for signs in permutations([more, less]):
        assert advice_for(signs) == Verdict(more.advice, more.urgency, (more,))


@given(ANY_SIGNS)
def test_nothing_outweighs_the_most_pressing_one(signs: list[Sign]) -> None:
    first = next((each for each in FROM_THE_MOST_PRESSING if each in signs), None)

    assert advice_for(signs).signs == (() if first is None else (first,))


@given(ANY_SIGNS, st.sampled_from(FROM_THE_MOST_PRESSING))
def test_one_more_sign_never_makes_it_less_pressing(signs: list[Sign], more: Sign) -> None:
    def rank(verdict: Verdict) -> int:
        (first,) = verdict.signs or (ASK,)
        return FROM_THE_MOST_PRESSING.index(first)

    assert rank(advice_for({*signs, more})) <= rank(advice_for(signs))


def test_all_signs_that_ask_for_the_same_are_told_in_their_order() -> None:
    verdict = advice_for([OTHER_EMERGENCY, DAYS, EMERGENCY])

    assert verdict.signs == (OTHER_EMERGENCY, EMERGENCY)


@each_case(
    ("sign", "allowed"),
    [(EMERGENCY, False), (TODAY, False), (DAYS, True), (WEEKS, True), (STOP, True), (ASK, True)],
)
def test_exercise_waits_until_somebody_has_looked(sign: Sign, allowed: bool) -> None:
    assert advice_for([sign]).allows_exercise is allowed


@each_case(
    ("before", "now", "serious"),
    [
        (None, None, False),
        (0, 0, False),
        (5, 5, False),
        (None, 5, False),
        (None, 6, True),
        (6, None, True),
        (6, 2, True),
        (0, 2, False),
        (0, 3, True),
        (2, 5, True),
        (2, 4, False),
        (5, 2, False),
        (None, 3, False),
    ],
)
def test_high_or_rising_pain_is_serious(before: int | None, now: int | None, serious: bool) -> None:
    assert is_serious(before, now) is serious


def test_an_article_has_a_context_of_its_own() -> None:
    section = Section("", ("text",))
    article = Article("sitting", "t", "s", 1, (), (), ("shoes",), (), ("S0",), (section,))

    assert article.text_context == "guide sitting"
