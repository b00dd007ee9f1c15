"""Hands, lock and sleep on Windows, with its answers made up."""

import sys
import threading
from collections.abc import Callable

import pytest

from coreapp.desktop.senses import windows_presence as module
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.windows_presence import (
    LOCKED,
    UNLOCKED,
    WOKE,
    WindowsIdle,
    WindowsLock,
    WindowsSleep,
    idle_milliseconds,
    windows_calls,
)

PATIENCE = 5.0
DAY_MS = 24 * 3600 * 1000


class FakeWindows:
    """Satisfies `PresenceCalls`."""

    def __init__(self) -> None:
        self.now = 10 * DAY_MS
        self.last: int | None = 10 * DAY_MS - 90_000
        self.flags: int | None = UNLOCKED
        self.power: Callable[[int], None] | None = None
        self.refuses = False

    def ticks(self) -> int:
        return self.now

    def last_input_ticks(self) -> int | None:
        return self.last

    def session_flags(self) -> int | None:
        return self.flags

    def tell_of_power(self, happened: Callable[[int], None]) -> Callable[[], None]:
        if self.refuses:
            raise OSError("no")
        self.power = happened

        def end() -> None:
            self.power = None

        return end


class FakeWindow:
    """Satisfies `Window`; `lock` is what Windows would send."""

    def __init__(self, changed: Callable[[int], None]) -> None:
        self.lock = lambda: changed(7)
        self._closed = threading.Event()
        self.runs = threading.Event()

    def run(self) -> None:
        self.runs.set()
        self._closed.wait(PATIENCE)

    def close(self) -> None:
        self._closed.set()


@pytest.fixture
def windows() -> FakeWindows:
    return FakeWindows()


def test_idle_is_since_the_last_input(windows) -> None:
    probe = WindowsIdle(windows)

    assert probe.idle_seconds() == 90.0
    assert (probe.tells, probe.asks, probe.name) == (False, False, "GetLastInputInfo")
    probe.close()


def test_the_wrap_of_the_ticks_is_no_idleness() -> None:
    passed = {
        (5_000, 5_000): 0,
        (65_000, 5_000): 60_000,
        # After 49.7 days the last input is told from 0 on again, while the ticks go on.
        ((1 << 32) + 2_000, (1 << 32) - 3_000): 5_000,
        ((1 << 32) + 9_000, 2_000): 7_000,
        (3 * (1 << 32) + 9_000, 2_000): 7_000,
        # The input was stamped a moment after the clock was read.
        (5_000, 5_016): 0,
        ((1 << 32) + 5, 21): 0,
        (30 * DAY_MS, 0): 30 * DAY_MS,
    }

    found = {(now, last): idle_milliseconds(now, last % (1 << 32)) for now, last in passed}
    assert found == passed, "by now and last input"


def test_where_windows_does_not_tell_there_is_no_probe(windows) -> None:
    windows.last = None
    with pytest.raises(ProbeUnavailableError):
        WindowsIdle(windows)

    windows.flags = None
    with pytest.raises(ProbeUnavailableError):
        WindowsLock(windows, FakeWindow)


def test_where_windows_stops_telling_it_is_unknown(windows) -> None:
    probe = WindowsIdle(windows)

    windows.last = None

    assert probe.idle_seconds() is None


def test_the_session_is_locked_or_not(windows) -> None:
    probe = WindowsLock(windows, FakeWindow)

    def look(flags: int | None) -> bool | None:
        windows.flags = flags
        return probe.look()

    says = {LOCKED: True, UNLOCKED: False, -1: None, None: None}
    assert {flags: look(flags) for flags in says} == says
    probe.close()


def test_locking_is_told(windows) -> None:
    told = threading.Event()
    made: list[FakeWindow] = []

    def make(changed: Callable[[int], None]) -> FakeWindow:
        made.append(FakeWindow(changed))
        return made[0]

    probe = WindowsLock(windows, make)
    probe.watch(told.set)
    probe._is_made.wait(PATIENCE)
    assert made[0].runs.wait(PATIENCE)

    made[0].lock()

    assert told.is_set()
    assert probe.tells
    probe.close()
    probe.close()


def test_a_window_that_cannot_be_made_leaves_it_to_be_asked(windows) -> None:
    def refuse(_changed: Callable[[int], None]) -> FakeWindow:
        raise OSError("CreateWindowExW")

    probe = WindowsLock(windows, refuse)
    probe.watch(lambda: None)
    probe._thread.join(PATIENCE)

    assert (probe.look(), probe.tells) == (False, False)
    probe.close()


def test_waking_is_told_and_falling_asleep_is_not(windows) -> None:
    woke: list[str] = []
    probe = WindowsSleep(windows)
    probe.watch(lambda: woke.append("woke"))

    for kind in (4, WOKE, 7):
        windows.power(kind)

    assert woke == ["woke"]
    probe.close()
    probe.close()
    assert windows.power is None


def test_windows_that_does_not_tell_of_sleep_is_no_failure(windows) -> None:
    windows.refuses = True
    probe = WindowsSleep(windows)

    probe.watch(lambda: None)

    probe.close()


@pytest.mark.skipif(sys.platform == "win32", reason="here they are there")
def test_elsewhere_there_are_no_such_calls() -> None:
    with pytest.raises(ProbeUnavailableError):
        windows_calls()
    with pytest.raises((OSError, AttributeError)):
        module.SessionWindow(lambda _what: None)
