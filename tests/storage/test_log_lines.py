"""Lines of the log: the real database and the fake give the same answers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.log_lines import LogKind, LogMatches, LogTexts, LogWish, SessionLine
from coreapp.domain.training_log import SessionKind
from coreapp.storage.database import SqlDatabase
from tests.fakes.records import EVENING, activity, day_record, performed_set, session
from tests.fakes.work import FakeDatabase

FAR = datetime(2100, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)
HOURS = st.integers(0, 60)
NOTES = st.sampled_from(["", "tired", "windy"])
SESSIONS = st.lists(
    st.tuples(HOURS, st.sampled_from(list(SessionKind)), st.sampled_from(["Core", "Flow"]), NOTES),
    max_size=8,
)
ACTIVITIES = st.lists(
    st.tuples(HOURS, st.sampled_from([ActivityType.WALK, ActivityType.SWIM]), NOTES), max_size=5
)
DAYS = st.dictionaries(
    st.integers(0, 3), st.tuples(st.sampled_from([None, *DayMark]), NOTES), max_size=3
)
MATCHES = st.none() | st.builds(
    LogMatches,
    titles=st.frozensets(st.sampled_from(["Core", "Flow"])),
    exercises=st.frozensets(st.sampled_from(["side-plank", "bird-dog"])),
    types=st.frozensets(st.sampled_from([ActivityType.WALK])),
    marks=st.frozensets(st.sampled_from([DayMark.SICK])),
    sessions=st.frozensets(st.sampled_from(["s0", "s1"])),
    activities=st.frozensets(st.sampled_from(["a0"])),
    days=st.frozensets(st.sampled_from([EVENING.date()])),
)
WISHES = st.builds(LogWish, st.frozensets(st.sampled_from(list(LogKind))), MATCHES)


def fill(database, sessions, activities, days) -> None:
    """Put these in the place of what is there."""
    done = [
        session(
            f"s{number}",
            kind=kind,
            title=title,
            note=note,
            sets=tuple(
                performed_set(at, exercise="bird-dog" if number % 2 else "side-plank")
                for at in range(number % 3)
            ),
            started_at=EVENING - timedelta(hours=hours),
        )
        for number, (hours, kind, title, note) in enumerate(sessions)
    ]
    entered = [
        activity(f"a{number}", type=kind, note=note, started_at=EVENING - timedelta(hours=hours))
        for number, (hours, kind, note) in enumerate(activities)
    ]
    said = [
        day_record(EVENING.date() - timedelta(days=back), mark=mark, text=text)
        for back, (mark, text) in days.items()
    ]
    with database.work() as work:
        work.sessions.remove([each.id for each in work.sessions.between(None, None)])
        work.activities.remove([each.id for each in work.activities.between(None, None)])
        work.days.remove([each.day for each in work.days.between(None, None)])
        work.sessions.add_all(done)
        work.activities.add_all(entered)
        work.days.add_all(said)


@pytest.fixture
def both(sql: SqlDatabase) -> tuple[SqlDatabase, FakeDatabase]:
    return sql, FakeDatabase()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SESSIONS, ACTIVITIES, DAYS, WISHES, st.integers(1, 6), HOURS)
def test_the_database_answers_as_the_fake_does(both, sessions, activities, days, wish, most, hours):
    moment = EVENING - timedelta(hours=hours)
    answers = []
    for database in both:
        fill(database, sessions, activities, days)
        with database.work() as work:
            lines = work.lines
            answers.append(
                (
                    lines.moments(wish, moment, most),
                    lines.sessions(wish, moment, FAR),
                    lines.activities(wish, moment, FAR),
                    lines.days(wish, moment.date(), FAR.date()),
                    lines.oldest(),
                    lines.texts(),
                )
            )
    assert answers[0] == answers[1]


def test_a_line_has_what_is_told_of_a_session(database):
    with database.work() as work:
        work.sessions.add(session())
        (line,) = work.lines.sessions(LogWish(), LONG_AGO, FAR)
    whole = session()
    assert line == SessionLine(
        id="s1",
        kind=whole.kind,
        routine=whole.routine,
        title=whole.title,
        started_at=whole.started_at,
        ended_at=whole.ended_at,
        zone=whole.zone,
        outcome=whole.outcome,
        work_seconds=whole.work_seconds,
        exercise="side-plank",
        effort=6.5,
        pain_before=2,
        pain_during=3,
        pain_after=1,
        note="Zum Schluß gewackelt",
    )
    assert line.worst_pain == 3


def test_a_session_without_sets_or_pain_is_listed_too(database):
    bare = session(sets=(), pain_before=None, pain_during=None, pain_after=None)
    with database.work() as work:
        work.sessions.add(bare)
        (line,) = work.lines.sessions(LogWish(), LONG_AGO, FAR)
    assert (line.work_seconds, line.exercise, line.worst_pain) == (0.0, "", None)


def test_texts_are_there_once(database):
    with database.work() as work:
        work.sessions.add(session("s1"))
        work.sessions.add(session("s2", note=""))
        work.activities.add(activity())
        work.days.add(day_record(date(2026, 3, 4)))
        assert work.lines.texts() == LogTexts(
            titles=(("Core-Grundlagen", "core-basics-runners"),),
            exercises=(("side-plank", "Seitstütz"),),
            session_notes=(("s1", "Zum Schluß gewackelt"),),
            activity_notes=(("a1", "Am Fluß entlang"),),
            day_notes=((date(2026, 3, 4), "Nach dem Umzug"),),
        )


def test_an_empty_log_has_no_oldest(database):
    with database.work() as work:
        assert work.lines.oldest() is None
        work.days.add(day_record(date(2026, 3, 4)))
        assert work.lines.oldest() == datetime(2026, 3, 4, tzinfo=UTC)
