"""Pains 5 to 9 of other programs: mid-sentence, still away, hours, clock times, skipping."""

from tests.each_case import each_case
from tests.unit.domain.sitting.complaints import Complaint, params

MONDAY = {"mon": ["09:00-09:40", "10:00-12:00"]}
OFFICE = {day: ["08:00-18:00"] for day in ("mon", "tue", "wed", "thu", "fri")}

MID_SENTENCE = (
    Complaint(
        "the bar waits for the end of the sentence, not for a breath in it",
        "stretchly#189 #302 #1007, breaktimer#340",
        """
        00:50:00 rest
        00:50:01 type
        00:50:30 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:50:32 grow
        """,
        "00:50:40",
    ),
    Complaint(
        "a pause for thought before the limit covers nothing",
        "safeeyes#709",
        """
        00:29:35 rest
        00:29:45 type
        """,
        "00:29:30 prompt sitting_limit",
        "00:31:00",
    ),
    Complaint(
        "slow thinkers get ten seconds",
        "safeeyes#261",
        """
        00:31:00 rest
        00:31:09 type
        00:32:00 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:32:10 grow
        """,
        "00:32:20",
        settings={"grow_rest_s": 10},
    ),
    Complaint(
        "a break that came too soon goes back to the bar while somebody types on",
        "stretchly#302",
        """
        00:31:00 rest
        00:31:10 type
        00:32:30 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:02 grow
        00:32:32 grow
        """,
        "00:32:40",
    ),
    Complaint(
        "only who wants it is covered while typing",
        "stretchly#1007",
        "",
        """
        00:29:30 prompt sitting_limit
        00:30:00 grow
        """,
        "00:50:00",
        settings={"cover_while_typing": True},
    ),
)

STILL_AWAY = (
    Complaint(
        "the next interval begins with the first key, not with the end of the break",
        "stretchly#522 #1001, breaktimer#347",
        """
        00:31:00 rest
        01:00:00 type
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start walked_away
        00:31:02 grow
        00:33:00 break_end taken
        01:29:30 prompt sitting_limit
        """,
        "01:30:00",
    ),
    Complaint(
        "also for whoever says to have stood and then stays away",
        "stretchly#1590",
        """
        00:29:50 rest
        00:30:00 already_stood
        00:40:00 type
        """,
        """
        00:29:30 prompt sitting_limit
        00:30:00 grow
        00:30:00 break_end taken
        01:09:30 prompt sitting_limit
        """,
        "01:10:00",
    ),
    Complaint(
        "behind a lock no time runs",
        "workrave#510, focus-timer#39",
        """
        00:10:00 lock
        01:00:00 unlock
        """,
        """
        00:12:00 natural_break
        01:29:30 prompt sitting_limit
        """,
        "01:30:00",
    ),
    Complaint(
        "after a routine the chair is empty until somebody types",
        "eyebreak#20",
        """
        00:31:00 routine 5
        00:31:00 rest
        00:40:00 type
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_routine
        00:36:00 break_end taken
        01:09:30 prompt sitting_limit
        """,
        "01:10:00",
    ),
)

WORKING_HOURS = (
    Complaint(
        "no break in the evening",
        "stretchly#342 #613 #750",
        "",
        "",
        "03:00:00",
        settings={"working_hours": {"mon": ["08:00-09:29"]}},
        totals={"sitting_s": 1740, "due": 0},
    ),
    Complaint(
        "the bar of before lunch does not wait through it, the sitting of before does count",
        "stretchly#788 #824",
        "",
        """
        00:29:30 prompt sitting_limit
        01:00:00 prompt sitting_limit
        """,
        "01:05:00",
        settings={"working_hours": MONDAY},
    ),
    Complaint(
        "no break on a Saturday",
        "stretchly#873 #1024",
        "",
        "",
        "08:00:00",
        settings={"working_hours": OFFICE},
        more={"start": "2026-11-28T09:00:00+01:00"},
        spans="00:00:00 08:00:00 off",
    ),
    Complaint(
        "a night shift goes on after midnight and ends in the morning",
        "stretchly#1229",
        "",
        "00:29:30 prompt sitting_limit",
        "02:00:00",
        settings={"working_hours": {"sun": ["22:00-10:00"]}},
        spans="""
        00:00:00 01:00:00 sitting
        01:00:00 02:00:00 off
        """,
    ),
    Complaint(
        "no break on a holiday",
        "stretchly#1312 #1713",
        "",
        "",
        "08:00:00",
        settings={"working_hours": OFFICE, "days_off": ["2026-11-23"]},
        spans="00:00:00 08:00:00 off",
    ),
)

CLOCK_TIMES = (
    Complaint(
        "breaks at twenty past and ten to",
        "stretchly#352 #392 #606, breaktimer#171",
        "00:21:00 already_stood",
        """
        00:20:00 prompt fixed_time
        00:21:00 break_end taken
        00:50:00 prompt fixed_time
        """,
        "00:51:00",
        settings={"fixed_times": ["09:20", "09:50"]},
    ),
    Complaint(
        "a clock time in a call is owed, not lost",
        "stretchly#968 #1029",
        """
        00:10:00 hold call
        00:25:00 release call
        """,
        """
        00:10:00 held call
        00:20:00 owed
        00:25:00 released call
        00:25:00 prompt hold_over
        """,
        "00:26:00",
        settings={"fixed_times": ["09:20"]},
    ),
    Complaint(
        "a clock that is set back brings no second one",
        "stretchly#1221",
        """
        00:21:00 already_stood
        00:22:00 jump -00:10:00
        """,
        """
        00:20:00 prompt fixed_time
        00:21:00 break_end taken
        """,
        "00:45:00",
        settings={"fixed_times": ["09:20"]},
    ),
    Complaint(
        "a walk at noon",
        "stretchly#1638, breaktimer#276",
        "",
        """
        00:10:00 lunch_walk
        00:10:00 prompt lunch_time
        """,
        "00:20:00",
        settings={"lunch_walk": "12:00"},
        more={"start": "2026-11-23T11:50:00+01:00"},
    ),
    Complaint(
        "a clock time in the hour that daylight saving leaves out comes after it",
        "entracte fixed times by date and minute",
        "00:40:00 already_stood",
        """
        00:40:00 break_end taken
        01:20:00 prompt fixed_time
        """,
        "01:21:00",
        settings={"fixed_times": ["02:30"], "interval_min": 60},
        more={"start": "2026-03-29T01:10:00+01:00"},
    ),
)

SKIPPING = (
    Complaint(
        "putting off has a budget, and what is longer is shortened",
        "safeeyes#320, sane-break#107",
        """
        00:30:00 snooze 10
        00:41:00 snooze 10
        """,
        """
        00:29:30 prompt sitting_limit
        00:30:00 snoozed 10
        00:40:00 prompt snooze_over
        00:41:00 snoozed 5
        00:46:00 prompt snooze_over
        """,
        "00:50:00",
    ),
    Complaint(
        "a skip costs the break and nothing more",
        "stretchly#1838, sane-break#116",
        "00:31:00 skip deadline",
        """
        00:29:30 prompt sitting_limit
        00:31:00 skipped deadline
        00:59:30 prompt sitting_limit
        """,
        "01:00:00",
        totals={"skipped": 1, "due": 2, "longest_sit_s": 3600},
    ),
    Complaint(
        "whoever skips every time is told once how long it has been",
        "stretchly#437 #836",
        """
        00:31:00 skip
        01:01:00 skip
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 skipped
        00:59:30 prompt sitting_limit
        01:01:00 skipped
        01:29:30 prompt sitting_limit
        02:00:00 escalate
        """,
        "04:00:00",
    ),
    Complaint(
        "a minute to finish the sentence is cheap",
        "sane-break#158",
        """
        00:30:00 snooze 1
        00:31:10 snooze 1
        """,
        """
        00:29:30 prompt sitting_limit
        00:30:00 snoozed 1
        00:31:00 prompt snooze_over
        00:31:10 snoozed 1
        00:32:10 prompt snooze_over
        """,
        "00:33:00",
    ),
    Complaint(
        "a break can be left, and what was rested of it counts",
        "workrave#445, stretchly#1853",
        """
        00:31:00 stand
        00:31:00 rest
        00:31:30 skip
        00:31:30 type
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_stand
        00:31:30 break_end skipped
        00:31:30 partial_credit 1395
        00:31:30 skipped
        """,
        "00:35:00",
    ),
)

KINDS = {5: MID_SENTENCE, 6: STILL_AWAY, 7: WORKING_HOURS, 8: CLOCK_TIMES, 9: SKIPPING}


@each_case("complaint", params(KINDS))
def test_it_is_not_true_of_ours(complaint: Complaint):
    complaint.check()
