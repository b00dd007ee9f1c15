"""Scripted days, each named after the complaint it prevents."""

import pytest

from coreapp.domain.errors import NotNowError
from tests.unit.domain.sitting.days import one, play, spans, told

TYPING = ("00:00:00", "input", "active")
PROMPTS = ("prompt", "grow")


def test_the_day_of_the_design():
    day = play(
        TYPING,
        ("00:30:40", "input", "idle"),
        ("00:34:00", "input", "active"),
        ("01:10:00", "hold", "call"),
        ("01:40:00", "release", "call"),
        ("01:41:00", {"do": "snooze", "minutes": 5}),
        ("02:00:00", "lock", True),
        ("02:00:05", "lock", False),
        ("02:30:00", "sleep_for", "01:00:00"),
        ("03:45:00", "clock_jump", "+02:00:00"),
        ("03:50:00", "zone", "Europe/Lisbon"),
        ("03:55:00", "posture", "standing"),
        ("04:00:00", "restart", True),
        settings={
            "interval_min": 30,
            "break_min": 2,
            "working_hours": {"mon": ["09:00-17:00"]},
        },
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:30:40", "break_start"),
        ("00:30:42", "grow"),
        ("00:32:40", "break_end"),
        ("01:03:30", "prompt"),
        ("01:10:00", "held"),
        ("01:10:00", "owed"),
        ("01:40:00", "released"),
        ("01:40:00", "prompt"),
        ("01:41:00", "snoozed"),
        ("01:46:00", "prompt"),
        ("02:30:00", "break_start"),
        ("02:30:20", "grow"),
        ("02:32:00", "break_end"),
        ("03:57:00", "natural_break"),
        ("04:54:30", "prompt"),
    ]
    assert spans(day) == [
        ("00:00:00", "00:30:40", "sitting"),
        ("00:30:40", "00:32:40", "break"),
        ("00:32:40", "00:34:00", "away"),
        ("00:34:00", "01:10:00", "sitting"),
        ("01:10:00", "01:40:00", "held:call"),
        ("01:40:00", "02:30:00", "sitting"),
        ("02:30:00", "03:30:00", "asleep"),
        ("03:30:00", "03:55:00", "sitting"),
        ("03:55:00", "07:00:00", "standing"),
        ("07:00:00", "08:00:00", "off"),
    ]
    assert day["totals"] == {
        "due": 4,
        "taken": 2,
        "natural": 1,
        "partial": 0,
        "snoozed": 1,
        "skipped": 0,
        "longest_sit_s": 6960,
        "sitting_s": 10300,
        "standing_s": 11100,
        "away_s": 80,
        "break_s": 120,
    }


def test_no_reminder_in_a_call_and_none_lost_by_it():
    day = play(
        TYPING,
        ("00:20:00", "hold", "call"),
        ("01:35:00", "release", "call"),
        until="01:40:00",
    )
    assert told(day) == [
        ("00:20:00", "held"),
        ("00:30:00", "owed"),
        ("01:35:00", "released"),
        ("01:35:00", "prompt"),
    ]
    assert one(day, "prompt")["why"] == "hold_over"
    assert one(day, "owed")["why"] == "due_while_held"
    assert day["totals"]["due"] == 3


def test_no_interruption_in_mid_sentence():
    day = play(TYPING, ("00:47:11.5", "input", "idle"), until="00:47:20")
    assert told(day) == [("00:29:30", "prompt"), ("00:47:13.5", "grow")]


def test_covering_while_typing_is_a_setting():
    day = play(TYPING, settings={"cover_while_typing": True, "lead_s": 10}, until="01:00:00")
    assert told(day) == [("00:29:50", "prompt"), ("00:30:20", "grow")]
    assert one(day, "grow")["why"] == "cover_while_typing"


@pytest.mark.parametrize("at", ["00:10:00", "00:29:20", "00:29:58", "00:40:00"])
def test_a_five_second_lock_resets_nothing(at: str):
    later = at[:-2] + f"{int(at[-2:]) + 5:02}" if at[-2:] != "58" else "00:30:03"
    day = play(TYPING, (at, "lock", True), (later, "lock", False), until="01:05:00")
    opened = "00:29:30"
    assert told(day) == [(opened, "prompt")]
    assert spans(day) == [("00:00:00", "01:05:00", "sitting")]
    assert day["totals"]["due"] == 2


def test_no_bar_opens_over_a_lock_screen():
    day = play(TYPING, ("00:29:25", "lock", True), ("00:29:35", "lock", False), until="00:40:00")
    assert told(day) == [("00:29:35", "prompt")]


def test_a_break_due_in_a_short_lock_is_owed():
    day = play(
        TYPING,
        ("00:29:25", "lock", True),
        ("00:30:10", "lock", False),
        settings={"lock_min_s": 60, "away_after_s": 60},
        until="00:40:00",
    )
    assert told(day) == [("00:30:00", "owed"), ("00:30:10", "prompt")]


def test_no_break_right_after_coming_back():
    day = play(
        TYPING, ("00:28:00", "input", "idle"), ("00:40:00", "input", "active"), until="01:15:00"
    )
    assert told(day) == [("00:30:00", "natural_break"), ("01:09:30", "prompt")]
    assert one(day, "natural_break")["absence_s"] == 120
    assert spans(day)[1] == ("00:28:00", "00:40:00", "away")


def test_no_break_right_after_suspend():
    day = play(TYPING, ("00:20:00", "sleep_for", "09:00:00"), until="10:00:00")
    assert told(day) == [("00:22:00", "natural_break"), ("09:49:30", "prompt")]
    assert spans(day)[1] == ("00:20:00", "09:20:00", "asleep")


def test_a_short_suspend_is_sitting():
    day = play(TYPING, ("00:20:00", "sleep_for", "00:00:19"), until="00:35:00")
    assert told(day) == [("00:29:30", "prompt")]
    assert spans(day) == [("00:00:00", "00:35:00", "sitting")]


def test_the_lid_closed_on_a_locked_screen_is_one_absence():
    day = play(
        TYPING,
        ("00:20:00", "lock", True),
        ("00:20:10", "sleep_for", "00:30:00"),
        ("00:50:15", "lock", False),
        until="00:55:00",
    )
    assert told(day) == [("00:22:00", "natural_break")]
    assert spans(day) == [
        ("00:00:00", "00:20:00", "sitting"),
        ("00:20:00", "00:20:10", "away"),
        ("00:20:10", "00:50:10", "asleep"),
        ("00:50:10", "00:50:15", "away"),
        ("00:50:15", "00:55:00", "sitting"),
    ]


def test_listening_in_a_call_is_not_absence():
    day = play(
        TYPING,
        ("00:05:00", "hold", "video"),
        ("00:06:00", "input", "idle"),
        ("00:40:00", "release", "video"),
        until="00:41:30",
    )
    assert told(day) == [
        ("00:05:00", "held"),
        ("00:30:00", "owed"),
        ("00:40:00", "released"),
        ("00:40:00", "prompt"),
        ("00:40:00", "break_start"),
        ("00:40:02", "grow"),
    ]
    assert spans(day)[1] == ("00:05:00", "00:40:00", "held:video")


def test_do_not_disturb_does_not_make_anybody_present():
    day = play(
        TYPING,
        ("00:05:00", "hold", "do_not_disturb"),
        ("00:06:00", "input", "idle"),
        until="00:40:00",
    )
    assert told(day) == [("00:05:00", "held"), ("00:08:00", "natural_break")]
    assert spans(day)[-1] == ("00:06:00", "00:40:00", "away")


def test_locking_in_a_call_is_leaving_it():
    day = play(
        TYPING,
        ("00:05:00", "hold", "call"),
        ("00:06:00", "input", "idle"),
        ("00:15:00", "lock", True),
        ("00:19:00", "lock", False),
        until="00:25:00",
    )
    assert told(day) == [("00:05:00", "held"), ("00:17:00", "natural_break")]
    assert spans(day)[1:] == [
        ("00:05:00", "00:15:00", "held:call"),
        ("00:15:00", "00:19:00", "away"),
        ("00:19:00", "00:25:00", "held:call"),
    ]


def test_answering_a_call_away_from_the_keys_is_being_back():
    day = play(
        TYPING,
        ("00:10:00", "input", "idle"),
        ("00:11:30", "hold", "call"),
        until="00:20:00",
    )
    assert told(day) == [("00:11:30", "held"), ("00:11:30", "partial_credit")]
    assert one(day, "partial_credit")["absence_s"] == 90
    assert one(day, "partial_credit")["sitting_s"] == 150


def test_twenty_minutes_with_one_away_leave_ten():
    day = play(
        TYPING, ("00:20:00", "input", "idle"), ("00:21:00", "input", "active"), until="00:50:00"
    )
    assert told(day) == [("00:21:00", "partial_credit"), ("00:40:30", "prompt")]
    credit = one(day, "partial_credit")
    assert (credit["sitting_before_s"], credit["sitting_s"], credit["absence_s"]) == (1200, 600, 60)
    assert day["totals"]["partial"] == 1


def test_fifty_nine_seconds_of_thinking_are_sitting():
    day = play(
        TYPING, ("00:20:00", "input", "idle"), ("00:20:59", "input", "active"), until="00:40:00"
    )
    assert told(day) == [("00:29:30", "prompt")]
    assert spans(day) == [("00:00:00", "00:40:00", "sitting")]


def test_a_walk_from_the_bar_is_a_break_taken():
    day = play(
        TYPING, ("00:29:40", "input", "idle"), ("00:33:00", "input", "active"), until="01:05:00"
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:29:40", "break_start"),
        ("00:30:00", "grow"),
        ("00:31:40", "break_end"),
        ("01:02:30", "prompt"),
    ]
    assert one(day, "break_end")["outcome"] == "taken"
    assert day["totals"]["natural"] == 0


def test_a_break_is_over_by_its_length_however_long_absence_takes_to_count():
    day = play(
        TYPING,
        ("00:31:00", "input", "idle"),
        settings={"away_after_s": 300, "break_min": 1},
        until="00:40:00",
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:31:00", "break_start"),
        ("00:31:02", "grow"),
        ("00:32:00", "break_end"),
    ]
    assert spans(day)[1:] == [("00:31:00", "00:32:00", "break"), ("00:32:00", "00:40:00", "away")]


def test_the_break_of_somebody_gone_before_the_limit_grows_at_the_limit():
    day = play(TYPING, ("00:28:50", "input", "idle"), until="00:35:00")
    assert told(day) == [
        ("00:28:50", "break_start"),
        ("00:29:30", "prompt"),
        ("00:30:00", "grow"),
        ("00:30:50", "break_end"),
    ]


def test_a_bar_that_opens_while_standing_is_served_by_standing():
    day = play(
        TYPING,
        ("00:10:00", "posture", "standing"),
        settings={"fixed_times": ["09:11"]},
        until="00:20:00",
    )
    assert told(day) == [("00:11:00", "prompt"), ("00:12:00", "break_end")]
    assert one(day, "break_end")["outcome"] == "taken"


def test_skipping_the_standing_prompt_gives_another_stretch_of_standing():
    day = play(
        TYPING,
        ("00:01:00", "posture", "standing"),
        ("00:31:00", "do", "skip"),
        settings={"standing_min": 30},
        until="01:05:00",
    )
    assert told(day, "prompt") == [("00:30:30", "prompt"), ("01:00:30", "prompt")]


def test_a_break_begun_before_work_is_over_may_end_after_it():
    day = play(
        TYPING,
        ("00:38:30", "input", "idle"),
        settings={"working_hours": {"mon": ["09:00-09:40"]}},
        until="01:00:00",
    )
    assert told(day)[-1] == ("00:40:30", "break_end")
    assert one(day, "break_end")["outcome"] == "taken"


def test_coming_back_after_work_opens_nothing():
    day = play(
        TYPING,
        ("00:39:00", "do", "stand"),
        ("00:39:30", "input", "idle"),
        ("00:40:30", "input", "active"),
        settings={"working_hours": {"mon": ["09:00-09:40"]}},
        until="01:00:00",
    )
    assert told(day)[1:] == [
        ("00:39:00", "break_start"),
        ("00:41:00", "break_end"),
        ("00:41:00", "partial_credit"),
    ]
    assert day["totals"]["partial"] == 1


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


def test_locking_at_the_bar_is_walking_away():
    day = play(TYPING, ("00:35:00", "lock", True), ("00:45:00", "lock", False), until="00:50:00")
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:35:00", "break_start"),
        ("00:35:20", "grow"),
        ("00:37:00", "break_end"),
    ]


def test_coming_back_early_from_the_bar_is_credited():
    day = play(
        TYPING, ("00:31:00", "input", "idle"), ("00:32:30", "input", "active"), until="00:50:00"
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:31:00", "break_start"),
        ("00:31:02", "grow"),
        ("00:32:30", "break_end"),
        ("00:32:30", "partial_credit"),
    ]
    assert one(day, "break_end")["outcome"] == "partial"
    assert one(day, "partial_credit")["sitting_s"] == 31 * 60 / 4


def test_the_bar_stays_if_a_short_walk_leaves_too_much_sitting():
    day = play(
        TYPING,
        ("00:01:00", "hold", "call"),
        ("02:00:00", "release", "call"),
        ("02:01:00", "input", "idle"),
        ("02:02:05", "input", "active"),
        ("02:03:00", "input", "idle"),
        until="02:03:05",
    )
    assert told(day)[-4:] == [
        ("02:01:02", "grow"),
        ("02:02:05", "break_end"),
        ("02:02:05", "partial_credit"),
        ("02:03:02", "grow"),
    ]
    assert len(told(day, "prompt")) == 1


def test_the_time_does_not_run_while_still_away_after_the_break():
    day = play(
        TYPING, ("00:31:00", "input", "idle"), ("05:00:00", "input", "active"), until="05:29:00"
    )
    assert told(day)[-1] == ("00:33:00", "break_end")
    assert spans(day)[2] == ("00:33:00", "05:00:00", "away")
    assert day["totals"]["sitting_s"] == 60 * 60


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


def test_the_grown_break_gives_way_to_typing():
    day = play(
        TYPING,
        ("00:31:00", "input", "idle"),
        ("00:31:10", "input", "active"),
        ("00:32:30", "input", "idle"),
        until="00:32:40",
    )
    assert told(day) == [("00:29:30", "prompt"), ("00:31:02", "grow"), ("00:32:32", "grow")]


def test_a_call_closes_the_bar_and_the_break_comes_after_it():
    day = play(
        TYPING,
        ("00:29:40", "hold", "microphone"),
        ("00:50:00", "release", "microphone"),
        until="00:51:00",
    )
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("00:29:40", "held"),
        ("00:29:40", "owed"),
        ("00:50:00", "released"),
        ("00:50:00", "prompt"),
    ]


def test_a_call_in_the_break_credits_it_and_owes_the_rest():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:00", "input", "idle"),
        ("00:31:30", "hold", "call"),
        ("00:40:00", "release", "call"),
        until="00:41:00",
    )
    assert told(day)[2:] == [
        ("00:31:30", "held"),
        ("00:31:30", "break_end"),
        ("00:31:30", "partial_credit"),
        ("00:31:30", "owed"),
        ("00:40:00", "released"),
        ("00:40:00", "prompt"),
        ("00:40:00", "break_start"),
        ("00:40:02", "grow"),
        ("00:40:30", "break_end"),
    ]
    assert one(day, "partial_credit")["sitting_s"] == 450


def test_all_holds_have_to_end_before_the_bar_opens():
    day = play(
        TYPING,
        ("00:10:00", "hold", "camera"),
        ("00:12:00", "hold", "fullscreen"),
        ("00:40:00", "release", "camera"),
        ("00:45:00", "release", "fullscreen"),
        until="00:50:00",
    )
    assert told(day, "prompt") == [("00:45:00", "prompt")]
    assert [each[2] for each in spans(day)] == [
        "sitting",
        "held:camera",
        "held:camera,fullscreen",
        "held:fullscreen",
        "sitting",
    ]


def test_what_is_owed_lapses_when_somebody_was_away_long_enough():
    day = play(
        TYPING,
        ("00:20:00", "hold", "do_not_disturb"),
        ("00:35:00", "input", "idle"),
        ("00:40:00", "release", "do_not_disturb"),
        ("00:50:00", "input", "active"),
        until="01:00:00",
    )
    assert told(day) == [
        ("00:20:00", "held"),
        ("00:30:00", "owed"),
        ("00:37:00", "natural_break"),
        ("00:40:00", "released"),
    ]


def test_what_is_owed_waits_until_somebody_is_there():
    day = play(
        TYPING,
        ("00:01:00", "hold", "fullscreen"),
        ("01:59:00", "input", "idle"),
        ("02:00:05", "release", "fullscreen"),
        ("02:00:20", "input", "active"),
        until="02:10:00",
    )
    assert told(day)[3:] == [
        ("02:00:05", "released"),
        ("02:00:20", "partial_credit"),
        ("02:00:20", "prompt"),
    ]


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


@pytest.mark.parametrize("answer", ["snooze", "skip"])
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


@pytest.mark.parametrize(("at", "following"), [("00:29:45", "00:59:30"), ("00:59:45", "01:29:30")])
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


@pytest.mark.parametrize("until", ["09:40", "00:40:00", "2026-11-23T09:40:00+01:00"])
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


def test_nothing_outside_working_hours():
    day = play(
        TYPING,
        settings={"working_hours": {"mon": ["09:00-09:29", "12:00-13:00"]}},
        until="04:00:00",
    )
    assert told(day) == [("03:00:30", "prompt")]
    assert spans(day)[1] == ("00:29:00", "03:00:00", "off")


def test_an_open_bar_lapses_when_work_is_over():
    day = play(
        TYPING,
        ("09:30:00", "input", "idle"),
        settings={"working_hours": {"mon": ["09:00-09:40"], "tue": ["09:00-17:00"]}},
        until="24:29:00",
    )
    assert told(day)[0] == ("00:29:30", "prompt")
    assert told(day)[1:] == [("09:32:00", "natural_break")]
    assert spans(day)[1:] == [("00:40:00", "24:00:00", "off"), ("24:00:00", "24:29:00", "away")]


def test_a_day_off_is_silent():
    day = play(TYPING, ("03:00:00", "input", "idle"), settings={"days_off": ["2026-11-23"]})
    assert day["events"] == []
    assert spans(day) == [("00:00:00", "08:00:00", "off")]


def test_a_weekday_that_is_not_named_is_off():
    day = play(TYPING, settings={"working_hours": {"tue": ["09:00-17:00"]}})
    assert spans(day) == [("00:00:00", "08:00:00", "off")]


def test_a_night_shift_belongs_to_the_day_it_begins_on():
    day = play(
        TYPING,
        settings={"working_hours": {"sun": ["22:00-09:10"], "mon": ["16:00-02:00"]}},
        until="20:00:00",
    )
    assert [each[:2] for each in spans(day) if each[2] == "sitting"] == [
        ("00:00:00", "00:10:00"),
        ("07:00:00", "17:00:00"),
    ]


def test_daylight_saving_moves_working_hours_and_nothing_else():
    day = play(
        TYPING,
        start="2026-10-24T23:00:00+02:00",
        settings={"working_hours": {"sat": ["00:00-24:00"], "sun": ["00:00-03:30"]}},
        until="08:00:00",
    )
    assert spans(day) == [("00:00:00", "05:30:00", "sitting"), ("05:30:00", "08:00:00", "off")]
    assert told(day, "prompt") == [("00:29:30", "prompt")]


def test_a_wrong_clock_set_right_starts_no_break():
    for jump in ("+02:00:00", "-03:00:00"):
        day = play(TYPING, ("00:10:00", "clock_jump", jump), until="00:35:00")
        assert told(day) == [("00:29:30", "prompt")]
        assert spans(day) == [("00:00:00", "00:35:00", "sitting")]


def test_another_zone_moves_working_hours():
    day = play(
        TYPING,
        ("00:10:00", "zone", "America/New_York"),
        settings={"working_hours": {"mon": ["09:00-17:00"]}},
        until="07:00:00",
    )
    assert spans(day) == [
        ("00:00:00", "00:10:00", "sitting"),
        ("00:10:00", "06:00:00", "off"),
        ("06:00:00", "07:00:00", "sitting"),
    ]


def test_quiet_hours_hold():
    day = play(TYPING, settings={"quiet": {"mon": ["09:20-10:00"]}}, until="01:05:00")
    assert told(day) == [
        ("00:20:00", "held"),
        ("00:30:00", "owed"),
        ("01:00:00", "released"),
        ("01:00:00", "prompt"),
    ]
    assert spans(day)[1] == ("00:20:00", "01:00:00", "held:quiet")


def test_where_input_cannot_be_sensed_unlocked_is_present():
    day = play(("01:00:00", "lock", True), ("01:30:00", "lock", False), until="01:40:00")
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("01:00:00", "break_start"),
        ("01:00:20", "grow"),
        ("01:02:00", "break_end"),
    ]
    assert spans(day)[-1] == ("01:30:00", "01:40:00", "sitting")


def test_a_break_without_sensed_input_runs_by_the_clock():
    day = play(("00:30:00", "do", "stand"), until="00:40:00")
    assert told(day)[1:] == [("00:30:00", "break_start"), ("00:32:00", "break_end")]
    assert spans(day)[-1] == ("00:32:00", "00:40:00", "sitting")


def test_nobody_is_there_before_the_first_input():
    day = play(("01:00:00", "input", "active"), until="01:10:00")
    assert spans(day) == [("00:00:00", "01:00:00", "away"), ("01:00:00", "01:10:00", "sitting")]
    assert day["events"] == []


def test_long_sitting_is_told_once_even_while_held():
    day = play(TYPING, ("00:01:00", "hold", "call"), until="05:00:00")
    assert told(day, "escalate") == [("02:00:00", "escalate")]


def test_the_bar_after_a_long_sit_says_so():
    day = play(TYPING, ("00:01:00", "hold", "call"), ("02:30:00", "release", "call"))
    assert one(day, "prompt")["long_sit"] is True


def test_a_break_by_the_time_of_day_is_left_out_when_a_bar_is_open():
    day = play(
        TYPING,
        ("03:05:00", "do", "already_stood"),
        ("03:10:00", "clock_jump", "-00:30:00"),
        settings={"lunch_walk": "12:00", "interval_min": 60, "fixed_times": ["11:30"]},
        until="03:59:00",
    )
    assert told(day) == [
        ("00:59:30", "prompt"),
        ("02:00:00", "escalate"),
        ("03:05:00", "break_end"),
    ]


def test_a_fixed_time_comes_once_a_day_though_the_clock_is_set_back():
    day = play(
        TYPING,
        ("00:15:00", "do", "already_stood"),
        ("00:20:00", "clock_jump", "-00:15:00"),
        settings={"lunch_walk": "09:30", "fixed_times": ["09:10"]},
        until="00:46:00",
    )
    assert told(day) == [
        ("00:10:00", "prompt"),
        ("00:15:00", "break_end"),
        ("00:44:30", "prompt"),
    ]


def test_the_walk_at_lunch_waits_for_the_call_to_end():
    day = play(
        TYPING,
        ("00:05:00", "hold", "call"),
        ("00:12:00", "release", "call"),
        settings={"lunch_walk": "09:10"},
        until="00:13:00",
    )
    assert told(day)[1:] == [
        ("00:10:00", "owed"),
        ("00:12:00", "released"),
        ("00:12:00", "lunch_walk"),
        ("00:12:00", "prompt"),
    ]
    assert one(day, "prompt")["cause"] == "lunch_walk"


def test_standing_at_the_desk_serves_the_break():
    day = play(
        TYPING,
        ("00:20:00", "posture", "standing"),
        ("00:50:00", "posture", "sitting"),
        until="01:25:00",
    )
    assert told(day) == [("00:22:00", "natural_break"), ("01:19:30", "prompt")]
    assert spans(day)[1] == ("00:20:00", "00:50:00", "standing")
    assert day["totals"]["standing_s"] == 1800


def test_standing_up_at_the_bar_is_a_break_taken():
    day = play(TYPING, ("00:31:00", "posture", "standing"), until="00:40:00")
    assert told(day)[1:] == [("00:31:00", "break_start"), ("00:33:00", "break_end")]
    assert spans(day)[1:] == [
        ("00:31:00", "00:33:00", "break"),
        ("00:33:00", "00:40:00", "standing"),
    ]


def test_sitting_down_again_too_soon_is_credited():
    day = play(
        TYPING,
        ("00:31:00", "posture", "standing"),
        ("00:32:00", "posture", "sitting"),
        until="00:40:00",
    )
    assert told(day)[1:] == [
        ("00:31:00", "break_start"),
        ("00:32:00", "break_end"),
        ("00:32:00", "partial_credit"),
    ]
    assert one(day, "partial_credit")["sitting_s"] == 930


def test_standing_has_a_prompt_of_its_own():
    day = play(
        TYPING,
        ("00:10:00", "posture", "standing"),
        ("01:15:00", "posture", "sitting"),
        until="01:40:00",
    )
    assert told(day) == [("00:12:00", "natural_break"), ("01:09:30", "prompt")]
    assert one(day, "prompt")["cause"] == "standing"


def test_saying_to_be_away_is_absence_until_the_next_input():
    day = play(
        TYPING,
        ("00:10:00", "posture", "away"),
        ("00:11:00", "input", "active"),
        until="00:20:00",
    )
    assert told(day) == [("00:11:00", "partial_credit")]
    assert spans(day)[1] == ("00:10:00", "00:11:00", "away")


def test_ninety_five_minutes_are_three_breaks_due_and_one_prompt():
    day = play(TYPING, ("01:35:00", "input", "idle"), until="01:40:00")
    assert day["totals"]["due"] == 3
    assert len(told(day, "prompt")) == 1


def test_a_break_by_the_time_of_day_does_not_wait_for_somebody_who_is_away():
    day = play(
        TYPING,
        ("00:18:00", "input", "idle"),
        ("00:25:00", "input", "active"),
        settings={"fixed_times": ["09:21"]},
        until="00:40:00",
    )
    assert told(day) == [("00:20:00", "natural_break")]


def test_a_bar_that_lapsed_on_coming_back_opens_again_in_time():
    day = play(
        TYPING, ("00:31:00", "input", "idle"), ("00:32:30", "input", "active"), until="01:00:00"
    )
    assert told(day, "prompt") == [("00:29:30", "prompt"), ("00:54:15", "prompt")]


def test_a_lock_does_not_shorten_the_absence_before_it():
    day = play(TYPING, ("00:10:00", "input", "idle"), ("00:10:30", "lock", True), until="00:20:00")
    assert told(day) == [("00:12:00", "natural_break")]
    assert spans(day)[-1] == ("00:10:00", "00:20:00", "away")


def test_hands_rest_on_under_a_lock_that_is_too_short_to_count():
    day = play(
        TYPING,
        ("00:10:00", "input", "idle"),
        ("00:10:50", "lock", True),
        settings={"lock_min_s": 120},
        until="00:11:05",
    )
    assert spans(day)[-1] == ("00:10:00", "00:11:05", "away")


def test_a_short_lock_in_a_call_is_no_absence_however_the_hands_rest():
    day = play(
        TYPING,
        ("00:05:00", "hold", "call"),
        ("00:06:00", "input", "idle"),
        ("00:10:00", "lock", True),
        ("00:11:10", "lock", False),
        settings={"lock_min_s": 120},
        until="00:20:00",
    )
    assert told(day) == [("00:05:00", "held")]


def test_a_bar_is_seen_before_it_covers_the_screen():
    day = play(
        TYPING,
        ("00:10:00", "hold", "do_not_disturb"),
        ("00:39:50", "input", "idle"),
        ("00:40:00", "release", "do_not_disturb"),
        until="00:40:10",
    )
    assert told(day, *PROMPTS) == [("00:40:00", "prompt"), ("00:40:02", "grow")]


def test_a_skip_fills_the_snooze_budget_again():
    day = play(
        TYPING,
        ("00:30:00", {"do": "snooze", "minutes": 15}),
        ("00:45:00", "do", "skip"),
        ("01:00:00", {"do": "snooze", "minutes": 15}),
        until="01:20:00",
    )
    assert told(day)[-2:] == [("01:00:00", "snoozed"), ("01:15:00", "prompt")]


def test_sitting_starts_with_the_first_input_after_a_break():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:00", "input", "idle"),
        ("00:33:00", "input", "active"),
        settings={"break_min": 1, "away_after_s": 300},
        until="00:40:00",
    )
    assert spans(day)[1:] == [
        ("00:30:00", "00:31:00", "break"),
        ("00:31:00", "00:33:00", "away"),
        ("00:33:00", "00:40:00", "sitting"),
    ]


def test_a_lock_at_the_bar_that_is_too_short_to_count_is_no_break():
    day = play(
        TYPING,
        ("00:31:00", "lock", True),
        ("00:32:10", "lock", False),
        settings={"lock_min_s": 120, "away_after_s": 300, "break_min": 1},
        until="00:40:00",
    )
    assert told(day) == [("00:29:30", "prompt")]


def test_after_a_skip_and_a_short_walk_nobody_sits_longer_than_an_interval():
    day = play(
        TYPING,
        ("00:31:00", "do", "skip"),
        ("00:35:00", "input", "idle"),
        ("00:36:00", "input", "active"),
        until="01:10:00",
    )
    assert told(day, "prompt") == [("00:29:30", "prompt"), ("01:05:30", "prompt")]


def test_a_long_sit_is_told_again_after_a_break():
    day = play(
        TYPING,
        ("00:01:00", "hold", "fullscreen"),
        ("01:30:00", "do", "already_stood"),
        ("02:45:00", "do", "already_stood"),
        settings={"long_sit_min": 60},
        until="03:00:00",
    )
    assert told(day, "escalate") == [("01:00:00", "escalate"), ("02:30:00", "escalate")]


def test_what_is_sat_a_second_time_after_a_credit_is_due_a_second_time():
    day = play(
        TYPING,
        ("00:01:00", "hold", "fullscreen"),
        ("01:05:00", "input", "idle"),
        ("01:06:00", "input", "active"),
        until="01:41:00",
    )
    assert day["totals"]["due"] == 2 + 1


def test_a_hold_that_begins_on_resting_hands_does_not_tear_the_day():
    day = play(
        TYPING,
        ("00:10:00", "input", "idle"),
        ("00:10:30", "hold", "do_not_disturb"),
        ("00:10:40", "hold", "do_not_disturb"),
        ("00:15:00", "input", "active"),
        until="00:20:00",
    )
    assert spans(day) == [
        ("00:00:00", "00:10:00", "sitting"),
        ("00:10:00", "00:15:00", "away"),
        ("00:15:00", "00:20:00", "held:do_not_disturb"),
    ]


def test_standing_up_in_a_chosen_break_lets_it_run_on_while_typing():
    day = play(
        TYPING,
        ("00:30:00", "do", "stand"),
        ("00:30:10", "posture", "standing"),
        until="00:35:00",
    )
    assert told(day)[1:] == [("00:30:00", "break_start"), ("00:32:10", "break_end")]


def test_what_was_owed_lapses_when_work_is_over():
    day = play(
        TYPING,
        ("00:20:00", "hold", "do_not_disturb"),
        ("00:45:00", "release", "do_not_disturb"),
        settings={"working_hours": {"mon": ["09:00-09:40", "10:00-12:00"]}},
        until="01:05:00",
    )
    assert told(day)[1:] == [
        ("00:30:00", "owed"),
        ("00:45:00", "released"),
        ("01:00:00", "prompt"),
    ]
    assert one(day, "prompt")["why"] == "sitting_limit"
