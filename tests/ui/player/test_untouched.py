"""Twenty seconds without a touch: the session is shown large, until something is touched."""

import pytest
from PySide6.QtCore import Qt

from coreapp.ui.player.untouched import Untouched


@pytest.fixture
def alone(scene):
    """A session that is watched and that nobody has touched for a while."""
    scene.window.untouched.watch(wanted=True)
    scene.window.untouched._timer.timeout.emit()
    return scene


def test_it_is_shown_large_and_near_again_at_a_touch(alone):
    far = alone.window.distance.isVisible()
    alone.qtbot.mouseMove(alone.window.distance)
    alone.press(Qt.Key.Key_Shift)

    assert far
    assert alone.window.session.isVisible()
    assert alone.live.player.state.value == "running"


def test_who_chose_the_distance_keeps_it(scene):
    scene.window.untouched.watch(wanted=True)
    scene.press(Qt.Key.Key_D)
    scene.window.untouched._timer.timeout.emit()
    scene.press(Qt.Key.Key_Shift)

    assert scene.window.distance.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_W])
def test_in_a_pause_and_in_the_small_window_nothing_changes(scene, key):
    scene.window.untouched.watch(wanted=True)
    scene.press(key)
    scene.window.untouched._timer.timeout.emit()

    assert not scene.window._presenter.far


def test_each_touch_begins_anew_and_without_the_setting_nothing_is_watched(scene):
    watcher = scene.window.untouched
    before = watcher.is_watching
    watcher.watch(wanted=True)
    scene.press(Qt.Key.Key_Shift)
    watched = watcher.is_watching
    scene.window.close_now()

    assert (before, watched, watcher.is_watching) == (False, True, False)


def test_a_watcher_tells_once(qtbot):
    watcher, told = Untouched(), []
    watcher.touched.connect(lambda: told.append("touched"))
    watcher.left_alone.connect(lambda: told.append("alone"))
    watcher.watch(wanted=True)
    watcher._timer.timeout.emit()
    watcher.watch(wanted=False)

    assert told == ["alone"]
