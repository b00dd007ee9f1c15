"""Routines for the minutes there are: found by their id, with what was done last left out."""

from datetime import date, timedelta

import pytest

from coreapp.domain.errors import DatabaseBusyError, UnknownIdError
from coreapp.domain.marks import Liking
from coreapp.domain.player import PlayerOptions
from coreapp.domain.wish import Wish
from coreapp.services.composing import LAST_SESSIONS, Composing, first_seed
from coreapp.services.library import Library
from coreapp.services.marks import Marks
from coreapp.services.playing import Playing, Request
from tests.fakes import records
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.own import own_exercise
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase


class Home:
    """A library of its own, a log and a clock."""

    def __init__(self) -> None:
        self.library = Library({each.id: each for each in shipped_library().exercises}, {})
        self.database = FakeDatabase()
        self.clock = FakeClock()
        self.composing = Composing(self.library, self.database, self.clock)

    def did(self, hours_ago: float, *exercises: str, skipped: bool = False) -> None:
        begun = MORNING - timedelta(hours=hours_ago)
        sets = tuple(
            records.performed_set(index, exercise=each, skipped=skipped)
            for index, each in enumerate(exercises)
        )
        session = records.session(f"s{hours_ago}", started_at=begun, sets=sets)
        self.database.stored.sessions.add(session)


@pytest.fixture
def home() -> Home:
    return Home()


def test_the_library_finds_it_and_lists_it_nowhere(home: Home) -> None:
    made = home.composing.propose(Wish(10, area="hips"), 7)

    assert home.library.routine(made.routine.id) is made.routine
    assert home.library.timeline(made.routine.id).seconds == pytest.approx(600, abs=30)
    assert home.library.routine_name(made.routine.id) == "10 minutes for the hips"
    assert home.library.entry_title("Mine", made.routine.id) == "Mine"
    assert list(home.library.routines) == []


def test_it_is_played_and_logged_under_its_name_and_goes_on_after_a_crash(home: Home) -> None:
    made = home.composing.propose(Wish(2, "desk"), 7)
    playing = Playing(home.library, home.database, home.clock, lambda: "new")
    playing.begin(Request(made.routine.id), PlayerOptions())

    later = Playing(Home().library, home.database, home.clock, lambda: "other")
    session = later.interrupted()

    assert session is not None
    assert (session.routine, session.title) == (made.routine.id, "2 minutes for the whole body")
    live = later.go_on("new", PlayerOptions())
    assert live.timeline == home.library.timeline(made.routine.id)


def test_an_unknown_id_stays_unknown(home: Home) -> None:
    with pytest.raises(UnknownIdError):
        home.library.routine("minutes-10-mat-hips-2-7")


def test_what_was_done_last_comes_newest_first(home: Home) -> None:
    home.did(1, "plank", "dead-bug", "plank")
    home.did(20, "bird-dog", "dead-bug")

    assert home.composing.recent() == ("plank", "dead-bug", "bird-dog")


def test_only_the_last_sessions_with_any_work_count(home: Home) -> None:
    home.did(0.5)
    home.did(0.7, "side-plank", skipped=True)
    for hours in range(1, LAST_SESSIONS + 2):
        home.did(hours, f"exercise-{hours}")

    assert home.composing.recent() == ("exercise-1", "exercise-2", "exercise-3")


def test_what_is_long_ago_is_forgotten(home: Home) -> None:
    home.did(15 * 24, "plank")

    assert home.composing.recent() == ()


def test_a_log_that_cannot_be_read_is_told(home: Home) -> None:
    home.database.failure = DatabaseBusyError()

    with pytest.raises(DatabaseBusyError):
        home.composing.recent()


def test_what_was_done_last_is_left_out(home: Home) -> None:
    first = home.composing.propose(Wish(10), 7)
    second = home.composing.propose(Wish(10), 7, first.routine.exercises)

    assert second.reasons.knows_last
    assert second.reasons.repeated < first.reasons.exercises / 2


def test_a_day_begins_with_its_own_seed() -> None:
    today = date(2026, 3, 2)

    assert first_seed(today) == first_seed(date(2026, 3, 2))
    assert abs(first_seed(today) - first_seed(today + timedelta(days=1))) >= 100


def test_what_is_not_for_today_is_chosen_again_tomorrow(home: Home) -> None:
    marks = Marks(FakeStateFile(), home.clock)
    composing = Composing(home.library, home.database, home.clock, lambda: marks.taste)
    wish = Wish(10)
    chosen = composing.propose(wish, 7).routine.exercises
    marks.leave_for_today(chosen[0], left=True)
    assert chosen[0] not in composing.propose(wish, 7).routine.exercises
    home.clock.advance(24 * 3600)
    assert composing.propose(wish, 7).routine.exercises == chosen


def test_an_exercise_of_ones_own_can_be_chosen(home: Home) -> None:
    home.library.put_exercise(own_exercise(equipment=(), figure=""))
    marks = Marks(FakeStateFile(), home.clock)
    marks.like("my-plank", Liking.LIKED)
    composing = Composing(home.library, home.database, home.clock, lambda: marks.taste)
    made = [composing.propose(Wish(20), seed).routine.exercises for seed in range(12)]
    assert any("my-plank" in each for each in made)
