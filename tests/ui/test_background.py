"""Work off the GUI thread."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from coreapp.domain.errors import DiskFullError
from coreapp.ui.background import Background, Job


def run(qtbot: QtBot, do) -> list[tuple]:
    """Run one job to its end; return what was told."""
    background, told = Background(), []
    background.run(
        Job(do, lambda result: told.append(("done", result)), lambda e: told.append(("failed", e)))
    )
    qtbot.waitUntil(lambda: bool(told))
    background.wait()
    return told


def test_the_result_comes_back_to_the_gui_thread(qtbot: QtBot) -> None:
    here = threading.get_ident()
    threads: list[int] = []
    background = Background()
    told: list[object] = []

    def done(result: object) -> None:
        threads.append(threading.get_ident())
        told.append(result)

    background.run(Job(threading.get_ident, done, told.append))
    qtbot.waitUntil(lambda: bool(told))
    background.wait()

    assert threads == [here]
    assert told != [here]


def test_an_expected_failure_is_told(qtbot: QtBot) -> None:
    error = DiskFullError()

    def fail() -> None:
        raise error

    assert run(qtbot, fail) == [("failed", error)]


def test_a_bug_reaches_whoever_catches_bugs(qtbot: QtBot) -> None:
    def stumble() -> None:
        raise ZeroDivisionError("a bug")

    background, told = Background(), []
    with qtbot.captureExceptions() as bugs:
        background.run(Job(stumble, told.append, told.append))
        qtbot.waitUntil(lambda: bool(bugs))
    background.wait()

    assert told == []
    assert [kind for kind, _error, _trace in bugs] == [ZeroDivisionError]


def test_jobs_are_done_one_after_the_other(qtbot: QtBot) -> None:
    background, told = Background(), []
    running: list[int] = []

    def work(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        QThread.msleep(1)
        running.remove(number)
        return number

    for number in range(5):
        background.run(Job(lambda number=number: work(number), told.append, told.append))
    qtbot.waitUntil(lambda: len(told) == 5)
    background.wait()

    assert told == [0, 1, 2, 3, 4]


def test_waiting_waits_for_all(qtbot: QtBot) -> None:
    background, done = Background(), []
    for number in range(3):
        background.run(Job(lambda number=number: done.append(number), str, str))

    background.wait()

    assert done == [0, 1, 2]


def test_what_a_job_knew_is_let_go_of(qtbot: QtBot) -> None:
    """A task that PySide6 never lets go of, one in ten, would hold its page for ever."""

    class Known:
        pass

    background, told, known = Background(), [], []
    for _ in range(60):
        one = Known()
        known.append(weakref.ref(one))
        background.run(Job(lambda one=one: one, told.append, told.append))
        while not told:  # a wait between two looks would give the task time to go
            QCoreApplication.processEvents()
        told.clear()
    del one
    gc.collect()

    assert [each for each in known if each() is not None] == []
