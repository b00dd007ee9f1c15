"""What the port of figures promises, kept by the fake and the real database."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.exercise import Side
from coreapp.domain.progress.recovery import DayFigures
from coreapp.domain.progress.sides import SideSum
from coreapp.domain.training_log import Outcome, PlannedOccurrence, SessionKind
from coreapp.services.figure_ports import (
    ActivitySummary,
    ExerciseInSession,
    SessionInCalendar,
    SessionSummary,
)
from tests.fakes.records import EVENING, activity, day_record, performed_set, session
from tests.fakes.work import FakeDatabase

A_DAY = timedelta(days=1)
START, END = EVENING - A_DAY, EVENING + A_DAY


def test_a_session_is_told_without_its_sets(database):
    with database.work() as work:
        work.sessions.add(session())
    with database.reading() as work:
        (found,) = work.figures.sessions(START, END)
    assert found == SessionSummary(
        kind=SessionKind.SESSION,
        routine="core-basics-runners",
        started_at=EVENING,
        ended_at=EVENING + timedelta(minutes=15, microseconds=1),
        zone="Europe/Berlin",
        spent_seconds=871.5,
        planned=PlannedOccurrence("e1", EVENING - timedelta(minutes=3)),
        effort=6.5,
        pain_before=2,
        pain_during=3,
        pain_after=1,
        pain_next_morning=4,
    )


def test_a_calendar_is_told_of_every_session_newest_first(database):
    with database.work() as work:
        work.sessions.add(session(title="Mine"))
        later = EVENING + timedelta(hours=1)
        idle = session("idle", sets=(performed_set(actual_seconds=0.0),), started_at=later)
        work.sessions.add(replace(idle, planned=None, outcome=Outcome.ENDED_EARLY))
    with database.reading() as work:
        newest, oldest = work.figures.in_calendar(START, END)
        assert not work.figures.in_calendar(START, EVENING)
        assert len(work.figures.in_calendar(EVENING, later)) == 1
    assert (newest.id, newest.has_work, newest.planned) == ("idle", False, None)
    assert newest.outcome is Outcome.ENDED_EARLY
    assert oldest == SessionInCalendar(
        id=session().id,
        kind=SessionKind.SESSION,
        routine="core-basics-runners",
        title="Mine",
        started_at=EVENING,
        ended_at=EVENING + timedelta(minutes=15, microseconds=1),
        zone="Europe/Berlin",
        outcome=session().outcome,
        has_work=True,
        spent_seconds=871.5,
        planned=PlannedOccurrence("e1", EVENING - timedelta(minutes=3)),
        effort=6.5,
    )


def test_a_session_without_work_is_none(database):
    with database.work() as work:
        work.sessions.add(session("empty", sets=()))
        work.sessions.add(session("idle", sets=(performed_set(actual_seconds=0.0),)))
        work.sessions.add(session("unplanned", planned=None))
    with database.reading() as work:
        (found,) = work.figures.sessions(START, END)
    assert found.planned is None


def test_the_limits_are_from_and_up_to(database):
    with database.work() as work:
        work.sessions.add(session())
        work.activities.add(activity(started_at=EVENING))
    with database.reading() as work:
        figures = work.figures
        assert len(figures.sessions(EVENING, END)) == len(figures.activities(EVENING, END)) == 1
        assert not figures.sessions(START, EVENING)
        assert not figures.activities(START, EVENING)
        assert not figures.exercises(START, EVENING)
        assert not figures.sides(START, EVENING)


def test_what_was_done_is_told_oldest_first(database):
    with database.work() as work:
        for number in (2, 3, 1):
            moment = EVENING + number * timedelta(minutes=1)
            work.sessions.add(session(f"s{number}", started_at=moment, effort=number))
            work.activities.add(activity(f"a{number}", started_at=moment, minutes=number))
    with database.reading() as work:
        assert [each.effort for each in work.figures.sessions(START, END)] == [1, 2, 3]
        assert [each.minutes for each in work.figures.activities(START, END)] == [1, 2, 3]


def test_an_activity_is_told_by_what_is_counted(database):
    with database.work() as work:
        work.activities.add(activity())
    with database.reading() as work:
        (found,) = work.figures.activities(START, END)
    assert found == ActivitySummary(
        type=ActivityType.RUN_EASY,
        started_at=EVENING + timedelta(hours=1),
        zone="Europe/Berlin",
        minutes=42,
        metres=7300,
        effort=4.5,
        pain_before=1,
        pain_during=3,
        pain_after=2,
        pain_next_morning=0,
    )


def test_the_oldest_of_all(database):
    with database.work() as work:
        assert work.figures.oldest() is None
        work.activities.add(activity())
        assert work.figures.oldest() == EVENING + timedelta(hours=1)
        work.sessions.add(session())
        assert work.figures.oldest() == EVENING


def test_sides_are_added_up(database):
    with database.work() as work:
        sets = (
            performed_set(1, actual_seconds=10.0),
            performed_set(2, actual_seconds=14.0, actual_reps=7),
            performed_set(3, side=Side.RIGHT, actual_seconds=20.0),
            performed_set(4, side=Side.BOTH, actual_seconds=50.0),
            performed_set(5, side=Side.RIGHT, actual_seconds=90.0, skipped=True),
        )
        work.sessions.add(session(sets=sets))
    with database.reading() as work:
        found = work.figures.sides(START, END)
    assert found == [
        SideSum("side-plank", "Seitstütz", Side.LEFT, 2, 24.0, 1, 7),
        SideSum("side-plank", "Seitstütz", Side.RIGHT, 1, 20.0, 0, 0),
    ]


def test_the_best_of_each_exercise_in_each_session(database):
    with database.work() as work:
        sets = (
            performed_set(1, actual_seconds=10.0, actual_reps=4, name="Side plank"),
            performed_set(2, actual_seconds=14.0),
            performed_set(3, actual_seconds=99.0, actual_reps=99, skipped=True),
            performed_set(4, exercise="bird-dog", actual_seconds=8.0, actual_reps=12),
        )
        work.sessions.add(session(sets=sets))
        later = EVENING + timedelta(hours=1)
        work.sessions.add(session("s2", started_at=later, sets=(performed_set(1),)))
    with database.reading() as work:
        found = work.figures.exercises(START, END)
        alone = work.figures.exercises(START, END, "bird-dog")
    berlin = "Europe/Berlin"
    bird_dog = ExerciseInSession("bird-dog", "Seitstütz", EVENING, berlin, 1, 1, 8.0, 12)
    assert found == [
        bird_dog,
        ExerciseInSession("side-plank", "Side plank", EVENING, berlin, 2, 1, 14.0, 4),
        ExerciseInSession("side-plank", "Seitstütz", later, berlin, 1, 0, 18.125, None),
    ]
    assert alone == [bird_dog]


def test_what_was_said_of_days(database):
    today = EVENING.date()
    with database.work() as work:
        work.days.add(day_record())
        work.days.add(day_record(today + A_DAY, mark=None, pain_worst=None))
        work.days.add(day_record(today + 2 * A_DAY))
    with database.reading() as work:
        found = work.figures.days(today, today + A_DAY)
    assert found == [
        DayFigures(today, DayMark.EASY, 4, 7, 6.75),
        DayFigures(today + A_DAY, None, None, 7, 6.75),
    ]


sets = st.builds(
    performed_set,
    phase=st.integers(0, 6),
    exercise=st.sampled_from(["side-plank", "bird-dog", "plank"]),
    name=st.sampled_from(["A", "B"]),
    side=st.sampled_from(Side),
    actual_seconds=st.integers(0, 80).map(lambda each: each / 4),
    actual_reps=st.none() | st.integers(0, 30),
    skipped=st.booleans(),
)
sessions = st.lists(
    st.builds(
        session,
        identity=st.integers(0, 30).map(str),
        started_at=st.integers(0, 96).map(lambda each: EVENING + each * timedelta(hours=1)),
        zone=st.sampled_from(["Europe/Berlin", "Pacific/Auckland"]),
        sets=st.lists(sets, max_size=5, unique_by=lambda each: each.phase).map(
            lambda found: tuple(sorted(found, key=lambda each: each.phase))
        ),
    ),
    max_size=6,
    unique_by=lambda each: each.id,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=sessions, hours=st.integers(0, 100))
def test_both_say_the_same_of_any_log(sql, found, hours):
    end = EVENING + hours * timedelta(hours=1)
    answers = []
    for database in (FakeDatabase(), sql):
        with database.work() as work:
            # What is of the log before this one goes.
            work.sessions.remove([each.id for each in work.sessions.between(None, None)])
            work.sessions.add_all(found)
        with database.reading() as work:
            figures = work.figures
            answers.append(
                (
                    figures.sessions(EVENING, end),
                    figures.sides(EVENING, end),
                    figures.exercises(EVENING, end),
                    figures.exercises(EVENING, end, "plank"),
                    figures.oldest(),
                )
            )
    assert answers[0] == answers[1]
