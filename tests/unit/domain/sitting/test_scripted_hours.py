"""Scripted days of working hours, times of day and standing, each named after its complaint."""

from tests.unit.domain.sitting.days import TYPING, one, play, spans, told


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


def test_long_sitting_is_told_once_even_while_held():
    day = play(TYPING, ("00:01:00", "hold", "call"), until="05:00:00")
    assert told(day, "escalate") == [("02:00:00", "escalate")]


def test_the_bar_after_a_long_sit_says_so():
    day = play(TYPING, ("00:01:00", "hold", "call"), ("02:30:00", "release", "call"))
    assert one(day, "prompt")["long_sit"] is True


def test_a_bar_that_is_open_becomes_the_walk_at_lunch_and_stands_for_a_fixed_time():
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
        ("03:00:00", "lunch_walk"),
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
        ("00:45:00", "lunch_walk"),
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


def test_a_standing_prompt_is_owed_once_though_an_exercise_and_standing_on_make_a_break():
    day = play(
        TYPING,
        ("00:00:00", "posture", "standing"),
        ("00:00:00", "hold", "fullscreen"),
        ("00:59:30", {"do": "exercise", "minutes": 1}),
        until="01:03:00",
    )
    assert told(day, "owed") == [("01:01:00", "owed")]
