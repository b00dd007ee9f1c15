"""What holds the breaks back: since when, and what ends it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.hours import WeekHours
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import Held, StateWhy
from coreapp.services.break_holds import (
    HoldLine,
    apart_from_headline,
    hold_lines,
    next_opening,
    opening_sentence,
)
from tests.each_case import each_case
from tests.unit.services.test_break_words import plain, view

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
"""A Monday, 12:00 in Berlin."""


def lines(*held: Held, settings: BreakSettings | None = None) -> list[tuple[str, str]]:
    found = hold_lines(view(holds=held), settings or BreakSettings(), NOON, BERLIN)
    return [(plain(each.title), plain(each.ends)) for each in found]


def since(reason: HoldReason, minutes: float = 116, until: float | None = None) -> Held:
    end = None if until is None else NOON + timedelta(minutes=until)
    return Held(reason, NOON - timedelta(minutes=minutes), end)


def test_a_hold_says_since_when_and_what_ends_it():
    assert lines(since(HoldReason.CAMERA)) == [
        ("Camera in use since 10:04 AM", "Ends when no program uses the camera any more.")
    ]


def test_switched_off_nothing_is_held():
    assert hold_lines(None, BreakSettings(), NOON, BERLIN) == []


def test_all_holds_are_told_in_the_order_they_came():
    found = hold_lines(
        view(holds=(since(HoldReason.MANUAL, 30), since(HoldReason.CALL, 5))),
        BreakSettings(),
        NOON,
        BERLIN,
    )

    assert [each.reason for each in found] == [HoldReason.MANUAL, HoldReason.CALL]


@each_case("reason", HoldReason)
def test_every_hold_has_words_and_an_end_of_its_own(reason):
    ((title, ends),) = lines(since(reason))

    assert "10:04 AM" in title
    assert ends.startswith(("Ends", "Your working hours"))
    for other in HoldReason:
        if other is not reason:
            assert lines(since(other))[0][0] != title
            assert lines(since(other))[0][1] != ends


@each_case(
    ("reason", "ends"),
    [
        (HoldReason.MANUAL, "Ends at 12:30 PM, or when you resume."),
        (
            HoldReason.UNKNOWN,
            "Ends with the next answer, or at 12:30 PM: then breaks go by the clock.",
        ),
    ],
)
def test_an_end_that_is_known_is_told(reason, ends):
    assert lines(since(reason, until=30))[0][1] == ends


def test_a_call_that_somebody_told_of_ends_when_they_say_so():
    held = view(holds=(since(HoldReason.CALL), since(HoldReason.CAMERA)))
    call, camera = hold_lines(held, BreakSettings(), NOON, BERLIN, said_call=True)

    assert call.ends == "Ends when you resume."
    assert camera.ends == "Ends when no program uses the camera any more."


def test_what_began_yesterday_or_ends_tomorrow_has_its_day():
    ((title, ends),) = lines(since(HoldReason.MANUAL, minutes=20 * 60, until=13 * 60))

    assert title == "Paused by you since Sun, 4:00 PM"
    assert ends == "Ends at Tue, 1:00 AM, or when you resume."


def test_quiet_ends_with_its_range():
    quiet = replace(BreakSettings(), quiet=WeekHours.parse("quiet", {"mon": ["11:00-13:15"]}))

    assert lines(since(HoldReason.QUIET), settings=quiet)[0][1] == "Ends at 1:15 PM."


def hours(**days: list[str]) -> BreakSettings:
    return replace(BreakSettings(), working_hours=WeekHours.parse("working_hours", days))


@each_case(
    ("settings", "sentence"),
    [
        (hours(mon=["08:00-10:00", "14:00-18:00"]), "again at 2:00 PM."),
        (hours(tue=["08:30-10:00"]), "again tomorrow at 8:30 AM."),
        (hours(fri=["08:30-10:00"]), "again on Friday at 8:30 AM."),
        (hours(mon=["08:00-09:00"]), "again on Monday at 8:00 AM."),
    ],
)
def test_the_next_working_hours_are_told_with_their_day(settings, sentence):
    opens = next_opening(settings, NOON, BERLIN)

    assert plain(opening_sentence(opens, NOON, BERLIN)).endswith(sentence)
    assert lines(since(HoldReason.OFF_HOURS), settings=settings)[0][1].endswith(sentence)


def test_days_off_are_passed_over():
    settings = replace(hours(tue=["08:00-10:00"], wed=["09:00-10:00"]))
    settings = replace(settings, days_off=frozenset({date(2026, 3, 3)}))

    assert next_opening(settings, NOON, BERLIN) == datetime(2026, 3, 4, 8, tzinfo=UTC)


def test_without_working_hours_nothing_is_promised():
    assert next_opening(hours(), NOON, BERLIN) is None
    assert opening_sentence(None, NOON, BERLIN) == ""
    said = lines(since(HoldReason.OFF_HOURS), settings=hours())[0][1]
    assert said == "Ends when your working hours begin."


def test_what_the_headline_says_is_not_said_again_but_what_ends_it():
    off = HoldLine(HoldReason.OFF_HOURS, "Outside working hours since 17:00", "It ends at 9:00.")
    call = HoldLine(HoldReason.CALL, "In a call since 17:10", "It ends with the call.")

    outside = view(why=StateWhy.OFF_HOURS)
    assert apart_from_headline(outside, [off, call]) == ([call], "It ends at 9:00.")
    held = view(why=StateWhy.HELD, holds=(since(HoldReason.CALL),))
    assert apart_from_headline(held, [off, call]) == ([off, call], "")
    assert apart_from_headline(None, []) == ([], "")


def test_a_pause_by_hand_stands_in_the_headline_alone():
    for holds, left, end in (
        ((since(HoldReason.MANUAL),), [], "Ends when you resume."),
        ((since(HoldReason.MANUAL, until=30),), [], "You can resume at any time."),
        (
            (since(HoldReason.CAMERA), since(HoldReason.MANUAL, 20, until=30)),
            [HoldReason.CAMERA],
            "You can resume at any time.",
        ),
    ):
        held = view(why=StateWhy.HELD, holds=holds)
        lines_of = hold_lines(held, BreakSettings(), NOON, BERLIN)
        others, ends = apart_from_headline(held, lines_of)
        assert ([each.reason for each in others], ends) == (left, end)


def test_a_break_that_is_due_leaves_a_pause_in_the_list():
    due = view(why=StateWhy.OWED, holds=(since(HoldReason.MANUAL, until=30),))
    lines_of = hold_lines(due, BreakSettings(), NOON, BERLIN)

    assert apart_from_headline(due, lines_of) == (lines_of, "")
