"""What is said about signs: level, reason, next step, in at most three short sentences."""

import re
from itertools import product

from coreapp.domain.emergency import EMERGENCY_NUMBERS, Region
from coreapp.domain.guide import Advice, Sign, Urgency, Verdict, advice_for
from coreapp.domain.training_log import Feeling
from coreapp.services.guide_words import (
    VerdictWords,
    call_text,
    concern_line,
    doctor_link,
    numbers_text,
    pain_line,
    region_name,
    standing_line,
    verdict_words,
)
from tests.each_case import each_case

LEVELS = [
    (Advice.EMERGENCY, None),
    (Advice.DOCTOR, Urgency.TODAY),
    (Advice.DOCTOR, Urgency.DAYS),
    (Advice.DOCTOR, Urgency.WEEKS),
    (Advice.STOP, None),
    (Advice.ASK_FIRST, None),
]


def said(
    advice: Advice, urgency: Urgency | None = None, region: Region = Region.GERMANY, count: int = 1
) -> VerdictWords:
    signs = [Sign(f"RF-{number}", "sign", advice, urgency) for number in range(count)]
    return verdict_words(advice_for(signs), EMERGENCY_NUMBERS[region])


def test_it_is_three_short_sentences() -> None:
    for (advice, urgency), count, region in product(LEVELS, (1, 3), EMERGENCY_NUMBERS):
        words = said(advice, urgency, region, count)
        for sentence in (words.level, words.reason, words.step):
            assert re.fullmatch(r"[A-Z][^.!?]*\.", sentence), (advice, urgency, region)
            assert len(sentence.split()) <= 20, sentence
        assert words.spoken == f"{words.level} {words.reason} {words.step}"


def test_each_level_has_words_of_its_own() -> None:
    levels = {said(*each).level for each in LEVELS} | {
        verdict_words(Verdict(), EMERGENCY_NUMBERS[Region.OTHER]).level
    }

    assert len(levels) == len(LEVELS) + 1


def test_without_a_tick_nobody_is_frightened() -> None:
    words = verdict_words(Verdict(), EMERGENCY_NUMBERS[Region.GERMANY])

    assert words.level == "Tick what is true for you."
    assert "nothing is stored" in words.reason
    assert "moving is usually safe" in words.step


@each_case(
    ("region", "step"),
    [
        (Region.GERMANY, "Call 112."),
        (Region.AUSTRIA, "Call 144 or 112."),
        (Region.UNITED_KINGDOM, "Call 999."),
        (Region.UNITED_STATES, "Call 911."),
        (Region.OTHER, "Call 112 or your local emergency number."),
    ],
)
def test_in_an_emergency_the_number_of_the_region_is_said(region: Region, step: str) -> None:
    assert said(Advice.EMERGENCY, region=region).step == step


def test_several_signs_are_counted() -> None:
    assert said(Advice.EMERGENCY, count=1).reason == "You ticked a sign that should not wait."
    assert said(Advice.EMERGENCY, count=3).reason == "You ticked 3 signs that should not wait."
    assert "2 signs" in said(Advice.STOP, count=2).reason
    assert "2 signs" in said(Advice.DOCTOR, Urgency.DAYS, count=2).reason


def test_the_doctor_on_duty_is_named_only_for_what_should_be_seen_today() -> None:
    named = [
        (region, advice, urgency)
        for region, numbers in EMERGENCY_NUMBERS.items()
        for advice, urgency in LEVELS
        if numbers.on_duty and numbers.on_duty in said(advice, urgency, region).spoken
    ]
    assert named == [
        (region, Advice.DOCTOR, Urgency.TODAY)
        for region, numbers in EMERGENCY_NUMBERS.items()
        if numbers.on_duty
    ]
    assert named


def test_a_region_without_one_is_told_to_call_the_practice() -> None:
    assert said(Advice.DOCTOR, Urgency.TODAY, Region.AUSTRIA).step.startswith("Call your practice")


def test_numbers_alone() -> None:
    assert numbers_text(EMERGENCY_NUMBERS[Region.IRELAND]) == "112 or 999"
    assert numbers_text(EMERGENCY_NUMBERS[Region.OTHER]) == "112"
    assert call_text(EMERGENCY_NUMBERS[Region.OTHER]) == "112 or your local emergency number"


def test_high_pain_is_said_as_it_was_given() -> None:
    assert pain_line(2, 7) == (
        "You put your pain at 7 of 10. A doctor or physiotherapist can look into this."
    )
    assert pain_line(8, None).startswith("You put your pain at 8 of 10.")


def test_rising_pain_is_said_with_both_figures() -> None:
    assert pain_line(1, 4).startswith("Your pain went from 1 to 4 of 10.")


@each_case(("before", "now"), [(None, None), (5, 5), (0, 2), (5, 1)])
def test_about_other_figures_nothing_is_said(before: int | None, now: int | None) -> None:
    assert pain_line(before, now) == ""


def test_what_is_said_in_many_places_is_said_alike() -> None:
    assert doctor_link() == "When to see a doctor"
    assert standing_line().endswith("does not replace a doctor or physiotherapist.")


def test_every_region_has_a_name() -> None:
    assert len({region_name(each) for each in Region}) == len(Region)


@each_case(
    ("feeling", "said"),
    [
        (Feeling(), ""),
        (Feeling(pain_before=3, pain_during=3, pain_after=1), ""),
        (Feeling(stop_sign=True, pain_during=8), "You noticed a sign to stop."),
        (Feeling(pain_before=1, pain_during=7), "You put your pain at 7 of 10."),
        (Feeling(pain_before=0, pain_after=3), "Your pain went from 0 to 3 of 10."),
        (Feeling(pain_before=6), "You put your pain at 6 of 10."),
        (Feeling(pain_before=2, pain_during=4), "With pain of 4 or 5,"),
        (Feeling(pain_after=5), "With pain of 4 or 5,"),
        (
            Feeling(pain_before=1, pain_during=2, pain_next_morning=3),
            "Your pain went from 1 to 3 of 10 by the next morning.",
        ),
        (Feeling(pain_during=2, pain_next_morning=3), ""),
    ],
)
def test_one_sentence_says_what_pain_asks_for(feeling: Feeling, said: str) -> None:
    line = concern_line(feeling)

    assert line.startswith(said)
    assert bool(line) is bool(said)
