"""Scripted days of what is answered to a bar, each named after the complaint it prevents."""

import pytest

from coreapp.domain.errors import NotNowError
from tests.each_case import each_case
from tests.unit.domain.sitting.days import TYPING, one, play, spans, told


def test_typing_on_in_a_break_chosen_in_a_call_owes_it():
    day = play(
        TYPING,
        ("00:10:00", "hold", "call"),
        ("00:40:00", "do", "stand"),
        ("00:50:00", "release", "call"),
        until="00:51:00",
    )
    assert told(day) == [
        ("00:10:00", "held"),
        ("00:30:00", "owed"),
        ("00:40:00", "break_start"),
        ("00:41:00", "break_end"),
        ("00:41:00", "owed"),
        ("00:50:00", "released"),
        ("00:50:00", "prompt"),
    ]


def test_a_chosen_break_waits_for_the_hands_to_rest():
    day = play(
        TYPING,
        ("00:29:40", "do", "stand"),
        ("00:30:10", "input", "idle"),
        ("00:31:10", "input", "active"),
        ("00:31:20", "input", "idle"),
        until="00:35:00",
    )
    assert told(day)[1:] == [("00:29:40", "break_start"), ("00:32:20", "break_end")]
    assert one(day, "break_end")["outcome"] == "taken"
    assert spans(day)[1:] == [("00:29:40", "00:32:20", "break"), ("00:32:20", "00:35:00", "away")]


def test_sixty_seconds_of_typing_turn_the_break_back_into_the_bar():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:10", "input", "idle"),
        ("00:31:10", "input", "active"),
        ("00:33:00", "input", "idle"),
        until="00:35:00",
    )
    assert told(day)[1:] == [
        ("00:30:00", "break_start"),
        ("00:32:00", "break_end"),
        ("00:32:00", "partial_credit"),
        ("00:33:00", "break_start"),
        ("00:33:02", "grow"),
        ("00:34:00", "break_end"),
    ]
    ends = [each["outcome"] for each in day["events"] if each["kind"] == "break_end"]
    assert ends == ["partial", "taken"]


def test_snoozes_have_a_budget():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 10}),
        ("00:41:00", {"do": "snooze", "minutes": 10}),
        until="00:50:00",
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:30:00", "snoozed"),
        ("00:40:00", "prompt"),
        ("00:41:00", "snoozed"),
        ("00:46:00", "prompt"),
    ]
    minutes = [each["minutes"] for each in day["events"] if each["kind"] == "snoozed"]
    assert minutes == [10, 5]


def test_no_snooze_is_left_when_the_budget_is_used_up():
    with pytest.raises(NotNowError, match="00:46:00"):
        play(
            TYPING,
            ("00:30:00", {"do": "snooze", "minutes": 15}),
            ("00:46:00", {"do": "snooze"}),
        )


def test_a_break_fills_the_snooze_budget_again():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 15}),
        ("00:45:00", "do", "already_stood"),
        ("01:15:00", {"do": "snooze"}),
        until="01:21:00",
    )
    assert day["events"][-2]["minutes"] == 5
    assert told(day)[-1] == ("01:20:00", "prompt")


@each_case("answer", ["snooze", "skip"])
def test_there_is_nothing_to_put_off_without_a_bar(answer: str):
    with pytest.raises(NotNowError, match="at 00:10:00"):
        play(TYPING, ("00:10:00", "do", answer))


def test_a_snooze_that_ends_in_a_call_waits_for_its_end():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 5}),
        ("00:33:00", "hold", "call"),
        ("00:40:00", "release", "call"),
        until="00:45:00",
    )
    assert told(day)[1:] == [
        ("00:30:00", "snoozed"),
        ("00:33:00", "held"),
        ("00:35:00", "owed"),
        ("00:40:00", "released"),
        ("00:40:00", "prompt"),
    ]


def test_a_walk_in_a_snooze_ends_it():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 5}),
        ("00:31:00", "input", "idle"),
        ("00:32:30", "input", "active"),
        until="00:45:00",
    )
    assert told(day, "prompt") == [("00:29:30", "prompt")]


@each_case(("at", "following"), [("00:29:45", "00:59:30"), ("00:59:45", "01:29:30")])
def test_skipping_resets_nothing_but_gives_an_interval(at: str, following: str):
    day = play(TYPING, (at, {"do": "skip", "reason": "deadline"}), until="01:35:00")
    assert told(day, "prompt") == [("00:29:30", "prompt"), (following, "prompt")]
    skipped = one(day, "skipped")
    assert (skipped["reason"], skipped["outcome"]) == ("deadline", "skipped")
    assert day["totals"]["due"] == 3
    assert day["totals"]["longest_sit_s"] == 95 * 60


def test_skipping_a_begun_break_credits_what_was_rested():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:00", "input", "idle"),
        ("00:31:00", {"do": "skip"}),
        ("00:31:00", "input", "active"),
        until="00:40:00",
    )
    assert told(day)[2:] == [
        ("00:31:00", "break_end"),
        ("00:31:00", "partial_credit"),
        ("00:31:00", "skipped"),
    ]
    assert one(day, "break_end")["outcome"] == "skipped"


def test_having_stood_already_is_believed():
    day = play(TYPING, ("00:30:00", "do", "already_stood"), until="01:05:00")
    assert told(day) == [("00:29:30", "prompt"), ("00:30:00", "break_end"), ("00:59:30", "prompt")]
    assert day["totals"]["taken"] == 1


def test_having_stood_already_with_resting_hands_waits_for_input():
    day = play(
        TYPING,
        ("00:29:50", "input", "idle"),
        ("00:30:00", "do", "already_stood"),
        ("00:40:00", "input", "active"),
        until="00:41:00",
    )
    assert spans(day)[1] == ("00:30:00", "00:40:00", "away")


def test_a_routine_serves_the_break_and_its_typing_is_not_sitting():
    day = play(TYPING, ("00:30:00", {"do": "routine", "minutes": 3}), until="01:05:00")
    assert told(day)[1:] == [
        ("00:30:00", "break_start"),
        ("00:33:00", "break_end"),
        ("01:02:30", "prompt"),
    ]
    assert spans(day)[1] == ("00:30:00", "00:33:00", "session")
    assert one(day, "break_end")["outcome"] == "taken"


def test_a_routine_that_is_too_short_is_credited_in_proportion():
    day = play(TYPING, ("00:30:00", {"do": "exercise", "minutes": 1}), until="00:40:00")
    assert one(day, "break_end")["outcome"] == "partial"
    assert one(day, "partial_credit")["sitting_s"] == 900


def test_an_early_break_is_welcome():
    day = play(TYPING, ("00:10:00", "do", "stand"), ("00:10:00", "input", "idle"), until="00:20:00")
    assert told(day) == [("00:10:00", "break_start"), ("00:12:00", "break_end")]


def test_a_pause_holds_and_ends_by_itself():
    day = play(
        TYPING,
        ("00:10:00", {"do": "pause", "for": "00:30:00"}),
        until="00:45:00",
    )
    assert told(day) == [
        ("00:10:00", "held"),
        ("00:30:00", "owed"),
        ("00:40:00", "released"),
        ("00:40:00", "prompt"),
    ]


@each_case("until", ["09:40", "00:40:00", "2026-11-23T09:40:00+01:00"])
def test_a_pause_until_a_time(until: str):
    day = play(TYPING, ("00:10:00", {"do": "pause", "until": until}), until="00:45:00")
    assert told(day, "released") == [("00:40:00", "released")]


def test_a_pause_without_end_lasts_until_it_is_ended():
    day = play(TYPING, ("00:10:00", "do", "pause"), ("02:00:00", "do", "resume"), until="02:01:00")
    assert told(day)[-3:] == [
        ("02:00:00", "escalate"),
        ("02:00:00", "released"),
        ("02:00:00", "prompt"),
    ]
    assert day["events"][-1]["long_sit"] is True


def test_a_break_without_sensed_input_runs_by_the_clock():
    day = play(("00:30:00", "do", "stand"), until="00:40:00")
    assert told(day)[1:] == [("00:30:00", "break_start"), ("00:32:00", "break_end")]
    assert spans(day)[-1] == ("00:32:00", "00:40:00", "sitting")


def test_a_skip_fills_the_snooze_budget_again():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 15}),
        ("00:45:00", "do", "skip"),
        ("01:00:00", {"do": "snooze", "minutes": 15}),
        until="01:20:00",
    )
    assert told(day)[-2:] == [("01:00:00", "snoozed"), ("01:15:00", "prompt")]


def test_standing_up_in_a_chosen_break_lets_it_run_on_while_typing():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:10", "posture", "standing"),
        until="00:35:00",
    )
    assert told(day)[1:] == [("00:30:00", "break_start"), ("00:32:10", "break_end")]
