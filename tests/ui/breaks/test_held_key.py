import pytest
from PySide6.QtCore import QObject, QTimer

from coreapp.ui.breaks.held_key import HeldKey
from tests.ui.breaks.room import wait_until_decided

SECONDS = 0.3
REPEATING_MS = 40


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def key(owner):
    return HeldKey(SECONDS, owner)


def test_a_key_that_stays_down_is_held(qtbot, key):
    with qtbot.waitSignal(key.held, timeout=5000):
        key.press()


def test_repeating_that_looks_like_letting_go_is_still_held(qtbot, owner, key):
    def repeat():
        key.release()
        key.press()

    repeating = QTimer(owner)
    repeating.timeout.connect(repeat)
    # At once: once more, while the wait comes to its end, and the key would be down again.
    key.held.connect(repeating.stop)
    repeating.start(REPEATING_MS)

    with qtbot.waitSignal(key.held, timeout=5000):
        key.press()


def test_a_key_that_was_let_go_is_not_held(qtbot, key):
    key.press()
    key.release()

    with qtbot.assertNotEmitted(key.held):
        wait_until_decided(qtbot, key)


def test_a_key_let_go_at_the_last_moment_is_not_held(qtbot, key):
    key.press()
    key.release()

    with qtbot.assertNotEmitted(key.held):
        key._decide()  # its time is over before the release counts
        wait_until_decided(qtbot, key)


def test_a_key_that_is_forgotten_is_not_held(qtbot, key):
    key.press()
    key.forget()

    with qtbot.assertNotEmitted(key.held):
        wait_until_decided(qtbot, key)
