"""Pains 16 to 22 of other programs: own exercises, standing, figures, clocks, starts, stuck."""

from dataclasses import replace

from coreapp.domain.sitting.facts import FactKind, SpanKind
from tests.each_case import each_case
from tests.unit.domain.sitting.complaints import Complaint, params
from tests.unit.domain.sitting.desk import after, kinds, restored, started

OWN_EXERCISES = (
    Complaint(
        "a routine of one’s own is a break",
        "workrave#195 #269, stretchly#1634",
        "00:31:00 routine 3",
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_routine
        00:34:00 break_end taken
        01:03:30 prompt sitting_limit
        """,
        "01:04:00",
    ),
    Complaint(
        "one short exercise counts for its length",
        "workrave#292 #425, safeeyes#439",
        "00:31:00 exercise 1",
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_exercise
        00:32:00 break_end partial
        00:32:00 partial_credit 930
        00:46:00 prompt sitting_limit
        """,
        "00:47:00",
    ),
    Complaint(
        "an exercise between two breaks is welcome",
        "workrave#628, super-productivity#4658",
        "00:10:00 exercise 2",
        """
        00:10:00 break_start answer_exercise
        00:12:00 break_end taken
        00:41:30 prompt sitting_limit
        """,
        "00:42:00",
    ),
)

STANDING = (
    Complaint(
        "standing up at the desk is the break",
        "stretchly#784 #819 #1721",
        """
        00:20:00 posture standing
        00:50:00 posture sitting
        """,
        """
        00:22:00 natural_break
        01:19:30 prompt sitting_limit
        """,
        "01:20:00",
        totals={"standing_s": 1800},
    ),
    Complaint(
        "standing has an end of its own",
        "workrave#516",
        "00:20:00 posture standing",
        """
        00:22:00 natural_break
        01:19:30 prompt standing_limit
        """,
        "01:21:00",
    ),
    Complaint(
        "standing up at the bar is what it asked for",
        "workrave#620",
        "00:31:00 posture standing",
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start stood_up
        00:33:00 break_end taken
        """,
        "00:40:00",
    ),
    Complaint(
        "half of it is half of it",
        "T-Clock#175",
        """
        00:20:00 posture standing
        00:21:00 posture sitting
        """,
        """
        00:21:00 partial_credit 600
        00:40:30 prompt sitting_limit
        """,
        "00:41:00",
    ),
)

FIGURES = (
    Complaint(
        "ninety-five minutes on end are three breaks that were due",
        "stretchly#86 #266",
        "01:35:00 rest",
        """
        00:29:30 prompt sitting_limit
        01:35:00 break_start walked_away
        01:35:02 grow
        01:37:00 break_end taken
        """,
        "01:40:00",
        totals={"due": 3, "taken": 1, "longest_sit_s": 5700, "break_s": 120, "away_s": 180},
    ),
    Complaint(
        "a restart zeroes no figure",
        "safeeyes health statistics, workrave#311",
        """
        00:31:00 already_stood
        00:40:00 restart
        00:45:00 rest
        00:50:00 type
        00:55:00 restart
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_end taken
        00:47:00 natural_break
        """,
        "01:00:00",
        totals={
            "due": 1,
            "taken": 1,
            "natural": 1,
            "longest_sit_s": 1860,
            "sitting_s": 3300,
            "away_s": 300,
        },
    ),
    Complaint(
        "what was sat through in a call is sitting",
        "stretchly#1702, workrave#458, super-productivity#1617",
        """
        00:10:00 hold call
        00:12:00 rest
        """,
        """
        00:10:00 held call
        00:30:00 owed
        """,
        "01:00:00",
        totals={"sitting_s": 3600, "longest_sit_s": 3600, "due": 2, "away_s": 0},
    ),
)

TWO_COMPUTERS = (
    Complaint(
        "a morning at the other computer piles up nothing here",
        "stretchly#1123, breaktimer#62",
        """
        00:05:00 lock
        04:00:00 unlock
        """,
        """
        00:07:00 natural_break
        04:29:30 prompt sitting_limit
        """,
        "04:30:00",
    ),
    Complaint(
        "the break that was had at the other computer can be said here",
        "stretchly#1222, breaktimer#301",
        "00:29:45 already_stood",
        """
        00:29:30 prompt sitting_limit
        00:29:45 break_end taken
        00:59:15 prompt sitting_limit
        """,
        "01:00:00",
    ),
)

CLOCKS = (
    Complaint(
        "a clock that jumps ahead is no sleep and no break",
        "breaktimer#184",
        "00:10:00 jump +02:00:00",
        "00:29:30 prompt sitting_limit",
        "00:30:00",
        spans="00:00:00 00:30:00 sitting",
    ),
    Complaint(
        "a clock that is set back stops nothing",
        "workrave#345",
        "00:10:00 jump -05:00:00",
        "00:29:30 prompt sitting_limit",
        "00:30:00",
    ),
    Complaint(
        "working hours stay where they are on the clock of the new place",
        "breaktimer#215",
        "00:10:00 zone Europe/Lisbon",
        "01:19:30 prompt sitting_limit",
        "01:25:00",
        settings={"working_hours": {"mon": ["09:00-17:00"]}},
        spans="""
        00:00:00 00:10:00 sitting
        00:10:00 01:00:00 off
        01:00:00 01:25:00 sitting
        """,
    ),
    Complaint(
        "the hour that comes twice is sat twice",
        "stretchly wall clock, breaktimer Math.abs",
        "",
        "00:29:30 prompt sitting_limit",
        "01:59:00",
        more={"start": "2026-10-25T02:30:00+02:00"},
        totals={"sitting_s": 7140, "due": 3},
    ),
)

STARTS = (
    Complaint(
        "a start anew leaves the open bar open",
        "stretchly#1187 #1517",
        """
        00:31:00 restart
        00:35:00 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:35:00 break_start walked_away
        00:35:02 grow
        00:37:00 break_end taken
        """,
        "00:38:00",
    ),
    Complaint(
        "a start anew goes on with the break",
        "stretchly#1546 #1661",
        """
        00:31:00 stand
        00:31:00 rest
        00:32:00 restart
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_stand
        00:33:00 break_end taken
        """,
        "00:38:00",
    ),
    Complaint(
        "a start anew forgets nothing that is owed",
        "stretchly#1720",
        """
        00:10:00 hold call
        00:35:00 restart
        00:50:00 release call
        """,
        """
        00:10:00 held call
        00:30:00 owed
        00:50:00 released call
        00:50:00 prompt hold_over
        """,
        "00:51:00",
    ),
)

STUCK = (
    Complaint(
        "a break that nobody ends is over after its time",
        "breaktimer#34",
        "00:31:00 rest",
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start walked_away
        00:31:02 grow
        00:33:00 break_end taken
        """,
        "09:00:00",
    ),
    Complaint(
        "a break is not left on the screen by a sleep in it",
        "entracte#196",
        """
        00:31:00 stand
        00:31:00 rest
        00:31:30 sleep 08:00:00
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_stand
        00:33:00 break_end taken
        """,
        "09:00:00",
    ),
    Complaint(
        "a lock in the break does not keep it open",
        "stretchly#1453",
        """
        00:30:00 stand
        00:30:10 lock
        """,
        """
        00:29:30 prompt sitting_limit
        00:30:00 break_start answer_stand
        00:32:10 break_end taken
        """,
        "09:00:00",
    ),
    Complaint(
        "the end of work does not leave a break behind",
        "entracte#226",
        """
        00:39:00 stand
        00:39:00 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:39:00 break_start answer_stand
        00:41:00 break_end taken
        """,
        "09:00:00",
        settings={"working_hours": {"mon": ["09:00-09:40"]}},
    ),
)

KINDS = {
    16: OWN_EXERCISES,
    17: STANDING,
    18: FIGURES,
    19: TWO_COMPUTERS,
    20: CLOCKS,
    21: STARTS,
    22: STUCK,
}


@each_case("complaint", params(KINDS))
def test_it_is_not_true_of_ours(complaint: Complaint):
    complaint.check()


def test_21_a_start_in_the_evening_begins_at_0():
    engine = started()
    engine.advance(after(20))
    evening = replace(after(600), boot=5.0, monotonic=5.0)
    again = restored(engine, after(20), evening, "next")
    step = again.advance(evening)
    assert kinds(step) == []
    assert again.view(evening).sitting_seconds == 0
    (off,) = [each for each in (*step.spans, *again.open_spans) if each.kind is SpanKind.OFF]
    assert (off.end_utc - off.start_utc).total_seconds() == 580 * 60


def test_21_a_start_after_an_update_of_a_minute_changes_nothing():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), after(21))
    facts = again.advance(after(29, 30)).facts
    assert [(each.kind, each.utc) for each in facts] == [(FactKind.PROMPT, after(29, 30).utc)]
