"""Reading the log for Progress: local days, ranges, and rows that began long ago."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType
from coreapp.domain.adherence import Adherence
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.progress.movement import Area
from coreapp.domain.progress.time_range import Step, TimeRange
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.training_log import BreakSpan, Outcome
from coreapp.services.charts import PanelKey
from coreapp.services.progress.page import Progress
from coreapp.services.progress.reading import STREAK_WEEKS, ProgressReader
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import activity, performed_set, session
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

NOW = datetime(2026, 11, 18, 20, tzinfo=UTC)
TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 16)
A_DAY = timedelta(days=1)


class World:
    """A log with its reader."""

    def __init__(self, now: datetime = NOW, zone: str = "Europe/Berlin") -> None:
        self.database = FakeDatabase()
        self.settings = Settings()
        self.asked: list[tuple[date, date]] = []
        self.reader = ProgressReader(
            self.database, FakeClock(now, zone), lambda: self.settings, self._adherence
        )
        self.progress = Progress(self.reader, shipped_library())

    def _adherence(self, first: date, last: date) -> Adherence:
        self.asked.append((first, last))
        return Adherence()

    def did(self, moment: datetime, minutes: int = 10, **changes) -> None:
        stored = self.database.stored
        identity = f"s{len(stored.sessions.kept)}"
        end = moment + timedelta(minutes=minutes)
        changes = {"sets": (performed_set(),), **changes}
        stored.sessions.add(session(identity, started_at=moment, ended_at=end, **changes))

    def ran(self, moment: datetime, **changes) -> None:
        stored = self.database.stored
        stored.activities.add(
            activity(f"a{len(stored.activities.kept)}", started_at=moment, **changes)
        )

    def read(self, chosen: TimeRange = TimeRange.TWELVE_WEEKS, today=None):
        return self.reader.read(chosen, today)


def test_an_empty_log():
    found = World().read(TimeRange.ALL)
    assert (found.heat.minutes, found.streak.length, found.course, found.balance) == (
        0,
        0,
        None,
        (),
    )
    assert found.window.step is Step.WEEK
    assert found.today == TODAY


def test_the_first_range_is_twelve_weeks_until_the_log_is_half_a_year_old():
    scene = World()
    progress = scene.progress
    assert progress.first_range() is TimeRange.TWELVE_WEEKS
    scene.did(NOW - timedelta(weeks=10))
    assert progress.first_range() is TimeRange.TWELVE_WEEKS
    scene.did(NOW - timedelta(weeks=30))
    assert progress.first_range() is TimeRange.YEAR


def test_what_was_done_belongs_to_the_local_day_of_its_own_zone():
    world = World()
    # Half past ten in the evening in UTC: the next day in Auckland, the same day in New York.
    moment = datetime(2026, 11, 15, 22, 30, tzinfo=UTC)
    world.did(moment, 10, zone="Pacific/Auckland")
    world.ran(moment, zone="America/New_York", minutes=20)
    days = {each.start: each.minutes for each in world.read().heat.cells if each.minutes}
    assert days == {date(2026, 11, 16): 10, date(2026, 11, 15): 20}


@each_case(
    ("moment", "day"),
    [
        # The clocks go back at three on 25 October and forth at two on 29 March.
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), date(2026, 10, 24)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
    ],
)
def test_days_on_which_the_clocks_change(moment, day):
    world = World()
    world.did(moment)
    assert [each.start for each in world.read(TimeRange.YEAR).heat.cells if each.minutes] == [day]


def test_a_session_without_work_is_none_and_a_short_one_is_a_minute():
    world = World()
    world.did(NOW - A_DAY, 10, sets=())
    world.did(NOW - A_DAY, 0, outcome=Outcome.ENDED_EARLY)
    assert world.read().heat.minutes == 1


def test_pain_of_sessions_and_days_stands_together():
    world = World()
    world.did(NOW - A_DAY, pain_before=1, pain_during=5, pain_after=None, pain_next_morning=2)
    world.ran(
        NOW - 2 * A_DAY, pain_before=None, pain_during=None, pain_after=None, pain_next_morning=None
    )
    world.database.stored.days.add(DayRecord(TODAY, pain_worst=3))
    found = world.read().recovery
    assert found.last_pain == (TODAY, 3)
    assert found.steps[-1].pain == 4
    assert found.steps[-1].pain_days == 2


def test_running_is_counted_as_the_settings_say():
    world = World()
    world.ran(NOW - A_DAY, minutes=30, metres=5000)
    assert world.read().runs.now.step.now == 30
    world.settings = Settings(run_metric=RunMetric.KILOMETRES)
    assert world.read().runs.now.step.now == 5000


def test_a_week_that_was_easy_is_not_what_running_is_compared_with():
    world = World()
    for back, minutes in ((14, 100), (7, 40)):
        world.ran(NOW - back * A_DAY, minutes=minutes, type=ActivityType.RUN_EASY)
    assert world.read().runs.now.step.base == 40
    world.database.stored.days.add(DayRecord(TODAY - 7 * A_DAY, DayMark.SICK))
    assert world.read().runs.now.step.base == 100


def test_a_marked_day_to_come_lowers_the_bar_of_this_week():
    world = World()
    for back in range(1, 9):
        for each in range(3):
            world.did(datetime(2026, 11, 16, 18, tzinfo=UTC) - (7 * back - each) * A_DAY)
    assert world.read().streak.now.bar == 3
    for each in (3, 4, 5, 6):
        world.database.stored.days.add(DayRecord(MONDAY + each * A_DAY, DayMark.TRAVEL))
    assert world.read().streak.now.bar == 1


def test_a_row_that_began_before_what_is_read_is_followed_back():
    world = World()
    weeks = 2 * STREAK_WEEKS + 5
    for back in range(weeks):
        world.did(NOW - 7 * back * A_DAY)
    assert world.read().streak.length == weeks
    assert world.read(TimeRange.ALL).streak.length == weeks
    # A week of illness long ago is known, too.
    lost = NOW - 7 * (STREAK_WEEKS + 10) * A_DAY
    stored = world.database.stored
    gone = next(each.id for each in stored.sessions.kept.values() if each.started_at == lost)
    stored.sessions.delete(gone)
    assert world.read().streak.length == STREAK_WEEKS + 10
    monday = lost.date() - lost.weekday() * A_DAY
    for each in range(7):
        stored.days.add(DayRecord(monday + each * A_DAY, DayMark.SICK))
    assert world.read().streak.length == weeks - 1


def test_exercises_come_with_the_course_of_the_first():
    world = World()
    for back in (0, 1):
        world.did(NOW - back * A_DAY, sets=(performed_set(exercise="plank", name="Plank"),))
    world.did(NOW - A_DAY, sets=(performed_set(actual_seconds=20.0),))
    found = world.read()
    assert [each.exercise for each in found.exercises] == ["plank", "side-plank"]
    assert (found.course.exercise, found.course.advance.latest) == ("plank", 18)
    shown = world.progress.exercise("side-plank", TimeRange.ALL)
    assert (shown.key, shown.title, shown.number) == (PanelKey.EXERCISE, "Side plank", "20")


def test_the_first_local_day_begins_early_in_the_east_and_the_last_ends_late_in_the_west():
    world = World(datetime(2026, 11, 18, 12, tzinfo=UTC), "UTC")
    early = datetime(2026, 8, 30, 10, 30, tzinfo=UTC)
    late = datetime(2026, 11, 19, 10, 30, tzinfo=UTC)
    world.did(early, zone="Pacific/Kiritimati")
    world.did(late, zone="Pacific/Niue")
    found = world.read()
    assert [each.sessions for each in found.exercises] == [2]
    assert found.heat.active_days == 2


def test_sides_are_compared_over_four_weeks():
    world = World()
    for back, left in ((0, 22.0), (60, 18.0)):
        sets = tuple(
            performed_set(number, side=side, actual_seconds=seconds)
            for number, (side, seconds) in enumerate([("left", left), ("right", 24.0)] * 2)
        )
        world.did(NOW - back * A_DAY, sets=sets)
    (change,) = world.read().balance
    assert (change.now.percent, change.before.percent, change.weeks_ago) == (8, 25, 8)


def span(start: datetime, minutes: float, kind: str = "sitting") -> BreakSpan:
    return BreakSpan(str(start), start, start + timedelta(minutes=minutes), "Europe/Berlin", kind)


def test_the_spans_of_today_may_be_given_up_to_now():
    world = World()
    yesterday = NOW - A_DAY
    world.database.stored.spans.add([span(yesterday, 40), span(NOW - timedelta(hours=2), 20)])
    assert world.read().desk.today == 1200
    given = [span(NOW - timedelta(hours=2), 50)]
    found = world.read(TimeRange.YEAR, given).desk
    assert (found.today, found.now.days, found.now.longest) == (3000, 2, 2700)
    assert world.read(TimeRange.YEAR, []).desk.today is None


def test_over_years_plan_desk_and_running_are_told_for_one():
    world = World()
    world.did(NOW - 900 * A_DAY)
    world.ran(NOW - 800 * A_DAY)
    found = world.read(TimeRange.ALL)
    assert found.window.step is Step.MONTH
    assert found.window.first == date(2024, 6, 1)
    assert found.heat.active_days == 2
    assert len(found.runs.weeks) == len(found.desk.steps) == 53
    assert world.asked == [(found.near.first, TODAY)]


def test_only_the_last_efforts_are_told():
    world = World()
    for back in range(20):
        world.did(NOW - back * A_DAY, effort=None if back == 3 else back / 2)
    efforts = world.read().efforts
    assert len(efforts) == 12
    assert [each.effort for each in efforts[-4:]] == [2, 1, 0.5, 0]


def test_a_log_that_cannot_be_read():
    world = World()
    world.database.failure = DatabaseBusyError()
    with pytest.raises(DatabaseBusyError):
        world.progress.page(TimeRange.YEAR)


moments = st.lists(
    st.tuples(
        st.datetimes(datetime(2026, 9, 1), datetime(2026, 11, 17)).map(
            lambda each: each.replace(tzinfo=UTC)
        ),
        st.sampled_from(["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Niue", "Nowhere/Gone"]),
        st.integers(1, 90),
    ),
    max_size=12,
)


@given(found=moments, data=st.data())
def test_whatever_the_zones_days_weeks_and_areas_agree(found, data):
    answers = []
    for each in (found, data.draw(st.permutations(found))):
        world = World()
        for moment, zone, minutes in each:
            world.ran(moment, zone=zone, minutes=minutes)
        read = world.read()
        total = sum(minutes for _moment, _zone, minutes in found)
        assert read.heat.minutes == total
        assert sum(step.areas.get(Area.RUNS, 0) for step in read.minutes) == total
        assert sum(week.step.now for week in read.runs.weeks) == total
        answers.append((read.heat, read.minutes, read.streak))
    assert answers[0] == answers[1]
