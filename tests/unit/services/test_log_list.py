"""The log page by page: every record once, in order, whatever its zone and the size of a page."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.log_lines import ALL_KINDS, LogKind, LogMatches, LogWish
from coreapp.domain.training_log import SessionKind
from coreapp.services.log_days import in_zone
from coreapp.services.log_list import BreakRun, LogList, LogPage, by_month, month_after
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import EVENING, activity, day_record, session
from tests.fakes.work import FakeDatabase

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Kiritimati",  # UTC+14
    "Etc/GMT+12",
    "Asia/Kolkata",
    "Mars/Olympus",
)
ANCHORS = (
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),  # Berlin puts its clocks on
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # and back
    datetime(2026, 2, 28, 23, 0, tzinfo=UTC),
    datetime(2026, 1, 1, 0, 0, tzinfo=UTC),
    datetime(2025, 12, 31, 12, 0, tzinfo=UTC),
)
MOMENTS = st.builds(
    lambda anchor, minutes: anchor + timedelta(minutes=minutes),
    st.sampled_from(ANCHORS),
    st.integers(-48 * 4, 48 * 4).map(lambda quarters: quarters * 15),
)
RECORDS = st.lists(st.tuples(MOMENTS, st.sampled_from(ZONES), st.integers(0, 2)), max_size=40)
DAYS = st.sets(st.dates(date(2025, 12, 1), date(2026, 4, 30)), max_size=8)


def stored(records, days) -> FakeDatabase:
    database = FakeDatabase()
    with database.work() as work:
        for number, (moment, zone, kind) in enumerate(records):
            if kind == 2:
                work.activities.add(activity(f"a{number}", started_at=moment, zone=zone))
                continue
            each = session(f"s{number}", started_at=moment, zone=zone, kind=list(SessionKind)[kind])
            work.sessions.add(each)
        for day in days:
            work.days.add(day_record(day))
    return database


def all_pages(log: LogList, most: int, wish: LogWish) -> list[LogPage]:
    pages = [log.page(wish, None, most)]
    while pages[-1].before is not None:
        assert len(pages) < 1000, "it does not come to an end"
        pages.append(log.page(wish, pages[-1].before, most))
    return pages


def flat(pages) -> list[tuple[date, str]]:
    """Each record with its day, in the order in which it is listed."""
    found = []
    for day in (day for page in pages for day in page.days):
        if day.record is not None:
            found.append((day.day, f"day {day.record.day}"))
        for entry in day.entries:
            lines = entry.lines if isinstance(entry, BreakRun) else (entry,)
            found += [(day.day, each.id) for each in lines]
    return found


@given(RECORDS, DAYS, st.integers(1, 12))
def test_every_record_comes_once_whatever_the_size_of_a_page(records, days, most):
    log = LogList(stored(records, days), FakeClock())

    listed = flat(all_pages(log, most, LogWish()))

    expected = {
        (in_zone(moment, zone).date(), f"{'a' if kind == 2 else 's'}{number}")
        for number, (moment, zone, kind) in enumerate(records)
    }
    expected |= {(day, f"day {day}") for day in days}
    assert len(listed) == len(expected)
    assert set(listed) == expected
    assert [day for day, _key in listed] == sorted((day for day, _key in listed), reverse=True)


@given(RECORDS, DAYS, st.integers(1, 12))
def test_the_order_does_not_depend_on_the_size_of_a_page(records, days, most):
    log = LogList(stored(records, days), FakeClock())

    assert flat(all_pages(log, most, LogWish())) == flat(all_pages(log, 1000, LogWish()))


@given(RECORDS, DAYS)
def test_within_a_day_the_newest_comes_first(records, days):
    log = LogList(stored(records, days), FakeClock())
    for day in log.page(most=1000).days:
        moments = [each.started_at for each in day.entries]
        assert moments == sorted(moments, reverse=True)
        for run in (each for each in day.entries if isinstance(each, BreakRun)):
            assert len(run.lines) > 1
            assert run.started_at == max(each.started_at for each in run.lines)


@given(RECORDS, DAYS, st.integers(1, 12), st.integers(1, 4))
def test_what_was_read_can_be_read_again(records, days, most, count):
    log = LogList(stored(records, days), FakeClock())
    pages = all_pages(log, most, LogWish())[:count]

    again = log.reread(LogWish(), None, pages[-1].before)

    assert again.days == tuple(day for page in pages for day in page.days)


@given(RECORDS, DAYS, st.sets(st.sampled_from(list(LogKind))), st.integers(1, 5))
def test_only_what_is_wished_comes(records, days, kinds, most):
    log = LogList(stored(records, days), FakeClock())
    every = {key: day for day, key in flat(all_pages(log, 1000, LogWish()))}

    listed = flat(all_pages(log, most, LogWish(frozenset(kinds))))

    def kind_of(key: str) -> LogKind:
        if key.startswith("day"):
            return LogKind.DAY
        if key.startswith("a"):
            return LogKind.ACTIVITY
        return LogKind(list(SessionKind)[records[int(key[1:])][2]].value)

    assert {key: day for day, key in listed} == {
        key: day for key, day in every.items() if kind_of(key) in kinds
    }


def test_a_page_is_whole_months():
    records = [(EVENING - timedelta(days=days), "Europe/Berlin", 0) for days in range(0, 90, 3)]
    log = LogList(stored(records, ()), FakeClock())

    page = log.page(most=3)

    assert page.before == date(2026, 2, 1)
    assert {day.day.month for day in page.days} == {2, 3}
    assert [month for month, _days in by_month(page.days)] == [date(2026, 3, 1), date(2026, 2, 1)]


def test_records_that_all_belong_to_a_later_day_are_looked_past():
    # At this moment it is the second of the month in Kiritimati, and still the last in Berlin.
    moment = datetime(2026, 2, 28, 22, 0, tzinfo=UTC)
    records = [(moment, "Pacific/Kiritimati", 0)] * 5 + [(moment - timedelta(days=9), "UTC", 0)]
    log = LogList(stored(records, ()), FakeClock())

    page = log.page(before=date(2026, 3, 1), most=2)

    assert [day.day for day in page.days] == [date(2026, 2, 19)]


def test_one_break_stands_alone_and_several_of_a_day_are_one_line():
    one = [(EVENING, "UTC", 1)]
    two = [*one, (EVENING - timedelta(hours=1), "UTC", 1)]

    (alone,) = LogList(stored(one, ()), FakeClock()).page().days[0].entries
    (run,) = LogList(stored(two, ()), FakeClock()).page().days[0].entries

    assert alone.id == "s0"
    assert isinstance(run, BreakRun)
    assert [each.id for each in run.lines] == ["s0", "s1"]
    assert run.id == "s1"
    assert run.work_seconds == 2 * alone.work_seconds


def test_what_matches_in_titles_exercises_notes_and_marks_comes():
    log = LogList(stored([(EVENING, "UTC", 0), (EVENING, "UTC", 2)], [EVENING.date()]), FakeClock())

    def keys(**matches):
        return [key for _day, key in flat([log.page(LogWish(matches=LogMatches(**matches)))])]

    every = stored([(EVENING, "UTC", 0)], ()).stored.sessions.kept["s0"]
    run = activity("a1")
    assert keys(titles=frozenset({every.title})) == ["s0"]
    assert keys(exercises=frozenset({"side-plank"})) == ["s0"]
    assert keys(sessions=frozenset({"s0"})) == ["s0"]
    assert keys(types=frozenset({run.type})) == ["a1"]
    assert keys(activities=frozenset({"a1"})) == ["a1"]
    assert keys(marks=frozenset({day_record().mark})) == [f"day {EVENING.date()}"]
    assert keys(days=frozenset({EVENING.date()})) == [f"day {EVENING.date()}"]
    assert keys() == []


def test_months_go_back_to_the_first_of_the_log():
    long_ago = datetime(2025, 12, 3, 12, tzinfo=UTC)
    log = LogList(stored([(long_ago, "UTC", 0)], ()), FakeClock())

    assert list(log.months()) == [
        date(2026, 3, 1),
        date(2026, 2, 1),
        date(2026, 1, 1),
        date(2025, 12, 1),
    ]
    assert list(LogList(FakeDatabase(), FakeClock()).months()) == []
    wrong = LogList(stored([], [date(1, 1, 1)]), FakeClock())
    assert list(wrong.months())[-1] == date(1970, 1, 1)
    assert [day.day for day in wrong.page().days] == [date(1, 1, 1)]
    assert log.today() == date(2026, 3, 2)


@each_case(
    ("month", "after"),
    [
        (date(2026, 1, 1), date(2026, 2, 1)),
        (date(2024, 2, 1), date(2024, 3, 1)),
        (date(2025, 12, 1), date(2026, 1, 1)),
    ],
)
def test_the_month_after(month, after):
    assert month_after(month) == after


def test_an_empty_log_is_one_empty_page():
    assert LogList(FakeDatabase(), FakeClock()).page() == LogPage()
    assert frozenset(LogKind) == ALL_KINDS


@each_case("most", [1, 7, 60])
@each_case("month", [date(2026, 3, 1), date(2026, 4, 1), date(2026, 11, 1)])
def test_around_the_end_of_a_month_nothing_is_lost_in_any_zone(month, most):
    midnight = datetime(month.year, month.month, 1, tzinfo=UTC)
    hours = range(-30, 31)
    records = [(midnight + timedelta(hours=each), zone, 0) for zone in ZONES for each in hours]
    # Without something older the first page would have all of it.
    records.append((midnight - timedelta(days=200), "UTC", 0))

    listed = flat(all_pages(LogList(stored(records, ()), FakeClock()), most, LogWish()))

    expected = [in_zone(moment, zone).date() for moment, zone, _kind in records]
    assert sorted(day for day, _key in listed) == sorted(expected)
    assert len({key for _day, key in listed}) == len(records)
