"""Pains 1 to 4 of other programs: calls, idle that is not seen, coming back, reading."""

from tests.each_case import each_case
from tests.unit.domain.sitting.complaints import Complaint, params

CALLS = (
    Complaint(
        "a video call is left alone and the break comes right after it",
        "stretchly#969 #1553, entracte#113",
        """
        00:20:00 hold camera
        00:20:00 hold microphone
        01:05:00 release camera
        01:05:00 release microphone
        """,
        """
        00:20:00 held camera
        00:20:00 held microphone
        00:30:00 owed
        01:05:00 released camera
        01:05:00 released microphone
        01:05:00 prompt hold_over
        """,
        "01:10:00",
        totals={"due": 2, "sitting_s": 4200},
    ),
    Complaint(
        "a call that is answered takes the open bar away",
        "stretchly#1535, eyebreak#102",
        """
        00:29:50 hold call
        00:45:00 release call
        """,
        """
        00:29:30 prompt sitting_limit
        00:29:50 held call
        00:29:50 owed
        00:45:00 released call
        00:45:00 prompt hold_over
        """,
        "00:46:00",
    ),
    Complaint(
        "a camera that stays on after the call still holds",
        "stretchly#1479, entracte#158",
        """
        00:10:00 hold camera
        00:10:00 hold call
        00:40:00 release call
        00:50:00 release camera
        """,
        """
        00:10:00 held camera
        00:10:00 held call
        00:30:00 owed
        00:40:00 released call
        00:50:00 released camera
        00:50:00 prompt hold_over
        """,
        "00:51:00",
        spans="""
        00:00:00 00:10:00 sitting
        00:10:00 00:40:00 held call,camera
        00:40:00 00:50:00 held camera
        00:50:00 00:51:00 sitting
        """,
    ),
    Complaint(
        "whoever only listens is not interrupted either",
        "workrave#255",
        """
        00:10:00 hold call
        00:11:00 rest
        00:50:00 release call
        00:50:10 type
        """,
        """
        00:10:00 held call
        00:30:00 owed
        00:50:00 released call
        00:50:00 prompt hold_over
        00:50:02 grow
        """,
        "00:51:00",
        totals={"away_s": 0, "sitting_s": 3060},
    ),
    Complaint(
        "a call in the break ends it, and only the rest of it is owed",
        "workrave#407",
        """
        00:30:00 stand
        00:30:00 rest
        00:31:00 hold call
        00:40:00 release call
        """,
        """
        00:29:30 prompt sitting_limit
        00:30:00 break_start answer_stand
        00:31:00 held call
        00:31:00 break_end partial
        00:31:00 partial_credit 900
        00:31:00 owed
        00:40:00 released call
        00:40:00 prompt hold_over
        00:40:00 break_start walked_away
        00:40:02 grow
        00:41:00 break_end taken
        """,
        "00:45:00",
    ),
)

IDLE_NOT_SEEN = (
    Complaint(
        "where input cannot be sensed, breaks go by the clock",
        "stretchly#1261, safeeyes#391 #811",
        "00:00:00 unlock",
        "00:29:30 prompt sitting_limit",
        "00:45:00",
        spans="00:00:00 00:45:00 sitting",
    ),
    Complaint(
        "where input cannot be sensed, a lock is a break all the same",
        "stretchly#1722, workrave#679",
        """
        00:00:00 unlock
        00:40:00 lock
        00:45:00 unlock
        """,
        """
        00:29:30 prompt sitting_limit
        00:40:00 break_start walked_away
        00:40:20 grow
        00:42:00 break_end taken
        01:14:30 prompt sitting_limit
        """,
        "01:15:00",
    ),
    Complaint(
        "where input cannot be sensed, so is a sleep",
        "workrave#523, super-productivity#1443",
        """
        00:00:00 unlock
        00:20:00 sleep 00:30:00
        """,
        """
        00:22:00 natural_break
        01:19:30 prompt sitting_limit
        """,
        "01:20:00",
    ),
    Complaint(
        "where input cannot be sensed, a break that was chosen ends by itself",
        "safeeyes#286, electron#27912",
        """
        00:00:00 unlock
        00:31:00 stand
        """,
        """
        00:29:30 prompt sitting_limit
        00:31:00 break_start answer_stand
        00:33:00 break_end taken
        01:02:30 prompt sitting_limit
        """,
        "01:03:00",
    ),
)

COMING_BACK = (
    Complaint(
        "no break right after coming back from lunch",
        "breaktimer#53 #148, workrave#404",
        """
        00:25:00 rest
        01:10:00 type
        """,
        """
        00:27:00 natural_break
        01:39:30 prompt sitting_limit
        """,
        "01:40:00",
    ),
    Complaint(
        "no break right after a night of sleep",
        "sane-break#172, stretchly#898, ianny#16",
        "00:29:00 sleep 12:00:00",
        """
        00:31:00 natural_break
        12:58:30 prompt sitting_limit
        """,
        "13:00:00",
    ),
    Complaint(
        "a lock of five seconds resets nothing",
        "stretchly#1724 #1658",
        """
        00:20:00 lock
        00:20:05 unlock
        """,
        "00:29:30 prompt sitting_limit",
        "00:30:00",
        spans="00:00:00 00:30:00 sitting",
    ),
    Complaint(
        "a minute at the coffee machine counts for a minute",
        "workrave#539 #588, sane-break#86",
        """
        00:20:00 rest
        00:21:00 type
        """,
        """
        00:21:00 partial_credit 600
        00:40:30 prompt sitting_limit
        """,
        "00:41:00",
    ),
    Complaint(
        "locks around the limit neither lose the break nor show it twice",
        "breaktimer#206",
        """
        00:29:10 lock
        00:29:20 unlock
        00:29:25 lock
        00:29:35 unlock
        00:29:50 lock
        00:29:55 unlock
        """,
        "00:29:35 prompt sitting_limit",
        "00:40:00",
    ),
    Complaint(
        "no break is waiting when the lid is opened again",
        "stretchly#1853, breaktimer#148",
        "00:29:40 sleep 01:00:00",
        """
        00:29:30 prompt sitting_limit
        00:29:40 break_start walked_away
        00:30:00 grow
        00:31:40 break_end taken
        01:59:10 prompt sitting_limit
        """,
        "02:00:00",
    ),
)

READING = (
    Complaint(
        "a film is sitting, and its break is not forgotten",
        "stretchly#965 #1603, breaktimer#236",
        """
        00:05:00 hold video
        00:06:00 rest
        """,
        """
        00:05:00 held video
        00:30:00 owed
        """,
        "00:45:00",
        spans="""
        00:00:00 00:05:00 sitting
        00:05:00 00:45:00 held video
        """,
    ),
    Complaint(
        "fifty seconds of reading are sitting",
        "workrave#318 #369",
        """
        00:10:00 rest
        00:10:50 type
        """,
        "00:29:30 prompt sitting_limit",
        "00:30:00",
    ),
    Complaint(
        "whoever reads for long can say for how long",
        "workrave#641 #672, breaktimer#238",
        """
        00:10:00 rest
        00:14:59 type
        """,
        "00:29:30 prompt sitting_limit",
        "00:30:00",
        settings={"away_after_s": 300},
    ),
    Complaint(
        "what plays to an empty room keeps nobody at the desk",
        "workrave#181 #565, sane-break#22",
        """
        00:05:00 hold fullscreen
        00:06:00 rest
        """,
        """
        00:05:00 held fullscreen
        00:08:00 natural_break
        """,
        "00:45:00",
    ),
    Complaint(
        "after a film the absence begins with its end",
        "workrave#746",
        """
        00:05:00 hold video
        00:06:00 rest
        00:20:00 release video
        00:21:30 type
        """,
        """
        00:05:00 held video
        00:20:00 released video
        00:21:30 partial_credit 300
        00:46:00 prompt sitting_limit
        """,
        "00:47:00",
    ),
)

KINDS = {1: CALLS, 2: IDLE_NOT_SEEN, 3: COMING_BACK, 4: READING}


@each_case("complaint", params(KINDS))
def test_it_is_not_true_of_ours(complaint: Complaint):
    complaint.check()
