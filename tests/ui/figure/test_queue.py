"""Who waits for figures is served in turn, a step at a time, and may leave at any moment."""

from collections.abc import Callable, Generator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from coreapp.ui.figure.queue import FigureQueue


class Waiting:
    """Writes down its steps; its last one may fail.

    Attributes:
        is_looked_at: whether anybody sees it.
        on_step: done within each step.
    """

    def __init__(
        self, queue: FigureQueue, told: list[str], name: str, steps: int = 2, *, fails: bool = False
    ) -> None:
        self._queue = queue
        self._told = told
        self._name = name
        self._steps = steps
        self._fails = fails
        self.is_looked_at = True
        self.on_step: Callable[[], None] = lambda: None

    def join(self) -> None:
        self._queue.join(id(self), self)

    def leave(self) -> None:
        self._queue.leave(id(self))

    def stop(self) -> None:
        self._told.append(f"{self._name} stops")
        self.leave()

    def steps(self) -> Generator[None, None, None]:
        try:
            for number in range(1, self._steps + 1):
                self._told.append(f"{self._name}{number}")
                self.on_step()
                if self._fails and number == self._steps:
                    raise ZeroDivisionError(self._name)
                yield
        finally:
            self._told.append(f"{self._name} is through")


@pytest.fixture
def queue(qtbot: QtBot) -> FigureQueue:
    return FigureQueue()


def turn() -> None:
    """Let one turn of the event loop go by."""
    QCoreApplication.processEvents()


def drain(qtbot: QtBot, queue: FigureQueue) -> None:
    qtbot.waitUntil(lambda: queue.is_empty)


def test_nothing_is_drawn_at_once_and_then_one_step_in_a_turn(queue: FigureQueue) -> None:
    told: list[str] = []
    Waiting(queue, told, "a").join()
    assert not told
    assert not queue.is_empty

    seen = []
    for _turn in range(3):
        turn()
        seen.append(len(told))

    assert seen == [1, 2, 3]
    assert told == ["a1", "a2", "a is through"]
    assert queue.is_empty


def test_one_is_served_wholly_before_the_next(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    first, second = Waiting(queue, told, "a"), Waiting(queue, told, "b", steps=1)
    for each in (first, second, first):  # who asks again keeps its place
        each.join()

    drain(qtbot, queue)

    assert told == ["a1", "a2", "a is through", "b1", "b is through"]


def test_who_was_served_may_come_again(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    one = Waiting(queue, told, "a", steps=1)
    for _time in range(2):
        one.join()
        drain(qtbot, queue)

    assert told == ["a1", "a is through"] * 2


def test_who_leaves_on_the_way_is_let_go_at_once(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    first, second = Waiting(queue, told, "a", steps=9), Waiting(queue, told, "b", steps=1)
    first.join()
    second.join()
    turn()

    first.leave()

    assert told == ["a1", "a is through"]
    drain(qtbot, queue)
    assert told[2:] == ["b1", "b is through"]


def test_who_leaves_before_its_turn_is_never_served(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    first, second = Waiting(queue, told, "a"), Waiting(queue, told, "b")
    first.join()
    second.join()
    turn()

    second.leave()
    drain(qtbot, queue)

    assert told == ["a1", "a2", "a is through"]
    second.leave()  # nothing to leave any more
    assert queue.is_empty


def test_who_leaves_within_its_own_step_takes_no_other(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    first, second = Waiting(queue, told, "a", steps=9), Waiting(queue, told, "b", steps=1)
    first.on_step = first.leave
    first.join()
    second.join()

    drain(qtbot, queue)

    assert [each for each in told if each.startswith("a")] == ["a1", "a is through"]
    assert [each for each in told if each.startswith("b")] == ["b1", "b is through"]


def test_who_is_not_looked_at_is_told_to_stop(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    first, second = Waiting(queue, told, "a", steps=9), Waiting(queue, told, "b", steps=1)
    first.join()
    second.join()
    turn()

    first.is_looked_at = False
    drain(qtbot, queue)

    assert told == ["a1", "a stops", "a is through", "b1", "b is through"]


@pytest.mark.parametrize("step", [1, 3])
def test_who_fails_is_told_once_and_the_next_one_is_served(
    qtbot: QtBot, queue: FigureQueue, step: int
) -> None:
    told: list[str] = []
    bad = Waiting(queue, told, "a", steps=step, fails=True)
    bad.join()
    Waiting(queue, told, "b", steps=1).join()

    with qtbot.captureExceptions() as errors:
        for _turn in range(step):
            turn()
        told_of_bad = list(told)
        drain(qtbot, queue)

    assert [kind for kind, _error, _trace in errors] == [ZeroDivisionError]
    assert told_of_bad == [*(f"a{number}" for number in range(1, step + 1)), "a is through"]
    assert told[len(told_of_bad) :] == ["b1", "b is through"]


def test_who_failed_has_left_and_may_come_again(qtbot: QtBot, queue: FigureQueue) -> None:
    told: list[str] = []
    bad = Waiting(queue, told, "a", steps=1, fails=True)
    with qtbot.captureExceptions() as errors:
        bad.join()
        turn()
        assert queue.is_empty
        bad.join()
        turn()
        assert queue.is_empty

    assert len(errors) == 2
    assert told == ["a1", "a is through"] * 2
