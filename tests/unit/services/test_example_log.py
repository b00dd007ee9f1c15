"""The made-up weeks: nothing in the future, everything as the rules of a log want it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count, pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.day_record import DayMark
from coreapp.domain.occurrences import occurrences
from coreapp.domain.programme import split_id
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.example_log import (
    COURSE,
    COURSE_DAYS,
    DAYS,
    EVENING,
    ExampleLog,
    ExampleMaker,
    desk_begins,
    desk_ends,
)
from coreapp.services.programme_standing import CourseStanding
from tests.each_case import each_case
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.programmes import ProgrammeHome
from tests.fakes.work import FakeDatabase

BERLIN = "Europe/Berlin"
ZONES = (BERLIN, "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu", "Australia/Lord_Howe")

moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))


def made(now: datetime = MORNING, zone: str = BERLIN, *, planned: bool = True) -> ExampleLog:
    home = ProgrammeHome(clock=FakeClock(now, zone))
    maker = ExampleMaker(home.library, _ids(), now, zone)
    programme = home.programmes.programme(COURSE)
    course = (programme, home.programmes.untouched(programme)) if planned else None
    return maker.make(BreakSettings(), course)


@cache
def weeks() -> ExampleLog:
    """Return those that are usual, for what only looks at them."""
    return made()


def _ids():
    numbers = count(1)
    return lambda: f"made-{next(numbers)}"


def moments_of(log: ExampleLog) -> Iterator[datetime]:
    for session in log.sessions:
        yield session.started_at
        yield session.ended_at
    for run in log.activities:
        yield run.started_at + timedelta(minutes=run.minutes)
    for span in log.spans:
        yield span.end


@settings(max_examples=settings.default.max_examples // 6)
@given(now=moments, zone=st.sampled_from(ZONES))
def test_whenever_and_wherever_it_is_the_log_is_possible(now: datetime, zone: str) -> None:
    """One test, as a log takes long to make."""
    log = made(now, zone)

    nothing_lies_in_the_future_and_nothing_before_the_weeks(log, now, zone)
    what_was_done_is_possible(log)
    each_planned_session_ticks_off_a_day_of_its_entry(log)


def nothing_lies_in_the_future_and_nothing_before_the_weeks(
    log: ExampleLog, now: datetime, zone: str
) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()

    assert all(now - timedelta(days=DAYS + 1) <= each <= now for each in moments_of(log))
    assert all(today - timedelta(days=DAYS) < each.day < today for each in log.days)


def what_was_done_is_possible(log: ExampleLog) -> None:
    for session in log.sessions:
        assert session.started_at < session.ended_at
        assert session.sets
        phases = [each.phase for each in session.sets]
        assert phases == sorted(set(phases))
        for each in session.sets:
            assert 0 < each.actual_seconds <= each.planned_seconds
            assert (each.actual_reps is None) == (each.planned_reps is None)
            assert each.actual_reps is None or 0 < each.actual_reps <= (each.planned_reps or 0)
    spans = sorted(log.spans, key=lambda each: each.start)
    assert all(each.start < each.end for each in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def each_planned_session_ticks_off_a_day_of_its_entry(log: ExampleLog) -> None:
    entries = {each.id: each for each in log.entries}
    done = [each for each in log.sessions if each.planned is not None]

    assert len(done) == 11
    for session in done:
        assert session.planned is not None
        entry = entries[session.planned.entry]
        start = session.planned.original_start
        found = occurrences([entry], start, start + timedelta(seconds=1))
        assert [each.planned for each in found] == [session.planned]


@given(now=moments, zone=st.sampled_from(ZONES))
def test_there_is_a_day_at_the_desk_to_be_seen(now: datetime, zone: str) -> None:
    begins = desk_begins(now, zone)
    here = ZoneInfo(zone)

    assert begins <= now
    assert begins.astimezone(here).date() == now.astimezone(here).date()
    assert desk_ends(now, zone).astimezone(here).date() == now.astimezone(here).date()


@each_case(
    ("now", "begins"),
    [
        (datetime(2026, 3, 2, 19, tzinfo=UTC), datetime(2026, 3, 2, 7, tzinfo=UTC)),
        (datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 5, 30, tzinfo=UTC)),
        (datetime(2026, 3, 2, 0, 10, tzinfo=UTC), datetime(2026, 3, 1, 23, tzinfo=UTC)),
    ],
)
def test_the_desk_is_sat_at_since_eight_or_for_a_while(now: datetime, begins: datetime) -> None:
    assert desk_begins(now, BERLIN) == begins


def test_the_weeks_are_those_of_a_person() -> None:
    log = weeks()

    trained = [each for each in log.sessions if each.kind is SessionKind.SESSION]
    assert 30 <= len(trained) <= 36
    assert len(log.sessions) - len(trained) == 6
    assert [each.outcome for each in trained].count(Outcome.ENDED_EARLY) == 1
    assert len(log.activities) == 24
    assert any(each.mark is DayMark.EASY for each in log.days)
    weekdays = {each.start.astimezone(ZoneInfo(BERLIN)).weekday() for each in log.spans}
    assert weekdays == {0, 1, 2, 3, 4}
    assert sum(bool(each.note) for each in log.sessions) == 3


def test_half_of_the_programme_is_done_and_today_is_open() -> None:
    database = FakeDatabase()
    home = ProgrammeHome(database, FakeClock())
    with database.work() as work:
        weeks().store(work)

    standing = home.programmes.standing(COURSE)

    assert isinstance(standing, CourseStanding)
    assert len(standing.done) == 11
    assert standing.next is not None
    assert (standing.next.week, standing.next.letter) == (COURSE_DAYS // 7 + 1, "a")
    today = home.planning.between(*home.planning.today())
    assert [(each.occurrence.start.time(), each.done) for each in today] == [(EVENING, False)]
    start = home.planning.today()[0]
    coming = home.planning.between(start, start + timedelta(weeks=4))
    assert len(coming) == 12


def test_without_a_programme_there_is_a_log_and_no_plan() -> None:
    log = made(planned=False)

    assert log.entries == ()
    assert all(each.planned is None for each in log.sessions)
    assert all(split_id(each.routine) is None for each in log.sessions)
