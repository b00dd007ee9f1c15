"""Properties of the plan over daylight saving."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given
from hypothesis import strategies as st

from coreapp.domain.occurrences import move, next_occurrences, occurrences, skip
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry

ZONES = st.sampled_from(["Europe/Berlin", "Europe/Amsterdam", "America/New_York"])
GAP = timedelta(hours=1)  # daylight saving in all three
CHANGES = st.sampled_from(
    [
        date(2025, 3, 30),
        date(2025, 10, 26),
        date(2026, 3, 8),
        date(2026, 3, 29),
        date(2026, 10, 25),
        date(2026, 11, 1),
    ]
)
NEAR_CHANGES = st.builds(lambda day, by: day + timedelta(by), CHANGES, st.integers(-5, 3))
TIMES = st.one_of(
    st.times(time(0), time(4)), st.times(time(0), time(23, 59)), st.just(time(2, 30))
).map(lambda at: at.replace(second=0, microsecond=0))
RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=SA,SU,MO",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=DAILY;COUNT=9",
    ]
)


@st.composite
def entries(draw, rules=RULES, identity="entry") -> ScheduleEntry:
    draft = EntryDraft(
        title="Evening core",
        routine="core",
        rrule=draw(rules),
        at=draw(TIMES).isoformat("minutes"),
        start_date=draw(NEAR_CHANGES).isoformat(),
        zone=draw(ZONES),
    )
    return make_entry(identity, draft)


def window(entry: ScheduleEntry, days: int) -> tuple[datetime, datetime]:
    """The wall calendar's days from the first on."""
    zone = ZoneInfo(entry.zone)
    first = datetime.combine(entry.start_date, time(), tzinfo=zone)
    return first, datetime.combine(entry.start_date + timedelta(days=days), time(), tzinfo=zone)


@given(entries(rules=st.just("FREQ=DAILY")), st.integers(1, 12))
def test_a_daily_occurrence_exists_once_each_day(entry, days):
    found = occurrences([entry], *window(entry, days))
    expected = [entry.start_date + timedelta(days=each) for each in range(days)]
    assert [each.start.date() for each in found] == expected
    assert [each.original_date for each in found] == expected


@given(entries())
def test_clocks_show_the_time_of_the_plan_except_in_a_gap(entry):
    for each in occurrences([entry], *window(entry, 40)):
        wall = each.start.replace(tzinfo=None)
        planned = datetime.combine(each.original_date, entry.at)
        exists = (
            planned.replace(tzinfo=ZoneInfo(entry.zone))
            .astimezone(UTC)
            .astimezone(ZoneInfo(entry.zone))
            .replace(tzinfo=None)
            == planned
        )
        assert wall == (planned if exists else planned + GAP)
        assert each.start.fold == 0


@given(entries())
def test_occurrences_strictly_follow_each_other(entry):
    moments = [each.start.astimezone(UTC) for each in occurrences([entry], *window(entry, 40))]
    assert all(earlier < later for earlier, later in pairwise(moments))


@given(entries(), st.integers(0, 6), st.integers(-72, 72))
def test_moving_and_skipping_touch_one_occurrence_only(entry, index, hours):
    before = next_occurrences([entry], window(entry, 1)[0], 8)
    one = before[index]
    others = [each for each in before if each is not one]
    new = one.start.astimezone(UTC) + timedelta(hours=hours, minutes=1)
    start, end = window(entry, 400)
    everything = occurrences([entry], start - GAP * 100, end)
    rest = [each for each in everything if each != one]

    skipped = skip(entry, one.original_date)
    assert occurrences([skipped], start - GAP * 100, end) == rest

    moved = occurrences([move(entry, one.original_date, new)], start - GAP * 100, end)
    (found,) = (each for each in moved if each.is_moved)
    assert found.start.astimezone(UTC) == new
    assert found.original_start == one.original_start
    assert [each for each in moved if each is not found] == rest
    assert all(each in moved for each in others)


@given(
    entries(),
    entries(identity="other"),
    st.integers(-48, 24 * 8),
    st.integers(0, 24 * 8),
    st.integers(0, 24 * 8),
    st.integers(0, 5),
    st.integers(-72, 72),
)
def test_a_window_can_be_split_anywhere(entry, other, offset, first, second, index, hours):
    some = next_occurrences([entry], window(entry, 1)[0], 6)
    one = some[min(index, len(some) - 1)]
    plan = [move(entry, one.original_date, one.start + timedelta(hours=hours)), other]
    a = window(entry, 1)[0].astimezone(UTC) + timedelta(hours=offset)
    b = a + timedelta(hours=first)
    c = b + timedelta(hours=second)
    assert occurrences(plan, a, c) == [*occurrences(plan, a, b), *occurrences(plan, b, c)]


@given(entries(), entries(identity="other"), st.integers(1, 12))
def test_the_next_ones_are_the_beginning_of_a_window(entry, other, count):
    start, end = window(entry, 400)
    everything = occurrences([entry, other], start, end)
    assume(len(everything) >= count)
    assert next_occurrences([entry, other], start, count) == everything[:count]
