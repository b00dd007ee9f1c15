"""Trying out rules: which day, what comes of it, and how it is told."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.day_preview import Habit, Piece, preview
from coreapp.domain.sitting.facts import Fact, FactKind, HoldReason, Outcome, Why
from coreapp.domain.sitting.moments import MINUTE
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.services.break_day import EventLook
from coreapp.services.day_preview import DayPreview, PreviewOf, Trial
from coreapp.services.preview_words import preview_lines, preview_sentence
from coreapp.services.sitting_history import SittingHistory
from tests.each_case import each_case
from tests.fakes.clock import MORNING
from tests.fakes.sitting import Desk
from tests.unit.services.test_break_words import plain
from tests.unit.services.test_sitting_history import store

BERLIN = ZoneInfo("Europe/Berlin")
RULES = BreakSettings()


def previewing(desk: Desk) -> DayPreview:
    history = SittingHistory(desk.breaks, desk.database, desk.preferences, desk.clock)
    return DayPreview(history, desk.clock)


def test_a_typical_day_is_today_with_its_working_hours():
    found = previewing(Desk()).run(Trial(PreviewOf.TYPICAL, RULES, gets_up=True))

    assert found is not None
    assert (found.day, found.zone) == (date(2026, 3, 2), "Europe/Berlin")
    assert found.spans[0].start == MORNING - timedelta(hours=1)
    assert [each.end for each in found.spans[:-1]] == [each.start for each in found.spans[1:]]


def test_without_working_hours_there_is_no_day():
    never = BreakSettings.from_mapping({"working_hours": {}})

    assert previewing(Desk()).run(Trial(PreviewOf.TYPICAL, never, gets_up=True)) is None


def test_the_last_recorded_day_is_found_and_done_again():
    desk = Desk()
    store(desk, (-72, -71, "sitting"), (-48, -47, "away"))
    trying = previewing(desk)
    assert trying.run(Trial(PreviewOf.RECORDED, RULES, gets_up=False)) is None
    assert trying.find_recorded() == date(2026, 2, 27)

    found = trying.run(Trial(PreviewOf.RECORDED, RULES, gets_up=False))
    assert found is not None
    assert found.day == date(2026, 2, 27)
    assert sum(each.kind is FactKind.PROMPT for each in found.answer.events) == 1


def test_where_nothing_is_recorded_there_is_no_such_day():
    trying = previewing(Desk())

    assert trying.find_recorded() is None


def lines(habit: Habit, rules: BreakSettings = RULES, *, gets_up: bool = True) -> list[str]:
    day = preview(habit, rules, "Europe/Berlin", gets_up=gets_up)
    return [
        plain(f"{each.at:%H:%M} {each.look} {each.text}") for each in preview_lines(day, BERLIN)
    ]


def test_what_would_happen_is_told_in_order():
    habit = Habit(
        MORNING,
        170 * MINUTE,
        away=(Piece(75 * MINUTE, 76 * MINUTE), Piece(100 * MINUTE, 130 * MINUTE)),
        holds=((HoldReason.CALL, Piece(40 * MINUTE, 70 * MINUTE)),),
    )

    assert lines(habit) == [
        "09:29 None The bar asks, after 30 min of sitting.",
        "09:40 held Held for a call.",
        "10:02 off A break is due and waits.",
        "10:10 None Nothing holds it any more: the bar asks, after 38 min of sitting.",
        "10:16 short Away for 1 min: 1 min of sitting are left.",
        "10:42 relief Away long enough: that counts as a break.",
        "11:39 None The bar asks, after 30 min of sitting.",
    ]


def test_who_sits_on_is_told_of_long_sitting_and_of_breaks_that_end_early():
    habit = Habit(MORNING, 180 * MINUTE, away=(Piece(150 * MINUTE, 151 * MINUTE),))
    told = lines(habit, gets_up=False)

    assert "11:00 off Sitting reaches 2 hr: the next break begins with a walk." in told
    assert "11:31 short The break ends early." in told


def test_what_comes_by_the_time_of_day_is_told_as_such():
    rules = replace(RULES, lunch_walk=12 * 60, fixed_times=(10 * 60 + 50,))
    told = "\n".join(lines(Habit(MORNING, 240 * MINUTE), rules))

    assert "12:00 None The bar asks for your walk at lunch." in told
    assert "10:50 None The bar asks, at the time you chose." in told


def test_a_bar_for_another_reason_is_told_plainly():
    day = preview(Habit(MORNING, MINUTE), RULES, "Europe/Berlin", gets_up=False)
    odd = Fact(FactKind.PROMPT, 0, MORNING, Why.SNOOZE_OVER)

    assert preview_lines(replace(day, events=(odd,)), BERLIN)[0].text == "The bar asks."


@each_case("kind", [FactKind.GROW, FactKind.RELEASED, FactKind.BREAK_START])
def test_what_says_nothing_of_its_own_is_left_out(kind):
    day = preview(Habit(MORNING, MINUTE), RULES, "Europe/Berlin", gets_up=False)
    fact = Fact(kind, 0, MORNING, Why.HANDS_REST)
    taken = Fact(FactKind.BREAK_END, 0, MORNING, Why.RESTED_ENOUGH, outcome=Outcome.TAKEN)

    assert preview_lines(replace(day, events=(fact, taken)), BERLIN) == []


def test_the_whole_day_is_told_in_a_line():
    habit = Habit(MORNING, 100 * MINUTE)
    day = preview(habit, RULES, "Europe/Berlin", gets_up=True)

    assert plain(preview_sentence(day)) == (
        "The bar would ask 3 times. There would be 3 breaks. "
        "The longest sit would be 29 min, and 1 hr 32 min would be spent sitting."
    )


def test_every_line_has_its_sign():
    habit = Habit(MORNING, 100 * MINUTE)
    day = preview(habit, RULES, "Europe/Berlin", gets_up=True)

    assert {each.look for each in preview_lines(day, BERLIN)} <= {None, *EventLook}
