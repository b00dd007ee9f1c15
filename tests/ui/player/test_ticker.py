"""How often the player paints, and how long before a cue it does not."""

import pytest
from PySide6.QtCore import QElapsedTimer, QObject

from coreapp.ui.player.ticker import (
    CALM_FRAME_MS,
    FRAME_MS,
    LEAST_QUIET_MS,
    QUIET_MS,
    REMEMBERED,
    Ticker,
)

SLOW_MS = 24


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def ticker(owner):
    return Ticker(owner)


@pytest.mark.parametrize(
    ("reduced", "figure_lasts", "length"),
    [
        (False, None, FRAME_MS),
        (False, 0.03125, 32),
        (False, 0.0101, 11),
        (False, 0.0, 1),
        (True, None, CALM_FRAME_MS),
        (True, 0.03125, CALM_FRAME_MS),
    ],
)
def test_the_next_frame_comes_with_the_next_picture_of_the_figure(
    ticker, reduced, figure_lasts, length
):
    ticker.paint(reduced=reduced, figure_lasts=figure_lasts)

    assert (ticker.painting, ticker._frames.interval()) == (True, length)
    ticker.stop()
    assert not ticker.painting


def test_frames_of_the_tide_alone_come_evenly_whoever_asks_in_between(qtbot, ticker):
    ticker.paint(reduced=False, figure_lasts=None)
    qtbot.wait(5)
    left = ticker._frames.remainingTime()
    ticker.paint(reduced=False, figure_lasts=None)

    assert ticker._frames.remainingTime() <= left
    ticker.stop()


def paint_without_end(ticker):
    ticker.paint(reduced=False, figure_lasts=0.001)


def play_frames(qtbot, ticker, count):
    frames = []
    ticker.frame.connect(lambda: frames.append(None))
    paint_without_end(ticker)
    qtbot.waitUntil(lambda: len(frames) >= count)
    ticker.stop()


def test_nothing_is_known_of_frames_at_first(ticker):
    assert ticker.quiet_ms == QUIET_MS


def test_quick_frames_leave_a_shorter_gap_before_what_is_due(qtbot, ticker):
    play_frames(qtbot, ticker, 3 * REMEMBERED)

    assert LEAST_QUIET_MS <= ticker.quiet_ms < QUIET_MS


def test_a_slow_frame_makes_the_gap_longer_than_itself(qtbot, ticker):
    play_frames(qtbot, ticker, 3 * REMEMBERED)

    def draw_slowly():
        since = QElapsedTimer()
        since.start()
        while not since.hasExpired(SLOW_MS):
            pass

    ticker.frame.connect(draw_slowly)
    play_frames(qtbot, ticker, 2)

    assert ticker.quiet_ms > SLOW_MS


def test_no_frame_is_begun_right_before_what_is_due(qtbot, ticker, monkeypatch):
    left, read, ask = [], [], ticker._deadline.remainingTime

    def read_once():
        # What the ticker decided by: asked again, a moment later, it may be a millisecond less.
        read.append(ask())
        return read[-1]

    monkeypatch.setattr(ticker._deadline, "remainingTime", read_once)
    ticker.frame.connect(lambda: left.append(read[-1]))
    paint_without_end(ticker)

    with qtbot.waitSignal(ticker.due, timeout=5000):
        ticker.wake_in(0.2)
    ticker.stop()

    before = [each for each in left if each >= 0]
    assert before
    assert min(before) >= LEAST_QUIET_MS


def ask_for_a_frame_too_near(ticker):
    """Let a frame fall due shortly before a moment: by hand, since timers are late when it is busy.

    Nothing is known of frames yet, so any time that is left now is too little for one.
    """
    ticker.wake_in((QUIET_MS - 1) / 1000)
    ticker._paint()
    assert ticker._has_waited


def test_a_frame_that_waited_comes_right_after_what_was_due(qtbot, ticker):
    order = []
    ticker.frame.connect(lambda: order.append("frame"))
    ticker.due.connect(lambda: order.append("due"))
    ticker.paint(reduced=True, figure_lasts=None)
    with qtbot.waitSignal(ticker.due, timeout=5000):
        ask_for_a_frame_too_near(ticker)
    ticker.stop()

    assert order == ["due", "frame"]


def test_no_frame_is_owed_once_nothing_is_painted(qtbot, ticker):
    frames = []
    ticker.frame.connect(lambda: frames.append(None))
    ticker.paint(reduced=True, figure_lasts=None)
    with qtbot.waitSignal(ticker.due, timeout=5000):
        ask_for_a_frame_too_near(ticker)
        ticker.stop_painting()
    ticker.stop()

    assert not frames
