"""A day under other rules: what is made up, what was recorded, and what the engine makes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.day_preview import (
    Habit,
    Piece,
    preview,
    recorded_habit,
    typical_habit,
    working_day,
)
from coreapp.domain.sitting.facts import FactKind, HoldReason, SpanKind, Why
from coreapp.domain.sitting.hours import WEEKDAYS, WeekHours
from coreapp.domain.sitting.moments import MINUTE
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting_figures import SittingRule, figures_between
from coreapp.domain.span_correction import CORRECTED
from coreapp.domain.training_log import BreakSpan
from tests.each_case import each_case
from tests.unit.domain.test_sitting_figures import NINE, as_records, spans

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)
RULES = BreakSettings()


def hours(**days: list[str]) -> BreakSettings:
    return replace(RULES, working_hours=WeekHours.parse("working_hours", days))


def typical(settings: BreakSettings, day: date = MONDAY) -> Habit:
    habit = typical_habit(settings, day, BERLIN)
    assert habit is not None
    return habit


def test_the_next_working_day_is_found():
    saturday = date(2026, 3, 7)

    assert working_day(RULES, MONDAY) == MONDAY
    assert working_day(RULES, saturday) == date(2026, 3, 9)
    off = replace(RULES, days_off=frozenset({MONDAY, date(2026, 3, 3)}))
    assert working_day(off, MONDAY) == date(2026, 3, 4)
    assert working_day(hours(), MONDAY) is None


def test_a_typical_day_lies_in_its_working_hours():
    habit = typical(RULES)

    assert habit.start == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert habit.length == 600 * MINUTE
    assert [reason for reason, _piece in habit.holds] == [HoldReason.CALL, HoldReason.CAMERA]
    assert all(0 <= each.start < each.end <= habit.length for each in habit.away)


def test_a_day_without_hours_is_none():
    assert typical_habit(RULES, date(2026, 3, 8), BERLIN) is None


def test_a_free_noon_is_an_absence():
    habit = typical(hours(mon=["08:00-12:00", "13:00-17:00"]))

    assert Piece(240 * MINUTE, 300 * MINUTE) in habit.away


def test_a_night_is_a_day_too_and_has_its_length_when_the_clocks_change():
    night = typical(hours(sat=["22:00-06:00"]), date(2026, 3, 28))

    assert night.length == 7 * 60 * MINUTE


@each_case("minutes", [1, 10, 45])
def test_a_very_short_day_is_a_day_as_well(minutes):
    habit = typical(hours(mon=[f"09:00-09:{minutes:02}"]))
    day = preview(habit, RULES, "Europe/Berlin", gets_up=True)

    assert day.spans[-1].end == minutes * MINUTE


def prompts(settings: BreakSettings, *, gets_up: bool) -> list[Why]:
    day = preview(typical(settings), settings, "Europe/Berlin", gets_up=gets_up)
    return [each.why for each in day.events if each.kind is FactKind.PROMPT]


def test_who_gets_up_is_asked_again_after_each_break():
    asked = prompts(RULES, gets_up=True)

    assert len(asked) > 12
    assert asked.count(Why.HOLD_OVER) == 2
    assert len(prompts(RULES, gets_up=False)) < len(asked)


def test_every_bar_is_answered_by_a_break():
    day = preview(typical(RULES), RULES, "Europe/Berlin", gets_up=True)

    asked = sum(each.kind is FactKind.PROMPT for each in day.events)
    assert day.totals.taken == asked
    assert day.totals.longest_sit_s < 3600


def test_a_walk_at_lunch_takes_longer():
    settings = replace(RULES, lunch_walk=14 * 60)
    day = preview(typical(settings), settings, "Europe/Berlin", gets_up=True)

    two = 6 * 60 * MINUTE
    after = next(
        each for each in day.spans if each.start > two + MINUTE and each.kind is SpanKind.SITTING
    )
    assert two + 15 * MINUTE <= after.start <= two + 16 * MINUTE


def test_other_rules_make_another_day():
    assert len(prompts(replace(RULES, interval_min=20), gets_up=True)) > len(
        prompts(replace(RULES, interval_min=60), gets_up=True)
    )


def midnight(days: int = 0) -> datetime:
    return datetime(2026, 3, 1, 23, tzinfo=UTC) + timedelta(days=days)


def recorded(*parts: tuple[str, float]) -> Habit | None:
    return recorded_habit(spans(*parts), midnight(), midnight(1))


def test_a_day_on_which_nobody_sat_is_no_day():
    assert recorded() is None
    assert recorded(("away", 30), ("off", 600)) is None


def test_what_was_recorded_is_done_again():
    habit = recorded(
        ("off", 30), ("sitting", 40), ("away", 5), ("held", 20), ("asleep", 60), ("sitting", 10)
    )

    assert habit is not None
    assert habit.start == NINE + timedelta(minutes=30)
    assert habit.length == 135 * MINUTE
    assert habit.away == (Piece(40 * MINUTE, 45 * MINUTE), Piece(65 * MINUTE, 125 * MINUTE))
    assert habit.asleep == (Piece(65 * MINUTE, 125 * MINUTE),)


def test_time_that_was_put_right_by_hand_is_done_again_and_holds_nothing():
    right = [replace(each, reason=CORRECTED) for each in spans(("sitting", 30), ("standing", 5))]
    habit = recorded_habit(right, midnight(), midnight(1))

    assert habit is not None
    assert (habit.length, habit.holds) == (30 * MINUTE, ())


def test_holds_come_again_joined_where_they_went_on():
    start = NINE
    made = []
    reasons = ((10, "call"), (10, "call,quiet,moon"), (5, ""), (10, "call,video"))
    for minutes, reason in reasons:  # "moon" may be of a later version
        end = start + timedelta(minutes=minutes)
        made.append(BreakSpan("", start, end, "UTC", "held" if reason else "sitting", reason))
        start = end
    habit = recorded_habit(made, midnight(), midnight(1))

    assert habit is not None
    assert sorted(
        (reason.value, each.start // MINUTE, each.end // MINUTE) for reason, each in habit.holds
    ) == [
        ("call", 0, 20),
        ("call", 25, 35),
        ("video", 25, 35),
    ]


def test_a_hold_that_began_in_sleep_begins_with_waking_up():
    habit = Habit(
        NINE,
        120 * MINUTE,
        away=(Piece(30 * MINUTE, 60 * MINUTE),),
        asleep=(Piece(30 * MINUTE, 60 * MINUTE),),
        holds=((HoldReason.CALL, Piece(45 * MINUTE, 100 * MINUTE)),),
    )
    day = preview(habit, RULES, "UTC", gets_up=True)

    held = next(each for each in day.events if each.kind is FactKind.HELD)
    assert held.moment == 60 * MINUTE


ALWAYS = replace(
    RULES,
    working_hours=WeekHours.parse(
        "working_hours",
        {day: ["00:00-24:00"] for day in WEEKDAYS},
    ),
)
KINDS = st.sampled_from(["sitting", "away", "asleep", "off", "break", "session", "standing"])


@given(
    st.lists(st.tuples(KINDS, st.integers(1, 90)), min_size=1, max_size=20),
    st.sampled_from([20, 30, 60]),
    st.booleans(),
)
def test_any_recorded_day_tiles_and_never_asks_while_away(parts, interval, gets_up):
    habit = recorded_habit(spans(*parts), midnight(), midnight(2))
    if habit is None:
        return
    rules = replace(ALWAYS, interval_min=interval)
    day = preview(habit, rules, "Europe/Berlin", gets_up=gets_up)

    assert day.spans[0].start == 0
    assert day.spans[-1].end == habit.length
    assert all(a.end == b.start for a, b in pairwise(day.spans))
    for each in day.events:
        if each.kind is FactKind.PROMPT:
            assert not any(away.start < each.moment < away.end for away in habit.away)


def test_a_recorded_day_under_its_own_rules_comes_to_the_same_figures():
    parts = [("sitting", 25.0), ("away", 4.0)] * 6 + [("sitting", 12.0)]
    habit = recorded(*parts)
    assert habit is not None
    day = preview(habit, ALWAYS, "Europe/Berlin", gets_up=False)
    records = as_records(day)
    rule = SittingRule(1800, 120)

    again = figures_between(records, records[0].start, records[-1].end, rule)
    before = figures_between(spans(*parts), midnight(), midnight(1), rule)
    assert (again.sitting, again.natural, again.due) == (before.sitting, before.natural, 0)
