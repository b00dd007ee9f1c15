"""The figures of sitting in words: facts, and nothing that blames."""

from dataclasses import replace
from datetime import date, timedelta

from coreapp.domain.sitting.view import Today
from coreapp.domain.sitting_figures import SittingDay, SittingFigures, SittingRule
from coreapp.services.sitting_history import SittingWeek
from coreapp.services.sitting_words import (
    break_figures,
    break_figures_hint,
    day_name,
    day_sentence,
    main_figures,
    week_sentence,
)
from tests.each_case import each_case
from tests.unit.services.test_break_words import plain, view

MONDAY = date(2026, 3, 2)
RULE = SittingRule(1800, 120)
DAY = SittingFigures(
    sitting=5 * 3600 + 59,
    stretches=(1800, 2465, 600),
    due=4,
    taken=3,
    natural=2,
    partial=1,
    within=2,
    days=1,
)


def test_a_day_is_told_by_four_figures():
    assert [(plain(each.value), plain(each.label)) for each in main_figures(DAY, RULE)] == [
        ("41 min", "Longest sit"),
        ("2 of 3", "Stretches up to 30 min"),
        ("5 hr", "Sitting in all"),
        ("5", "Breaks"),
    ]


def test_a_day_without_sitting_has_no_share():
    values = [each.value for each in main_figures(SittingFigures(), RULE)]

    assert values[1] == "–"


def test_what_was_skipped_or_is_owed_is_known_of_today_only():
    now = view(owed=True, today=Today(4, 3, 2, 1, 0, 6))

    assert [(each.value, each.label) for each in break_figures(DAY)] == [
        ("4", "due"),
        ("3", "taken"),
        ("2", "natural"),
        ("1", "partial"),
    ]
    assert [(each.value, each.label) for each in break_figures(DAY, now)[4:]] == [
        ("6", "skipped"),
        ("1", "owed"),
    ]
    assert "Natural" in break_figures_hint()


@each_case(("back", "name"), [(0, "Today"), (1, "Yesterday"), (2, "Saturday, February 28, 2026")])
def test_a_day_has_a_name(back, name):
    assert day_name(MONDAY - timedelta(days=back), MONDAY) == name


def test_a_column_is_read_as_a_sentence():
    day = SittingDay(MONDAY, DAY)

    assert plain(day_sentence(day)) == "Monday: sitting 5 hr, longest 41 min, 5 breaks"
    one = replace(day, figures=replace(DAY, taken=1, natural=0))
    assert day_sentence(one).endswith("1 break")
    assert day_sentence(SittingDay(MONDAY, SittingFigures())) == "Monday: nothing counted"


def week(now: SittingFigures, before: SittingFigures) -> SittingWeek:
    return SittingWeek((SittingDay(MONDAY, now),), before)


def test_two_weeks_are_told_side_by_side_without_a_verdict():
    before = replace(DAY, within=1)

    assert plain(week_sentence(week(DAY, before), RULE)) == (
        "67% of the stretches of sitting were up to 30 min; in the week before it was 33%."
    )
    assert plain(week_sentence(week(DAY, DAY), RULE)) == (
        "67% of the stretches of sitting were up to 30 min, as in the week before."
    )


def test_a_week_alone_says_that_there_is_none_to_compare_with():
    assert "none to compare with" in week_sentence(week(DAY, SittingFigures()), RULE)
    empty = week_sentence(week(SittingFigures(), DAY), RULE)
    assert empty == "Nothing is counted in this week yet."
