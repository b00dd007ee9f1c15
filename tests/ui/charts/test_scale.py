"""Axes: round numbers, room for every value, and no halves of whole things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.ui.charts.scale import scale_for, scale_to, spread

VALUES = st.lists(st.floats(0, 1e6, allow_subnormal=False).map(lambda v: round(v, 3)), max_size=60)


@given(VALUES, st.integers(1, 5))
def test_every_value_has_room_and_little_is_left_over(values: list[float], parts: int) -> None:
    scale = scale_for(values, parts)
    most = max(values, default=0.0)

    assert scale.top >= most * (1 - 1e-9)
    assert all(0 <= scale.share(value) <= 1 for value in values)
    assert len(scale.ticks) <= parts + 2
    assert scale.ticks[0] == 0
    assert scale.ticks[-1] == pytest.approx(scale.top)
    if most > 0:
        assert scale.top <= max(2 * most, most + 1) * (1 + 1e-9)


@given(st.lists(st.integers(0, 10_000), min_size=1), st.integers(1, 5))
def test_what_is_counted_in_whole_things_has_whole_ticks(counts: list[int], parts: int) -> None:
    scale = scale_for([float(each) for each in counts], parts)

    assert all(tick == int(tick) for tick in scale.ticks)


@pytest.mark.parametrize(
    ("most", "parts", "ticks"),
    [
        (51.0, 3, (0, 20, 40, 60)),
        (24.0, 2, (0, 15, 30)),
        (3.0, 2, (0, 2, 4)),
        (0.7, 2, (0, 0.4, 0.8)),
        (150.0, 3, (0, 50, 100, 150)),
    ],
)
def test_ticks_are_round(most: float, parts: int, ticks: tuple[float, ...]) -> None:
    assert scale_for([most], parts).ticks == pytest.approx(ticks)


def test_nothing_still_has_an_axis() -> None:
    assert scale_for([], 3).ticks == (0, 1)
    assert scale_for([0.0], 3).share(0.0) == 0.0


def test_a_scale_with_a_fixed_end_ends_there() -> None:
    scale = scale_to(10.0, 2)

    assert scale.ticks == (0, 5, 10)
    assert scale.share(12.0) == 1.0


@pytest.mark.parametrize(
    ("starts", "chosen"),
    [
        ((0, 40, 80, 120), [0, 1, 2, 3]),
        ((0, 40, 65, 120, 160), [0, 2, 4]),
        ((0, 20, 40, 60, 80, 100, 120), [0, 2, 4, 6]),
        ((0, 5, 10), [2]),
    ],
)
def test_words_that_would_touch_are_left_out_evenly(
    starts: tuple[int, ...], chosen: list[int]
) -> None:
    words = [(start, start + 30) for start in starts]
    assert list(spread(words, len(words) - 1)) == chosen


def test_without_words_there_is_nothing_to_choose() -> None:
    assert list(spread([], -1)) == []
