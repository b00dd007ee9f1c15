"""The net under all tests: does it catch what it is for?"""

import re
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

from tests.leftovers import fail_on_leftovers

HERE = re.escape(__file__)


def test_active_timer_is_caught_and_stopped(qapp):
    timer = QTimer()

    with (
        pytest.raises(pytest.fail.Exception, match=rf"active QTimer, started at {HERE}:\d+"),
        fail_on_leftovers(uses_qt=True),
    ):
        timer.start(1_000)

    assert not timer.isActive()


def test_stopped_timer_is_no_leftover(qapp):
    timer = QTimer()

    with fail_on_leftovers(uses_qt=True):
        timer.start(1_000)
        timer.stop()


def test_deleted_timer_is_no_leftover(qapp):
    timer = QTimer()

    with fail_on_leftovers(uses_qt=True):
        timer.start(1_000)
        timer.deleteLater()


def test_open_window_is_caught_and_closed(qapp):
    window = QWidget()
    window.setWindowTitle("Forgotten")

    with (
        pytest.raises(pytest.fail.Exception, match="an open window: QWidget 'Forgotten'"),
        fail_on_leftovers(uses_qt=True),
    ):
        window.show()

    assert not window.isVisible()


def test_qt_thread_that_ends_when_told_is_no_leftover(qapp):
    thread = QThread()

    with fail_on_leftovers(uses_qt=True):
        thread.start()

    assert thread.isFinished()


def test_running_thread_is_caught(monkeypatch):
    monkeypatch.setattr("tests.leftovers.PATIENCE_SECONDS", 0)
    may_end = threading.Event()
    thread = threading.Thread(target=may_end.wait, name="forgotten")

    with (
        pytest.raises(pytest.fail.Exception, match="running thread: forgotten"),
        fail_on_leftovers(uses_qt=False),
    ):
        thread.start()

    may_end.set()
    thread.join()
