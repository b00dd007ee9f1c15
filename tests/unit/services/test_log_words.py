"""The log in words."""

from dataclasses import replace
from datetime import date, timedelta

from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.habits import DayNote
from coreapp.domain.log_lines import LogKind
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.log_list import BreakRun, LogDay, LogList
from coreapp.services.log_words import (
    day_line,
    day_title,
    kind_label,
    load_line,
    month_line,
    month_name,
    pain_line,
    performed_line,
    rest_line,
    run_line,
    run_title,
    session_line,
)
from coreapp.services.mark_words import mark_label
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import EVENING, activity, day_record, session
from tests.fakes.work import FakeDatabase

DAY = date(2026, 3, 4)


def listed(*records) -> LogDay:
    database = FakeDatabase()
    with database.work() as work:
        for each in records:
            work.sessions.add(each)
    (day,) = LogList(database, FakeClock()).page().days
    return day


def breaks(*minutes_ago: int):
    return [
        session(f"b{each}", kind=SessionKind.BREAK, started_at=EVENING - timedelta(minutes=each))
        for each in minutes_ago
    ]


@each_case("kind", LogKind)
def test_every_kind_has_a_label(kind):
    assert kind_label(kind)


@each_case("mark", DayMark)
def test_every_mark_has_a_label(mark):
    assert mark_label(mark)


def test_months_have_their_year():
    assert month_name(DAY) == "March 2026"


def test_a_session_is_told_with_its_end_unless_it_was_completed():
    (line,) = listed(session()).entries
    assert session_line(line) == "7:00\u202fPM · 36 sec of work · Zum Schluß gewackelt"
    assert session_line(replace(line, note="two\n lines ")).endswith(" · two lines")
    early = session_line(replace(line, outcome=Outcome.ENDED_EARLY, note=""))
    assert early == "7:00\u202fPM · 36 sec of work · Ended early"


def test_breaks_are_told_from_the_first_to_the_last():
    (run,) = listed(*breaks(0, 90)).entries
    assert isinstance(run, BreakRun)
    assert run_title(run) == "2 breaks with a routine"
    assert run_line(run) == "5:30\u202fPM to 7:00\u202fPM · 72 sec of work"


def test_an_activity_is_told_with_its_time():
    line = performed_line(activity())
    assert line.startswith("8:00\u202fPM · 7.3 km · 42 min · ")
    assert line.endswith(" · Am Fluß entlang")


def test_a_month_comes_to_its_sums():
    day = listed(session(), *breaks(0, 5, 9))
    with_run = replace(day, entries=(*day.entries, activity(), activity("a2", metres=None)))

    assert month_line([day]) == "1 session, 36 sec of work · 3 breaks"
    assert month_line([with_run]).endswith(" · 2 activities, 7.3 km · 3 breaks")
    alone = replace(day, entries=(activity(metres=None),))
    assert month_line([alone]) == "1 activity"
    assert month_line([listed(*breaks(1))]) == "1 break"
    assert month_line([LogDay(DAY, day_record(DAY), ())]) == ""


def test_a_day_is_told_without_what_was_not_said():
    assert day_title(DayRecord(DAY)) == "How the day was"
    assert day_title(day_record(DAY)) == "Easy day"
    assert day_line(DayRecord(DAY)) == ""
    assert day_line(day_record(DAY)) == (
        "Below the knee and Lower back, left · tingling or numbness · Heat helped well · "
        "Walking helped very well · slept 6 hr 45 min · sleep: fair · stress 7 · "
        "sat 8 hr 30 min · 1 hr 35 min without a break at most · stood long, 1 hr 15 min · "
        "lifted something heavy · 9,400 steps · Nach dem Umzug"
    )


def test_each_group_of_a_day_has_its_line():
    nothing, whole = DayRecord(DAY), day_record(DAY, note=DayNote(household=True), steps=1)
    assert (pain_line(nothing), rest_line(nothing), load_line(nothing)) == ("", "", "")
    assert pain_line(whole).startswith("pain 4 · Below the knee")
    assert load_line(whole) == "much to do in the house · 1 step"
