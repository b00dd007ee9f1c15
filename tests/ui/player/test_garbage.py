"""While time runs nothing searches all objects for garbage: that holds up cues."""

import gc

import pytest
from PySide6.QtCore import Qt

THIRTY_MINUTES_OF_FRAMES = 54_000


@pytest.fixture
def scene(make_scene):
    return make_scene()


def full_searches_wait() -> bool:
    """Whether a session could fill the last generation without a full search."""
    return gc.isenabled() and gc.get_threshold()[2] > THIRTY_MINUTES_OF_FRAMES


def test_full_searches_wait_while_time_runs_and_no_longer(scene):
    before = gc.get_threshold()
    scene.window.begin()
    running = full_searches_wait(), gc.get_threshold()[:2] == before[:2]
    scene.press(Qt.Key.Key_P)

    assert running == (True, True)
    assert gc.get_threshold() == before


def test_a_window_that_is_closed_in_the_middle_leaves_them_as_they_were(scene):
    before = gc.get_threshold()
    scene.window.begin()

    scene.window.close_now()

    assert gc.get_threshold() == before
