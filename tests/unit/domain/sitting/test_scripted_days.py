"""Scripted days of bars, breaks and holds, each named after the complaint it prevents."""

from tests.unit.domain.sitting.days import TYPING, one, play, spans, told

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


def test_a_break_due_in_a_short_lock_is_owed():
    day = play(
        TYPING,
        ("00:29:25", "lock", True),
        ("00:30:10", "lock", False),
        settings={"lock_min_s": 60, "away_after_s": 60},
        until="00:40:00",
    )
    assert told(day) == [("00:30:00", "owed"), ("00:30:10", "prompt")]


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


def test_a_bar_that_opens_while_hands_rest_grows_at_once():
    day = play(
        TYPING,
        ("00:10:00", "hold", "do_not_disturb"),
        ("00:39:50", "input", "idle"),
        ("00:40:00", "release", "do_not_disturb"),
        until="00:40:10",
    )
    assert told(day, *PROMPTS) == [("00:40:00", "prompt"), ("00:40:00", "grow")]


def test_a_lock_at_the_bar_that_is_too_short_to_count_is_no_break():
    day = play(
        TYPING,
        ("00:31:00", "lock", True),
        ("00:32:10", "lock", False),
        settings={"lock_min_s": 120, "away_after_s": 300, "break_min": 1},
        until="00:40:00",
    )
    assert told(day) == [("00:29:30", "prompt")]


def test_a_break_that_is_told_late_has_the_figures_of_its_beginning():
    day = play(
        TYPING,
        ("00:31:00", "input", "idle"),
        settings={"away_after_s": 300, "break_min": 1},
        until="00:40:00",
    )
    assert one(day, "break_start")["sitting_s"] == 31 * 60


def test_reading_before_the_bar_opened_is_no_break_from_it():
    day = play(
        TYPING,
        ("00:27:00", "input", "idle"),
        ("00:31:00", "input", "active"),
        settings={"away_after_s": 300},
        until="00:33:00",
    )
    assert told(day) == [("00:29:30", "prompt"), ("00:30:00", "grow")]
    assert spans(day) == [("00:00:00", "00:33:00", "sitting")]
