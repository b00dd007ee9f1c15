"""What is asked of the log costs the same, however long the log: counted in steps of SQLite.

Steps say the same on every machine. An index that is not there any more, or one that is taken where
it leads to all there ever was, is seen at once.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coreapp.domain.log_lines import LogMatches, LogWish
from coreapp.domain.progress.time_range import TimeRange
from coreapp.domain.settings import Settings
from coreapp.services.adherence import AdherenceReader
from coreapp.services.log_list import LogList
from coreapp.services.planning import Planning
from coreapp.services.progress.reading import ProgressReader
from coreapp.services.training_picture import PictureReader
from coreapp.storage.database import SqlDatabase
from tests.benchmarks.log_of_years import make_log
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_library
from tests.storage.files import change

NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)
TODAY = date(2026, 11, 20)
TWO_WEEKS = timedelta(weeks=2)
STEPS = 50
TIMES = 1.15
"""Goal 7 of the log: three years cost at most 1.3 times what one costs, so two this much."""


OLDER = f"started_at < '{NOW - timedelta(days=365):%F %T}'"
LAST_YEAR = (
    f"DELETE FROM performed_set WHERE session_id IN (SELECT id FROM session WHERE {OLDER})",
    *(f"DELETE FROM {table} WHERE {OLDER}" for table in ("session", "break_span", "activity")),
    f"DELETE FROM day_record WHERE day < '{NOW - timedelta(days=365):%F}'",
)
"""What leaves one year of a log: to make another takes longer."""


class Log:
    """A log whose steps are counted."""

    def __init__(self, path: Path) -> None:
        self.database = SqlDatabase(path)
        self.steps = 0
        with self.database.work() as work:
            connection = work.figures._session.connection()
        connection.engine.dispose()
        from sqlalchemy import event

        event.listen(connection.engine, "connect", self._count)

    def _count(self, connection, _record) -> None:
        connection.set_progress_handler(self._step, STEPS)

    def _step(self) -> int:
        self.steps += STEPS
        return 0

    def cost(self, question: Callable[["Log"], object]) -> int:
        """Return how many steps a question takes; everything has to be open."""
        self.steps = 0
        question(self)
        return self.steps

    def progress(self, chosen: TimeRange) -> object:
        clock = FakeClock(NOW)
        adherence = AdherenceReader(self.database, clock)
        return ProgressReader(self.database, clock, Settings, adherence.between).read(chosen)

    def within(self, ask: Callable[..., object]) -> object:
        with self.database.reading() as work:
            return ask(work)


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[tuple[Log, Log]]:
    """A log of a year and one of two, which have been opened and read."""
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    make_log(two, 2, NOW)
    shutil.copy(two, one)
    change(one, *LAST_YEAR)
    change(one, "VACUUM")
    made = Log(one), Log(two)
    for each in made:
        each.progress(TimeRange.TWELVE_WEEKS)
    yield made
    for each in made:
        each.database.close()


def coming(log: Log) -> object:
    planning = Planning(shipped_library(), log.database, FakeClock(NOW), iter(()).__next__)
    return planning.between(NOW - TWO_WEEKS, NOW + TWO_WEEKS)


def picture(log: Log) -> object:
    return PictureReader(log.database, FakeClock(NOW), Settings).read()


QUESTIONS: dict[str, Callable[[Log], object]] = {
    "progress of twelve weeks": lambda log: log.progress(TimeRange.TWELVE_WEEKS),
    "progress of a year": lambda log: log.progress(TimeRange.YEAR),
    "one exercise": lambda log: log.within(
        lambda work: work.figures.exercises(NOW - 6 * TWO_WEEKS, NOW, "side-plank")
    ),
    "sessions of two weeks": lambda log: log.within(
        lambda work: work.sessions.between(NOW - TWO_WEEKS, None)
    ),
    "the session that was cut off": lambda log: log.within(
        lambda work: work.sessions.last_interrupted()
    ),
    "a day at the desk": lambda log: log.within(
        lambda work: work.spans.between(NOW - timedelta(days=1), NOW)
    ),
    "the first page of the log": lambda log: log.within(
        lambda work: work.lines.moments(LogWish(), NOW + timedelta(days=1), 50)
    ),
    "what the rules look at": picture,
    "what is planned": coming,
    "what became of the plan": lambda log: AdherenceReader(log.database, FakeClock(NOW)).between(
        TODAY - TWO_WEEKS, TODAY
    ),
    "the list of the log": lambda log: LogList(log.database, FakeClock(NOW)).page(LogWish()),
    "a word in the log": lambda log: LogList(log.database, FakeClock(NOW)).page(
        LogWish(matches=LogMatches(exercises=frozenset({"side-plank", "glute-bridge"})))
    ),
    "a week at the desk": lambda log: log.within(
        lambda work: work.spans.between(NOW - TWO_WEEKS / 2, NOW)
    ),
    "activities of two weeks": lambda log: log.within(
        lambda work: work.activities.between(NOW - TWO_WEEKS, None)
    ),
}


def both_sides_of_everything(log: Log) -> object:
    return log.within(lambda work: work.figures.sides(NOW - timedelta(days=3650), NOW))


def test_two_years_of_log_cost_what_one_costs(logs: tuple[Log, Log]) -> None:
    """One test, as the logs take seconds to make."""
    steps = {name: tuple(log.cost(ask) for log in logs) for name, ask in QUESTIONS.items()}
    # A tree with twice as many leaves may be a level higher.
    grown = {name: pair for name, pair in steps.items() if pair[1] > TIMES * pair[0] + 500}
    assert not grown, "steps with a year, and with two"
    # That they are counted is seen where everything has to be read.
    one, two = (log.cost(both_sides_of_everything) for log in logs)
    assert two > 1.5 * one
