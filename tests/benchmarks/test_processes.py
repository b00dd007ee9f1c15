"""What is counted of programs that are measured."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.benchmarks.processes import Member, Usage

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Linux counts so")

ROUNDS = 200


@contextmanager
def busy_thread() -> Iterator[None]:
    """Run a thread that has gone to sleep many times; it ends with this."""
    there, back, is_over = threading.Event(), threading.Event(), threading.Event()

    def answer() -> None:
        while there.wait() and not is_over.is_set():
            there.clear()
            back.set()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        for _round in range(ROUNDS):
            there.set()
            back.wait()
            back.clear()
        yield
    finally:
        is_over.set()
        there.set()
        thread.join()


def test_thread_that_ends_takes_nothing_away() -> None:
    with busy_thread():
        usage = Usage(os.getpid())
    costs = usage.costs()
    assert costs.switches >= 0
    assert costs.cpu_ms >= 0


def test_thread_that_has_come_and_gone_counts_as_far_as_it_was_seen() -> None:
    usage = Usage(os.getpid())
    with busy_thread():
        usage.look()
    seen = usage.costs()
    assert seen.switches > 0


def test_processor_time_is_counted_finer_than_in_hundredths_of_a_second() -> None:
    me = Member(os.getpid())
    first = me.cpu_seconds()
    sum(range(20_000))
    second = me.cpu_seconds()
    assert second > first
    assert round(second * 100) != second * 100


def test_process_that_is_not_there_is_said() -> None:
    with pytest.raises(ProcessLookupError):
        Member(2**22 + 7).cpu_seconds()
