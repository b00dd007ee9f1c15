"""Ctrl C and a request of the system to end."""

import os
import signal
import subprocess

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from coreapp.desktop.quit_signals import QuitRequests, QuitSignals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_wakes_the_resting_program(qapp, number: signal.Signals) -> None:
    """Nothing runs Python in this loop, as in a program that rests in the tray."""
    loop = QEventLoop()
    signals = QuitSignals(lambda: loop.exit(7))
    guard = QTimer()
    guard.setSingleShot(True)
    guard.timeout.connect(loop.quit)
    guard.start(5_000)
    # From outside, and only once the loop has come to rest: whatever Python does here handles it.
    later = ["sh", "-c", f"sleep 0.05; kill -{int(number)} {os.getpid()}"]
    begun: list[subprocess.Popen] = []
    QTimer.singleShot(0, lambda: begun.append(subprocess.Popen(later)))

    code = loop.exec()

    guard.stop()
    begun[0].wait()
    signals.close()
    assert code == 7


def test_afterwards_signals_are_as_they_were(qapp) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)

    QuitSignals(lambda: None).close()

    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup)
    assert wakeup == -1 or os.fstat(wakeup)


def test_the_desktop_may_quit_the_whole_program(qapp: QApplication) -> None:
    asked: list[bool] = []
    requests = QuitRequests(qapp, lambda: asked.append(True))
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.Quit))
    assert asked == [True]
    other = QObject()
    QCoreApplication.sendEvent(other, QEvent(QEvent.Type.Quit))
    assert asked == [True]
    requests.close()
