"""Scripted days of somebody who goes away and comes back, each named after its complaint."""

from tests.each_case import each_case
from tests.unit.domain.sitting.days import TYPING, one, play, spans, told


@each_case("at", ["00:10:00", "00:29:20", "00:29:58", "00:40:00"])
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


def test_the_time_does_not_run_while_still_away_after_the_break():
    day = play(
        TYPING, ("00:31:00", "input", "idle"), ("05:00:00", "input", "active"), until="05:29:00"
    )
    assert told(day)[-1] == ("00:33:00", "break_end")
    assert spans(day)[2] == ("00:33:00", "05:00:00", "away")
    assert day["totals"]["sitting_s"] == 60 * 60


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


def test_where_input_cannot_be_sensed_unlocked_is_present():
    day = play(("01:00:00", "lock", True), ("01:30:00", "lock", False), until="01:40:00")
    assert told(day) == [
        ("00:29:30", "prompt"),
        ("01:00:00", "break_start"),
        ("01:00:20", "grow"),
        ("01:02:00", "break_end"),
    ]
    assert spans(day)[-1] == ("01:30:00", "01:40:00", "sitting")


def test_nobody_is_there_before_the_first_input():
    day = play(("01:00:00", "input", "active"), until="01:10:00")
    assert spans(day) == [("00:00:00", "01:00:00", "away"), ("01:00:00", "01:10:00", "sitting")]
    assert day["events"] == []


def test_saying_to_be_away_is_absence_until_the_next_input():
    day = play(
        TYPING,
        ("00:10:00", "posture", "away"),
        ("00:11:00", "input", "active"),
        until="00:20:00",
    )
    assert told(day) == [("00:11:00", "partial_credit")]
    assert spans(day)[1] == ("00:10:00", "00:11:00", "away")


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


def test_after_a_skip_and_a_short_walk_nobody_sits_longer_than_an_interval():
    day = play(
        TYPING,
        ("00:31:00", "do", "skip"),
        ("00:35:00", "input", "idle"),
        ("00:36:00", "input", "active"),
        until="01:10:00",
    )
    assert told(day, "prompt") == [("00:29:30", "prompt"), ("01:05:30", "prompt")]


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


def test_no_bar_opens_in_a_short_suspend():
    day = play(TYPING, ("00:29:25", "sleep_for", "00:00:10"), until="00:31:00")
    assert told(day) == [("00:29:35", "prompt")]
