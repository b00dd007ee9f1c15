"""Frames of a movement last as long as they should."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.ui.figure.frames import FRAME_MS, frame_at, milliseconds_to_next

A_LITTLE = 1e-6


@given(st.floats(0.3, 90), st.floats(0, 1), st.sampled_from([10.0, 32.0]))
def test_a_frame_lasts_until_the_next_one(seconds: float, share: float, rate: float) -> None:
    frame = frame_at(share, seconds, rate)
    count = round(seconds * rate)

    def number_at(later: float) -> int:
        return round(frame_at(share + later / seconds, seconds, rate).moment * count)

    assert frame.moment <= share + A_LITTLE
    if frame.lasts > A_LITTLE:
        assert number_at(frame.lasts - A_LITTLE) == round(frame.moment * count)
    if frame.moment < 1:
        assert number_at(frame.lasts + A_LITTLE) == round(frame.moment * count) + 1


@given(st.floats(0.3, 90))
def test_there_are_thirty_frames_in_a_second(seconds: float) -> None:
    assert 0 < frame_at(0.0, seconds).lasts <= 1 / 30


def test_a_repetition_shows_what_the_one_before_has_shown() -> None:
    moments = {frame_at(number / 997, 2.02).moment for number in range(997)}

    assert len(moments) == 65
    assert frame_at(1.0, 2.02).moment == 1.0
    # Timers are a little late, and so is a movement that has ended.
    assert frame_at(1.01, 2.02).lasts >= 0


def test_what_moves_beside_a_slow_figure_does_not_wait_for_it() -> None:
    assert milliseconds_to_next(0.0) == 1
    assert milliseconds_to_next(FRAME_MS / 1000) == 32
    assert milliseconds_to_next(0.0401) == 41
    assert milliseconds_to_next(0.1) == 34
    assert 30 <= milliseconds_to_next(3600) <= 32
