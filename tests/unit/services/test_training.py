"""The log: what was done on which days, edited, deleted, and brought back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.training_log import DateRange, Feeling
from coreapp.services.log_days import in_zone, local_start
from coreapp.services.training import TrainingLog
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import EVENING, session
from tests.fakes.work import FakeDatabase


@pytest.fixture
def database():
    return FakeDatabase()


@pytest.fixture
def training(database):
    return TrainingLog(database, FakeClock())


def add(database, *sessions):
    with database.work() as work:
        for each in sessions:
            work.sessions.add(each)


def test_the_newest_comes_first(training, database):
    older, newer = session("s1"), session("s2", started_at=EVENING + timedelta(days=1))
    add(database, older, newer)

    assert training.history() == [newer, older]


def test_a_session_belongs_to_the_day_of_its_own_place(training, database):
    begun = datetime(2026, 3, 4, 22, 30, tzinfo=UTC)
    add(
        database,
        session("berlin", started_at=begun, zone="Europe/Berlin"),
        session("new york", started_at=begun, zone="America/New_York"),
        session("kiritimati", started_at=begun, zone="Pacific/Kiritimati"),
        session("lost", started_at=begun, zone="Mars/Olympus"),
    )
    fourth = DateRange(date(2026, 3, 4), date(2026, 3, 4))
    fifth = DateRange(date(2026, 3, 5), date(2026, 3, 5))

    assert {each.id for each in training.history(fourth)} == {"berlin", "new york", "lost"}
    assert {each.id for each in training.history(fifth)} == {"kiritimati"}


def test_ends_of_a_range_count_and_may_be_open(training, database):
    add(database, *(session(f"s{n}", started_at=EVENING + timedelta(days=n)) for n in range(3)))
    middle = EVENING.date() + timedelta(days=1)

    assert [each.id for each in training.history(DateRange(first=middle))] == ["s2", "s1"]
    assert [each.id for each in training.history(DateRange(last=middle))] == ["s1", "s0"]


def test_a_zone_that_is_not_known_here_is_taken_for_utc():
    assert in_zone(EVENING, "Mars/Olympus").tzinfo is UTC
    assert local_start(session()).hour == 19


def test_how_it_felt_can_be_changed_later(training, database):
    add(database, session())

    changed = training.save_feeling("s1", Feeling(effort=3, note="easier"))

    assert changed == training.session("s1")
    assert (changed.effort, changed.pain_after, changed.note) == (3, None, "easier")
    assert changed.sets == session().sets


def test_a_deleted_session_can_be_brought_back(training, database):
    add(database, session())

    deleted = training.delete("s1")
    assert training.history() == []
    training.restore(deleted)

    assert training.history() == [session()]


@each_case("command", ["session", "delete"])
def test_a_session_that_is_not_there_is_named(training, command):
    with pytest.raises(UnknownIdError, match="s9"):
        getattr(training, command)("s9")
    with pytest.raises(UnknownIdError, match="s9"):
        training.save_feeling("s9", Feeling())
