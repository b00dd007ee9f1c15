"""A stretch laid over others by hand: they go on tiling, and the rest stays as it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting_figures import RELIEF, SITTING, SittingRule, day_range, figures_between
from coreapp.domain.span_correction import (
    CORRECTABLE,
    CORRECTED,
    DayEdges,
    apart_from,
    lay_over,
    nearest_kind,
)
from coreapp.domain.training_log import BreakSpan
from tests.each_case import each_case

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 8, tzinfo=UTC)
LONG_AFTER = datetime(2027, 1, 1, tzinfo=UTC)
DAYS = (
    ("Europe/Berlin", MONDAY),
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("America/Havana", date(2026, 3, 8)),
    ("America/Havana", date(2026, 11, 1)),
)
"""A plain one, and those on which clocks are changed, by night, by half an hour, at midnight."""

MICROSECOND = timedelta(microseconds=1)


def span(start: float, end: float, kind: str = "sitting", **changes: str) -> BreakSpan:
    """A span from and to some minutes after nine."""
    begun, ended = (NINE + timedelta(minutes=each) for each in (start, end))
    fields = {"id": f"s{start}", "zone": "Europe/Berlin", "kind": kind, **changes}
    return BreakSpan(start=begun, end=ended, **fields)


def correction(start: float, end: float, kind: str) -> BreakSpan:
    return span(start, end, kind, id="new", reason=CORRECTED)


def told(spans: list[BreakSpan]) -> list[tuple[float, float, str]]:
    """From and to which minute after nine, and what."""
    minute = timedelta(minutes=1)
    return [((each.start - NINE) / minute, (each.end - NINE) / minute, each.kind) for each in spans]


def ids() -> Iterator[str]:
    return (f"n{number}" for number in count())


def laid(spans: list[BreakSpan], new: BreakSpan) -> list[BreakSpan]:
    made = ids()
    return lay_over(spans, new, lambda: next(made))


DAY = [span(0, 30), span(30, 33, "break"), span(33, 60), span(60, 90, "held", reason="call")]


def test_what_it_was_is_changed_and_nothing_else():
    after = laid(DAY, correction(33, 60, "standing"))

    assert after == [DAY[0], DAY[1], correction(33, 60, "standing"), DAY[3]]


def test_a_shorter_one_leaves_the_rest_as_it_was():
    after = laid(DAY, correction(10, 20, "away"))

    assert told(after)[:3] == [(0, 10, "sitting"), (10, 20, "away"), (20, 30, "sitting")]
    assert [each.id for each in after] == ["s0", "new", "n0", "s30", "s33", "s60"]


def test_a_longer_one_shortens_and_swallows_its_neighbours():
    after = laid(DAY, correction(20, 70, "away"))

    assert told(after) == [(0, 20, "sitting"), (20, 70, "away"), (70, 90, "held")]
    assert after[-1].reason == "call"


def test_a_gap_is_filled():
    after = laid([span(0, 10), span(20, 30)], correction(5, 25, "off"))

    assert told(after) == [(0, 5, "sitting"), (5, 25, "off"), (25, 30, "sitting")]


def test_a_stretch_can_lie_apart_from_several_others():
    whole = span(0, 60)
    others = [span(40, 50), span(-10, 10), span(20, 25), span(60, 70)]

    assert told(list(apart_from(whole, others))) == [
        (10, 20, "sitting"),
        (25, 40, "sitting"),
        (50, 60, "sitting"),
    ]
    assert list(apart_from(span(1, 9), others)) == []


def test_every_kind_has_a_nearest_one_that_counts_the_same():
    for kind in SpanKind:
        near = nearest_kind(kind)
        assert near in CORRECTABLE
        for group in (SITTING, RELIEF):
            assert (near in group) == (kind in group)


@st.composite
def tiled_days(draw: st.DrawFn) -> tuple[str, date, list[BreakSpan]]:
    """Draw a day and what tiles it, from somewhat before it to somewhat after."""
    zone, day = draw(st.sampled_from(DAYS))
    first, last = day_range(day, ZoneInfo(zone))
    length = (last - first) // MICROSECOND
    around = st.integers(-3_600_000_000, length + 3_600_000_000)
    precise = around | around.map(lambda each: each // 60_000_000 * 60_000_000)
    cuts = sorted(draw(st.lists(precise, min_size=2, max_size=12, unique=True)))
    kinds = st.sampled_from([each.value for each in SpanKind])
    spans = [
        BreakSpan(f"s{start}", first + start * MICROSECOND, first + end * MICROSECOND, zone, kind)
        for (start, end), kind in zip(pairwise(cuts), iter(lambda: draw(kinds), None), strict=False)
    ]
    return zone, day, spans


def kind_at(spans: list[BreakSpan], moment: datetime) -> tuple[str, str] | None:
    found = [each for each in spans if each.start <= moment < each.end]
    assert len(found) <= 1
    return (found[0].kind, found[0].reason) if found else None


@given(drawn=tiled_days(), shares=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_they_tile_and_what_is_outside_is_untouched(drawn, shares):
    zone, _day, spans = drawn
    begin, finish = spans[0].start, spans[-1].end
    first, last = sorted(begin + share * (finish - begin) for share in shares)
    if first == last:
        return
    new = BreakSpan("new", first, last, zone, "standing", CORRECTED)
    after = laid(spans, new)

    assert all(one.end == other.start for one, other in pairwise(after))
    assert all(each.start < each.end for each in after)
    assert (after[0].start, after[-1].end) == (begin, finish)
    assert len({each.id for each in after}) == len(after)
    edges = {moment for each in (*spans, *after) for moment in (each.start, each.end)}
    for moment in {each + shift * MICROSECOND for each in edges for shift in (-1, 0, 1)}:
        inside = first <= moment < last
        expected = ("standing", CORRECTED) if inside else kind_at(spans, moment)
        assert kind_at(after, moment) == expected


@given(drawn=tiled_days(), shares=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_the_figures_follow_to_the_microsecond(drawn, shares):
    zone, _day, spans = drawn
    begin, finish = spans[0].start, spans[-1].end
    first, last = sorted(begin + share * (finish - begin) for share in shares)
    if first == last:
        return
    after = laid(spans, BreakSpan("new", first, last, zone, "off", CORRECTED))
    rule = SittingRule(1800, 120)
    whole = figures_between(spans, begin, finish, rule)
    covered = figures_between(spans, first, last, rule)
    left = figures_between(after, begin, finish, rule)

    for name in ("sitting", "held", "standing", "away", "in_breaks"):
        kept = getattr(whole, name) - getattr(covered, name)
        assert getattr(left, name) == pytest.approx(kept, abs=1e-5)


@given(drawn=tiled_days())
def test_what_is_not_retyped_keeps_its_moments(drawn):
    """Each stretch of any day, also a day on which clocks change: its own times mean itself."""
    zone, day, spans = drawn
    start, end = day_range(day, ZoneInfo(zone))
    here = [each for each in spans if each.end > start and each.start < end]
    edges = DayEdges.of(here, day, ZoneInfo(zone), LONG_AFTER)
    for each in here:
        was = edges.part(each)
        assert edges.read(edges.text(was[0]), edges.text(was[1]), was) == was


def edges_of(*spans: BreakSpan, now: datetime = LONG_AFTER, day: date = MONDAY) -> DayEdges:
    return DayEdges.of(spans, day, BERLIN, now)


def test_a_minute_means_the_edge_that_lies_in_it():
    spans = [span(0, 30.5), span(30.5, 33.25, "break"), span(33.25, 60)]
    edges = edges_of(*spans)
    was = edges.part(spans[0])

    assert edges.read("09:00", "09:33", was) == (NINE, spans[1].end)
    assert edges.read("09:30", "09:40", edges.part(spans[2]))[0] == spans[1].start
    assert edges.read("09:05", "09:10", was) == tuple(
        NINE + timedelta(minutes=each) for each in (5, 10)
    )


def test_of_two_edges_in_a_minute_the_outer_ones_are_meant():
    spans = [span(0, 30.2), span(30.2, 30.6, "away"), span(30.6, 60)]
    edges = edges_of(*spans)

    assert edges.read("09:10", "09:30", (NINE, spans[2].end))[1] == spans[1].end
    assert edges.read("09:30", "09:40", (NINE, spans[2].end))[0] == spans[1].start
    assert edges.read("09:30", "09:30", edges.part(spans[1])) == edges.part(spans[1])


@each_case("end", ["24:00", "00:00"])
def test_midnight_is_the_end_of_the_day(end):
    late = span(14 * 60, 20 * 60)
    edges = edges_of(late)
    was = edges.part(late)

    assert edges.text(was[1]) == "24:00"
    assert edges.read("23:00", end, was) == was


def test_a_time_that_the_clock_leaves_out_moves_by_the_gap():
    sunday = date(2026, 3, 29)
    start, end = day_range(sunday, BERLIN)
    night = BreakSpan("n", start, end, "Europe/Berlin", "away")
    edges = edges_of(night, day=sunday)
    first, _last = edges.read("02:30", "10:00", edges.part(night))

    assert first == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert edges.text(first) == "03:30"


@each_case(("began", "hour"), [(0, 0), (1, 1)])
def test_of_a_time_that_comes_twice_the_nearer_to_what_it_was_is_meant(began, hour):
    sunday = date(2026, 10, 25)
    night = [
        BreakSpan(
            f"n{each}",
            datetime(2026, 10, 25, each, 10, tzinfo=UTC),
            datetime(2026, 10, 25, each + 1, 10, tzinfo=UTC),
            "Europe/Berlin",
            "sitting",
        )
        for each in (0, 1)
    ]
    edges = edges_of(*night, day=sunday)
    was = edges.part(night[began])

    assert edges.text(was[0]) == "02:10"
    assert edges.read("02:20", edges.text(was[1]), was)[0] == was[0].replace(hour=hour, minute=20)


def test_a_stretch_over_midnight_is_corrected_within_the_day():
    night = span(14 * 60, 20 * 60, "away")
    tuesday = edges_of(night, day=date(2026, 3, 3))

    assert [tuesday.text(each) for each in tuesday.part(night)] == ["00:00", "05:00"]
    assert told(laid([night], BreakSpan("new", *tuesday.part(night), "Europe/Berlin", "off"))) == [
        (14 * 60, 15 * 60, "away"),
        (15 * 60, 20 * 60, "off"),
    ]


@each_case(
    ("start", "end", "key", "remedy"),
    [
        ("nine", "09:30", "from", "Write a time of day from 00:00 to 23:59."),
        ("24:00", "09:30", "from", "Write a time of day from 00:00 to 23:59."),
        ("09:00", "25:00", "to", "Write a time of day from 00:00 to 23:59."),
        ("09:00", "", "to", "Write a time of day from 00:00 to 23:59."),
        ("09:20", "09:20", "to", "It must be later than the beginning."),
        ("09:20", "09:10", "to", "It must be later than the beginning."),
    ],
)
def test_a_range_that_is_none_is_refused_and_its_part_is_named(start, end, key, remedy):
    edges = edges_of(span(0, 60))
    with pytest.raises(InvalidValueError) as refused:
        edges.read(start, end, edges.part(span(0, 60)))

    assert (refused.value.key, refused.value.remedy) == (key, remedy)


def test_what_is_not_over_is_refused():
    now = NINE + timedelta(minutes=50)
    going_on = span(40, 50, id="")
    edges = edges_of(span(0, 40), going_on, now=now)

    assert edges.read("09:10", "09:40", edges.part(span(0, 40)))[1] == going_on.start
    with pytest.raises(InvalidValueError) as refused:
        edges.read("09:10", "09:41", edges.part(span(0, 40)))
    assert (refused.value.key, refused.value.values) == ("to", {"time": "09:40"})
    with pytest.raises(InvalidValueError):
        edges_of(span(0, 40), now=now).read("09:10", "09:51", edges.part(span(0, 40)))
