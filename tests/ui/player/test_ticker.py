"""How often the player paints, and how long before a cue it does not."""

import pytest
from PySide6.QtCore import QElapsedTimer, QObject

from coreapp.ui.player.ticker import (
    CALM_FRAME_MS,
    FIGURE_FRAME_MS,
    FRAME_MS,
    LEAST_QUIET_MS,
    QUIET_MS,
    REMEMBERED,
    Ticker,
    frame_ms,
)

SLOW_MS = 24
LONG_MS = 60_000
"""No frame comes by itself during a test."""


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def ticker(owner):
    return Ticker(owner)


@pytest.mark.parametrize(
    ("reduced", "figure_moves", "length"),
    [
        (False, False, FRAME_MS),
        (False, True, FIGURE_FRAME_MS),
        (True, False, CALM_FRAME_MS),
        (True, True, CALM_FRAME_MS),
    ],
)
def test_a_figure_that_moves_halves_the_frames(reduced, figure_moves, length):
    assert frame_ms(reduced=reduced, figure_moves=figure_moves) == length


def play_frames(qtbot, ticker, count):
    frames = []
    ticker.frame.connect(lambda: frames.append(None))
    ticker.paint_every(1)
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
    ticker.paint_every(1)

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
    ticker.paint_every(LONG_MS)
    with qtbot.waitSignal(ticker.due, timeout=5000):
        ask_for_a_frame_too_near(ticker)
    ticker.stop()

    assert order == ["due", "frame"]


def test_no_frame_is_owed_once_nothing_is_painted(qtbot, ticker):
    frames = []
    ticker.frame.connect(lambda: frames.append(None))
    ticker.paint_every(LONG_MS)
    with qtbot.waitSignal(ticker.due, timeout=5000):
        ask_for_a_frame_too_near(ticker)
        ticker.paint_every(None)
    ticker.stop()

    assert not frames
