"""The shipped programmes with a plan and a log in memory."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import count

from coreapp.content.programme_files import load_programmes
from coreapp.domain.programme import Course, Programme
from coreapp.domain.training_log import Outcome
from coreapp.services.adherence import AdherenceReader
from coreapp.services.library import Library
from coreapp.services.planning import Planning
from coreapp.services.programme_facts import Wish
from coreapp.services.programme_series import ProgrammeSeries
from coreapp.services.programme_shelf import ProgrammeShelf
from coreapp.services.programme_shifts import ProgrammeShifts
from coreapp.services.programme_standing import CourseStanding, GrowthStanding
from coreapp.services.programmes import Programmes
from tests.fakes import records
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import ASSETS, shipped_library
from tests.fakes.work import FakeDatabase

BACK = "back-strength-8wk"
SUN = "sun-salutation-5-to-10"
MONDAY = date(2026, 3, 2)
DAYS = frozenset({"MO", "WE", "FR"})


@lru_cache
def shipped_programmes() -> dict[str, Programme]:
    """Return the programmes; they never change, so all tests share them."""
    library = shipped_library()
    exercises = {each.id: each for each in library.exercises}
    return load_programmes(ASSETS / "programmes", exercises, {each.id for each in library.routines})


def shipped_course() -> Course:
    """Return the weeks of the back programme."""
    course = shipped_programmes()[BACK].plan
    assert isinstance(course, Course)
    return course


class ProgrammeHome:
    """A library of its own, a plan, a log and a clock; it is 09:00 on a Monday in Berlin."""

    def __init__(
        self, database: FakeDatabase | None = None, clock: FakeClock | None = None
    ) -> None:
        shipped = shipped_library()
        self.library = Library(
            {each.id: each for each in shipped.exercises},
            {each.id: each for each in shipped.routines},
        )
        self.database = database or FakeDatabase()
        self.clock = clock or FakeClock()
        self.file = FakeStateFile()
        self.shelf = ProgrammeShelf(shipped_programmes, self.file, self.clock)
        self.library.look_in(self.shelf.find)
        self._ids = count(1)
        self._sessions = count(1)
        series = ProgrammeSeries(self.shelf, self.clock)
        self.planning = Planning(
            self.library, self.database, self.clock, self.new_id, series=series
        )
        self.programmes = Programmes(
            shelf=self.shelf,
            library=self.library,
            planning=self.planning,
            database=self.database,
            clock=self.clock,
        )
        self.shifts = ProgrammeShifts(
            programmes=self.programmes,
            shelf=self.shelf,
            planning=self.planning,
            database=self.database,
            clock=self.clock,
            new_id=self.new_id,
        )
        self.adherence = AdherenceReader(self.database, self.clock, series)

    def new_id(self) -> str:
        return f"id{next(self._ids):03}"

    def now(self) -> datetime:
        return self.clock.reading().utc

    def did(self, routine: str, days_ago: float = 0, **changes) -> str:
        """Put a session into the log: green, easy and done well, if nothing else is said."""
        easy = {
            "effort": 3.0,
            "pain_before": 1,
            "pain_during": 1,
            "pain_after": 1,
            "pain_next_morning": 1,
            "form_ok": True,
            "stop_sign": False,
            "planned": None,
            "outcome": Outcome.COMPLETED,
        }
        identity = f"s{next(self._sessions):03}"
        easy["started_at"] = self.now() - timedelta(days=days_ago)
        session = records.session(identity, routine=routine, **(easy | changes))
        self.database.stored.sessions.add(session)
        return identity

    def did_weeks(self, weeks: int, until_days_ago: float = 1, **changes) -> None:
        """Do some whole weeks of the back programme, the last session some days ago."""
        places = [(week, letter) for week in range(1, weeks + 1) for letter in "abc"]
        for index, (week, letter) in enumerate(reversed(places)):
            self.did(f"{BACK}-w{week}-{letter}", until_days_ago + 7 / 3 * index, **changes)

    def saluted(self, passes: int, days_ago: float, done: int | None = None, **changes) -> str:
        """Do some passes of the sun salutation in a session of its programme."""
        sets = tuple(
            records.performed_set(
                number,
                exercise="sun-salutation",
                skipped=number >= (passes if done is None else done),
            )
            for number in range(passes)
        )
        return self.did(f"{SUN}-p{passes}", days_ago, sets=sets, **changes)

    def plan(self, identity: str = BACK, **changes):
        wish = {"start": MONDAY, "weekdays": DAYS, "at": "18:30"} | changes
        return self.shifts.put_into_plan(identity, Wish(**wish)).change

    def course(self) -> CourseStanding:
        """How far one is with the back programme."""
        standing = self.programmes.standing(BACK)
        assert isinstance(standing, CourseStanding)
        return standing

    def growth(self) -> GrowthStanding:
        """How far one is with the sun salutation."""
        standing = self.programmes.standing(SUN)
        assert isinstance(standing, GrowthStanding)
        return standing
