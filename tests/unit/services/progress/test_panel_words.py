"""Exercises, running, pain, sitting and the plan, in words."""

from dataclasses import replace
from datetime import timedelta

from coreapp.domain.progress.bests import Effort, bests
from coreapp.domain.progress.desk import desk_time
from coreapp.domain.progress.recovery import DayFigures, pain_and_recovery
from coreapp.domain.progress.running import run_load
from coreapp.domain.progress.sides import SideSum, balance_changes
from coreapp.domain.progress.time_range import TimeRange
from coreapp.domain.sitting_figures import SittingDay, SittingFigures
from coreapp.services.charts import PanelKey
from tests.each_case import each_case
from tests.fakes.progress import (
    A_DAY,
    MONDAY,
    TODAY,
    WEEK,
    adherence,
    course,
    figures,
    kept,
    movements,
    panel,
    sat,
    sides,
)


@each_case(
    ("now", "before", "sentence"),
    [
        ((22, 24), (19, 24), "Side plank: the left side does 8% less. In September it was 21%."),
        ((24, 22), (24, 19), "Side plank: the right side does 8% less. In September it was 21%."),
        (
            (24, 24),
            (24, 19),
            "Side plank: both sides do about the same. In September it was 21%.",
        ),
        ((24, 20), (24, 20), "Side plank: the right side does 17% less."),
        ((20, 24), None, "Side plank: the left side does 17% less."),
        ((24, 24), None, "Side plank: both sides do about the same."),
    ],
)
def test_left_and_right(now, before, sentence):
    earlier = [(8, sides(*before))] if before else []
    found = panel(PanelKey.BALANCE, balance=balance_changes(sides(*now), earlier))
    assert found.sentence == sentence
    assert found.aside == "last 4 weeks"
    assert found.table().rows[0][-1] == ("–" if before is None else found.table().rows[0][-1])


def test_a_pair_tells_both_sides():
    found = panel(PanelKey.BALANCE)
    (pair,) = found.chart.rows
    assert (pair.left_text, pair.right_text) == ("22 s", "24 s")
    assert found.chart.tell(0) == "Side plank: 22 s left, 24 s right."


def test_repetitions_are_told_as_such():
    found = [SideSum("x", "Own thing", each.side, 4, 60, 4, 40) for each in sides(1, 1)]
    (pair,) = panel(PanelKey.BALANCE, balance=balance_changes(found, [])).chart.rows
    # It is gone from the library: the name is the one in the log.
    assert (pair.name, pair.left_text) == ("Own thing", "10 reps")


@each_case(
    ("seconds", "sentence"),
    [
        ({5: 14, 0: 24}, "Up from 14 s in October."),
        ({5: 24, 0: 14}, "In October it was 24 s."),
        ({5: 24, 0: 24}, "As in October."),
        ({0: 24}, "With another week there is something to compare."),
    ],
)
def test_an_exercise_beside_how_it_was(seconds, sentence):
    efforts = [
        Effort("side-plank", "", MONDAY - back * WEEK, float(each))
        for back, each in seconds.items()
    ]
    found = panel(PanelKey.EXERCISE, course=course(efforts, figures().window))
    assert (found.title, found.unit, found.sentence) == ("Side plank", "s", sentence)
    assert found.chart.tell(1).endswith("not done")
    assert found.chart.tell(11) == f"Week of Nov 16, 2026: best set {seconds[0]} s"


def test_an_exercise_that_was_not_done_has_nothing_to_draw():
    found = panel(PanelKey.EXERCISE, course=course([], figures().window))
    assert found.is_empty
    assert found.sentence == "It was not done in this time."


def test_bests_that_are_new_are_counted():
    found = panel(PanelKey.BESTS)
    assert (found.number, found.unit) == ("1", "new in 4 weeks")
    assert found.sentence == "Side plank: 24 s, since November 16, 2026."
    (listed,) = found.listed
    assert (listed.exercise, listed.figure, listed.remark) == ("side-plank", "24 s", "since Nov 16")
    old = [Effort("side-plank", "", MONDAY - 9 * WEEK, 24.0)]
    found = panel(PanelKey.BESTS, exercises=bests(old, figures().window))
    assert (found.number, found.unit) == ("1", "exercise done")


def test_the_newest_bests_are_listed_however_seldom_they_were_done():
    often = [Effort("plank", "", MONDAY - week * WEEK, 30.0) for week in range(9)]
    seldom = [Effort(f"new-{day}", "", MONDAY - timedelta(days=day), 9.0) for day in range(6)]
    years_ago = Effort("bird-dog", "", MONDAY - 60 * WEEK, 30.0)

    found = panel(PanelKey.BESTS, exercises=bests([*often, *seldom], figures().window))
    assert [each.exercise for each in found.listed] == [f"new-{day}" for day in range(5)]
    assert len(found.table().rows) == 7

    window = figures(TimeRange.ALL).window
    found = panel(PanelKey.BESTS, exercises=bests([years_ago], window))
    assert [each.remark for each in found.listed] == ["since Sep 22, 2025"]


def test_the_panel_of_an_exercise_says_which_it_is():
    assert panel(PanelKey.EXERCISE).exercise == "side-plank"


@each_case(
    ("effort", "words"),
    [(4.0, "Where it is meant to be: 3 to 5."), (7.0, "Harder than"), (1.0, "Lighter than")],
)
def test_effort_beside_what_is_meant(effort, words):
    done = tuple(replace(each, effort=effort) for each in movements()[-6:])
    found = panel(PanelKey.EFFORT, efforts=done)
    assert found.title == "Effort, last 5 sessions"
    assert found.sentence.startswith(words)


def test_the_effort_of_one_session():
    found = panel(PanelKey.EFFORT, efforts=movements()[-1:])
    assert found.title == "Effort, last session"
    assert found.chart.tell(0) == "Wed, Nov 18: effort 4"


def test_running_has_its_limit():
    found = panel(PanelKey.RUNNING)
    assert (found.number, found.unit, found.sentence) == ("30", "min", "10 % more would be 33 min.")
    assert "Next week: about 31 min, 33 min at most." in found.description
    assert found.chart.band[-1] == (30, 33)
    assert found.chart.band[0] is None
    assert found.chart.tell(0) == "Week of Aug 31, 2026: 0 runs, 0 min."


def test_runs_of_long_ago_say_nothing_of_next_week():
    old = [each for each in movements() if each.day < MONDAY - 7 * WEEK]
    found = panel(PanelKey.RUNNING, runs=run_load(old, (), figures().window, in_metres=False))
    assert found.number == "0"
    assert "Next week" not in found.description


def test_kilometres():
    runs = run_load(movements(), (), figures().window, in_metres=True)
    found = panel(PanelKey.RUNNING, runs=runs)
    assert (found.number, found.unit, found.sentence) == ("5", "km", "10 % more would be 5.5 km.")


def test_more_running_than_the_limit():
    more = [*movements(), *(each for each in movements() if each.is_run and each.day == MONDAY)]
    found = panel(PanelKey.RUNNING, runs=run_load(more, (), figures().window, in_metres=False))
    assert found.sentence == "More than 10 % above the weeks before (10 % more would be 33 min)."


def test_the_first_week_of_running_is_compared_with_nothing():
    first = [each for each in movements() if each.day >= MONDAY]
    found = panel(PanelKey.RUNNING, runs=run_load(first, (), figures().window, in_metres=False))
    assert found.sentence == "There is no week before to compare it with."


@each_case(
    ("before", "now", "words"),
    [(5, 3, "less than"), (3, 3, "about as"), (1, 4, "more than")],
)
def test_pain_beside_the_week_before(before, now, words):
    pain = {TODAY - each * A_DAY: now if each < 7 else before for each in range(14)}
    found = panel(PanelKey.RECOVERY, recovery=pain_and_recovery(pain, [], figures().window))
    assert words in found.sentence
    assert (found.number, found.unit) == (str(now), "of 10, today")


def test_pain_that_was_asked_last_some_days_ago():
    recovery = pain_and_recovery({TODAY - 2 * A_DAY: 3}, [], figures().window)
    found = panel(PanelKey.RECOVERY, recovery=recovery)
    assert (found.number, found.unit) == ("3", "of 10, Mon, Nov 16")
    assert found.sentence.startswith("Four days a week")


def test_sleep_alone():
    recovery = pain_and_recovery({}, [DayFigures(TODAY, sleep=7)], figures().window)
    found = panel(PanelKey.RECOVERY, recovery=recovery)
    assert (found.number, found.unit) == ("–", "")
    assert found.chart.tell(11) == "Week of Nov 16, 2026: pain –, stress –, sleep 7 h."
    assert [each.name for each in found.chart.series] == ["Sleep"]


def test_what_was_never_written_down_has_no_empty_strip():
    days = [DayFigures(TODAY, sleep=7)]
    found = panel(PanelKey.RECOVERY, recovery=pain_and_recovery({TODAY: 2}, days, figures().window))
    assert [each.name for each in found.chart.series] == ["Pain", "Sleep"]


def test_sitting_of_today_and_the_share_of_short_stretches():
    found = panel(PanelKey.SITTING)
    assert (found.number, found.unit) == ("36", "min longest, today")
    assert found.sentence == "Up to 30 min: 100% of the stretches; the week before it was 50%."
    assert found.chart.tell(0) == "Week of Aug 31, 2026: nothing counted."
    assert found.chart.tell(11) == (
        "Week of Nov 16, 2026: longest sit on average 36 min; up to 30 min: 100%."
    )


@each_case(
    ("day", "unit"),
    [(MONDAY, "min longest, this week"), (MONDAY - WEEK, "min longest, Week of Nov 9, 2026")],
)
def test_sitting_where_nothing_is_known_of_today(day, unit):
    desk = desk_time([SittingDay(day, sat(41))], figures().window)
    found = panel(PanelKey.SITTING, desk=desk)
    assert (found.number, found.unit) == ("41", unit)
    assert found.sentence == "Up to 30 min: 50% of the stretches."


def test_the_first_minute_at_the_desk_is_no_figure_yet():
    day = SittingFigures(sitting=40, days=1)
    found = panel(PanelKey.SITTING, desk=desk_time([SittingDay(TODAY, day)], figures().window))
    assert found.chart is None
    assert found.sentence == (
        "While the sitting breaks are on, your days at the desk are counted here."
    )


def test_a_minute_today_after_days_with_figures():
    day = SittingFigures(sitting=40, days=1)
    days = [SittingDay(MONDAY - WEEK, sat(41)), SittingDay(TODAY, day)]
    found = panel(PanelKey.SITTING, desk=desk_time(days, figures().window))
    assert (found.number, found.unit) == ("0", "min longest, today")
    assert found.sentence == "Up to 30 min: 50% of the stretches."


def test_a_share_that_is_the_one_of_the_week_before_is_not_said_twice():
    desk = desk_time(
        [SittingDay(day, sat(41)) for day in (MONDAY - WEEK, MONDAY)], figures().window
    )
    found = panel(PanelKey.SITTING, desk=desk)
    assert found.sentence == "Up to 30 min: 50% of the stretches, as in the week before."


def test_breaks_that_were_kept():
    found = panel(PanelKey.BREAKS)
    assert (found.number, found.unit) == ("2", "of 3")
    assert found.sentence == "2 of 3 breaks that were due."
    assert [each.values[-1] for each in found.chart.series] == [2, 1]


def test_a_week_in_which_no_break_was_due():
    days = [
        SittingDay(MONDAY - WEEK, sat(50)),
        SittingDay(TODAY, SittingFigures(sitting=60, days=1)),
    ]
    found = panel(PanelKey.BREAKS, desk=desk_time(days, figures().window))
    assert (found.number, found.unit, found.sentence) == ("–", "", "No break was due.")


def test_the_plan_and_what_was_done_of_it():
    found = panel(PanelKey.ADHERENCE)
    assert (found.number, found.unit) == ("4", "of 5")
    assert found.sentence == "4 of 5 planned sessions done, 1 of them on another day."
    assert found.chart.tell(1) == ("Week of Nov 16, 2026: 1 on time, 0 moved, 0 not done, 1 extra.")


def test_nothing_of_the_plan_was_moved():
    found = panel(PanelKey.ADHERENCE, adherence=adherence(kept(MONDAY, on_time=1, missed=2)))
    assert found.sentence == "1 of 3 planned sessions done."


def test_sides_that_were_even_before_are_told_once():
    even = balance_changes(sides(24, 24), [(8, sides(23.5, 24))])
    assert panel(PanelKey.BALANCE, balance=even).sentence.endswith("about the same.")


def test_without_a_plan_everything_is_besides():
    found = panel(PanelKey.ADHERENCE, adherence=adherence(kept(MONDAY, extra=2)))
    assert (found.number, found.unit) == ("2", "besides the plan")
    assert found.sentence == "Nothing was planned; you trained 2 times."
