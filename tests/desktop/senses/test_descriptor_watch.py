"""News on a descriptor, told once things are quiet again."""

import os
import threading
from collections.abc import Iterator

import pytest

from coreapp.desktop.senses import descriptor_watch
from coreapp.desktop.senses.descriptor_watch import DescriptorLostError, DescriptorWatch

PATIENCE = 5.0


class Source:
    """A pipe; `!` in it matters, what else is in it does not."""

    def __init__(self) -> None:
        self.reader, self.writer = os.pipe()
        self.read_once = threading.Event()
        self.is_endless = False

    def tell(self, said: bytes) -> None:
        os.write(self.writer, said)

    def read(self) -> bool:
        said = os.read(self.reader, 100)
        if self.is_endless:
            self.tell(b"!")
        self.read_once.set()
        if b"x" in said:
            raise DescriptorLostError("gone")
        if b"e" in said:
            raise OSError("broken")
        return b"!" in said

    def close(self) -> None:
        os.close(self.reader)
        os.close(self.writer)


class Told:
    """Counts what was told."""

    def __init__(self) -> None:
        self.times = 0
        self._changed = threading.Semaphore(0)

    def __call__(self) -> None:
        self.times += 1
        self._changed.release()

    def wait(self) -> bool:
        return self._changed.acquire(timeout=PATIENCE)


@pytest.fixture
def source() -> Iterator[Source]:
    source = Source()
    yield source
    source.close()


@pytest.fixture
def watch(source, monkeypatch) -> Iterator[DescriptorWatch]:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.01)
    watch = DescriptorWatch("test", source.reader, source.read)
    yield watch
    watch.close()


def test_news_is_told_once_it_is_quiet(source, watch) -> None:
    told = Told()
    watch.start(told)

    source.tell(b"!")
    assert told.wait()
    source.tell(b"!")
    assert told.wait()

    assert told.times == 2
    assert watch.is_alive


def test_a_burst_is_told_as_one(source, watch) -> None:
    told = Told()
    for _piece in range(5):
        source.tell(b"!" * 90)
    watch.start(told)

    assert told.wait()

    assert told.times == 1


def test_a_burst_that_never_ends_is_told_all_the_same(source, watch) -> None:
    told = Told()
    source.is_endless = True
    watch.start(told)

    source.tell(b"!")

    assert told.wait()
    assert told.wait()


def test_it_ends_in_the_midst_of_a_burst(source, watch, monkeypatch) -> None:
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", PATIENCE)
    told = Told()
    watch.start(told)
    source.tell(b"!")
    assert source.read_once.wait(PATIENCE)

    watch.close()

    assert (told.times, watch.is_alive) == (0, False)


def test_what_does_not_matter_is_not_told(source, watch) -> None:
    told = Told()
    watch.start(told)

    source.tell(b".")
    assert source.read_once.wait(PATIENCE)
    watch.close()

    assert told.times == 0


@pytest.mark.parametrize("end", [b"x", b"e"])
def test_the_end_is_told_and_then_nothing_waits(source, watch, end) -> None:
    told = Told()
    watch.start(told)

    source.tell(end)

    assert told.wait()
    watch._thread.join(PATIENCE)
    assert not watch.is_alive


def test_it_may_be_closed_twice_from_within_and_before_it_starts(source, watch) -> None:
    assert not watch.is_alive
    other = DescriptorWatch("other", source.reader, source.read)
    other.close()
    other.close()

    closed = threading.Event()

    def close() -> None:
        watch.close()
        closed.set()

    watch.start(close)
    source.tell(b"x")

    assert closed.wait(PATIENCE)
