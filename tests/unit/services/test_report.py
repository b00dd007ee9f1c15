"""What a report of some weeks holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import PainTrigger, Relief
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.exercise import Side
from coreapp.domain.load import RunWeek
from coreapp.domain.pain import PainDay, PainPlace
from coreapp.domain.settings import Settings
from coreapp.domain.training_log import BreakSpan, SessionKind
from coreapp.services.report import DoneDose, Report, ReportPart, ReportWeek
from coreapp.services.report_reading import ReportReader
from coreapp.services.report_words import (
    dose_words,
    doses_line,
    effort_figure,
    head_facts,
    line_minutes,
    line_title,
    pain_figures,
    part_label,
    period_line,
    section_title,
    side_words,
)
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import performed_set
from tests.fakes.training_days import EVENING, TODAY, Kept, day, did, keep, ran
from tests.fakes.work import FakeDatabase


def report_of(*kept: Kept, days: int = 28) -> Report:
    database = FakeDatabase()
    keep(database, kept)
    reader = ReportReader(database, FakeClock(EVENING), Settings)
    assert reader.today == TODAY
    return reader.read(TODAY - timedelta(days=days - 1), TODAY)


def hold(phase: int, side: Side, seconds: float, **values):
    return performed_set(
        phase, side=side, actual_seconds=seconds, planned_reps=None, actual_reps=None, **values
    )


LEFT = DoneDose("side-plank", "Seitstütz", Side.LEFT, (20, 20, 18), in_reps=False)


def test_the_days_are_those_asked_for():
    found = report_of(did(27), did(28), ran(27), ran(28), day(28, text="Too early"))

    assert [line.day for line in found.lines] == [TODAY - timedelta(days=27)] * 2
    assert found.notes == ((TODAY - timedelta(days=27), "Zum Schluß gewackelt"),)
    assert (found.made_on, found.last) == (TODAY, TODAY)


def test_pain_that_ended_a_session_before_it_began_counts():
    stopped = replace(did(3, pain_before=8), sets=())
    found = report_of(stopped)

    assert found.lines == ()
    assert found.pain.days == {TODAY - timedelta(days=3): PainDay(8)}


@each_case("days", [0, 368])
def test_a_time_that_is_none_or_too_long_is_refused(days):
    with pytest.raises(InvalidValueError):
        report_of(days=days)


def test_what_was_done_stands_in_its_order_without_breaks_at_the_desk():
    found = report_of(
        ran(1), did(3), did(2, kind=SessionKind.BREAK), did(4, sets=()), ran(5, note="Windy ")
    )

    assert [line_title(line) for line in found.lines] == ["Easy run", "Core-Grundlagen", "Easy run"]
    assert (TODAY - timedelta(days=5), "Windy") in found.notes


def test_doses_are_told_by_exercise_and_side():
    sets = (
        hold(1, Side.LEFT, 20.4),
        hold(2, Side.RIGHT, 15),
        hold(3, Side.LEFT, 19.6),
        hold(4, Side.LEFT, 30, skipped=True),
        hold(5, Side.LEFT, 18),
        performed_set(6, exercise="dog", name="Hund", planned_reps=8, actual_reps=8),
        performed_set(7, exercise="cat", name="Katze", planned_reps=8, actual_reps=None),
    )
    (line,) = report_of(did(0, sets=sets)).lines

    assert line.doses[0] == LEFT
    assert [(each.side, each.amounts) for each in line.doses[1:]] == [
        (Side.RIGHT, (15,)),
        (Side.LEFT, (8,)),
    ]
    assert doses_line(line) == "Seitstütz: left 20, 20, 18 s, right 15 s · Hund: left 8"


def test_how_an_exercise_went_is_told_for_each_side():
    def held(back: int, *seconds: float, side: Side = Side.LEFT):
        return did(back, sets=tuple(hold(n, side, each) for n, each in enumerate(seconds)))

    left, right = report_of(
        held(6, 20, 20), held(4, 22, 25), held(1, 24, 24), held(3, 15, side=Side.RIGHT)
    ).progress

    assert (left.first.amounts, left.last.amounts, left.best) == ((20, 20), (24, 24), 25)
    assert [amount for _day, amount in left.points] == [20, 25, 24]
    assert (right.last.side, right.best) == (Side.RIGHT, 15)


def test_pain_is_added_up():
    places = frozenset({PainPlace.NECK}), frozenset({PainPlace.NECK, PainPlace.MID_BACK})
    found = report_of(
        day(1, pain_worst=3, pain_places=places[0], reliefs=((Relief.HEAT, 1),)),
        day(2, pain_places=places[1], tingled=True, reliefs=((Relief.HEAT, 2), (Relief.COLD, 0))),
        day(3, pain_triggers=frozenset({PainTrigger.TURNING})),
        did(0, pain_after=2, pain_next_morning=4),
    ).pain

    assert found.days == {
        TODAY - timedelta(days=2): PainDay(None, places[1], tingled=True),
        TODAY - timedelta(days=1): PainDay(3, places[0]),
        TODAY: PainDay(2),
    }
    assert list(found.places.items()) == [(PainPlace.NECK, 2), (PainPlace.MID_BACK, 1)]
    assert (found.tingled, found.triggers) == (1, {PainTrigger.TURNING: 1})
    assert found.reliefs == {Relief.HEAT: (2, 3), Relief.COLD: (1, 0)}


def test_weeks_without_runs_between_others_are_told():
    found = report_of(ran(1, 30, metres=5000), ran(15, 40, kind=ActivityType.RUN_TEMPO))

    monday = TODAY - timedelta(days=3)
    assert found.weeks == (
        ReportWeek(monday - timedelta(days=14), RunWeek(1, 40, tempo_minutes=40), 0),
        ReportWeek(monday - timedelta(days=7), RunWeek(), 0),
        ReportWeek(monday, RunWeek(1, 30, 5000, 1800), 5000),
    )
    assert report_of(did(0)).weeks == ()


def test_sitting_is_added_up_over_the_days():
    start = EVENING - timedelta(hours=5)
    span = BreakSpan("s", start, start + timedelta(minutes=95), "Europe/Berlin", "sitting")

    found = report_of(span).sitting

    assert (found.days, found.longest, found.due) == (1, 95 * 60, 3)


@each_case(
    ("amounts", "in_reps", "said"),
    [
        ((20, 20, 20), False, "3\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}20 s"),
        ((20, 20, 18), False, "20, 20, 18 s"),
        ((20,), False, "20 s"),
        ((8, 8), True, "2\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}8"),
        ((8, 6), True, "8, 6"),
    ],
)
def test_a_dose_is_said_in_its_shortest_form(amounts, in_reps, said):
    assert dose_words(replace(LEFT, amounts=amounts, in_reps=in_reps)) == said


def test_what_was_not_entered_is_a_dash():
    line, run = report_of(did(1, pain_before=0, effort=4.5), ran(0, metres=5200)).lines

    assert pain_figures(line.done) == ("0", "–", "–", "–")
    assert (effort_figure(line.done), effort_figure(run.done)) == ("4.5", "–")
    assert (line_minutes(line), line_minutes(run)) == (20, 30)
    assert line_title(run) == "Easy run, 5.2 km"


def test_parts_and_sides_have_their_words():
    assert len({part_label(each) for each in ReportPart}) == len(ReportPart)
    assert section_title(ReportPart.NOTES) != part_label(ReportPart.NOTES)
    assert section_title(ReportPart.PAIN) == part_label(ReportPart.PAIN)
    assert [side_words(each) for each in Side] == ["left", "right", "", "in turns"]
    assert period_line(report_of(days=2)) == "March 4, 2026 to March 5, 2026"


def test_the_head_says_only_figures_of_what_is_given_away():
    found = report_of(did(1, pain_before=2), ran(2, 40), day(3, pain_worst=5))
    sessions = [("Sessions and activities", "2"), ("Time in all", "1 hr")]
    pain = [("Worst pain of a day, mean", "3.5"), ("Days with a pain figure", "2 of 28")]

    assert head_facts(found, set(ReportPart)) == [*sessions, *pain]
    assert head_facts(found, {ReportPart.SESSIONS}) == sessions
    assert head_facts(found, {ReportPart.PAIN, ReportPart.NOTES}) == pain
    assert head_facts(found, {ReportPart.SITTING}) == []
    empty = head_facts(report_of(), set(ReportPart))
    assert [value for _name, value in empty] == ["0", "–", "–", "0 of 28"]
