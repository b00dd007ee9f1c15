"""The question on the day after: for which session it is asked, and where the answer goes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coreapp.domain.errors import DiskFullError, UnknownIdError
from coreapp.domain.training_log import SessionKind
from coreapp.services.next_morning import NextMorning
from coreapp.services.training import TrainingLog
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.records import session
from tests.fakes.work import FakeDatabase


class Home:
    """A log, a clock that says 09:00 on a Monday in Berlin, and what is remembered."""

    def __init__(self) -> None:
        self.database = FakeDatabase()
        self.clock = FakeClock()
        self.file = FakeStateFile()
        self.morning = self.begin()

    def begin(self) -> NextMorning:
        return NextMorning(TrainingLog(self.database, self.clock), self.clock, self.file)

    def did(self, identity: str = "s1", hours_ago: float = 14, **changes) -> None:
        started = self.clock.reading().utc - timedelta(hours=hours_ago)
        open_answer = {"started_at": started, "pain_next_morning": None, "pain_before": 2}
        self.database.stored.sessions.add(session(identity, **(open_answer | changes)))

    @property
    def asked(self) -> str | None:
        found = self.morning.session()
        return found.id if found else None


@pytest.fixture
def home() -> Home:
    return Home()


def test_the_session_of_yesterday_is_asked_about(home: Home) -> None:
    assert home.asked is None
    home.did()
    assert home.asked == "s1"


@pytest.mark.parametrize(
    "changes",
    [
        {"hours_ago": 1},
        {"hours_ago": 34},
        {"kind": SessionKind.BREAK},
        {"pain_before": None},
        {"pain_next_morning": 0},
    ],
)
def test_nothing_else_is_asked_about(home: Home, changes) -> None:
    home.did(**changes)

    assert home.asked is None


def test_of_two_sessions_the_last_one_counts(home: Home) -> None:
    home.did("s1", hours_ago=20)
    home.did("s2", hours_ago=12)
    assert home.asked == "s2"

    home.morning.answer("s2", 1)
    assert home.asked is None


def test_the_answer_stands_with_its_session_and_nothing_else_changes(home: Home) -> None:
    home.did()
    before = home.database.stored.sessions.kept["s1"]

    told = home.morning.answer("s1", 5)

    assert told == replace(before, pain_next_morning=5)
    assert home.database.stored.sessions.kept["s1"] == told


def test_a_session_that_was_deleted_meanwhile_is_told(home: Home) -> None:
    with pytest.raises(UnknownIdError):
        home.morning.answer("gone", 3)


def test_who_does_not_want_to_answer_is_not_asked_again(home: Home) -> None:
    home.did()
    home.morning.dismiss("s1")
    assert home.asked is None

    home.morning = home.begin()
    assert home.asked is None


def test_a_full_disk_is_told_and_it_is_still_not_asked_again(home: Home) -> None:
    home.did()
    home.file.failure = DiskFullError()

    with pytest.raises(DiskFullError):
        home.morning.dismiss("s1")

    assert home.asked is None
