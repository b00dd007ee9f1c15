"""Minutes, weeks in a row and the head of the page, in words."""

from dataclasses import replace
from datetime import date

from coreapp.domain.progress.movement import (
    Area,
    Movement,
    StepMinutes,
    heat_days,
    minutes_by_step,
)
from coreapp.domain.progress.recovery import pain_and_recovery
from coreapp.domain.progress.streak import streak
from coreapp.domain.progress.time_range import TimeRange
from coreapp.services.charts import PanelKey
from coreapp.services.progress.news_words import news, number_word
from tests.each_case import each_case
from tests.fakes.progress import (
    A_DAY,
    LONG_AGO,
    MONDAY,
    TODAY,
    WEEK,
    figures,
    panel,
    row,
)


def test_the_heat_map_adds_up_hours_and_days():
    found = panel(PanelKey.HEAT_MAP)
    assert (found.number, found.unit) == ("12 hr 45 min", "")
    assert found.more == ("30", "active days")
    assert found.sentence == "46 min on September 14, 2026 was the most."
    assert found.chart.tell(0) == "Mon, Aug 31: nothing in the log"
    assert found.chart.tell(found.chart.now) == "Wed, Nov 18: 15 min"
    assert [(each.at, each.text) for each in found.chart.column_labels] == [
        (0, "Aug"),
        (1, "Sep"),
        (5, "Oct"),
        (9, "Nov"),
    ]


def test_over_a_year_the_heat_map_names_each_month_once():
    labels = panel(PanelKey.HEAT_MAP, TimeRange.YEAR).chart.column_labels
    assert [each.text for each in labels][-3:] == ["Sep", "Oct", "Nov"]
    assert len(labels) == 12


def test_over_all_time_a_row_is_a_year():
    found = panel(PanelKey.HEAT_MAP, TimeRange.ALL)
    assert found.title == "Minutes moved, by week"
    assert [each.text for each in found.chart.row_labels] == ["2024", "2025", "2026"]
    assert found.sentence == "1 hr 18 min in the week of September 14, 2026 was the most."


def test_less_than_an_hour_is_told_in_minutes():
    window = figures().window
    heat = heat_days([Movement(frozenset(), TODAY, 25)], window)
    found = panel(PanelKey.HEAT_MAP, heat=heat)
    assert (found.number, found.unit, found.more) == ("25", "min", ("1", "active day"))


@each_case(("minutes", "number"), [(60, "1 hr"), (104, "1 hr 44 min")])
def test_hours_are_written_as_the_head_of_the_page_writes_them(minutes: int, number: str):
    heat = heat_days([Movement(frozenset(), TODAY, minutes)], figures().window)
    found = panel(PanelKey.HEAT_MAP, heat=heat)
    assert (found.number, found.unit) == (number, "")


def test_in_the_first_week_there_is_no_average_of_nothing():
    steps = [StepMinutes(each) for each in figures().window.starts]
    steps[-1] = StepMinutes(steps[-1].start, {Area.CORE: 12})
    found = panel(PanelKey.MINUTES, minutes=tuple(steps))
    assert found.sentence == "With another week there is something to compare."


def test_minutes_are_compared_with_those_before():
    found = panel(PanelKey.MINUTES)
    assert (found.number, found.unit, found.aside) == ("75", "min", "this week")
    assert found.sentence == "The last four weeks had 76 min each on average, as the four before."
    assert [each.name for each in found.chart.series] == ["Core", "Runs"]
    assert (
        found.chart.tell(11) == "Week of Nov 16, 2026: 1 hr 15 min (Core 45 min and Runs 30 min)."
    )
    assert found.chart.tell(0) == "Week of Aug 31, 2026: nothing in the log."


def test_minutes_have_what_is_planned_beside_them():
    assert panel(PanelKey.MINUTES).chart.level.text == "planned 54"
    assert panel(PanelKey.MINUTES, planned=0).chart.level is None
    assert panel(PanelKey.MINUTES, TimeRange.ALL).chart.level is None


@each_case(
    ("then", "now", "sentence"),
    [
        (10, 20, "The last four weeks had 20 min each on average, up from 10."),
        (20, 10, "The last four weeks had 10 min each on average; before it was 20."),
        (0, 10, "On average 10 min a week, over the last four."),
    ],
)
def test_more_or_less_than_before(then, now, sentence):
    window = figures().window
    done = [
        Movement(frozenset(), MONDAY - back * WEEK, now if back <= 4 else then)
        for back in range(1, 9)
        if back <= 4 or then
    ]
    assert panel(PanelKey.MINUTES, minutes=minutes_by_step(done, window)).sentence == sentence


@each_case(
    ("then", "now", "words"),
    [(10, 20, "up from"), (20, 10, "before it was"), (0, 10, "a month"), (7, 7, "as the four")],
)
def test_over_all_time_months_are_compared(then, now, words):
    window = figures(TimeRange.ALL).window
    months = window.starts[-9:-1]
    done = [
        Movement(frozenset(), day, now if at >= 4 else then)
        for at, day in enumerate(months)
        if at >= 4 or then
    ]
    found = panel(PanelKey.MINUTES, TimeRange.ALL, minutes=minutes_by_step(done, window))
    assert found.title == "Minutes a month"
    assert words in found.sentence
    assert "month" in found.sentence
    assert found.chart.labels[0] == "2024"


@each_case(
    ("found", "number", "unit", "sentence"),
    [
        (row(3, 3, 3, 3), "4", "weeks", "This week counts already."),
        (row(3, 3, 3, 2), "3", "weeks", "1 more day this week, and the streak goes on."),
        (row(3, 3, 3, 3, 0), "4", "weeks", "3 more days this week, and the streak goes on."),
        (
            row(3, 3, 3, 3, 0, excused={MONDAY + each * A_DAY for each in range(7)}),
            "4",
            "weeks",
            "This week is free, and the streak goes on after it.",
        ),
        (
            row(3, 3, 3, 3, 0, 0),
            "4",
            "weeks, until November",
            "3 more days this week begin a new streak.",
        ),
        (
            row(3, 3, 3, 3, 0, 1, today=MONDAY + 6 * A_DAY),
            "4",
            "weeks, until November",
            "On Monday a new week begins, and a new streak with it.",
        ),
        (row(1), "1", "week", "This week counts already."),
        (
            streak({date(2025, 3, 3)}, set(), TODAY, LONG_AGO),
            "1",
            "weeks, until March 2025",
            "1 more day this week begins a new streak.",
        ),
    ],
)
def test_weeks_in_a_row_never_read_zero(found, number, unit, sentence):
    shown = panel(PanelKey.STREAK, streak=found)
    assert (shown.number, shown.unit, shown.sentence) == (number, unit, sentence)


def test_a_present_week_that_is_free_has_no_bar():
    free = {MONDAY + each * A_DAY for each in range(7)}
    assert panel(PanelKey.STREAK, streak=row(3, 3, 3, 3, 0, excused=free)).chart.level is None
    shown = panel(PanelKey.STREAK, streak=row(3, 3, 3, 0, 3))
    assert shown.chart.level.text == "3 needed"
    assert shown.chart.tell(3).endswith("0 active days, 3 needed, does not count")


def test_the_head_says_what_is_new():
    assert news(figures()) == "Ten weeks in a row, and your sides are evening out"
    improving = pain_and_recovery(
        {TODAY - each * A_DAY: 3 if each < 7 else 5 for each in range(14)}, [], figures().window
    )
    plain = figures(balance=())
    assert news(replace(plain, recovery=improving)).endswith("pain is less than a week ago")
    assert news(plain) == "Ten weeks in a row, with a new best this week"
    assert news(replace(plain, exercises=())) == "Ten weeks in a row"


def test_without_a_row_the_head_tells_minutes():
    assert news(figures(streak=row(1))) == "You moved for 12 hr 45 min, on 30 days"


def test_numbers_that_begin_a_sentence():
    assert [number_word(each) for each in (2, 12, 13, 104)] == ["Two", "Twelve", "13", "104"]
