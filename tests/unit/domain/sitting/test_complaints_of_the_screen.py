"""Pains 10 to 15 of other programs: focus, full screen, monitors, do-not-disturb, load, time left.

What windows do with it is tested with the windows; here is what the engine lets them do.
"""

import json

from coreapp.domain.sitting.facts import HoldReason, SpanKind
from coreapp.domain.sitting.presence import Posture
from tests.each_case import each_case
from tests.unit.domain.sitting.complaints import Complaint, params
from tests.unit.domain.sitting.desk import MORNING, after, started

FOCUS = (
    Complaint(
        "nobody who types is ever covered, however long the bar waits",
        "stretchly#78 #82 #1413",
        "",
        "00:29:30 prompt sitting_limit",
        "01:55:00",
    ),
    Complaint(
        "keys that fall into the grown break answer nothing",
        "safeeyes#412 #103",
        """
        00:31:00 rest
        00:31:05 type
        00:31:35 rest
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:02 grow
        00:31:35 break_start walked_away
        00:33:35 break_end taken
        """,
        "00:34:00",
    ),
    Complaint(
        "nothing is covered before its time, however long the notice",
        "safeeyes#318",
        """
        00:28:10 rest
        00:28:40 type
        """,
        "00:28:00 prompt sitting_limit",
        "00:29:59",
        settings={"lead_s": 120},
    ),
)

FULL_SCREEN = (
    Complaint(
        "a game is not covered, and the break comes after it",
        "stretchly#355 #713 #1313, safeeyes#272",
        """
        00:10:00 hold fullscreen
        01:30:00 release fullscreen
        """,
        """
        00:10:00 held fullscreen
        00:30:00 owed
        01:30:00 released fullscreen
        01:30:00 prompt hold_over
        """,
        "01:35:00",
    ),
    Complaint(
        "full screen over an open bar takes it away, not for good",
        "stretchly#122, safeeyes#647",
        """
        00:29:45 hold fullscreen
        00:40:00 release fullscreen
        """,
        """
        00:29:30 prompt sitting_limit
        00:29:45 held fullscreen
        00:29:45 owed
        00:40:00 released fullscreen
        00:40:00 prompt hold_over
        """,
        "00:41:00",
    ),
    Complaint(
        "two hours in full screen are told at once and offered after it",
        "safeeyes#489",
        """
        00:10:00 hold fullscreen
        02:05:00 release fullscreen
        """,
        """
        00:10:00 held fullscreen
        00:30:00 owed
        02:00:00 escalate
        02:05:00 released fullscreen
        02:05:00 prompt hold_over
        """,
        "02:06:00",
        totals={"due": 4},
    ),
)

MONITORS = (
    Complaint(
        "three limits in a row open one bar, not two on top of each other",
        "stretchly#388 #409 #490 #1339",
        "",
        "00:29:30 prompt sitting_limit",
        "01:45:00",
        totals={"due": 3},
    ),
    Complaint(
        "a clock time and the walk at lunch find the bar that is there",
        "stretchly#117 #890 #1772, entracte#67",
        "",
        """
        00:29:30 prompt sitting_limit
        00:40:00 lunch_walk
        """,
        "00:50:00",
        settings={"fixed_times": ["09:35"], "lunch_walk": "09:40"},
    ),
    Complaint(
        "a snoozed bar and a clock time become one",
        "stretchly#1609",
        "00:30:00 snooze 10",
        """
        00:29:30 prompt sitting_limit
        00:30:00 snoozed 10
        00:35:00 prompt fixed_time
        """,
        "00:50:00",
        settings={"fixed_times": ["09:35"]},
    ),
)

DO_NOT_DISTURB = (
    Complaint(
        "do not disturb all morning loses no break",
        "stretchly#348 #413 #722",
        """
        00:01:00 hold do_not_disturb
        03:00:00 release do_not_disturb
        """,
        """
        00:01:00 held do_not_disturb
        00:30:00 owed
        02:00:00 escalate
        03:00:00 released do_not_disturb
        03:00:00 prompt hold_over
        """,
        "03:01:00",
    ),
    Complaint(
        "do not disturb that flickers gives each bar back at once",
        "stretchly#827 #1014",
        """
        00:29:40 hold do_not_disturb
        00:29:45 release do_not_disturb
        00:29:50 hold do_not_disturb
        00:29:55 release do_not_disturb
        """,
        """
        00:29:30 prompt sitting_limit
        00:29:40 held do_not_disturb
        00:29:40 owed
        00:29:45 released do_not_disturb
        00:29:45 prompt hold_over
        00:29:50 held do_not_disturb
        00:29:50 owed
        00:29:55 released do_not_disturb
        00:29:55 prompt hold_over
        """,
        "00:31:00",
    ),
    Complaint(
        "do not disturb that is forgotten over night makes nobody sit",
        "stretchly#1311 #1382",
        """
        00:05:00 hold do_not_disturb
        00:10:00 rest
        15:00:00 type
        15:10:00 release do_not_disturb
        """,
        """
        00:05:00 held do_not_disturb
        00:12:00 natural_break
        15:10:00 released do_not_disturb
        15:29:30 prompt sitting_limit
        """,
        "15:30:00",
    ),
    Complaint(
        "a pause by hand ends by itself",
        "stretchly#1600",
        "00:10:00 pause 00:45:00",
        """
        00:10:00 held manual
        00:30:00 owed
        00:55:00 released manual
        00:55:00 prompt hold_over
        """,
        "00:56:00",
    ),
)

LOAD = (
    Complaint(
        "a day away tells one thing",
        "stretchly#925 #927 #939",
        "00:10:00 rest",
        "00:12:00 natural_break",
        "24:00:00",
        spans="""
        00:00:00 00:10:00 sitting
        00:10:00 24:00:00 away
        """,
    ),
    Complaint(
        "a bar that nobody answers all day tells three",
        "stretchly#1161 #1675",
        "",
        """
        00:29:30 prompt sitting_limit
        02:00:00 escalate
        """,
        "10:00:00",
    ),
)

KINDS = {10: FOCUS, 11: FULL_SCREEN, 12: MONITORS, 13: DO_NOT_DISTURB, 14: LOAD}


@each_case("complaint", params(KINDS))
def test_it_is_not_true_of_ours(complaint: Complaint):
    complaint.check()


def test_14_typing_all_morning_needs_three_calls():
    """stretchly#1594, #1393: nothing ticks."""
    engine = started()
    calls = []
    while engine.next_call < after(4 * 60).boot:
        calls.append(engine.next_call - MORNING.boot)
        engine.advance(MORNING.later(calls[-1]))
    assert calls == [29.5 * 60, 30 * 60, 120 * 60]


def test_14_a_year_of_absence_is_remembered_on_one_page():
    """stretchly#1604: nothing piles up."""
    engine = started()
    engine.input_idle(after(10))
    engine.advance(after(365 * 24 * 60))
    assert len(json.dumps(engine.save(after(365 * 24 * 60)))) < 3000


def test_15_the_time_left_is_known_at_any_moment():
    """stretchly#148, #607, #1741."""
    engine = started()
    for minute in (0, 10, 29):
        engine.advance(after(minute))
        view = engine.view(after(minute, 12.5))
        assert view.next_break_in == (30 - minute) * 60 - 12.5
        assert view.next_break_at == after(30).utc


def test_15_in_a_call_it_says_what_is_owed_and_since_when_it_is_held():
    """stretchly#771, #952."""
    engine = started()
    engine.hold(after(20), HoldReason.CALL)
    engine.advance(after(40))
    view = engine.view(after(40))
    assert (view.owed, view.next_break_in, view.state) == (True, 0, SpanKind.HELD)
    assert [(each.reason, each.since) for each in view.holds] == [
        (HoldReason.CALL, after(20).utc),
    ]


def test_15_in_a_snooze_it_says_when_the_bar_returns():
    """stretchly#675, #1201."""
    engine = started()
    engine.snooze(after(30), 5)
    view = engine.view(after(31))
    assert (view.next_break_in, view.snoozed_until) == (240, after(35).utc)


def test_15_standing_shows_the_time_until_one_may_sit():
    """stretchly#1741."""
    engine = started()
    engine.change_posture(after(10), Posture.STANDING)
    engine.advance(after(15))
    assert engine.view(after(15)).next_break_in == 55 * 60
